/* An article's blocks become parts, one a chapter; a part becomes a list, and
 * the list pages. */
#include "page/block/block.h"
#include "page/book.h"

Part *part_new(Book *book, Matter matter, Str title) {
  Part *part = arena_new(book->report, Part);
  part->matter = matter;
  part->title = title;
  part->element = element_new(book->report, NULL, ELEMENT_SECTION);
  part->flow = (FlowList){.arena = book->report, .notes = book->setting.notes};
  return part;
}

static bool opens_part(const Block *block) {
  return block->kind == BLOCK_HEADING && block->level == 1;
}

static Str chapter_title(Book *book, const Block *heading) {
  Str title = heading->plain;
  if (!title.len) title = inlines_plain(book->report, &heading->inlines);
  if (!heading->label.printed.len) return title;
  return str_format(book->report, "%.*s %.*s", STR(heading->label.printed),
                    STR(title));
}

static Part *add_part(Book *book, const Block *first) {
  bool has_opener = opens_part(first);
  Str title = has_opener ? chapter_title(book, first) : book->article->title;
  Part *part = part_new(book, first->matter, title);
  part->has_opener = has_opener;
  list_add(book->report, &book->parts, part);
  return part;
}

/* A heading with nothing under it. The next block may be a lower heading. */
static void warn_empty(Book *book, const BlockList *blocks, int i) {
  const Block *heading = blocks->items[i];
  if (heading->kind != BLOCK_HEADING) return;
  const Block *next = i + 1 < blocks->count ? blocks->items[i + 1] : NULL;
  if (next && (next->kind != BLOCK_HEADING || next->level > heading->level))
    return;
  diag(book->setting.paragraph.diags, DIAG_PAGE_EMPTY_SECTION, heading->place,
       "nothing stands under the heading '%.*s'", STR(heading->plain));
}

void part_set(Book *book, Part *part) {
  const Style *style = &book->setting.style;
  ParagraphStyle prose = style_body(style, style_measure(style));
  BlockPlace place = {.flow = &part->flow,
                      .parent = part->element,
                      .section = part->element,
                      .levels = {part->element},
                      .width = style_measure(style),
                      .prose = &prose,
                      .on_grid = true,
                      .may_float = true,
                      .after_block = true};
  book->setting.part = part;
  blocks_set(&book->setting, &place, &part->blocks);
  flow_trim(&part->flow);
  flow_find_references(&part->flow);
}

void parts_split(Book *book) {
  const BlockList *blocks = &book->article->blocks;
  for (int i = 0; i < blocks->count;) {
    Part *part = add_part(book, blocks->items[i]);
    int first = i;
    do
      warn_empty(book, blocks, i++);
    while (i < blocks->count && !opens_part(blocks->items[i]));
    part->blocks = (BlockList){.items = blocks->items + first,
                               .count = i - first,
                               .capacity = i - first};
  }
}

/* On a small page a line more would be seen. */
static double page_slack(const Style *style) {
  enum { LINES_LEAST = 25 };
  double leading = style->body.leading;
  bool is_small = style_text_height(style) < LINES_LEAST * leading;
  return is_small ? 0 : style->page_slack * leading;
}

static FlowPage flow_page(const Style *style) {
  return (FlowPage){.height = style_text_height(style),
                    .slack = page_slack(style),
                    .leading = style->body.leading,
                    .width = style_measure(style),
                    .note_gap = style->body.leading / 2,
                    .note_above = 5,
                    .note_rule = style_measure(style) * style->footnote_rule,
                    .rule_width = style->thin_rule,
                    .rule_color = style->ink};
}

void part_break(Book *book, Part *part) {
  FlowPage page = flow_page(&book->setting.style);
  FlowPlans plans = flow_break(book->report, &part->flow, &page);
  part->pages.count = 0;
  for (int i = 0; i < plans.count; i++) {
    Frame *frame =
        flow_compose(book->report, &part->flow, &page, &plans.items[i], i);
    PartPage set = {frame, badness_text(book->report, &plans.items[i].badness)};
    list_add(book->report, &part->pages, set);
  }
  Arena scratch = {0};
  if (plans.count)
    part->end_height = flow_used_height(&scratch, &part->flow, &page,
                                        &plans.items[plans.count - 1]);
  arena_clear(&scratch);
}

bool book_wants(const Book *book, const char *name, bool otherwise) {
  if (!book->article->front) return otherwise;
  const json_t *value = json_object_get(book->article->front->root, name);
  if (!value || json_is_null(value)) return otherwise;
  return !json_is_false(value);
}
