/* Functions on moments. The local zone is UTC, so that local and utc functions
 * are the same. */
#include <math.h>

#include "base/calendar.h"
#include "expr/functions.h"

static const double DAY = 86400000.0;

typedef enum DatePart {
  PART_YEAR,
  PART_QUARTER,
  PART_MONTH,
  PART_WEEK,
  PART_ISO_WEEK,
  PART_DATE,
  PART_DAY,
  PART_DAY_OF_YEAR,
  PART_HOURS,
  PART_MINUTES,
  PART_SECONDS,
  PART_MILLISECONDS,
  PART_COUNT
} DatePart;

static const char *const part_names[PART_COUNT] = {
    "year", "quarter",   "month", "week",    "isoweek", "date",
    "day",  "dayofyear", "hours", "minutes", "seconds", "milliseconds"};

/* A moment out of an argument as `new Date(x)` makes one. */
static double moment_of(Value value) {
  double moment = NAN;
  if (value.kind == VALUE_STRING)
    return parse_date(value_text(&value), &moment) ? moment : NAN;
  moment = value_to_number(value);
  return fabs(moment) <= 8.64e15 ? trunc(moment) : NAN;
}

static int iso_week(double moment) {
  CivilTime at = calendar_civil(moment);
  double thursday = moment + (3 - (at.weekday + 6) % 7) * DAY;
  return (calendar_civil(thursday).day_of_year - 1) / 7 + 1;
}

static double part_of(DatePart part, double moment) {
  if (!isfinite(moment)) return NAN;
  CivilTime at = calendar_civil(moment);
  switch (part) {
  case PART_YEAR:
    return at.year;
  case PART_QUARTER:
    return 1 + floor((at.month - 1) / 3.0);
  case PART_MONTH:
    return at.month - 1;
  case PART_WEEK:
    return floor((at.day_of_year - 1 + 7 - at.weekday) / 7.0);
  case PART_ISO_WEEK:
    return iso_week(moment);
  case PART_DATE:
    return at.day;
  case PART_DAY:
    return at.weekday;
  case PART_DAY_OF_YEAR:
    return at.day_of_year;
  case PART_HOURS:
    return at.hour;
  case PART_MINUTES:
    return at.minute;
  case PART_SECONDS:
    return at.second;
  default:
    return at.millisecond;
  }
}

static Value date_part(Call *call) {
  double moment = moment_of(call_argument(call, 0));
  return value_number(part_of((DatePart)call->function->detail, moment));
}

static Value time_number(Call *call) {
  return value_number(moment_of(call_argument(call, 0)));
}

static Value zone_offset(Call *call) {
  double moment = moment_of(call_argument(call, 0));
  return value_number(isnan(moment) ? NAN : 0);
}

/* Year, month from 0, day, hours... as `new Date(2012, 0, 1)` takes them. */
static double civil_moment(const Call *call) {
  double parts[7] = {0, 0, 1, 0, 0, 0, 0};
  for (int i = 0; i < 7 && i < call->count; i++) {
    parts[i] = trunc(call_number(call, i));
    if (!(fabs(parts[i]) < 1e9)) return NAN;
  }
  if (parts[0] >= 0 && parts[0] <= 99) parts[0] += 1900;
  double moment = calendar_milliseconds(
      (CivilTime){.year = (int)parts[0], .month = (int)parts[1] + 1, .day = 1});
  moment += (parts[2] - 1) * DAY + parts[3] * 3600000 + parts[4] * 60000 +
            parts[5] * 1000 + parts[6];
  return fabs(moment) <= 8.64e15 ? moment : NAN;
}

static Value datetime(Call *call) {
  if (!call->count)
    return call_fault(call, DIAG_EXPR_ARGUMENTS,
                      "datetime() without arguments is the time of running; "
                      "the same inputs must give the same output");
  if (call->count == 1) return value_time(moment_of(call_argument(call, 0)));
  return value_time(civil_moment(call));
}

static Value utc(Call *call) {
  return value_number(civil_moment(call));
}

static Value now(Call *call) {
  return call_fault(call, DIAG_EXPR_FUNCTION,
                    "now() would make every output another one; name the date "
                    "as a parameter");
}

static DatePart find_part(Str name) {
  int part = 0;
  while (part < PART_COUNT && !str_is(name, part_names[part]))
    part++;
  return (DatePart)part;
}

static Value no_unit(Call *call, Str name) {
  return call_fault(call, DIAG_EXPR_ARGUMENTS, "no time unit is called '%.*s'",
                    STR(name));
}

static double floor_to(double moment, double size) {
  return floor(moment / size) * size;
}

/* Months since year 0 for the units that are counted in months. */
static double month_floor(double moment, int months) {
  CivilTime at = calendar_civil(moment);
  double count = floor((at.year * 12.0 + at.month - 1) / months) * months;
  return calendar_milliseconds(
      (CivilTime){.year = 0, .month = (int)count + 1, .day = 1});
}

static double unit_floor(DatePart unit, double moment) {
  double midnight = floor_to(moment, DAY);
  int weekday = calendar_civil(moment).weekday;
  switch (unit) {
  case PART_YEAR:
    return month_floor(moment, 12);
  case PART_QUARTER:
    return month_floor(moment, 3);
  case PART_MONTH:
    return month_floor(moment, 1);
  case PART_WEEK:
    return midnight - weekday * DAY;
  case PART_ISO_WEEK:
    return midnight - (weekday + 6) % 7 * DAY;
  case PART_HOURS:
    return floor_to(moment, 3600000);
  case PART_MINUTES:
    return floor_to(moment, 60000);
  case PART_SECONDS:
    return floor_to(moment, 1000);
  case PART_MILLISECONDS:
    return floor(moment);
  default:
    return midnight;
  }
}

static double unit_offset(DatePart unit, double moment, double step) {
  static const double sizes[PART_COUNT] = {[PART_WEEK] = 7,
                                           [PART_ISO_WEEK] = 7,
                                           [PART_DATE] = 1,
                                           [PART_DAY] = 1,
                                           [PART_DAY_OF_YEAR] = 1,
                                           [PART_HOURS] = 1 / 24.0,
                                           [PART_MINUTES] = 1 / 1440.0,
                                           [PART_SECONDS] = 1 / 86400.0};
  if (unit == PART_MILLISECONDS) return moment + step;
  if (unit > PART_MONTH) return moment + round(step * sizes[unit] * DAY);
  if (!(fabs(step) < 1e7)) return NAN;
  CivilTime at = calendar_civil(moment);
  if (unit == PART_QUARTER) {
    int into = (at.month - 1) % 3; /* steps lead to first months of quarters */
    at.month += 3 * ((int)step + (into && step < 0)) - (step != 0 ? into : 0);
  } else {
    at.month += (int)step * (unit == PART_YEAR ? 12 : 1);
  }
  return calendar_milliseconds(at);
}

static Value time_offset(Call *call) {
  Str name = call_text(call, 0);
  DatePart unit = find_part(name);
  if (unit == PART_COUNT) return no_unit(call, name);
  double step = call_has(call, 2) ? call_number(call, 2) : 1;
  double moment = moment_of(call_argument(call, 1));
  if (isnan(moment) || isnan(step)) return value_time(NAN);
  return value_time(unit_offset(unit, moment, floor(step)));
}

static Value time_sequence(Call *call) {
  Str name = call_text(call, 0);
  DatePart unit = find_part(name);
  if (unit == PART_COUNT) return no_unit(call, name);
  double start = moment_of(call_argument(call, 1));
  double stop = moment_of(call_argument(call, 2));
  double step = call_has(call, 3) ? floor(call_number(call, 3)) : 1;
  List(Value) moments = {0};
  if (isnan(start) || isnan(stop) || !(step > 0)) stop = start = 0;
  double at = unit_floor(unit, start);
  if (at < start) at = unit_offset(unit, at, 1);
  for (; at < stop; at = unit_offset(unit, at, step)) {
    if (!call_work(call, 1)) return (Value){0};
    list_add(call->scratch, &moments, value_time(at));
  }
  return (Value){
      .kind = VALUE_ARRAY, .len = moments.count, .items = moments.items};
}

/* Vega's specifiers for units and for neighbouring units together. */
static const struct {
  const char *units, *specifier;
} specifiers[] = {
    {"year-month-date", "%Y-%m-%d "},
    {"year-isoweek", "%G W%V "},
    {"year-month", "%Y-%m "},
    {"hours-minutes", "%H:%M"},
    {"year", "%Y "},
    {"quarter", "Q%q "},
    {"month", "%b "},
    {"date", "%d "},
    {"week", "W%U "},
    {"isoweek", "W%V "},
    {"day", "%a "},
    {"dayofyear", "%j "},
    {"hours", "%H:00"},
    {"minutes", "00:%M"},
    {"seconds", ":%S"},
    {"milliseconds", ".%L"},
};

/* The units of the call, in calendar order; false, after an error, where one
 * is none. */
static bool read_units(Call *call, bool has[PART_COUNT]) {
  Value units = call_argument(call, 0);
  int count = units.kind == VALUE_ARRAY ? units.len : 1;
  for (int i = 0; i < count; i++) {
    Value unit = units.kind == VALUE_ARRAY ? units.items[i] : units;
    Str name = text_of(call->scratch, unit);
    DatePart part = find_part(name);
    if (part == PART_COUNT) {
      no_unit(call, name);
      return false;
    }
    has[part] = true;
  }
  return true;
}

/* "year-month" for the units from `from` to `to` of the list. */
static Str units_key(Call *call, const DatePart *units, int from, int to) {
  StrBuf key = {.arena = call->scratch};
  for (int i = from; i < to; i++)
    strbuf_addf(&key, "%s%s", i > from ? "-" : "", part_names[units[i]]);
  return strbuf_str(&key);
}

static bool find_specifier(Call *call, Str key, Str *specifier) {
  const Value *given = value_member(call_argument(call, 1), key);
  if (given && given->kind != VALUE_NULL) {
    *specifier = text_of(call->scratch, *given);
    return true;
  }
  for (size_t i = 0; i < sizeof specifiers / sizeof *specifiers; i++)
    if (!given && str_is(key, specifiers[i].units)) {
      *specifier = str_from(specifiers[i].specifier);
      return true;
    }
  return false;
}

static Value time_unit_specifier(Call *call) {
  bool has[PART_COUNT] = {false};
  DatePart units[PART_COUNT];
  int count = 0;
  if (!read_units(call, has)) return (Value){0};
  for (int part = 0; part < PART_COUNT; part++)
    if (has[part]) units[count++] = (DatePart)part;
  StrBuf buf = {.arena = call->scratch};
  for (int start = 0, end; start < count; start = end) {
    Str specifier = {"", 0};
    for (end = count; end > start + 1; end--)
      if (find_specifier(call, units_key(call, units, start, end), &specifier))
        break;
    if (end == start + 1)
      find_specifier(call, units_key(call, units, start, end), &specifier);
    strbuf_add(&buf, specifier);
  }
  return value_str(str_trim(strbuf_str(&buf)));
}

static const ExprFunction functions[] = {
    {"date", 1, -1, date_part, PART_DATE},
    {"datetime", 0, -1, datetime, 0},
    {"day", 1, -1, date_part, PART_DAY},
    {"dayofyear", 1, -1, date_part, PART_DAY_OF_YEAR},
    {"hours", 1, -1, date_part, PART_HOURS},
    {"isoweek", 1, -1, date_part, PART_ISO_WEEK},
    {"milliseconds", 1, -1, date_part, PART_MILLISECONDS},
    {"minutes", 1, -1, date_part, PART_MINUTES},
    {"month", 1, -1, date_part, PART_MONTH},
    {"now", 0, -1, now, 0},
    {"quarter", 1, -1, date_part, PART_QUARTER},
    {"seconds", 1, -1, date_part, PART_SECONDS},
    {"time", 1, -1, time_number, 0},
    {"timeOffset", 2, -1, time_offset, 0},
    {"timeSequence", 3, -1, time_sequence, 0},
    {"timeUnitSpecifier", 1, -1, time_unit_specifier, 0},
    {"timezoneoffset", 1, -1, zone_offset, 0},
    {"utc", 2, -1, utc, 0},
    {"utcOffset", 2, -1, time_offset, 0},
    {"utcSequence", 3, -1, time_sequence, 0},
    {"utcdate", 1, -1, date_part, PART_DATE},
    {"utcday", 1, -1, date_part, PART_DAY},
    {"utcdayofyear", 1, -1, date_part, PART_DAY_OF_YEAR},
    {"utchours", 1, -1, date_part, PART_HOURS},
    {"utcisoweek", 1, -1, date_part, PART_ISO_WEEK},
    {"utcmilliseconds", 1, -1, date_part, PART_MILLISECONDS},
    {"utcminutes", 1, -1, date_part, PART_MINUTES},
    {"utcmonth", 1, -1, date_part, PART_MONTH},
    {"utcquarter", 1, -1, date_part, PART_QUARTER},
    {"utcseconds", 1, -1, date_part, PART_SECONDS},
    {"utcweek", 1, -1, date_part, PART_WEEK},
    {"utcyear", 1, -1, date_part, PART_YEAR},
    {"week", 1, -1, date_part, PART_WEEK},
    {"year", 1, -1, date_part, PART_YEAR},
};

const FunctionTable date_functions = {functions,
                                      sizeof functions / sizeof *functions};
