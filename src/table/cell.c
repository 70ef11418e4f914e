/* The grammar of RFC 4180, one cell at a time: quotes, doubled quotes, and
 * lines that end in CR, LF or both. */
#include <string.h>

#include "table/csv.h"

CellReader cell_reader(Str text, Str delimiter, int at) {
  CellReader reader = {.text = text, .delimiter = delimiter, .at = at};
  reader.ends_cell['\n'] = reader.ends_cell['\r'] = true;
  reader.ends_cell[(unsigned char)delimiter.text[0]] = true;
  return reader;
}

static bool at_delimiter(const CellReader *reader) {
  Str mark = reader->delimiter;
  const char *here = reader->text.text + reader->at;
  if (reader->at >= reader->text.len || *here != mark.text[0]) return false;
  return mark.len == 1 ||
         str_starts(str_slice(reader->text, reader->at, reader->text.len),
                    mark);
}

static bool at_row_end(const CellReader *reader) {
  if (reader->at >= reader->text.len) return true;
  char c = reader->text.text[reader->at];
  return c == '\n' || c == '\r';
}

static void pass_line_break(CellReader *reader) {
  const char *text = reader->text.text;
  if (reader->at >= reader->text.len) return;
  bool carriage_return = text[reader->at++] == '\r';
  if (carriage_return && reader->at < reader->text.len &&
      text[reader->at] == '\n')
    reader->at++;
}

/* Moves past what ends the cell at which reading stands. */
static CellEnd pass_end(CellReader *reader) {
  if (at_delimiter(reader)) {
    reader->at += reader->delimiter.len;
    return CELL_DELIMITER;
  }
  pass_line_break(reader);
  return CELL_ROW_END;
}

static void pass_plain(CellReader *reader) {
  const unsigned char *text = (const unsigned char *)reader->text.text;
  int at = reader->at, end = reader->text.len;
  for (;; at++) {
    while (at < end && !reader->ends_cell[text[at]])
      at++;
    reader->at = at;
    if (at_row_end(reader) || at_delimiter(reader)) return;
  }
}

/* Text between quotes with the doubled ones made one. */
static Str undouble(Arena *arena, Str inside) {
  char *copy = arena_alloc(arena, (size_t)inside.len + 1);
  int len = 0;
  for (int i = 0; i < inside.len; i++) {
    copy[len++] = inside.text[i];
    if (inside.text[i] == '"') i++;
  }
  return (Str){copy, len};
}

static CellEnd read_quoted(CellReader *reader, Arena *arena, Str *cell) {
  const char *text = reader->text.text;
  int start = ++reader->at, end = reader->text.len;
  bool doubled = false;
  for (;;) {
    const char *quote =
        memchr(text + reader->at, '"', (size_t)(end - reader->at));
    if (!quote) return CELL_UNCLOSED;
    reader->at = (int)(quote - text) + 1;
    if (reader->at >= end || text[reader->at] != '"') break;
    doubled = true;
    reader->at++;
  }
  *cell = str_slice(reader->text, start, reader->at - 1);
  if (doubled) *cell = undouble(arena, *cell);
  if (at_row_end(reader) || at_delimiter(reader)) return pass_end(reader);
  return CELL_STRAY;
}

CellEnd cell_read(CellReader *reader, Arena *arena, Str *cell, int *start) {
  *start = reader->at;
  if (reader->at < reader->text.len && reader->text.text[reader->at] == '"')
    return read_quoted(reader, arena, cell);
  pass_plain(reader);
  *cell = str_slice(reader->text, *start, reader->at);
  return pass_end(reader);
}

void cell_skip_row(CellReader *reader) {
  while (!at_row_end(reader))
    reader->at++;
  pass_line_break(reader);
}
