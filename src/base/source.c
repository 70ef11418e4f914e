/* Offsets to lines and columns. */
#include "base/source.h"

#include <string.h>

/* Lines are counted bytewise; only the last one is read as characters. */
LineColumn source_position(const Source *source, int offset) {
  LineColumn at = {1, 1};
  Str text = source->text;
  if (offset > text.len) offset = text.len;
  int start = 0;
  while (start < offset) {
    const char *end = memchr(text.text + start, '\n', (size_t)(offset - start));
    if (!end) break;
    start = (int)(end - text.text) + 1;
    at.line++;
  }
  while (start < offset) {
    str_next(text, &start);
    at.column++;
  }
  return at;
}

Str source_line(const Source *source, int offset) {
  Str text = source->text;
  int start = offset < 0 ? 0 : offset > text.len ? text.len : offset;
  int end = start;
  while (start > 0 && text.text[start - 1] != '\n')
    start--;
  while (end < text.len && text.text[end] != '\n' && text.text[end] != '\r')
    end++;
  return str_slice(text, start, end > start ? end : start);
}

Place place_at(const Source *source, int offset, int length) {
  return (Place){source, offset, length};
}

Place place_whole(const Source *source) {
  return (Place){source, -1, 0};
}

Place place_within(Place place, int start, int length) {
  if (!place.source || place.offset < 0) return place;
  return (Place){place.source, place.offset + start, length};
}

Place place_inside_quotes(Place place) {
  if (!place.source || place.offset < 0 || place.length < 2) return place;
  const char *text = place.source->text.text + place.offset;
  bool is_quoted =
      (text[0] == '"' || text[0] == '\'') && text[place.length - 1] == text[0];
  return is_quoted ? place_within(place, 1, place.length - 2) : place;
}
