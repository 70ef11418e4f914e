/* An article as indented text, for tests. */
#include "article/article.h"

typedef struct Dump {
  StrBuf *text;
  int depth;
} Dump;

static void start_line(const Dump *dump) {
  for (int i = 0; i < dump->depth; i++)
    strbuf_add_c(dump->text, "  ");
}

/* -- Inlines: one line, markup in braces -- */

static const char *inline_name(InlineKind kind) {
  static const char *const names[] = {
      [INLINE_TEXT] = "",
      [INLINE_SPACE] = "",
      [INLINE_LINE_BREAK] = "",
      [INLINE_EMPHASIS] = "em",
      [INLINE_STRONG] = "strong",
      [INLINE_STRIKE] = "strike",
      [INLINE_SUPERSCRIPT] = "sup",
      [INLINE_SUBSCRIPT] = "sub",
      [INLINE_CODE] = "code",
      [INLINE_LINK] = "link",
      [INLINE_IMAGE] = "image",
      [INLINE_FOOTNOTE] = "footnote",
      [INLINE_REFERENCE] = "reference",
      [INLINE_PAGE_NUMBER] = "page",
      [INLINE_NOTE_NUMBER] = "note",
      [INLINE_SPAN] = "span",
  };
  return names[kind];
}

static void dump_inlines(StrBuf *text, const InlineList *inlines);

static void dump_container(StrBuf *text, const Inline *item) {
  strbuf_addf(text, "{%s", inline_name(item->kind));
  if (item->target.len) strbuf_addf(text, " ->%.*s", STR(item->target));
  if (item->classes.len) strbuf_addf(text, " .%.*s", STR(item->classes));
  if (item->ruby.len) strbuf_addf(text, " ruby %.*s", STR(item->ruby));
  if (item->hanja.len) strbuf_addf(text, " hanja %.*s", STR(item->hanja));
  strbuf_add_c(text, ": ");
  if (item->kind == INLINE_CODE || item->kind == INLINE_REFERENCE ||
      item->kind == INLINE_PAGE_NUMBER || item->kind == INLINE_NOTE_NUMBER)
    strbuf_add(text, item->text);
  dump_inlines(text, &item->inner);
  strbuf_add_c(text, "}");
}

static void dump_inlines(StrBuf *text, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    switch (item->kind) {
    case INLINE_TEXT:
      strbuf_add(text, item->text);
      break;
    case INLINE_SPACE:
      strbuf_add_c(text, " ");
      break;
    case INLINE_LINE_BREAK:
      strbuf_add_c(text, "{break}");
      break;
    case INLINE_FOOTNOTE:
      strbuf_addf(text, "{footnote %d}", item->footnote + 1);
      break;
    default:
      dump_container(text, item);
    }
  }
}

static void dump_field(const Dump *dump, const char *name,
                       const InlineList *inlines) {
  if (inlines->count == 0) return;
  start_line(dump);
  strbuf_addf(dump->text, "%s: ", name);
  dump_inlines(dump->text, inlines);
  strbuf_add_c(dump->text, "\n");
}

static void dump_text(const Dump *dump, const char *name, Str value) {
  if (value.len == 0) return;
  start_line(dump);
  strbuf_addf(dump->text, "%s: %.*s\n", name, STR(value));
}

/* -- Tables -- */

static void dump_cell(const Dump *dump, const TableCell *cell) {
  StrBuf *text = dump->text;
  strbuf_add_c(text, " ");
  for (int i = 0; i < cell->indent; i++)
    strbuf_add_c(text, ">");
  if (cell->is_covered) strbuf_add_c(text, "^");
  if (cell->row_span > 1) strbuf_addf(text, "(%d rows) ", cell->row_span);
  if (!cell->is_covered) dump_inlines(text, &cell->inlines);
  strbuf_add_c(text, " |");
}

static void dump_table(const Dump *dump, const TableBody *body) {
  static const char letters[] = {[ALIGN_DEFAULT] = '-',
                                 [ALIGN_LEFT] = 'l',
                                 [ALIGN_CENTER] = 'c',
                                 [ALIGN_RIGHT] = 'r',
                                 [ALIGN_DECIMAL] = 'd'};
  start_line(dump);
  strbuf_add_c(dump->text, "align ");
  for (int i = 0; i < body->column_count; i++) {
    strbuf_addf(dump->text, "%c", letters[body->columns[i].align]);
    if (body->columns[i].width > 0)
      strbuf_addf(dump->text, "(%.0f%%)", body->columns[i].width * 100);
  }
  strbuf_add_c(dump->text, "\n");
  for (int row = 0; row < body->rows.count; row++) {
    start_line(dump);
    strbuf_add_c(dump->text, row < body->head_count ? "head |" : "row |");
    for (int i = 0; i < body->column_count; i++)
      dump_cell(dump, &body->rows.items[row].cells[i]);
    if (body->rows.items[row].is_group_end) strbuf_add_c(dump->text, " end");
    strbuf_add_c(dump->text, "\n");
  }
}

/* -- Blocks -- */

static const char *block_name(BlockKind kind) {
  static const char *const names[] = {
      [BLOCK_HEADING] = "heading",
      [BLOCK_PARAGRAPH] = "paragraph",
      [BLOCK_LIST] = "list",
      [BLOCK_QUOTE] = "quote",
      [BLOCK_CODE] = "code",
      [BLOCK_RULE] = "rule",
      [BLOCK_TABLE] = "table",
      [BLOCK_FIGURE] = "figure",
      [BLOCK_NUMBER_PANEL] = "number-panel",
      [BLOCK_FROM_TO] = "from-to",
      [BLOCK_MIRROR] = "mirror",
      [BLOCK_CALLOUT] = "callout",
      [BLOCK_EQUATION] = "equation",
      [BLOCK_BIBLIOGRAPHY] = "bibliography",
      [BLOCK_INDEX] = "index",
      [BLOCK_FIGURES] = "figures",
      [BLOCK_LANDSCAPE] = "landscape",
      [BLOCK_COLUMNS] = "columns",
      [BLOCK_DIV] = "div",
      [BLOCK_PAGE_BREAK] = "page-break",
  };
  return names[kind];
}

static void dump_blocks(Dump *dump, const BlockList *blocks);

static const char *list_form_name(ListForm form) {
  static const char *const names[] = {[LIST_INHERITED] = "",
                                      [LIST_PLAIN] = "plain",
                                      [LIST_OFFICIAL] = "official",
                                      [LIST_OUTLINE] = "outline",
                                      [LIST_DEFINITION] = "definitions"};
  return names[form];
}

static void dump_marks(StrBuf *text, const ListMarks *marks) {
  for (int i = 0; i < marks->count; i++)
    strbuf_addf(text, " '%.*s'", STR(marks->items[i]));
}

static void dump_head(const Dump *dump, const Block *block) {
  StrBuf *text = dump->text;
  start_line(dump);
  strbuf_add_c(text, block_name(block->kind));
  if (block->kind == BLOCK_HEADING) strbuf_addf(text, " %d", block->level);
  if (block->id.len) strbuf_addf(text, " #%.*s", STR(block->id));
  if (block->classes.len) strbuf_addf(text, " .%.*s", STR(block->classes));
  if (block->label.printed.len)
    strbuf_addf(text, " %.*s", STR(block->label.printed));
  if (block->is_unnumbered) strbuf_add_c(text, " unnumbered");
  if (block->is_unlisted) strbuf_add_c(text, " unlisted");
  if (block->opens_on_odd) strbuf_add_c(text, " odd");
  if (block->has_note_place) strbuf_addf(text, " notes %d", block->note_place);
  if (block->matter == MATTER_FRONT) strbuf_add_c(text, " front");
  if (block->matter == MATTER_BACK) strbuf_add_c(text, " back");
  if (block->is_ordered) strbuf_addf(text, " from %d", block->first_number);
  if (block->list_form)
    strbuf_addf(text, " %s", list_form_name(block->list_form));
  dump_marks(text, &block->list_numbers);
  dump_marks(text, &block->list_bullets);
  if (block->is_tight) strbuf_add_c(text, " tight");
  if (block->first_line) strbuf_addf(text, " line %d", block->first_line);
  if (block->language.len) strbuf_addf(text, " %.*s", STR(block->language));
  if (block->target.len) strbuf_addf(text, " ->%.*s", STR(block->target));
  if (block->spec.source)
    strbuf_addf(text, " spec of %d bytes", block->spec.length);
  if (block->width > 0) strbuf_addf(text, " width %.2f", block->width);
  if (block->columns) strbuf_addf(text, " %d", block->columns);
  for (int i = 0; i < block->wishes.count; i++)
    strbuf_addf(text, " %.*s=%.*s", STR(block->wishes.items[i].name),
                STR(block->wishes.items[i].value));
  if (block->is_summary) strbuf_add_c(text, " summary");
  if (block->placement) strbuf_addf(text, " placed %d", block->placement);
  if (block->is_turned) strbuf_add_c(text, " turned");
  if (block->is_connected) strbuf_add_c(text, " connected");
}

static void dump_items(Dump *dump, const Block *block) {
  static const char *const tasks[] = {"item", "item open", "item done"};
  for (int i = 0; i < block->items.count; i++) {
    start_line(dump);
    strbuf_add_c(dump->text, tasks[block->items.items[i].task]);
    if (block->items.items[i].term.count) strbuf_add_c(dump->text, " ");
    dump_inlines(dump->text, &block->items.items[i].term);
    strbuf_add_c(dump->text, "\n");
    dump->depth++;
    dump_blocks(dump, &block->items.items[i].blocks);
    dump->depth--;
  }
}

static void dump_block(Dump *dump, const Block *block) {
  dump_head(dump, block);
  bool is_line = block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH;
  if (is_line) {
    strbuf_add_c(dump->text, ": ");
    dump_inlines(dump->text, &block->inlines);
  }
  strbuf_add_c(dump->text, "\n");
  dump->depth++;
  dump_field(dump, "title", &block->title);
  dump_field(dump, "caption", &block->caption);
  dump_field(dump, "unit", &block->unit);
  dump_text(dump, "alt", block->alt);
  dump_text(dump, "text", block->text);
  if (block->table) dump_table(dump, block->table);
  dump_items(dump, block);
  dump_blocks(dump, &block->blocks);
  dump_field(dump, "note", &block->note);
  dump_field(dump, "source", &block->source);
  dump->depth--;
}

static void dump_blocks(Dump *dump, const BlockList *blocks) {
  for (int i = 0; i < blocks->count; i++)
    dump_block(dump, blocks->items[i]);
}

/* -- The article -- */

static void dump_front(const Dump *dump, const Article *article) {
  dump_text(dump, "title", article->title);
  dump_text(dump, "subtitle", article->subtitle);
  for (int i = 0; i < article->authors.count; i++)
    dump_text(dump, "author", article->authors.items[i]);
  dump_text(dump, "organization", article->organization);
  dump_text(dump, "edition", article->edition);
  dump_text(dump, "date", article->date);
  dump_text(dump, "description", article->description);
  for (int i = 0; i < article->keywords.count; i++)
    dump_text(dump, "keyword", article->keywords.items[i]);
  for (int i = 0; i < article->tables.list.count; i++) {
    const NamedTable *named = &article->tables.list.items[i];
    strbuf_addf(dump->text, "data %.*s: %d rows of %d columns\n",
                STR(named->name), named->table->row_count,
                named->table->columns.count);
  }
}

void article_dump(const Article *article, StrBuf *text) {
  Dump dump = {text, 0};
  dump_front(&dump, article);
  dump_blocks(&dump, &article->blocks);
  for (int i = 0; i < article->footnotes.count; i++) {
    const Footnote *note = &article->footnotes.items[i];
    strbuf_addf(text, "footnote %.*s\n", STR(note->number));
    dump.depth++;
    dump_blocks(&dump, &note->blocks);
    dump.depth--;
  }
}
