/* The order of a facet's rows and columns: by value, by a list, or by a field,
 * over the rows that its marks draw where these are aggregated. */
#ifndef JIKJI_CHART_DATA_FACET_SORT_H
#define JIKJI_CHART_DATA_FACET_SORT_H

#include "chart/spec/view.h"

/* The distinct values of a facet's field in the order asked for. */
ValueList facet_values(Drawing *drawing, const Table *table,
                       const ChannelDef *def);

/* Sorts the cells of facets of aggregated units by a field of what they
 * aggregate to, as Vega-Lite does, which aggregates before it facets. A field
 * that is aggregated away leaves the order of the data. */
void facets_sort(Drawing *drawing, View *view);

#endif
