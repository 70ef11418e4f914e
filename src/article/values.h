/* The named values of a report and what expressions may ask for. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_VALUES_H
#define JIKJI_ARTICLE_VALUES_H

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

#endif
