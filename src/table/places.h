/* Where a cell stands, found again by reading its row once more. Private to
 * table/. */
#ifndef JIKJI_TABLE_PLACES_H
#define JIKJI_TABLE_PLACES_H

#include "table/table.h"

/* The cell of a line of delimited text that starts at `row_offset`. */
Place csv_place_cell(const Table *table, int row_offset, Str column);

/* The value under a key of the JSON object at `row_offset`; the whole object
 * when it has none. */
Place json_place_cell(const Source *source, int row_offset, Str key);

#endif
