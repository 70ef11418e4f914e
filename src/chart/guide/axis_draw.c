/* Axes are drawn: grid, ticks, labels, domain line, title. Coordinates are the
 * plot's; lines stand on half pixels, as Vega translates axes by one half. */
#include <glib.h>
#include <math.h>

#include "chart/guide/axis_sketch.h"
#include "chart/guide/format.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

double axis_property(const AxisSketch *sketch, const char *name,
                     double fallback) {
  return cascade_number(&sketch->properties, sketch->drawing, name, fallback);
}

Point axis_at(const AxisSketch *sketch, double along, double away) {
  double out = away * sketch->sign;
  return sketch->vertical ? (Point){out, along} : (Point){along, out};
}

Point axis_shifted(const AxisSketch *sketch, Point point) {
  return (Point){point.x + sketch->shift, point.y + sketch->shift};
}

/* The ends of a scale's range, those of the plot for want of a scale. */
static void range_ends(const ViewScale *scale, double size, double *low,
                       double *high) {
  *low = 0;
  *high = size;
  if (!scale || scale->scale.numbers.count < 2) return;
  double first = scale->scale.numbers.items[0];
  double last = *list_last(&scale->scale.numbers);
  *low = fmin(first, last);
  *high = fmax(first, last);
}

AxisSketch axis_sketch(Drawing *drawing, const Axis *axis, AxisSpace space) {
  bool before = axis->orient == AXIS_TOP || axis->orient == AXIS_LEFT;
  AxisSketch sketch = {.drawing = drawing,
                       .axis = axis,
                       .space = space,
                       .sign = before ? -1 : 1,
                       .vertical = axis_is_vertical(axis),
                       .properties = axis->properties};
  sketch.shift = axis_property(&sketch, "translate", .5);
  range_ends(axis->scale, sketch.vertical ? space.height : space.width,
             &sketch.low, &sketch.high);
  return sketch;
}

void axis_turn_to(AxisSketch *sketch, const AxisTick *tick, int index) {
  sketch->properties =
      tick ? axis_tick_properties(sketch->drawing, sketch->axis, tick, index)
           : sketch->axis->properties;
}

/* The stroke of "grid", "tick" or "domain" lines. */
static Paints line_paints(const AxisSketch *sketch, const char *prefix) {
  char name[32];
  Paints paints = paints_new();
  Drawing *drawing = sketch->drawing;
  const Cascade *properties = &sketch->properties;
  g_snprintf(name, sizeof name, "%sColor", prefix);
  paints.stroke = style_paint(drawing, cascade_find(properties, name));
  g_snprintf(name, sizeof name, "%sWidth", prefix);
  paints.stroke_width = axis_property(sketch, name, 1);
  g_snprintf(name, sizeof name, "%sOpacity", prefix);
  paints.opacity = axis_property(sketch, name, 1);
  g_snprintf(name, sizeof name, "%sDash", prefix);
  style_dashes(drawing, cascade_find(properties, name), &paints);
  g_snprintf(name, sizeof name, "%sDashOffset", prefix);
  paints.dash_offset = axis_property(sketch, name, 0);
  g_snprintf(name, sizeof name, "%sCap", prefix);
  Str cap = cascade_str(properties, drawing, name, "");
  if (str_is(cap, "round")) paints.cap = CAP_ROUND;
  if (str_is(cap, "square")) paints.cap = CAP_SQUARE;
  return paints;
}

/* Grid lines run along the range of the other scale, which Vega measures from
 * the axis's own side of the plot. */
static void grid_ends(const AxisSketch *sketch, double *start, double *end) {
  const Axis *axis = sketch->axis;
  Channel across = sketch->vertical ? CHANNEL_X : CHANNEL_Y;
  const ViewScale *scale = axis->view->scales[across];
  double size = sketch->vertical ? sketch->space.width : sketch->space.height;
  bool beyond = axis->orient == AXIS_BOTTOM || axis->orient == AXIS_RIGHT;
  *start = 0;
  *end = size;
  if (!scale || scale->scale.numbers.count < 2) return;
  double first = scale->scale.numbers.items[0];
  double last = *list_last(&scale->scale.numbers);
  *start = beyond ? size - first : first;
  *end = beyond ? size - last : last;
}

void axis_draw_grid(Drawing *drawing, const Axis *axis, AxisSpace space,
                    Group *group) {
  if (!axis->has_grid || axis->is_disabled) return;
  AxisSketch sketch = axis_sketch(drawing, axis, space);
  sketch.sign = 1;
  sketch.group = drawing_group(drawing);
  AxisTickList ticks = axis_ticks(drawing, axis, space);
  double start, end;
  grid_ends(&sketch, &start, &end);
  record_role(sketch.group, "axis-grid");
  for (int i = 0; i < ticks.count; i++) {
    const AxisTick *tick = &ticks.items[i];
    axis_turn_to(&sketch, tick, i);
    Paints paints = line_paints(&sketch, "grid");
    Point from = axis_shifted(&sketch, axis_at(&sketch, tick->position, start));
    Point to = axis_shifted(&sketch, axis_at(&sketch, tick->position, end));
    group_rule(sketch.group, from, to, &paints);
  }
  sketch.group->bounds = bounds_empty();
  group_add(group, sketch.group, "grid");
}

/* Where the axis's zero line lies in the plot. */
static Point origin_of(const AxisSketch *sketch) {
  double offset = axis_property(sketch, "offset", 0);
  double position = axis_property(sketch, "position", 0);
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

static Bounds draw_ticks(AxisSketch *sketch) {
  Bounds bounds = bounds_empty();
  record_role(sketch->group, "axis-tick");
  for (int i = 0; i < sketch->ticks.count; i++) {
    const AxisTick *tick = &sketch->ticks.items[i];
    axis_turn_to(sketch, tick, i);
    Paints paints = line_paints(sketch, "tick");
    double length = axis_property(sketch, "tickSize", 5);
    Point from = axis_at(sketch, tick->position, 0);
    Point to = axis_at(sketch, tick->position, length);
    group_rule(sketch->group, axis_shifted(sketch, from),
               axis_shifted(sketch, to), &paints);
    bounds_union(&bounds, bounds_grown(bounds_of(from.x, from.y, to.x, to.y),
                                       paints.stroke_width / 2));
  }
  axis_turn_to(sketch, NULL, 0);
  return bounds;
}

static void draw_domain(const AxisSketch *sketch) {
  Paints paints = line_paints(sketch, "domain");
  record_role(sketch->group, "axis-domain");
  group_rule(sketch->group,
             axis_shifted(sketch, axis_at(sketch, sketch->low, 0)),
             axis_shifted(sketch, axis_at(sketch, sketch->high, 0)), &paints);
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

/* The title's lines, the last one with the unit that labels leave out. */
static int title_lines_with_unit(const AxisSketch *sketch, const Str **lines) {
  Arena *arena = sketch->drawing->arena;
  int count = title_lines(sketch, lines);
  if (!count || !(*lines)[0].len || !sketch->unit.len) return count;
  Str *all = arena_array(arena, Str, count);
  for (int i = 0; i < count; i++)
    all[i] = (*lines)[i];
  all[count - 1] = guide_title_with_unit(arena, all[count - 1], sketch->unit);
  *lines = all;
  return count;
}

/* An axis without a title states the unit at its last label. */
static void state_unit(AxisSketch *sketch) {
  const Str *lines;
  Arena *arena = sketch->drawing->arena;
  int count = title_lines(sketch, &lines);
  if (!sketch->unit.len || (count && lines[0].len)) return;
  AxisTick *last = NULL;
  for (int i = 0; i < sketch->ticks.count; i++) {
    AxisTick *tick = &sketch->ticks.items[i];
    bool is_greater =
        !last || value_to_number(tick->value) > value_to_number(last->value);
    if (is_greater && tick->label.len) last = tick;
  }
  if (last) last->label = str_join(arena, last->label, sketch->unit);
}

static double anchor_place(const AxisSketch *sketch, Str anchor) {
  double place = str_is(anchor, "start") ? 0 : str_is(anchor, "end") ? 1 : .5;
  if (sketch->vertical) place = 1 - place;
  return sketch->low + place * (sketch->high - sketch->low);
}

/* A title at a y axis that is not turned stands at the axis's head. */
static void place_upright(const AxisSketch *sketch, const Bounds *drawn,
                          Label *label) {
  label->align = ALIGN_LEFT;
  label->baseline = BASELINE_BOTTOM;
  label->at =
      (Point){fmin(0, drawn->x1),
              fmin(0, drawn->y1) - axis_property(sketch, "titlePadding", 4)};
  if (sketch->axis->orient == AXIS_RIGHT) {
    label->align = ALIGN_RIGHT;
    label->at.x = fmax(0, drawn->x2);
  }
}

static void place_title(const AxisSketch *sketch, double reach,
                        const Bounds *drawn, Label *label) {
  Drawing *drawing = sketch->drawing;
  const Cascade *properties = &sketch->properties;
  AxisOrient orient = sketch->axis->orient;
  Str anchor = cascade_str(properties, drawing, "titleAnchor", "middle");
  double away = reach + axis_property(sketch, "titlePadding", 4);
  double given_angle = axis_property(sketch, "titleAngle", NAN);
  double line =
      label->line_height > 0 ? label->line_height : label->style.size + 2;
  double extra = (label->line_count - 1) * line;
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
  label->at = axis_at(sketch, anchor_place(sketch, anchor), away);
  label_align_read(cascade_str(properties, drawing, "titleAlign", ""),
                   &label->align);
  label_baseline_read(cascade_str(properties, drawing, "titleBaseline", ""),
                      &label->baseline);
  label->at.x = axis_property(sketch, "titleX", label->at.x);
  label->at.y = axis_property(sketch, "titleY", label->at.y);
}

static void draw_title(const AxisSketch *sketch, double reach, Bounds *bounds) {
  Label label = {0};
  GuideText text = {sketch->drawing, &sketch->properties, "title",
                    "guide-title"};
  label.line_count = title_lines_with_unit(sketch, &label.lines);
  if (!label.line_count || !label.lines[0].len) return;
  guide_label_style(&text, &label);
  place_title(sketch, reach, bounds, &label);
  Lettering lettering = drawing_lettering(sketch->drawing);
  bounds_union(bounds, label_bounds(&lettering, &label));
  label.at = axis_shifted(sketch, label.at);
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
  double least = axis_property(sketch, "minExtent", 0);
  double most = axis_property(sketch, "maxExtent", 200);
  return fmax(least, fmin(most, reach));
}

void axis_draw(Drawing *drawing, const Axis *axis, AxisSpace space,
               Group *group) {
  if (axis->is_disabled) return;
  AxisSketch sketch = axis_sketch(drawing, axis, space);
  sketch.group = drawing_group(drawing);
  sketch.ticks = axis_ticks(drawing, axis, space);
  sketch.unit = guide_unit(drawing, axis->scale, axis->def,
                           format_wish(drawing, &axis->properties));
  state_unit(&sketch);
  Bounds bounds = bounds_empty();
  if (cascade_flag(&axis->properties, drawing, "ticks", true))
    bounds_union(&bounds, draw_ticks(&sketch));
  if (cascade_flag(&axis->properties, drawing, "labels", true))
    bounds_union(&bounds, axis_draw_labels(&sketch));
  double reach = reach_of(&sketch, &bounds);
  Point start = axis_at(&sketch, sketch.low, 0);
  Point end = axis_at(&sketch, sketch.high, reach);
  bounds_add(&bounds, start.x, start.y);
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
