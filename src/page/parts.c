/* An article's blocks become parts, one a chapter; a part becomes a list, and
 * the list pages. */
#include <math.h>

#include "page/block/block.h"
#include "page/book.h"
#include "page/notes.h"

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
  Str title = heading->short_title.len ? heading->short_title : heading->plain;
  if (!title.len) title = inlines_plain(book->report, &heading->inlines);
  if (!heading->label.printed.len) return title;
  return str_format(book->report, "%.*s %.*s", STR(heading->label.printed),
                    STR(title));
}

static Part *add_part(Book *book, const Block *first) {
  const Style *style = &book->setting.style;
  bool has_opener = opens_part(first);
  Str title = has_opener ? chapter_title(book, first) : book->article->title;
  Part *part = part_new(book, first->matter, title);
  part->has_opener = has_opener;
  part->opens_on_odd =
      has_opener && (style->chapter_on_odd || first->opens_on_odd);
  part->note_place =
      first->has_note_place ? first->note_place : style->note_place;
  list_add(book->report, &book->parts, part);
  return part;
}

/* The same chapter on other sheets. */
static Part *add_continuation(Book *book, const Part *before, bool is_turned) {
  Part *part = part_new(book, before->matter, before->title);
  part->is_turned = is_turned;
  part->note_place = before->note_place;
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

static Block *notes_heading(Book *book, int level) {
  Block *heading = arena_new(book->report, Block);
  *heading = (Block){.kind = BLOCK_HEADING,
                     .level = level,
                     .matter = MATTER_BODY,
                     .is_unnumbered = true,
                     .is_unlisted = level > 1,
                     .plain = S("주"),
                     .inlines = setting_words(&book->setting, S("주"))};
  return heading;
}

/* The notes of a chapter, where they stand at its end; all, at the end. */
static void set_end_notes(Book *book, const Part *part, BlockPlace *place) {
  Setting *setting = &book->setting;
  bool after_chapter =
      setting->style.note_place == NOTES_AFTER_CHAPTER && part->ends_chapter &&
      notes_wait(setting, NOTES_AFTER_CHAPTER, setting->chapter_notes);
  if (after_chapter) {
    heading_set(setting, place, notes_heading(book, 2));
    notes_add_end(setting, place, NOTES_AFTER_CHAPTER, setting->chapter_notes);
  }
  if (part->holds_notes) notes_add_end(setting, place, NOTES_AT_END, 0);
}

/* Numbers by chapter begin again. */
void chapter_open(Book *book) {
  Setting *setting = &book->setting;
  setting->chapter_notes = setting->opened_notes.count;
  if (setting->style.note_restart == NOTES_BY_CHAPTER)
    setting->note_numbers.next = 0;
}

void part_set(Book *book, Part *part) {
  Setting *setting = &book->setting;
  const Style *style = &setting->style;
  ParagraphStyle prose = style_body(style, style_measure(style));
  BlockPlace place = {.flow = &part->flow,
                      .parent = part->element,
                      .section = part->element,
                      .levels = {part->element},
                      .width = style_measure(style),
                      .prose = &prose,
                      .on_grid = true,
                      .may_float = true,
                      .may_break = true,
                      .after_block = true};
  setting->part = part;
  if (part->holds_notes && !notes_wait(setting, NOTES_AT_END, 0)) return;
  if (part->has_opener) chapter_open(book);
  blocks_set(setting, &place, &part->blocks);
  set_end_notes(book, part, &place);
  flow_trim(&part->flow);
  flow_find_references(&part->flow);
}

/* Adds the blocks to a part, a landscape section to one of its own. */
static void split_chapter(Book *book, Part *part, const BlockList *blocks) {
  for (int i = 0; i < blocks->count; i++) {
    Block *block = blocks->items[i];
    if (block->kind == BLOCK_LANDSCAPE) {
      part = add_continuation(book, part, true);
      part->blocks = block->blocks;
      continue;
    }
    if (part->is_turned) part = add_continuation(book, part, false);
    list_add(book->report, &part->blocks, block);
  }
}

static void add_notes_part(Book *book) {
  bool has_some = false;
  for (int i = 0; i < book->parts.count; i++)
    has_some |= book->parts.items[i]->note_place == NOTES_AT_END;
  if (!has_some || !book->article->footnotes.count) return;
  Block *heading = notes_heading(book, 1);
  Part *part = add_part(book, heading);
  part->holds_notes = true;
  part->note_place = NOTES_AT_END;
  list_add(book->report, &part->blocks, heading);
}

/* What a landscape section begins with needs no page before it. */
static void drop_empty(Book *book) {
  int kept = 0;
  for (int i = 0; i < book->parts.count; i++)
    if (book->parts.items[i]->blocks.count)
      book->parts.items[kept++] = book->parts.items[i];
  book->parts.count = kept;
}

void parts_split(Book *book) {
  const BlockList *blocks = &book->article->blocks;
  book->parts.count = 0;
  for (int i = 0; i < blocks->count;) {
    int first = i;
    do
      warn_empty(book, blocks, i++);
    while (i < blocks->count && !opens_part(blocks->items[i]));
    BlockList chapter = {.items = blocks->items + first,
                         .count = i - first,
                         .capacity = i - first};
    split_chapter(book, add_part(book, blocks->items[first]), &chapter);
  }
  add_notes_part(book);
  drop_empty(book);
  for (int i = 0; i < book->parts.count; i++)
    book->parts.items[i]->ends_chapter =
        i + 1 == book->parts.count || book->parts.items[i + 1]->has_opener;
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

/* What is cut off at a page's foot would be lost without a word. */
static void warn_overfull(Book *book, const Part *part, const FlowPage *page,
                          const FlowPlan *plan) {
  Arena scratch = {0};
  Place place = {0};
  double over = flow_overflow(&scratch, &part->flow, page, plan, &place);
  arena_clear(&scratch);
  if (over <= 0) return;
  diag(book->setting.paragraph.diags, DIAG_PAGE_OVERFULL, place,
       "this is %.0f pt taller than its page holds", ceil(over));
  diag_hint(book->setting.paragraph.diags,
            "take it out of the block around it, or divide it");
}

void part_break(Book *book, Part *part) {
  Arena *arena = part->flow.arena;
  FlowPage page = flow_page(&book->setting.style);
  FlowPlans plans = flow_break(arena, &part->flow, &page);
  part->pages.count = 0;
  for (int i = 0; i < plans.count; i++) {
    warn_overfull(book, part, &page, &plans.items[i]);
    Frame *frame = flow_compose(arena, &part->flow, &page, &plans.items[i], i);
    PartPage set = {frame, badness_text(arena, &plans.items[i].badness)};
    list_add(arena, &part->pages, set);
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
