/* Whether a predicate holds for a row. */
#include <math.h>

#include "chart/transform/predicate_parts.h"

/* A row that a predicate is asked about. */
typedef struct Question {
  const TransformContext *context;
  ExprScope scope;
} Question;

static Value operand_value(Question *question, const Predicate *predicate,
                           int index) {
  const Operand *operand = &predicate->operands.items[index];
  if (!operand->expr) return operand->value;
  return expr_eval(operand->expr, &question->scope, question->context->diags);
}

/* The field's value; where a time unit is given, the start of its period. */
static Value asked_value(Question *question, const Predicate *predicate) {
  Value value = field_value(question->scope.scratch, question->scope.table,
                            question->scope.row, predicate->field);
  if (!predicate->unit.parts) return value;
  double moment = value.number;
  if (value.kind == VALUE_STRING) {
    if (!parse_date(value_text(&value), &moment)) return value_number(NAN);
  } else if (value.kind != VALUE_TIME && value.kind != VALUE_NUMBER) {
    return value_number(NAN);
  }
  if (predicate->unit.binned) return value_time(moment);
  return value_time(time_unit_floor(predicate->unit, moment));
}

/* JavaScript's order: text by text, anything else by number. NaN: no order. */
static double order_of(Value a, Value b) {
  if (a.kind == VALUE_STRING && b.kind == VALUE_STRING)
    return str_compare(value_text(&a), value_text(&b));
  double x = value_to_number(a), y = value_to_number(b);
  if (isnan(x) || isnan(y)) return NAN;
  return (x > y) - (x < y);
}

static bool is_in_range(Question *question, const Predicate *predicate,
                        Value value) {
  Value low = operand_value(question, predicate, 0);
  Value high = operand_value(question, predicate, 1);
  bool open_low = low.kind == VALUE_NULL, open_high = high.kind == VALUE_NULL;
  if (!open_low && !open_high && order_of(high, low) < 0) {
    Value held = low;
    low = high;
    high = held;
  }
  return (open_low || order_of(low, value) <= 0) &&
         (open_high || order_of(value, high) <= 0);
}

static bool is_one_of(Question *question, const Predicate *predicate,
                      Value value) {
  for (int i = 0; i < predicate->operands.count; i++)
    if (value_equal(operand_value(question, predicate, i), value)) return true;
  return false;
}

static bool is_valid(Value value) {
  return value.kind != VALUE_NULL && value.kind != VALUE_UNDEFINED &&
         isfinite(value_to_number(value));
}

static bool comparison_holds(Question *question, const Predicate *predicate) {
  Value value = asked_value(question, predicate);
  switch (predicate->comparison) {
  case VALID:
    return is_valid(value) == predicate->is_valid;
  case IN_RANGE:
    return is_in_range(question, predicate, value);
  case ONE_OF:
    return is_one_of(question, predicate, value);
  default:
    break;
  }
  Value other = operand_value(question, predicate, 0);
  double order = order_of(value, other);
  switch (predicate->comparison) {
  case LESS:
    return order < 0;
  case LESS_EQUAL:
    return order <= 0;
  case GREATER:
    return order > 0;
  case GREATER_EQUAL:
    return order >= 0;
  default:
    return value_equal(value, other);
  }
}

static bool param_holds(const Question *question, const Predicate *predicate) {
  const TransformContext *context = question->context;
  if (!context->selection_holds) return predicate->holds_when_empty;
  return context->selection_holds(context->owner, predicate->param,
                                  predicate->holds_when_empty,
                                  question->scope.table, question->scope.row);
}

static bool holds(Question *question, const Predicate *predicate) {
  switch (predicate->kind) {
  case PREDICATE_EXPRESSION:
    return value_to_boolean(
        expr_eval(predicate->expr, &question->scope, question->context->diags));
  case PREDICATE_FIELD:
    return comparison_holds(question, predicate);
  case PREDICATE_PARAM:
    return param_holds(question, predicate);
  case PREDICATE_NOT:
    return !holds(question, predicate->parts.items[0]);
  default:
    break;
  }
  bool is_and = predicate->kind == PREDICATE_AND;
  for (int i = 0; i < predicate->parts.count; i++)
    if (holds(question, predicate->parts.items[i]) != is_and) return !is_and;
  return is_and;
}

bool predicate_holds(const Predicate *predicate,
                     const TransformContext *context, const Table *table,
                     int row) {
  Arena scratch = {0};
  Question question = {.context = context};
  if (context->scope) question.scope = *context->scope;
  question.scope.scratch = &scratch;
  question.scope.table = table;
  question.scope.row = row;
  bool result = holds(&question, predicate);
  arena_clear(&scratch);
  return result;
}
