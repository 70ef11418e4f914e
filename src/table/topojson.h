/* TopoJSON -> rows. Private to table/. */
#ifndef JIKJI_TABLE_TOPOJSON_H
#define JIKJI_TABLE_TOPOJSON_H

#include "table/table.h"

/* The features of the topology's object named `feature`, one row each with the
 * columns type, id, properties and geometry; or the borders of `mesh` as one
 * row of lines. NULL after an error at the source. The format is that of the
 * TopoJSON specification 1.0. */
Table *topojson_read(Arena *arena, const Source *source,
                     const DataFormat *format, Diags *diags);

#endif
