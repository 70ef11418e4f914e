/* Points of several series at one place, moved apart so that all are seen. */
#ifndef JIKJI_CHART_EXTENSION_TIES_H
#define JIKJI_CHART_EXTENSION_TIES_H

#include "chart/spec/view.h"

/* Sets `tie_shifts` of the units of a plot, across the way they run, where the
 * spec asks for `ties`: lines, points and the words beside them move alike. To
 * be called once scales have their ranges, before marks are drawn. */
void ties_part(Drawing *drawing, View *plot);

#endif
