/* Legends of continuous colours: a strip with labels. */
#include <math.h>

#include "chart/guide/axis.h"
#include "chart/guide/format.h"
#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"

typedef struct Strip {
  Drawing *drawing;
  const Legend *legend;
  bool horizontal;
  double length, thickness;
} Strip;

static double clamped(double number, double low, double high) {
  return fmin(fmax(number, low), high);
}

static double property(const Strip *strip, const char *name, double fallback) {
  return cascade_number(&strip->legend->properties, strip->drawing, name,
                        fallback);
}

/* As long as the plot beside it, within limits. */
static double strip_length(const Strip *strip) {
  const Legend *legend = strip->legend;
  const json_t *given = json_object_get(legend->given, "gradientLength");
  if (given) return style_number(strip->drawing, given, 200);
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

/* The scale's colours along the strip, close enough for any interpolation. */
static Paint strip_paint(const Strip *strip) {
  enum { STOPS = 33 };
  const Scale *scale = &strip->legend->scale->scale;
  GradientStop *stops = arena_array(strip->drawing->arena, GradientStop, STOPS);
  Paint paint = {.kind = PAINT_LINEAR, .stops = stops, .stop_count = STOPS};
  paint.from = strip->horizontal ? (Point){0, 0} : (Point){0, strip->length};
  paint.to = strip->horizontal ? (Point){strip->length, 0} : (Point){0, 0};
  if (scale->points.count < 2) return paint;
  double first = scale->points.items[0];
  double last = scale->points.items[scale->points.count - 1];
  for (int i = 0; i < STOPS; i++) {
    double share = (double)i / (STOPS - 1);
    double low = fmin(first, last), high = fmax(first, last);
    double value = low + share * (high - low);
    stops[i].offset = scale_fraction(scale, value);
    if (first > last) stops[i].offset = share;
    scale_color(scale, value_number(value), &stops[i].color);
  }
  return paint;
}

static void draw_strip(const Strip *strip, Group *group) {
  Paints paints = paints_new();
  paints.fill = strip_paint(strip);
  const json_t *stroke =
      cascade_find(&strip->legend->properties, "gradientStrokeColor");
  paints.stroke_width = property(strip, "gradientStrokeWidth", 0);
  if (paints.stroke_width > 0)
    paints.stroke = style_paint(strip->drawing, stroke);
  double own = property(strip, "gradientOpacity", NAN);
  if (isnan(own)) own = legend_mark_opacity(strip->drawing, strip->legend);
  if (own < 1) {
    GradientStop *stops = (GradientStop *)paints.fill.stops;
    for (int i = 0; i < paints.fill.stop_count; i++)
      stops[i].color.alpha *= own;
  }
  Bounds box = strip->horizontal
                   ? bounds_of(0, 0, strip->length, strip->thickness)
                   : bounds_of(0, 0, strip->thickness, strip->length);
  record_role(group, "legend-gradient");
  group_rect(group, box, NULL, &paints);
}

static Label label_at(const Strip *strip, const AxisTick *tick,
                      double fraction) {
  Label label = {.lines = &tick->label, .line_count = 1};
  GuideText text = {strip->drawing, &strip->legend->properties, "label",
                    "guide-label"};
  guide_label_style(&text, &label);
  label.limit = 0;
  double away = strip->thickness + property(strip, "gradientLabelOffset", 2);
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
  ValueList values = {0};
  double upper;
  const json_t *json = cascade_find(&strip->legend->properties, "values");
  for (size_t i = 0; i < json_array_size(json); i++)
    list_add(
        strip->drawing->arena, &values,
        def_value(strip->drawing, strip->legend->def, json_array_get(json, i)));
  if (values.count) return values;
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

static void draw_labels(const Strip *strip, Group *group) {
  Drawing *drawing = strip->drawing;
  const Legend *legend = strip->legend;
  const json_t *wanted = cascade_find(&legend->properties, "tickCount");
  TickCount count =
      wanted ? tick_count_read(drawing, wanted)
             : (TickCount){.wish = TICKS_COUNT,
                           .count = fmax(2, 2 * floor(strip->length / 100))};
  TickFormatRequest request = {
      .count = count, .all_labels = true, .is_legend = true};
  ValueFormat format =
      guide_format(drawing, legend->scale, legend->def,
                   format_wish(drawing, &legend->properties), &request);
  ValueList values = label_values(strip, count);
  AxisTick *ticks = arena_array(drawing->arena, AxisTick, values.count);
  Label *labels = arena_array(drawing->arena, Label, values.count);
  Bounds *boxes = arena_array(drawing->arena, Bounds, values.count);
  Lettering lettering = drawing_lettering(drawing);
  for (int i = 0; i < values.count; i++) {
    ticks[i] = (AxisTick){.value = values.items[i], .is_shown = true};
    ticks[i].label = value_format_text(drawing, &format, ticks[i].value);
    double fraction =
        scale_fraction(&legend->scale->scale, value_to_number(ticks[i].value));
    labels[i] = label_at(strip, &ticks[i], fraction);
    boxes[i] = label_bounds(&lettering, &labels[i]);
  }
  labels_thin(ticks, values.count, boxes, false, 0);
  record_role(group, "legend-label");
  for (int i = 0; i < values.count; i++)
    if (ticks[i].is_shown) group_label(group, &lettering, &labels[i]);
}

Group *gradient_legend_draw(Drawing *drawing, const Legend *legend) {
  Strip strip = {.drawing = drawing, .legend = legend};
  strip.horizontal = legend_is_horizontal(drawing, legend, true);
  strip.length = strip_length(&strip);
  strip.thickness = property(&strip, "gradientThickness", 16);
  Group *entries = drawing_group(drawing);
  draw_strip(&strip, entries);
  draw_labels(&strip, entries);
  Group *group = drawing_group(drawing);
  legend_finish(drawing, legend, entries, group);
  return group;
}
