/* Tables: cells -> column widths -> row heights -> drawn rows -> items that may
 * be broken across pages. Private to page/. */
#ifndef JIKJI_PAGE_GRID_GRID_H
#define JIKJI_PAGE_GRID_GRID_H

#include "page/block/block.h"

/* A cell that is a number: what stands before its decimal point, what behind,
 * and the unit after it (13위, 85.7점, -0.5 %, (3.2), 약 30, 1.5~2.5). */
typedef struct NumberCell {
  Str whole, fraction, unit;
  bool is_strong;
  bool is_marked;  /* marks of notes follow: set as words */
  bool is_neutral; /* a range or a dash: does not make a column of numbers */
  double whole_width, rest_width; /* to both sides of the point */
  double unit_x;                  /* right of the point */
} NumberCell;

/* False: the cell is words. */
bool number_cell_read(const InlineList *inlines, NumberCell *number);

/* Measures the parts in the table's type. */
void number_cell_measure(Setting *setting, const InlineList *inlines,
                         NumberCell *number);

typedef struct GridColumn {
  CellAlign align;         /* never ALIGN_DEFAULT */
  double natural, minimum; /* of the content */
  double head;             /* natural width of its heads */
  double asked;            /* width asked for, 0: none */
  double x, width;         /* of the content, without the gap */
  double whole, rest;      /* of numbers, to both sides of the point */
  double inset;            /* right of numbers, where the column has air */
} GridColumn;

typedef struct GridCell {
  const TableCell *source; /* NULL: covered by another cell */
  int column_span, row_span;
  bool is_number, is_kept; /* is_kept: no page parts its rows */
  NumberCell number;
  Frame *words;
  double height; /* of the words */
  Element *element;
} GridCell;

typedef struct GridRow {
  GridCell *cells; /* column_count of them */
  double height;
  bool is_head, is_group_end;
  bool joins_next; /* a cell spans into the next row */
  bool is_kept;    /* stays with the next row */
  NoteMarks notes;
} GridRow;

typedef struct Grid {
  Setting *setting;
  const BlockPlace *place;
  const Block *block;
  int column_count, row_count, head_count;
  GridColumn *columns;
  GridRow *rows;
  double width, gap;  /* of the table; between columns */
  bool has_row_rules; /* hairlines between all rows */
  Frame *foot;        /* the rule under what goes on on the next page */
  Element *table;
} Grid;

/* Reads the block's table: spans, numbers. */
void grid_read(Grid *grid);

/* Column widths by the content: see columns.c. Sets x and width. */
void grid_set_columns(Grid *grid);

/* The widths alone, for `available` points shared by the columns. False: not
 * even the longest words fit; then all are squeezed. */
bool columns_solve(GridColumn *columns, int count, double available);

/* Sets all cells and finds the heights. */
void grid_set_rows(Grid *grid);

/* Tells the data cells of nested heads which heads they have. */
void grid_set_heads(Grid *grid);

/* The style of a cell's words, as wide as its columns. */
ParagraphStyle grid_cell_style(const Grid *grid, const GridRow *row,
                               int column);
double grid_span_width(const Grid *grid, int column, int span);

/* One row under the head with its fills and rules, at its height. */
Frame *grid_draw_row(Grid *grid, int row);
/* The same line by line, for a row that no page holds: the strips under each
 * other are the row. */
typedef List(Frame *) GridStrips;
GridStrips grid_split_row(Grid *grid, int row);
/* Notes and sources under a table that may go over pages: many of them go on on
 * the next page. */
void grid_add_sources(Grid *grid, BlockPlace *place, Frame *sources);
/* What stands behind a cell, and the rules of a row, in a frame as high as the
 * row or a strip of it. */
void grid_fill_cell(const Grid *grid, Frame *frame, int row, int column,
                    double height);
void grid_draw_rules(const Grid *grid, Frame *frame, int row);
/* All head rows. */
Frame *grid_draw_head(Grid *grid);
/* The head rows once more, for a later page: not tagged as content. */
Frame *grid_draw_head_again(Grid *grid);
/* A rule across the table, as a frame. */
Frame *grid_draw_rule(const Grid *grid);
/* The contents of one cell in a row's frame. */
void grid_draw_cell(Grid *grid, Frame *frame, const GridRow *row, int column,
                    bool is_again);

#endif
