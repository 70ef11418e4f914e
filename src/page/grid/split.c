/* A row that is higher than a page, cut between its lines. */
#include <math.h>

#include "page/grid/grid.h"

/* The strips of a row: all lines are a leading high, as the words of cells are
 * stacks of such lines. */
typedef struct RowCut {
  Grid *grid;
  int row;
  int count; /* of strips */
} RowCut;

static int strip_of(const RowCut *cut, double y) {
  double leading = cut->grid->setting->style.table.leading;
  int strip = (int)floor((y + .5) / leading);
  return strip < cut->count ? strip : cut->count - 1;
}

/* The lines of a cell that stand on the strip. */
static void add_lines(const RowCut *cut, Frame *frame, int column, int strip,
                      double top) {
  const Style *style = &cut->grid->setting->style;
  const GridCell *cell = &cut->grid->rows[cut->row].cells[column];
  double x =
      cut->grid->columns[column].x + cell->source->indent * style->table.size;
  for (int i = 0; i < cell->words->items.count; i++) {
    const FrameItem *line = &cell->words->items.items[i];
    if (line->kind != FRAME_GROUP) continue;
    double y = line->group.matrix.y0;
    if (strip_of(cut, y) != strip) continue;
    frame_add_group(frame, line->group.frame,
                    matrix_move(x, top + y - strip * style->table.leading))
        ->tag = line->tag;
  }
}

static Frame *draw_strip(const RowCut *cut, int strip) {
  Grid *grid = cut->grid;
  const Style *style = &grid->setting->style;
  const GridRow *row = &grid->rows[cut->row];
  bool is_first = strip == 0, is_last = strip == cut->count - 1;
  double top = is_first ? style->cell_space : 0;
  double used = style->cell_space + cut->count * style->table.leading;
  double height = top + style->table.leading;
  if (is_last) height += row->height - used;
  Frame *frame =
      frame_new(grid->setting->paragraph.report, grid->width, height);
  for (int c = 0; c < grid->column_count; c++) {
    if (!row->cells[c].source) continue;
    grid_fill_cell(grid, frame, cut->row, c, height);
    if (row->cells[c].words)
      add_lines(cut, frame, c, strip, top);
    else if (is_first)
      grid_draw_cell(grid, frame, row, c, false);
  }
  if (is_last) grid_draw_rules(grid, frame, cut->row);
  return frame;
}

GridStrips grid_split_row(Grid *grid, int row) {
  const Style *style = &grid->setting->style;
  double lines =
      (grid->rows[row].height - 2 * style->cell_space) / style->table.leading;
  RowCut cut = {grid, row, lines < 1 ? 1 : (int)floor(lines + .01)};
  GridStrips strips = {0};
  for (int i = 0; i < cut.count; i++)
    list_add(grid->setting->paragraph.report, &strips, draw_strip(&cut, i));
  return strips;
}
