/* Columns of equal length. */
#include "table/table.h"

#include <assert.h>
#include <string.h>

#include "table/places.h"

Table *table_new(Arena *arena, int row_count) {
  assert(row_count >= 0);
  Table *table = arena_new(arena, Table);
  table->row_count = row_count;
  return table;
}

Column *table_add(Arena *arena, Table *table, Str name) {
  Column *column = list_new(arena, &table->columns);
  column->name = name;
  column->cells = arena_array(arena, Value, table->row_count);
  return column;
}

int table_find_index(const Table *table, Str name) {
  for (int i = 0; i < table->columns.count; i++)
    if (str_equal(table->columns.items[i].name, name)) return i;
  return -1;
}

const Column *table_find(const Table *table, Str name) {
  int index = table_find_index(table, name);
  return index < 0 ? NULL : &table->columns.items[index];
}

Value table_cell(const Table *table, int column, int row) {
  assert(0 <= column && column < table->columns.count);
  assert(0 <= row && row < table->row_count);
  return table->columns.items[column].cells[row];
}

const char *const *table_names(Arena *arena, const Table *table) {
  const char **names = arena_array(arena, const char *, table->columns.count);
  for (int i = 0; i < table->columns.count; i++)
    names[i] = str_c(arena, table->columns.items[i].name);
  return names;
}

Table *table_rows(Arena *arena, const Table *table, const int *rows,
                  int count) {
  Table *chosen = table_new(arena, count);
  for (int i = 0; i < table->columns.count; i++) {
    const Column *from = &table->columns.items[i];
    Column *to = table_add(arena, chosen, from->name);
    for (int row = 0; row < count; row++)
      to->cells[row] = from->cells[rows[row]];
  }
  chosen->source = table->source;
  chosen->delimiter = table->delimiter;
  if (!table->row_offsets) return chosen;
  chosen->row_offsets = arena_array(arena, int, count);
  for (int row = 0; row < count; row++)
    chosen->row_offsets[row] = table->row_offsets[rows[row]];
  return chosen;
}

Place table_place(const Table *table, int row, Str column) {
  if (!table->source) return (Place){0};
  if (!table->row_offsets || row < 0 || row >= table->row_count)
    return place_whole(table->source);
  int offset = table->row_offsets[row];
  if (!table->delimiter.len)
    return json_place_cell(table->source, offset, column);
  return csv_place_cell(table, offset, column);
}

const Table *table_set_find(const TableSet *set, Str name) {
  for (int i = 0; i < set->list.count; i++)
    if (str_equal(set->list.items[i].name, name))
      return set->list.items[i].table;
  return NULL;
}

Value table_row_object(Arena *arena, const Table *table, int row) {
  ValueMember *members = arena_array(arena, ValueMember, table->columns.count);
  int count = 0;
  for (int i = 0; i < table->columns.count; i++) {
    Value cell = table_cell(table, i, row);
    if (cell.kind == VALUE_UNDEFINED) continue;
    members[count++] = (ValueMember){table->columns.items[i].name, cell};
  }
  return (Value){.kind = VALUE_OBJECT, .len = count, .members = members};
}
