/* Lines of ::: with what they open. */
#include <string.h>

#include "article/block_reading.h"

/* The marker of a div in a node, else NULL. */
const Marker *div_fence(const BlockReading *from, cmark_node *node) {
  if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) return NULL;
  Str text = str_trim(str_from(cmark_node_get_literal(node)));
  if (!str_starts(text, S("<?"))) return NULL;
  int length = 0;
  const Marker *marker =
      marked_find(from->marked, str_slice(text, 2, text.len), &length);
  return marker && marker->kind == MARKER_DIV ? marker : NULL;
}

/* What follows the colons: nothing closes. */
Str div_words(const Reading *reading, const Marker *marker, Place *place) {
  Str text = reading_text(reading, marker->place);
  int start = 0;
  while (start < text.len && text.text[start] == ':')
    start++;
  Str words = str_trim(str_slice(text, start, text.len));
  if (words.len) start = (int)(words.text - text.text);
  *place = place_within(marker->place, start, words.len);
  return words;
}

static const Attributes *named_div(const Reading *reading, Place place,
                                   Str name) {
  Attributes *attributes = arena_new(reading->report, Attributes);
  attributes->place = place;
  attributes->classes = name;
  return attributes;
}

const Attributes *div_attributes(const Reading *reading, Str words,
                                 Place place) {
  if (words.text[0] == '{') {
    int extent = attributes_extent(words, 0);
    Str after = str_trim(str_slice(words, extent, words.len));
    while (after.len && after.text[after.len - 1] == ':')
      after.len--;
    if (extent && str_trim(after).len == 0)
      return attributes_read(reading, place_within(place, 0, extent));
    diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, place,
         "these attributes are not well formed");
    diag_hint(reading->diags, "write ::: {.class #id key=\"value\"}");
    return NULL;
  }
  while (words.len && strchr(": \t", words.text[words.len - 1]))
    words.len--;
  return named_div(reading, place, words);
}
