/* {"values", "transform", "times"?, "tables"?} in; the rows that come out, as
 * CSV. Columns named in "times" hold moments; a lookup's {"name"} is one of
 * "tables". */
#include <stdlib.h>

#include "base/tree.h"
#include "cases.h"
#include "chart/transform/transform.h"

typedef struct Tables {
  Arena *arena;
  const json_t *tables;
} Tables;

static const Table *find_data(void *owner, const json_t *data) {
  const Tables *tables = owner;
  const char *name = json_string_value(json_object_get(data, "name"));
  const json_t *rows = name ? json_object_get(tables->tables, name)
                            : json_object_get(data, "values");
  return table_from_json(tables->arena, rows);
}

/* {"param": "chosen"} is a selection that holds nothing. */
static bool find_name(void *owner, Str name, Value *value) {
  (void)owner;
  *value = value_number(3);
  return str_is(name, "three");
}

static void read_times(const Table *table, const json_t *names) {
  size_t i;
  const json_t *name;
  json_array_foreach(names, i, name) {
    const Column *column = table_find(table, json_str(name));
    for (int row = 0; column && row < table->row_count; row++) {
      double moment;
      Value *cell = &column->cells[row];
      if (cell->kind == VALUE_STRING && parse_date(value_text(cell), &moment))
        *cell = value_time(moment);
    }
  }
}

static void add_cell(Arena *arena, StrBuf *output, Value value) {
  if (value.kind == VALUE_UNDEFINED) {
    strbuf_add_c(output, "-");
  } else if (value.kind == VALUE_TIME) {
    strbuf_add(output, format_time(arena, S("%Y-%m-%dT%H:%M:%S"), value.number,
                                   &locale_english));
  } else if (value.kind == VALUE_NUMBER) {
    double rounded = value.number;
    Str text;
    if (format_number(arena, S(".10~g"), rounded, &locale_english, &text))
      strbuf_add(output, text);
  } else if (value.kind == VALUE_STRING) {
    strbuf_add(output, value_text(&value));
  } else {
    json_t *json = value_to_json(value);
    char *text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY |
                                      JSON_REAL_PRECISION(10));
    strbuf_add_c(output, text);
    free(text);
    json_decref(json);
  }
}

static void add_table(Arena *arena, StrBuf *output, const Table *table) {
  int columns = table->columns.count;
  for (int i = 0; i < columns; i++)
    strbuf_addf(output, "%s%.*s", i ? "," : "",
                STR(table->columns.items[i].name));
  strbuf_add_c(output, "\n");
  for (int row = 0; row < table->row_count; row++) {
    for (int i = 0; i < columns; i++) {
      if (i) strbuf_add_c(output, ",");
      add_cell(arena, output, table->columns.items[i].cells[row]);
    }
    strbuf_add_c(output, "\n");
  }
}

static void run(Arena *arena, const Tree *tree, Diags *diags, StrBuf *output) {
  const json_t *root = tree->root;
  Tables tables = {arena, json_object_get(root, "tables")};
  ExprScope scope = {.find_name = find_name};
  TransformContext context = {.chart = arena,
                              .diags = diags,
                              .tree = tree,
                              .scope = &scope,
                              .find_data = find_data,
                              .owner = &tables};
  const Table *table = table_from_json(arena, json_object_get(root, "values"));
  read_times(table, json_object_get(root, "times"));
  size_t i;
  const json_t *entry;
  json_array_foreach(
      json_object_get(root, "transform"), i,
      entry) if (!transform_apply(&context, entry, &table)) return;
  add_table(arena, output, table);
}

void case_transform(Arena *arena, Str path, Str input, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path, str_copy(arena, input)};
  Diags diags = {.arena = arena};
  Tree *tree = tree_read_json(arena, place_whole(source), &diags);
  if (tree) run(arena, tree, &diags, output);
  case_add_diags(output, &diags);
}
