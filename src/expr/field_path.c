/* Vega's field paths: a, a.b, a[0].b, a['b.c'], a\.b. */
#include "expr/eval.h"
#include "expr/functions.h"

static bool is_closing_quote(Str path, int at, char quote) {
  return path.text[at] == quote && at + 1 < path.len &&
         path.text[at + 1] == ']';
}

/* The next name of the path from *at on, which moves past it. */
static Str next_name(Arena *scratch, Str path, int *at) {
  StrBuf name = {.arena = scratch};
  int i = *at;
  bool bracket = i < path.len && path.text[i] == '[';
  char quote = 0;
  if (bracket) i++;
  if (bracket && i < path.len && (path.text[i] == '\'' || path.text[i] == '"'))
    quote = path.text[i++];
  for (; i < path.len; i++) {
    char c = path.text[i];
    if (c == '\\' && i + 1 < path.len) {
      strbuf_add(&name, str_slice(path, i + 1, i + 2));
      i++;
      continue;
    }
    if (quote     ? is_closing_quote(path, i, quote)
        : bracket ? c == ']'
                  : c == '.' || c == '[')
      break;
    strbuf_add(&name, str_slice(path, i, i + 1));
  }
  if (quote && i < path.len) i++;
  if (bracket && i < path.len) i++;
  if (i < path.len && path.text[i] == '.') i++;
  *at = i;
  return strbuf_str(&name);
}

static Value walk(Arena *scratch, Value value, Str path, int at) {
  while (at < path.len && value.kind != VALUE_UNDEFINED) {
    Str name = next_name(scratch, path, &at);
    value = eval_member(value, name);
  }
  return value;
}

Value value_path(Arena *scratch, Value object, Str path) {
  return walk(scratch, object, path, 0);
}

/* A name without any of the path's signs, which needs no copy. */
static bool is_plain(Str path) {
  for (int i = 0; i < path.len; i++)
    if (path.text[i] == '.' || path.text[i] == '[' || path.text[i] == '\\')
      return false;
  return true;
}

Value field_value(Arena *scratch, const Table *table, int row, Str path) {
  int at = is_plain(path) ? path.len : 0;
  Str name = at ? path : next_name(scratch, path, &at);
  int column = table_find_index(table, name);
  if (column < 0) return (Value){0};
  return walk(scratch, table_cell(table, column, row), path, at);
}
