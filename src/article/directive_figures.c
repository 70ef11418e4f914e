/* .figures: pictures side by side, (가) (나) ..., under one caption. */
#include "article/directive.h"

/* 0: as many as the page likes. */
static int read_columns(const Reading *reading, const Div *div) {
  const Attribute *asked = attributes_find(div->attributes, "columns");
  if (!asked) return 0;
  Str text = attributes_text(reading, div->attributes, "columns");
  int columns = text.len == 1 ? text.text[0] - '0' : 0;
  if (columns >= 1 && columns <= FIGURES_MOST) return columns;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, asked->value,
       "'columns' must be from 1 to %d", FIGURES_MOST);
  return 0;
}

static bool holds_figures(const Reading *reading, const Div *div) {
  bool is_right = div->blocks.count > 0;
  Place place = div->place;
  for (int i = 0; i < div->blocks.count && is_right; i++) {
    is_right = div->blocks.items[i]->kind == BLOCK_FIGURE;
    place = div->blocks.items[i]->place;
  }
  if (is_right) return true;
  diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, place,
       "this block holds figures and nothing else");
  diag_hint(reading->diags, "leave an empty line between images");
  return false;
}

Block *directive_figures(const Reading *reading, const Div *div) {
  static const char *const names[] = {"caption", "source", "note", "alt",
                                      "columns", "place",  NULL};
  attributes_check(reading, div->attributes, names);
  if (!holds_figures(reading, div)) return NULL;
  Block *block = block_new(reading, BLOCK_FIGURES, div->place);
  block_identify(block, div->attributes);
  block_describe(reading, block, div->attributes);
  block->columns = read_columns(reading, div);
  block->blocks = div->blocks;
  for (int i = 0; i < block->blocks.count; i++)
    block->blocks.items[i]->is_part = true;
  return block;
}
