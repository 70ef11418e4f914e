/* Tree -> value, by walking it. */
#include "expr/eval.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/limits.h"
#include "expr/functions.h"
#include "expr/operators.h"
#include "expr/utf16.h"

static Value evaluate(Evaluation *evaluation, const Node *node);

static bool is_known(const Diags *diags, DiagCode code, Place place) {
  for (int i = diags->list.count - 1; i >= 0; i--) {
    const Diag *other = &diags->list.items[i];
    if (other->code == code && other->place.source == place.source &&
        other->place.offset == place.offset)
      return true;
  }
  return false;
}

static bool record_as(Evaluation *evaluation, const Node *node,
                      DiagSeverity severity, DiagCode code, Str message) {
  const Expr *expr = evaluation->expr;
  Place place = expr_place(expr->text, expr->place, node->offset, node->length);
  if (is_known(evaluation->diags, code, place)) return false;
  diag_as(evaluation->diags, severity, code, place, "%.*s", STR(message));
  return true;
}

static bool record(Evaluation *evaluation, const Node *node, DiagCode code,
                   Str message) {
  return record_as(evaluation, node, DIAG_ERROR, code, message);
}

Value eval_fault(Evaluation *evaluation, const Node *node, DiagCode code,
                 Str message) {
  record(evaluation, node, code, message);
  return (Value){0};
}

bool eval_work(Evaluation *evaluation, const Node *node, double steps) {
  evaluation->steps += steps;
  if (evaluation->is_stopped) return false;
  if (evaluation->steps <= LIMIT_EXPRESSION_STEPS) return true;
  evaluation->is_stopped = true;
  eval_fault(evaluation, node, DIAG_EXPR_LIMIT,
             S("the expression takes more steps than the limit"));
  return false;
}

static Value item_at(Value object, double index) {
  if (index < 0 || index != floor(index)) return (Value){0};
  if (object.kind == VALUE_ARRAY && index < object.len)
    return object.items[(int)index];
  if (object.kind != VALUE_STRING || index >= object.len) return (Value){0};
  Str text = value_text(&object);
  Str unit = utf16_slice(text, (int)index, (int)index + 1);
  return unit.len ? value_str(unit) : (Value){0};
}

Value eval_member(Value object, Str name) {
  if (object.kind == VALUE_OBJECT) {
    const Value *found = value_member(object, name);
    return found ? *found : (Value){0};
  }
  if (str_is(name, "length")) {
    if (object.kind == VALUE_ARRAY) return value_number(object.len);
    if (object.kind == VALUE_STRING)
      return value_number(utf16_length(value_text(&object)));
  }
  bool is_index = name.len && name.text[0] >= '0' && name.text[0] <= '9';
  return is_index ? item_at(object, value_to_number(value_str(name)))
                  : (Value){0};
}

static Value field(const Evaluation *evaluation, Str name, int bound_column) {
  const ExprScope *scope = evaluation->scope;
  const Table *table = scope->table;
  if (!table) return eval_member(scope->datum, name);
  int column = table == evaluation->expr->bound ? bound_column
                                                : table_find_index(table, name);
  return column < 0 ? (Value){0} : table_cell(table, column, scope->row);
}

/* datum itself, as an object. */
static Value datum(const Evaluation *evaluation) {
  const ExprScope *scope = evaluation->scope;
  const Table *table = scope->table;
  if (!table) return scope->datum;
  return table_row_object(scope->scratch, table, scope->row);
}

static Value name(Evaluation *evaluation, const Node *node) {
  static const char *const own[] = {
      "datum", "PI",  "E",         "NaN",     "null", "true",
      "false", "LN2", "undefined", "SQRT1_2", "LN10", "Infinity"};
  const ExprScope *scope = evaluation->scope;
  Value value = {0};
  if (scope->find_name && scope->find_name(scope->owner, node->name, &value))
    return value;
  Str message =
      str_format(scope->scratch, "nothing is called '%.*s'", STR(node->name));
  if (!record(evaluation, node, DIAG_EXPR_NAME, message)) return (Value){0};
  Str nearest = scope->nearest_name
                    ? scope->nearest_name(scope->owner, node->name)
                    : (Str){0};
  if (scope->table && table_find(scope->table, node->name))
    diag_hint(evaluation->diags, "a field of the data is written 'datum.%.*s'",
              STR(node->name));
  else if (nearest.len)
    diag_hint(evaluation->diags, "did you mean '%.*s'?", STR(nearest));
  else
    diag_hint_nearest(evaluation->diags, node->name, own,
                      (int)(sizeof own / sizeof *own));
  return (Value){0};
}

/* Data that lacks a member is an error in a report, a warning in a chart. */
static Value nothing_inside(Evaluation *evaluation, const Node *node,
                            Value object) {
  record_as(evaluation, node,
            evaluation->diags->strict_data ? DIAG_ERROR : DIAG_WARNING,
            DIAG_EXPR_NAME,
            object.kind == VALUE_NULL
                ? S("null has no members")
                : S("this is undefined in a row, and has no members"));
  return (Value){0};
}

static bool is_nothing(Value value) {
  return value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
}

static Value member(Evaluation *evaluation, const Node *node) {
  Value object = evaluate(evaluation, node->parts[0]);
  if (is_nothing(object))
    return nothing_inside(evaluation, node->parts[0], object);
  return eval_member(object, node->name);
}

static Value index_member(Evaluation *evaluation, const Node *node) {
  const Node *container = node->parts[0];
  Value key = evaluate(evaluation, node->parts[1]);
  Arena *scratch = evaluation->scope->scratch;
  if (container->kind == NODE_DATUM) {
    Str key_text = text_of(scratch, key);
    const Table *table = evaluation->scope->table;
    return field(evaluation, key_text,
                 table ? table_find_index(table, key_text) : -1);
  }
  Value object = evaluate(evaluation, container);
  if (is_nothing(object)) return nothing_inside(evaluation, container, object);
  if (key.kind == VALUE_NUMBER && object.kind != VALUE_OBJECT)
    return item_at(object, key.number);
  return eval_member(object, text_of(scratch, key));
}

static Value *all_parts(Evaluation *evaluation, const Node *node) {
  Value *values = arena_array(evaluation->scope->scratch, Value, node->count);
  for (int i = 0; i < node->count; i++)
    values[i] = evaluate(evaluation, node->parts[i]);
  return values;
}

static Value unknown_function(Evaluation *evaluation, const Node *node) {
  Arena *scratch = evaluation->scope->scratch;
  Str message =
      str_format(scratch, "no function is called '%.*s'", STR(node->name));
  int count;
  const char *const *names = function_names(scratch, &count);
  if (record(evaluation, node, DIAG_EXPR_FUNCTION, message))
    diag_hint_nearest(evaluation->diags, node->name, names, count);
  return (Value){0};
}

enum { FEW = 8 }; /* arguments that need no allocation */

static Value call(Evaluation *evaluation, const Node *node) {
  const ExprScope *scope = evaluation->scope;
  Value few[FEW], *arguments = few, result = {0};
  if (node->count > FEW)
    arguments = all_parts(evaluation, node);
  else
    for (int i = 0; i < node->count; i++)
      few[i] = evaluate(evaluation, node->parts[i]);
  if (node->function) {
    Call made = {.arguments = arguments,
                 .count = node->count,
                 .scratch = scope->scratch,
                 .locale = locale_or_english(scope->locale),
                 .function = node->function,
                 .evaluation = evaluation,
                 .node = node};
    return node->function->call(&made);
  }
  if (scope->call &&
      scope->call(scope->owner, node->name, arguments, node->count, &result))
    return result;
  return unknown_function(evaluation, node);
}

static Value binary(Evaluation *evaluation, const Node *node) {
  Value a = evaluate(evaluation, node->parts[0]);
  Value b = evaluate(evaluation, node->parts[1]);
  if (node->operation == OPERATOR_ADD &&
      !eval_work(evaluation, node, a.len / 64 + b.len / 64))
    return (Value){0};
  return operator_binary(evaluation->scope->scratch, node->operation, a, b);
}

static Value array(Evaluation *evaluation, const Node *node) {
  return (Value){.kind = VALUE_ARRAY,
                 .len = node->count,
                 .items = all_parts(evaluation, node)};
}

static Value object(Evaluation *evaluation, const Node *node) {
  ValueMember *members =
      arena_array(evaluation->scope->scratch, ValueMember, node->count);
  int count = 0;
  for (int i = 0; i < node->count; i++) {
    int at = 0; /* a name given twice keeps its place, and the later value */
    while (at < count && !str_equal(members[at].name, node->names[i]))
      at++;
    members[at] =
        (ValueMember){node->names[i], evaluate(evaluation, node->parts[i])};
    if (at == count) count++;
  }
  return (Value){.kind = VALUE_OBJECT, .len = count, .members = members};
}

static Value evaluate(Evaluation *evaluation, const Node *node) {
  if (!eval_work(evaluation, node, 1)) return (Value){0};
  Value value;
  switch (node->kind) {
  case NODE_LITERAL:
    return node->value;
  case NODE_NAME:
    return name(evaluation, node);
  case NODE_DATUM:
    return datum(evaluation);
  case NODE_FIELD:
    return field(evaluation, node->name, node->column);
  case NODE_MEMBER:
    return member(evaluation, node);
  case NODE_INDEX:
    return index_member(evaluation, node);
  case NODE_CALL:
    return call(evaluation, node);
  case NODE_UNARY:
    value = evaluate(evaluation, node->parts[0]);
    return operator_unary(node->operation, value);
  case NODE_BINARY:
    return binary(evaluation, node);
  case NODE_AND:
    value = evaluate(evaluation, node->parts[0]);
    return value_to_boolean(value) ? evaluate(evaluation, node->parts[1])
                                   : value;
  case NODE_OR:
    value = evaluate(evaluation, node->parts[0]);
    return value_to_boolean(value) ? value
                                   : evaluate(evaluation, node->parts[1]);
  case NODE_CONDITION:
    value = evaluate(evaluation, node->parts[0]);
    return evaluate(evaluation, node->parts[value_to_boolean(value) ? 1 : 2]);
  case NODE_ARRAY:
    return array(evaluation, node);
  default:
    return object(evaluation, node);
  }
}

Value expr_eval(const Expr *expr, const ExprScope *scope, Diags *diags) {
  Evaluation evaluation = {.expr = expr, .scope = scope, .diags = diags};
  return evaluate(&evaluation, expr->root);
}

Value call_fault(Call *made, DiagCode code, const char *format, ...) {
  char text[300];
  va_list list;
  va_start(list, format);
  vsnprintf(text, sizeof text, format, list);
  va_end(list);
  return eval_fault(made->evaluation, made->node, code, str_from(text));
}

bool call_work(Call *made, double steps) {
  return eval_work(made->evaluation, made->node, steps);
}
