/* The labels of an axis: how they are turned and aligned, which of them are
 * hidden. */
#include <math.h>

#include "chart/extension/extension.h"
#include "chart/guide/axis_sketch.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

static double normal_angle(double angle) {
  return fmod(fmod(angle, 360) + 360, 360);
}

/* Vega-Lite's default angle: discrete x labels stand upright. */
static double label_angle(const AxisSketch *sketch) {
  const Axis *axis = sketch->axis;
  double given = axis_property(sketch, "labelAngle", NAN);
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
  const json_t *json = cascade_find(&sketch->properties, "labelFlush");
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
  double left = fabs(position - sketch->low);
  double right = fabs(sketch->high - position);
  if (left < right && left <= threshold) return -1;
  return right <= threshold ? 1 : 0;
}

static void flush_label(const AxisSketch *sketch, const AxisTick *tick,
                        double threshold, Label *label) {
  int side = flush_side(
      sketch, scale_position(&sketch->axis->scale->scale, tick->value),
      threshold);
  double outward = side * axis_property(sketch, "labelFlushOffset", 0);
  if (!side) return;
  if (sketch->vertical) {
    label->baseline = side < 0 ? BASELINE_TOP : BASELINE_BOTTOM;
    label->dy = outward;
  } else {
    label->align = side < 0 ? ALIGN_LEFT : ALIGN_RIGHT;
    label->dx = outward;
  }
}

/* An angle that an expression gives leaves Vega's own defaults where a stated
 * one takes Vega-Lite's. */
static void align_by_expression(const AxisSketch *sketch, double angle,
                                Label *label) {
  if (!sketch->vertical && fmod(angle, 180) == 0) label->align = ALIGN_LEFT;
  if (sketch->vertical && label->baseline == BASELINE_MIDDLE)
    label->baseline = BASELINE_ALPHABETIC;
}

/* Turns and aligns a label; end labels are flush with the axis where nothing
 * says how labels along the axis are aligned. */
static void align_label(const AxisSketch *sketch, const AxisTick *tick,
                        Label *label) {
  const Cascade *properties = &sketch->properties;
  Drawing *drawing = sketch->drawing;
  double angle = label_angle(sketch), flush = flush_of(sketch);
  label->angle = isnan(angle) ? 0 : angle;
  label->align = label_align(sketch, angle);
  label->baseline = label_baseline(sketch, angle);
  bool align_is_given =
      label_align_read(cascade_str(properties, drawing, "labelAlign", ""),
                       &label->align) ||
      (!isnan(angle) && (sketch->vertical || fmod(angle, 180) != 0));
  bool baseline_is_given = label_baseline_read(
      cascade_str(properties, drawing, "labelBaseline", ""), &label->baseline);
  if (json_is_expression(cascade_find(properties, "labelAngle")))
    align_by_expression(sketch, angle, label);
  if (!isnan(flush) && !(sketch->vertical ? baseline_is_given : align_is_given))
    flush_label(sketch, tick, flush, label);
}

/* Labels of discrete x values have the step of their scale for themselves, all
 * others the limit at which they would be cut. */
static void wrap_label(const AxisSketch *sketch, Label *label) {
  static const double between = 6;
  Lettering lettering = drawing_lettering(sketch->drawing);
  const Scale *scale = &sketch->axis->scale->scale;
  double room = label->limit, step = scale_step(scale);
  if (!sketch->vertical && label->angle == 0 && step > 0)
    room = fmax(step - between, label->style.size);
  if (room > 0) label_wrap(&lettering, label, room);
}

static Label label_for(AxisSketch *sketch, const AxisTick *tick, int index) {
  Drawing *drawing = sketch->drawing;
  Label label = {0};
  axis_turn_to(sketch, tick, index);
  double size = axis_property(sketch, "tickSize", 5);
  GuideText text = {drawing, &sketch->properties, "label", "guide-label"};
  guide_label_style(&text, &label);
  bool ticks = cascade_flag(&sketch->properties, drawing, "ticks", true);
  double away = (ticks ? size : 0) + axis_property(sketch, "labelPadding", 2);
  label.at = axis_at(sketch, tick->label_at, away);
  label.lines = str_lines(drawing->arena, tick->label, &label.line_count);
  align_label(sketch, tick, &label);
  label.place = drawing_place(drawing, sketch->axis->def->json, NULL);
  if (extension_wraps(drawing, "axis")) wrap_label(sketch, &label);
  axis_turn_to(sketch, NULL, 0);
  return label;
}

/* "parity", "greedy" or "" by Vega-Lite's default. */
static Str overlap_method(const AxisSketch *sketch) {
  const Axis *axis = sketch->axis;
  const json_t *json = cascade_find(&sketch->properties, "labelOverlap");
  if (json_is_string(json)) return json_str(json);
  if (json_is_true(json)) return S("parity");
  if (json) return (Str){0};
  const ChannelDef *def = axis->def;
  bool named = def->type == TYPE_NOMINAL || def->type == TYPE_ORDINAL;
  const json_t *sort = json_object_get(def->json, "sort");
  bool timed =
      def->time_unit.parts && !json_is_object(sort) && !json_is_array(sort);
  if (named && !timed) return (Str){0};
  ScaleType type = axis->scale->type;
  return type == SCALE_LOG || type == SCALE_SYMLOG ? S("greedy") : S("parity");
}

/* Hides labels that reach beyond the axis by more than `labelBound`. */
static void hide_beyond(const AxisSketch *sketch, AxisTick *ticks,
                        const Bounds *boxes) {
  const json_t *json = cascade_find(&sketch->properties, "labelBound");
  if (!json || json_is_false(json) || json_is_null(json)) return;
  double slack =
      json_is_true(json) ? 1 : style_number(sketch->drawing, json, 1);
  if (slack == 0) return;
  for (int i = 0; i < sketch->ticks.count; i++) {
    double low = sketch->vertical ? boxes[i].y1 : boxes[i].x1;
    double high = sketch->vertical ? boxes[i].y2 : boxes[i].x2;
    if (low < sketch->low - slack || high > sketch->high + slack)
      ticks[i].is_shown = false;
  }
}

Bounds axis_draw_labels(AxisSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  Lettering lettering = drawing_lettering(sketch->drawing);
  int count = sketch->ticks.count;
  AxisTick *ticks = sketch->ticks.items;
  Label *labels = arena_array(arena, Label, count);
  Bounds *boxes = arena_array(arena, Bounds, count), all = bounds_empty();
  for (int i = 0; i < count; i++) {
    labels[i] = label_for(sketch, &ticks[i], i);
    boxes[i] = label_bounds(&lettering, &labels[i]);
  }
  Str method = overlap_method(sketch);
  if (method.len)
    labels_thin(ticks, count, boxes, str_is(method, "greedy"),
                axis_property(sketch, "labelSeparation", 0));
  hide_beyond(sketch, ticks, boxes);
  record_role(sketch->group, "axis-label");
  for (int i = 0; i < count; i++) {
    if (!ticks[i].is_shown) continue;
    bounds_union(&all, boxes[i]);
    if (!ticks[i].label.len) continue;
    labels[i].at = axis_shifted(sketch, labels[i].at);
    group_label(sketch->group, &lettering, &labels[i]);
  }
  return all;
}
