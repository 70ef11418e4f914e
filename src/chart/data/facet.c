/* A facet's rows are dealt out to its cells. */
#include <glib.h>
#include <stdlib.h>

#include "base/limits.h"
#include "chart/data/data.h"
#include "chart/spec/read_view.h"

/* A facet value and what it is sorted by. */
typedef struct FacetKey {
  Value value, by;
  int index;
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

/* The aggregate of a sort field over the rows of one facet value. */
static Value sort_value(Drawing *drawing, const Table *table,
                        const ChannelDef *def, Value value) {
  const json_t *sort = json_object_get(def->json, "sort");
  const Column *column = table_find(table, def->column);
  List(int) rows = {0};
  for (int i = 0; i < table->row_count; i++)
    if (value_equal(column->cells[i], value))
      list_add(drawing->arena, &rows, i);
  const Table *part = table_rows(drawing->arena, table, rows.items, rows.count);
  Str op = json_str(json_object_get(sort, "op"));
  const json_t *field = json_object_get(sort, "field");
  json_t *operation =
      json_pack("{s:s%,s:s}", "op", op.len ? op.text : "mean",
                op.len ? (size_t)op.len : (size_t)4, "as", "by");
  if (field) json_object_set(operation, "field", (json_t *)field);
  json_t *entry = drawing_keep(
      drawing, json_pack("{s:[o],s:[]}", "aggregate", operation, "groupby"));
  if (!transform_apply(&drawing->transforms, entry, &part) || !part->row_count)
    return value_null();
  return table_cell(part, table_find_index(part, S("by")), 0);
}

static Value sort_place(Drawing *drawing, const json_t *order, Value value) {
  size_t at = 0;
  for (; at < json_array_size(order); at++)
    if (value_equal(drawing_value(drawing, json_array_get(order, at), NULL, 0),
                    value))
      break;
  return value_number((double)at);
}

/* The values of the facet's field, in the order asked for. */
static ValueList facet_values(Drawing *drawing, const Table *table,
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
    keys[i] = (FacetKey){value, value, i};
    if (json_is_array(sort)) keys[i].by = sort_place(drawing, sort, value);
    if (json_is_object(sort))
      keys[i].by = sort_value(drawing, table, def, value);
  }
  Str order =
      json_str(json_is_object(sort) ? json_object_get(sort, "order") : sort);
  bool down = str_is(order, "descending");
  qsort(keys, (size_t)values.count, sizeof *keys,
        down ? compare_keys_down : compare_keys);
  for (int i = 0; i < values.count; i++)
    values.items[i] = keys[i].value;
  return values;
}

static bool add_cell(Drawing *drawing, View *view, const Table *table,
                     const int *rows, int count) {
  View *cell = view_read(drawing, json_object_get(view->spec, "spec"), view);
  if (!cell) return false;
  list_add(drawing->arena, &view->kids, cell);
  return data_prepare(drawing, cell,
                      table_rows(drawing->arena, table, rows, count));
}

static int index_of(const ValueList *values, const Column *column, int row) {
  if (!column) return 0;
  for (int i = 0; i < values->count; i++)
    if (value_equal(values->items[i], column->cells[row])) return i;
  return -1;
}

typedef List(int) RowList;

bool facet_prepare(Drawing *drawing, View *view) {
  Facet *facet = &view->facet;
  Table *table = table_extended(drawing->arena, view->raw);
  ChannelDef *wrap = &facet->wrap;
  ChannelDef *down = &facet->row;
  ChannelDef *along = wrap->has_field ? wrap : &facet->column;
  if (down->has_field) def_prepare(drawing, view, table, down);
  if (along->has_field) def_prepare(drawing, view, table, along);
  view->raw = table;
  facet->rows = facet_values(drawing, table, down);
  facet->columns = facet_values(drawing, table, along);
  facet->row_count = down->has_field ? facet->rows.count : 1;
  facet->column_count = along->has_field ? facet->columns.count : 1;
  double cells = (double)facet->row_count * facet->column_count;
  if (cells > LIMIT_FACETS)
    return diag(drawing->diags, DIAG_CHART_LIMIT,
                drawing_place(drawing, view->spec, "facet"),
                "a facet has at most %d cells, not %.0f", LIMIT_FACETS, cells);
  RowList *lists = arena_array(drawing->arena, RowList, (int)cells);
  const Column *row_column = table_find(table, down->column);
  const Column *column_column = table_find(table, along->column);
  for (int i = 0; i < table->row_count; i++) {
    int row = index_of(&facet->rows, down->has_field ? row_column : NULL, i);
    int column =
        index_of(&facet->columns, along->has_field ? column_column : NULL, i);
    if (row >= 0 && column >= 0)
      list_add(drawing->arena, &lists[row * facet->column_count + column], i);
  }
  for (int i = 0; i < (int)cells; i++)
    if (!add_cell(drawing, view, table, lists[i].items, lists[i].count))
      return false;
  if (!wrap->has_field) view->columns = facet->column_count;
  return true;
}

static bool has_rows(const View *view) {
  if (view->kind == VIEW_UNIT) return view->rows->row_count > 0;
  for (int i = 0; i < view->kids.count; i++)
    if (has_rows(view->kids.items[i])) return true;
  return false;
}

static bool line_has_rows(const View *view, int first, int step, int count) {
  for (int i = 0; i < count; i++)
    if (has_rows(view->kids.items[first + i * step])) return true;
  return false;
}

static void drop_value(ValueList *values, int index) {
  for (int i = index; i + 1 < values->count; i++)
    values->items[i] = values->items[i + 1];
  if (values->count) values->count--;
}

/* Takes out `count` cells from `first` on, each `step` after the last. */
static void drop_cells(View *view, int first, int step, int count) {
  int kept = 0, last = first + step * (count - 1);
  for (int i = 0; i < view->kids.count; i++) {
    bool gone = i >= first && i <= last && (i - first) % step == 0;
    if (!gone) view->kids.items[kept++] = view->kids.items[i];
  }
  view->kids.count = kept;
}

static void prune(View *view) {
  Facet *facet = &view->facet;
  for (int c = facet->column_count - 1; c >= 0; c--) {
    if (line_has_rows(view, c, facet->column_count, facet->row_count)) continue;
    drop_cells(view, c, facet->column_count, facet->row_count);
    drop_value(&facet->columns, c);
    facet->column_count--;
  }
  for (int r = facet->row_count - 1; r >= 0 && facet->column_count; r--) {
    int first = r * facet->column_count;
    if (line_has_rows(view, first, 1, facet->column_count)) continue;
    drop_cells(view, first, 1, facet->column_count);
    drop_value(&facet->rows, r);
    facet->row_count--;
  }
  if (!facet->wrap.has_field) view->columns = facet->column_count;
}

void facets_prune(View *view) {
  if (view->kind == VIEW_FACET && has_rows(view)) prune(view);
  for (int i = 0; i < view->kids.count; i++)
    facets_prune(view->kids.items[i]);
}
