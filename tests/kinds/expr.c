/* Expressions, one a line, in; their values out. A line "datum JSON" sets the
 * row; "params JSON" the global names. */
#include <stdlib.h>

#include "base/number.h"
#include "cases.h"
#include "expr/expr.h"

typedef struct ExprCase {
  Arena *arena;
  Value datum, params;
  StrBuf *output;
} ExprCase;

static bool find_param(void *owner, Str name, Value *value) {
  const ExprCase *run = owner;
  const Value *found = value_member(run->params, name);
  if (found) *value = *found;
  return found != NULL;
}

static void add_value(StrBuf *output, Value value) {
  if (value.kind == VALUE_STRING) {
    strbuf_addf(output, "'%.*s'", value.len, value.text);
  } else if (value.kind == VALUE_TIME) {
    strbuf_addf(output, "@%.*s", STR(number_text(output->arena, value.number)));
  } else if (value.kind == VALUE_ARRAY) {
    strbuf_add_c(output, "[");
    for (int i = 0; i < value.len; i++) {
      if (i) strbuf_add_c(output, ", ");
      add_value(output, value.items[i]);
    }
    strbuf_add_c(output, "]");
  } else if (value.kind == VALUE_OBJECT) {
    strbuf_add_c(output, "{");
    for (int i = 0; i < value.len; i++) {
      strbuf_addf(output, "%s%.*s: ", i ? ", " : "",
                  STR(value.members[i].name));
      add_value(output, value.members[i].value);
    }
    strbuf_add_c(output, "}");
  } else {
    strbuf_add(output, value_to_str(output->arena, value));
  }
}

static Value read_json(ExprCase *run, Str text) {
  json_t *json = json_loadb(text.text, (size_t)text.len, JSON_DECODE_ANY, NULL);
  Value value = value_from_json(run->arena, json);
  json_decref(json);
  return value;
}

static void run_line(ExprCase *run, Str line) {
  if (str_starts(line, S("datum {"))) {
    run->datum = read_json(run, str_slice(line, 6, line.len));
    return;
  }
  if (str_starts(line, S("params {"))) {
    run->params = read_json(run, str_slice(line, 7, line.len));
    return;
  }
  Diags diags = {.arena = run->arena, .strict_data = true};
  Source *source = arena_new(run->arena, Source);
  *source = (Source){S("case"), line};
  const Expr *expr =
      expr_parse(run->arena, line, place_at(source, 0, line.len), &diags);
  strbuf_addf(run->output, "%.*s\n", STR(line));
  if (expr) {
    ExprScope scope = {.scratch = run->arena,
                       .datum = run->datum,
                       .find_name = find_param,
                       .owner = run};
    Value value = expr_eval(expr, &scope, &diags);
    strbuf_add_c(run->output, "  = ");
    add_value(run->output, value);
    strbuf_add_c(run->output, "\n");
  }
  case_add_diags(run->output, &diags);
}

void case_expr(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)path;
  ExprCase run = {.arena = arena, .output = output};
  run.datum = (Value){.kind = VALUE_OBJECT};
  while (input.len) {
    int end = str_find_char(input, '\n');
    if (end < 0) end = input.len;
    if (end) run_line(&run, str_slice(input, 0, end));
    input = str_slice(input, end < input.len ? end + 1 : end, input.len);
  }
}
