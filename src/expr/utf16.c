/* Offsets in units of UTF-16, over UTF-8. */
#include "expr/utf16.h"

/* Units of the character that a lead byte begins; none of other bytes. */
static int units(unsigned char byte) {
  if ((byte & 0xC0) == 0x80) return 0;
  return byte >= 0xF0 ? 2 : 1;
}

int utf16_from_byte(Str text, int byte) {
  int count = 0;
  for (int i = 0; i < byte; i++)
    count += units((unsigned char)text.text[i]);
  return count;
}

int utf16_length(Str text) {
  return utf16_from_byte(text, text.len);
}

int utf16_to_byte(Str text, int index) {
  int count = 0;
  for (int i = 0; i < text.len; i++) {
    int more = units((unsigned char)text.text[i]);
    if (more && count + more > index) return i;
    count += more;
  }
  return text.len;
}

Str utf16_slice(Str text, int start, int end) {
  int from = utf16_to_byte(text, start), to = utf16_to_byte(text, end);
  return str_slice(text, from, to < from ? from : to);
}
