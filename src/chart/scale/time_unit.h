/* Vega-Lite's time units: "yearmonth", "utcquarter", "hoursminutes" and their
 * kin. All arithmetic is in UTC, jikji's local zone. */
#ifndef JIKJI_CHART_SCALE_TIME_UNIT_H
#define JIKJI_CHART_SCALE_TIME_UNIT_H

#include "base/str.h"

/* Parts of a unit, from coarse to fine, as bits of TimeUnit.parts. */
typedef enum TimePart {
  TIME_YEAR = 1,
  TIME_QUARTER = 2,
  TIME_MONTH = 4,
  TIME_WEEK = 8,
  TIME_ISOWEEK = 16,
  TIME_DATE = 32,
  TIME_DAY = 64, /* of the week */
  TIME_DAYOFYEAR = 128,
  TIME_HOURS = 256,
  TIME_MINUTES = 512,
  TIME_SECONDS = 1024,
  TIME_MILLISECONDS = 2048
} TimePart;

/* parts 0 is no unit. `step` 0 means 1. */
typedef struct TimeUnit {
  unsigned parts;
  double step;
  bool utc;    /* written with "utc": makes a utc scale */
  bool binned; /* "binnedyear": the data are floored already */
} TimeUnit;

/* Reads a name such as "binnedutcyearmonth"; false when it is none. */
bool time_unit_read(Str name, TimeUnit *unit);

/* The name without "utc", "binned" and step: "yearmonth"; for titles and field
 * names. */
Str time_unit_name(Arena *arena, TimeUnit unit);

/* The last of its parts, whose step it is: TIME_MONTH of "yearmonth". */
TimePart time_unit_finest(TimeUnit unit);

/* The start of the unit's period that holds the moment (milliseconds since
 * 1970). Units without a year fall in 2012, as in Vega. NaN stays NaN. */
double time_unit_floor(TimeUnit unit, double moment);

/* The end of the period that starts at `start`: the start of the next one. */
double time_unit_next(TimeUnit unit, double start);

/* `count` steps of the finest part later. */
double time_unit_offset(TimeUnit unit, double moment, double count);

/* Vega's timeUnitSpecifier: the d3 time format for labels: "%Y-%m". Overrides
 * (pairs of unit name as in "year-month" and format) may be NULL. */
typedef struct TimeFormat {
  Str units, specifier;
} TimeFormat;
Str time_unit_specifier(Arena *arena, TimeUnit unit,
                        const TimeFormat *overrides, int count);

/* The unit and step that cut [low, high] into at most maxbins (0: 40) periods;
 * Vega's timeBin. */
TimeUnit time_unit_for_extent(double low, double high, double maxbins);

#endif
