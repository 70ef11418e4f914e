/* zlib streams in and out. */
#include "export/deflate.h"

#include <libdeflate.h>

Str deflate_bytes(Arena *arena, Str bytes) {
  struct libdeflate_compressor *compressor =
      libdeflate_alloc_compressor(DEFLATE_LEVEL);
  size_t room = libdeflate_zlib_compress_bound(compressor, (size_t)bytes.len);
  char *packed = arena_alloc(arena, room);
  size_t len = libdeflate_zlib_compress(compressor, bytes.text,
                                        (size_t)bytes.len, packed, room);
  libdeflate_free_compressor(compressor);
  return (Str){packed, (int)len};
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
