/* Offsets to lines and columns. */
#include "base/source.h"

LineColumn source_position(const Source *source, int offset) {
  LineColumn at = {1, 1};
  int i = 0;
  if (offset > source->text.len) offset = source->text.len;
  while (i < offset) {
    uint32_t c = str_next(source->text, &i);
    at.column++;
    if (c == '\n') {
      at.line++;
      at.column = 1;
    }
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
