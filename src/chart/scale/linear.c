/* Linear scales, and the scales of colours that go by their old name. */
#include <math.h>

#include "chart/scale/kind.h"

double tick_count_number(TickCount count) {
  return count.wish == TICKS_COUNT ? count.count : 10;
}

void linear_nice(const Scale *scale, double *low, double *high) {
  double count =
      scale->nice == NICE_BY ? tick_count_number(scale->nice_by) : 10;
  extent_nice(low, high, count);
}

NumberList linear_ticks(Arena *arena, const Scale *scale, TickCount count) {
  if (!scale->points.count) return (NumberList){0};
  return ticks_between(arena, scale->points.items[0],
                       *list_last(&scale->points), tick_count_number(count));
}

static double as_is(const Scale *scale, double value) {
  (void)scale;
  return value;
}

const ScaleKind scale_linear = {
    .traits = TRAIT_CONTINUOUS | TRAIT_ZERO,
    .lift = as_is,
    .ground = as_is,
    .nice = linear_nice,
    .ticks = linear_ticks,
};

const ScaleKind scale_sequential = {
    .traits = TRAIT_CONTINUOUS | TRAIT_ZERO,
    .lift = as_is,
    .ground = as_is,
    .nice = linear_nice,
    .ticks = linear_ticks,
};

/* Positions given as they are: values of data that are pixels. */
const ScaleKind scale_identity = {
    .lift = as_is,
    .ground = as_is,
    .ticks = linear_ticks,
};
