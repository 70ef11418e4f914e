/* Data that a spec asks to be generated. Private to data/. */
#ifndef JIKJI_CHART_DATA_GENERATE_H
#define JIKJI_CHART_DATA_GENERATE_H

#include "chart/drawing.h"

/* The rows of a `data` object with `sequence`, `sphere` or `graticule`, with
 * their defaults as in Vega's documentation; *table is NULL after an error.
 * False: it asks for none of them. */
bool data_generate(Drawing *drawing, const json_t *data, const Table **table);

#endif
