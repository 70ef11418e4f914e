/* Fill, stroke and their like for a row's item. */
#include <math.h>

#include "chart/guide/style.h"
#include "chart/mark/mark.h"
#include "chart/spec/read_view.h"

/* The mark's own `fill` (or `stroke`), or in its stead `color` where the mark
 * is coloured that way; the strongest layer that has either. What Vega-Lite
 * always states itself, the paint that `color` decides and the fill of hollow
 * points, a named style cannot. */
static const json_t *paint_property(const View *view, const char *name,
                                    bool takes_color) {
  const Cascade *style = &view->mark_style;
  bool is_stated = takes_color ||
                   (view->mark == MARK_POINT && str_is(str_from(name), "fill"));
  for (int i = 0; i < style->count; i++) {
    const json_t *own = json_object_get(style->layers[i], name);
    bool is_named = (view->named_styles >> i) & 1;
    if (own && !(is_named && is_stated)) return own;
    const json_t *color = json_object_get(style->layers[i], "color");
    if (takes_color && color) return color;
  }
  return NULL;
}

static GradientStop *stops_read(Drawing *drawing, const json_t *json,
                                int *count) {
  const json_t *list = json_object_get(json, "stops");
  *count = (int)json_array_size(list);
  GradientStop *stops = arena_array(drawing->arena, GradientStop, *count);
  for (int i = 0; i < *count; i++) {
    const json_t *stop = json_array_get(list, (size_t)i);
    stops[i].offset = json_number_value(json_object_get(stop, "offset"));
    color_read(json_str(json_object_get(stop, "color")), &stops[i].color);
  }
  return stops;
}

static double part(const json_t *json, const char *name, double fallback) {
  const json_t *value = json_object_get(json, name);
  return json_is_number(value) ? json_number_value(value) : fallback;
}

/* A gradient in fractions of the item's box; the mark scales it. */
static bool gradient_read(Drawing *drawing, const json_t *json, Paint *paint) {
  Str kind = json_str(json_object_get(json, "gradient"));
  if (!kind.len) return false;
  *paint = (Paint){0};
  paint->kind = str_is(kind, "radial") ? PAINT_RADIAL : PAINT_LINEAR;
  bool radial = paint->kind == PAINT_RADIAL;
  Gradient *gradient = arena_new(drawing->arena, Gradient);
  gradient->from = (Point){part(json, "x1", radial ? .5 : 0),
                           part(json, "y1", radial ? .5 : 0)};
  gradient->to = (Point){part(json, "x2", radial ? .5 : 1),
                         part(json, "y2", radial ? .5 : 0)};
  gradient->from_radius = part(json, "r1", 0);
  gradient->to_radius = part(json, "r2", .5);
  gradient->stops = stops_read(drawing, json, &gradient->stop_count);
  paint->gradient = gradient;
  return true;
}

static Paint paint_of(Value value, Paint otherwise) {
  Color color;
  if (value.kind == VALUE_UNDEFINED) return otherwise;
  if (value.kind != VALUE_STRING) return (Paint){0};
  return color_read(value_text(&value), &color) ? paint_color(color)
                                                : (Paint){0};
}

static Paint property_paint(MarkSketch *sketch, const char *name,
                            bool takes_color, int row) {
  const json_t *json = paint_property(sketch->view, name, takes_color);
  Paint paint = {0};
  if (!json || gradient_read(sketch->drawing, json, &paint)) return paint;
  return paint_of(drawing_value(sketch->drawing, json, sketch->rows, row),
                  (Paint){0});
}

static double default_opacity(const View *view) {
  bool light = view->mark == MARK_POINT || view->mark == MARK_TICK ||
               view->mark == MARK_CIRCLE || view->mark == MARK_SQUARE;
  return light && !view->is_aggregated ? .7 : 1;
}

static void set_dashes(MarkSketch *sketch, int row, Paints *paints) {
  Drawing *drawing = sketch->drawing;
  if (!sketch->view->encoding[CHANNEL_STROKE_DASH].json) {
    style_dashes(drawing, mark_property(sketch->view, "strokeDash"), paints);
  } else {
    Value value = channel_value(sketch, CHANNEL_STROKE_DASH, row);
    double sum = 0;
    if (value.kind != VALUE_ARRAY || !value.len) return;
    double *dashes = arena_array(drawing->arena, double, value.len);
    for (int i = 0; i < value.len; i++)
      sum += dashes[i] = value_to_number(value.items[i]);
    if (!(sum > 0) || (value.len == 2 && dashes[1] == 0)) return;
    paints->dashes = dashes;
    paints->dash_count = value.len;
  }
  paints->dash_offset = property_number(sketch, "strokeDashOffset", row, 0);
}

static void set_ends(MarkSketch *sketch, int row, Paints *paints) {
  Value cap = property_value(sketch, "strokeCap", row);
  Value join = property_value(sketch, "strokeJoin", row);
  if (str_is(value_text(&cap), "round")) paints->cap = CAP_ROUND;
  if (str_is(value_text(&cap), "square")) paints->cap = CAP_SQUARE;
  if (str_is(value_text(&join), "round")) paints->join = JOIN_ROUND;
  if (str_is(value_text(&join), "bevel")) paints->join = JOIN_BEVEL;
  paints->miter_limit = property_number(sketch, "strokeMiterLimit", row, 0);
}

/* A gradient's opacity is its stops'. */
static void fade_gradient(MarkSketch *sketch, Paint *paint, double opacity) {
  if (opacity == 1 || !paint->gradient) return;
  Arena *arena = sketch->drawing->arena;
  Gradient *faded = arena_new(arena, Gradient);
  *faded = *paint->gradient;
  GradientStop *stops = arena_array(arena, GradientStop, faded->stop_count);
  for (int i = 0; i < faded->stop_count; i++) {
    stops[i] = faded->stops[i];
    stops[i].color.alpha *= opacity;
  }
  faded->stops = stops;
  paint->gradient = faded;
}

void paint_stretch(Arena *arena, Paint *paint, Rect box) {
  if (!paint->gradient) return;
  Gradient *over = arena_new(arena, Gradient);
  *over = *paint->gradient;
  over->from = (Point){box.x + over->from.x * box.width,
                       box.y + over->from.y * box.height};
  over->to =
      (Point){box.x + over->to.x * box.width, box.y + over->to.y * box.height};
  over->from_radius *= fmax(box.width, box.height);
  over->to_radius *= fmax(box.width, box.height);
  paint->gradient = over;
}

Paints item_paints(MarkSketch *sketch, int row) {
  const View *view = sketch->view;
  Paints paints = paints_new();
  bool filled = view->is_filled;
  paints.fill = property_paint(sketch, "fill", filled, row);
  paints.stroke = property_paint(sketch, "stroke", !filled, row);
  Paint *colored = filled ? &paints.fill : &paints.stroke;
  if (view->encoding[CHANNEL_COLOR].json)
    *colored = paint_of(channel_value(sketch, CHANNEL_COLOR, row), *colored);
  if (view->encoding[CHANNEL_FILL].json)
    paints.fill =
        paint_of(channel_value(sketch, CHANNEL_FILL, row), paints.fill);
  if (view->encoding[CHANNEL_STROKE].json)
    paints.stroke =
        paint_of(channel_value(sketch, CHANNEL_STROKE, row), paints.stroke);
  bool has_fill_opacity = mark_property(view, "fillOpacity") != NULL;
  paints.opacity = channel_number(sketch, CHANNEL_OPACITY, row, "opacity",
                                  has_fill_opacity ? 1 : default_opacity(view));
  paints.fill_opacity =
      channel_number(sketch, CHANNEL_FILL_OPACITY, row, "fillOpacity", 1);
  paints.stroke_opacity =
      channel_number(sketch, CHANNEL_STROKE_OPACITY, row, "strokeOpacity", 1);
  paints.stroke_width =
      channel_number(sketch, CHANNEL_STROKE_WIDTH, row, "strokeWidth", 1);
  fade_gradient(sketch, &paints.fill, paints.opacity * paints.fill_opacity);
  fade_gradient(sketch, &paints.stroke, paints.opacity * paints.stroke_opacity);
  set_dashes(sketch, row, &paints);
  set_ends(sketch, row, &paints);
  return paints;
}

/* The value that a channel states, else the first of its conditions'. */
static const json_t *first_value(const ChannelDef *def) {
  const json_t *list = def->condition;
  size_t count = json_is_array(list) ? json_array_size(list) : list ? 1 : 0;
  if (def->value) return def->value;
  for (size_t i = 0; i < count; i++) {
    const json_t *one = json_is_array(list) ? json_array_get(list, i) : list;
    const json_t *value = json_object_get(one, "value");
    if (value) return value;
  }
  return NULL;
}

Paint mark_paint_plain(MarkSketch *sketch, Channel channel, bool takes_color,
                       bool *by_field) {
  const ChannelDef *def = &sketch->view->encoding[channel];
  if (!def->json && takes_color) def = &sketch->view->encoding[CHANNEL_COLOR];
  if (def_has_field_or_datum(def) && !def->condition) {
    *by_field = true;
    return (Paint){0};
  }
  const json_t *value = first_value(def);
  if (value) return style_paint(sketch->drawing, value);
  return property_paint(sketch, channel_name(channel), takes_color, 0);
}

Str item_link(MarkSketch *sketch, int row) {
  Value value = channel_value(sketch, CHANNEL_HREF, row);
  if (value.kind == VALUE_UNDEFINED)
    value = property_value(sketch, "href", row);
  return value_text(&value);
}
