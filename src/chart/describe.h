/* What a chart shows, in words, for those who cannot see it. */
#ifndef JIKJI_CHART_DESCRIBE_H
#define JIKJI_CHART_DESCRIBE_H

#include "chart/spec/view.h"

/* The spec's description, else one written from the spec and the data, in the
 * request's language. */
Str chart_describe(Drawing *drawing, const View *view);

#endif
