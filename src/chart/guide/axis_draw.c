/* Axes are drawn: grid, ticks, labels, domain line, title. Coordinates are the
 * plot's; lines stand on half pixels, as Vega translates axes by one half. */
#include <glib.h>
#include <math.h>

#include "chart/guide/axis.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

typedef struct AxisSketch {
  Drawing *drawing;
  const Axis *axis;
  AxisSpace space;
  Group *group;
  double shift; /* translate: half a pixel */
  double sign;  /* away from the plot: 1 down and right, -1 up and left */
  bool vertical;
  AxisTickList ticks;
} AxisSketch;

static double property(const AxisSketch *sketch, const char *name,
                       double fallback) {
  return cascade_number(&sketch->axis->properties, sketch->drawing, name,
                        fallback);
}

/* A point at a place along the axis and a distance away from it. */
static Point at(const AxisSketch *sketch, double along, double away) {
  double out = away * sketch->sign;
  return sketch->vertical ? (Point){out, along} : (Point){along, out};
}

static Point shifted(const AxisSketch *sketch, Point point) {
  return (Point){point.x + sketch->shift, point.y + sketch->shift};
}

static Paints line_paints(const AxisSketch *sketch, const char *prefix,
                          const AxisTick *tick, int index) {
  char name[32];
  Paints paints = paints_new();
  Drawing *drawing = sketch->drawing;
  g_snprintf(name, sizeof name, "%sColor", prefix);
  const json_t *color =
      axis_tick_property(drawing, sketch->axis, name, tick, index);
  paints.stroke = style_paint(drawing, color);
  g_snprintf(name, sizeof name, "%sWidth", prefix);
  const json_t *width =
      axis_tick_property(drawing, sketch->axis, name, tick, index);
  paints.stroke_width = style_number(drawing, width, 1);
  g_snprintf(name, sizeof name, "%sOpacity", prefix);
  const json_t *opacity =
      axis_tick_property(drawing, sketch->axis, name, tick, index);
  paints.opacity = style_number(drawing, opacity, 1);
  g_snprintf(name, sizeof name, "%sDash", prefix);
  style_dashes(drawing,
               axis_tick_property(drawing, sketch->axis, name, tick, index),
               &paints);
  g_snprintf(name, sizeof name, "%sCap", prefix);
  Str cap = cascade_str(&sketch->axis->properties, drawing, name, "");
  if (str_is(cap, "round")) paints.cap = CAP_ROUND;
  if (str_is(cap, "square")) paints.cap = CAP_SQUARE;
  return paints;
}

void axis_draw_grid(Drawing *drawing, const Axis *axis, AxisSpace space,
                    Group *group) {
  if (!axis->has_grid || axis->is_disabled) return;
  AxisSketch sketch = {.drawing = drawing,
                       .axis = axis,
                       .space = space,
                       .group = drawing_group(drawing),
                       .shift = .5,
                       .sign = 1,
                       .vertical = axis_is_vertical(axis)};
  sketch.shift = property(&sketch, "translate", .5);
  AxisTickList ticks = axis_ticks(drawing, axis, space);
  record_role(sketch.group, "axis-grid");
  for (int i = 0; i < ticks.count; i++) {
    const AxisTick *tick = &ticks.items[i];
    Paints paints = line_paints(&sketch, "grid", tick, i);
    double end = sketch.vertical ? space.width : space.height;
    Point from = shifted(&sketch, at(&sketch, tick->position, 0));
    Point to = shifted(&sketch, at(&sketch, tick->position, end));
    group_rule(sketch.group, from, to, &paints);
  }
  sketch.group->bounds = bounds_empty();
  group_add(group, sketch.group, "grid");
}

/* Where the axis's zero line lies in the plot. */
static Point origin_of(const AxisSketch *sketch) {
  double offset = property(sketch, "offset", 0);
  double position = property(sketch, "position", 0);
  switch (sketch->axis->orient) {
  case AXIS_TOP:
    return (Point){position, -offset};
  case AXIS_LEFT:
    return (Point){-offset, position};
  case AXIS_RIGHT:
    return (Point){sketch->space.width + offset, position};
  default:
    return (Point){position, sketch->space.height + offset};
  }
}

static Bounds draw_ticks(const AxisSketch *sketch) {
  Bounds bounds = bounds_empty();
  double size = property(sketch, "tickSize", 5);
  record_role(sketch->group, "axis-tick");
  for (int i = 0; i < sketch->ticks.count; i++) {
    const AxisTick *tick = &sketch->ticks.items[i];
    Paints paints = line_paints(sketch, "tick", tick, i);
    const json_t *own =
        axis_tick_property(sketch->drawing, sketch->axis, "tickSize", tick, i);
    double length = own ? style_number(sketch->drawing, own, size) : size;
    Point from = at(sketch, tick->position, 0);
    Point to = at(sketch, tick->position, length);
    group_rule(sketch->group, shifted(sketch, from), shifted(sketch, to),
               &paints);
    bounds_union(&bounds, bounds_grown(bounds_of(from.x, from.y, to.x, to.y),
                                       paints.stroke_width / 2));
  }
  return bounds;
}

static double normal_angle(double angle) {
  return fmod(fmod(angle, 360) + 360, 360);
}

/* Vega-Lite's default angle: discrete x labels stand upright. */
static double label_angle(const AxisSketch *sketch) {
  const Axis *axis = sketch->axis;
  double given = property(sketch, "labelAngle", NAN);
  if (!isnan(given)) return normal_angle(given);
  bool discrete =
      axis->def->type == TYPE_NOMINAL || axis->def->type == TYPE_ORDINAL;
  if (axis->channel == CHANNEL_X && discrete && !axis->def->time_unit.parts)
    return 270;
  return NAN;
}

static LabelAlign label_align(const AxisSketch *sketch, double angle) {
  AxisOrient orient = sketch->axis->orient;
  bool is_x = !sketch->vertical;
  LabelAlign plain = is_x                   ? ALIGN_CENTER
                     : orient == AXIS_RIGHT ? ALIGN_LEFT
                                            : ALIGN_RIGHT;
  if (isnan(angle)) return plain;
  double start = is_x ? 0 : 90;
  if (fmod(angle + start, 180) == 0) return ALIGN_CENTER;
  bool main_side = orient == (is_x ? AXIS_BOTTOM : AXIS_LEFT);
  bool turned = start < angle && angle < 180 + start;
  return turned == main_side ? ALIGN_LEFT : ALIGN_RIGHT;
}

static LabelBaseline label_baseline(const AxisSketch *sketch, double angle) {
  AxisOrient orient = sketch->axis->orient;
  if (!sketch->vertical) {
    LabelBaseline plain = orient == AXIS_TOP ? BASELINE_BOTTOM : BASELINE_TOP;
    if (isnan(angle)) return plain;
    if ((45 < angle && angle < 135) || (225 < angle && angle < 315))
      return BASELINE_MIDDLE;
    return ((angle <= 45 || 315 <= angle) == (orient == AXIS_TOP))
               ? BASELINE_BOTTOM
               : BASELINE_TOP;
  }
  if (isnan(angle) || angle <= 45 || 315 <= angle ||
      (135 <= angle && angle <= 225))
    return BASELINE_MIDDLE;
  return ((45 <= angle && angle <= 135) == (orient == AXIS_LEFT))
             ? BASELINE_TOP
             : BASELINE_BOTTOM;
}

/* The threshold in pixels within which end labels are flush; NaN: none. */
static double flush_of(const AxisSketch *sketch) {
  const Axis *axis = sketch->axis;
  const json_t *json = cascade_find(&axis->properties, "labelFlush");
  if (json_is_number(json)) return json_number_value(json);
  if (json) return json_is_true(json) ? 1 : NAN;
  bool flushes =
      axis->channel == CHANNEL_X && (axis->def->type == TYPE_QUANTITATIVE ||
                                     axis->def->type == TYPE_TEMPORAL);
  return flushes ? 1 : NAN;
}

/* -1: near the axis's start, 1: near its end, 0: neither. */
static int flush_side(const AxisSketch *sketch, double position,
                      double threshold) {
  double size = sketch->vertical ? sketch->space.height : sketch->space.width;
  double left = fabs(position), right = fabs(size - position);
  if (left < right && left <= threshold) return -1;
  return right <= threshold ? 1 : 0;
}

static void flush_label(const AxisSketch *sketch, const AxisTick *tick,
                        double threshold, Label *label) {
  int side = flush_side(
      sketch, scale_position(&sketch->axis->scale->scale, tick->value),
      threshold);
  if (!sketch->vertical && side)
    label->align = side < 0 ? ALIGN_LEFT : ALIGN_RIGHT;
  if (sketch->vertical && side)
    label->baseline = side < 0 ? BASELINE_TOP : BASELINE_BOTTOM;
}

typedef struct LabelPlan {
  double angle, away, flush;
  LabelAlign align;
  LabelBaseline baseline;
  bool align_is_given, baseline_is_given;
} LabelPlan;

static LabelPlan label_plan(const AxisSketch *sketch) {
  LabelPlan plan = {.angle = label_angle(sketch), .flush = flush_of(sketch)};
  const Cascade *properties = &sketch->axis->properties;
  Drawing *drawing = sketch->drawing;
  bool ticks = cascade_flag(properties, drawing, "ticks", true);
  plan.away = (ticks ? property(sketch, "tickSize", 5) : 0) +
              property(sketch, "labelPadding", 2);
  plan.align = label_align(sketch, plan.angle);
  plan.baseline = label_baseline(sketch, plan.angle);
  plan.align_is_given =
      label_align_read(cascade_str(properties, drawing, "labelAlign", ""),
                       &plan.align) ||
      (!isnan(plan.angle) && (sketch->vertical || plan.angle != 0));
  plan.baseline_is_given = label_baseline_read(
      cascade_str(properties, drawing, "labelBaseline", ""), &plan.baseline);
  return plan;
}

static Label label_for(const AxisSketch *sketch, const LabelPlan *plan,
                       const AxisTick *tick, int index) {
  Label label = {0};
  GuideText text = {sketch->drawing, &sketch->axis->properties, "label",
                    "guide-label"};
  guide_label_style(&text, &label);
  const json_t *padding = axis_tick_property(sketch->drawing, sketch->axis,
                                             "labelPadding", tick, index);
  double away = plan->away;
  if (json_object_get(cascade_find(&sketch->axis->properties, "labelPadding"),
                      "condition"))
    away += style_number(sketch->drawing, padding, 2) - 2;
  label.at = at(sketch, tick->label_at, away);
  label.lines =
      str_lines(sketch->drawing->arena, tick->label, &label.line_count);
  label.angle = isnan(plan->angle) ? 0 : plan->angle;
  label.align = plan->align;
  label.baseline = plan->baseline;
  if (!isnan(plan->flush) &&
      !(sketch->vertical ? plan->baseline_is_given : plan->align_is_given))
    flush_label(sketch, tick, plan->flush, &label);
  const json_t *color = axis_tick_property(sketch->drawing, sketch->axis,
                                           "labelColor", tick, index);
  style_color(sketch->drawing, color, &label.color);
  const json_t *weight = axis_tick_property(sketch->drawing, sketch->axis,
                                            "labelFontWeight", tick, index);
  if (weight) label.style.weight = style_weight(sketch->drawing, weight);
  label.opacity = style_number(sketch->drawing,
                               axis_tick_property(sketch->drawing, sketch->axis,
                                                  "labelOpacity", tick, index),
                               1);
  label.place = drawing_place(sketch->drawing, sketch->axis->def->json, NULL);
  return label;
}

/* "parity", "greedy" or "" by Vega-Lite's default. */
static Str overlap_method(const AxisSketch *sketch) {
  const Axis *axis = sketch->axis;
  const json_t *json = cascade_find(&axis->properties, "labelOverlap");
  if (json_is_string(json)) return json_str(json);
  if (json_is_true(json)) return S("parity");
  if (json) return (Str){0};
  const ChannelDef *def = axis->def;
  bool named = def->type == TYPE_NOMINAL || def->type == TYPE_ORDINAL;
  bool timed = def->time_unit.parts &&
               !json_is_object(json_object_get(def->json, "sort"));
  if (named && !timed) return (Str){0};
  ScaleType type = axis->scale->type;
  return type == SCALE_LOG || type == SCALE_SYMLOG ? S("greedy") : S("parity");
}

static Bounds draw_labels(AxisSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  Lettering lettering = drawing_lettering(sketch->drawing);
  int count = sketch->ticks.count;
  AxisTick *ticks = sketch->ticks.items;
  Label *labels = arena_array(arena, Label, count);
  Bounds *boxes = arena_array(arena, Bounds, count), all = bounds_empty();
  LabelPlan plan = label_plan(sketch);
  for (int i = 0; i < count; i++) {
    labels[i] = label_for(sketch, &plan, &ticks[i], i);
    boxes[i] = label_bounds(&lettering, &labels[i]);
  }
  Str method = overlap_method(sketch);
  if (method.len)
    labels_thin(ticks, count, boxes, str_is(method, "greedy"),
                property(sketch, "labelSeparation", 0));
  record_role(sketch->group, "axis-label");
  for (int i = 0; i < count; i++) {
    if (!ticks[i].is_shown) continue;
    bounds_union(&all, boxes[i]);
    if (!ticks[i].label.len) continue;
    labels[i].at = shifted(sketch, labels[i].at);
    group_label(sketch->group, &lettering, &labels[i]);
  }
  return all;
}

static void draw_domain(const AxisSketch *sketch) {
  AxisTick none = {0};
  Paints paints = line_paints(sketch, "domain", &none, 0);
  double end = sketch->vertical ? sketch->space.height : sketch->space.width;
  record_role(sketch->group, "axis-domain");
  group_rule(sketch->group, shifted(sketch, at(sketch, 0, 0)),
             shifted(sketch, at(sketch, end, 0)), &paints);
}

static int title_lines(const AxisSketch *sketch, const Str **lines) {
  const Axis *axis = sketch->axis;
  const json_t *stated = axis->title;
  if (!stated) stated = cascade_find(&axis->properties, "title");
  if (stated && axis->title2 && json_is_string(axis->title2) &&
      json_is_string(stated)) {
    Str *both = arena_new(sketch->drawing->arena, Str);
    *both =
        str_format(sketch->drawing->arena, "%s, %s", json_string_value(stated),
                   json_string_value(axis->title2));
    *lines = both;
    return 1;
  }
  if (stated) return cascade_lines(stated, sketch->drawing, lines);
  StrBuf words = {.arena = sketch->drawing->arena};
  for (int i = 0; i < axis->titles.count; i++)
    strbuf_addf(&words, "%s%.*s", i ? ", " : "", STR(axis->titles.items[i]));
  Str *line = arena_new(sketch->drawing->arena, Str);
  *line = strbuf_str(&words);
  *lines = line;
  return line->len > 0;
}

static double anchor_place(const AxisSketch *sketch, Str anchor, double size) {
  double place = str_is(anchor, "start") ? 0 : str_is(anchor, "end") ? 1 : .5;
  return sketch->vertical ? size * (1 - place) : size * place;
}

/* A title at a y axis that is not turned stands at the axis's head. */
static void place_upright(const AxisSketch *sketch, const Bounds *drawn,
                          Label *label) {
  label->align = ALIGN_LEFT;
  label->baseline = BASELINE_BOTTOM;
  label->at = (Point){fmin(0, drawn->x1),
                      fmin(0, drawn->y1) - property(sketch, "titlePadding", 4)};
  if (sketch->axis->orient == AXIS_RIGHT) {
    label->align = ALIGN_RIGHT;
    label->at.x = fmax(0, drawn->x2);
  }
}

static void place_title(const AxisSketch *sketch, double reach,
                        const Bounds *drawn, Label *label) {
  Drawing *drawing = sketch->drawing;
  const Cascade *properties = &sketch->axis->properties;
  AxisOrient orient = sketch->axis->orient;
  Str anchor = cascade_str(properties, drawing, "titleAnchor", "middle");
  double size = sketch->vertical ? sketch->space.height : sketch->space.width;
  double away = reach + property(sketch, "titlePadding", 4);
  double given_angle = property(sketch, "titleAngle", NAN);
  double extra = (label->line_count - 1) * (label->style.size + 2);
  if (drawing->request->theme == THEME_JIKJI && sketch->vertical &&
      given_angle == 0 && !cascade_find_in(properties, "titleAngle", 1)) {
    place_upright(sketch, drawn, label);
    return;
  }
  label->angle = !isnan(given_angle)    ? given_angle
                 : orient == AXIS_LEFT  ? -90
                 : orient == AXIS_RIGHT ? 90
                                        : 0;
  label->align = str_is(anchor, "start") ? ALIGN_LEFT
                 : str_is(anchor, "end") ? ALIGN_RIGHT
                                         : ALIGN_CENTER;
  label->baseline = orient == AXIS_BOTTOM ? BASELINE_TOP : BASELINE_BOTTOM;
  if (orient != AXIS_BOTTOM) away += extra;
  label->at = at(sketch, anchor_place(sketch, anchor, size), away);
  label_align_read(cascade_str(properties, drawing, "titleAlign", ""),
                   &label->align);
  label_baseline_read(cascade_str(properties, drawing, "titleBaseline", ""),
                      &label->baseline);
  label->at.x = property(sketch, "titleX", label->at.x);
  label->at.y = property(sketch, "titleY", label->at.y);
}

static void draw_title(const AxisSketch *sketch, double reach, Bounds *bounds) {
  Label label = {0};
  GuideText text = {sketch->drawing, &sketch->axis->properties, "title",
                    "guide-title"};
  label.line_count = title_lines(sketch, &label.lines);
  if (!label.line_count || !label.lines[0].len) return;
  guide_label_style(&text, &label);
  place_title(sketch, reach, bounds, &label);
  Lettering lettering = drawing_lettering(sketch->drawing);
  bounds_union(bounds, label_bounds(&lettering, &label));
  label.at = shifted(sketch, label.at);
  record_role(sketch->group, "axis-title");
  group_label(sketch->group, &lettering, &label);
}

/* How far ticks and labels reach from the axis, within the extents allowed. */
static double reach_of(const AxisSketch *sketch, const Bounds *drawn) {
  double reach = 0;
  if (!bounds_is_empty(drawn)) switch (sketch->axis->orient) {
    case AXIS_TOP:
      reach = -drawn->y1;
      break;
    case AXIS_LEFT:
      reach = -drawn->x1;
      break;
    case AXIS_RIGHT:
      reach = drawn->x2;
      break;
    default:
      reach = drawn->y2;
      break;
    }
  double least = property(sketch, "minExtent", 0);
  double most = property(sketch, "maxExtent", 200);
  return fmax(least, fmin(most, reach));
}

void axis_draw(Drawing *drawing, const Axis *axis, AxisSpace space,
               Group *group) {
  if (axis->is_disabled) return;
  AxisSketch sketch = {.drawing = drawing,
                       .axis = axis,
                       .space = space,
                       .group = drawing_group(drawing),
                       .vertical = axis_is_vertical(axis)};
  bool before = axis->orient == AXIS_TOP || axis->orient == AXIS_LEFT;
  sketch.sign = before ? -1 : 1;
  sketch.shift = property(&sketch, "translate", .5);
  sketch.ticks = axis_ticks(drawing, axis, space);
  Bounds bounds = bounds_empty();
  if (cascade_flag(&axis->properties, drawing, "ticks", true))
    bounds_union(&bounds, draw_ticks(&sketch));
  if (cascade_flag(&axis->properties, drawing, "labels", true))
    bounds_union(&bounds, draw_labels(&sketch));
  double reach = reach_of(&sketch, &bounds);
  double size = sketch.vertical ? space.height : space.width;
  Point end = at(&sketch, size, reach);
  bounds_add(&bounds, 0, 0);
  bounds_add(&bounds, end.x, end.y);
  if (cascade_flag(&axis->properties, drawing, "domain", true))
    draw_domain(&sketch);
  draw_title(&sketch, reach, &bounds);
  Point origin = origin_of(&sketch);
  sketch.group->x = origin.x;
  sketch.group->y = origin.y;
  sketch.group->bounds = bounds;
  group_add(group, sketch.group, "axis");
}
