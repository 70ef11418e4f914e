/* Rows to one row a group (aggregate), or the group's values to each of its
 * rows (joinaggregate). */
#include "chart/check/property.h"
#include "chart/transform/tally.h"

static const Table *aggregate_apply(Step *step) {
  MeasureList measures = {0};
  if (!measures_read(step, "aggregate", &measures)) return NULL;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  Table *table = step_table(step, groups.count);
  groups_add_columns(step, &groups, &by, table, 1);
  for (int i = 0; i < measures.count; i++) {
    Value *cells = step_column(step, table, measures.items[i].as);
    for (int group = 0; group < groups.count; group++) {
      int start = groups.starts[group];
      cells[group] =
          measure_value(&measures.items[i], step, &groups.rows[start],
                        groups.starts[group + 1] - start);
    }
  }
  return table;
}

static const Table *joinaggregate_apply(Step *step) {
  MeasureList measures = {0};
  if (!measures_read(step, "joinaggregate", &measures)) return NULL;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  Table *table = step_extend(step);
  for (int i = 0; i < measures.count; i++) {
    Value *cells = step_column(step, table, measures.items[i].as);
    for (int group = 0; group < groups.count; group++) {
      int start = groups.starts[group], end = groups.starts[group + 1];
      Value value = measure_value(&measures.items[i], step, &groups.rows[start],
                                  end - start);
      for (int at = start; at < end; at++)
        cells[groups.rows[at]] = value;
    }
  }
  return table;
}

static const PropertyGroup aggregate_groups[] = {
    {OBJECTS, "aggregate", &kind_operation, NULL},
    {LIST, "groupby", NULL, NULL},
    {0}};
const Transform aggregate_transform = {
    {.name = "an aggregate transform", .groups = aggregate_groups},
    aggregate_apply};

static const PropertyGroup joinaggregate_groups[] = {
    {OBJECTS, "joinaggregate", &kind_operation, NULL},
    {LIST, "groupby", NULL, NULL},
    {0}};
const Transform joinaggregate_transform = {
    {.name = "a joinaggregate transform", .groups = joinaggregate_groups},
    joinaggregate_apply};
