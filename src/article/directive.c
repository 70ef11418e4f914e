/* Fenced divs by their class: the table of the kinds, and what they share. */
#include "article/directive.h"

#include <glib.h>

#include "article/fill.h"

static const struct {
  const char *name;
  DirectiveRead *read;
} directives[] = {
    {"table", directive_table},
    {"timeline", directive_timeline},
    {"number-panel", directive_number_panel},
    {"from-to", directive_from_to},
    {"mirror", directive_mirror},
    {"callout", directive_callout},
    {"note", directive_callout},
    {"list", directive_list},
    {"official", directive_list},
    {"outline", directive_list},
    {"equation", directive_equation},
    {"bibliography", directive_bibliography},
    {"index", directive_index},
    {"summary", directive_callout},
    {"figures", directive_figures},
    {"landscape", directive_landscape},
    {"columns", directive_columns},
    {"column", directive_column_div},
    {"paragraph", directive_paragraph},
    {"pagebreak", directive_page_break},
};

static void warn_unknown(const Reading *reading, const Div *div) {
  const char *names[G_N_ELEMENTS(directives)];
  for (size_t i = 0; i < G_N_ELEMENTS(directives); i++)
    names[i] = directives[i].name;
  Str classes = div->attributes->classes;
  diag(reading->diags, DIAG_ARTICLE_UNKNOWN_CLASS, div->attributes->place,
       "'%.*s' means nothing here; what it holds is kept", STR(classes));
  diag_hint_nearest(reading->diags, classes, names,
                    (int)G_N_ELEMENTS(directives));
}

Block *directive_read(const Reading *reading, const Div *div) {
  static const char *const no_names[] = {NULL};
  for (size_t i = 0; i < G_N_ELEMENTS(directives); i++)
    if (attributes_has_class(div->attributes, directives[i].name))
      return directives[i].read(reading, div);
  if (div->attributes->classes.len) warn_unknown(reading, div);
  attributes_check(reading, div->attributes, no_names);
  Block *block = block_new(reading, BLOCK_DIV, div->place);
  block_identify(block, div->attributes);
  block->blocks = div->blocks;
  return block;
}

Block *directive_inner_table(const Reading *reading, const Div *div) {
  if (div->blocks.count == 1 && div->blocks.items[0]->kind == BLOCK_TABLE)
    return div->blocks.items[0];
  diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, div->place,
       "this block must hold one table and nothing else");
  diag_hint(reading->diags, "write it as | a | b | with a line |---|---|");
  return NULL;
}

const Table *directive_data(const Reading *reading, const Div *div) {
  Str name = attributes_text(reading, div->attributes, "data");
  const Table *table = table_set_find(&reading->article->tables, name);
  if (table) return table;
  const json_t *all = json_object_get(reading->article->front->root, "data");
  if (json_object_get(all, str_c(reading->report, name)))
    return NULL; /* it could not be loaded, which was told */
  const Attribute *asked = attributes_find(div->attributes, "data");
  diag(reading->diags, DIAG_ARTICLE_NO_TABLE, asked ? asked->value : div->place,
       "no table of 'data' is called '%.*s'", STR(name));
  List(const char *) names = {0};
  const char *known;
  json_t *value;
  json_object_foreach((json_t *)all, known, value)
      list_add(reading->report, &names, known);
  diag_hint_nearest(reading->diags, name, names.items, names.count);
  return NULL;
}

int directive_column(const Reading *reading, const Table *table, Str name,
                     Place place) {
  int column = table_find_index(table, name);
  if (column >= 0) return column;
  diag(reading->diags, DIAG_ARTICLE_NO_COLUMN, place,
       "the table has no column '%.*s'", STR(name));
  diag_hint_nearest(reading->diags, name, table_names(reading->report, table),
                    table->columns.count);
  return -1;
}

Block *directive_columns(const Reading *reading, const Div *div) {
  static const char *const names[] = {"count", NULL};
  enum { MOST = 6 };
  attributes_check(reading, div->attributes, names);
  Block *block = block_new(reading, BLOCK_COLUMNS, div->place);
  block_identify(block, div->attributes);
  block->blocks = div->blocks;
  block->columns = 2;
  const Attribute *count = attributes_find(div->attributes, "count");
  if (!count) return block;
  Str text = fill_text(reading, count->value);
  block->columns = text.len == 1 ? text.text[0] - '0' : 0;
  if (block->columns >= 1 && block->columns <= MOST) return block;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, count->value,
       "'count' must be from 1 to %d", MOST);
  block->columns = 2;
  return block;
}

/* One of the blocks that stand side by side. */
Block *directive_column_div(const Reading *reading, const Div *div) {
  static const char *const names[] = {"width", NULL};
  attributes_check(reading, div->attributes, names);
  Block *block = block_new(reading, BLOCK_DIV, div->place);
  block_identify(block, div->attributes);
  block->width = attributes_share(reading, div->attributes, "width");
  block->blocks = div->blocks;
  return block;
}

/* Paragraphs in a style of their own. Its keys are those of the style, which
 * knows them. */
Block *directive_paragraph(const Reading *reading, const Div *div) {
  Block *block = block_new(reading, BLOCK_DIV, div->place);
  block_identify(block, div->attributes);
  block->blocks = div->blocks;
  for (int i = 0; i < div->attributes->list.count; i++) {
    const Attribute *asked = &div->attributes->list.items[i];
    StyleWish wish = {asked->name, fill_text(reading, asked->value),
                      asked->place, asked->value};
    list_add(reading->report, &block->wishes, wish);
  }
  return block;
}

Block *directive_callout(const Reading *reading, const Div *div) {
  static const char *const names[] = {"title", NULL};
  attributes_check(reading, div->attributes, names);
  Block *block = block_new(reading, BLOCK_CALLOUT, div->place);
  block_identify(block, div->attributes);
  block->title = attributes_inlines(reading, div->attributes, "title");
  block->is_summary = attributes_has_class(div->attributes, "summary");
  block->blocks = div->blocks;
  return block;
}

static Block *group(const Reading *reading, const Div *div, BlockKind kind) {
  static const char *const names[] = {NULL};
  attributes_check(reading, div->attributes, names);
  Block *block = block_new(reading, kind, div->place);
  block_identify(block, div->attributes);
  block->blocks = div->blocks;
  return block;
}

Block *directive_bibliography(const Reading *reading, const Div *div) {
  return group(reading, div, BLOCK_BIBLIOGRAPHY);
}

Block *directive_index(const Reading *reading, const Div *div) {
  return group(reading, div, BLOCK_INDEX);
}

Block *directive_landscape(const Reading *reading, const Div *div) {
  return group(reading, div, BLOCK_LANDSCAPE);
}

Block *directive_equation(const Reading *reading, const Div *div) {
  static const char *const names[] = {"alt", NULL};
  attributes_check(reading, div->attributes, names);
  Block *block = block_new(reading, BLOCK_EQUATION, div->place);
  block_identify(block, div->attributes);
  if (div->blocks.count == 1 && div->blocks.items[0]->kind == BLOCK_PARAGRAPH) {
    block->inlines = div->blocks.items[0]->inlines;
    block->alt = attributes_text(reading, div->attributes, "alt");
    return block;
  }
  diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, div->place,
       "an equation holds one paragraph");
  return NULL;
}

Block *directive_page_break(const Reading *reading, const Div *div) {
  static const char *const names[] = {NULL};
  attributes_check(reading, div->attributes, names);
  if (div->blocks.count)
    diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, div->place,
         "a page break holds nothing");
  return block_new(reading, BLOCK_PAGE_BREAK, div->place);
}
