/* The abstract operations of ECMA-262, chapters 7 and 13. */
#include "expr/operators.h"

#include <math.h>

#include "expr/functions.h"

int32_t to_int32(double number) {
  if (!isfinite(number)) return 0;
  double modulo = fmod(trunc(number), 4294967296.0);
  if (modulo < 0) modulo += 4294967296.0;
  return (int32_t)(uint32_t)modulo;
}

static bool is_numeric(Value value) {
  return value.kind == VALUE_NUMBER || value.kind == VALUE_TIME;
}

static bool is_nothing(Value value) {
  return value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
}

static bool is_object(Value value) {
  return value.kind >= VALUE_ARRAY;
}

bool strictly_equal(Value a, Value b) {
  if (is_numeric(a) && is_numeric(b)) return a.number == b.number;
  if (a.kind != b.kind) return false;
  switch (a.kind) {
  case VALUE_BOOLEAN:
    return a.boolean == b.boolean;
  case VALUE_STRING:
    return str_equal(value_text(&a), value_text(&b));
  case VALUE_ARRAY:
    return a.items == b.items && a.len == b.len;
  case VALUE_OBJECT:
    return a.members == b.members && a.len == b.len;
  case VALUE_REGEXP:
    return a.regexp == b.regexp;
  default:
    return true;
  }
}

bool loosely_equal(Arena *scratch, Value a, Value b) {
  if (a.kind == b.kind || (is_numeric(a) && is_numeric(b)))
    return strictly_equal(a, b);
  if (is_nothing(a) || is_nothing(b)) return is_nothing(a) && is_nothing(b);
  if (is_object(a) && is_object(b)) return false;
  if (is_object(a) || is_object(b)) {
    Value other = is_object(a) ? b : a;
    Value text = value_str(text_of(scratch, is_object(a) ? a : b));
    return loosely_equal(scratch, text, other);
  }
  return value_to_number(a) == value_to_number(b);
}

static Value add(Arena *scratch, Value a, Value b) {
  bool is_text = a.kind == VALUE_STRING || b.kind == VALUE_STRING ||
                 is_object(a) || is_object(b);
  if (!is_text) return value_number(value_to_number(a) + value_to_number(b));
  Str left = text_of(scratch, a), right = text_of(scratch, b);
  return value_str(str_join(scratch, left, right));
}

/* -1, 0, 1; 2 where one is no number. */
static int order(Arena *scratch, Value a, Value b) {
  if (is_object(a)) a = value_str(text_of(scratch, a));
  if (is_object(b)) b = value_str(text_of(scratch, b));
  if (a.kind == VALUE_STRING && b.kind == VALUE_STRING)
    return str_compare(value_text(&a), value_text(&b));
  double left = value_to_number(a), right = value_to_number(b);
  if (isnan(left) || isnan(right)) return 2;
  return (left > right) - (left < right);
}

static Value compare(Arena *scratch, Operator operation, Value a, Value b) {
  int result = order(scratch, a, b);
  if (result == 2) return value_boolean(false);
  switch (operation) {
  case OPERATOR_LESS:
    return value_boolean(result < 0);
  case OPERATOR_GREATER:
    return value_boolean(result > 0);
  case OPERATOR_AT_MOST:
    return value_boolean(result <= 0);
  default:
    return value_boolean(result >= 0);
  }
}

static Value is_in(Arena *scratch, Value key, Value container) {
  if (container.kind == VALUE_OBJECT)
    return value_boolean(value_member(container, text_of(scratch, key)));
  if (container.kind != VALUE_ARRAY) return value_boolean(false);
  double index = value_to_number(key);
  return value_boolean(index >= 0 && index < container.len &&
                       index == floor(index));
}

static Value arithmetic(Operator operation, double a, double b) {
  switch (operation) {
  case OPERATOR_SUBTRACT:
    return value_number(a - b);
  case OPERATOR_MULTIPLY:
    return value_number(a * b);
  case OPERATOR_DIVIDE:
    return value_number(a / b);
  default:
    return value_number(fmod(a, b));
  }
}

static Value bitwise(Operator operation, double x, double y) {
  int32_t a = to_int32(x), b = to_int32(y);
  uint32_t left = (uint32_t)a, shift = (uint32_t)b & 31;
  switch (operation) {
  case OPERATOR_BIT_AND:
    return value_number(a & b);
  case OPERATOR_BIT_OR:
    return value_number(a | b);
  case OPERATOR_BIT_XOR:
    return value_number(a ^ b);
  case OPERATOR_SHIFT_LEFT:
    return value_number((int32_t)(left << shift));
  case OPERATOR_SHIFT_RIGHT:
    return value_number(a >> shift);
  default:
    return value_number(left >> shift);
  }
}

Value operator_binary(Arena *scratch, Operator operation, Value a, Value b) {
  switch (operation) {
  case OPERATOR_ADD:
    return add(scratch, a, b);
  case OPERATOR_EQUAL:
    return value_boolean(loosely_equal(scratch, a, b));
  case OPERATOR_UNEQUAL:
    return value_boolean(!loosely_equal(scratch, a, b));
  case OPERATOR_SAME:
    return value_boolean(strictly_equal(a, b));
  case OPERATOR_DIFFERENT:
    return value_boolean(!strictly_equal(a, b));
  case OPERATOR_LESS:
  case OPERATOR_GREATER:
  case OPERATOR_AT_MOST:
  case OPERATOR_AT_LEAST:
    return compare(scratch, operation, a, b);
  case OPERATOR_IN:
    return is_in(scratch, a, b);
  case OPERATOR_SUBTRACT:
  case OPERATOR_MULTIPLY:
  case OPERATOR_DIVIDE:
  case OPERATOR_REMAINDER:
    return arithmetic(operation, value_to_number(a), value_to_number(b));
  default:
    return bitwise(operation, value_to_number(a), value_to_number(b));
  }
}

Value operator_unary(Operator operation, Value value) {
  switch (operation) {
  case OPERATOR_PLUS:
    return value_number(value_to_number(value));
  case OPERATOR_MINUS:
    return value_number(-value_to_number(value));
  case OPERATOR_NOT:
    return value_boolean(!value_to_boolean(value));
  default:
    return value_number(~to_int32(value_to_number(value)));
  }
}
