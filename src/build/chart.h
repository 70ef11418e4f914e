/* One spec of a run. Private to build/. */
#ifndef JIKJI_BUILD_CHART_H
#define JIKJI_BUILD_CHART_H

#include "build/build.h"
#include "chart/chart.h"

/* What all charts of a run read, from any thread. */
typedef struct ChartShared {
  const FontSet *fonts;
  ChartFiles *files;
} ChartShared;

/* Draws the spec at the path and writes its picture; all but that is the
 * arena's. The result's diagnostics stand ready. False after an error. */
bool chart_build(Arena *arena, const ChartBuildRequest *request, Str path,
                 const ChartShared *shared, ChartBuildResult *result);

#endif
