/* A moment and an interval to the interval's starts around it. */
#include "chart/scale/interval.h"

#include <math.h>

#include "base/calendar.h"
#include "chart/scale/ticks.h"

static const double SECOND = 1e3, MINUTE = 6e4, HOUR = 36e5, DAY = 864e5,
                    WEEK = 7 * 864e5, YEAR = 365 * 864e5;

/* Moments further away are none in ECMAScript, nor to the calendar. */
static const double FURTHEST = 8.64e15;

static bool is_moment(double moment) {
  return fabs(moment) <= FURTHEST;
}

static double checked(double moment) {
  return is_moment(moment) ? moment : NAN;
}

static double floor_to(double value, double step) {
  return floor(value / step) * step;
}

static double step_of(Interval interval) {
  double step = floor(interval.step);
  return step > 1 ? step : 1;
}

static double date_of(double year, double month, double day) {
  if (!(fabs(year) < 3e5 && fabs(month) < 4e6 && fabs(day) < 2e8)) return NAN;
  CivilTime civil = {
      .year = (int)year, .month = (int)month + 1, .day = (int)day + 1};
  return checked(calendar_milliseconds(civil));
}

/* The week that starts on `weekday`, counted from the one of 1970-01-01. */
static double week_start(double moment, int weekday, double step) {
  double first = (weekday - 4 - 7 * (weekday > 4)) * DAY;
  return first + floor_to(moment - first, WEEK * step);
}

static double floor_within(double moment, double outer, double inner,
                           double step) {
  double start = floor_to(moment, outer);
  return start + floor_to(moment - start, inner * step);
}

static double date_floor(Interval interval, double moment, CivilTime civil) {
  double step = step_of(interval);
  if (interval.from_epoch) return floor_to(moment, DAY * step);
  return date_of(civil.year, civil.month - 1, floor_to(civil.day - 1, step));
}

double interval_floor(Interval interval, double moment) {
  if (!is_moment(moment)) return NAN;
  double step = step_of(interval);
  CivilTime civil = calendar_civil(moment);
  switch (interval.part) {
  case TIME_YEAR:
    return date_of(floor_to(civil.year, step), 0, 0);
  case TIME_QUARTER:
    return date_of(civil.year, floor_to(civil.month - 1, 3 * step), 0);
  case TIME_MONTH:
    return date_of(civil.year, floor_to(civil.month - 1, step), 0);
  case TIME_WEEK:
    return week_start(moment, 0, step);
  case TIME_ISOWEEK:
    return week_start(moment, 1, step);
  case TIME_DATE:
  case TIME_DAY:
  case TIME_DAYOFYEAR:
    return date_floor(interval, moment, civil);
  case TIME_HOURS:
    return floor_within(moment, DAY, HOUR, step);
  case TIME_MINUTES:
    return floor_within(moment, HOUR, MINUTE, step);
  case TIME_SECONDS:
    return floor_within(moment, MINUTE, SECOND, step);
  case TIME_MILLISECONDS:
    return floor_to(moment, step);
  }
  return NAN;
}

static double months_later(CivilTime civil, double count) {
  double time = civil.hour * HOUR + civil.minute * MINUTE +
                civil.second * SECOND + civil.millisecond;
  return checked(date_of(civil.year, civil.month - 1 + count, civil.day - 1) +
                 time);
}

double interval_offset(TimePart part, double moment, double count) {
  if (!is_moment(moment) || !isfinite(count)) return NAN;
  count = floor(count);
  CivilTime civil = calendar_civil(moment);
  switch (part) {
  case TIME_YEAR:
    return months_later(civil, 12 * count);
  case TIME_QUARTER:
    return months_later(civil, 3 * count);
  case TIME_MONTH:
    return months_later(civil, count);
  case TIME_WEEK:
  case TIME_ISOWEEK:
    return checked(moment + count * WEEK);
  case TIME_DATE:
  case TIME_DAY:
  case TIME_DAYOFYEAR:
    return checked(moment + count * DAY);
  case TIME_HOURS:
    return checked(moment + count * HOUR);
  case TIME_MINUTES:
    return checked(moment + count * MINUTE);
  case TIME_SECONDS:
    return checked(moment + count * SECOND);
  case TIME_MILLISECONDS:
    return checked(moment + count);
  }
  return NAN;
}

/* Where the counting of steps starts anew; NaN where it never does. */
static double next_coarser(Interval interval, double start) {
  Interval coarser = {0};
  switch (interval.part) {
  case TIME_QUARTER:
  case TIME_MONTH:
    coarser.part = TIME_YEAR;
    break;
  case TIME_DATE:
  case TIME_DAY:
  case TIME_DAYOFYEAR:
    if (interval.from_epoch) return NAN;
    coarser.part = TIME_MONTH;
    break;
  case TIME_HOURS:
    coarser.part = TIME_DATE;
    break;
  case TIME_MINUTES:
    coarser.part = TIME_HOURS;
    break;
  case TIME_SECONDS:
    coarser.part = TIME_MINUTES;
    break;
  default:
    return NAN;
  }
  return interval_offset(coarser.part, interval_floor(coarser, start), 1);
}

double interval_next(Interval interval, double start) {
  double next = interval_offset(interval.part, start, step_of(interval));
  return fmin(next, next_coarser(interval, start)); /* fmin passes over NaN */
}

double interval_ceil(Interval interval, double moment) {
  return interval_next(interval, interval_floor(interval, moment - 1));
}

typedef struct TickInterval {
  TimePart part;
  int step;
  double length;
} TickInterval;

static const TickInterval tick_intervals[] = {
    {TIME_SECONDS, 1, 1e3},      {TIME_SECONDS, 5, 5e3},
    {TIME_SECONDS, 15, 15e3},    {TIME_SECONDS, 30, 30e3},
    {TIME_MINUTES, 1, 6e4},      {TIME_MINUTES, 5, 3e5},
    {TIME_MINUTES, 15, 9e5},     {TIME_MINUTES, 30, 18e5},
    {TIME_HOURS, 1, 36e5},       {TIME_HOURS, 3, 108e5},
    {TIME_HOURS, 6, 216e5},      {TIME_HOURS, 12, 432e5},
    {TIME_DATE, 1, 864e5},       {TIME_DATE, 2, 2 * 864e5},
    {TIME_WEEK, 1, 7 * 864e5},   {TIME_MONTH, 1, 30 * 864e5},
    {TIME_MONTH, 3, 90 * 864e5}, {TIME_YEAR, 1, 365 * 864e5},
};

enum { TICK_INTERVAL_COUNT = sizeof tick_intervals / sizeof *tick_intervals };

Interval interval_for_ticks(double start, double stop, double count, bool utc) {
  double target = fabs(stop - start) / count;
  int i = 0;
  while (i < TICK_INTERVAL_COUNT && tick_intervals[i].length <= target)
    i++;
  if (i == TICK_INTERVAL_COUNT)
    return (Interval){.part = TIME_YEAR,
                      .step = tick_step(start / YEAR, stop / YEAR, count)};
  if (i == 0)
    return (Interval){.part = TIME_MILLISECONDS,
                      .step = fmax(tick_step(start, stop, count), 1)};
  const TickInterval *shorter = &tick_intervals[i - 1];
  const TickInterval *chosen = &tick_intervals[i];
  if (target / shorter->length < chosen->length / target) chosen = shorter;
  return (Interval){.part = chosen->part,
                    .step = chosen->step,
                    .from_epoch = utc && chosen->part == TIME_DATE};
}
