/* The colours that a chart's categories have. Private to chart/. */
#ifndef JIKJI_CHART_SWATCHES_H
#define JIKJI_CHART_SWATCHES_H

#include "chart/chart.h"
#include "chart/drawing.h"
#include "chart/spec/view.h"

/* Adds the categories of all discrete colour scales to the chart, in the order
 * of their domains. */
void swatches_find(Drawing *drawing, const View *view, Chart *chart);

#endif
