/* The functions by which expressions ask for scales and rows: scale(),
 * invert(), domain(), range(), bandwidth(), bandspace(), data(), indata(). */
#ifndef JIKJI_CHART_DOMAIN_SCALE_CALLS_H
#define JIKJI_CHART_DOMAIN_SCALE_CALLS_H

#include "chart/drawing.h"

/* ExprScope.call; the owner is the Drawing. A scale is called by its channel
 * ("x"), or as Vega-Lite calls it in a composed chart ("concat_0_x"), and is
 * looked for in the view at work and those around it. Before the scales are
 * known the results are undefined. */
bool scale_call(void *owner, Str name, const Value *arguments, int count,
                Value *result);

#endif
