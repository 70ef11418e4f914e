/* Which head cells a data cell has, where scopes alone do not say: heads over
 * several columns or rows, or several rows of heads (ISO 32000-1, 14.8.5.7). */
#include "page/grid/grid.h"

static bool is_head_cell(const GridCell *cell) {
  return cell->source && cell->element->role == ELEMENT_HEADER_CELL;
}

static bool has_nested_heads(const Grid *grid) {
  if (grid->head_count > 1) return true;
  for (int r = 0; r < grid->row_count; r++)
    for (int c = 0; c < grid->column_count; c++) {
      const GridCell *cell = &grid->rows[r].cells[c];
      bool is_wide = cell->source && cell->column_span > 1;
      bool is_tall = cell->source && cell->row_span > 1;
      if ((is_wide || is_tall) && is_head_cell(cell)) return true;
    }
  return false;
}

static bool spans_meet(int a, int a_count, int b, int b_count) {
  return a < b + b_count && b < a + a_count;
}

static void name_head(const Grid *grid, GridCell *cell, int row, int column) {
  if (cell->element->id.len) return;
  cell->element->id = str_format(grid->setting->paragraph.report, "r%dc%d",
                                 row + 1, column + 1);
}

typedef struct Heads {
  Grid *grid;
  int longest; /* how many rows a head in the body spans at most */
} Heads;

static void add_head(const Heads *heads, GridCell *cell, int row, int column) {
  GridCell *head = &heads->grid->rows[row].cells[column];
  name_head(heads->grid, head, row, column);
  list_add(heads->grid->setting->paragraph.report, &cell->element->headers,
           head->element);
}

static void add_heads_above(const Heads *heads, GridCell *cell, int column) {
  const Grid *grid = heads->grid;
  for (int r = 0; r < grid->head_count; r++)
    for (int c = 0; c < grid->column_count; c++) {
      const GridCell *head = &grid->rows[r].cells[c];
      if (is_head_cell(head) &&
          spans_meet(c, head->column_span, column, cell->column_span))
        add_head(heads, cell, r, c);
    }
}

static void add_heads_before(const Heads *heads, GridCell *cell, int row,
                             int column) {
  const Grid *grid = heads->grid;
  int first = row - heads->longest + 1;
  if (first < grid->head_count) first = grid->head_count;
  int end = row + cell->row_span;
  for (int r = first; r < end && r < grid->row_count; r++)
    for (int c = 0; c < column; c++) {
      const GridCell *head = &grid->rows[r].cells[c];
      if (is_head_cell(head) &&
          spans_meet(r, head->row_span, row, cell->row_span))
        add_head(heads, cell, r, c);
    }
}

static int longest_head(const Grid *grid) {
  int longest = 1;
  for (int r = grid->head_count; r < grid->row_count; r++)
    for (int c = 0; c < grid->column_count; c++) {
      const GridCell *cell = &grid->rows[r].cells[c];
      if (is_head_cell(cell) && cell->row_span > longest)
        longest = cell->row_span;
    }
  return longest;
}

void grid_set_heads(Grid *grid) {
  if (!has_nested_heads(grid)) return;
  Heads heads = {grid, longest_head(grid)};
  for (int r = grid->head_count; r < grid->row_count; r++)
    for (int c = 0; c < grid->column_count; c++) {
      GridCell *cell = &grid->rows[r].cells[c];
      if (!cell->source || is_head_cell(cell)) continue;
      add_heads_above(&heads, cell, c);
      add_heads_before(&heads, cell, r, c);
    }
}
