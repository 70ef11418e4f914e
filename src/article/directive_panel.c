/* Figures made of a small table: number panels, from-to, mirrors. */
#include "article/data_table.h"
#include "article/table_rules.h"

static const char *const names[] = {
    "caption", "source", "note",  "unit",          "alt",
    "connect", "header", "place", DATA_ATTRIBUTES, NULL};

typedef struct PanelShape {
  BlockKind kind;
  int fewest, most; /* columns */
  const char *columns;
} PanelShape;

/* The table in the div, or one of the data that it names. */
static Block *panel_table(const Reading *reading, const Div *div) {
  if (!attributes_find(div->attributes, "data"))
    return directive_inner_table(reading, div);
  TableBody *body = data_table_read(reading, div);
  if (!body) return NULL;
  if (div->blocks.count)
    diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, div->place,
         "what shows data holds nothing of its own");
  Block *block = block_new(reading, BLOCK_TABLE, div->place);
  block->table = body;
  const Attribute *header = attributes_find(div->attributes, "header");
  if (header) table_heads_read(reading, header, body);
  return block;
}

static Block *read_panel(const Reading *reading, const Div *div,
                         const PanelShape *shape) {
  attributes_check(reading, div->attributes, names);
  Block *table = panel_table(reading, div);
  if (!table) return NULL;
  int columns = table->table->column_count;
  if (columns < shape->fewest || columns > shape->most) {
    diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, table->place,
         "the table has %d columns, but %s are expected", columns,
         shape->columns);
    return NULL;
  }
  Block *block = block_new(reading, shape->kind, div->place);
  block_identify(block, table->id.len ? NULL : div->attributes);
  if (table->id.len) {
    block->id = table->id;
    block->classes = div->attributes->classes;
  }
  block->caption = table->caption;
  block_describe(reading, block, div->attributes);
  if (!block->source.count) block->source = table->source;
  if (!block->note.count) block->note = table->note;
  block->table = table->table;
  return block;
}

Block *directive_number_panel(const Reading *reading, const Div *div) {
  static const PanelShape shape = {BLOCK_NUMBER_PANEL, 3, 4,
                                   "value, unit, meaning and change"};
  Block *block = read_panel(reading, div, &shape);
  if (block)
    block->is_connected = attributes_flag(reading, div->attributes, "connect");
  return block;
}

Block *directive_from_to(const Reading *reading, const Div *div) {
  static const PanelShape shape = {BLOCK_FROM_TO, 3, 3,
                                   "item, until now and from now"};
  return read_panel(reading, div, &shape);
}

Block *directive_mirror(const Reading *reading, const Div *div) {
  static const PanelShape shape = {BLOCK_MIRROR, 3, 3, "left, theme and right"};
  return read_panel(reading, div, &shape);
}
