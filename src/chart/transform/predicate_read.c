/* JSON to predicates: an expression, a comparison of a field, a parameter, and
 * these joined by and, or, not. */
#include <math.h>

#include "base/limits.h"
#include "chart/drawing.h"
#include "chart/transform/predicate_parts.h"

static const char *const comparison_names[] = {
    [EQUAL] = "equal",  [LESS] = "lt",           [LESS_EQUAL] = "lte",
    [GREATER] = "gt",   [GREATER_EQUAL] = "gte", [IN_RANGE] = "range",
    [ONE_OF] = "oneOf", [VALID] = "valid"};

enum { COMPARISON_COUNT = sizeof comparison_names / sizeof *comparison_names };

typedef struct Reading {
  const TransformContext *context;
  Place place; /* where a text without a container stands */
  int depth;
} Reading;

static Predicate *read_any(Reading *reading, const json_t *json);

static Place place_of(const Reading *reading, const json_t *json) {
  if (!reading->context->tree || !json_is_object(json)) return reading->place;
  return tree_place_of(reading->context->tree, json);
}

static Predicate *refuse(const Reading *reading, const json_t *json,
                         const char *message) {
  diag(reading->context->diags, DIAG_CHART_BAD_SPEC, place_of(reading, json),
       "%s", message);
  return NULL;
}

static Predicate *predicate_new(const Reading *reading, PredicateKind kind) {
  Predicate *predicate = arena_new(reading->context->chart, Predicate);
  predicate->kind = kind;
  return predicate;
}

/* ---- Reading ---- */

/* An expression's text without the quotes around it in the file. */
static const Expr *read_expression(const Reading *reading, const json_t *text,
                                   Place place) {
  return expr_parse(reading->context->chart, json_str(text),
                    place_inside_quotes(place), reading->context->diags);
}

/* What a number or text means as a moment of a time unit: {"timeUnit":
 * "month", "equal": 3} is March. */
static Value value_of_unit(TimeUnit unit, const json_t *json, Value value) {
  double moment = value.number;
  if (value.kind == VALUE_TIME) return value;
  bool names_part = value.kind == VALUE_STRING
                        ? !parse_date(value_text(&value), &moment)
                        : value.kind == VALUE_NUMBER && value.number < 10000;
  if (value.kind != VALUE_STRING && value.kind != VALUE_NUMBER) return value;
  bool is_single = !(unit.parts & (unit.parts - 1));
  if (!names_part || !is_single) return value_time(moment);
  Arena scratch = {0};
  json_t *part = json_object();
  json_object_set(part, time_unit_name(&scratch, unit).text, (json_t *)json);
  double start = NAN;
  date_time_read(part, &start);
  json_decref(part);
  arena_clear(&scratch);
  return value_time(start);
}

static bool read_operand(const Reading *reading, Predicate *predicate,
                         const json_t *json) {
  Operand operand = {0};
  double moment;
  const json_t *text = json_object_get(json, "expr");
  if (!text) text = json_object_get(json, "signal");
  if (json_is_string(text)) {
    operand.expr = read_expression(reading, text, place_of(reading, json));
    if (!operand.expr) return false;
  } else if (date_time_read(json, &moment)) {
    operand.value = value_time(moment);
  } else {
    operand.value = value_from_json(reading->context->chart, json);
  }
  if (predicate->unit.parts && !operand.expr)
    operand.value = value_of_unit(predicate->unit, json, operand.value);
  list_add(reading->context->chart, &predicate->operands, operand);
  return true;
}

static bool read_unit(const Reading *reading, const json_t *json,
                      TimeUnit *unit) {
  const json_t *name = json_object_get(json, "timeUnit");
  if (!name) return true;
  const json_t *step = json_object_get(name, "step");
  bool binned = json_is_true(json_object_get(name, "binned"));
  if (json_is_object(name)) name = json_object_get(name, "unit");
  if (!json_is_string(name) || !time_unit_read(json_str(name), unit))
    return refuse(reading, json, "the predicate's 'timeUnit' is no time unit");
  if (json_is_number(step)) unit->step = json_number_value(step);
  unit->binned |= binned;
  return true;
}

static bool read_operands(const Reading *reading, Predicate *predicate,
                          const json_t *json) {
  if (predicate->comparison == VALID) {
    predicate->is_valid = !json_is_false(json);
    return true;
  }
  bool is_list =
      predicate->comparison == IN_RANGE || predicate->comparison == ONE_OF;
  if (!is_list) return read_operand(reading, predicate, json);
  bool has_two = json_array_size(json) == 2;
  if (!json_is_array(json) || (predicate->comparison == IN_RANGE && !has_two))
    return refuse(reading, json,
                  "'range' needs two values and 'oneOf' a list of values");
  size_t i;
  const json_t *item;
  json_array_foreach(
      json, i, item) if (!read_operand(reading, predicate, item)) return false;
  return true;
}

static Predicate *read_comparison(const Reading *reading, const json_t *json) {
  Predicate *predicate = predicate_new(reading, PREDICATE_FIELD);
  predicate->field = json_str(json_object_get(json, "field"));
  if (!read_unit(reading, json, &predicate->unit)) return NULL;
  for (int i = 0; i < COMPARISON_COUNT; i++) {
    const json_t *operand = json_object_get(json, comparison_names[i]);
    if (!operand) continue;
    predicate->comparison = (Comparison)i;
    return read_operands(reading, predicate, operand) ? predicate : NULL;
  }
  return refuse(reading, json,
                "a predicate of a field needs one of equal, lt, lte, gt, gte, "
                "range, oneOf, valid");
}

static Predicate *read_parts(Reading *reading, PredicateKind kind,
                             const json_t *list) {
  Predicate *predicate = predicate_new(reading, kind);
  if (!json_is_array(list))
    return refuse(reading, list, "'and' and 'or' need a list of predicates");
  size_t i;
  const json_t *item;
  bool is_good = true;
  json_array_foreach(list, i, item) {
    const Predicate *part = read_any(reading, item);
    is_good &= part != NULL;
    list_add(reading->context->chart, &predicate->parts, part);
  }
  return is_good ? predicate : NULL;
}

static Predicate *read_not(Reading *reading, const json_t *json) {
  Predicate *predicate = predicate_new(reading, PREDICATE_NOT);
  const Predicate *part = read_any(reading, json);
  if (!part) return NULL;
  list_add(reading->context->chart, &predicate->parts, part);
  return predicate;
}

static Predicate *read_param(const Reading *reading, const json_t *json) {
  Predicate *predicate = predicate_new(reading, PREDICATE_PARAM);
  const json_t *name = json_object_get(json, "param");
  if (!name) name = json_object_get(json, "selection");
  predicate->param = json_str(name);
  predicate->holds_when_empty = !json_is_false(json_object_get(json, "empty"));
  return predicate;
}

static Predicate *read_text(const Reading *reading, const json_t *json,
                            Place place) {
  Predicate *predicate = predicate_new(reading, PREDICATE_EXPRESSION);
  predicate->expr = read_expression(reading, json, place);
  return predicate->expr ? predicate : NULL;
}

static Predicate *read_object(Reading *reading, const json_t *json) {
  const json_t *part;
  if ((part = json_object_get(json, "and")))
    return read_parts(reading, PREDICATE_AND, part);
  if ((part = json_object_get(json, "or")))
    return read_parts(reading, PREDICATE_OR, part);
  if ((part = json_object_get(json, "not"))) return read_not(reading, part);
  if (json_object_get(json, "param") || json_object_get(json, "selection"))
    return read_param(reading, json);
  if (json_object_get(json, "field")) return read_comparison(reading, json);
  if (json_is_string(json_object_get(json, "expr")))
    return read_text(reading, json_object_get(json, "expr"),
                     place_of(reading, json));
  return refuse(reading, json,
                "a predicate needs an expression, 'field', 'param', 'and', "
                "'or' or 'not'");
}

static Predicate *read_any(Reading *reading, const json_t *json) {
  if (json_is_string(json)) return read_text(reading, json, reading->place);
  if (!json_is_object(json) || reading->depth >= LIMIT_TREE_DEPTH)
    return refuse(reading, json, "a predicate is an expression or an object");
  reading->depth++;
  Predicate *predicate = read_object(reading, json);
  reading->depth--;
  return predicate;
}

const Predicate *predicate_read(const TransformContext *context,
                                const json_t *json, Place place) {
  Reading reading = {context, place, 0};
  return read_any(&reading, json);
}
