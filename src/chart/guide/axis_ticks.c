/* The ticks of an axis: values, places, labels. */
#include <math.h>

#include "base/limits.h"
#include "chart/guide/axis.h"
#include "chart/guide/format.h"
#include "chart/guide/style.h"
#include "chart/spec/read_view.h"

/* Vega-Lite's wish for the number of ticks. */
static TickCount default_count(const Axis *axis, AxisSpace space) {
  const ChannelDef *def = axis->def;
  double size = axis_is_vertical(axis) ? space.height : space.width;
  ScaleType type = axis->scale->type;
  if (scale_type_is_discrete(type) || type == SCALE_LOG) return (TickCount){0};
  TickCount count = {.wish = TICKS_COUNT, .count = ceil(size / 40)};
  if (def->bin) {
    count.count = ceil(size / 10);
    return count;
  }
  unsigned parts = def->time_unit.parts;
  if (parts == TIME_MONTH || parts == TIME_HOURS || parts == TIME_DAY ||
      parts == TIME_QUARTER)
    return (TickCount){0};
  return count;
}

/* The length of a time unit's period, below which ticks make no sense; NaN of
 * days of the week, as Vega-Lite has it. */
static double period_of(TimeUnit unit) {
  if (!unit.parts || time_unit_finest(unit) == TIME_DAY) return NAN;
  double start = 978307200000.0; /* 2001-01-01, as Vega-Lite does */
  return time_unit_next(unit, start) - start;
}

static double min_step(Drawing *drawing, const Axis *axis, Str format) {
  double given = cascade_number(&axis->properties, drawing, "tickMinStep", NAN);
  if (!isnan(given)) return given;
  if (str_is(format, "d")) return 1;
  return period_of(axis->def->time_unit);
}

static ValueList values_of(Drawing *drawing, const Axis *axis,
                           TickCount *count) {
  ValueList values = {0};
  const json_t *json = json_object_get(axis->given, "values");
  if (json_is_expression(json)) {
    Value list = drawing_value(drawing, json, NULL, 0);
    for (int i = 0; list.kind == VALUE_ARRAY && i < list.len; i++)
      list_add(drawing->arena, &values, list.items[i]);
  }
  for (size_t i = 0; i < json_array_size(json); i++)
    list_add(drawing->arena, &values,
             def_value(drawing, axis->def, json_array_get(json, i)));
  bool listed = json_is_array(json) || values.count;
  if (listed && !cascade_find(&axis->properties, "tickCount"))
    *count = (TickCount){.wish = TICKS_COUNT, .count = values.count};
  if (json_is_array(json) || values.count)
    return scale_valid_ticks(drawing->arena, &axis->scale->scale, values.items,
                             values.count, *count);
  return scale_ticks(drawing->arena, &axis->scale->scale, *count);
}

typedef struct Labeler {
  ValueFormat format;
  const Expr *expr; /* labelExpr, or NULL */
  double min, max;
} Labeler;

static Value label_datum(Drawing *drawing, const AxisTick *tick, int index) {
  ValueMember *members = arena_array(drawing->arena, ValueMember, 4);
  members[0] = (ValueMember){S("value"), tick->value};
  members[1] = (ValueMember){S("label"), value_str(tick->label)};
  members[2] = (ValueMember){S("index"), value_number(tick->share)};
  members[3] = (ValueMember){S("order"), value_number(index)};
  return (Value){.kind = VALUE_OBJECT, .len = 4, .members = members};
}

static const Expr *label_expr(Drawing *drawing, const Axis *axis) {
  const json_t *json = cascade_find(&axis->properties, "labelExpr");
  if (!json_is_string(json)) return NULL;
  return expr_parse(drawing->arena, json_str(json),
                    cascade_text_place(&axis->properties, drawing, "labelExpr"),
                    drawing->diags);
}

static double share_of(int index, int count) {
  return count > 1 ? (double)index / (count - 1) : 0;
}

/* Whether a condition of a tick's property holds: an expression, or a predicate
 * on `value` and `label`. */
static bool test_holds(Drawing *drawing, const json_t *condition,
                       const AxisTick *tick, int index) {
  const json_t *test = json_object_get(condition, "test");
  Place place = drawing_place(drawing, condition, "test");
  if (json_is_string(test)) {
    const Expr *expr =
        expr_parse(drawing->arena, json_str(test), place, drawing->diags);
    return expr && value_to_boolean(drawing_eval(
                       drawing, expr, label_datum(drawing, tick, index)));
  }
  Table *table = table_new(drawing->arena, 1);
  table_add(drawing->arena, table, S("value"))->cells[0] = tick->value;
  table_add(drawing->arena, table, S("label"))->cells[0] =
      value_str(tick->label);
  const Predicate *predicate =
      predicate_read(&drawing->transforms, test, place);
  return predicate &&
         predicate_holds(predicate, &drawing->transforms, table, 0);
}

/* {"condition": {"test", "value"}, "value"} for a tick; NULL: no value. */
static json_t *decide(Drawing *drawing, const json_t *json,
                      const AxisTick *tick, int index) {
  const json_t *condition = json_object_get(json, "condition");
  bool listed = json_is_array(condition);
  size_t count = listed ? json_array_size(condition) : 1;
  for (size_t i = 0; i < count; i++) {
    const json_t *one = listed ? json_array_get(condition, i) : condition;
    if (test_holds(drawing, one, tick, index))
      return json_object_get(one, "value");
  }
  return json_object_get(json, "value");
}

Cascade axis_tick_properties(Drawing *drawing, const Axis *axis,
                             const AxisTick *tick, int index) {
  const Cascade *all = &axis->properties;
  json_t *decided = NULL;
  for (int i = 0; i < all->count; i++) {
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)all->layers[i], name, value) {
      if (!json_object_get(value, "condition")) continue;
      if (cascade_find(all, name) != value) continue;
      if (!decided) decided = drawing_keep(drawing, json_object());
      json_t *chosen = decide(drawing, value, tick, index);
      json_object_set_new(decided, name,
                          chosen ? json_incref(chosen) : json_null());
    }
  }
  if (!decided) return *all;
  Cascade cascade = {0};
  cascade_add(&cascade, decided);
  for (int i = 0; i < all->count; i++)
    cascade_add(&cascade, all->layers[i]);
  return cascade;
}

static Str label_of(Drawing *drawing, const Labeler *labeler,
                    const AxisTick *tick, int index) {
  Str text = value_format_text(drawing, &labeler->format, tick->value);
  if (!labeler->expr) return text;
  AxisTick labelled = *tick;
  labelled.label = text;
  Value value = drawing_eval(drawing, labeler->expr,
                             label_datum(drawing, &labelled, index));
  return value_lines(drawing->arena, value);
}

typedef struct TickPlace {
  double band, offset, label_offset;
  bool rounds, extra;
} TickPlace;

/* Bands have an offset of their own, which a config's does not change. */
static double tick_offset(Drawing *drawing, const Axis *axis, bool banded) {
  if (!banded)
    return cascade_number(&axis->properties, drawing, "tickOffset", 0);
  return style_number(drawing, json_object_get(axis->given, "tickOffset"), -.5);
}

static TickPlace tick_place(Drawing *drawing, const Axis *axis) {
  const Cascade *properties = &axis->properties;
  bool banded = axis->scale->type == SCALE_BAND;
  Str tick_band = cascade_str(properties, drawing, "tickBand", "center");
  bool extent = str_is(tick_band, "extent") && banded;
  return (TickPlace){
      .band =
          extent ? 1 : cascade_number(properties, drawing, "bandPosition", .5),
      .offset = tick_offset(drawing, axis, banded && !extent),
      .label_offset = cascade_number(properties, drawing, "labelOffset", 0),
      .rounds = cascade_flag(properties, drawing, "tickRound", true),
      .extra = extent || cascade_flag(properties, drawing, "tickExtra", false)};
}

static double round_half_up(double number) {
  return floor(number + .5);
}

static void place_tick(const Axis *axis, const TickPlace *place,
                       AxisTick *tick) {
  const Scale *scale = &axis->scale->scale;
  double at = scale_position(scale, tick->value);
  double band = scale_bandwidth(scale);
  tick->position = at + band * place->band + place->offset;
  if (place->rounds) tick->position = round_half_up(tick->position);
  tick->label_at = at + band * .5 + place->offset + place->label_offset;
}

/* With tickBand "extent": a tick without a label before the first band. */
static void add_extra(Drawing *drawing, const Axis *axis,
                      const TickPlace *place, AxisTickList *ticks) {
  if (!place->extra || !ticks->count) return;
  AxisTick first = ticks->items[0];
  first.position =
      scale_position(&axis->scale->scale, first.value) + place->offset;
  if (place->rounds) first.position = round_half_up(first.position);
  first.label = (Str){0};
  first.label_at = 0; /* Vega has no number for it, which counts as zero */
  list_add(drawing->arena, ticks, first);
}

/* A continuous scale can be asked for a tick every millisecond. */
static bool are_too_many(Drawing *drawing, const Axis *axis,
                         const ValueList *values) {
  if (values->count < LIMIT_TICKS ||
      !scale_type_is_continuous(axis->scale->scale.type))
    return false;
  diag(drawing->diags, DIAG_CHART_LIMIT,
       drawing_place(drawing, axis->given, "tickCount"),
       "an axis has at most %d ticks", LIMIT_TICKS - 1);
  return true;
}

AxisTickList axis_ticks(Drawing *drawing, const Axis *axis, AxisSpace space) {
  FormatWish wish = format_wish(drawing, &axis->properties);
  const json_t *wanted = cascade_find(&axis->properties, "tickCount");
  TickCount count =
      wanted ? tick_count_read(drawing, wanted) : default_count(axis, space);
  const json_t *listed = json_object_get(axis->given, "values");
  count = scale_tick_count(&axis->scale->scale, count,
                           min_step(drawing, axis, wish.format));
  ValueList values = values_of(drawing, axis, &count);
  TickFormatRequest request = {.count = count,
                               .all_labels = json_is_array(listed)};
  Labeler labeler = {
      .format = guide_format(drawing, axis->scale, axis->def, wish, &request),
      .expr = label_expr(drawing, axis)};
  TickPlace place = tick_place(drawing, axis);
  AxisTickList ticks = {0};
  if (are_too_many(drawing, axis, &values)) return ticks;
  for (int i = 0; i < values.count; i++) {
    AxisTick tick = {.value = values.items[i],
                     .is_shown = true,
                     .share = share_of(i, values.count)};
    place_tick(axis, &place, &tick);
    if (isnan(tick.position)) continue;
    tick.label = label_of(drawing, &labeler, &tick, i);
    list_add(drawing->arena, &ticks, tick);
  }
  add_extra(drawing, axis, &place, &ticks);
  return ticks;
}
