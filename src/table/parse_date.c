/* Text -> moment as Date.parse does it: ECMAScript's own format first, then,
 * from where that ends, the free form that V8 accepts ("Jan 1, 2000 10:30 PM",
 * "2012/01/01", "1-Feb-10"). The local zone is UTC. */
#include <stdlib.h>

#include "base/calendar.h"
#include "table/date_token.h"
#include "table/table.h"

enum { NONE = -1 };

/* What was read so far. */
typedef struct DateParts {
  int day[3], day_count;
  int month; /* where it was a name; else NONE */
  bool is_iso;
  int time[4], time_count; /* hour, minute, second, millisecond */
  int half_day;            /* hours that AM or PM adds; NONE */
  int zone_sign, zone_hour, zone_minute;
} DateParts;

static bool is_between(int number, int low, int high) {
  return low <= number && number <= high;
}

static bool add_day(DateParts *parts, int number) {
  if (parts->day_count == 3) return false;
  parts->day[parts->day_count++] = number;
  return true;
}

static bool add_time(DateParts *parts, int number) {
  if (parts->time_count == 4) return false;
  parts->time[parts->time_count++] = number;
  return true;
}

static void finish_time(DateParts *parts, int number) {
  add_time(parts, number);
  while (add_time(parts, 0))
    ;
}

/* Whether the time goes on with that number. */
static bool time_expects(const DateParts *parts, int number) {
  int most = parts->time_count == 3 ? 999 : 59;
  return is_between(parts->time_count, 1, 3) && is_between(number, 0, most);
}

static void set_zone(DateParts *parts, int hours) {
  parts->zone_sign = hours < 0 ? -1 : 1;
  parts->zone_hour = abs(hours);
  parts->zone_minute = 0;
}

static int milliseconds_of(DateToken fraction) {
  int number = fraction.value, length = fraction.length;
  for (; length < 3; length++)
    number *= 10;
  for (length = length > 9 ? 9 : length; length > 3; length--)
    number /= 10;
  return number;
}

/* Takes a number of two digits within bounds. */
static bool take_two(DateScanner *scanner, int low, int high, int *number) {
  *number = scanner->next.value;
  if (!date_is_fixed(scanner->next, 2) || !is_between(*number, low, high))
    return false;
  date_token_take(scanner);
  return true;
}

/* "Z", "+hh:mm" or "+hhmm" behind a time of ECMAScript's format. */
static bool read_iso_zone(DateScanner *scanner, DateParts *parts) {
  if (date_is_z(scanner->next)) {
    date_token_take(scanner);
    set_zone(parts, 0);
  } else if (date_is_sign(scanner->next)) {
    parts->zone_sign = date_token_take(scanner).value == '+' ? 1 : -1;
    if (date_is_fixed(scanner->next, 4)) {
      int number = date_token_take(scanner).value;
      parts->zone_hour = number / 100;
      parts->zone_minute = number % 100;
      return parts->zone_hour < 24 && parts->zone_minute < 60;
    }
    return take_two(scanner, 0, 23, &parts->zone_hour) &&
           date_symbol_skip(scanner, ':') &&
           take_two(scanner, 0, 59, &parts->zone_minute);
  }
  return true;
}

/* "HH:mm", "HH:mm:ss" or "HH:mm:ss.sss", and the zone. */
static bool read_iso_time(DateScanner *scanner, DateParts *parts) {
  int hour, minute, second;
  if (!take_two(scanner, 0, 24, &hour)) return false;
  add_time(parts, hour);
  int most = hour == 24 ? 0 : 59;
  if (!date_symbol_skip(scanner, ':') || !take_two(scanner, 0, most, &minute))
    return false;
  add_time(parts, minute);
  if (date_symbol_skip(scanner, ':')) {
    if (!take_two(scanner, 0, most, &second)) return false;
    add_time(parts, second);
    if (date_symbol_skip(scanner, '.')) {
      if (scanner->next.kind != DATE_NUMBER) return false;
      if (hour == 24 && scanner->next.value > 0) return false;
      add_time(parts, milliseconds_of(date_token_take(scanner)));
    }
  }
  return read_iso_zone(scanner, parts) && scanner->next.kind == DATE_END;
}

/* The month and day of ECMAScript's format; false where it is another one. */
static bool read_iso_month_day(DateScanner *scanner, DateParts *parts) {
  int number;
  if (!date_symbol_skip(scanner, '-')) return true;
  if (!take_two(scanner, 1, 12, &number)) return false;
  add_day(parts, number);
  if (!date_symbol_skip(scanner, '-')) return true;
  if (!take_two(scanner, 1, 31, &number)) return false;
  add_day(parts, number);
  return true;
}

typedef enum IsoOutcome { ISO_DONE, ISO_OTHER, ISO_INVALID } IsoOutcome;

/* Reads as far as the text has ECMAScript's format. ISO_OTHER leaves the rest,
 * from the token *rest on, to the free form. */
static IsoOutcome read_iso(DateScanner *scanner, DateParts *parts,
                           DateToken *rest) {
  *rest = scanner->next;
  if (date_is_sign(scanner->next)) {
    int sign = date_token_take(scanner).value == '-' ? -1 : 1;
    if (!date_is_fixed(scanner->next, 6)) return ISO_OTHER;
    int year = date_token_take(scanner).value;
    if (sign < 0 && year == 0) return ISO_OTHER;
    add_day(parts, sign * year);
  } else {
    DateToken year = date_token_take(scanner);
    if (!date_is_fixed(year, 4)) return ISO_OTHER;
    add_day(parts, year.value);
  }
  bool is_iso = read_iso_month_day(scanner, parts);
  if (is_iso && scanner->next.kind == DATE_T) {
    date_token_take(scanner);
    if (!read_iso_time(scanner, parts)) return ISO_INVALID;
  } else if (!is_iso || scanner->next.kind != DATE_END) {
    *rest = date_token_take(scanner);
    return ISO_OTHER;
  }
  parts->is_iso = true;
  return ISO_DONE;
}

static bool ends_time(DateToken next) {
  return next.kind == DATE_END || next.kind == DATE_SPACE || date_is_z(next) ||
         date_is_sign(next);
}

static bool free_number(DateScanner *scanner, DateParts *parts, int number) {
  if (date_symbol_skip(scanner, ':')) {
    if (!date_symbol_skip(scanner, ':')) {
      if (!add_time(parts, number)) return false;
      date_symbol_skip(scanner, '.');
      return true;
    }
    return !parts->time_count && add_time(parts, number) && add_time(parts, 0);
  }
  if (date_symbol_skip(scanner, '.') && time_expects(parts, number)) {
    add_time(parts, number);
    if (scanner->next.kind != DATE_NUMBER) return false;
    finish_time(parts, milliseconds_of(date_token_take(scanner)));
    return true;
  }
  if (parts->zone_hour != NONE && parts->zone_minute == NONE && number < 60) {
    parts->zone_minute = number;
    return true;
  }
  if (time_expects(parts, number)) {
    finish_time(parts, number);
    return ends_time(scanner->next);
  }
  if (!add_day(parts, number)) return false;
  date_symbol_skip(scanner, '-');
  return true;
}

static bool free_word(DateScanner *scanner, DateParts *parts, DateToken word,
                      bool after_number) {
  if (word.kind == DATE_AM_PM && parts->time_count) {
    parts->half_day = word.value;
    return true;
  }
  if (word.kind == DATE_MONTH) {
    parts->month = word.value;
    date_symbol_skip(scanner, '-');
    return true;
  }
  if (word.kind == DATE_ZONE && after_number) {
    set_zone(parts, word.value);
    return true;
  }
  return !after_number && scanner->next.kind != DATE_NUMBER;
}

/* An offset from UTC, behind a time or "GMT". */
static bool free_offset(DateScanner *scanner, DateParts *parts, char sign) {
  DateToken number = {0};
  if (scanner->next.kind == DATE_NUMBER) number = date_token_take(scanner);
  parts->zone_sign = sign == '-' ? -1 : 1;
  bool hours_only = is_between(number.length, 1, 2);
  if (date_is_symbol(scanner->next, ':')) {
    parts->zone_hour = number.value;
    parts->zone_minute = NONE;
    return true;
  }
  parts->zone_hour = hours_only ? number.value : number.value / 100;
  parts->zone_minute = hours_only ? 0 : number.value % 100;
  return is_between(number.length, 1, 4);
}

static void skip_parentheses(DateScanner *scanner) {
  for (int depth = 1; depth > 0 && scanner->next.kind != DATE_END;) {
    DateToken token = date_token_take(scanner);
    depth += date_is_symbol(token, '(') - date_is_symbol(token, ')');
  }
}

static bool read_free(DateScanner *scanner, DateParts *parts, DateToken token) {
  bool after_number = parts->day_count > 0;
  for (; token.kind != DATE_END; token = date_token_take(scanner)) {
    bool is_utc = parts->zone_hour == 0 && parts->zone_minute == 0;
    if (token.kind == DATE_SPACE) continue;
    if (token.kind == DATE_NUMBER) {
      after_number = true;
      if (!free_number(scanner, parts, token.value)) return false;
    } else if (token.kind != DATE_SYMBOL) {
      if (!free_word(scanner, parts, token, after_number)) return false;
    } else if (date_is_sign(token) && (is_utc || parts->time_count)) {
      after_number = true;
      if (!free_offset(scanner, parts, (char)token.value)) return false;
    } else if ((date_is_sign(token) || token.value == ')') && after_number) {
      return false;
    } else if (token.value == '(') {
      skip_parentheses(scanner);
    }
  }
  return true;
}

/* Year, month and day in the order that the numbers allow. */
static bool settle_date(DateParts *parts, CivilTime *civil) {
  if (parts->day_count < 1) return false;
  while (add_day(parts, 1))
    ;
  const int *day = parts->day;
  bool starts_with_day = is_between(day[0], 1, 31);
  if (parts->month != NONE)
    *civil = (CivilTime){.year = starts_with_day ? day[1] : day[0],
                         .month = parts->month,
                         .day = starts_with_day ? day[0] : day[1]};
  else if (parts->is_iso || !starts_with_day)
    *civil = (CivilTime){.year = day[0], .month = day[1], .day = day[2]};
  else
    *civil = (CivilTime){.year = day[2], .month = day[0], .day = day[1]};
  if (!parts->is_iso && is_between(civil->year, 0, 99))
    civil->year += civil->year < 50 ? 2000 : 1900;
  return is_between(civil->month, 1, 12) && is_between(civil->day, 1, 31);
}

static bool settle_time(DateParts *parts, CivilTime *civil) {
  int *time = parts->time;
  if (parts->half_day != NONE) {
    if (!is_between(time[0], 0, 12)) return false;
    time[0] = time[0] % 12 + parts->half_day;
  }
  civil->hour = time[0];
  civil->minute = time[1];
  civil->second = time[2];
  civil->millisecond = time[3];
  if (time[0] == 24) return time[1] == 0 && time[2] == 0 && time[3] == 0;
  return is_between(time[0], 0, 23) && is_between(time[1], 0, 59) &&
         is_between(time[2], 0, 59) && is_between(time[3], 0, 999);
}

bool parse_date(Str text, double *milliseconds) {
  DateScanner scanner = date_scanner(text);
  DateParts parts = {
      .month = NONE, .half_day = NONE, .zone_hour = NONE, .zone_minute = NONE};
  DateToken rest;
  IsoOutcome outcome = read_iso(&scanner, &parts, &rest);
  if (outcome == ISO_INVALID) return false;
  if (outcome == ISO_OTHER && !read_free(&scanner, &parts, rest)) return false;
  CivilTime civil;
  if (!settle_date(&parts, &civil) || !settle_time(&parts, &civil))
    return false;
  int hour = parts.zone_hour == NONE ? 0 : parts.zone_hour;
  int minute = parts.zone_minute == NONE ? 0 : parts.zone_minute;
  double offset = parts.zone_sign * (hour * 3600000.0 + minute * 60000.0);
  *milliseconds = calendar_milliseconds(civil) - offset;
  return *milliseconds >= -8.64e15 && *milliseconds <= 8.64e15;
}
