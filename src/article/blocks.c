/* cmark's blocks -> Blocks, with fenced divs folded out of their markers. */
#include "article/blocks.h"

#include <cmark-gfm-core-extensions.h>

#include "article/block_reading.h"
#include "article/cmark_tree.h"
#include "article/directive.h"
#include "article/figure.h"
#include "article/unused_notes.h"
#include "base/limits.h"

/* -- Blocks in general -- */

Block *block_new(const Reading *reading, BlockKind kind, Place place) {
  Block *block = arena_new(reading->report, Block);
  block->kind = kind;
  block->place = place;
  block->matter = MATTER_BODY;
  return block;
}

void block_identify(Block *block, const Attributes *attributes) {
  if (!attributes) return;
  block->id = attributes->id;
  block->classes = attributes->classes;
}

/* Which of the names the attribute says; -1: it is not there, or says another,
 * which is told. */
static int read_choice(const Reading *reading, const Attributes *attributes,
                       const char *name, const char *const *choices, int count,
                       const char *wanted) {
  const Attribute *asked = attributes_find(attributes, name);
  if (!asked) return -1;
  Str text = attributes_text(reading, attributes, name);
  for (int i = 0; i < count; i++)
    if (str_is(text, choices[i])) return i;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, asked->value, "'%s' must be %s",
       name, wanted);
  return -1;
}

static void read_placement(const Reading *reading, Block *block,
                           const Attributes *attributes) {
  static const char *const names[] = {[PLACED_ANYWHERE] = "anywhere",
                                      [PLACED_HERE] = "here",
                                      [PLACED_AT_TOP] = "top",
                                      [PLACED_AT_BOTTOM] = "bottom",
                                      [PLACED_ON_PAGE] = "page"};
  enum { COUNT = sizeof names / sizeof *names };
  int found = read_choice(reading, attributes, "place", names, COUNT,
                          "here, top, bottom, page or anywhere");
  if (found >= 0) block->placement = (BlockPlacement)found;
}

void block_describe(const Reading *reading, Block *block,
                    const Attributes *attributes) {
  read_placement(reading, block, attributes);
  if (attributes_find(attributes, "caption"))
    block->caption = attributes_inlines(reading, attributes, "caption");
  block->source = attributes_inlines(reading, attributes, "source");
  block->note = attributes_inlines(reading, attributes, "note");
  block->unit = attributes_inlines(reading, attributes, "unit");
  block->alt = attributes_text(reading, attributes, "alt");
}

Place block_place(const BlockReading *from, cmark_node *node) {
  int start = marked_offset(from->marked, cmark_node_get_start_line(node),
                            cmark_node_get_start_column(node));
  int end = marked_offset(from->marked, cmark_node_get_end_line(node),
                          cmark_node_get_end_column(node) + 1);
  return marked_place(from->marked, start, end > start ? end : start);
}

/* -- Headings and paragraphs -- */

/* Text such as {#fig-x alt="...} that was meant as attributes. */
static void check_braces(const BlockReading *from, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    if (item->kind != INLINE_TEXT) continue;
    int brace = str_find(item->text, S("{#"));
    if (brace < 0) continue;
    diag(from->reading->diags, DIAG_ARTICLE_UNCLOSED,
         place_within(item->place, brace, 1),
         "these attributes are not closed or not well formed");
    diag_hint(from->reading->diags, "write {#id .class key=\"value\"}");
  }
}

static void read_note_place(const Reading *reading, Block *heading,
                            const Attributes *attributes) {
  static const char *const names[] = {[NOTES_ON_PAGE] = "page",
                                      [NOTES_AFTER_CHAPTER] = "chapter",
                                      [NOTES_AT_END] = "end"};
  enum { COUNT = sizeof names / sizeof *names };
  int found = read_choice(reading, attributes, "notes", names, COUNT,
                          "page, chapter or end");
  heading->has_note_place = found >= 0;
  if (found >= 0) heading->note_place = (NotePlace)found;
}

/* How a chapter opens and where its notes stand is said by its heading. */
static void read_chapter(const Reading *reading, Block *heading,
                         const Attributes *attributes) {
  read_note_place(reading, heading, attributes);
  heading->opens_on_odd = attributes_has_class(attributes, "odd");
  bool is_chapter = heading->level == 1;
  if (is_chapter || (!heading->opens_on_odd && !heading->has_note_place))
    return;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, attributes->place,
       "'notes' and '.odd' belong to the heading of a chapter");
}

static Block *read_heading(const BlockReading *from, cmark_node *node) {
  static const char *const names[] = {"short", "notes", NULL};
  Leaf leaf = leaf_read(from->reading, from->marked, node, true);
  Block *block =
      block_new(from->reading, BLOCK_HEADING, block_place(from, node));
  block->level = cmark_node_get_heading_level(node);
  block->inlines = leaf.inlines;
  inlines_trim_end(&block->inlines);
  check_braces(from, &block->inlines);
  block_identify(block, leaf.trailing);
  attributes_check(from->reading, leaf.trailing, names);
  block->is_unnumbered = leaf.trailing && leaf.trailing->is_unnumbered;
  block->is_unlisted = attributes_has_class(leaf.trailing, "unlisted");
  block->short_title = attributes_text(from->reading, leaf.trailing, "short");
  read_chapter(from->reading, block, leaf.trailing);
  return block;
}

static bool is_image_alone(const InlineList *inlines) {
  return inlines->count == 1 && inlines->items[0].kind == INLINE_IMAGE;
}

/* Images among text are small pictures without a number. */
static void check_images(const Reading *reading, const Leaf *leaf) {
  for (int i = 0; i < leaf->inlines.count; i++)
    if (leaf->inlines.items[i].kind == INLINE_IMAGE)
      figure_check_image(reading, &leaf->inlines.items[i]);
  if (!leaf->image || leaf->image->id.len == 0) return;
  diag(reading->diags, DIAG_ARTICLE_FIGURE, leaf->image->id_place,
       "an image with an id must stand alone in its paragraph");
  diag_hint(reading->diags, "leave an empty line before and after it");
}

static Block *read_paragraph(const BlockReading *from, cmark_node *node) {
  Leaf leaf = leaf_read(from->reading, from->marked, node, false);
  if (is_image_alone(&leaf.inlines))
    return figure_from_image(from->reading, &leaf.inlines.items[0], leaf.image);
  check_braces(from, &leaf.inlines);
  check_images(from->reading, &leaf);
  Block *block =
      block_new(from->reading, BLOCK_PARAGRAPH, block_place(from, node));
  block->inlines = leaf.inlines;
  return block;
}

/* -- Blocks that hold blocks -- */

static BlockList read_inside(const BlockReading *from, cmark_node *parent,
                             int depth);

static Block *read_quote(const BlockReading *from, cmark_node *node,
                         int depth) {
  Block *block = block_new(from->reading, BLOCK_QUOTE, block_place(from, node));
  block->blocks = read_inside(from, node, depth + 1);
  return block;
}

static int task_of(cmark_node *item) {
  if (!cmark_is_task(item)) return 0;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? 2 : 1;
}

static Block *read_list(const BlockReading *from, cmark_node *node, int depth) {
  Block *block = block_new(from->reading, BLOCK_LIST, block_place(from, node));
  block->is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  block->is_tight = cmark_node_get_list_tight(node) != 0;
  block->first_number = block->is_ordered ? cmark_node_get_list_start(node) : 0;
  cmark_node *item = cmark_node_first_child(node);
  for (; item; item = cmark_node_next(item)) {
    BlockList inner = read_inside(from, item, depth + 1);
    ListItem *added = list_new(from->reading->report, &block->items);
    added->task = task_of(item);
    added->blocks = inner;
  }
  return block;
}

/* -- Divs -- */

/* Siblings being read; a div's blocks end at its closing marker. */
typedef struct Siblings {
  const BlockReading *from;
  cmark_node *next;
  int depth;
} Siblings;

static BlockList read_siblings(Siblings *siblings, const Marker *open);

static void read_div(Siblings *siblings, const Marker *open, Str words,
                     Place place, BlockList *blocks) {
  const Reading *reading = siblings->from->reading;
  Div div = {.place = open->place};
  div.attributes = div_attributes(reading, words, place);
  siblings->depth++;
  div.blocks = read_siblings(siblings, open);
  siblings->depth--;
  if (!div.attributes) return;
  Block *block = directive_read(reading, &div);
  if (block) list_add(reading->report, blocks, block);
}

/* -- All of them -- */

static Block *read_html(const BlockReading *from, cmark_node *node) {
  Str text = marked_restore(from->reading->report, from->marked,
                            str_from(cmark_node_get_literal(node)));
  if (!str_starts(str_trim(text), S("<!--")))
    diag(from->reading->diags, DIAG_ARTICLE_HTML, block_place(from, node),
         "this is HTML, which is not used here");
  return NULL;
}

static Block *read_block(const BlockReading *from, cmark_node *node,
                         int depth) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_HEADING:
    return read_heading(from, node);
  case CMARK_NODE_PARAGRAPH:
    return read_paragraph(from, node);
  case CMARK_NODE_CODE_BLOCK:
    return code_read(from, node);
  case CMARK_NODE_BLOCK_QUOTE:
    return read_quote(from, node, depth);
  case CMARK_NODE_LIST:
    return read_list(from, node, depth);
  case CMARK_NODE_THEMATIC_BREAK:
    return block_new(from->reading, BLOCK_RULE, block_place(from, node));
  case CMARK_NODE_HTML_BLOCK:
    return read_html(from, node);
  default:
    return cmark_is_table(node) ? table_read(from, node) : NULL;
  }
}

/* "[^name]:" stands where the definition's first line does. */
static Str footnote_name(const BlockReading *from, cmark_node *node) {
  int at = marked_offset(from->marked, cmark_node_get_start_line(node), 1);
  Str text = str_slice(from->marked->text, at, from->marked->text.len);
  int line = str_find_char(text, '\n');
  if (line >= 0) text.len = line;
  int open = str_find(text, S("[^"));
  int close = str_find(text, S("]:"));
  if (open < 0 || close < open) return (Str){0};
  return str_slice(text, open + 2, close);
}

static void read_footnote(const BlockReading *from, cmark_node *node,
                          int depth) {
  Footnote note = {.name = footnote_name(from, node),
                   .place = block_place(from, node)};
  note.blocks = read_inside(from, node, depth + 1);
  list_add(from->reading->report, &from->reading->article->footnotes, note);
}

/* ": meaning" after a paragraph: its list takes the paragraph as its term, and
 * joins the definitions that stand before it. */
static void add_definitions(const BlockReading *from, Block *list,
                            BlockList *blocks) {
  Arena *report = from->reading->report;
  Block *term = blocks->count ? *list_last(blocks) : NULL;
  list->list_form = LIST_DEFINITION;
  if (term && term->kind == BLOCK_PARAGRAPH && list->items.count) {
    list->items.items[0].term = term->inlines;
    blocks->count--;
  }
  Block *before = blocks->count ? *list_last(blocks) : NULL;
  if (!before || before->list_form != LIST_DEFINITION) {
    list_add(report, blocks, list);
    return;
  }
  for (int i = 0; i < list->items.count; i++)
    list_add(report, &before->items, list->items.items[i]);
}

static bool is_definitions(const BlockReading *from, cmark_node *node) {
  if (cmark_node_get_type(node) != CMARK_NODE_LIST) return false;
  int at = marked_offset(from->marked, cmark_node_get_start_line(node),
                         cmark_node_get_start_column(node));
  return marked_is_definition(from->marked, at);
}

static void read_sibling(Siblings *siblings, cmark_node *node,
                         BlockList *blocks) {
  const BlockReading *from = siblings->from;
  Block *before = blocks->count ? *list_last(blocks) : NULL;
  if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
    read_footnote(from, node, siblings->depth);
  } else if (before && before->kind == BLOCK_TABLE &&
             caption_follows(from, node)) {
    caption_read(from, node, before);
  } else {
    Block *block = read_block(from, node, siblings->depth);
    if (!block) return;
    if (is_definitions(from, node))
      add_definitions(from, block, blocks);
    else
      list_add(from->reading->report, blocks, block);
  }
}

/* Up to the marker that closes `open`, or to the end. */
static BlockList read_siblings(Siblings *siblings, const Marker *open) {
  BlockList blocks = {0};
  const Reading *reading = siblings->from->reading;
  while (siblings->next) {
    cmark_node *node = siblings->next;
    siblings->next = cmark_node_next(node);
    const Marker *marker = div_fence(siblings->from, node);
    if (!marker) {
      read_sibling(siblings, node, &blocks);
      continue;
    }
    Place place;
    Str words = div_words(reading, marker, &place);
    if (words.len && siblings->depth < LIMIT_ARTICLE_DEPTH) {
      read_div(siblings, marker, words, place, &blocks);
    } else if (words.len) {
      diag(reading->diags, DIAG_ARTICLE_LIMIT, marker->place,
           "blocks are nested deeper than %d", LIMIT_ARTICLE_DEPTH);
    } else if (open) {
      return blocks;
    } else {
      diag(reading->diags, DIAG_ARTICLE_UNCLOSED, marker->place,
           "this ':::' closes nothing");
    }
  }
  if (open) {
    diag(reading->diags, DIAG_ARTICLE_UNCLOSED, open->place,
         "this ':::' is not closed");
    diag_hint(reading->diags, "a line of ':::' alone closes it");
  }
  return blocks;
}

static BlockList read_inside(const BlockReading *from, cmark_node *parent,
                             int depth) {
  if (depth > LIMIT_ARTICLE_DEPTH) {
    diag(from->reading->diags, DIAG_ARTICLE_LIMIT, block_place(from, parent),
         "blocks are nested deeper than %d", LIMIT_ARTICLE_DEPTH);
    return (BlockList){0};
  }
  Siblings siblings = {from, cmark_node_first_child(parent), depth};
  return read_siblings(&siblings, NULL);
}

void blocks_read(Reading *reading) {
  int length = reading->source->text.len - reading->body;
  Place place = place_at(reading->source, reading->body, length);
  BlockReading from = {reading,
                       marked_blocks(reading->report, place, reading->diags)};
  Arena scratch = {0};
  cmark_node *root = cmark_tree_read(&scratch, from.marked->text);
  if (from.marked->has_calls) cmark_node_free(cmark_node_first_child(root));
  reading->article->blocks = read_inside(&from, root, 0);
  unused_notes_warn(reading, from.marked);
  arena_clear(&scratch);
}
