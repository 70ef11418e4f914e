/* Logarithmic scales; a domain below zero is the mirror image of one above. */
#include <math.h>

#include "base/limits.h"
#include "chart/scale/kind.h"

static bool is_negative(const Scale *scale) {
  return scale->points.count && scale->points.items[0] < 0;
}

static double log_lift(const Scale *scale, double value) {
  return is_negative(scale) ? -log(-value) : log(value);
}

static double log_ground(const Scale *scale, double lifted) {
  return is_negative(scale) ? -exp(-lifted) : exp(lifted);
}

static bool is_natural(const Scale *scale) {
  return fabs(scale->base - M_E) < 1e-15;
}

static double log_base(const Scale *scale, double value) {
  if (scale->base == 10) return log10(value);
  if (scale->base == 2) return log2(value);
  if (is_natural(scale)) return log(value);
  return log(value) / log(scale->base);
}

/* The exponent of a value to the scale's base, and back. */
static double exponent_at(const Scale *scale, double value) {
  return is_negative(scale) ? -log_base(scale, -value) : log_base(scale, value);
}

static double power_of_base(const Scale *scale, double exponent) {
  return is_natural(scale) ? exp(exponent) : pow(scale->base, exponent);
}

static double value_at(const Scale *scale, double exponent) {
  return is_negative(scale) ? -power_of_base(scale, -exponent)
                            : power_of_base(scale, exponent);
}

static void log_nice(const Scale *scale, double *low, double *high) {
  *low = value_at(scale, floor(exponent_at(scale, *low)));
  *high = value_at(scale, ceil(exponent_at(scale, *high)));
}

/* k times the base to the exponent, without the error of a negative power. */
static double multiple(const Scale *scale, double k, double exponent) {
  bool inverse = is_negative(scale) ? exponent > 0 : exponent < 0;
  return inverse ? k / value_at(scale, -exponent)
                 : k * value_at(scale, exponent);
}

/* 1, 2, 3 .. base - 1 times each power in [low, high]. */
static NumberList every_multiple(Arena *arena, const Scale *scale, double low,
                                 double high) {
  NumberList ticks = {0};
  double from = floor(exponent_at(scale, low));
  double to = ceil(exponent_at(scale, high));
  int tried = 0;
  for (double i = from; i <= to; i++) {
    for (double step = 1; step < scale->base; step++) {
      double k = low > 0 ? step : scale->base - step;
      double tick = multiple(scale, k, i);
      if (tick > high || ++tried > LIMIT_MARKS) break;
      if (ticks.count == LIMIT_TICKS) return ticks;
      if (tick >= low) list_add(arena, &ticks, tick);
    }
  }
  return ticks;
}

static void turn_round(NumberList *list) {
  for (int i = 0, j = list->count - 1; i < j; i++, j--) {
    double number = list->items[i];
    list->items[i] = list->items[j];
    list->items[j] = number;
  }
}

static NumberList log_ticks(Arena *arena, const Scale *scale, TickCount count) {
  if (!scale->points.count) return (NumberList){0};
  double first = scale->points.items[0], last = *list_last(&scale->points);
  double low = fmin(first, last), high = fmax(first, last);
  double wanted = tick_count_number(count);
  double from = exponent_at(scale, low), to = exponent_at(scale, high);
  NumberList ticks;
  if (!isfinite(from) || !isfinite(to)) return (NumberList){0};
  if (fmod(scale->base, 1) == 0 && scale->base <= 1e4 && to - from < wanted) {
    ticks = every_multiple(arena, scale, low, high);
    if (ticks.count * 2 < wanted)
      ticks = ticks_between(arena, low, high, wanted);
  } else {
    ticks = ticks_between(arena, from, to, fmin(to - from, wanted));
    for (int i = 0; i < ticks.count; i++)
      ticks.items[i] = value_at(scale, ticks.items[i]);
  }
  if (last < first) turn_round(&ticks);
  return ticks;
}

const ScaleKind scale_log = {
    .traits = TRAIT_CONTINUOUS,
    .lift = log_lift,
    .ground = log_ground,
    .nice = log_nice,
    .ticks = log_ticks,
};
