/* Text -> moment by a specifier such as "%Y-%m-%d", as d3-time-format parses.
 */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "table/table.h"

enum { UNSET = -1 };

/* What directives gave. */
typedef struct TimeFields {
  int year, month, day, hour, minute, second, millisecond; /* month from 0 */
  int half_day;                                            /* 0 AM, 1 PM */
  int quarter_month;                                       /* from 0 */
  int weekday;                                             /* 0 is Sunday */
  int iso_weekday;                                         /* %u */
  int week_iso, week_monday, week_sunday;                  /* %V %W %U */
  double unix_milliseconds, unix_seconds;                  /* NaN: unset */
  int zone; /* hours * 100 + minutes to add */
} TimeFields;

typedef struct TimeParsing {
  Str text;
  int at;
  const Locale *locale;
  TimeFields fields;
  int depth; /* of specifiers inside specifiers (%x) */
} TimeParsing;

static bool parse_specifier(TimeParsing *parsing, Str specifier);

/* A number of at most `width` characters, spaces before it counted. */
static bool take_number(TimeParsing *parsing, int width, int *number) {
  int at = parsing->at, end = MIN(parsing->text.len, at + width);
  const char *text = parsing->text.text;
  while (at < end && g_ascii_isspace(text[at]))
    at++;
  int start = at, value = 0;
  for (; at < end && g_ascii_isdigit(text[at]); at++)
    value = value * 10 + text[at] - '0';
  if (at == start) return false;
  parsing->at = at;
  *number = value;
  return true;
}

static bool take_unix(TimeParsing *parsing, double *number) {
  int start = parsing->at;
  while (parsing->at < parsing->text.len &&
         g_ascii_isdigit(parsing->text.text[parsing->at]))
    parsing->at++;
  *number =
      value_to_number(value_str(str_slice(parsing->text, start, parsing->at)));
  return parsing->at > start;
}

/* One of the names, whatever its case. */
static bool take_name(TimeParsing *parsing, const Str *names, int count,
                      int *index) {
  Str rest = str_slice(parsing->text, parsing->at, parsing->text.len);
  for (int i = 0; i < count; i++) {
    if (rest.len < names[i].len || !names[i].len ||
        g_ascii_strncasecmp(rest.text, names[i].text, (gsize)names[i].len))
      continue;
    parsing->at += names[i].len;
    *index = i;
    return true;
  }
  return false;
}

/* Two digits at byte `at` of the text, or -1. */
static int two_digits(Str text, int at) {
  if (at + 2 > text.len || !g_ascii_isdigit(text.text[at]) ||
      !g_ascii_isdigit(text.text[at + 1]))
    return -1;
  return (text.text[at] - '0') * 10 + text.text[at + 1] - '0';
}

/* "Z", "+09", "+0900" or "+09:00". */
static bool take_zone(TimeParsing *parsing) {
  Str text = parsing->text;
  int at = parsing->at;
  char sign = at < text.len ? text.text[at] : '\0';
  if (sign == 'Z') {
    parsing->at++;
    return true;
  }
  int hours = two_digits(text, at + 1);
  if ((sign != '+' && sign != '-') || hours < 0) return false;
  at += 3;
  int colon = at < text.len && text.text[at] == ':';
  int minutes = two_digits(text, at + colon);
  parsing->at = minutes < 0 ? at : at + colon + 2;
  int offset = hours * 100 + (minutes < 0 ? 0 : minutes);
  parsing->fields.zone = sign == '-' ? offset : -offset;
  return true;
}

static bool take_year(TimeParsing *parsing, bool is_short) {
  int year;
  if (!take_number(parsing, is_short ? 2 : 4, &year)) return false;
  if (is_short) year += year > 68 ? 1900 : 2000;
  parsing->fields.year = year;
  return true;
}

static bool take_scaled(TimeParsing *parsing, int width, int divisor,
                        int *field) {
  if (!take_number(parsing, width, field)) return false;
  *field /= divisor;
  return true;
}

/* The day of the year is a day of January, however long. */
static bool take_day_of_year(TimeParsing *parsing) {
  parsing->fields.month = 0;
  return take_number(parsing, 3, &parsing->fields.day);
}

static bool take_month(TimeParsing *parsing) {
  if (!take_number(parsing, 2, &parsing->fields.month)) return false;
  parsing->fields.month--;
  return true;
}

static bool take_quarter(TimeParsing *parsing) {
  int quarter;
  if (!take_number(parsing, 1, &quarter)) return false;
  parsing->fields.quarter_month = quarter * 3 - 3;
  return true;
}

static bool take_literal(TimeParsing *parsing, char c) {
  if (parsing->at >= parsing->text.len || parsing->text.text[parsing->at] != c)
    return false;
  parsing->at++;
  return true;
}

/* Directives that are names, or specifiers of the locale. */
static bool parse_name_directive(TimeParsing *parsing, char directive) {
  TimeFields *fields = &parsing->fields;
  const Locale *locale = parsing->locale;
  switch (directive) {
  case 'a':
    return take_name(parsing, locale->short_days, 7, &fields->weekday);
  case 'A':
    return take_name(parsing, locale->days, 7, &fields->weekday);
  case 'b':
    return take_name(parsing, locale->short_months, 12, &fields->month);
  case 'B':
    return take_name(parsing, locale->months, 12, &fields->month);
  case 'p':
    return take_name(parsing, locale->periods, 2, &fields->half_day);
  case 'c':
    return parse_specifier(parsing, locale->date_time);
  case 'x':
    return parse_specifier(parsing, locale->date);
  case 'X':
    return parse_specifier(parsing, locale->time);
  case 'Z':
    return take_zone(parsing);
  default:
    return directive == '%' && take_literal(parsing, '%');
  }
}

static bool parse_directive(TimeParsing *parsing, char directive) {
  TimeFields *fields = &parsing->fields;
  switch (directive) {
  case 'd':
  case 'e':
    return take_number(parsing, 2, &fields->day);
  case 'f':
    return take_scaled(parsing, 6, 1000, &fields->millisecond);
  case 'g':
  case 'y':
    return take_year(parsing, true);
  case 'G':
  case 'Y':
    return take_year(parsing, false);
  case 'H':
  case 'I':
    return take_number(parsing, 2, &fields->hour);
  case 'j':
    return take_day_of_year(parsing);
  case 'L':
    return take_number(parsing, 3, &fields->millisecond);
  case 'm':
    return take_month(parsing);
  case 'M':
    return take_number(parsing, 2, &fields->minute);
  case 'q':
    return take_quarter(parsing);
  case 'Q':
    return take_unix(parsing, &fields->unix_milliseconds);
  case 's':
    return take_unix(parsing, &fields->unix_seconds);
  case 'S':
    return take_number(parsing, 2, &fields->second);
  case 'u':
    return take_number(parsing, 1, &fields->iso_weekday);
  case 'U':
    return take_number(parsing, 2, &fields->week_sunday);
  case 'V':
    return take_number(parsing, 2, &fields->week_iso);
  case 'w':
    return take_number(parsing, 1, &fields->weekday);
  case 'W':
    return take_number(parsing, 2, &fields->week_monday);
  default:
    return parse_name_directive(parsing, directive);
  }
}

static bool parse_specifier(TimeParsing *parsing, Str specifier) {
  if (parsing->depth > 4) return false;
  parsing->depth++;
  bool fits = true;
  for (int i = 0; fits && i < specifier.len; i++) {
    char c = specifier.text[i];
    if (c != '%') {
      fits = take_literal(parsing, c);
      continue;
    }
    i++;
    if (i < specifier.len && strchr("-_0", specifier.text[i])) i++;
    fits = i < specifier.len && parse_directive(parsing, specifier.text[i]);
  }
  parsing->depth--;
  return fits;
}

static int weekday_of(int year, int month, int day) {
  long days = calendar_days(year, month, day);
  return (int)(((days + 4) % 7 + 7) % 7);
}

/* ISO week and weekday to a day counted from the first of January. (d3 itself
 * forgets the %u beside a %V.) */
static bool settle_iso_week(TimeFields *fields) {
  if (fields->week_iso < 1 || fields->week_iso > 53) return false;
  if (fields->weekday == UNSET)
    fields->weekday =
        fields->iso_weekday == UNSET ? 1 : fields->iso_weekday % 7;
  int first = weekday_of(fields->year, 1, 1);
  int from_monday = (first + 6) % 7;
  int monday = first > 4 || first == 0 ? (7 - from_monday) % 7 : -from_monday;
  fields->month = 0;
  fields->day =
      1 + monday + (fields->week_iso - 1) * 7 + (fields->weekday + 6) % 7;
  return true;
}

static void settle_week(TimeFields *fields) {
  bool by_monday = fields->week_monday != UNSET;
  if (fields->weekday == UNSET)
    fields->weekday = fields->iso_weekday != UNSET ? fields->iso_weekday % 7
                      : by_monday                  ? 1
                                                   : 0;
  int first = weekday_of(fields->year, 1, 1);
  fields->month = 0;
  fields->day =
      by_monday ? (fields->weekday + 6) % 7 + fields->week_monday * 7 -
                      (first + 5) % 7
                : fields->weekday + fields->week_sunday * 7 - (first + 6) % 7;
}

static bool settle(TimeFields *fields, double *milliseconds) {
  if (!isnan(fields->unix_milliseconds)) {
    *milliseconds = fields->unix_milliseconds;
    return true;
  }
  if (!isnan(fields->unix_seconds)) {
    *milliseconds = fields->unix_seconds * 1000 + fields->millisecond;
    return true;
  }
  if (fields->half_day != UNSET)
    fields->hour = fields->hour % 12 + fields->half_day * 12;
  if (fields->month == UNSET)
    fields->month = fields->quarter_month == UNSET ? 0 : fields->quarter_month;
  if (fields->week_iso != UNSET) {
    if (!settle_iso_week(fields)) return false;
  } else if (fields->week_monday != UNSET || fields->week_sunday != UNSET) {
    settle_week(fields);
  }
  CivilTime civil = {.year = fields->year,
                     .month = fields->month + 1,
                     .day = fields->day,
                     .hour = fields->hour + fields->zone / 100,
                     .minute = fields->minute + fields->zone % 100,
                     .second = fields->second,
                     .millisecond = fields->millisecond};
  *milliseconds = calendar_milliseconds(civil);
  return true;
}

bool parse_time(Str text, Str specifier, const Locale *locale,
                double *milliseconds) {
  TimeParsing parsing = {.text = text, .locale = locale_or_english(locale)};
  parsing.fields = (TimeFields){.year = 1900,
                                .month = UNSET,
                                .day = 1,
                                .half_day = UNSET,
                                .quarter_month = UNSET,
                                .weekday = UNSET,
                                .iso_weekday = UNSET,
                                .week_iso = UNSET,
                                .week_monday = UNSET,
                                .week_sunday = UNSET,
                                .unix_milliseconds = NAN,
                                .unix_seconds = NAN};
  return parse_specifier(&parsing, specifier) &&
         parsing.at == parsing.text.len &&
         settle(&parsing.fields, milliseconds);
}
