/* Tables: rows of cells. A part of the door article/article.h. */
#ifndef JIKJI_ARTICLE_CELLS_H
#define JIKJI_ARTICLE_CELLS_H

#include "article/inline.h"

typedef enum CellAlign {
  ALIGN_DEFAULT,
  ALIGN_LEFT,
  ALIGN_CENTER,
  ALIGN_RIGHT,
  ALIGN_DECIMAL
} CellAlign;

typedef struct TableCell {
  InlineList inlines;
  CellAlign align;           /* ALIGN_DEFAULT: as its column */
  int indent;                /* levels */
  int row_span, column_span; /* 0 means 1 */
  bool is_head;              /* a row's head */
  bool is_covered;           /* under another cell's span */
  double shade;              /* 0 none .. 1 darkest, of the heat colour */
  Place place;
} TableCell;

typedef struct TableRow {
  TableCell *cells;  /* column_count of them */
  bool is_group_end; /* a thin rule stands under it */
} TableRow;

typedef struct TableColumn {
  Str name; /* in the data, or empty */
  CellAlign align;
  double width; /* share of the measure asked for, 0: found from the content */
} TableColumn;

typedef struct TableBody {
  int column_count, head_count; /* the first head_count rows are heads */
  int row_head_count; /* the first columns of each row are heads of it */
  TableColumn *columns;
  List(TableRow) rows;
  const struct Attribute *shade, *merge, *rules; /* as written, or NULL */
} TableBody;

#endif
