/* Cells are set in their columns; rows are as high as their highest cell. */
#include <math.h>

#include "page/grid/grid.h"

double grid_span_width(const Grid *grid, int column, int span) {
  double width = grid->gap * (span - 1);
  for (int i = column; i < column + span; i++)
    width += grid->columns[i].width;
  return width;
}

static CellAlign cell_align(const Grid *grid, const GridRow *row, int column) {
  const GridCell *cell = &row->cells[column];
  if (cell->source->align != ALIGN_DEFAULT) return cell->source->align;
  if (cell->column_span > 1) return row->is_head ? ALIGN_CENTER : ALIGN_LEFT;
  return grid->columns[column].align;
}

ParagraphStyle grid_cell_style(const Grid *grid, const GridRow *row,
                               int column) {
  static const LineAlign aligns[] = {[ALIGN_DEFAULT] = LINES_LEFT,
                                     [ALIGN_LEFT] = LINES_LEFT,
                                     [ALIGN_CENTER] = LINES_CENTER,
                                     [ALIGN_RIGHT] = LINES_RIGHT,
                                     [ALIGN_DECIMAL] = LINES_RIGHT};
  const GridCell *cell = &row->cells[column];
  const Style *style = &grid->setting->style;
  double indent = cell->source->indent * style->table.size;
  double width = grid_span_width(grid, column, cell->column_span) - indent;
  if (cell->column_span == 1) width -= grid->columns[column].inset;
  ParagraphStyle form =
      style_sans_lines(style, style->table, row->is_head ? 700 : 0, width);
  form.align = aligns[cell_align(grid, row, column)];
  if (cell->is_number) {
    form.measure = cell->number.whole_width + cell->number.rest_width;
    form.align = LINES_LEFT;
  }
  form.text.tabular = true;
  return form;
}

static ElementRole cell_role(const GridRow *row, const GridCell *cell) {
  return row->is_head || cell->source->is_head ? ELEMENT_HEADER_CELL
                                               : ELEMENT_CELL;
}

static Element *add_element(Grid *grid, const GridRow *row,
                            const GridCell *cell, Element *parent) {
  Element *element = element_new(grid->setting->paragraph.report, parent,
                                 cell_role(row, cell));
  element->row_span = cell->row_span;
  element->column_span = cell->column_span;
  if (element->role == ELEMENT_HEADER_CELL)
    element->scope = row->is_head ? SCOPE_COLUMN : SCOPE_ROW;
  return element;
}

static void set_words(Grid *grid, GridRow *row, int column) {
  GridCell *cell = &row->cells[column];
  ParagraphStyle style = grid_cell_style(grid, row, column);
  if (cell->source->shade > .5) style.color = grid->setting->style.paper;
  Lines *lines = setting_lines(grid->setting, &cell->source->inlines, &style,
                               cell->element);
  setting_notes(grid->setting, grid->place, lines, &row->notes);
  cell->words = setting_stack(grid->setting, lines, style.measure);
  cell->height = cell->words->height;
}

static void set_row(Grid *grid, GridRow *row, Element *part) {
  Element *element =
      element_new(grid->setting->paragraph.report, part, ELEMENT_ROW);
  double leading = grid->setting->style.table.leading;
  row->height = leading;
  for (int c = 0; c < grid->column_count; c++) {
    GridCell *cell = &row->cells[c];
    if (!cell->source) continue;
    cell->element = add_element(grid, row, cell, element);
    cell->height = leading;
    if (!cell->is_number || cell->number.is_marked) set_words(grid, row, c);
    if (cell->row_span == 1) row->height = fmax(row->height, cell->height);
    if (!row->is_head && cell->height > leading + .1)
      grid->has_row_rules = true;
  }
  row->height += 2 * grid->setting->style.cell_space;
}

/* A cell over several rows makes the last of them higher where it must. */
static void stretch_span(Grid *grid, int row, const GridCell *cell) {
  double height = -2 * grid->setting->style.cell_space;
  for (int i = 0; i < cell->row_span; i++)
    height += grid->rows[row + i].height;
  if (cell->height > height)
    grid->rows[row + cell->row_span - 1].height += cell->height - height;
}

/* Pages may part a cell's rows only below its words. */
static void keep_words(Grid *grid, int row, const GridCell *cell) {
  double height = -2 * grid->setting->style.cell_space;
  for (int i = 0; i + 1 < cell->row_span; i++) {
    height += grid->rows[row + i].height;
    if (cell->height > height + .5) grid->rows[row + i].is_kept = true;
  }
}

/* A span of few lines stays on one page; the words of a longer one stand at its
 * top, and again on each page that it goes on to. */
static void keep_span(Grid *grid, int row, GridCell *cell) {
  static const double kept_lines = 12;
  double height = 0;
  for (int i = 0; i < cell->row_span; i++)
    height += grid->rows[row + i].height;
  if (height > kept_lines * grid->setting->style.table.leading) {
    keep_words(grid, row, cell);
    return;
  }
  cell->is_kept = true;
  grid->rows[row + cell->row_span - 1].is_group_end = true;
  for (int i = 0; i + 1 < cell->row_span; i++)
    grid->rows[row + i].is_kept = true;
}

static void stretch_spans(Grid *grid) {
  for (int r = 0; r < grid->row_count; r++)
    for (int c = 0; grid->rows[r].joins_next && c < grid->column_count; c++) {
      const GridCell *cell = &grid->rows[r].cells[c];
      if (cell->source && cell->row_span > 1) stretch_span(grid, r, cell);
    }
}

static void keep_spans(Grid *grid) {
  for (int r = 0; r < grid->row_count; r++)
    for (int c = 0; grid->rows[r].joins_next && c < grid->column_count; c++) {
      GridCell *cell = &grid->rows[r].cells[c];
      if (cell->source && cell->row_span > 1) keep_span(grid, r, cell);
    }
}

void grid_set_rows(Grid *grid) {
  Arena *report = grid->setting->paragraph.report;
  Element *head = NULL, *body = NULL;
  for (int i = 0; i < grid->row_count; i++) {
    GridRow *row = &grid->rows[i];
    if (row->is_head && !head)
      head = element_new(report, grid->table, ELEMENT_TABLE_HEAD);
    if (!row->is_head && !body)
      body = element_new(report, grid->table, ELEMENT_TABLE_BODY);
    set_row(grid, row, row->is_head ? head : body);
  }
  stretch_spans(grid);
  keep_spans(grid);
  grid_set_heads(grid);
}
