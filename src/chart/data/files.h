/* Tables of data files that charts share. Private to chart/data. */
#ifndef JIKJI_CHART_DATA_FILES_H
#define JIKJI_CHART_DATA_FILES_H

#include "chart/chart.h"

/* Reads a table into the arena; NULL after an error. */
typedef const Table *ReadTable(void *owner, Arena *arena);

/* The table of that key, read where it is the first time. One that was read
 * with messages is not kept: each chart is told of its own. */
const Table *chart_files_load(ChartFiles *files, Str key, ReadTable *read,
                              void *owner, const Diags *diags);

#endif
