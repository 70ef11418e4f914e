/* Two numbers and a wanted count to round numbers in between. */
#include "chart/scale/ticks.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/number.h"

/* Ticks are i x increment, or i / -increment where it is negative, for
 * first <= i <= last. */
typedef struct TickSpec {
  double first, last, increment;
} TickSpec;

/* As Math.round: halves go up. */
static double round_half_up(double value) {
  return floor(value + 0.5);
}

static TickSpec tick_spec_at(double start, double stop, double count) {
  double step = (stop - start) / fmax(0, count);
  double power = floor(log10(step));
  double error = step / pow(10, power);
  double factor = error >= sqrt(50)   ? 10
                  : error >= sqrt(10) ? 5
                  : error >= sqrt(2)  ? 2
                                      : 1;
  TickSpec spec;
  if (power < 0) {
    double inverse = pow(10, -power) / factor;
    spec.first = round_half_up(start * inverse);
    spec.last = round_half_up(stop * inverse);
    if (spec.first / inverse < start) spec.first++;
    if (spec.last / inverse > stop) spec.last--;
    spec.increment = -inverse;
  } else {
    spec.increment = pow(10, power) * factor;
    spec.first = round_half_up(start / spec.increment);
    spec.last = round_half_up(stop / spec.increment);
    if (spec.first * spec.increment < start) spec.first++;
    if (spec.last * spec.increment > stop) spec.last--;
  }
  return spec;
}

static TickSpec tick_spec(double start, double stop, double count) {
  TickSpec spec = tick_spec_at(start, stop, count);
  while (spec.last < spec.first && 0.5 <= count && count < 2) {
    count *= 2;
    spec = tick_spec_at(start, stop, count);
  }
  return spec;
}

double tick_increment(double start, double stop, double count) {
  return tick_spec(start, stop, count).increment;
}

double tick_step(double start, double stop, double count) {
  bool reverse = stop < start;
  double increment = reverse ? tick_increment(stop, start, count)
                             : tick_increment(start, stop, count);
  double step = increment < 0 ? 1 / -increment : increment;
  return reverse ? -step : step;
}

NumberList ticks_between(Arena *arena, double start, double stop,
                         double count) {
  NumberList ticks = {0};
  if (!(count > 0)) return ticks;
  if (start == stop) {
    list_add(arena, &ticks, start);
    return ticks;
  }
  bool reverse = stop < start;
  TickSpec spec =
      reverse ? tick_spec(stop, start, count) : tick_spec(start, stop, count);
  double length = spec.last - spec.first + 1;
  if (!(length >= 1)) return ticks;
  length = fmin(length, LIMIT_TICKS);
  list_reserve(arena, &ticks, (int)length);
  for (int i = 0; i < (int)length; i++) {
    double at = reverse ? spec.last - i : spec.first + i;
    list_add(arena, &ticks,
             spec.increment < 0 ? at / -spec.increment : at * spec.increment);
  }
  return ticks;
}

void extent_nice(double *start, double *stop, double count) {
  double low = *start, high = *stop, previous = NAN;
  for (int i = 0; i < 10; i++) {
    double step = tick_increment(low, high, count);
    if (step == previous) {
      *start = low;
      *stop = high;
      return;
    }
    if (step > 0) {
      low = floor(low / step) * step;
      high = ceil(high / step) * step;
    } else if (step < 0) {
      low = ceil(low * step) / step;
      high = floor(high * step) / step;
    } else {
      return;
    }
    previous = step;
  }
}

/* The exponent of the number in scientific notation. */
static double decimal_exponent(double number) {
  number = fabs(number);
  if (!(number > 0) || !isfinite(number)) return NAN;
  char digits[24];
  int exponent;
  number_digits(number, digits, &exponent);
  return exponent - 1;
}

double precision_fixed(double step) {
  double exponent = decimal_exponent(step);
  return isnan(exponent) ? NAN : fmax(0, -exponent);
}

double precision_round(double step, double largest) {
  step = fabs(step);
  double digits =
      decimal_exponent(fabs(largest) - step) - decimal_exponent(step);
  return isnan(digits) ? NAN : fmax(0, digits) + 1;
}

int si_exponent(double value) {
  double thousands = floor(decimal_exponent(value) / 3);
  if (isnan(thousands)) return 0;
  return 3 * (int)fmax(-8, fmin(8, thousands));
}

double precision_prefix(double step, double value) {
  double digits = si_exponent(value) - decimal_exponent(step);
  if (isnan(decimal_exponent(value)) || isnan(digits)) return NAN;
  return fmax(0, digits);
}
