/* A field to its quantiles, group by group. */
#include <math.h>

#include "base/limits.h"
#include "chart/check/property.h"
#include "chart/transform/group_curves.h"

/* The probabilities asked for: a list, or every step from half a step on. */
static Numbers probabilities(const Step *step) {
  Numbers list = {0};
  const json_t *probs = json_object_get(step->json, "probs");
  size_t i;
  const json_t *item;
  json_array_foreach(probs, i, item)
      list_add(step->scratch, &list, json_number_value(item));
  if (probs) return list;
  double by = step_number(step, "step", 0.01);
  if (!(by > 0)) by = 0.01;
  double count = ceil((1 - 1e-14 - by / 2) / by);
  for (int at = 0; at < count && at < LIMIT_MARKS; at++)
    list_add(step->scratch, &list, by / 2 + at * by);
  return list;
}

static const Table *quantile_apply(Step *step) {
  Field field;
  if (!step_field(step, "quantile", &field)) return NULL;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  Numbers probs = probabilities(step);
  if (probs.count && groups.count > LIMIT_TABLE_ROWS / probs.count)
    return step_too_many(step, "quantile");
  Table *table = step_table(step, groups.count * probs.count);
  groups_add_columns(step, &groups, &by, table, probs.count);
  Value *prob = step_column(step, table, step_as(step, 0, S("prob")));
  Value *value = step_column(step, table, step_as(step, 1, S("value")));
  for (int group = 0, out = 0; group < groups.count; group++) {
    Numbers sorted = group_numbers(step, &groups, group, &field);
    numbers_sort(&sorted);
    for (int i = 0; i < probs.count; i++, out++) {
      prob[out] = value_number(probs.items[i]);
      if (sorted.count)
        value[out] = value_number(quantile_of(&sorted, probs.items[i]));
    }
  }
  return table;
}

static const PropertyGroup quantile_groups[] = {
    {LIST, "as groupby probs", NULL, NULL},
    {TEXT, "quantile", NULL, NULL},
    {NUMBER, "step", NULL, NULL},
    {0}};
const Transform quantile_transform = {
    {.name = "a quantile transform", .groups = quantile_groups},
    quantile_apply};
