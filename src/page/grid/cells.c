/* The block's cells as a grid: spans within bounds, numbers told from words,
 * and how each column is aligned. */
#include "page/grid/grid.h"

static int within(int span, int left) {
  if (span < 1) return 1;
  return span < left ? span : left;
}

static void read_cell(Grid *grid, int row, int column) {
  const TableCell *source = &grid->block->table->rows.items[row].cells[column];
  GridCell *cell = &grid->rows[row].cells[column];
  if (source->is_covered) return;
  cell->source = source;
  cell->column_span = within(source->column_span, grid->column_count - column);
  int part_end = row < grid->head_count ? grid->head_count : grid->row_count;
  cell->row_span = within(source->row_span, part_end - row);
  cell->is_number = row >= grid->head_count &&
                    number_cell_read(&source->inlines, &cell->number);
  for (int i = 0; i + 1 < cell->row_span; i++)
    grid->rows[row + i].joins_next = true;
}

static void read_row(Grid *grid, int row) {
  GridRow *at = &grid->rows[row];
  at->cells = arena_array(grid->setting->paragraph.report, GridCell,
                          grid->column_count);
  at->is_head = row < grid->head_count;
  at->is_group_end = grid->block->table->rows.items[row].is_group_end;
  for (int column = 0; column < grid->column_count; column++)
    read_cell(grid, row, column);
}

/* At least half of the filled cells are numbers. */
static bool is_number_column(const Grid *grid, int column) {
  int numbers = 0, filled = 0;
  for (int i = grid->head_count; i < grid->row_count; i++) {
    const GridCell *cell = &grid->rows[i].cells[column];
    if (!cell->source || cell->source->is_head) continue;
    if (cell->is_number && cell->number.is_neutral) continue;
    filled += cell->source->inlines.count > 0;
    numbers += cell->is_number;
  }
  return numbers > 0 && numbers * 2 >= filled;
}

/* Years in the first column are labels, not amounts. */
static bool is_year_column(const Grid *grid, int column) {
  for (int i = grid->head_count; column == 0 && i < grid->row_count; i++) {
    const GridCell *cell = &grid->rows[i].cells[column];
    if (!cell->source || !cell->source->inlines.count) continue;
    if (!cell->is_number || cell->number.whole.len != 4 ||
        cell->number.fraction.len)
      return false;
  }
  return column == 0;
}

static CellAlign column_align(const Grid *grid, int column) {
  CellAlign asked = grid->block->table->columns[column].align;
  bool right = asked == ALIGN_DECIMAL || asked == ALIGN_RIGHT;
  if (right && is_year_column(grid, column)) return ALIGN_LEFT;
  if (asked == ALIGN_LEFT || asked == ALIGN_CENTER || asked == ALIGN_DECIMAL)
    return asked;
  bool numbers = is_number_column(grid, column);
  if (asked == ALIGN_RIGHT) return numbers ? ALIGN_DECIMAL : ALIGN_RIGHT;
  return numbers && column > 0 ? ALIGN_DECIMAL : ALIGN_LEFT;
}

/* Numbers elsewhere than in number columns are words like any other. */
static void settle_numbers(Grid *grid, int column) {
  bool decimal = grid->columns[column].align == ALIGN_DECIMAL;
  for (int i = grid->head_count; i < grid->row_count; i++) {
    GridCell *cell = &grid->rows[i].cells[column];
    if (!cell->source || !cell->is_number) continue;
    CellAlign own = cell->source->align;
    if (!decimal || cell->column_span > 1 ||
        (own != ALIGN_DEFAULT && own != ALIGN_DECIMAL && own != ALIGN_RIGHT))
      cell->is_number = false;
    else
      number_cell_measure(grid->setting, &cell->source->inlines, &cell->number);
  }
}

void grid_read(Grid *grid) {
  Arena *report = grid->setting->paragraph.report;
  const TableBody *table = grid->block->table;
  grid->column_count = table->column_count;
  grid->row_count = table->rows.count;
  grid->head_count =
      table->head_count < grid->row_count ? table->head_count : grid->row_count;
  grid->columns = arena_array(report, GridColumn, grid->column_count);
  grid->rows = arena_array(report, GridRow, grid->row_count);
  for (int row = 0; row < grid->row_count; row++)
    read_row(grid, row);
  for (int column = 0; column < grid->column_count; column++) {
    grid->columns[column].align = column_align(grid, column);
    settle_numbers(grid, column);
  }
}
