/* The locales jikji knows, after d3-format's and d3-time-format's. */
#include "base/locale.h"

#define T(literal)                                                             \
  { literal, (int)sizeof(literal) - 1 }

const Locale locale_english = {
    .decimal = T("."),
    .thousands = T(","),
    .currency = {T("$"), T("")},
    .percent = T("%"),
    .minus = T("\u2212"),
    .nan = T("NaN"),
    .grouping = {3},
    .grouping_count = 1,
    .date_time = T("%x, %X"),
    .date = T("%-m/%-d/%Y"),
    .time = T("%-I:%M:%S %p"),
    .periods = {T("AM"), T("PM")},
    .days = {T("Sunday"), T("Monday"), T("Tuesday"), T("Wednesday"),
             T("Thursday"), T("Friday"), T("Saturday")},
    .short_days = {T("Sun"), T("Mon"), T("Tue"), T("Wed"), T("Thu"), T("Fri"),
                   T("Sat")},
    .months = {T("January"), T("February"), T("March"), T("April"), T("May"),
               T("June"), T("July"), T("August"), T("September"), T("October"),
               T("November"), T("December")},
    .short_months = {T("Jan"), T("Feb"), T("Mar"), T("Apr"), T("May"), T("Jun"),
                     T("Jul"), T("Aug"), T("Sep"), T("Oct"), T("Nov"),
                     T("Dec")},
};

const Locale locale_korean = {
    .decimal = T("."),
    .thousands = T(","),
    .currency = {T("₩"), T("")},
    .percent = T("%"),
    .minus = T("\u2212"),
    .nan = T("NaN"),
    .grouping = {3},
    .grouping_count = 1,
    .date_time = T("%Y/%m/%d %a %X"),
    .date = T("%Y/%m/%d"),
    .time = T("%H:%M:%S"),
    .periods = {T("오전"), T("오후")},
    .days = {T("일요일"), T("월요일"), T("화요일"), T("수요일"), T("목요일"),
             T("금요일"), T("토요일")},
    .short_days = {T("일"), T("월"), T("화"), T("수"), T("목"), T("금"),
                   T("토")},
    .months = {T("1월"), T("2월"), T("3월"), T("4월"), T("5월"), T("6월"),
               T("7월"), T("8월"), T("9월"), T("10월"), T("11월"), T("12월")},
    .short_months = {T("1월"), T("2월"), T("3월"), T("4월"), T("5월"), T("6월"),
                     T("7월"), T("8월"), T("9월"), T("10월"), T("11월"),
                     T("12월")},
};

const Locale *locale_or_english(const Locale *locale) {
  return locale && locale->decimal.len ? locale : &locale_english;
}
