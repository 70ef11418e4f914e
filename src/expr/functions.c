/* The tables of functions as one; arguments of a call. */
#include "expr/functions.h"

#include <math.h>

#include "expr/regexp.h"

static const FunctionTable *const tables[] = {
    &math_functions,   &statistics_functions, &type_functions,
    &string_functions, &array_functions,      &date_functions,
    &format_functions, &color_functions,
};

enum { TABLE_COUNT = sizeof tables / sizeof *tables };

const ExprFunction *function_find(Str name) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (int i = 0; i < tables[t]->count; i++)
      if (str_is(name, tables[t]->functions[i].name))
        return &tables[t]->functions[i];
  return NULL;
}

const char *const *function_names(Arena *arena, int *count) {
  int total = 0;
  for (int t = 0; t < TABLE_COUNT; t++)
    total += tables[t]->count;
  const char **names = arena_array(arena, const char *, total);
  *count = 0;
  for (int t = 0; t < TABLE_COUNT; t++)
    for (int i = 0; i < tables[t]->count; i++)
      names[(*count)++] = tables[t]->functions[i].name;
  return names;
}

Value call_argument(const Call *call, int i) {
  return i < call->count ? call->arguments[i] : (Value){0};
}

bool call_has(const Call *call, int i) {
  return call_argument(call, i).kind != VALUE_UNDEFINED;
}

double call_number(const Call *call, int i) {
  return value_to_number(call_argument(call, i));
}

Str text_of(Arena *scratch, Value value) {
  Str css;
  bool may_be_color = value.kind == VALUE_OBJECT && value.len == 4;
  if (may_be_color && value_color(scratch, value, &css)) return css;
  if (value.kind != VALUE_REGEXP) return value_to_str(scratch, value);
  const RegExp *regexp = value.regexp;
  return str_format(scratch, "/%.*s/%.*s", STR(regexp->source),
                    STR(regexp->flags));
}

Str call_text(const Call *call, int i) {
  return text_of(call->scratch, call_argument(call, i));
}

bool expr_has_function(Str name) {
  return function_find(name) != NULL;
}
