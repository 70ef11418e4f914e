/* Rows of an SQLite database. Private to table/. */
#ifndef JIKJI_TABLE_SQLITE_H
#define JIKJI_TABLE_SQLITE_H

#include "table/table.h"

/* The rows of one SELECT. The database is opened for reading only, in a mode
 * that creates no files beside it; statements that write, attach or change
 * settings are errors. NULL after an error. */
Table *sqlite_read(Arena *arena, Str path, Str sql, Place asked, Diags *diags);

#endif
