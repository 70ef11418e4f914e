/* Aligning a literal with its source: verbatim but for escapes and entities. */
#include "article/text_units.h"

#include <glib.h>

/* "&name;" or "&#12;": its bytes, 0: none. */
static int entity_length(Str source) {
  enum { LONGEST = 40 };
  for (int i = 1; i < source.len && i < LONGEST; i++) {
    char c = source.text[i];
    if (c == ';') return i > 1 ? i + 1 : 0;
    if (!g_ascii_isalnum(c) && c != '#') return 0;
  }
  return 0;
}

static int character_length(Str text) {
  int at = 0;
  str_next(text, &at);
  return at;
}

static TextUnit entity_unit(Str literal, Str source) {
  int length = entity_length(source);
  Str entity = str_slice(source, 0, length);
  if (length == 0) return (TextUnit){literal.text[0] == '&', 1, NULL};
  if (str_is(entity, "&amp;"))
    return (TextUnit){literal.text[0] == '&', length, NULL};
  if (str_starts(literal, entity)) return (TextUnit){1, 1, NULL};
  return (TextUnit){character_length(literal), length, NULL};
}

/* How far both go on with the same characters, none of which is more than
 * itself. */
static int plain_length(Str literal, Str source) {
  enum { MARKER_LEAD = 0xEF };
  int most = literal.len < source.len ? literal.len : source.len, length = 0;
  while (length < most && literal.text[length] == source.text[length] &&
         literal.text[length] != '\\' && literal.text[length] != '&' &&
         (unsigned char)literal.text[length] != MARKER_LEAD)
    length++;
  while (length > 0 && length < most &&
         ((unsigned char)source.text[length] & 0xC0) == 0x80)
    length--; /* to where a character begins */
  return length;
}

TextUnit text_unit(const MarkedText *marked, Str literal, Str source) {
  const TextUnit none = {0, 0, NULL};
  if (literal.len == 0 || source.len == 0) return none;
  int length = plain_length(literal, source);
  if (length) return (TextUnit){length, length, NULL};
  const Marker *marker = marked_find(marked, literal, &length);
  if (marker) {
    bool same = str_starts(source, str_slice(literal, 0, length));
    return same ? (TextUnit){length, length, marker} : none;
  }
  char first = source.text[0];
  if (first == '\\' && source.len > 1 && g_ascii_ispunct(source.text[1]))
    return literal.text[0] == source.text[1] ? (TextUnit){1, 2, NULL} : none;
  if (first == '&') return entity_unit(literal, source);
  length = character_length(literal);
  if (!str_starts(source, str_slice(literal, 0, length))) return none;
  return (TextUnit){length, length, NULL};
}

int text_units_end(const MarkedText *marked, Str literal, int at, int end) {
  for (int i = 0; i < literal.len;) {
    TextUnit unit = text_unit(marked, str_slice(literal, i, literal.len),
                              str_slice(marked->text, at, end));
    if (unit.literal == 0) return -1;
    i += unit.literal;
    at += unit.marked;
  }
  return at;
}
