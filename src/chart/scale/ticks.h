/* Round numbers between two numbers: d3-array's ticks. */
#ifndef JIKJI_CHART_SCALE_TICKS_H
#define JIKJI_CHART_SCALE_TICKS_H

#include "base/list.h"

typedef List(double) NumberList;

/* The step between about `count` ticks; negative when stop < start. */
double tick_step(double start, double stop, double count);

/* The same for start <= stop as d3 computes with it: a negative increment -n
 * means a step of 1/n, which keeps ticks exact. */
double tick_increment(double start, double stop, double count);

/* The ticks themselves, at most LIMIT_MARKS. */
NumberList ticks_between(Arena *arena, double start, double stop, double count);

/* Widens [*start, *stop] to round numbers as d3-scale's linear nice does. */
void extent_nice(double *start, double *stop, double count);

/* Of a number format: digits after the point for a step; significant digits
 * for a step and the largest value; digits after the point with the SI prefix
 * of the value. NaN where there are none. */
double precision_fixed(double step);
double precision_round(double step, double largest);
double precision_prefix(double step, double value);

/* The power of ten of a value's SI prefix: -24, -21 .. 24. */
int si_exponent(double value);

#endif
