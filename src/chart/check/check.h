/* Specs against the tables of property.h: names nobody knows, values of a wrong
 * sort, words that may not stand there. Warnings: Vega-Lite ignores such things
 * silently, and so the chart is drawn. */
#ifndef JIKJI_CHART_CHECK_CHECK_H
#define JIKJI_CHART_CHECK_CHECK_H

#include "chart/drawing.h"

/* False, after an error, where the spec is no object. */
bool spec_check(Drawing *drawing);

#endif
