/* Words for who cannot see the picture. */
#ifndef JIKJI_CHART_DESCRIBE_DESCRIBE_H
#define JIKJI_CHART_DESCRIBE_DESCRIBE_H

#include "chart/spec/view.h"

/* The spec's description; without one, sentences in the request's language
 * (Korean, else English) of at most some 250 characters: the kind of chart and
 * its title, what it shows, its axes, and what the data say: how each series
 * runs, what is greatest and least, shares, correlation (Lundgard and
 * Satyanarayan's levels 1 to 3). */
Str chart_describe(Drawing *drawing, const View *view);

#endif
