/* d3-time-format: a moment, in UTC, by a specifier such as "%Y-%m-%d". */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "expr/expr.h"

static const double DAY = 86400000.0;

enum { DEEPEST = 4 }; /* specifiers inside specifiers (%c) */

typedef struct TimeWriter {
  StrBuf buf;
  const Locale *locale;
  CivilTime at;
  double milliseconds;
  int depth;
} TimeWriter;

static void write_specifier(TimeWriter *writer, Str specifier);

/* Pads with '0', ' ' or nothing ('-'). */
static void write_padded(TimeWriter *writer, int number, char pad, int width) {
  char text[16];
  g_snprintf(text, sizeof text, "%d", ABS(number));
  if (number < 0) strbuf_add_c(&writer->buf, "-");
  for (int i = (int)strlen(text); pad != '-' && i < width; i++)
    strbuf_add_char(&writer->buf, (uint32_t)pad);
  strbuf_add_c(&writer->buf, text);
}

static int week_by_sunday(const CivilTime *at) {
  return (at->day_of_year - 1 + 7 - at->weekday) / 7;
}

static int week_by_monday(const CivilTime *at) {
  return (at->day_of_year - 1 + 7 - (at->weekday + 6) % 7) / 7;
}

/* The Thursday of the week, which tells the ISO year and week. */
static CivilTime iso_thursday(const TimeWriter *writer) {
  int from_monday = (writer->at.weekday + 6) % 7;
  return calendar_civil(writer->milliseconds + (3 - from_monday) * DAY);
}

static int clock_hour(int hour) {
  return hour % 12 ? hour % 12 : 12;
}

static bool write_date_part(TimeWriter *writer, char directive, char pad) {
  const CivilTime *at = &writer->at;
  switch (directive) {
  case 'd':
    write_padded(writer, at->day, pad ? pad : '0', 2);
    return true;
  case 'e':
    write_padded(writer, at->day, pad ? pad : ' ', 2);
    return true;
  case 'g':
    write_padded(writer, iso_thursday(writer).year % 100, pad ? pad : '0', 2);
    return true;
  case 'G':
    write_padded(writer, iso_thursday(writer).year % 10000, pad ? pad : '0', 4);
    return true;
  case 'j':
    write_padded(writer, at->day_of_year, pad ? pad : '0', 3);
    return true;
  case 'm':
    write_padded(writer, at->month, pad ? pad : '0', 2);
    return true;
  case 'q':
    write_padded(writer, (at->month - 1) / 3 + 1, '-', 1);
    return true;
  case 'u':
    write_padded(writer, at->weekday ? at->weekday : 7, '-', 1);
    return true;
  case 'U':
    write_padded(writer, week_by_sunday(at), pad ? pad : '0', 2);
    return true;
  case 'V':
    write_padded(writer, (iso_thursday(writer).day_of_year - 1) / 7 + 1,
                 pad ? pad : '0', 2);
    return true;
  case 'w':
    write_padded(writer, at->weekday, '-', 1);
    return true;
  case 'W':
    write_padded(writer, week_by_monday(at), pad ? pad : '0', 2);
    return true;
  case 'y':
    write_padded(writer, at->year % 100, pad ? pad : '0', 2);
    return true;
  case 'Y':
    write_padded(writer, at->year % 10000, pad ? pad : '0', 4);
    return true;
  default:
    return false;
  }
}

static bool write_clock_part(TimeWriter *writer, char directive, char pad) {
  const CivilTime *at = &writer->at;
  char zero = pad ? pad : '0';
  switch (directive) {
  case 'f':
    write_padded(writer, at->millisecond, zero, 3);
    strbuf_add_c(&writer->buf, "000");
    return true;
  case 'H':
    write_padded(writer, at->hour, zero, 2);
    return true;
  case 'I':
    write_padded(writer, clock_hour(at->hour), zero, 2);
    return true;
  case 'L':
    write_padded(writer, at->millisecond, zero, 3);
    return true;
  case 'M':
    write_padded(writer, at->minute, zero, 2);
    return true;
  case 'Q':
    strbuf_addf(&writer->buf, "%.0f", writer->milliseconds);
    return true;
  case 's':
    strbuf_addf(&writer->buf, "%.0f", floor(writer->milliseconds / 1000));
    return true;
  case 'S':
    write_padded(writer, at->second, zero, 2);
    return true;
  case 'Z':
    strbuf_add_c(&writer->buf, "+0000");
    return true;
  default:
    return false;
  }
}

static bool write_name_part(TimeWriter *writer, char directive) {
  const Locale *locale = writer->locale;
  const CivilTime *at = &writer->at;
  switch (directive) {
  case 'a':
    strbuf_add(&writer->buf, locale->short_days[at->weekday]);
    return true;
  case 'A':
    strbuf_add(&writer->buf, locale->days[at->weekday]);
    return true;
  case 'b':
    strbuf_add(&writer->buf, locale->short_months[at->month - 1]);
    return true;
  case 'B':
    strbuf_add(&writer->buf, locale->months[at->month - 1]);
    return true;
  case 'p':
    strbuf_add(&writer->buf, locale->periods[at->hour >= 12]);
    return true;
  case 'c':
    write_specifier(writer, locale->date_time);
    return true;
  case 'x':
    write_specifier(writer, locale->date);
    return true;
  case 'X':
    write_specifier(writer, locale->time);
    return true;
  default:
    return false;
  }
}

static void write_directive(TimeWriter *writer, char directive, char pad) {
  if (write_date_part(writer, directive, pad) ||
      write_clock_part(writer, directive, pad) ||
      write_name_part(writer, directive))
    return;
  strbuf_add(&writer->buf, (Str){&directive, 1});
}

static void write_specifier(TimeWriter *writer, Str specifier) {
  if (writer->depth >= DEEPEST) return;
  writer->depth++;
  for (int i = 0; i < specifier.len; i++) {
    char c = specifier.text[i];
    if (c != '%' || i + 1 >= specifier.len) {
      if (c != '%') strbuf_add(&writer->buf, (Str){&c, 1});
      continue;
    }
    c = specifier.text[++i];
    char pad = 0;
    if (strchr("-_0", c) && c && i + 1 < specifier.len) {
      pad = c == '_' ? ' ' : c;
      c = specifier.text[++i];
    }
    write_directive(writer, c, pad);
  }
  writer->depth--;
}

/* d3-scale's default: the finest unit in which the moment is not round. */
static Str default_specifier(const CivilTime *at) {
  if (at->millisecond) return S(".%L");
  if (at->second) return S(":%S");
  if (at->minute) return S("%I:%M");
  if (at->hour) return S("%I %p");
  if (at->day != 1) return at->weekday ? S("%a %d") : S("%b %d");
  return at->month != 1 ? S("%B") : S("%Y");
}

Str format_time(Arena *arena, Str specifier, double milliseconds,
                const Locale *locale) {
  if (!isfinite(milliseconds) || fabs(milliseconds) > 8.64e15)
    return S("Invalid Date");
  milliseconds = trunc(milliseconds);
  TimeWriter writer = {.buf = {.arena = arena},
                       .locale = locale_or_english(locale),
                       .at = calendar_civil(milliseconds),
                       .milliseconds = milliseconds};
  if (!specifier.len) specifier = default_specifier(&writer.at);
  write_specifier(&writer, specifier);
  return strbuf_str(&writer.buf);
}
