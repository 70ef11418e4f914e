/* How the symbols of a legend are painted: by the legend's own scales, else as
 * the marks that it explains. */
#include <math.h>

#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/mark/mark.h"
#include "chart/spec/read_view.h"

/* The greatest of a channel's values and those of its conditions. */
static double greatest_value(const ChannelDef *def) {
  double greatest = NAN;
  const json_t *list = def->condition;
  size_t count = json_is_array(list) ? json_array_size(list) : list ? 1 : 0;
  if (json_is_number(def->value)) greatest = json_number_value(def->value);
  for (size_t i = 0; i < count; i++) {
    const json_t *one = json_is_array(list) ? json_array_get(list, i) : list;
    const json_t *value = json_object_get(one, "value");
    if (json_is_number(value))
      greatest = fmax(json_number_value(value), greatest);
  }
  return greatest;
}

/* What a view's marks say of their opacity; NAN: nothing. The invisible are
 * named in legends all the same. */
static double unit_opacity(Drawing *drawing, const View *view) {
  double encoded = greatest_value(&view->encoding[CHANNEL_OPACITY]);
  if (!isnan(encoded)) return encoded > 0 ? encoded : NAN;
  bool light = view->mark == MARK_POINT || view->mark == MARK_TICK ||
               view->mark == MARK_CIRCLE || view->mark == MARK_SQUARE;
  const json_t *opacity = json_object_get(view->mark_json, "opacity");
  if (!mark_property(view, "opacity") && light && !view->is_aggregated &&
      !mark_property(view, "fillOpacity"))
    return .7;
  double stated = style_number(drawing, opacity, NAN);
  return stated > 0 ? stated : NAN;
}

double legend_mark_opacity(Drawing *drawing, const Legend *legend) {
  for (int i = 0; i < legend->views.count; i++) {
    double opacity = unit_opacity(drawing, legend->views.items[i]);
    if (!isnan(opacity)) return opacity;
  }
  return 1;
}

double legend_mapped_number(Drawing *drawing, const Legend *legend,
                            Channel channel, Value value, double fallback) {
  const ViewScale *scale = legend->scales[channel];
  if (!scale) return fallback;
  Value mapped = scale_map(drawing->arena, &scale->scale, value);
  return mapped.kind == VALUE_NUMBER ? mapped.number : fallback;
}

/* A property of the marks' config, which legends follow; what a spec's mark
 * says itself they do not. */
static const json_t *config_property(const Legend *legend, const char *name) {
  const View *view = legend->view;
  const json_t *own = json_object_get(view->mark_json, name);
  const json_t *found =
      cascade_find_in(&view->mark_style, name, view->stated_layers);
  return found == own ? NULL : found;
}

double legend_stroke_width(Drawing *drawing, const Legend *legend,
                           Value value) {
  double width =
      cascade_number(&legend->properties, drawing, "symbolStrokeWidth", 1.5);
  width = style_number(drawing, config_property(legend, "strokeWidth"), width);
  return legend_mapped_number(drawing, legend, CHANNEL_STROKE_WIDTH, value,
                              width);
}

/* The paint of a scale of the legend; false: it has none. */
static bool scaled_paint(const Legend *legend, Channel channel, Value value,
                         Paint *paint) {
  const ViewScale *scale = legend->scales[channel];
  Color color;
  if (!scale) return false;
  *paint = scale_color(&scale->scale, value, &color) ? paint_color(color)
                                                     : (Paint){0};
  return true;
}

static bool is_filled(const Legend *legend) {
  return legend->view->is_filled && legend->view->mark != MARK_TRAIL;
}

static Paint stated_paint(Drawing *drawing, const Legend *legend,
                          const char *name) {
  return style_paint(drawing, cascade_find(&legend->properties, name));
}

/* Symbols in place of a strip, for a scale that fills and strokes or has sizes
 * beside its colours: the looks of marks are said of the strip alone. */
static bool stands_for_strip(Drawing *drawing, const Legend *legend) {
  const json_t *type = cascade_find(&legend->properties, "type");
  bool colored = false;
  for (int i = CHANNEL_COLOR; i <= CHANNEL_STROKE; i++)
    colored |=
        legend->scales[i] && scale_type_is_continuous(legend->scales[i]->type);
  if (!colored || json_is_string(type)) return false;
  for (int i = 0; i < legend->views.count; i++)
    if (!isnan(unit_opacity(drawing, legend->views.items[i]))) return true;
  return false;
}

static Paints strip_symbol_paints(Drawing *drawing, const Legend *legend,
                                  Value value) {
  Paints paints = paints_new();
  bool fills = scaled_paint(legend, CHANNEL_FILL, value, &paints.fill) ||
               (legend->colors_fill &&
                scaled_paint(legend, CHANNEL_COLOR, value, &paints.fill));
  bool strokes = scaled_paint(legend, CHANNEL_STROKE, value, &paints.stroke) ||
                 (legend->colors_stroke &&
                  scaled_paint(legend, CHANNEL_COLOR, value, &paints.stroke));
  if (!fills) paints.fill = stated_paint(drawing, legend, "symbolFillColor");
  if (!strokes)
    paints.stroke = stated_paint(drawing, legend, "symbolStrokeColor");
  paints.opacity = legend_mapped_number(
      drawing, legend, CHANNEL_OPACITY, value,
      cascade_number(&legend->properties, drawing, "symbolOpacity", 1));
  paints.stroke_width = legend_stroke_width(drawing, legend, value);
  return paints;
}

/* Fills that other channels decide are black in a legend that is not theirs,
 * and take the marks' opacity a second time. */
static void set_fill(Drawing *drawing, const Legend *legend, Value value,
                     Paints *paints) {
  MarkSketch mark = {
      .drawing = drawing, .view = legend->view, .rows = legend->view->rows};
  bool by_field = false;
  if (scaled_paint(legend, CHANNEL_FILL, value, &paints->fill)) return;
  if (legend->colors_fill &&
      scaled_paint(legend, CHANNEL_COLOR, value, &paints->fill))
    return;
  paints->fill =
      mark_paint_plain(&mark, CHANNEL_FILL, is_filled(legend), &by_field);
  if (!by_field) return;
  paints->fill = stated_paint(drawing, legend, "symbolFillColor");
  if (paints->fill.kind != PAINT_NONE) return;
  paints->fill = stated_paint(drawing, legend, "symbolBaseFillColor");
  if (paints->fill.kind == PAINT_NONE) paints->fill = paint_color(color_rgb(0));
  paints->fill_opacity = legend_mark_opacity(drawing, legend);
}

static void set_stroke(Drawing *drawing, const Legend *legend, Value value,
                       Paints *paints) {
  MarkSketch mark = {
      .drawing = drawing, .view = legend->view, .rows = legend->view->rows};
  bool by_field = false;
  if (scaled_paint(legend, CHANNEL_STROKE, value, &paints->stroke)) return;
  if (legend->colors_stroke &&
      scaled_paint(legend, CHANNEL_COLOR, value, &paints->stroke))
    return;
  paints->stroke =
      mark_paint_plain(&mark, CHANNEL_STROKE, !is_filled(legend), &by_field);
  if (paints->stroke.kind != PAINT_NONE && !by_field) return;
  paints->stroke = stated_paint(drawing, legend, "symbolStrokeColor");
  bool is_fill_legend = legend->scales[CHANNEL_FILL] || legend->colors_fill;
  if (paints->stroke.kind == PAINT_NONE && by_field && !is_fill_legend)
    paints->stroke = stated_paint(drawing, legend, "symbolBaseStrokeColor");
}

static void set_dashes(Drawing *drawing, const Legend *legend, Value value,
                       Paints *paints) {
  const Cascade *properties = &legend->properties;
  const ViewScale *dash = legend->scales[CHANNEL_STROKE_DASH];
  if (dash) {
    Value mapped = scale_map(drawing->arena, &dash->scale, value);
    json_t *list = drawing_keep(drawing, value_to_json(mapped));
    if (json_number_value(json_array_get(list, 1)) > 0)
      style_dashes(drawing, list, paints);
    return;
  }
  const json_t *by_config = config_property(legend, "strokeDash");
  style_dashes(drawing,
               by_config ? by_config : cascade_find(properties, "symbolDash"),
               paints);
  paints->dash_offset =
      cascade_number(properties, drawing, "symbolDashOffset", 0);
}

Paints legend_symbol_paints(Drawing *drawing, const Legend *legend,
                            Value value) {
  if (stands_for_strip(drawing, legend))
    return strip_symbol_paints(drawing, legend, value);
  Paints paints = paints_new();
  double opacity =
      cascade_number(&legend->properties, drawing, "symbolOpacity", NAN);
  if (isnan(opacity)) opacity = legend_mark_opacity(drawing, legend);
  paints.opacity =
      legend_mapped_number(drawing, legend, CHANNEL_OPACITY, value, opacity);
  paints.fill_opacity =
      style_number(drawing, config_property(legend, "fillOpacity"), 1);
  paints.stroke_opacity =
      style_number(drawing, config_property(legend, "strokeOpacity"), 1);
  set_fill(drawing, legend, value, &paints);
  set_stroke(drawing, legend, value, &paints);
  paints.stroke_width = legend_stroke_width(drawing, legend, value);
  set_dashes(drawing, legend, value, &paints);
  return paints;
}
