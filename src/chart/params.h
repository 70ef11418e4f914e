/* The params of a chart: variables, and selections in their first state. */
#ifndef JIKJI_CHART_PARAMS_H
#define JIKJI_CHART_PARAMS_H

#include "chart/drawing.h"

/* Reads the params of the spec and of all views in it. Expressions are
 * evaluated when they are asked for, again in each stage of the drawing: they
 * may speak of extents and scales that are not known yet. */
void params_read(Drawing *drawing, const json_t *spec);

/* Defines a variable that a transform found. */
void param_define(Drawing *drawing, Str name, Value value);

/* The value now; false: no param has the name. Variables that depend on
 * themselves are undefined. */
bool param_value(Drawing *drawing, Str name, Value *value);

/* Evaluates all, so that what is wrong in one that nobody asks for is told. */
void params_check(Drawing *drawing);

/* The name of a param that was meant by another; empty: none is near. */
Str param_nearest(const Drawing *drawing, Str name);

#endif
