/* Compression as PNG and PDF have it: zlib streams by libdeflate. Private. */
#ifndef JIKJI_EXPORT_DEFLATE_H
#define JIKJI_EXPORT_DEFLATE_H

#include "base/str.h"

enum { DEFLATE_LEVEL = 6 }; /* 9 costs three times the time for 2 % */

/* What packs one stream after the other, for one thread. */
typedef struct libdeflate_compressor Deflater;
Deflater *deflater_open(Arena *arena);

/* Adds the bytes compressed. */
void deflate_onto(Deflater *deflater, StrBuf *packed, Str bytes);

/* The bytes compressed; the arena's. */
Str deflate_bytes(Arena *arena, Str bytes);

/* A zlib stream unpacked, at most `limit` bytes; false when it is broken. */
bool inflate_bytes(Arena *arena, Str packed, int limit, Str *bytes);

uint32_t crc32_bytes(uint32_t crc, Str bytes);

#endif
