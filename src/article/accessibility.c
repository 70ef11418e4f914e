/* What keeps some readers from an article: said with its place. */
#include <glib.h>

#include "article/article.h"
#include "article/walk.h"

typedef struct Check {
  Arena *scratch;
  Diags *diags;
  int level; /* of the heading before */
} Check;

bool target_is_chart(Str target) {
  return str_ends(target, S(".vl.json")) || str_ends(target, S(".vl.yaml")) ||
         str_ends(target, S(".vl.yml"));
}

static void check_heading(Check *check, const Block *block) {
  if (block->level > check->level + 1) {
    if (check->level == 0)
      diag(check->diags, DIAG_ACCESS_HEADING_LEVEL, block->place,
           "the first heading is of level %d", block->level);
    else
      diag(check->diags, DIAG_ACCESS_HEADING_LEVEL, block->place,
           "a heading of level %d comes after one of level %d", block->level,
           check->level);
    diag_hint(check->diags,
              "write level %d: who listens goes from heading to "
              "heading and would look for what is not there",
              check->level + 1);
  }
  check->level = block->level;
}

static void check_figure(Check *check, const Block *block) {
  if (block->alt.len || block->spec.source || target_is_chart(block->target))
    return;
  diag(check->diags, DIAG_ACCESS_NO_ALT, block->place,
       "this picture has no alt text");
  diag_hint(check->diags, "say what it shows: {alt=\"…\"}");
}

static bool has_head(const TableBody *table) {
  if (table->head_count) return true;
  for (int r = 0; r < table->rows.count; r++)
    for (int c = 0; c < table->column_count; c++)
      if (table->rows.items[r].cells[c].is_head) return true;
  return false;
}

static bool is_blank_head(Check *check, const TableBody *table) {
  for (int r = 0; r < table->head_count && r < table->rows.count; r++)
    for (int c = 0; c < table->column_count; c++) {
      const TableCell *cell = &table->rows.items[r].cells[c];
      Str words = inlines_plain(check->scratch, &cell->inlines);
      if (str_trim(words).len) return false;
    }
  return table->head_count > 0;
}

static void check_table(Check *check, const Block *block) {
  if (!block->table ||
      (has_head(block->table) && !is_blank_head(check, block->table)))
    return;
  diag(check->diags, DIAG_ACCESS_TABLE_HEAD, block->place,
       "this table has no head cells");
  diag_hint(check->diags, "name its columns in the first row");
}

/* Words that say nothing to who hears the links alone, one after the other. */
static bool says_nothing(Str words) {
  static const char *const empty[] = {
      "",           "여기",     "여기를",      "이곳",      "이곳을",
      "링크",       "클릭",     "여기 클릭",   "바로가기",  "더보기",
      "더 보기",    "자세히",   "자세히 보기", "here",      "click",
      "click here", "link",     "more",        "read more", "this",
      "this link",  "see here", "go",          "url"};
  char *folded = g_utf8_casefold(words.text, words.len);
  bool is_empty = false;
  for (size_t i = 0; i < G_N_ELEMENTS(empty); i++)
    is_empty = is_empty || g_str_equal(folded, empty[i]);
  g_free(folded);
  return is_empty;
}

static void check_inlines(void *owner, InlineList *inlines);

static void check_link(Check *check, const Inline *link) {
  InlineList inner = link->inner;
  Str words = str_trim(inlines_plain(check->scratch, &inner));
  if (!inner.count || !says_nothing(words)) return;
  diag(check->diags, DIAG_ACCESS_LINK_TEXT, link->place,
       "'%.*s' does not say where this link leads", STR(words));
  diag_hint(check->diags, "name what is there");
}

static void check_inlines(void *owner, InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    Inline *item = &inlines->items[i];
    if (item->kind == INLINE_LINK) check_link(owner, item);
    check_inlines(owner, &item->inner);
  }
}

static void check_block(void *owner, Block *block) {
  Check *check = owner;
  if (block->kind == BLOCK_HEADING) check_heading(check, block);
  if (block->kind == BLOCK_FIGURE) check_figure(check, block);
  if (block->kind == BLOCK_TABLE) check_table(check, block);
  block_walk_inlines(block, check_inlines, check);
}

void article_check_access(const Article *article, Diags *diags) {
  Arena scratch = {0};
  Check check = {.scratch = &scratch, .diags = diags};
  article_walk(article, check_block, &check);
  arena_clear(&scratch);
}
