/* One value of many rows: count, sum, mean ... Private to article/. */
#ifndef JIKJI_ARTICLE_AGGREGATE_H
#define JIKJI_ARTICLE_AGGREGATE_H

#include "table/table.h"

typedef List(int) RowList;

typedef struct ValueField {
  const Table *table;
  int column; /* -1 for a count of rows */
} ValueField;

/* False: no aggregate has that name (those of Vega-Lite that give one value).
 * Cells that are empty do not count; of no rows at all only counts and sums
 * exist, the others are null. */
bool aggregate_rows(Str name, const ValueField *field, const RowList *rows,
                    Value *value);

void aggregate_hint(Diags *diags, Str name);

#endif
