/* Heads of tables: given anew, nested in groups, found by name. */
#include "article/inlines.h"
#include "article/table_rules.h"

enum { DEEPEST_HEADS = 6 };

/* One column's head: the names of its groups, and its own. */
typedef struct HeadPath {
  Str names[DEEPEST_HEADS];
  int depth;
} HeadPath;

static HeadPath read_path(Str part) {
  HeadPath path = {0};
  Str name;
  for (int at = 0; attribute_part(part, '>', &at, &name);)
    if (path.depth < DEEPEST_HEADS) path.names[path.depth++] = name;
  return path;
}

/* Whether two columns stand under the same group at a level. */
static bool shares_group(const HeadPath *a, const HeadPath *b, int level) {
  if (level >= a->depth - 1 || level >= b->depth - 1) return false;
  for (int i = 0; i <= level; i++)
    if (!str_equal(a->names[i], b->names[i])) return false;
  return true;
}

typedef struct HeadReading {
  const Reading *reading;
  const Attribute *header;
  Str text;
  HeadPath *paths; /* by column */
  TableBody *body;
} HeadReading;

/* A head that goes on from the left or from above is written as such cells
 * are, and joined with the others. */
static void set_head(const HeadReading *from, int row, int column) {
  Arena *report = from->reading->report;
  const HeadPath *path = &from->paths[column];
  TableCell *cell = &from->body->rows.items[row].cells[column];
  if (row >= path->depth) {
    table_cell_set(report, cell, S("^^"), from->header->place);
    return;
  }
  if (column && shares_group(&path[-1], path, row)) {
    table_cell_set(report, cell, S("<<"), from->header->place);
    return;
  }
  Place place =
      attribute_part_place(from->header, from->text, path->names[row]);
  cell->inlines = inlines_read_line(from->reading, place);
  cell->place = place;
}

static int read_paths(HeadReading *from) {
  Str part;
  int column = 0;
  for (int at = 0; attribute_part(from->text, '|', &at, &part); column++)
    if (column < from->body->column_count)
      from->paths[column] = read_path(part);
  return column;
}

/* `depth` empty head rows in place of those there are. */
static void replace_heads(Arena *report, TableBody *body, int depth) {
  TableBody old = *body;
  body->rows.items = NULL;
  body->rows.count = body->rows.capacity = 0;
  for (int i = 0; i < depth; i++)
    table_body_add(report, body);
  for (int i = old.head_count; i < old.rows.count; i++)
    list_add(report, &body->rows, old.rows.items[i]);
  body->head_count = depth;
}

void table_heads_read(const Reading *reading, const Attribute *header,
                      TableBody *body) {
  HeadReading from = {
      reading, header, reading_text(reading, header->value),
      arena_array(reading->report, HeadPath, body->column_count), body};
  int named = read_paths(&from), depth = 1;
  if (named != body->column_count) {
    diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, header->value,
         "'header' names %d columns, but the table has %d", named,
         body->column_count);
    return;
  }
  for (int i = 0; i < body->column_count; i++)
    if (from.paths[i].depth > depth) depth = from.paths[i].depth;
  replace_heads(reading->report, body, depth);
  for (int row = 0; row < depth; row++)
    for (int column = 0; column < body->column_count; column++)
      set_head(&from, row, column);
}

static Str head_text(const Reading *reading, const TableBody *body,
                     int column) {
  for (int row = body->head_count - 1; row >= 0; row--) {
    Str text = str_trim(inlines_plain(
        reading->report, &body->rows.items[row].cells[column].inlines));
    if (text.len && !str_is(text, "^^") && !str_is(text, "<<")) return text;
  }
  return (Str){0};
}

int table_column_named(const Reading *reading, const TableBody *body, Str name,
                       Place place) {
  List(const char *) names = {0};
  for (int i = 0; i < body->column_count; i++) {
    if (str_equal(body->columns[i].name, name)) return i;
    Str head = head_text(reading, body, i);
    if (str_equal(head, name)) return i;
    if (head.len)
      list_add(reading->report, &names, str_c(reading->report, head));
  }
  diag(reading->diags, DIAG_ARTICLE_NO_COLUMN, place,
       "the table has no column '%.*s'", STR(name));
  diag_hint_nearest(reading->diags, name, names.items, names.count);
  return -1;
}
