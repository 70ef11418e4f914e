/* Names of time units to their parts; moments to the starts of their periods.
 * Semantics are those of vega-time. */
#include "chart/scale/time_unit.h"

#include <math.h>

#include "base/calendar.h"
#include "chart/scale/interval.h"
#include "chart/scale/ticks.h"

typedef struct PartName {
  const char *name;
  TimePart part;
  const char *specifier;
} PartName;

/* From coarse to fine, as parts stand in a unit's name. */
static const PartName part_names[] = {
    {"year", TIME_YEAR, "%Y "},
    {"quarter", TIME_QUARTER, "Q%q "},
    {"month", TIME_MONTH, "%b "},
    {"week", TIME_WEEK, "W%U "},
    {"isoweek", TIME_ISOWEEK, "W%V "},
    {"date", TIME_DATE, "%d "},
    {"dayofyear", TIME_DAYOFYEAR, "%j "},
    {"day", TIME_DAY, "%a "},
    {"hours", TIME_HOURS, "%H:00"},
    {"minutes", TIME_MINUTES, "00:%M"},
    {"seconds", TIME_SECONDS, ":%S"},
    {"milliseconds", TIME_MILLISECONDS, ".%L"},
};

enum { PART_COUNT = sizeof part_names / sizeof *part_names };

static const TimeFormat combined_formats[] = {
    {{"year-isoweek", 12}, {"%G W%V ", 7}},
    {{"year-month", 10}, {"%Y-%m ", 6}},
    {{"year-month-date", 15}, {"%Y-%m-%d ", 9}},
    {{"hours-minutes", 13}, {"%H:%M", 5}},
};

enum { COMBINED_COUNT = sizeof combined_formats / sizeof *combined_formats };

/* Units without a year fall in 2012, a leap year that starts on a Sunday; ISO
 * weeks without one in 2015, which has 53. */
enum { REFERENCE_YEAR = 2012, REFERENCE_ISO_YEAR = 2015 };

static bool skip_word(Str *name, const char *word) {
  Str prefix = str_from(word);
  if (!str_starts(*name, prefix)) return false;
  *name = str_slice(*name, prefix.len, name->len);
  return true;
}

/* Weeks go with days, months with dates, days of the year with neither. */
static bool parts_agree(unsigned parts) {
  int families = !!(parts & (TIME_WEEK | TIME_ISOWEEK | TIME_DAY)) +
                 !!(parts & (TIME_QUARTER | TIME_MONTH | TIME_DATE)) +
                 !!(parts & TIME_DAYOFYEAR);
  return families <= 1 && !((parts & TIME_WEEK) && (parts & TIME_ISOWEEK));
}

bool time_unit_read(Str name, TimeUnit *unit) {
  TimeUnit found = {0};
  found.binned = skip_word(&name, "binned");
  found.utc = skip_word(&name, "utc");
  for (int i = 0; i < PART_COUNT; i++)
    if (skip_word(&name, part_names[i].name)) found.parts |= part_names[i].part;
  if (name.len || !found.parts || !parts_agree(found.parts)) return false;
  *unit = found;
  return true;
}

Str time_unit_name(Arena *arena, TimeUnit unit) {
  StrBuf name = {.arena = arena};
  for (int i = 0; i < PART_COUNT; i++)
    if (unit.parts & part_names[i].part)
      strbuf_add_c(&name, part_names[i].name);
  return strbuf_str(&name);
}

TimePart time_unit_finest(TimeUnit unit) {
  TimePart finest = TIME_YEAR;
  for (int i = 0; i < PART_COUNT; i++)
    if (unit.parts & part_names[i].part) finest = part_names[i].part;
  return finest;
}

/* ---- Floors ---- */

/* A moment that is being floored. */
typedef struct Flooring {
  TimeUnit unit;
  TimePart finest;
  CivilTime civil;
  double moment;
} Flooring;

/* The part's number, cut down to the unit's step where it is the finest. */
static double stepped(const Flooring *flooring, TimePart part, double number,
                      double first) {
  double step = part == flooring->finest ? flooring->unit.step : 1;
  if (!(step > 1)) return number;
  return first + step * floor((number - first) / step);
}

static int weekday_of(int year, int month, int day) {
  long days = calendar_days(year, month, day);
  return (int)(((days + 4) % 7 + 7) % 7);
}

/* The day of the year on which `day` of week `week` (from the first Sunday)
 * falls, in a year that starts on `first_weekday`. */
static double day_in_week(double week, int day, int first_weekday) {
  return day + week * 7 - (first_weekday + 6) % 7;
}

/* The number of the week in its year: days before the first Sunday are 0. */
static int week_number(const CivilTime *civil) {
  return (civil->day_of_year - 1 + 7 - civil->weekday) / 7;
}

/* Days since 1970 of the Monday that starts ISO week 1. */
static long iso_first_day(int year) {
  long fourth = calendar_days(year, 1, 4);
  return fourth - (weekday_of(year, 1, 4) + 6) % 7;
}

static int iso_year(const CivilTime *civil) {
  long days = calendar_days(civil->year, civil->month, civil->day);
  if (days >= iso_first_day(civil->year + 1)) return civil->year + 1;
  return days < iso_first_day(civil->year) ? civil->year - 1 : civil->year;
}

static int iso_week_number(const CivilTime *civil) {
  long days = calendar_days(civil->year, civil->month, civil->day);
  return (int)((days - iso_first_day(iso_year(civil))) / 7) + 1;
}

static double floor_year(const Flooring *flooring) {
  unsigned parts = flooring->unit.parts;
  if (!(parts & TIME_YEAR))
    return parts & TIME_ISOWEEK ? REFERENCE_ISO_YEAR : REFERENCE_YEAR;
  int year =
      parts & TIME_ISOWEEK ? iso_year(&flooring->civil) : flooring->civil.year;
  return stepped(flooring, TIME_YEAR, year, 0);
}

/* Months before the period, from 0. */
static double floor_month(const Flooring *flooring) {
  unsigned parts = flooring->unit.parts;
  int month = flooring->civil.month - 1;
  if (parts & TIME_MONTH) return stepped(flooring, TIME_MONTH, month, 0);
  if (!(parts & TIME_QUARTER)) return 0;
  return 3 * stepped(flooring, TIME_QUARTER, floor(month / 3.0), 0);
}

static double floor_iso_day(const Flooring *flooring, int year) {
  const CivilTime *civil = &flooring->civil;
  double first = (double)(iso_first_day(year) - calendar_days(year, 1, 1)) + 1;
  if (flooring->unit.parts & TIME_DAY) {
    double day =
        first + (iso_week_number(civil) - 1) * 7 + (civil->weekday + 6) % 7;
    return stepped(flooring, TIME_DAY, day, 1);
  }
  double week = stepped(flooring, TIME_ISOWEEK, iso_week_number(civil), 1);
  return first + (week - 1) * 7;
}

/* The day, from 1, within the month floor_month. */
static double floor_day(const Flooring *flooring, int year) {
  const CivilTime *civil = &flooring->civil;
  unsigned parts = flooring->unit.parts;
  int first = weekday_of(year, 1, 1);
  if ((parts & TIME_WEEK) && (parts & TIME_DAY))
    return stepped(flooring, TIME_DAY,
                   day_in_week(week_number(civil), civil->weekday, first), 1);
  if (parts & TIME_WEEK)
    return day_in_week(stepped(flooring, TIME_WEEK, week_number(civil), 1), 0,
                       first);
  if (parts & TIME_ISOWEEK) return floor_iso_day(flooring, year);
  if (parts & TIME_DAY)
    return stepped(flooring, TIME_DAY, day_in_week(1, civil->weekday, first),
                   1);
  if (parts & TIME_DATE) return stepped(flooring, TIME_DATE, civil->day, 1);
  if (parts & TIME_DAYOFYEAR)
    return stepped(flooring, TIME_DAYOFYEAR, civil->day_of_year, 1);
  return 1;
}

static double floor_clock(const Flooring *flooring) {
  const CivilTime *civil = &flooring->civil;
  unsigned parts = flooring->unit.parts;
  double time = 0;
  if (parts & TIME_HOURS)
    time += 36e5 * stepped(flooring, TIME_HOURS, civil->hour, 0);
  if (parts & TIME_MINUTES)
    time += 6e4 * stepped(flooring, TIME_MINUTES, civil->minute, 0);
  if (parts & TIME_SECONDS)
    time += 1e3 * stepped(flooring, TIME_SECONDS, civil->second, 0);
  if (parts & TIME_MILLISECONDS)
    time += stepped(flooring, TIME_MILLISECONDS, civil->millisecond, 0);
  return time;
}

double time_unit_floor(TimeUnit unit, double moment) {
  if (!(fabs(moment) <= 8.64e15)) return NAN;
  Flooring flooring = {.unit = unit,
                       .finest = time_unit_finest(unit),
                       .civil = calendar_civil(moment),
                       .moment = moment};
  double year = floor_year(&flooring);
  double month = floor_month(&flooring);
  if (!(fabs(year) < 3e5 && fabs(month) < 1e6)) return NAN;
  double day = floor_day(&flooring, (int)year);
  if (!(fabs(day) < 1e7)) return NAN;
  double days = (double)calendar_days((int)year, (int)month + 1, (int)day);
  return days * 864e5 + floor_clock(&flooring);
}

double time_unit_next(TimeUnit unit, double start) {
  return time_unit_offset(unit, start, unit.step > 1 ? unit.step : 1);
}

double time_unit_offset(TimeUnit unit, double moment, double count) {
  return interval_offset(time_unit_finest(unit), moment, count);
}

/* ---- Label formats ---- */

/* The format of parts from..to (indices into `names`) joined by "-", or an
 * empty text. Overrides come first. */
static Str format_of(Arena *arena, const PartName *const *names, int from,
                     int to, const TimeFormat *overrides, int count) {
  StrBuf key = {.arena = arena};
  for (int i = from; i < to; i++)
    strbuf_addf(&key, "%s%s", i > from ? "-" : "", names[i]->name);
  Str units = strbuf_str(&key);
  for (int i = 0; i < count; i++)
    if (str_equal(overrides[i].units, units)) return overrides[i].specifier;
  for (int i = 0; i < COMBINED_COUNT; i++)
    if (str_equal(combined_formats[i].units, units))
      return combined_formats[i].specifier;
  return to - from == 1 ? str_from(names[from]->specifier) : (Str){0};
}

Str time_unit_specifier(Arena *arena, TimeUnit unit,
                        const TimeFormat *overrides, int count) {
  const PartName *names[PART_COUNT];
  int part_count = 0;
  for (int i = 0; i < PART_COUNT; i++)
    if (unit.parts & part_names[i].part) names[part_count++] = &part_names[i];
  StrBuf text = {.arena = arena};
  for (int start = 0; start < part_count;) {
    int end = part_count;
    Str format = {0};
    for (; end > start && !format.len; end--)
      format = format_of(arena, names, start, end, overrides, count);
    strbuf_add(&text, format);
    start = end + 1; /* end stands one before the format's last part */
  }
  return str_trim(strbuf_str(&text));
}

/* ---- Choosing a unit ---- */

typedef struct UnitStep {
  unsigned parts;
  int step;
  double length;
} UnitStep;

enum {
  UPTO_DATE = TIME_YEAR | TIME_MONTH | TIME_DATE,
  UPTO_HOURS = UPTO_DATE | TIME_HOURS,
  UPTO_MINUTES = UPTO_HOURS | TIME_MINUTES,
  UPTO_SECONDS = UPTO_MINUTES | TIME_SECONDS
};

static const UnitStep unit_steps[] = {
    {UPTO_SECONDS, 1, 1e3},
    {UPTO_SECONDS, 5, 5e3},
    {UPTO_SECONDS, 15, 15e3},
    {UPTO_SECONDS, 30, 30e3},
    {UPTO_MINUTES, 1, 6e4},
    {UPTO_MINUTES, 5, 3e5},
    {UPTO_MINUTES, 15, 9e5},
    {UPTO_MINUTES, 30, 18e5},
    {UPTO_HOURS, 1, 36e5},
    {UPTO_HOURS, 3, 108e5},
    {UPTO_HOURS, 6, 216e5},
    {UPTO_HOURS, 12, 432e5},
    {UPTO_DATE, 1, 864e5},
    {TIME_YEAR | TIME_WEEK, 1, 7 * 864e5},
    {TIME_YEAR | TIME_MONTH, 1, 30 * 864e5},
    {TIME_YEAR | TIME_MONTH, 3, 90 * 864e5},
    {TIME_YEAR, 1, 365 * 864e5},
};

enum { UNIT_STEP_COUNT = sizeof unit_steps / sizeof *unit_steps };

TimeUnit time_unit_for_extent(double low, double high, double maxbins) {
  if (!(maxbins > 0)) maxbins = 40;
  double target = fabs(high - low) / maxbins, year = 365 * 864e5;
  int i = 0;
  while (i < UNIT_STEP_COUNT && unit_steps[i].length <= target)
    i++;
  if (i == UNIT_STEP_COUNT)
    return (TimeUnit){.parts = TIME_YEAR,
                      .step = tick_step(low / year, high / year, maxbins)};
  if (i == 0)
    return (TimeUnit){.parts = UPTO_SECONDS | TIME_MILLISECONDS,
                      .step = fmax(tick_step(low, high, maxbins), 1)};
  const UnitStep *shorter = &unit_steps[i - 1], *chosen = &unit_steps[i];
  if (target / shorter->length < chosen->length / target) chosen = shorter;
  return (TimeUnit){.parts = chosen->parts, .step = chosen->step};
}
