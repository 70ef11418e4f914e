/* Rows to groups of equal fields, and rows in an order. */
#include <glib.h>

#include "chart/scale/key_index.h"
#include "chart/transform/step.h"

/* The group of each row; returns how many there are. */
static int assign_groups(const Step *step, const FieldList *by, int *of_row) {
  int rows = step->in->row_count;
  if (!by->count) return rows > 0;
  KeyIndex index = key_index_new(step->scratch, by->count);
  Value *key = arena_array(step->scratch, Value, by->count);
  for (int row = 0; row < rows; row++) {
    for (int i = 0; i < by->count; i++)
      key[i] = field_at(&by->items[i], step, row);
    of_row[row] = key_index_add(&index, key);
  }
  return index.count;
}

/* Rows by group, in order: a counting sort. */
static void order_rows(Groups *groups, int row_count, int *next) {
  for (int row = 0; row < row_count; row++)
    groups->starts[groups->of_row[row] + 1]++;
  for (int i = 0; i < groups->count; i++) {
    next[i] = groups->starts[i];
    groups->starts[i + 1] += groups->starts[i];
  }
  for (int row = 0; row < row_count; row++)
    groups->rows[next[groups->of_row[row]]++] = row;
}

Groups groups_make(const Step *step, const FieldList *by) {
  int rows = step->in->row_count;
  Groups groups = {0};
  groups.of_row = arena_array(step->scratch, int, rows);
  groups.rows = arena_array(step->scratch, int, rows);
  groups.count = assign_groups(step, by, groups.of_row);
  groups.starts = arena_array(step->scratch, int, groups.count + 1);
  order_rows(&groups, rows, arena_array(step->scratch, int, groups.count));
  return groups;
}

void groups_add_columns(const Step *step, const Groups *groups,
                        const FieldList *by, Table *table, int copies) {
  for (int i = 0; i < by->count; i++) {
    Value *cells = step_column(step, table, by->items[i].name);
    for (int group = 0; group < groups->count; group++) {
      int first = groups->rows[groups->starts[group]];
      Value value = field_at(&by->items[i], step, first);
      for (int copy = 0; copy < copies; copy++)
        cells[group * copies + copy] = value;
    }
  }
}

SortOrder step_sort(const Step *step, const char *key) {
  SortOrder order = {.step = step};
  size_t i;
  const json_t *item;
  json_array_foreach(json_object_get(step->json, key), i, item) {
    const json_t *name = json_object_get(item, "field");
    if (!json_is_string(name)) {
      step_refuse(step, key, "a list of {\"field\", \"order\"}");
      continue;
    }
    SortKey *sort_key = list_new(step->scratch, &order.keys);
    sort_key->field = field_find(step, json_str(name), step_place(step, key));
    sort_key->descends =
        str_is(json_str(json_object_get(item, "order")), "descending");
  }
  return order;
}

int sort_compare(const SortOrder *order, int row, int other) {
  for (int i = 0; i < order->keys.count; i++) {
    const SortKey *key = &order->keys.items[i];
    int result = value_compare(field_at(&key->field, order->step, row),
                               field_at(&key->field, order->step, other));
    if (result) return key->descends ? -result : result;
  }
  return 0;
}

static int compare_rows(const void *a, const void *b, void *order) {
  int row = *(const int *)a, other = *(const int *)b;
  int result = sort_compare(order, row, other);
  return result ? result : (row > other) - (row < other);
}

void sort_rows(const SortOrder *order, int *rows, int count) {
  if (order->keys.count && count > 1)
    g_qsort_with_data(rows, count, sizeof *rows, compare_rows, (void *)order);
}
