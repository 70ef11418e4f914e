/* Numbers to quantiles, intervals and densities; vega-statistics' definitions.
 * Private to transform/. */
#ifndef JIKJI_CHART_TRANSFORM_STATISTICS_H
#define JIKJI_CHART_TRANSFORM_STATISTICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/list.h"

typedef struct Numbers {
  double *items;
  int count, capacity;
} Numbers;

void numbers_sort(Numbers *numbers); /* ascending */

/* Of ascending numbers, by linear interpolation (R's type 7); NaN of none. */
double quantile_of(const Numbers *sorted, double p);

/* A random sequence that is the same in every run (splitmix64). */
typedef struct Random {
  uint64_t state;
} Random;
Random random_start(void);
double random_next(Random *random); /* 0 <= x < 1 */

/* The interval that holds the mean with 95 per cent, by 1000 resamplings.
 * False where there are no numbers. */
bool mean_interval(const Numbers *numbers, double interval[2]);

/* Scott's bandwidth for a kernel density of ascending numbers; `count` is how
 * many kernels there are. */
double bandwidth_of(const Numbers *sorted, int count);

/* The normal distribution: density, and cumulative (West 2009). */
double normal_density(double z);
double normal_cumulative(double z);

/* A function sampled where it bends: vega-statistics' sampleCurve. */
typedef struct Curve {
  double (*at)(const void *model, double x);
  const void *model;
} Curve;
typedef struct CurvePoint {
  double x, y;
} CurvePoint;
typedef List(CurvePoint) CurvePoints;
CurvePoints curve_sample(Arena *scratch, Curve curve, double low, double high,
                         int least, int most);

#endif
