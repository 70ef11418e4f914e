/* Cells of delimited text, one after the other. Private to table/. */
#ifndef JIKJI_TABLE_CSV_H
#define JIKJI_TABLE_CSV_H

#include "table/table.h"

typedef enum CellEnd {
  CELL_DELIMITER, /* another cell of the row follows */
  CELL_ROW_END,
  CELL_UNCLOSED, /* a quote that the text never closes */
  CELL_STRAY     /* text after the closing quote; the cell is read past it */
} CellEnd;

/* Where reading stands; made by cell_reader. */
typedef struct CellReader {
  Str text;
  Str delimiter; /* one character, any number of bytes */
  int at;
  bool ends_cell[256]; /* bytes at which a plain cell may end */
} CellReader;

CellReader cell_reader(Str text, Str delimiter, int at);

/* Reads a cell and moves past what ends it. The text is borrowed, or the
 * arena's where quotes were doubled; *start is where the cell begins. */
CellEnd cell_read(CellReader *reader, Arena *arena, Str *cell, int *start);

/* Moves past the row that reading stands in. */
void cell_skip_row(CellReader *reader);

/* Delimited text as a table; the delimiter is one character. */
Table *csv_read(Arena *arena, const Source *source, Str delimiter,
                Diags *diags);

#endif
