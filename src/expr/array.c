/* Functions on arrays, and on texts as sequences. */
#include <math.h>
#include <stdlib.h>

#include "expr/functions.h"
#include "expr/operators.h"
#include "expr/utf16.h"

static Value array_of(const Value *items, int count) {
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

static bool is_array(Value value) {
  return value.kind == VALUE_ARRAY;
}

static Value not_a_list(Call *call, const char *what) {
  return call_fault(call, DIAG_EXPR_ARGUMENTS, "%s() takes %s",
                    call->function->name, what);
}

/* A new array of the same items. */
static Value *copy_items(Call *call, Value array) {
  if (!call_work(call, array.len)) return NULL;
  Value *items = arena_array(call->scratch, Value, array.len);
  for (int i = 0; i < array.len; i++)
    items[i] = array.items[i];
  return items;
}

static bool is_nothing(Value value) {
  return value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
}

static bool is_comparable(Value value) {
  bool is_number_like = value.kind == VALUE_NUMBER || value.kind == VALUE_TIME;
  return !is_nothing(value) && !(is_number_like && isnan(value.number));
}

static bool is_less(Call *call, Value a, Value b) {
  return operator_binary(call->scratch, OPERATOR_LESS, a, b).boolean;
}

/* The least and the greatest item; false where there is none. */
static bool find_extent(Call *call, Value array, Value *low, Value *high) {
  bool found = false;
  if (!is_array(array) || !call_work(call, array.len)) return false;
  for (int i = 0; i < array.len; i++) {
    Value item = array.items[i];
    if (!is_comparable(item)) continue;
    if (!found || is_less(call, item, *low)) *low = item;
    if (!found || is_less(call, *high, item)) *high = item;
    found = true;
  }
  return found;
}

static Value extent(Call *call) {
  Value *pair = arena_array(call->scratch, Value, 2);
  find_extent(call, call_argument(call, 0), &pair[0], &pair[1]);
  return array_of(pair, 2);
}

/* The first and last numbers of an array, in order. */
static void read_range(Value array, double *first, double *last) {
  *first = array.len ? value_to_number(array.items[0]) : NAN;
  *last = array.len ? value_to_number(array.items[array.len - 1]) : NAN;
}

static Value clamp_range(Call *call) {
  Value range = call_argument(call, 0);
  if (!is_array(range)) return not_a_list(call, "an array");
  double low, high, min = call_number(call, 1), max = call_number(call, 2);
  read_range(range, &low, &high);
  if (high < low) {
    double other = low;
    low = high;
    high = other;
  }
  double width = high - low;
  Value *pair = arena_array(call->scratch, Value, 2);
  low = width >= max - min ? min : fmin(fmax(low, min), max - width);
  high = width >= max - min ? max : low + width;
  pair[0] = value_number(low);
  pair[1] = value_number(high);
  return array_of(pair, 2);
}

/* Whether the smaller is not above the greater; nor equal to it where argument
 * i says that the bound is left out. */
static bool is_within(Call *call, int i, Value smaller, Value greater) {
  bool inclusive =
      !call_has(call, i) || value_to_boolean(call_argument(call, i));
  return operator_binary(call->scratch,
                         inclusive ? OPERATOR_AT_MOST : OPERATOR_LESS, smaller,
                         greater)
      .boolean;
}

static Value inrange(Call *call) {
  Value range = call_argument(call, 1);
  if (!is_array(range)) return not_a_list(call, "a value and an array");
  Value low, high;
  if (range.len < 1) return value_boolean(false);
  low = range.items[0];
  high = range.items[range.len - 1];
  if (is_less(call, high, low)) {
    Value other = low;
    low = high;
    high = other;
  }
  Value value = call_argument(call, 0);
  return value_boolean(is_within(call, 2, low, value) &&
                       is_within(call, 3, value, high));
}

static Value index_in_array(Call *call, Value array, bool from_end) {
  Value wanted = call_argument(call, 1);
  int start = call_has(call, 2) ? (int)fmax(0, call_number(call, 2)) : 0;
  if (!call_work(call, array.len)) return (Value){0};
  for (int i = 0; i < array.len; i++) {
    int at = from_end ? array.len - 1 - i : i;
    if ((from_end || at >= start) && strictly_equal(array.items[at], wanted))
      return value_number(at);
  }
  return value_number(-1);
}

static Value index_in_text(Call *call, Str text, bool from_end) {
  Str wanted = call_text(call, 1);
  int units = utf16_length(text), from = 0;
  double asked = call_has(call, 2) ? call_number(call, 2) : 0;
  if (!call_work(call, text.len)) return (Value){0};
  if (!from_end && asked > 0) from = asked < units ? (int)asked : units;
  int byte = utf16_to_byte(text, from), found = -1;
  for (;;) {
    int at = str_find(str_slice(text, byte, text.len), wanted);
    if (at < 0) break;
    found = byte + at;
    byte = found + 1;
    if (!from_end || byte > text.len) break;
  }
  return value_number(found < 0 ? -1 : utf16_from_byte(text, found));
}

static Value index_of(Call *call) {
  Value list = call_argument(call, 0);
  bool from_end = call->function->detail == 1;
  if (is_array(list)) return index_in_array(call, list, from_end);
  if (list.kind == VALUE_STRING)
    return index_in_text(call, value_text(&list), from_end);
  return not_a_list(call, "an array or a text");
}

static Value join(Call *call) {
  Value array = call_argument(call, 0);
  if (!is_array(array)) return not_a_list(call, "an array");
  Str separator = call_has(call, 1) ? call_text(call, 1) : S(",");
  StrBuf buf = {.arena = call->scratch};
  for (int i = 0; i < array.len; i++) {
    if (!call_work(call, 1 + buf.len / 64)) return (Value){0};
    if (i) strbuf_add(&buf, separator);
    if (!is_nothing(array.items[i]))
      strbuf_add(&buf, text_of(call->scratch, array.items[i]));
  }
  return value_str(strbuf_str(&buf));
}

static Value length(Call *call) {
  Value list = call_argument(call, 0);
  if (is_array(list)) return value_number(list.len);
  if (list.kind == VALUE_STRING)
    return value_number(utf16_length(value_text(&list)));
  if (list.kind == VALUE_OBJECT) {
    const Value *member = value_member(list, S("length"));
    return member ? *member : (Value){0};
  }
  if (is_nothing(list)) return not_a_list(call, "an array or a text");
  return (Value){0};
}

static Value lerp(Call *call) {
  double low, high, fraction = call_number(call, 1);
  if (!is_array(call_argument(call, 0))) return not_a_list(call, "an array");
  read_range(call_argument(call, 0), &low, &high);
  if (fraction == 0) return value_number(low);
  if (fraction == 1) return value_number(high);
  return value_number(low + fraction * (high - low));
}

static Value peek(Call *call) {
  Value array = call_argument(call, 0);
  if (!is_array(array)) return not_a_list(call, "an array");
  return array.len ? array.items[array.len - 1] : (Value){0};
}

static Value pluck(Call *call) {
  Value array = call_argument(call, 0);
  Str path = call_text(call, 1);
  if (!is_array(array)) return value_path(call->scratch, array, path);
  if (!call_work(call, array.len)) return (Value){0};
  Value *items = arena_array(call->scratch, Value, array.len);
  for (int i = 0; i < array.len; i++)
    items[i] = value_path(call->scratch, array.items[i], path);
  return array_of(items, array.len);
}

static Value reverse(Call *call) {
  Value array = call_argument(call, 0);
  if (!is_array(array)) return not_a_list(call, "an array");
  Value *items = copy_items(call, array);
  for (int i = 0; items && i < array.len; i++)
    items[i] = array.items[array.len - 1 - i];
  return items ? array_of(items, array.len) : (Value){0};
}

/* start, stop and step as d3.range takes them. */
static Value sequence(Call *call) {
  double start = call->count > 1 ? call_number(call, 0) : 0;
  double stop = call_number(call, call->count > 1 ? 1 : 0);
  double step = call->count > 2 ? call_number(call, 2) : 1;
  double count = ceil((stop - start) / step);
  if (!(count > 0)) return array_of(NULL, 0);
  if (!call_work(call, count)) return (Value){0};
  Value *items = arena_array(call->scratch, Value, (int)count);
  for (int i = 0; i < (int)count; i++)
    items[i] = value_number(start + i * step);
  return array_of(items, (int)count);
}

/* A bound of slice(): from the end where negative, within the length. */
static int slice_bound(const Call *call, int i, int length, int otherwise) {
  if (!call_has(call, i)) return otherwise;
  double bound = trunc(call_number(call, i));
  if (isnan(bound)) return 0;
  if (bound < 0) bound = fmax(0, length + bound);
  return (int)fmin(bound, length);
}

static Value slice(Call *call) {
  Value list = call_argument(call, 0);
  bool is_text = list.kind == VALUE_STRING;
  if (!is_text && !is_array(list))
    return not_a_list(call, "an array or a text");
  int total = is_text ? utf16_length(value_text(&list)) : list.len;
  int start = slice_bound(call, 1, total, 0);
  int end = slice_bound(call, 2, total, total);
  if (end < start) end = start;
  if (is_text) return value_str(utf16_slice(value_text(&list), start, end));
  return array_of(end > start ? list.items + start : NULL, end - start);
}

static Value span(Call *call) {
  Value array = call_argument(call, 0);
  if (!is_array(array)) return not_a_list(call, "an array");
  double low, high;
  read_range(array, &low, &high);
  return value_number(array.len && high - low == high - low ? high - low : 0);
}

/* vega-util's ascending order: null first, then NaN, then by "<". */
static int ascending(const void *left, const void *right) {
  return value_compare(*(const Value *)left, *(const Value *)right);
}

static Value sort(Call *call) {
  Value array = call_argument(call, 0);
  if (!is_array(array)) return not_a_list(call, "an array");
  Value *items = copy_items(call, array);
  if (!items) return (Value){0};
  if (array.len) qsort(items, (size_t)array.len, sizeof *items, ascending);
  return array_of(items, array.len);
}

static Value interpolate_linear(Call *call) {
  Value array = call_argument(call, 0);
  if (!is_array(array) || !array.len) return (Value){0};
  double fraction = call_number(call, 1);
  if (array.len == 1 || !(fraction > 0)) return array.items[0];
  if (fraction >= 1) return array.items[array.len - 1];
  double position = fraction * (array.len - 1), whole = floor(position);
  double from = value_to_number(array.items[(int)whole]);
  double to = value_to_number(array.items[(int)whole + 1]);
  return value_number(from + (position - whole) * (to - from));
}

/* Adds or replaces a member; returns the new count. */
static int put_member(ValueMember *members, int count, ValueMember member) {
  for (int i = 0; i < count; i++)
    if (str_equal(members[i].name, member.name)) {
      members[i] = member;
      return count;
    }
  members[count] = member;
  return count + 1;
}

static Value merge(Call *call) {
  int total = 0, count = 0;
  for (int i = 0; i < call->count; i++)
    if (call->arguments[i].kind == VALUE_OBJECT)
      total += call->arguments[i].len;
  if (!call_work(call, (double)total * total / 16)) return (Value){0};
  ValueMember *members = arena_array(call->scratch, ValueMember, total);
  for (int i = 0; i < call->count; i++) {
    Value object = call->arguments[i];
    for (int j = 0; object.kind == VALUE_OBJECT && j < object.len; j++)
      count = put_member(members, count, object.members[j]);
  }
  return (Value){.kind = VALUE_OBJECT, .len = count, .members = members};
}

static const ExprFunction functions[] = {
    {"clampRange", 3, -1, clamp_range, 0},
    {"extent", 1, -1, extent, 0},
    {"indexof", 2, -1, index_of, 0},
    {"inrange", 2, -1, inrange, 0},
    {"interpolateLinear", 2, -1, interpolate_linear, 0},
    {"join", 1, -1, join, 0},
    {"lastindexof", 2, -1, index_of, 1},
    {"length", 1, -1, length, 0},
    {"lerp", 2, -1, lerp, 0},
    {"merge", 0, -1, merge, 0},
    {"peek", 1, -1, peek, 0},
    {"pluck", 2, -1, pluck, 0},
    {"reverse", 1, -1, reverse, 0},
    {"sequence", 1, -1, sequence, 0},
    {"slice", 1, -1, slice, 0},
    {"sort", 1, -1, sort, 0},
    {"span", 1, -1, span, 0},
};

const FunctionTable array_functions = {functions,
                                       sizeof functions / sizeof *functions};
