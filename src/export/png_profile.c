/* The profile in a PNG file (PNG, 11.3.3.3: iCCP). */
#include "export/deflate.h"
#include "export/picture.h"

static unsigned big_endian(Str bytes, int at) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++)
    value = value << 8 | (unsigned char)bytes.text[at + i];
  return value;
}

/* A name, a zero, the method, the packed bytes. */
static Str unpack(Arena *arena, Str chunk) {
  int name = str_find_char(chunk, '\0');
  Str profile = {0};
  if (name < 0 || name + 2 > chunk.len) return profile;
  Str packed = str_slice(chunk, name + 2, chunk.len);
  enum { PROFILE_MAX = 16 << 20 };
  bool is_whole = inflate_bytes(arena, packed, PROFILE_MAX, &profile);
  return is_whole ? profile : (Str){0};
}

Str png_profile(Arena *arena, Str bytes) {
  enum { FIRST_CHUNK = 8, CHUNK_FRAME = 12 };
  for (int at = FIRST_CHUNK; at + CHUNK_FRAME <= bytes.len;) {
    unsigned len = big_endian(bytes, at);
    Str type = str_slice(bytes, at + 4, at + 8);
    if (len > (unsigned)(bytes.len - at - CHUNK_FRAME)) break;
    if (str_is(type, "IDAT") || str_is(type, "sRGB")) break;
    if (str_is(type, "iCCP"))
      return unpack(arena, str_slice(bytes, at + 8, at + 8 + (int)len));
    at += CHUNK_FRAME + (int)len;
  }
  return (Str){0};
}
