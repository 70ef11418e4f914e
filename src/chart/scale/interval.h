/* Intervals of the calendar, for ticks and time units: d3-time's, in UTC. */
#ifndef JIKJI_CHART_SCALE_INTERVAL_H
#define JIKJI_CHART_SCALE_INTERVAL_H

#include "chart/scale/time_unit.h"

/* Every `step` (0 means 1) of a part, counted within the next coarser part, as
 * d3's interval.every: every 2 dates are the 1st, 3rd, 5th of each month. */
typedef struct Interval {
  TimePart part;
  double step;
  bool from_epoch; /* dates are counted from 1970 instead of within months */
} Interval;

/* The latest start of an interval that is not after the moment; NaN for what is
 * no moment. */
double interval_floor(Interval interval, double moment);

/* The earliest start that is not before the moment. */
double interval_ceil(Interval interval, double moment);

/* The start after `start`, which is one itself. */
double interval_next(Interval interval, double start);

/* `count` whole parts later, whatever the interval's step. */
double interval_offset(TimePart part, double moment, double count);

/* d3's choice of an interval for about `count` ticks between two moments. */
Interval interval_for_ticks(double start, double stop, double count, bool utc);

#endif
