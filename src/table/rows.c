/* Rows come as objects; columns grow by doubling. Most rows name the same
 * members in the same order, so the column after the last one is tried first.
 */
#include "table/rows.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

#include "base/limits.h"

enum { MOST_CELLS = 1 << 30 }; /* room for, in all columns together */

struct RowNames {
  GHashTable *index; /* name -> column + 1 */
};

static void release_names(void *index) {
  g_hash_table_destroy(index);
}

static GHashTable *name_index(Rows *rows) {
  if (!rows->names) {
    rows->names = arena_new(rows->arena, struct RowNames);
    rows->names->index = g_hash_table_new(g_str_hash, g_str_equal);
    arena_defer(rows->arena, release_names, rows->names->index);
  }
  return rows->names->index;
}

static bool make_room(Rows *rows) {
  if (rows->count < rows->capacity) return true;
  int capacity = rows->capacity ? 2 * rows->capacity : 64;
  if (rows->count >= LIMIT_TABLE_ROWS ||
      (rows->columns.count && capacity > MOST_CELLS / rows->columns.count))
    return false;
  for (int i = 0; i < rows->columns.count; i++) {
    Column *column = &rows->columns.items[i];
    column->cells = arena_resize(rows->arena, column->cells,
                                 (size_t)rows->capacity * sizeof(Value),
                                 (size_t)capacity * sizeof(Value));
  }
  rows->capacity = capacity;
  return true;
}

static int add_column(Rows *rows, const char *name) {
  if (rows->columns.count >= LIMIT_TABLE_COLUMNS ||
      rows->capacity > MOST_CELLS / (rows->columns.count + 1))
    return -1;
  Column *column = list_new(rows->arena, &rows->columns);
  column->name = str_copy(rows->arena, str_from(name));
  column->cells = arena_array(rows->arena, Value, rows->capacity);
  g_hash_table_insert(name_index(rows), (char *)column->name.text,
                      GINT_TO_POINTER(rows->columns.count));
  return rows->columns.count - 1;
}

static int column_of(Rows *rows, const char *name, int guess) {
  if (guess < rows->columns.count &&
      !strcmp(rows->columns.items[guess].name.text, name))
    return guess;
  int found = GPOINTER_TO_INT(g_hash_table_lookup(name_index(rows), name));
  return found ? found - 1 : add_column(rows, name);
}

static bool add_cell(Rows *rows, int column, const json_t *value) {
  if (column < 0) return false;
  rows->columns.items[column].cells[rows->count] =
      value_from_json(rows->arena, value);
  return true;
}

bool rows_add(Rows *rows, const json_t *row) {
  if (!make_room(rows)) return false;
  if (!json_is_object(row)) {
    if (!add_cell(rows, column_of(rows, "data", 0), row)) return false;
    rows->count++;
    return true;
  }
  const char *name;
  json_t *value;
  int column = -1;
  json_object_foreach((json_t *)row, name, value) {
    column = column_of(rows, name, column + 1);
    if (!add_cell(rows, column, value)) return false;
  }
  rows->count++;
  return true;
}

Table *rows_table(Rows *rows) {
  Table *table = table_new(rows->arena, rows->count);
  for (int i = 0; i < rows->columns.count; i++)
    list_add(rows->arena, &table->columns, rows->columns.items[i]);
  return table;
}

Table *table_from_json(Arena *arena, const json_t *json) {
  Rows rows = {.arena = arena};
  if (!json_is_array(json)) {
    if (json) rows_add(&rows, json);
    return rows_table(&rows);
  }
  size_t i;
  json_t *row;
  json_array_foreach(json, i, row) {
    bool added = rows_add(&rows, row);
    assert(added); /* a tree has at most LIMIT_TREE_NODES */
    (void)added;
  }
  return rows_table(&rows);
}
