/* Tables of Markdown, and the captions that follow them. */
#include <cmark-gfm-core-extensions.h>

#include "article/block_reading.h"
#include "article/table_rules.h"

/* -- Tables -- */

static CellAlign align_of(uint8_t letter) {
  switch (letter) {
  case 'l':
    return ALIGN_LEFT;
  case 'c':
    return ALIGN_CENTER;
  case 'r':
    return ALIGN_RIGHT;
  default:
    return ALIGN_DEFAULT;
  }
}

/* The row's text, without what quotes it and the bars at its ends. */
static Str row_text(const BlockReading *from, int line) {
  int start = marked_offset(from->marked, line, 1);
  int end = marked_offset(from->marked, line + 1, 1);
  Str text = str_trim(str_slice(from->marked->text, start, end));
  while (str_starts(text, S(">")))
    text = str_trim(str_slice(text, 1, text.len));
  if (str_starts(text, S("|"))) text = str_slice(text, 1, text.len);
  if (str_ends(text, S("|")) && !str_ends(text, S("\\|"))) text.len--;
  return text;
}

/* GFM leaves cells out that stand behind the last column. */
static void check_cells(const BlockReading *from, cmark_node *row,
                        int columns) {
  Str text = row_text(from, cmark_node_get_start_line(row));
  int cells = 1, after = 0;
  for (int i = 0; i < text.len; i++) {
    if (text.text[i] == '\\')
      i++;
    else if (text.text[i] == '|' && ++cells == columns + 1)
      after = i;
  }
  if (cells <= columns) return;
  int start = (int)(text.text - from->marked->text.text);
  diag(from->reading->diags, DIAG_ARTICLE_TABLE_CELLS,
       marked_place(from->marked, start + after, start + text.len),
       "this row has %d cells, but the table %d columns: the rest is left out",
       cells, columns);
  diag_hint(from->reading->diags, "write \\| for a bar in a cell");
}

static void read_row(const BlockReading *from, cmark_node *row,
                     TableBody *body) {
  TableRow *added = table_body_add(from->reading->report, body);
  cmark_node *node = cmark_node_first_child(row);
  for (int i = 0; node && i < body->column_count;
       i++, node = cmark_node_next(node)) {
    Leaf leaf = leaf_read(from->reading, from->marked, node, false);
    added->cells[i].inlines = leaf.inlines;
    added->cells[i].place = block_place(from, node);
  }
}

Block *table_read(const BlockReading *from, cmark_node *node) {
  Block *block = block_new(from->reading, BLOCK_TABLE, block_place(from, node));
  int columns = cmark_gfm_extensions_get_table_columns(node);
  TableBody *body = table_body_new(from->reading->report, columns, 1);
  const uint8_t *letters = cmark_gfm_extensions_get_table_alignments(node);
  for (int i = 0; i < columns; i++)
    body->columns[i].align = align_of(letters[i]);
  cmark_node *row = cmark_node_first_child(node);
  for (; row; row = cmark_node_next(row)) {
    check_cells(from, row, columns);
    read_row(from, row, body);
  }
  block->table = body;
  return block;
}

/* -- Captions -- */

void inlines_trim_end(InlineList *inlines) {
  if (inlines->count == 0 || list_last(inlines)->kind != INLINE_TEXT) return;
  Inline *last = list_last(inlines);
  while (last->text.len && last->text.text[last->text.len - 1] == ' ') {
    last->text.len--;
    if (last->place.length) last->place.length--;
  }
  if (last->text.len == 0) inlines->count--;
}

bool caption_follows(const BlockReading *from, cmark_node *node) {
  if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) return false;
  int at = marked_offset(from->marked, cmark_node_get_start_line(node),
                         cmark_node_get_start_column(node));
  Str text = str_slice(from->marked->text, at, from->marked->text.len);
  return str_starts(text, S(": "));
}

void caption_read(const BlockReading *from, cmark_node *node, Block *table) {
  static const char *const names[] = {TABLE_ATTRIBUTES, NULL};
  Leaf leaf = leaf_read(from->reading, from->marked, node, true);
  inlines_trim_end(&leaf.inlines);
  if (leaf.inlines.count && leaf.inlines.items[0].kind == INLINE_TEXT) {
    Inline *first = &leaf.inlines.items[0];
    int start = first->text.len < 2 ? first->text.len : 2;
    first->text = str_slice(first->text, start, first->text.len);
    first->place = place_within(first->place, start, first->text.len);
  }
  table->caption = leaf.inlines;
  if (!leaf.trailing) return;
  attributes_check(from->reading, leaf.trailing, names);
  block_identify(table, leaf.trailing);
  block_describe(from->reading, table, leaf.trailing);
  table_rules_read(from->reading, leaf.trailing, table->table);
}
