/* JSON -> table. Rows are read one by one, so that each knows its place and a
 * big file never stands in memory twice. */
#include <glib.h>
#include <string.h>

#include "base/limits.h"
#include "base/tree.h"
#include "table/json.h"
#include "table/places.h"
#include "table/rows.h"

enum { MOST_FAULTS = 20 }; /* told of one file of lines */

typedef struct JsonReading {
  Arena *arena;
  const Source *source;
  Diags *diags;
  Rows rows;
  List(int) offsets;
  int at, end; /* values are read up to here */
} JsonReading;

static void skip_space(JsonReading *reading) {
  Str text = reading->source->text;
  while (reading->at < text.len && strchr(" \t\r\n", text.text[reading->at]) &&
         text.text[reading->at])
    reading->at++;
}

static bool take(JsonReading *reading, char c) {
  skip_space(reading);
  Str text = reading->source->text;
  if (reading->at >= text.len || text.text[reading->at] != c) return false;
  reading->at++;
  return true;
}

static bool syntax_error(JsonReading *reading, int offset, const char *what) {
  return diag(reading->diags, DIAG_TREE_SYNTAX,
              place_at(reading->source, offset, 1), "%s", what);
}

/* One value, at which reading stands, as the next row. */
static bool read_row(JsonReading *reading, json_t **value) {
  skip_space(reading);
  Str rest =
      str_slice(reading->source->text, reading->at, reading->source->text.len);
  json_error_t error;
  *value = json_loadb(rest.text, (size_t)rest.len,
                      JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY |
                          JSON_REJECT_DUPLICATES,
                      &error);
  int stop = reading->at + error.position;
  if (!*value)
    return syntax_error(reading, MIN(stop, reading->end), error.text);
  list_add(reading->arena, &reading->offsets, reading->at);
  reading->at = MIN(stop, reading->end);
  return true;
}

static bool add_row(JsonReading *reading, json_t *value) {
  bool added = rows_add(&reading->rows, value);
  json_decref(value);
  if (added) return true;
  return diag(reading->diags, DIAG_TABLE_LIMIT,
              place_at(reading->source, *list_last(&reading->offsets), 1),
              "more than the limit of %d rows or %d columns", LIMIT_TABLE_ROWS,
              LIMIT_TABLE_COLUMNS);
}

static bool read_array(JsonReading *reading) {
  if (take(reading, ']')) return true;
  do {
    json_t *value;
    if (!read_row(reading, &value) || !add_row(reading, value)) return false;
  } while (take(reading, ','));
  return take(reading, ']') ||
         syntax_error(reading, reading->at, "here ',' or ']' was expected");
}

/* An object is one row; anything else is none. */
static bool read_single(JsonReading *reading) {
  json_t *value;
  if (!read_row(reading, &value)) return false;
  if (json_is_object(value)) return add_row(reading, value);
  json_decref(value);
  diag(reading->diags, DIAG_TABLE_ROWS,
       place_at(reading->source, *list_last(&reading->offsets), 1),
       "rows are an array of objects");
  return false;
}

static Table *finish(JsonReading *reading) {
  Table *table = rows_table(&reading->rows);
  table->source = reading->source;
  table->row_offsets = reading->offsets.items;
  return table;
}

static JsonReading start(Arena *arena, const Source *source, Diags *diags) {
  return (JsonReading){.arena = arena,
                       .source = source,
                       .diags = diags,
                       .rows = {.arena = arena},
                       .end = source->text.len};
}

static Table *read_whole(Arena *arena, const Source *source, Diags *diags) {
  JsonReading reading = start(arena, source, diags);
  bool done =
      take(&reading, '[') ? read_array(&reading) : read_single(&reading);
  skip_space(&reading);
  if (done && reading.at < source->text.len)
    done = syntax_error(&reading, reading.at, "the text should end here");
  Table *table = finish(&reading);
  return done ? table : NULL;
}

/* The next name of a property path "a.b", moving `path` on. */
static Str next_name(Str *path) {
  int dot = str_find_char(*path, '.');
  Str name = str_slice(*path, 0, dot < 0 ? path->len : dot);
  *path = str_slice(*path, dot < 0 ? path->len : dot + 1, path->len);
  return name;
}

static const json_t *find_property(Arena *arena, const Tree *tree, Str path,
                                   Diags *diags) {
  const json_t *value = tree->root, *parent = value;
  while (path.len) {
    const char *name = str_c(arena, next_name(&path));
    parent = value;
    value = json_object_get(parent, name);
    if (value) continue;
    diag(diags, DIAG_TABLE_ROWS, tree_place_of(tree, parent),
         "there is no property '%s' here", name);
    return NULL;
  }
  if (json_is_array(value) || json_is_object(value)) return value;
  diag(diags, DIAG_TABLE_ROWS, tree_place_of(tree, parent),
       "this property is not an array of rows");
  return NULL;
}

static Table *read_property(Arena *arena, const Source *source, Str property,
                            Diags *diags) {
  Tree *tree = tree_read_json(arena, place_whole(source), diags);
  if (!tree) return NULL;
  const json_t *rows = find_property(arena, tree, property, diags);
  if (!rows) return NULL;
  Table *table = table_from_json(arena, rows);
  table->source = source;
  if (!json_is_array(rows)) return table;
  table->row_offsets = arena_array(arena, int, table->row_count);
  for (int i = 0; i < table->row_count; i++)
    table->row_offsets[i] = tree_place_item(tree, rows, i).offset;
  return table;
}

Table *json_rows_read(Arena *arena, const Source *source, Str property,
                      Diags *diags) {
  if (property.len) return read_property(arena, source, property, diags);
  return read_whole(arena, source, diags);
}

/* The end of the line in which reading stands. */
static int line_end(const JsonReading *reading) {
  Str rest =
      str_slice(reading->source->text, reading->at, reading->source->text.len);
  int at = str_find_char(rest, '\n');
  return at < 0 ? reading->source->text.len : reading->at + at;
}

/* One line as a row; nothing else may follow its value. */
static bool read_line(JsonReading *reading) {
  json_t *value;
  reading->end = line_end(reading);
  if (!read_row(reading, &value)) return false;
  Str rest = str_slice(reading->source->text, reading->at, reading->end);
  if (!str_trim(rest).len) return add_row(reading, value);
  json_decref(value);
  return syntax_error(reading, reading->at, "the line should end here");
}

Table *ndjson_read(Arena *arena, const Source *source, Diags *diags) {
  JsonReading reading = start(arena, source, diags);
  int faults = 0;
  skip_space(&reading);
  while (reading.at < source->text.len && faults < MOST_FAULTS) {
    faults += !read_line(&reading);
    reading.at = reading.end;
    skip_space(&reading);
  }
  Table *table = finish(&reading);
  return faults ? NULL : table;
}
