/* Functions that write numbers and moments. */
#include <math.h>

#include "expr/functions.h"
#include "korean/korean.h"

static Str specifier_of(const Call *call) {
  return call_has(call, 1) ? call_text(call, 1) : (Str){"", 0};
}

static bool is_null(const Call *call) {
  return call_argument(call, 0).kind == VALUE_NULL;
}

static Value number_format(Call *call) {
  if (is_null(call)) return value_str(S("null"));
  Str text, specifier = specifier_of(call);
  if (!format_number(call->scratch, specifier, call_number(call, 0),
                     call->locale, &text))
    return call_fault(call, DIAG_EXPR_ARGUMENTS,
                      "'%.*s' is no number format of d3", STR(specifier));
  return value_str(text);
}

/* What `formatType: "korean"` calls, as Vega does with custom format types. */
static Value korean_format(Call *call) {
  if (is_null(call)) return value_str(S("null"));
  Str text, specifier = call_has(call, 1) ? call_text(call, 1) : S("auto");
  if (!korean_number(call->scratch, specifier, call_number(call, 0), &text))
    return call_fault(call, DIAG_EXPR_ARGUMENTS,
                      "'%.*s' is no Korean number format", STR(specifier));
  return value_str(text);
}

/* A moment, or text that names one. */
static double moment_of(Value value) {
  double moment = NAN;
  if (value.kind != VALUE_STRING) return value_to_number(value);
  return parse_date(value_text(&value), &moment) ? moment : NAN;
}

static bool is_map(Value value) {
  return value.kind == VALUE_OBJECT;
}

/* The specifier for a moment out of {"year": "%Y", "month": ...}. */
static Str pick_specifier(Value map, double moment) {
  static const char *const units[] = {"milliseconds", "seconds", "minutes",
                                      "hours",        "date",    "week",
                                      "month",        "quarter", "year"};
  static const char *const otherwise[] = {
      ".%L", ":%S", "%I:%M", "%I %p", "%a %d", "%b %d", "%B", "%B", "%Y"};
  static const char *const rounders[] = {"%L", "%S", "%M", "%H", "%d"};
  Arena scratch = {0};
  int unit = 0;
  while (unit < 5) {
    double part = value_to_number(value_str(
        format_time(&scratch, str_from(rounders[unit]), moment, NULL)));
    if (part != (unit == 4 ? 1 : 0)) break;
    unit++;
  }
  if (unit == 4 && str_is(format_time(&scratch, S("%w"), moment, NULL), "0"))
    unit = 5;
  else if (unit == 5) {
    Str month = format_time(&scratch, S("%m"), moment, NULL);
    bool is_quarter =
        str_is(month, "04") || str_is(month, "07") || str_is(month, "10");
    unit = str_is(month, "01") ? 8 : is_quarter ? 7 : 6;
  }
  arena_clear(&scratch);
  const Value *named = value_member(map, str_from(units[unit]));
  return named ? value_text(named) : str_from(otherwise[unit]);
}

static Value time_format(Call *call) {
  if (is_null(call)) return value_str(S("null"));
  double moment = moment_of(call_argument(call, 0));
  if (isnan(moment)) return value_str(S("Invalid Date"));
  Str specifier = is_map(call_argument(call, 1))
                      ? pick_specifier(call_argument(call, 1), moment)
                      : specifier_of(call);
  return value_str(format_time(call->scratch, specifier, moment, call->locale));
}

static Value time_parse(Call *call) {
  double moment;
  if (!parse_time(call_text(call, 0), specifier_of(call), call->locale,
                  &moment))
    return value_null();
  return value_time(moment);
}

/* Names of months and days by their number, which may be out of range. */
static Value unit_name(Call *call) {
  Value value = call_argument(call, 0);
  const double JANUARY_2_2000 = 946771200000.0, DAY = 86400000.0;
  if (value.kind != VALUE_NUMBER || value.number != floor(value.number) ||
      fabs(value.number) > 1e6)
    return value_str(S(""));
  char directive = (char)call->function->detail;
  int index = (int)value.number;
  if (directive == 'a' || directive == 'A') {
    char specifier[] = {'%', directive, 0};
    return value_str(format_time(call->scratch, str_from(specifier),
                                 JANUARY_2_2000 + index * DAY, call->locale));
  }
  int month = (index % 12 + 12) % 12;
  return value_str(directive == 'B' ? call->locale->months[month]
                                    : call->locale->short_months[month]);
}

static const ExprFunction functions[] = {
    {"dayAbbrevFormat", 1, -1, unit_name, 'a'},
    {"dayFormat", 1, -1, unit_name, 'A'},
    {"format", 1, -1, number_format, 0},
    {"korean", 1, 2, korean_format, 0},
    {"monthAbbrevFormat", 1, -1, unit_name, 'b'},
    {"monthFormat", 1, -1, unit_name, 'B'},
    {"timeFormat", 1, -1, time_format, 0},
    {"timeParse", 2, -1, time_parse, 0},
    {"utcFormat", 1, -1, time_format, 0},
    {"utcParse", 2, -1, time_parse, 0},
};

const FunctionTable format_functions = {functions,
                                        sizeof functions / sizeof *functions};
