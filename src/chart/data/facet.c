/* A facet's rows are dealt out to its cells. */
#include <glib.h>

#include "base/limits.h"
#include "chart/data/data.h"
#include "chart/data/facet_sort.h"
#include "chart/spec/read_view.h"

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
