/* How a language writes numbers and times. */
#ifndef JIKJI_BASE_LOCALE_H
#define JIKJI_BASE_LOCALE_H

#include "base/str.h"

/* A number and time locale: the fields of d3's locale objects. {0} is en-US. */
typedef struct Locale {
  Str decimal, thousands, currency[2], percent, minus, nan;
  int grouping[8], grouping_count;
  Str numerals[10];
  bool has_numerals;
  Str date_time, date, time, periods[2];
  Str days[7], short_days[7], months[12], short_months[12];
} Locale;

extern const Locale locale_english; /* en-US, as d3 has it */
extern const Locale locale_korean;  /* ko-KR */

/* The locale to use for `locale`: English for NULL and for {0}. */
const Locale *locale_or_english(const Locale *locale);

#endif
