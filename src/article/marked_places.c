/* Ways back from the marked text to the source. */
#include <glib.h>

#include "article/marked.h"

enum { FIRST_MARKER = 0xFDD0, FIRST_DIGIT = 0xFDE0, MARKER_BYTES = 3 };

/* The last marker at or before the offset, -1: none. */
static int marker_before(const MarkedText *marked, int offset) {
  int low = -1, high = marked->markers.count;
  while (high - low > 1) {
    int middle = low + (high - low) / 2;
    if (marked->markers.items[middle].at <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

bool marked_is_definition(const MarkedText *marked, int offset) {
  int index = marker_before(marked, offset);
  if (index < 0) return false;
  const Marker *marker = &marked->markers.items[index];
  return marker->kind == MARKER_DEFINITION && marker->at == offset;
}

int marked_origin(const MarkedText *marked, int offset) {
  int index = marker_before(marked, offset);
  if (index < 0) return marked->origin + offset;
  const Marker *marker = &marked->markers.items[index];
  int past = offset - marker->at - marker->length;
  if (marker->kind == MARKER_DIV) past -= 2; /* its "?>" */
  if (past < 0) return marker->place.offset;
  return marker->place.offset + marker->place.length + past;
}

Place marked_place(const MarkedText *marked, int start, int end) {
  int first = marked_origin(marked, start);
  int last = marked_origin(marked, end);
  return place_at(marked->source, first, last > first ? last - first : 0);
}

int marked_offset(const MarkedText *marked, int line, int column) {
  if (line < 1) return 0;
  if (line > marked->lines.count) return marked->text.len;
  int offset = marked->lines.items[line - 1] + (column > 0 ? column - 1 : 0);
  return MIN(offset, marked->text.len);
}

const Marker *marked_find(const MarkedText *marked, Str text, int *length) {
  int at = 0;
  uint32_t c = str_next(text, &at);
  if (c < FIRST_MARKER || c >= FIRST_DIGIT) return NULL;
  if (c == FIRST_MARKER + MARKER_FILLER) {
    static const Marker filler = {.kind = MARKER_FILLER,
                                  .length = MARKER_BYTES};
    *length = at;
    return &filler;
  }
  int index = 0;
  for (int next = at; next < text.len; at = next) {
    uint32_t digit = str_next(text, &next);
    if (digit < FIRST_DIGIT || digit > FIRST_DIGIT + 9) break;
    index = index * 10 + (int)(digit - FIRST_DIGIT);
  }
  if (index >= marked->markers.count) return NULL;
  *length = at;
  return &marked->markers.items[index];
}

static bool holds_marker(Str text) {
  /* U+FDD0 .. U+FDEF are EF B7 90 .. EF B7 AF */
  return str_find(text, S("\xEF\xB7")) >= 0;
}

static Str place_text(Place place) {
  return str_slice(place.source->text, place.offset,
                   place.offset + place.length);
}

Str marked_restore(Arena *report, const MarkedText *marked, Str text) {
  if (!holds_marker(text)) return str_copy(report, text);
  StrBuf restored = {.arena = report};
  for (int i = 0; i < text.len;) {
    Str rest = str_slice(text, i, text.len);
    int length = 0;
    const Marker *marker = marked_find(marked, rest, &length);
    if (marker && marker->kind == MARKER_DIV) { /* <?...?> */
      restored.len -= MIN(2, restored.len);
      length += 2;
    }
    if (marker && marker->kind != MARKER_FILLER)
      strbuf_add(&restored, place_text(marker->place));
    if (!marker) {
      str_next(rest, &length);
      strbuf_add(&restored, str_slice(rest, 0, length));
    }
    i += MIN(length, rest.len);
  }
  return strbuf_str(&restored);
}
