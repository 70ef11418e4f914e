/* The table behind scheme_find. Private to scheme.c. */
#ifndef JIKJI_CHART_SCALE_SCHEME_COLORS_H
#define JIKJI_CHART_SCALE_SCHEME_COLORS_H

#include "chart/scale/scheme.h"

extern const Scheme scheme_table[];
extern const int scheme_table_count;

#endif
