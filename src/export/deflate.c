/* zlib streams in and out. */
#include "export/deflate.h"

#include <libdeflate.h>

static void close_deflater(void *deflater) {
  libdeflate_free_compressor(deflater);
}

Deflater *deflater_open(Arena *arena, DeflateEffort effort) {
  Deflater *deflater = libdeflate_alloc_compressor((int)effort);
  arena_defer(arena, close_deflater, deflater);
  return deflater;
}

/* False: there was not room enough. */
static bool pack(Deflater *deflater, StrBuf *packed, Str bytes, size_t room) {
  strbuf_reserve(packed, (int)room);
  size_t len = libdeflate_zlib_compress(deflater, bytes.text, (size_t)bytes.len,
                                        packed->text + packed->len, room);
  packed->len += (int)len;
  return len > 0;
}

/* Much is first tried in a fifth of its room, which pictures of charts rarely
 * need more of: memory for the worst case takes longer to clear. */
void deflate_onto(Deflater *deflater, StrBuf *packed, Str bytes) {
  enum { MUCH = 256 << 10, SHARE = 5 };
  size_t most = libdeflate_zlib_compress_bound(deflater, (size_t)bytes.len);
  bool is_much = bytes.len > MUCH;
  if (is_much && pack(deflater, packed, bytes, most / SHARE)) return;
  pack(deflater, packed, bytes, most);
}

Str deflate_pixels(Arena *arena, Str bytes) {
  StrBuf packed = {.arena = arena};
  Deflater *deflater = libdeflate_alloc_compressor(DEFLATE_PIXELS);
  deflate_onto(deflater, &packed, bytes);
  libdeflate_free_compressor(deflater);
  return strbuf_str(&packed);
}

bool inflate_bytes(Arena *arena, Str packed, int limit, Str *bytes) {
  struct libdeflate_decompressor *decompressor =
      libdeflate_alloc_decompressor();
  size_t room = (size_t)packed.len * 4 + 1024, len = 0;
  enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
  char *text = NULL;
  while (result == LIBDEFLATE_INSUFFICIENT_SPACE && room < (size_t)limit * 4) {
    if (room > (size_t)limit) room = (size_t)limit;
    text = arena_alloc(arena, room + 1);
    result = libdeflate_zlib_decompress(decompressor, packed.text,
                                        (size_t)packed.len, text, room, &len);
    if (room == (size_t)limit) break;
    room *= 4;
  }
  libdeflate_free_decompressor(decompressor);
  *bytes = (Str){text, (int)len};
  return result == LIBDEFLATE_SUCCESS;
}

uint32_t crc32_bytes(uint32_t crc, Str bytes) {
  return libdeflate_crc32(crc, bytes.text, (size_t)bytes.len);
}
