/* Which rows of a unit belong together as one series: a line with its points
 * and words. */
#ifndef JIKJI_CHART_EXTENSION_SERIES_H
#define JIKJI_CHART_EXTENSION_SERIES_H

#include "chart/mark/mark.h"
#include "chart/scale/key_index.h"

/* The definition that tells a unit's series apart: the first field of its looks
 * and details; NULL: it is one series. */
const ChannelDef *series_def(const View *unit);

/* The series of a plot's rows, numbered: those of a colour scale's domain in
 * its order, the others as they come. Units without a field are the same series
 * where they stand in one layer of the plot. */
typedef struct SeriesIndex {
  const View *plot;
  KeyIndex keys;
} SeriesIndex;

SeriesIndex series_index(Arena *arena, const View *plot);
int series_number(SeriesIndex *index, const MarkSketch *sketch, int row);

/* The units of a plot, in drawing order. */
typedef List(View *) UnitList;
UnitList plot_units(Arena *arena, View *plot);

#endif
