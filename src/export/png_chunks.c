/* A PNG file's chunks (PNG, 5.3): its profile, and its pixels as they are. */
#include "export/color_profile.h"
#include "export/deflate.h"
#include "export/picture.h"

typedef struct Chunk {
  Str type, data;
} Chunk;

static unsigned big_endian(Str bytes, int at) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++)
    value = value << 8 | (unsigned char)bytes.text[at + i];
  return value;
}

/* The chunk at *at, which moves behind it; false: no more that are whole. */
static bool next_chunk(Str bytes, int *at, Chunk *chunk) {
  enum { FIRST_CHUNK = 8, CHUNK_FRAME = 12 };
  if (*at == 0) *at = FIRST_CHUNK;
  if (*at + CHUNK_FRAME > bytes.len) return false;
  unsigned len = big_endian(bytes, *at);
  if (len > (unsigned)(bytes.len - *at - CHUNK_FRAME)) return false;
  int data = *at + 8;
  chunk->type = str_slice(bytes, *at + 4, data);
  chunk->data = str_slice(bytes, data, data + (int)len);
  *at += CHUNK_FRAME + (int)len;
  return true;
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

/* PNG, 11.3.3.3: iCCP. */
Str png_profile(Arena *arena, Str bytes) {
  int at = 0;
  for (Chunk chunk; next_chunk(bytes, &at, &chunk);) {
    if (str_is(chunk.type, "IDAT") || str_is(chunk.type, "sRGB")) break;
    if (str_is(chunk.type, "iCCP")) return unpack(arena, chunk.data);
  }
  return (Str){0};
}

/* PNG, 11.2.2: IHDR. */
static bool read_head(Str data, PngStream *stream) {
  enum { GREY = 0, COLORS = 2, PALETTE = 3, HEAD_BYTES = 13 };
  if (data.len != HEAD_BYTES) return false;
  int kind = data.text[9], is_interlaced = data.text[12];
  stream->width = (int)big_endian(data, 0);
  stream->height = (int)big_endian(data, 4);
  stream->bits = data.text[8];
  stream->channels = kind == COLORS ? 3 : 1;
  return (kind == GREY || kind == COLORS || kind == PALETTE) &&
         stream->bits <= 8 && !is_interlaced;
}

/* Pixels may stand in several chunks, the stream goes on from one to the other
 * (PNG, 10.1). Filters are those of PDF's predictor 15. */
bool png_stands_as_is(Arena *arena, Str bytes, PngStream *stream) {
  *stream = (PngStream){0};
  StrBuf packed = {.arena = arena};
  int at = 0;
  for (Chunk chunk; next_chunk(bytes, &at, &chunk);) {
    if (str_is(chunk.type, "IHDR") && !read_head(chunk.data, stream))
      return false;
    if (str_is(chunk.type, "tRNS")) return false;
    if (str_is(chunk.type, "PLTE") && stream->channels == 1)
      stream->palette = chunk.data;
    if (str_is(chunk.type, "IDAT")) strbuf_add(&packed, chunk.data);
  }
  stream->packed = strbuf_str(&packed);
  return stream->packed.len && profile_is_srgb(png_profile(arena, bytes));
}
