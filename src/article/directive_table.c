/* .table: a table of the report's data, or one written in Markdown. */
#include "article/data_table.h"
#include "article/table_rules.h"

static const char *const names[] = {TABLE_ATTRIBUTES, DATA_ATTRIBUTES, NULL};

static Block *table_from_data(const Reading *reading, const Div *div) {
  TableBody *body = data_table_read(reading, div);
  if (!body) return NULL;
  if (div->blocks.count)
    diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, div->place,
         "a table of data holds nothing of its own");
  Block *block = block_new(reading, BLOCK_TABLE, div->place);
  block->table = body;
  return block;
}

Block *directive_table(const Reading *reading, const Div *div) {
  attributes_check(reading, div->attributes, names);
  bool has_data = attributes_find(div->attributes, "data") != NULL;
  Block *block = has_data ? table_from_data(reading, div)
                          : directive_inner_table(reading, div);
  if (!block) return NULL;
  if (div->attributes->id.len || !block->id.len)
    block_identify(block, div->attributes);
  Block described = *block;
  block_describe(reading, block, div->attributes);
  if (!block->source.count) block->source = described.source;
  if (!block->note.count) block->note = described.note;
  if (!block->unit.count) block->unit = described.unit;
  table_rules_read(reading, div->attributes, block->table);
  return block;
}
