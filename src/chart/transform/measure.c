/* {"op", "field", "as"} to a measure. */
#include "chart/transform/tally.h"

/* Vega's name for a measure that is given none: "mean_price". */
static Str default_name(const Step *step, Str op, const Measure *measure) {
  if (!measure->has_field) return op;
  return str_format(step->chart, "%.*s_%.*s", STR(op),
                    STR(measure->field.name));
}

static bool refuse_op(const Step *step, const char *key, const json_t *json,
                      Str name) {
  int count;
  const char *const *names = aggregate_op_names(step->scratch, &count);
  Place place = step_place(step, key);
  if (step->context->tree) place = tree_place(step->context->tree, json, "op");
  diag(step->context->diags, DIAG_CHART_BAD_SPEC, place,
       "there is no aggregate operation '%.*s'", STR(name));
  diag_hint_nearest(step->context->diags, name, names, count);
  return false;
}

bool measure_read(const Step *step, const char *key, const json_t *json,
                  Measure *measure) {
  Str op = json_str(json_object_get(json, "op"));
  *measure = (Measure){.op = aggregate_op_find(op)};
  if (!measure->op) return refuse_op(step, key, json, op);
  const json_t *field = json_object_get(json, "field");
  measure->has_field = json_is_string(field) && !str_is(json_str(field), "*");
  if (measure->has_field) {
    Place place = step->context->tree
                      ? tree_place(step->context->tree, json, "field")
                      : (Place){0};
    measure->field = field_find(step, json_str(field), place);
  } else if (!str_is(op, "count") && !str_is(op, "values")) {
    return step_refuse(step, key, "a list of operations with a 'field' each");
  }
  const json_t *as = json_object_get(json, "as");
  measure->as =
      json_is_string(as) ? json_str(as) : default_name(step, op, measure);
  return true;
}

bool measures_read(const Step *step, const char *key, MeasureList *measures) {
  const json_t *list = json_object_get(step->json, key);
  if (!json_is_array(list))
    return step_refuse(step, key, "a list of {\"op\", \"field\", \"as\"}");
  bool is_good = true;
  size_t i;
  const json_t *item;
  json_array_foreach(list, i, item) {
    Measure measure;
    if (measure_read(step, key, item, &measure))
      list_add(step->scratch, measures, measure);
    else
      is_good = false;
  }
  return is_good;
}
