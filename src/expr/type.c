/* What a value is, and turning one kind into another. */
#include <math.h>

#include "expr/functions.h"

static Value is_kind(Call *call) {
  return value_boolean(call_argument(call, 0).kind ==
                       (ValueKind)call->function->detail);
}

static Value is_number(Call *call) {
  return value_boolean(call_argument(call, 0).kind == VALUE_NUMBER);
}

static Value is_object(Call *call) {
  return value_boolean(call_argument(call, 0).kind >= VALUE_ARRAY ||
                       call_argument(call, 0).kind == VALUE_TIME);
}

static Value is_defined(Call *call) {
  return value_boolean(call_argument(call, 0).kind != VALUE_UNDEFINED);
}

static bool is_blank(Value value) {
  return value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL ||
         (value.kind == VALUE_STRING && !value.len);
}

static Value is_valid(Call *call) {
  Value value = call_argument(call, 0);
  bool is_number_like = value.kind == VALUE_NUMBER || value.kind == VALUE_TIME;
  return value_boolean(value.kind > VALUE_NULL &&
                       !(is_number_like && isnan(value.number)));
}

static Value to_boolean(Call *call) {
  Value value = call_argument(call, 0);
  if (is_blank(value)) return value_null();
  Str text = value_text(&value);
  if (str_is(text, "false") || str_is(text, "0")) return value_boolean(false);
  return value_boolean(value_to_boolean(value));
}

static Value to_number(Call *call) {
  Value value = call_argument(call, 0);
  return is_blank(value) ? value_null() : value_number(value_to_number(value));
}

static Value to_text(Call *call) {
  Value value = call_argument(call, 0);
  return is_blank(value) ? value_null() : value_str(call_text(call, 0));
}

static Value to_date(Call *call) {
  Value value = call_argument(call, 0);
  if (is_blank(value)) return value_null();
  if (value.kind == VALUE_TIME) return value;
  double moment = value_to_number(value);
  if (value.kind == VALUE_STRING && !parse_date(value_text(&value), &moment))
    moment = NAN;
  return value_time(moment);
}

/* warn(), info() and debug() give their last argument. */
static Value pass_through(Call *call) {
  return call_argument(call, call->count - 1);
}

/* if() is a condition of the tree; this row tells how many arguments it takes.
 */
static Value choose(Call *call) {
  return call_argument(call, value_to_boolean(call_argument(call, 0)) ? 1 : 2);
}

static const ExprFunction functions[] = {
    {"debug", 1, -1, pass_through, 0},
    {"if", 3, 3, choose, 0},
    {"info", 1, -1, pass_through, 0},
    {"isArray", 1, -1, is_kind, VALUE_ARRAY},
    {"isBoolean", 1, -1, is_kind, VALUE_BOOLEAN},
    {"isDate", 1, -1, is_kind, VALUE_TIME},
    {"isDefined", 1, -1, is_defined, 0},
    {"isNumber", 1, -1, is_number, 0},
    {"isObject", 1, -1, is_object, 0},
    {"isRegExp", 1, -1, is_kind, VALUE_REGEXP},
    {"isString", 1, -1, is_kind, VALUE_STRING},
    {"isValid", 1, -1, is_valid, 0},
    {"toBoolean", 1, -1, to_boolean, 0},
    {"toDate", 1, -1, to_date, 0},
    {"toNumber", 1, -1, to_number, 0},
    {"toString", 1, -1, to_text, 0},
    {"warn", 1, -1, pass_through, 0},
};

const FunctionTable type_functions = {functions,
                                      sizeof functions / sizeof *functions};
