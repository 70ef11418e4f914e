/* Fenced and indented code; a vega-lite fence is a figure. */
#include <string.h>

#include "article/block_reading.h"
#include "article/figure.h"
#include "base/number.h"

static Str line_at(const BlockReading *from, int line) {
  int start = marked_offset(from->marked, line, 1);
  int end = marked_offset(from->marked, line + 1, 1);
  return str_slice(from->marked->text, start, end > start ? end : start);
}

static bool is_fence(Str line, char sign, int length) {
  int i = 0, count = 0;
  while (i < line.len && strchr(" \t>", line.text[i]))
    i++;
  while (i + count < line.len && line.text[i + count] == sign)
    count++;
  return count >= length &&
         str_trim(str_slice(line, i + count, line.len)).len == 0;
}

static void check_fence(const BlockReading *from, cmark_node *node) {
  int length, offset;
  char sign;
  if (!cmark_node_get_fenced(node, &length, &offset, &sign)) return;
  int last = cmark_node_get_end_line(node);
  bool is_closed = last > cmark_node_get_start_line(node) &&
                   is_fence(line_at(from, last), sign, length);
  if (is_closed) return;
  int at = marked_offset(from->marked, cmark_node_get_start_line(node),
                         cmark_node_get_start_column(node));
  diag(from->reading->diags, DIAG_ARTICLE_UNCLOSED,
       marked_place(from->marked, at, at + length),
       "this block of code is not closed");
}

/* What stands between the fences. */
static Place code_place(const BlockReading *from, cmark_node *node) {
  int start =
      marked_offset(from->marked, cmark_node_get_start_line(node) + 1, 1);
  int end = marked_offset(from->marked, cmark_node_get_end_line(node), 1);
  return marked_place(from->marked, start, end > start ? end : start);
}

static const Attributes *info_attributes(const BlockReading *from, Str info) {
  for (int i = 0; i < info.len;) {
    int length = 0;
    const Marker *marker =
        marked_find(from->marked, str_slice(info, i, info.len), &length);
    if (marker && marker->kind == MARKER_ATTRIBUTES)
      return attributes_read(from->reading, marker->place);
    if (!marker) str_next(str_slice(info, i, info.len), &length);
    i += length;
  }
  return NULL;
}

static const char *const names[] = {"start", "caption", NULL};

/* {.numbered start=5}: the number of the first line; 0: none. */
static int first_line(const Reading *reading, const Attributes *attributes) {
  const Attribute *start = attributes_find(attributes, "start");
  bool is_numbered = start || attributes_has_class(attributes, "numbered");
  double number = 1;
  if (start && (!number_read(reading_text(reading, start->value), &number) ||
                number < 1 || number > 1e6 || number != (int)number))
    diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, start->value,
         "'start' is the number of the first line");
  return is_numbered ? (int)number : 0;
}

Block *code_read(const BlockReading *from, cmark_node *node) {
  const Reading *reading = from->reading;
  Str info = str_from(cmark_node_get_fence_info(node));
  const Attributes *attributes = info_attributes(from, info);
  int space = 0;
  while (space < info.len && info.text[space] != ' ' &&
         (unsigned char)info.text[space] < 0x80)
    space++;
  Str language = str_copy(reading->report, str_slice(info, 0, space));
  check_fence(from, node);
  Place place = block_place(from, node);
  if (str_is(language, "vega-lite"))
    return figure_from_spec(reading, place, code_place(from, node), attributes);
  Block *block = block_new(reading, BLOCK_CODE, place);
  block->language = language;
  block->text = marked_restore(reading->report, from->marked,
                               str_from(cmark_node_get_literal(node)));
  block_identify(block, attributes);
  attributes_check(reading, attributes, names);
  block->caption = attributes_inlines(reading, attributes, "caption");
  block->first_line = first_line(reading, attributes);
  return block;
}
