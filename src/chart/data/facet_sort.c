/* The order of a facet's rows and columns. */
#include "chart/data/facet_sort.h"

#include <stdlib.h>

#include "chart/data/data.h"

/* A facet value and what it is sorted by. */
typedef struct FacetKey {
  Value value, by;
  int index; /* of its first appearance in the data */
  int at;    /* where its cells stand */
} FacetKey;

static int compare_keys(const void *a, const void *b) {
  const FacetKey *first = a, *second = b;
  int order = value_compare(first->by, second->by);
  return order ? order : first->index - second->index;
}

static int compare_keys_down(const void *a, const void *b) {
  const FacetKey *first = a, *second = b;
  int order = value_compare(second->by, first->by);
  return order ? order : first->index - second->index;
}

/* The aggregate of a sort field over some rows; undefined where they have no
 * such field. */
static Value sort_value(Drawing *drawing, const Table *part,
                        const ChannelDef *def) {
  const json_t *sort = json_object_get(def->json, "sort");
  Str op = json_str(json_object_get(sort, "op"));
  const json_t *field = json_object_get(sort, "field");
  if (field && !part->columns.count) return value_null();
  json_t *operation =
      json_pack("{s:s%,s:s}", "op", op.len ? op.text : "min",
                op.len ? (size_t)op.len : (size_t)3, "as", "by");
  if (field) json_object_set(operation, "field", (json_t *)field);
  json_t *entry = drawing_keep(
      drawing, json_pack("{s:[o],s:[]}", "aggregate", operation, "groupby"));
  if (!transform_apply(&drawing->transforms, entry, &part) || !part->row_count)
    return value_null();
  return table_cell(part, table_find_index(part, S("by")), 0);
}

static const Table *rows_with(Drawing *drawing, const Table *table,
                              const Column *column, Value value) {
  List(int) rows = {0};
  for (int i = 0; i < table->row_count; i++)
    if (value_equal(column->cells[i], value))
      list_add(drawing->arena, &rows, i);
  return table_rows(drawing->arena, table, rows.items, rows.count);
}

static Value sort_place(Drawing *drawing, const json_t *order, Value value) {
  size_t at = 0;
  for (; at < json_array_size(order); at++)
    if (value_equal(drawing_value(drawing, json_array_get(order, at), NULL, 0),
                    value))
      break;
  return value_number((double)at);
}

static void sort_keys(FacetKey *keys, int count, const json_t *sort) {
  Str order =
      json_str(json_is_object(sort) ? json_object_get(sort, "order") : sort);
  bool down = str_is(order, "descending");
  qsort(keys, (size_t)count, sizeof *keys,
        down ? compare_keys_down : compare_keys);
}

ValueList facet_values(Drawing *drawing, const Table *table,
                       const ChannelDef *def) {
  ValueList values = {0};
  const Column *column = table_find(table, def->column);
  if (!column) return values;
  domain_add_distinct(drawing->arena, &values, column->cells, table->row_count);
  const json_t *sort = json_object_get(def->json, "sort");
  if (json_is_null(sort)) return values;
  FacetKey *keys = arena_array(drawing->arena, FacetKey, values.count);
  for (int i = 0; i < values.count; i++) {
    Value value = values.items[i];
    keys[i] = (FacetKey){value, value, i, i};
    if (json_is_array(sort)) keys[i].by = sort_place(drawing, sort, value);
    if (json_is_object(sort))
      keys[i].by =
          sort_value(drawing, rows_with(drawing, table, column, value), def);
  }
  sort_keys(keys, values.count, sort);
  for (int i = 0; i < values.count; i++)
    values.items[i] = keys[i].value;
  return values;
}

/* ---- By what aggregated cells hold ---- */

/* One line of a facet's cells: a row, or a column. */
typedef struct Lines {
  View *view;
  const ChannelDef *def;
  ValueList *values;
  int count, step;   /* from one line to the next, in cells */
  int length, along; /* cells of a line, and from one to the next */
} Lines;

/* The rows of a line's cells with the column that the sort reads. */
static const Table *line_rows(Drawing *drawing, const Lines *lines, int line,
                              Str field) {
  int total = 0, at = 0;
  const View *const *cells = (const View *const *)lines->view->kids.items;
  for (int i = 0; i < lines->length; i++)
    total += cells[line * lines->step + i * lines->along]->rows->row_count;
  Table *table = table_new(drawing->arena, total);
  Value *values = NULL;
  for (int i = 0; i < lines->length; i++) {
    const Table *rows = cells[line * lines->step + i * lines->along]->rows;
    const Column *column = table_find(rows, field);
    if (column && !values)
      values = table_add(drawing->arena, table, field)->cells;
    for (int j = 0; j < rows->row_count; j++, at++)
      if (column) values[at] = column->cells[j];
  }
  return table;
}

/* The lines' values with the order in which the data first have them. */
static FacetKey *keys_of(Drawing *drawing, const Lines *lines) {
  FacetKey *keys = arena_array(drawing->arena, FacetKey, lines->count);
  const Table *table = lines->view->raw;
  const Column *column = table_find(table, lines->def->column);
  Str field = json_str(
      json_object_get(json_object_get(lines->def->json, "sort"), "field"));
  ValueList seen = {0};
  if (column)
    domain_add_distinct(drawing->arena, &seen, column->cells, table->row_count);
  for (int i = 0; i < lines->count; i++) {
    keys[i] = (FacetKey){.value = lines->values->items[i], .at = i};
    keys[i].by =
        sort_value(drawing, line_rows(drawing, lines, i, field), lines->def);
    while (keys[i].index < seen.count &&
           !value_equal(seen.items[keys[i].index], keys[i].value))
      keys[i].index++;
  }
  return keys;
}

static void sort_lines(Drawing *drawing, const Lines *lines) {
  const json_t *sort = json_object_get(lines->def->json, "sort");
  if (!lines->def->has_field || !json_is_object(sort)) return;
  FacetKey *keys = keys_of(drawing, lines);
  sort_keys(keys, lines->count, sort);
  View **now = lines->view->kids.items;
  int cells = lines->count * lines->length;
  View **old = arena_array(drawing->arena, View *, cells);
  for (int i = 0; i < cells; i++)
    old[i] = now[i];
  for (int i = 0; i < lines->count; i++) {
    lines->values->items[i] = keys[i].value;
    for (int j = 0; j < lines->length; j++)
      now[i * lines->step + j * lines->along] =
          old[keys[i].at * lines->step + j * lines->along];
  }
}

/* A domain sorted by a field needs the rows before they are aggregated. */
static bool keeps_raw_rows(const View *unit) {
  for (int i = 0; i < CHANNEL_COUNT; i++) {
    const json_t *sort = json_object_get(unit->encoding[i].json, "sort");
    Str name = json_str(sort);
    if (json_is_object(sort)) return true;
    if (name.len && !str_is(name, "ascending") && !str_is(name, "descending"))
      return true;
  }
  return false;
}

void facets_sort(Drawing *drawing, View *view) {
  for (int i = 0; i < view->kids.count; i++)
    facets_sort(drawing, view->kids.items[i]);
  if (view->kind != VIEW_FACET || !view->kids.count) return;
  const View *cell = view->kids.items[0];
  if (cell->kind != VIEW_UNIT || !cell->is_aggregated || keeps_raw_rows(cell))
    return;
  Facet *facet = &view->facet;
  int rows = facet->row_count, columns = facet->column_count;
  const ChannelDef *across =
      facet->wrap.has_field ? &facet->wrap : &facet->column;
  Lines by_row = {.view = view,
                  .def = &facet->row,
                  .values = &facet->rows,
                  .count = rows,
                  .step = columns,
                  .length = columns,
                  .along = 1};
  Lines by_column = {.view = view,
                     .def = across,
                     .values = &facet->columns,
                     .count = columns,
                     .step = 1,
                     .length = rows,
                     .along = columns};
  sort_lines(drawing, &by_row);
  sort_lines(drawing, &by_column);
}
