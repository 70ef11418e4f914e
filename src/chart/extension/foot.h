/* Source and note under a stand-alone picture. */
#ifndef JIKJI_CHART_EXTENSION_FOOT_H
#define JIKJI_CHART_EXTENSION_FOOT_H

#include "chart/spec/view.h"

/* Adds the lines of usermeta.jikji.note and .source below all that the view's
 * group holds; in a report the page says them. */
void foot_draw(Drawing *drawing, View *view);

#endif
