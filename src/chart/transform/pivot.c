/* Values of a field to columns. */
#include <stdlib.h>

#include "base/limits.h"
#include "chart/check/property.h"
#include "chart/scale/key_index.h"
#include "chart/transform/tally.h"

typedef struct PivotKey {
  Value value;
  int number; /* in order of first appearance */
} PivotKey;

typedef struct Pivot {
  Step *step;
  Field field;
  Measure measure;
  FieldList by;
  Groups groups;
  int *key_of;    /* for each row */
  PivotKey *keys; /* ascending */
  int key_count;
} Pivot;

static int by_value(const void *a, const void *b) {
  const PivotKey *x = a, *y = b;
  int order = value_compare(x->value, y->value);
  return order ? order : x->number - y->number;
}

static void find_keys(Pivot *pivot) {
  Step *step = pivot->step;
  KeyIndex index = key_index_new(step->scratch, 1);
  pivot->key_of = arena_array(step->scratch, int, step->in->row_count);
  for (int row = 0; row < step->in->row_count; row++) {
    Value key = field_at(&pivot->field, step, row);
    pivot->key_of[row] = key_index_add(&index, &key);
  }
  pivot->key_count = index.count;
  pivot->keys = arena_array(step->scratch, PivotKey, index.count);
  for (int i = 0; i < index.count; i++)
    pivot->keys[i] = (PivotKey){index.values.items[i], i};
  if (index.count)
    qsort(pivot->keys, (size_t)index.count, sizeof(PivotKey), by_value);
  double limit = step_number(step, "limit", 0);
  if (limit >= 1 && limit < pivot->key_count) pivot->key_count = (int)limit;
}

static bool read_measure(Pivot *pivot) {
  Step *step = pivot->step;
  Str op = step_text(step, "op", S("sum"));
  pivot->measure = (Measure){.op = aggregate_op_find(op), .has_field = true};
  if (!pivot->measure.op)
    return step_refuse(step, "op", "an aggregate operation");
  return step_field(step, "value", &pivot->measure.field);
}

/* Rows of each group by the number of their key: groups that follow each other
 * share the buffers. */
static void fill_group(Pivot *pivot, int group, const int *place_of_key,
                       Value **columns) {
  const Groups *groups = &pivot->groups;
  int start = groups->starts[group];
  int count = groups->starts[group + 1] - start;
  Arena scratch = {0};
  typedef List(int) RowList;
  RowList *rows = arena_array(&scratch, RowList, pivot->key_count);
  for (int i = 0; i < count; i++) {
    int row = groups->rows[start + i];
    int place = place_of_key[pivot->key_of[row]];
    if (place >= 0) list_add(&scratch, &rows[place], row);
  }
  for (int i = 0; i < pivot->key_count; i++)
    columns[i][group] = measure_value(&pivot->measure, pivot->step,
                                      rows[i].items, rows[i].count);
  arena_clear(&scratch);
}

static bool is_affordable(const Pivot *pivot) {
  Step *step = pivot->step;
  if (pivot->key_count > LIMIT_TABLE_COLUMNS)
    return diag(step->context->diags, DIAG_CHART_LIMIT,
                step_place(step, "pivot"),
                "the field has %d values, and a table at most %d columns",
                pivot->key_count, LIMIT_TABLE_COLUMNS);
  double cells = (double)pivot->key_count * pivot->groups.count;
  return cells <= LIMIT_TABLE_ROWS || step_too_many(step, "pivot");
}

static const Table *pivot_apply(Step *step) {
  Pivot pivot = {.step = step};
  if (!step_field(step, "pivot", &pivot.field) || !read_measure(&pivot))
    return NULL;
  pivot.by = step_fields(step, "groupby");
  pivot.groups = groups_make(step, &pivot.by);
  find_keys(&pivot);
  if (!is_affordable(&pivot)) return NULL;
  Table *table = step_table(step, pivot.groups.count);
  groups_add_columns(step, &pivot.groups, &pivot.by, table, 1);
  int rows = step->in->row_count;
  int *place_of_key = arena_array(step->scratch, int, rows);
  for (int i = 0; i < rows; i++)
    place_of_key[i] = -1;
  Value **columns = arena_array(step->scratch, Value *, pivot.key_count);
  for (int i = 0; i < pivot.key_count; i++) {
    place_of_key[pivot.keys[i].number] = i;
    Str name = value_to_str(step->chart, pivot.keys[i].value);
    columns[i] = step_column(step, table, name);
  }
  for (int group = 0; group < pivot.groups.count; group++)
    fill_group(&pivot, group, place_of_key, columns);
  return table;
}

static const PropertyGroup pivot_groups[] = {{TEXT, "pivot value", NULL, NULL},
                                             {LIST, "groupby", NULL, NULL},
                                             {NUMBER, "limit", NULL, NULL},
                                             {TEXT, "op", NULL, AGGREGATES},
                                             {0}};
const Transform pivot_transform = {
    {.name = "a pivot transform", .groups = pivot_groups}, pivot_apply};
