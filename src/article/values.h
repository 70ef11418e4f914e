/* The named values of a report and what expressions may ask for. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_VALUES_H
#define JIKJI_ARTICLE_VALUES_H

#include "article/aggregate.h"
#include "article/reading.h"

/* Makes reading->values of `params:` and the request's parameters, which come
 * first, and of `values:`; the values are worked out when first asked for. */
void values_read(Reading *reading);

/* Works out every value, so that all faults are told. */
void values_check(const Reading *reading);

/* The value of an expression of the text. False: a fault was recorded, here or
 * when a value that it names was worked out. */
bool values_evaluate(const Reading *reading, Str expression, Place place,
                     Value *value);

/* The rows of a table that a filter keeps; all without one. The fields that it
 * reads must be the table's. False after an error. */
bool values_filter(const Reading *reading, const Table *table, Str filter,
                   Place place, RowList *rows);

#endif
