/* Compression as PNG and PDF have it: zlib streams by libdeflate. Private. */
#ifndef JIKJI_EXPORT_DEFLATE_H
#define JIKJI_EXPORT_DEFLATE_H

#include "base/str.h"

/* How long libdeflate searches. */
typedef enum DeflateEffort {
  DEFLATE_PIXELS = 2, /* flat areas: 6 takes a third longer, for 4 % */
  DEFLATE_PAGES = 6   /* 9 costs three times the time for 2 % */
} DeflateEffort;

/* What packs one stream after the other, for one thread. */
typedef struct libdeflate_compressor Deflater;
Deflater *deflater_open(Arena *arena, DeflateEffort effort);

/* Adds the bytes compressed. */
void deflate_onto(Deflater *deflater, StrBuf *packed, Str bytes);

/* Pixels compressed; the arena's. */
Str deflate_pixels(Arena *arena, Str bytes);

/* A zlib stream unpacked, at most `limit` bytes; false when it is broken. */
bool inflate_bytes(Arena *arena, Str packed, int limit, Str *bytes);

uint32_t crc32_bytes(uint32_t crc, Str bytes);

#endif
