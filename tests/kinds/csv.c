/* A table in; its columns with their types and values, and the places of a few
 * cells out. The first line says how the rest is to be read: "csv", "json",
 * "ndjson", "dsv ;", then "as-text" to leave cells text, "chart" for warnings
 * instead of errors, "place ROW COLUMN", "parse JSON". */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "cases.h"
#include "table/table.h"

typedef struct CsvCase {
  DataFormat format;
  bool as_text, in_chart;
  int row;
  Str column;
} CsvCase;

static Str next_word(Str *line) {
  *line = str_trim(*line);
  int space = str_find_char(*line, ' ');
  Str word = str_slice(*line, 0, space < 0 ? line->len : space);
  *line = str_slice(*line, word.len, line->len);
  return word;
}

static CsvCase read_head(Arena *arena, Str line) {
  CsvCase head = {.row = -1};
  head.format.type = next_word(&line);
  if (str_is(head.format.type, "dsv")) head.format.delimiter = next_word(&line);
  for (Str word = next_word(&line); word.len; word = next_word(&line)) {
    if (str_is(word, "as-text")) head.as_text = true;
    if (str_is(word, "chart")) head.in_chart = true;
    if (str_is(word, "property")) head.format.property = next_word(&line);
    if (str_is(word, "place")) {
      head.row = atoi(str_c(arena, next_word(&line)));
      head.column = next_word(&line);
    }
    if (!str_is(word, "parse")) continue;
    json_t *parse = json_loads(str_c(arena, line), JSON_DECODE_ANY, NULL);
    arena_defer(arena, (void (*)(void *))json_decref, parse);
    head.format.parse = parse;
    break;
  }
  return head;
}

static void add_value(StrBuf *output, Value value) {
  if (value.kind == VALUE_STRING) {
    strbuf_addf(output, "'%.*s'", value.len, value.text);
    return;
  }
  if (value.kind == VALUE_TIME) strbuf_add_c(output, "@");
  Value shown = value.kind == VALUE_TIME ? value_number(value.number) : value;
  if (value.kind < VALUE_ARRAY) {
    strbuf_add(output, value_to_str(output->arena, shown));
    return;
  }
  json_t *json = value_to_json(value);
  char *text = json_dumps(json, JSON_COMPACT);
  strbuf_add_c(output, text);
  free(text);
  json_decref(json);
}

static void add_table(StrBuf *output, const Table *table) {
  for (int i = 0; i < table->columns.count; i++) {
    strbuf_addf(output, "%.*s:", STR(table->columns.items[i].name));
    for (int row = 0; row < table->row_count; row++) {
      strbuf_add_c(output, " ");
      add_value(output, table_cell(table, i, row));
    }
    strbuf_add_c(output, "\n");
  }
}

static Str write_input(Arena *arena, Str text) {
  char *path = NULL;
  int file = g_file_open_tmp(NULL, &path, NULL);
  bool written = file >= 0 &&
                 write(file, text.text, (size_t)text.len) == (ssize_t)text.len;
  if (file >= 0) close(file);
  Str copy = written ? str_copy(arena, str_from(path)) : (Str){"", 0};
  g_free(path);
  return copy;
}

void case_csv(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)path;
  int line = str_find_char(input, '\n');
  CsvCase head = read_head(arena, str_slice(input, 0, line));
  Str file = write_input(arena, str_slice(input, line + 1, input.len));
  Diags diags = {.arena = arena, .strict_data = !head.in_chart};
  Table *table = table_load(arena, file, &head.format, (Place){0}, &diags);
  if (table && !head.as_text) table_infer(arena, table, &head.format, &diags);
  if (table) add_table(output, table);
  if (table && head.row >= 0) {
    Place place = table_place(table, head.row, head.column);
    LineColumn at = source_position(place.source, place.offset);
    strbuf_addf(output, "%d:%d '%.*s'\n", at.line, at.column, place.length,
                place.source->text.text + place.offset);
  }
  case_add_diags(output, &diags);
  unlink(file.text);
}
