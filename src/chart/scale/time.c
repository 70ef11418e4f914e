/* Scales of moments. Local time is UTC, so time and utc differ only in how d3
 * counts every second day. */
#include <math.h>

#include "base/limits.h"
#include "chart/scale/interval.h"
#include "chart/scale/kind.h"

static double as_is(const Scale *scale, double value) {
  (void)scale;
  return value;
}

static Interval interval_of(const Scale *scale, TickCount count, double low,
                            double high) {
  if (count.wish == TICKS_INTERVAL)
    return (Interval){.part = count.part, .step = count.step};
  return interval_for_ticks(low, high, tick_count_number(count),
                            scale->type == SCALE_UTC);
}

static void time_nice(const Scale *scale, double *low, double *high) {
  TickCount count = {0};
  if (scale->nice == NICE_BY) count = scale->nice_by;
  Interval interval = interval_of(scale, count, *low, *high);
  double start = interval_floor(interval, *low);
  double stop = interval_ceil(interval, *high);
  if (isnan(start) || isnan(stop)) return;
  *low = start;
  *high = stop;
}

static NumberList time_ticks(Arena *arena, const Scale *scale,
                             TickCount count) {
  NumberList ticks = {0};
  if (!scale->points.count) return ticks;
  double first = scale->points.items[0], last = *list_last(&scale->points);
  double low = fmin(first, last), high = fmax(first, last);
  Interval interval = interval_of(scale, count, low, high);
  double tick = interval_ceil(interval, low);
  while (tick <= high && ticks.count < LIMIT_TICKS) {
    list_add(arena, &ticks, tick);
    double next = interval_next(interval, tick);
    if (!(next > tick)) break;
    tick = next;
  }
  for (int i = 0; last < first && i < ticks.count / 2; i++) {
    double *other = &ticks.items[ticks.count - 1 - i], held = *other;
    *other = ticks.items[i];
    ticks.items[i] = held;
  }
  return ticks;
}

const ScaleKind scale_time = {
    .traits = TRAIT_CONTINUOUS | TRAIT_TEMPORAL,
    .lift = as_is,
    .ground = as_is,
    .nice = time_nice,
    .ticks = time_ticks,
};

const ScaleKind scale_utc = {
    .traits = TRAIT_CONTINUOUS | TRAIT_TEMPORAL,
    .lift = as_is,
    .ground = as_is,
    .nice = time_nice,
    .ticks = time_ticks,
};
