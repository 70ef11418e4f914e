/* One template: split, evaluated, printed. */
#include "article/template.h"

#include <math.h>

#include "article/values.h"
#include "base/number.h"
#include "expr/expr.h"
#include "korean/korean.h"

/* The bar that parts expression and format: the last one outside quotes and
 * brackets that is no ||. -1: none. */
static int format_bar(Str text) {
  int bar = -1, depth = 0;
  char quote = '\0';
  for (int i = 0; i < text.len; i++) {
    char c = text.text[i];
    if (quote) {
      if (c == '\\') i++;
      if (c == quote) quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      depth++;
    } else if (c == ')' || c == ']' || c == '}') {
      depth--;
    } else if (c == '|' && i + 1 < text.len && text.text[i + 1] == '|') {
      i++;
    } else if (c == '|' && depth == 0) {
      bar = i;
    }
  }
  return bar;
}

static bool is_ascii(Str text) {
  for (int i = 0; i < text.len; i++)
    if ((unsigned char)text.text[i] >= 0x80) return false;
  return true;
}

static bool is_korean_format(Str format) {
  return !is_ascii(format) || str_starts(format, S("auto"));
}

static Str no_text(const Reading *reading, Place place, const char *what) {
  diag(reading->diags, DIAG_ARTICLE_NO_VALUE, place, "the value is %s", what);
  return (Str){0};
}

static Str print_number(const Reading *reading, double number, Str format,
                        Place place) {
  Str text = {0};
  if (isnan(number)) return no_text(reading, place, "not a number");
  if (isinf(number)) return no_text(reading, place, "infinite");
  if (format.len == 0) return number_text(reading->report, number);
  bool done = is_korean_format(format)
                  ? korean_number(reading->report, format, number, &text)
                  : format_number(reading->report, format, number,
                                  &locale_korean, &text);
  if (done) return text;
  diag(reading->diags, DIAG_ARTICLE_TEMPLATE, place,
       "'%.*s' is not a number format", STR(format));
  diag_hint(reading->diags, "such as \",\", \".1f\", \"만\" or \"auto\"");
  return (Str){0};
}

Str template_print(const Reading *reading, Value value, Str format,
                   Place place) {
  switch (value.kind) {
  case VALUE_UNDEFINED:
    return no_text(reading, place, "not defined");
  case VALUE_NULL:
    return no_text(reading, place, "empty (null)");
  case VALUE_NUMBER:
    return print_number(reading, value.number, format, place);
  case VALUE_TIME:
    if (isnan(value.number)) return no_text(reading, place, "not a moment");
    return format_time(reading->report, format.len ? format : S("%Y-%m-%d"),
                       value.number, &locale_korean);
  case VALUE_STRING:
    if (value.len == 0) return no_text(reading, place, "an empty text");
    if (format.len) {
      diag(reading->diags, DIAG_ARTICLE_TEMPLATE, place,
           "a format needs a number, but the value is the text '%.*s'",
           value.len, value.text);
      return (Str){0};
    }
    return str_copy(reading->report, value_text(&value));
  case VALUE_BOOLEAN:
    return value_to_str(reading->report, value);
  default:
    return no_text(reading, place, "a list or an object");
  }
}

Str template_text(const Reading *reading, Str text, Place place) {
  Str inner = str_slice(text, 2, text.len - 2);
  int bar = format_bar(inner);
  Str format = {0};
  if (bar >= 0) {
    format = str_trim(str_slice(inner, bar + 1, inner.len));
    inner = str_slice(inner, 0, bar);
  }
  Str expression = str_trim(inner);
  if (expression.len == 0) {
    diag(reading->diags, DIAG_ARTICLE_TEMPLATE, place, "no value is named");
    return (Str){0};
  }
  int start = (int)(expression.text - text.text);
  Place at = place_within(place, start, expression.len);
  Value value;
  if (!values_evaluate(reading, expression, at, &value)) return (Str){0};
  return template_print(reading, value, format, at);
}
