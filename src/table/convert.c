/* ECMAScript's ToNumber, ToString and ToBoolean. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/number.h"
#include "table/table.h"

enum { DEEPEST = 2100 }; /* a little over what jansson reads */

static Str trim_white_space(Str text) {
  text = str_trim(text);
  while (str_starts(text, S("\xC2\xA0")) || str_starts(text, S("\xEF\xBB\xBF")))
    text = str_trim(str_slice(text, text.text[0] == '\xC2' ? 2 : 3, text.len));
  while (str_ends(text, S("\xC2\xA0")))
    text = str_trim(str_slice(text, 0, text.len - 2));
  return text;
}

/* Digits after 0x, 0o or 0b. */
static double read_radix(Str digits, int radix) {
  double number = 0;
  for (int i = 0; i < digits.len; i++) {
    int digit = g_ascii_xdigit_value(digits.text[i]);
    if (digit < 0 || digit >= radix) return NAN;
    number = number * radix + digit;
  }
  return digits.len ? number : NAN;
}

static int radix_of(Str text) {
  if (text.len < 3 || text.text[0] != '0') return 10;
  switch (text.text[1] | 0x20) {
  case 'x':
    return 16;
  case 'o':
    return 8;
  case 'b':
    return 2;
  default:
    return 10;
  }
}

static const double powers_of_ten[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Plain decimals of at most 15 digits, which one division makes exactly right
 * (Clinger 1990); most data is of this kind. */
static bool read_short_decimal(Str text, double *number) {
  int i = 0, digits = 0, after_point = 0;
  bool negative = false, point = false;
  if (i < text.len && (text.text[i] == '-' || text.text[i] == '+'))
    negative = text.text[i++] == '-';
  uint64_t whole = 0;
  for (; i < text.len; i++) {
    char c = text.text[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > 15) return false;
    whole = whole * 10 + (uint64_t)(c - '0');
    after_point += point;
  }
  if (!digits) return false;
  double value = (double)whole / powers_of_ten[after_point];
  *number = negative ? -value : value;
  return true;
}

/* StringToNumber, ECMA-262. */
static double text_to_number(Str text) {
  double number;
  if (read_short_decimal(text, &number)) return number;
  text = trim_white_space(text);
  if (!text.len) return 0;
  int radix = radix_of(text);
  if (radix != 10) return read_radix(str_slice(text, 2, text.len), radix);
  if (str_is(text, "Infinity") || str_is(text, "+Infinity")) return INFINITY;
  if (str_is(text, "-Infinity")) return -INFINITY;
  if (number_read(text, &number)) return number;
  if (text.len < 64) return NAN;
  for (int i = 0; i < text.len; i++)
    if (!strchr("0123456789+-.eE", text.text[i]) || !text.text[i]) return NAN;
  Arena scratch = {0};
  char *end, *copy = str_c(&scratch, text);
  number = g_ascii_strtod(copy, &end);
  if (*end) number = NAN;
  arena_clear(&scratch);
  return number;
}

double value_to_number(Value value) {
  switch (value.kind) {
  case VALUE_NULL:
    return 0;
  case VALUE_BOOLEAN:
    return value.boolean;
  case VALUE_NUMBER:
  case VALUE_TIME:
    return value.number;
  case VALUE_STRING:
    return text_to_number(value_text(&value));
  case VALUE_ARRAY:
    break;
  default:
    return NAN;
  }
  Arena scratch = {0};
  double number = text_to_number(value_to_str(&scratch, value));
  arena_clear(&scratch);
  return number;
}

bool value_to_boolean(Value value) {
  switch (value.kind) {
  case VALUE_UNDEFINED:
  case VALUE_NULL:
    return false;
  case VALUE_BOOLEAN:
    return value.boolean;
  case VALUE_NUMBER:
    return value.number != 0 && !isnan(value.number);
  case VALUE_STRING:
    return value.len > 0;
  default:
    return true;
  }
}

/* Date.prototype.toString in UTC. */
static Str time_text(Arena *arena, double milliseconds) {
  static const char *const days[] = {"Sun", "Mon", "Tue", "Wed",
                                     "Thu", "Fri", "Sat"};
  static const char *const months[] = {"Jan", "Feb", "Mar", "Apr",
                                       "May", "Jun", "Jul", "Aug",
                                       "Sep", "Oct", "Nov", "Dec"};
  if (!isfinite(milliseconds)) return S("Invalid Date");
  CivilTime at = calendar_civil(milliseconds);
  if (!at.month) return S("Invalid Date");
  return str_format(arena,
                    "%s %s %02d %s%04d %02d:%02d:%02d GMT+0000 "
                    "(Coordinated Universal Time)",
                    days[at.weekday], months[at.month - 1], at.day,
                    at.year < 0 ? "-" : "", ABS(at.year), at.hour, at.minute,
                    at.second);
}

static void add_text(StrBuf *buf, Value value, int depth);

static void add_items(StrBuf *buf, Value array, int depth) {
  for (int i = 0; i < array.len; i++) {
    if (i) strbuf_add_c(buf, ",");
    Value item = array.items[i];
    if (item.kind != VALUE_NULL && item.kind != VALUE_UNDEFINED)
      add_text(buf, item, depth + 1);
  }
}

static void add_text(StrBuf *buf, Value value, int depth) {
  if (value.kind != VALUE_ARRAY)
    strbuf_add(buf, value_to_str(buf->arena, value));
  else if (depth < DEEPEST)
    add_items(buf, value, depth);
}

Str value_to_str(Arena *arena, Value value) {
  StrBuf buf = {.arena = arena};
  switch (value.kind) {
  case VALUE_UNDEFINED:
    return S("undefined");
  case VALUE_NULL:
    return S("null");
  case VALUE_BOOLEAN:
    return value.boolean ? S("true") : S("false");
  case VALUE_NUMBER:
    return number_text(arena, value.number);
  case VALUE_TIME:
    return time_text(arena, value.number);
  case VALUE_STRING:
    return value_text(&value);
  case VALUE_ARRAY:
    add_items(&buf, value, 0);
    return strbuf_str(&buf);
  case VALUE_OBJECT:
    return S("[object Object]");
  default:
    return S("[object RegExp]");
  }
}
