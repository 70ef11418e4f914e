/* The aggregates a value may ask for, in one table. */
#include "article/aggregate.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

typedef struct Cells {
  Value *items;
  int count;
} Cells;

static Value count_of(const Cells *cells) {
  return value_number(cells->count);
}

static double total(const Cells *cells) {
  double sum = 0;
  for (int i = 0; i < cells->count; i++)
    sum += value_to_number(cells->items[i]);
  return sum;
}

static Value sum_of(const Cells *cells) {
  return value_number(total(cells));
}

static Value mean_of(const Cells *cells) {
  if (cells->count == 0) return value_null();
  return value_number(total(cells) / cells->count);
}

static Value min_of(const Cells *cells) {
  return cells->count ? cells->items[0] : value_null();
}

static Value max_of(const Cells *cells) {
  return cells->count ? cells->items[cells->count - 1] : value_null();
}

static Value median_of(const Cells *cells) {
  if (cells->count == 0) return value_null();
  double low = value_to_number(cells->items[(cells->count - 1) / 2]);
  double high = value_to_number(cells->items[cells->count / 2]);
  return value_number((low + high) / 2);
}

static Value distinct_of(const Cells *cells) {
  int count = 0;
  for (int i = 0; i < cells->count; i++)
    count += i == 0 || !value_equal(cells->items[i], cells->items[i - 1]);
  return value_number(count);
}

static const struct {
  const char *name;
  Value (*apply)(const Cells *cells); /* cells in order, none empty */
} aggregates[] = {
    {"count", count_of}, {"valid", count_of},   {"sum", sum_of},
    {"mean", mean_of},   {"average", mean_of},  {"min", min_of},
    {"max", max_of},     {"median", median_of}, {"distinct", distinct_of},
};

static int compare(const void *a, const void *b) {
  return value_compare(*(const Value *)a, *(const Value *)b);
}

static bool is_empty(Value value) {
  if (value.kind == VALUE_NUMBER) return isnan(value.number);
  return value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
}

static Cells gather(Arena *scratch, const ValueField *field,
                    const RowList *rows) {
  Cells cells = {arena_array(scratch, Value, rows->count), 0};
  for (int i = 0; i < rows->count; i++) {
    Value value = field->column < 0
                      ? value_number(i)
                      : table_cell(field->table, field->column, rows->items[i]);
    if (!is_empty(value)) cells.items[cells.count++] = value;
  }
  if (cells.count)
    qsort(cells.items, (size_t)cells.count, sizeof(Value), compare);
  return cells;
}

bool aggregate_rows(Str name, const ValueField *field, const RowList *rows,
                    Value *value) {
  if (str_is(name, "count")) {
    *value = value_number(rows->count);
    return true;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(aggregates); i++) {
    if (!str_is(name, aggregates[i].name)) continue;
    Arena scratch = {0};
    Cells cells = gather(&scratch, field, rows);
    *value = aggregates[i].apply(&cells);
    arena_clear(&scratch);
    return true;
  }
  return false;
}

void aggregate_hint(Diags *diags, Str name) {
  const char *names[G_N_ELEMENTS(aggregates)];
  for (size_t i = 0; i < G_N_ELEMENTS(aggregates); i++)
    names[i] = aggregates[i].name;
  diag_hint_nearest(diags, name, names, (int)G_N_ELEMENTS(aggregates));
}
