/* Rows of JSON files. Private to table/. */
#ifndef JIKJI_TABLE_JSON_H
#define JIKJI_TABLE_JSON_H

#include "table/table.h"

/* The rows of a JSON text: an array, found under `property` where that is not
 * empty; or one object. NULL after an error. */
Table *json_rows_read(Arena *arena, const Source *source, Str property,
                      Diags *diags);

/* One JSON value a line. */
Table *ndjson_read(Arena *arena, const Source *source, Diags *diags);

#endif
