/* Column widths: natural where they fit; else lines are shared out so that all
 * wrapped columns need about as many, and no word is broken while another
 * column has air. */
#include <math.h>

#include "page/grid/grid.h"

static const double full_share = .6, least_share = .5, label_share = .25;
static const double least_gap = .5; /* of the style's */

/* Widths when a column's content may run over `lines` lines. */
static double width_at(const GridColumn *column, double lines) {
  if (column->asked > 0) return column->asked;
  double even = column->natural / lines * (lines > 1 ? 1.06 : 1);
  return fmin(fmax(even, column->minimum),
              fmax(column->natural, column->minimum));
}

static double total_at(const GridColumn *columns, int count, double lines) {
  double total = 0;
  for (int i = 0; i < count; i++)
    total += width_at(&columns[i], lines);
  return total;
}

static double total_under(const GridColumn *columns, int count, double most) {
  double total = 0;
  for (int i = 0; i < count; i++)
    total += fmin(width_at(&columns[i], 1e6), most);
  return total;
}

/* The columns with the longest words give first: those with short ones keep
 * them whole. */
static void squeeze(GridColumn *columns, int count, double available) {
  double low = 0, high = available;
  for (int i = 0; i < 60; i++) {
    double middle = (low + high) / 2;
    if (total_under(columns, count, middle) > available)
      high = middle;
    else
      low = middle;
  }
  for (int i = 0; i < count; i++)
    columns[i].width = fmin(width_at(&columns[i], 1e6), low);
}

/* The least number of lines (as a real number) at which everything fits. */
static double find_lines(const GridColumn *columns, int count,
                         double available) {
  double low = 1, high = 1e6;
  for (int i = 0; i < 60; i++) {
    double middle = (low + high) / 2;
    if (total_at(columns, count, middle) > available)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static void add_rest(GridColumn *columns, int count, double available) {
  double total = 0, open = 0;
  for (int i = 0; i < count; i++) {
    total += columns[i].width;
    open += fmax(0, columns[i].natural - columns[i].width);
  }
  double rest = available - total;
  if (rest <= 0 || open <= 0) return;
  double share = fmin(1, rest / open);
  for (int i = 0; i < count; i++)
    columns[i].width += share * fmax(0, columns[i].natural - columns[i].width);
}

/* Lets columns that need no more than an even share stay on one line, the
 * shortest first, where that costs the others no further line. */
static double keep_short(GridColumn *columns, int count, double available,
                         double lines) {
  for (int done = 0; done < count; done++) {
    GridColumn *shortest = NULL;
    for (int i = 0; i < count; i++)
      if (columns[i].minimum < columns[i].natural && columns[i].asked <= 0 &&
          columns[i].natural <= available / count &&
          (!shortest || columns[i].natural < shortest->natural))
        shortest = &columns[i];
    if (!shortest) return lines;
    double before = shortest->minimum;
    shortest->minimum = shortest->natural;
    double then = total_at(columns, count, 1e6) <= available
                      ? find_lines(columns, count, available)
                      : 1e9;
    if (ceil(then - .02) > ceil(lines)) {
      shortest->minimum = before;
      return lines;
    }
    lines = then;
  }
  return lines;
}

bool columns_solve(GridColumn *columns, int count, double available) {
  double label = columns[0].minimum;
  if (total_at(columns, count, 1e6) > available + .01) {
    squeeze(columns, count, available);
    return false;
  }
  if (columns[0].natural <= available * label_share) {
    columns[0].minimum = fmax(columns[0].natural, label);
    if (total_at(columns, count, 1e6) > available) columns[0].minimum = label;
  }
  double lines = total_at(columns, count, 1) <= available
                     ? 1
                     : find_lines(columns, count, available);
  if (lines > 1) lines = keep_short(columns, count, available, lines);
  for (int i = 0; i < count; i++)
    columns[i].width = width_at(&columns[i], lines);
  add_rest(columns, count, available);
  return true;
}

static void widen(double *to, double by) {
  *to = fmax(*to, by);
}

static void measure_number(GridColumn *column, const NumberCell *number) {
  widen(&column->whole, number->whole_width);
  widen(&column->rest, number->rest_width);
}

static ParagraphWidths cell_widths(const Grid *grid, const GridRow *row,
                                   int column) {
  ParagraphStyle style = grid_cell_style(grid, row, column);
  const GridCell *cell = &row->cells[column];
  ParagraphWidths widths = paragraph_widths(&grid->setting->paragraph,
                                            &cell->source->inlines, &style);
  double indent = cell->source->indent * style.text.size;
  /* A hair of air, so that rounding never wraps what just fits. */
  widths.natural += indent + .1;
  widths.minimum += indent + .1;
  return widths;
}

/* A cell over several columns widens them where they are too narrow. */
static void spread(Grid *grid, int column, int span, ParagraphWidths widths) {
  double natural = grid->gap * (span - 1), minimum = natural;
  for (int i = column; i < column + span; i++) {
    natural += grid->columns[i].natural;
    minimum += grid->columns[i].minimum;
  }
  double more = fmax(0, widths.natural - natural) / span;
  double least = fmax(0, widths.minimum - minimum) / span;
  for (int i = column; i < column + span; i++) {
    grid->columns[i].natural += more;
    grid->columns[i].minimum += least;
  }
}

static void measure_cells(Grid *grid, bool spanning) {
  for (int r = 0; r < grid->row_count; r++) {
    GridRow *row = &grid->rows[r];
    for (int c = 0; c < grid->column_count; c++) {
      const GridCell *cell = &row->cells[c];
      if (!cell->source || (cell->column_span > 1) != spanning) continue;
      if (cell->is_number) {
        measure_number(&grid->columns[c], &cell->number);
        continue;
      }
      ParagraphWidths widths = cell_widths(grid, row, c);
      if (spanning) {
        spread(grid, c, cell->column_span, widths);
        continue;
      }
      GridColumn *column = &grid->columns[c];
      widen(row->is_head ? &column->head : &column->natural, widths.natural);
      widen(&column->minimum, widths.minimum);
    }
  }
}

static void finish_numbers(Grid *grid) {
  for (int i = 0; i < grid->column_count; i++) {
    GridColumn *column = &grid->columns[i];
    double width = column->whole + column->rest;
    if (width <= 0) continue;
    widen(&column->natural, width + .1);
    widen(&column->minimum, width + .1);
  }
}

/* Heads stand on one line where all of the table does; else they may take two,
 * so that they keep no room from what is under them. */
static void settle_heads(Grid *grid) {
  static const double half = .55; /* lines break where words end */
  double total = grid->gap * grid->column_count;
  for (int i = 0; i < grid->column_count; i++)
    total += fmax(grid->columns[i].natural, grid->columns[i].head);
  double share = total <= grid->place->width ? 1 : half;
  for (int i = 0; i < grid->column_count; i++)
    widen(&grid->columns[i].natural, grid->columns[i].head * share);
}

/* Air left over goes to all columns evenly, half as much to the first. */
static void stretch_to(Grid *grid, double total, double wanted) {
  double each = (wanted - total) / (grid->column_count - .5);
  for (int i = 0; i < grid->column_count; i++)
    grid->columns[i].width += i ? each : each / 2;
}

/* Numbers stand in the middle of the air that their column has, clear of words
 * to their right; those of the first column at the table's edge. */
static void place_columns(Grid *grid) {
  double x = grid->gap / 2;
  for (int i = 0; i < grid->column_count; i++) {
    GridColumn *column = &grid->columns[i];
    column->x = x;
    double needed = fmax(column->natural, column->minimum);
    if (column->align == ALIGN_DECIMAL)
      column->inset = fmax(0, column->width - needed) * (i ? .5 : 1);
    x += column->width + grid->gap;
  }
  grid->width = x - grid->gap / 2;
}

/* Columns stand closer where the longest words would else not fit. */
static double fitting_gap(const Grid *grid, double measure) {
  double words = total_at(grid->columns, grid->column_count, 1e6);
  double gap = (measure - words) / grid->column_count - .01;
  return fmin(grid->gap, fmax(gap, grid->gap * least_gap));
}

void grid_set_columns(Grid *grid) {
  double measure = grid->place->width;
  for (int i = 0; i < grid->column_count; i++) {
    double share = grid->block->table->columns[i].width;
    grid->columns[i].asked = share > 0 ? share * measure - grid->gap : 0;
  }
  measure_cells(grid, false);
  finish_numbers(grid);
  settle_heads(grid);
  measure_cells(grid, true);
  grid->gap = fitting_gap(grid, measure);
  double gaps = grid->gap * grid->column_count;
  if (!columns_solve(grid->columns, grid->column_count, measure - gaps)) {
    diag(grid->setting->paragraph.diags, DIAG_PAGE_TABLE_TOO_WIDE,
         grid->block->place,
         "this table needs %.0f pt for its longest words, the page has %.0f pt",
         total_at(grid->columns, grid->column_count, 1e6) + gaps, measure);
    diag_hint(grid->setting->paragraph.diags,
              "use fewer columns or shorter words");
  }
  double total = gaps;
  for (int i = 0; i < grid->column_count; i++)
    total += grid->columns[i].width;
  bool is_narrow = measure < grid->setting->style.form.narrow *
                                 grid->setting->style.body.size;
  double wanted = is_narrow || total >= full_share * measure
                      ? measure
                      : least_share * measure;
  if (wanted > total) stretch_to(grid, total, wanted);
  place_columns(grid);
}
