/* cmark's inline nodes -> Inlines with places. */
#include "article/inlines.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "article/cmark_tree.h"
#include "article/spans.h"
#include "article/text_units.h"
#include "base/limits.h"

/* -- Where a node stands -- */

static int expected_offset(const Leaf *leaf, int line, int column) {
  if (line < 1) return leaf->cursor;
  int offset = marked_offset(leaf->marked, line, column) + leaf->delta;
  return CLAMP(offset, 0, leaf->end);
}

static Place node_place(const Leaf *leaf, cmark_node *node) {
  int start = expected_offset(leaf, cmark_node_get_start_line(node),
                              cmark_node_get_start_column(node));
  int end = expected_offset(leaf, cmark_node_get_end_line(node),
                            cmark_node_get_end_column(node) + 1);
  if (cmark_node_get_start_line(node) < 1) end = start;
  return marked_place(leaf->marked, start, MAX(start, end));
}

/* Where the literal stands: where cmark says, else next. -1: nowhere. */
static int find_literal(const Leaf *leaf, cmark_node *node, Str literal) {
  enum { WINDOW = 4096 };
  const MarkedText *marked = leaf->marked;
  int at = expected_offset(leaf, cmark_node_get_start_line(node),
                           cmark_node_get_start_column(node));
  if (at >= leaf->cursor && text_units_end(marked, literal, at, leaf->end) >= 0)
    return at;
  int last = MIN(leaf->end, leaf->cursor + WINDOW);
  for (at = leaf->cursor; at < last; at++)
    if (text_units_end(marked, literal, at, leaf->end) >= 0) return at;
  return -1;
}

/* cmark counts columns of later lines as if they began where the first does. */
static void start_next_line(Leaf *leaf) {
  const char *text = leaf->marked->text.text;
  int at = leaf->cursor;
  while (at < leaf->end && text[at] != '\n')
    at++;
  int line = at < leaf->end ? at + 1 : at;
  at = line;
  while (at < leaf->end && strchr(" \t>", text[at]))
    at++;
  leaf->cursor = at;
  leaf->delta = at - line - (leaf->column - 1);
}

/* -- Text -- */

static void add_text(Leaf *leaf, InlineList *list, Str text, Place place) {
  if (text.len == 0) return;
  Inline *added = list_new(leaf->reading->report, list);
  *added = (Inline){.kind = INLINE_TEXT, .text = text, .place = place};
}

/* A verbatim stretch that is being gathered. */
typedef struct Stretch {
  StrBuf text;
  int start; /* in the marked text */
} Stretch;

static void flush(Leaf *leaf, InlineList *list, Stretch *stretch, int end) {
  Str text = strbuf_str(&stretch->text);
  if (text.len) {
    int origin = marked_origin(leaf->marked, stretch->start);
    Place place = place_at(leaf->marked->source, origin, text.len);
    add_text(leaf, list, str_copy(leaf->reading->report, text), place);
  }
  stretch->text.len = 0;
  stretch->start = end;
}

static void add_marker(Leaf *leaf, InlineList *list, const Marker *marker) {
  if (marker->kind == MARKER_ATTRIBUTES)
    span_attach(leaf, list, marker->place);
  else
    add_text(leaf, list, reading_text(leaf->reading, marker->place),
             marker->place);
}

static void add_aligned(Leaf *leaf, InlineList *list, Str literal, int at) {
  const MarkedText *marked = leaf->marked;
  Stretch stretch = {.text = {.arena = leaf->reading->report}, .start = at};
  for (int i = 0; i < literal.len;) {
    TextUnit unit = text_unit(marked, str_slice(literal, i, literal.len),
                              str_slice(marked->text, at, leaf->end));
    Str part = str_slice(literal, i, i + unit.literal);
    i += unit.literal;
    at += unit.marked;
    bool is_filler = unit.marker && unit.marker->kind == MARKER_FILLER;
    if (is_filler) {
      if (stretch.text.len == 0) stretch.start = at;
    } else if (unit.marker) {
      flush(leaf, list, &stretch, at);
      add_marker(leaf, list, unit.marker);
    } else if (unit.literal != unit.marked) {
      flush(leaf, list, &stretch, at);
      add_text(leaf, list, str_copy(leaf->reading->report, part),
               marked_place(marked, at - unit.marked, at));
    } else {
      strbuf_add(&stretch.text, part);
    }
  }
  flush(leaf, list, &stretch, at);
  leaf->cursor = at;
}

/* Text that is not found in the source: its place is the cursor's. */
static void add_unaligned(Leaf *leaf, InlineList *list, Str literal) {
  Place place = marked_place(leaf->marked, leaf->cursor, leaf->cursor);
  StrBuf text = {.arena = leaf->reading->report};
  for (int i = 0; i < literal.len;) {
    Str rest = str_slice(literal, i, literal.len);
    int length = 0;
    const Marker *marker = marked_find(leaf->marked, rest, &length);
    if (marker && marker->kind != MARKER_FILLER) {
      add_text(leaf, list, str_copy(leaf->reading->report, strbuf_str(&text)),
               place);
      text.len = 0;
      add_marker(leaf, list, marker);
    }
    if (!marker) {
      str_next(rest, &length);
      strbuf_add(&text, str_slice(rest, 0, length));
    }
    i += length;
  }
  add_text(leaf, list, strbuf_str(&text), place);
}

static void read_text(Leaf *leaf, cmark_node *node, InlineList *list) {
  Str literal = str_from(cmark_node_get_literal(node));
  int at = find_literal(leaf, node, literal);
  if (at >= 0)
    add_aligned(leaf, list, literal, at);
  else
    add_unaligned(leaf, list, literal);
}

/* -- The other kinds -- */

static Str restored(const Leaf *leaf, const char *text) {
  return marked_restore(leaf->reading->report, leaf->marked, str_from(text));
}

static Inline *add_inline(Leaf *leaf, InlineList *list, InlineKind kind,
                          Place place) {
  Inline *added = list_new(leaf->reading->report, list);
  *added = (Inline){.kind = kind, .place = place};
  return added;
}

static void read_code(Leaf *leaf, cmark_node *node, InlineList *list) {
  Str literal = str_from(cmark_node_get_literal(node));
  Str text = restored(leaf, literal.text);
  int from = expected_offset(leaf, cmark_node_get_start_line(node),
                             cmark_node_get_start_column(node));
  from = MAX(leaf->cursor, from - 1);
  Str source = str_slice(leaf->marked->text, MIN(from, leaf->end), leaf->end);
  int found = str_find(str_slice(source, 0, MIN(source.len, literal.len + 80)),
                       literal);
  int at = found < 0 ? from : from + found;
  leaf->cursor = found < 0 ? from : at + literal.len;
  Place place = marked_place(leaf->marked, at, leaf->cursor);
  add_inline(leaf, list, INLINE_CODE, place)->text = text;
}

static void read_children(Leaf *leaf, cmark_node *parent, InlineList *list,
                          int depth);

static void read_container(Leaf *leaf, cmark_node *node, InlineList *list,
                           InlineKind kind, int depth) {
  Inline container = {.kind = kind, .place = node_place(leaf, node)};
  if (kind == INLINE_LINK || kind == INLINE_IMAGE) {
    container.target = restored(leaf, cmark_node_get_url(node));
    container.title = restored(leaf, cmark_node_get_title(node));
  }
  const Attributes *outer = leaf->image;
  read_children(leaf, node, &container.inner, depth + 1);
  leaf->image = outer;
  list_add(leaf->reading->report, list, container);
}

static void read_footnote(Leaf *leaf, cmark_node *node, InlineList *list) {
  Place place = node_place(leaf, node);
  int index = atoi(cmark_node_get_literal(node)) - 1;
  Inline *mark = add_inline(leaf, list, INLINE_FOOTNOTE, place);
  mark->footnote = leaf->names ? -1 : index;
  if (leaf->names && index >= 0 && index < leaf->names->count)
    mark->text = leaf->names->items[index];
}

/* Tags that hold inlines. */
static const struct {
  const char *open, *close;
  InlineKind kind;
  const char *classes;
} tags[] = {
    {"<sup>", "</sup>", INLINE_SUPERSCRIPT, ""},
    {"<sub>", "</sub>", INLINE_SUBSCRIPT, ""},
    {"<u>", "</u>", INLINE_SPAN, "underline"},
};

/* The inlines from the opening tag in the table's row to the closing one; the
 * last node that was used. */
static cmark_node *read_tagged(Leaf *leaf, cmark_node *node, InlineList *list,
                               size_t row, int depth) {
  Inline container = {.kind = tags[row].kind,
                      .classes = str_from(tags[row].classes),
                      .place = node_place(leaf, node)};
  cmark_node *last = spans_read_until(leaf, node, tags[row].close,
                                      &container.inner, depth + 1);
  list_add(leaf->reading->report, list, container);
  if (last) return last;
  diag(leaf->reading->diags, DIAG_ARTICLE_UNCLOSED, container.place,
       "'%s' is not closed", tags[row].open);
  return node;
}

/* <sup>, <sub> and <u> up to the end tag, and <br>; the last node that was
 * used. */
static cmark_node *read_html(Leaf *leaf, cmark_node *node, InlineList *list,
                             int depth) {
  Str text = restored(leaf, cmark_node_get_literal(node));
  Place place = node_place(leaf, node);
  for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
    if (str_is(text, tags[i].open))
      return read_tagged(leaf, node, list, i, depth);
  if (str_is(text, "<br>") || str_is(text, "<br/>") || str_is(text, "<br />"))
    add_inline(leaf, list, INLINE_LINE_BREAK, place);
  else if (str_starts(text, S(":::")))
    add_text(leaf, list, text, place);
  else if (!str_starts(text, S("<!--")))
    diag(leaf->reading->diags, DIAG_ARTICLE_HTML, place,
         "'%.*s' is HTML, which is not used here", STR(text));
  return node;
}

cmark_node *inline_read(Leaf *leaf, cmark_node *node, InlineList *list,
                        int depth) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    read_text(leaf, node, list);
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK: {
    bool is_soft = cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK;
    Place place = marked_place(leaf->marked, leaf->cursor, leaf->cursor);
    add_inline(leaf, list, is_soft ? INLINE_SPACE : INLINE_LINE_BREAK, place);
    start_next_line(leaf);
    break;
  }
  case CMARK_NODE_CODE:
    read_code(leaf, node, list);
    break;
  case CMARK_NODE_HTML_INLINE:
    return read_html(leaf, node, list, depth);
  case CMARK_NODE_EMPH:
    read_container(leaf, node, list, INLINE_EMPHASIS, depth);
    break;
  case CMARK_NODE_STRONG:
    read_container(leaf, node, list, INLINE_STRONG, depth);
    break;
  case CMARK_NODE_LINK:
    read_container(leaf, node, list, INLINE_LINK, depth);
    break;
  case CMARK_NODE_IMAGE:
    read_container(leaf, node, list, INLINE_IMAGE, depth);
    break;
  case CMARK_NODE_FOOTNOTE_REFERENCE:
    read_footnote(leaf, node, list);
    break;
  default:
    if (cmark_is_strikethrough(node))
      read_container(leaf, node, list, INLINE_STRIKE, depth);
  }
  return node;
}

static void read_children(Leaf *leaf, cmark_node *parent, InlineList *list,
                          int depth) {
  if (depth > LIMIT_ARTICLE_DEPTH) {
    diag(leaf->reading->diags, DIAG_ARTICLE_LIMIT, node_place(leaf, parent),
         "emphasis and links are nested deeper than %d", LIMIT_ARTICLE_DEPTH);
    return;
  }
  cmark_node *node = cmark_node_first_child(parent);
  for (; node; node = cmark_node_next(node))
    node = inline_read(leaf, node, list, depth);
}

/* -- Doors -- */

static void warn_stray(const Leaf *leaf, const Attributes *attributes) {
  diag(leaf->reading->diags, DIAG_ARTICLE_STRAY_ATTRIBUTES, attributes->place,
       "these attributes belong to nothing");
  diag_hint(leaf->reading->diags,
            "they follow a heading, an image, a fence, or [text] in brackets");
}

static Leaf read_leaf(const Reading *reading, const MarkedText *marked,
                      cmark_node *node, bool keeps_trailing,
                      const NoteNames *names) {
  int line = cmark_node_get_start_line(node);
  int column = cmark_node_get_start_column(node);
  int end = marked_offset(marked, cmark_node_get_end_line(node) + 1, 1);
  int start = marked_offset(marked, line, column);
  Leaf leaf = {.reading = reading,
               .marked = marked,
               .cursor = start,
               .end = MAX(start, end),
               .column = column,
               .names = names};
  read_children(&leaf, node, &leaf.inlines, 0);
  if (leaf.trailing && !keeps_trailing) warn_stray(&leaf, leaf.trailing);
  return leaf;
}

Leaf leaf_read(const Reading *reading, const MarkedText *marked,
               cmark_node *node, bool keeps_trailing) {
  return read_leaf(reading, marked, node, keeps_trailing, NULL);
}

/* The line, and for cmark a definition of each note that it calls. */
static Str with_notes(Arena *scratch, Str line, NoteNames *names) {
  StrBuf text = {.arena = scratch};
  strbuf_add(&text, line);
  for (int at = 0; at < line.len; at++) {
    Str name = marked_note_name(str_slice(line, at, line.len));
    if (!name.len) continue;
    strbuf_addf(&text, "\n\n[^%.*s]: .", STR(name));
    list_add(scratch, names, name);
  }
  strbuf_add_c(&text, "\n");
  return strbuf_str(&text);
}

/* The names by the numbers that cmark gave them: it keeps what is called, in
 * the order of the calls. The k-th definition stood on line 3 + 2k. */
static NoteNames called_names(Arena *report, cmark_node *paragraph,
                              const NoteNames *names) {
  NoteNames called = {0};
  cmark_node *node = cmark_node_next(paragraph);
  for (; node; node = cmark_node_next(node)) {
    int index = (cmark_node_get_start_line(node) - 3) / 2;
    if (index >= 0 && index < names->count)
      list_add(report, &called, str_copy(report, names->items[index]));
  }
  return called;
}

InlineList inlines_read_line(const Reading *reading, Place place) {
  const MarkedText *marked =
      marked_inlines(reading->report, place, reading->diags);
  Arena scratch = {0};
  NoteNames names = {0};
  Str text = with_notes(&scratch, marked->text, &names);
  cmark_node *root = cmark_tree_read(&scratch, text);
  cmark_node *paragraph = cmark_node_first_child(root);
  InlineList inlines = {0};
  if (paragraph) {
    NoteNames called = called_names(reading->report, paragraph, &names);
    inlines = read_leaf(reading, marked, paragraph, false, &called).inlines;
  }
  arena_clear(&scratch);
  return inlines;
}
