/* Brackets with attributes, and pairs of tags. */
#include "article/spans.h"

#include <string.h>

#include "base/limits.h"

static bool is_verbatim(const Inline *item) {
  return item->kind == INLINE_TEXT && item->place.length == item->text.len &&
         !str_starts(item->text, S("{{"));
}

typedef struct Bracket {
  int item, offset; /* of the inline, and in its text; item -1: none */
} Bracket;

/* The opening bracket that matches the closing one at the list's very end. */
static Bracket find_open(const InlineList *list) {
  enum { FARTHEST = 200 };
  int depth = 0;
  int stop = list->count > FARTHEST ? list->count - FARTHEST : 0;
  for (int i = list->count - 1; i >= stop; i--) {
    const Inline *item = &list->items[i];
    if (!is_verbatim(item)) continue;
    for (int k = item->text.len - 1; k >= 0; k--) {
      if (item->text.text[k] == ']') depth++;
      if (item->text.text[k] == '[' && --depth == 0) return (Bracket){i, k};
    }
  }
  return (Bracket){-1, 0};
}

static Inline text_part(const Inline *item, int start, int end) {
  Inline part = *item;
  part.text = str_slice(item->text, start, end);
  part.place = place_within(item->place, start, end - start);
  return part;
}

/* Takes what stands after the opening bracket out of the list, as a span. */
static void wrap(Leaf *leaf, InlineList *list, Bracket open,
                 const Attributes *attributes) {
  Arena *report = leaf->reading->report;
  static const char *const names[] = {"lang", "abbr",  "alt",
                                      "ruby", "hanja", NULL};
  attributes_check(leaf->reading, attributes, names);
  Inline span = {.kind = INLINE_SPAN,
                 .classes = attributes->classes,
                 .language = attributes_text(leaf->reading, attributes, "lang"),
                 .expansion =
                     attributes_text(leaf->reading, attributes, "abbr"),
                 .alt = attributes_text(leaf->reading, attributes, "alt"),
                 .ruby = attributes_text(leaf->reading, attributes, "ruby"),
                 .hanja = attributes_text(leaf->reading, attributes, "hanja")};
  Inline first = list->items[open.item];
  int start = first.place.offset + open.offset;
  int end = attributes->place.offset + attributes->place.length;
  span.place = place_at(first.place.source, start, end - start);
  for (int i = open.item; i < list->count; i++) {
    Inline item = list->items[i];
    int from = i == open.item ? open.offset + 1 : 0;
    int to = i == list->count - 1 ? item.text.len - 1 : item.text.len;
    if (item.kind == INLINE_TEXT && is_verbatim(&item)) {
      if (from >= to) continue;
      item = text_part(&item, from, to);
    }
    list_add(report, &span.inner, item);
  }
  list->count = open.item;
  if (open.offset > 0)
    list_add(report, list, text_part(&first, 0, open.offset));
  list_add(report, list, span);
}

static bool ends_in_bracket(const InlineList *list) {
  const Inline *last = list_last(list);
  return is_verbatim(last) && str_ends(last->text, S("]"));
}

static bool is_right_before(const Inline *item, Place place) {
  return item->place.offset + item->place.length <= place.offset;
}

void span_attach(Leaf *leaf, InlineList *list, Place place) {
  const Attributes *attributes = attributes_read(leaf->reading, place);
  if (list->count > 0 && is_right_before(list_last(list), place)) {
    Inline *last = list_last(list);
    if (last->kind == INLINE_IMAGE || last->kind == INLINE_LINK) {
      last->classes = attributes->classes;
      if (last->kind == INLINE_IMAGE) leaf->image = attributes;
      return;
    }
    if (ends_in_bracket(list)) {
      Bracket open = find_open(list);
      if (open.item >= 0) {
        wrap(leaf, list, open, attributes);
        return;
      }
    }
  }
  leaf->trailing = attributes;
}

static bool is_tag(cmark_node *node, const char *tag) {
  return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
         !strcmp(cmark_node_get_literal(node), tag);
}

static cmark_node *find_tag(cmark_node *open, const char *close) {
  enum { FARTHEST = 1000 };
  cmark_node *node = cmark_node_next(open);
  for (int i = 0; node && i < FARTHEST; i++, node = cmark_node_next(node))
    if (is_tag(node, close)) return node;
  return NULL;
}

cmark_node *spans_read_until(Leaf *leaf, cmark_node *open, const char *close,
                             InlineList *inner, int depth) {
  cmark_node *end = find_tag(open, close);
  if (!end || depth > LIMIT_ARTICLE_DEPTH) return NULL;
  cmark_node *last = open;
  cmark_node *node = cmark_node_next(open);
  while (node && node != end) {
    last = inline_read(leaf, node, inner, depth);
    node = last == end ? end : cmark_node_next(last);
  }
  return node ? end : last; /* tags that cross take all there is */
}
