/* Cells of tables: made, indented, aligned by what they hold. */
#include "article/table_body.h"

#include <glib.h>

#include "article/table_rules.h"
#include "article/walk.h"

TableBody *table_body_new(Arena *report, int columns, int heads) {
  TableBody *body = arena_new(report, TableBody);
  body->column_count = columns;
  body->head_count = heads;
  body->columns = arena_array(report, TableColumn, columns);
  return body;
}

TableRow *table_body_add(Arena *report, TableBody *body) {
  TableRow *row = list_new(report, &body->rows);
  row->cells = arena_array(report, TableCell, body->column_count);
  return row;
}

void table_cell_set(Arena *report, TableCell *cell, Str text, Place place) {
  cell->place = place;
  if (text.len == 0) return;
  Inline run = {.kind = INLINE_TEXT, .text = text, .place = place};
  list_add(report, &cell->inlines, run);
}

/* -- What a column holds -- */

typedef enum CellKind {
  CELL_EMPTY, /* or a dash that says so */
  CELL_NUMBER,
  CELL_COUNTED, /* digits with a counter: 16위 */
  CELL_TEXT
} CellKind;

int table_number_length(Str text) {
  int at = 0, digits = 0;
  static const char *const signs[] = {"-", "+", "−", "△", "▲", "▼"};
  for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
    if (str_starts(text, str_from(signs[i]))) {
      at = str_from(signs[i]).len;
      break;
    }
  for (; at < text.len; at++) {
    char c = text.text[at];
    if (g_ascii_isdigit(c))
      digits++;
    else if ((c != ',' && c != '.') || digits == 0)
      break;
  }
  return digits ? at : 0;
}

static bool is_dash(Str text) {
  return text.len == 0 || str_is(text, "-") || str_is(text, "–") ||
         str_is(text, "—") || str_is(text, "…");
}

static CellKind cell_kind(Str text, Str *suffix) {
  text = str_trim(text);
  if (is_dash(text)) return CELL_EMPTY;
  int length = table_number_length(text);
  if (length == 0) return CELL_TEXT;
  *suffix = str_trim(str_slice(text, length, text.len));
  return suffix->len ? CELL_COUNTED : CELL_NUMBER;
}

static CellAlign column_align(Arena *scratch, const TableBody *body,
                              int column) {
  enum { LONGEST_COUNTER = 3 }; /* 위, 점, 만 명; not 시간 32분 */
  int numbers = 0, counted = 0;
  for (int i = body->head_count; i < body->rows.count; i++) {
    const TableCell *cell = &body->rows.items[i].cells[column];
    if (cell->is_covered) continue;
    Str suffix = {0};
    switch (cell_kind(inlines_plain(scratch, &cell->inlines), &suffix)) {
    case CELL_EMPTY:
      break;
    case CELL_NUMBER:
      numbers++;
      break;
    case CELL_COUNTED:
      counted++;
      if (str_length(suffix) > LONGEST_COUNTER) return ALIGN_LEFT;
      break;
    case CELL_TEXT:
      return ALIGN_LEFT;
    }
  }
  if (counted) return ALIGN_RIGHT;
  return numbers ? ALIGN_DECIMAL : ALIGN_LEFT;
}

/* -- Indents -- */

static void indent_cell(TableCell *cell) {
  if (cell->inlines.count == 0) return;
  Inline *first = &cell->inlines.items[0];
  if (first->kind != INLINE_TEXT) return;
  while (str_starts(first->text, S("\u2002"))) {
    first->text = str_slice(first->text, 3, first->text.len);
    cell->indent++;
  }
}

static void align_body(TableBody *body) {
  for (int i = 0; i < body->rows.count; i++)
    for (int k = 0; k < body->column_count; k++)
      indent_cell(&body->rows.items[i].cells[k]);
  for (int k = 0; k < body->column_count; k++) {
    TableColumn *column = &body->columns[k];
    if (column->align != ALIGN_DEFAULT) continue;
    Arena scratch = {0};
    column->align = column_align(&scratch, body, k);
    arena_clear(&scratch);
  }
}

static void finish_block(void *owner, Block *block) {
  const Reading *reading = owner;
  if (!block->table) return;
  table_join(reading, block->table);
  align_body(block->table);
  table_shade(reading, block->table);
}

void tables_finish(const Reading *reading) {
  article_walk(reading->article, finish_block, (void *)reading);
}
