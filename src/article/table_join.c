/* Cells over several rows and columns, and rules between groups of rows. */
#include "article/fill.h"
#include "article/table_rules.h"

typedef struct Joining {
  const Reading *reading;
  TableBody *body;
  Arena scratch;
  int *owners; /* of each cell, the cell that it belongs to */
} Joining;

static TableCell *cell_at(const Joining *joining, int row, int column) {
  return &joining->body->rows.items[row].cells[column];
}

static Str cell_text(Joining *joining, int row, int column) {
  const InlineList *inlines = &cell_at(joining, row, column)->inlines;
  if (inlines->count == 1 && inlines->items[0].kind == INLINE_TEXT)
    return str_trim(inlines->items[0].text);
  return str_trim(inlines_plain(&joining->scratch, inlines));
}

/* -- Rules -- */

static bool is_rule(Joining *joining, int row) {
  for (int i = 0; i < joining->body->column_count; i++) {
    Str text = cell_text(joining, row, i);
    if (text.len < 3) return false;
    for (int k = 0; k < text.len; k++)
      if (text.text[k] != '-') return false;
  }
  return joining->body->column_count > 0;
}

/* Takes rows of --- out; the rows above them end groups. */
static void take_rules(Joining *joining) {
  TableBody *body = joining->body;
  int kept = 0;
  for (int row = 0; row < body->rows.count; row++) {
    if (row >= body->head_count && is_rule(joining, row)) {
      if (kept) body->rows.items[kept - 1].is_group_end = true;
      continue;
    }
    body->rows.items[kept++] = body->rows.items[row];
  }
  body->rows.count = kept;
}

/* rules="열": a rule where what the column says changes; "all": everywhere. */
static void add_rules(Joining *joining) {
  TableBody *body = joining->body;
  const Attribute *rules = body->rules;
  if (!rules) return;
  Str text = str_trim(fill_text(joining->reading, rules->value));
  bool everywhere = str_is(text, "all");
  int column = everywhere ? 0
                          : table_column_named(joining->reading, body, text,
                                               rules->value);
  for (int row = body->head_count; column >= 0 && row + 1 < body->rows.count;
       row++) {
    Str next = cell_text(joining, row + 1, column);
    bool changes = !str_is(next, "^^") &&
                   !str_equal(cell_text(joining, row, column), next);
    if (everywhere || changes) body->rows.items[row].is_group_end = true;
  }
}

/* -- Joining -- */

/* Equal neighbours in a column become one cell; a cell goes on only where the
 * columns named before it go on. */
static void merge_columns(Joining *joining) {
  TableBody *body = joining->body;
  if (!body->merge) return;
  Str text = fill_text(joining->reading, body->merge->value), part;
  bool *ends = arena_array(&joining->scratch, bool, body->rows.count + 1);
  for (int at = 0; attribute_part(text, ',', &at, &part);) {
    int column =
        table_column_named(joining->reading, body, part,
                           attribute_part_place(body->merge, text, part));
    Str above = {0};
    for (int row = body->head_count; column >= 0 && row < body->rows.count;
         row++) {
      Str here = cell_text(joining, row, column);
      ends[row] |= row == body->head_count || !str_equal(here, above);
      above = here;
      if (ends[row] || !here.len) continue;
      TableCell *cell = cell_at(joining, row, column);
      cell->inlines = (InlineList){0};
      table_cell_set(joining->reading->report, cell, S("^^"), cell->place);
    }
  }
}

static bool is_joinable(const Joining *joining, int row, int other) {
  int heads = joining->body->head_count;
  return other >= 0 && (row < heads) == (other < heads);
}

/* The cell that the one at row and column belongs to. */
static int find_owner(Joining *joining, int row, int column) {
  int columns = joining->body->column_count, here = row * columns + column;
  Str text = cell_text(joining, row, column);
  bool is_left = str_is(text, "<<"), is_above = str_is(text, "^^");
  if (!is_left && !is_above) return here;
  if (is_left && column > 0) return joining->owners[here - 1];
  if (is_above && is_joinable(joining, row, row - 1))
    return joining->owners[here - columns];
  diag(joining->reading->diags, DIAG_ARTICLE_DIRECTIVE,
       cell_at(joining, row, column)->place,
       is_left ? "there is no cell at the left to join"
               : "there is no cell above to join");
  return here;
}

static void widen_owner(Joining *joining, int owner, int row, int column) {
  int columns = joining->body->column_count;
  int first_row = owner / columns, first_column = owner % columns;
  TableCell *cell = cell_at(joining, first_row, first_column);
  int rows = row - first_row + 1, across = column - first_column + 1;
  if (rows > cell->row_span) cell->row_span = rows;
  if (across > cell->column_span) cell->column_span = across;
}

/* The cells of a span belong to its owner, all of them. */
static void check_rectangle(Joining *joining, int owner) {
  int columns = joining->body->column_count;
  int row = owner / columns, column = owner % columns;
  TableCell *cell = cell_at(joining, row, column);
  for (int i = 0; i < cell->row_span; i++)
    for (int k = 0; k < cell->column_span; k++) {
      if (joining->owners[owner + i * columns + k] == owner) continue;
      diag(joining->reading->diags, DIAG_ARTICLE_DIRECTIVE, cell->place,
           "the cells that are joined here make no rectangle");
      cell->row_span = cell->column_span = 1;
      return;
    }
}

static void cover(Joining *joining, int owner) {
  int columns = joining->body->column_count;
  int row = owner / columns, column = owner % columns;
  const TableCell *cell = cell_at(joining, row, column);
  for (int i = 0; i < cell->row_span; i++)
    for (int k = 0; k < cell->column_span; k++)
      if (i || k) cell_at(joining, row + i, column + k)->is_covered = true;
}

static void join_cells(Joining *joining) {
  TableBody *body = joining->body;
  int columns = body->column_count, count = body->rows.count * columns;
  joining->owners = arena_array(&joining->scratch, int, count);
  bool *is_spanning = arena_array(&joining->scratch, bool, count);
  for (int i = 0; i < count; i++) {
    int owner = find_owner(joining, i / columns, i % columns);
    joining->owners[i] = owner;
    if (owner == i) continue;
    is_spanning[owner] = true;
    widen_owner(joining, owner, i / columns, i % columns);
  }
  for (int i = 0; i < count; i++)
    if (is_spanning[i]) {
      check_rectangle(joining, i);
      cover(joining, i);
    }
}

void table_join(const Reading *reading, TableBody *body) {
  Joining joining = {.reading = reading, .body = body};
  take_rules(&joining);
  add_rules(&joining);
  merge_columns(&joining);
  join_cells(&joining);
  for (int row = body->head_count; row < body->rows.count; row++)
    for (int i = 0; i < body->row_head_count; i++)
      body->rows.items[row].cells[i].is_head = true;
  arena_clear(&joining.scratch);
}
