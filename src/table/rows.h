/* Objects one by one -> a table whose columns appear as the objects name them.
 * Private to table/. */
#ifndef JIKJI_TABLE_ROWS_H
#define JIKJI_TABLE_ROWS_H

#include "table/table.h"

/* {.arena = a} is ready for the first row. */
typedef struct Rows {
  Arena *arena;
  List(Column) columns;   /* each with room for `capacity` cells */
  struct RowNames *names; /* name -> index of column */
  int count, capacity;
} Rows;

/* Adds an object; of anything else column "data". False over a limit. */
bool rows_add(Rows *rows, const json_t *row);

/* The table of all rows added; rows is used up. */
Table *rows_table(Rows *rows);

#endif
