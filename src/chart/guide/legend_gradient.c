/* Legends of colours along a number line: a strip, smooth for a continuous
 * scale and in bands for classes, with labels. */
#include <math.h>

#include "chart/guide/axis.h"
#include "chart/guide/format.h"
#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"

typedef struct Strip {
  Drawing *drawing;
  const Legend *legend;
  bool horizontal, banded;
  double length, thickness;
  ValueList starts; /* of bands */
  double low, high; /* of bands: what the strip's ends stand for */
} Strip;

static double clamped(double number, double low, double high) {
  return fmax(low, fmin(high, number));
}

static double property(const Strip *strip, const char *name, double fallback) {
  return cascade_number(&strip->legend->properties, strip->drawing, name,
                        fallback);
}

/* As long as the plot beside it, within limits; strips of classes have one
 * length. */
static double strip_length(const Strip *strip) {
  const Legend *legend = strip->legend;
  const json_t *given = cascade_find(&legend->properties, "gradientLength");
  if (given) return style_number(strip->drawing, given, 200);
  if (strip->banded) return 200;
  Str orient = legend_orient(strip->drawing, legend);
  const View *view = legend->view;
  if (!strip->horizontal)
    return clamped(view->height,
                   property(strip, "gradientVerticalMinLength", 64),
                   property(strip, "gradientVerticalMaxLength", 200));
  double least = property(strip, "gradientHorizontalMinLength", 100);
  if (!str_is(orient, "top") && !str_is(orient, "bottom")) return least;
  return clamped(view->width, least,
                 property(strip, "gradientHorizontalMaxLength", 200));
}

/* Of a domain of one value. */
static Paint plain_paint(const Scale *scale) {
  Color color;
  return scale_color(scale, value_number(scale->points.items[0]), &color)
             ? paint_color(color)
             : (Paint){0};
}

/* What the strip is seen through; classes are plain unless the spec asks for a
 * gradient, as in Vega-Lite. */
static double strip_opacity(const Strip *strip) {
  double own = property(strip, "gradientOpacity", NAN);
  if (!isnan(own)) return own;
  Str type =
      cascade_str(&strip->legend->properties, strip->drawing, "type", "");
  if (strip->banded && !str_is(type, "gradient")) return 1;
  return legend_mark_opacity(strip->drawing, strip->legend);
}

/* The scale's colours along the strip: at its ends and at round values between
 * them, where Vega has them. */
static Paint strip_paint(const Strip *strip) {
  const Scale *scale = &strip->legend->scale->scale;
  if (scale->points.count == 1) return plain_paint(scale);
  if (!scale->points.count) return (Paint){0};
  Arena *arena = strip->drawing->arena;
  TickCount wish = {.wish = TICKS_COUNT, .count = 15};
  ValueList ticks = scale_ticks(arena, scale, wish);
  double first = scale->points.items[0], last = *list_last(&scale->points);
  GradientStop *stops = arena_array(arena, GradientStop, ticks.count + 2);
  Gradient *gradient = arena_new(arena, Gradient);
  gradient->from =
      strip->horizontal ? (Point){0, 0} : (Point){0, strip->length};
  gradient->to = strip->horizontal ? (Point){strip->length, 0} : (Point){0, 0};
  gradient->stops = stops;
  for (int i = -1; i <= ticks.count; i++) {
    double value = i < 0              ? first
                   : i == ticks.count ? last
                                      : value_to_number(ticks.items[i]);
    if (i >= 0 && i < ticks.count && (value == first || value == last))
      continue;
    GradientStop *stop = &stops[gradient->stop_count++];
    stop->offset = scale_fraction(scale, value);
    scale_color(scale, value_number(value), &stop->color);
    stop->color.alpha *= strip_opacity(strip);
  }
  return (Paint){.kind = PAINT_LINEAR, .gradient = gradient};
}

static Paints edge_paints(const Strip *strip) {
  Paints paints = paints_new();
  paints.opacity = strip_opacity(strip);
  paints.stroke_width = property(strip, "gradientStrokeWidth", 0);
  if (paints.stroke_width > 0)
    paints.stroke =
        style_paint(strip->drawing, cascade_find(&strip->legend->properties,
                                                 "gradientStrokeColor"));
  return paints;
}

/* The part of the strip between two fractions of its length. */
static Bounds strip_part(const Strip *strip, double from, double to) {
  double length = strip->length;
  if (strip->horizontal)
    return bounds_of(from * length, 0, to * length, strip->thickness);
  return bounds_of(0, (1 - to) * length, strip->thickness, (1 - from) * length);
}

static void draw_strip(const Strip *strip, Group *group) {
  Paints paints = edge_paints(strip);
  paints.fill = strip_paint(strip);
  group_rect(group, strip_part(strip, 0, 1), NULL, &paints);
}

/* ---- Bands ---- */

static double band_fraction(const Strip *strip, double value) {
  double span = strip->high - strip->low;
  if (!(span != 0)) return 0;
  return clamped((value - strip->low) / span, 0, 1);
}

/* The ends of the strip: the domain's; thresholds have a class of the usual
 * width beyond each. */
static void set_band_ends(Strip *strip, double upper) {
  const Scale *scale = &strip->legend->scale->scale;
  const ValueList *ends = isfinite(upper) ? &strip->starts : &scale->domain;
  strip->low = INFINITY;
  strip->high = isfinite(upper) ? upper : -INFINITY;
  for (int i = 0; i < ends->count; i++) {
    double end = value_to_number(ends->items[i]);
    if (!isfinite(end)) continue;
    strip->low = fmin(strip->low, end);
    strip->high = fmax(strip->high, end);
  }
  if (strip->legend->scale->type != SCALE_THRESHOLD) return;
  int gaps = scale->domain.count - 1;
  double beyond = gaps > 0 ? (strip->high - strip->low) / gaps : .1;
  strip->low -= beyond;
  strip->high += beyond;
}

static void set_bands(Strip *strip) {
  double upper = NAN;
  TickCount none = {0};
  strip->starts = scale_label_values(
      strip->drawing->arena, &strip->legend->scale->scale, none, &upper);
  set_band_ends(strip, upper);
}

static void draw_bands(const Strip *strip, Group *group) {
  const Scale *scale = &strip->legend->scale->scale;
  for (int i = 0; i < strip->starts.count; i++) {
    Paints paints = edge_paints(strip);
    Color color;
    if (scale_color(scale, strip->starts.items[i], &color))
      paints.fill = paint_color(color);
    double from = band_fraction(strip, value_to_number(strip->starts.items[i]));
    double to =
        i + 1 < strip->starts.count
            ? band_fraction(strip, value_to_number(strip->starts.items[i + 1]))
            : 1;
    group_rect(group, strip_part(strip, i ? from : 0, to), NULL, &paints);
  }
}

/* Bands are told apart by the numbers between them. */
static ValueList band_values(const Strip *strip) {
  ValueList values = {0};
  for (int i = 1; i < strip->starts.count; i++)
    list_add(strip->drawing->arena, &values, strip->starts.items[i]);
  return values;
}

/* ---- Labels ---- */

/* From the strip to its labels. */
static double label_gap(const Strip *strip) {
  const json_t *stated = json_object_get(strip->legend->given, "labelOffset");
  return style_number(strip->drawing, stated,
                      property(strip, "gradientLabelOffset", 2));
}

static Label label_at(const Strip *strip, const AxisTick *tick,
                      double fraction) {
  Label label = {0};
  label.lines =
      str_lines(strip->drawing->arena, tick->label, &label.line_count);
  GuideText text = {strip->drawing, &strip->legend->properties, "label",
                    "guide-label"};
  guide_label_style(&text, &label);
  label.limit = style_number(
      strip->drawing, json_object_get(strip->legend->given, "labelLimit"),
      property(strip, "gradientLabelLimit", 0));
  double away = strip->thickness + label_gap(strip);
  if (strip->horizontal) {
    label.at = (Point){fraction * strip->length, away};
    label.baseline = BASELINE_TOP;
    label.align = fraction <= 0   ? ALIGN_LEFT
                  : fraction >= 1 ? ALIGN_RIGHT
                                  : ALIGN_CENTER;
    return label;
  }
  label.at = (Point){away, (1 - fraction) * strip->length};
  label.baseline = fraction <= 0   ? BASELINE_BOTTOM
                   : fraction >= 1 ? BASELINE_TOP
                                   : BASELINE_MIDDLE;
  return label;
}

static ValueList label_values(const Strip *strip, TickCount count) {
  double upper;
  ValueList values = legend_stated_values(strip->drawing, strip->legend);
  if (values.count) return values;
  if (strip->banded) return band_values(strip);
  const Scale *scale = &strip->legend->scale->scale;
  values = scale_label_values(strip->drawing->arena, scale, count, &upper);
  int last = scale->points.count - 1;
  if (values.count >= 3 || last < 1 ||
      scale->points.items[0] == scale->points.items[last])
    return values;
  values = (ValueList){0};
  list_add(strip->drawing->arena, &values,
           value_number(scale->points.items[0]));
  list_add(strip->drawing->arena, &values,
           value_number(scale->points.items[last]));
  return values;
}

static TickCount label_count(const Strip *strip) {
  const Cascade *properties = &strip->legend->properties;
  const json_t *wanted = cascade_find(properties, "tickCount");
  TickCount count =
      wanted ? tick_count_read(strip->drawing, wanted)
             : (TickCount){.wish = TICKS_COUNT,
                           .count = fmax(2, 2 * floor(strip->length / 100))};
  double least = property(strip, "tickMinStep", NAN);
  if (strip->banded || isnan(least)) return count;
  return scale_tick_count(&strip->legend->scale->scale, count, least);
}

/* Of scales whose labels crowd together at an end, only those are hidden that
 * have no room. */
static bool crowds(ScaleType type) {
  return type == SCALE_LOG || type == SCALE_SYMLOG || type == SCALE_QUANTILE ||
         type == SCALE_THRESHOLD;
}

/* Hides labels that overlap, as the legend's `labelOverlap` says; else by its
 * scale, else as the config says; by parity if nothing. */
static void thin_labels(const Strip *strip, AxisTick *ticks, int count,
                        const Bounds *boxes) {
  const json_t *json = cascade_find(&strip->legend->properties, "labelOverlap");
  bool stated = json_object_get(strip->legend->given, "labelOverlap") != NULL;
  bool greedy = stated || !crowds(strip->legend->scale->type)
                    ? str_is(json_str(json), "greedy")
                    : true;
  if (!greedy && (json_is_false(json) || json_is_null(json))) return;
  labels_thin(ticks, count, boxes, greedy,
              property(strip, "labelSeparation", 0));
}

static double fraction_of(const Strip *strip, Value value) {
  double number = value_to_number(value);
  return strip->banded ? band_fraction(strip, number)
                       : scale_fraction(&strip->legend->scale->scale, number);
}

static void draw_labels(const Strip *strip, Group *group) {
  Drawing *drawing = strip->drawing;
  const Legend *legend = strip->legend;
  TickCount count = label_count(strip);
  bool stated = legend_stated_values(drawing, legend).count > 0;
  TickFormatRequest request = {
      .count = count, .all_labels = stated, .is_legend = true};
  ValueFormat format =
      guide_format(drawing, legend->scale, legend->def,
                   format_wish(drawing, &legend->properties), &request);
  if (json_is_null(legend->title))
    value_format_keep_unit(drawing->arena, &format);
  ValueList values = label_values(strip, count);
  AxisTick *ticks = arena_array(drawing->arena, AxisTick, values.count);
  Label *labels = arena_array(drawing->arena, Label, values.count);
  Bounds *boxes = arena_array(drawing->arena, Bounds, values.count);
  Lettering lettering = drawing_lettering(drawing);
  for (int i = 0; i < values.count; i++) {
    ticks[i] = (AxisTick){.value = values.items[i], .is_shown = true};
    ticks[i].label =
        legend_label(drawing, legend, ticks[i].value,
                     value_format_text(drawing, &format, ticks[i].value), i);
    labels[i] = label_at(strip, &ticks[i], fraction_of(strip, ticks[i].value));
    boxes[i] = label_bounds(&lettering, &labels[i]);
  }
  thin_labels(strip, ticks, values.count, boxes);
  record_role(group, "legend-label");
  for (int i = 0; i < values.count; i++)
    if (ticks[i].is_shown) group_label(group, &lettering, &labels[i]);
}

Group *gradient_legend_draw(Drawing *drawing, const Legend *legend) {
  Strip strip = {.drawing = drawing, .legend = legend};
  strip.horizontal = legend_is_horizontal(drawing, legend, true);
  strip.thickness = property(&strip, "gradientThickness", 16);
  Group *entries = drawing_group(drawing);
  strip.banded = scale_type_is_discretizing(legend->scale->type);
  strip.length = strip_length(&strip);
  if (strip.banded) set_bands(&strip);
  record_role(entries, strip.banded ? "legend-band" : "legend-gradient");
  if (strip.banded)
    draw_bands(&strip, entries);
  else
    draw_strip(&strip, entries);
  draw_labels(&strip, entries);
  entries->height = strip.horizontal ? strip.thickness : strip.length;
  Group *group = drawing_group(drawing);
  legend_finish(drawing, legend, entries, group);
  return group;
}
