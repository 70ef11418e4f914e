/* The pixels of a picture file. Private to export/. */
#ifndef JIKJI_EXPORT_PICTURE_H
#define JIKJI_EXPORT_PICTURE_H

#include <cairo.h>

#include "frame/frame.h"

typedef struct Picture {
  cairo_surface_t *surface; /* the caller's to destroy; NULL: unreadable */
  int width, height;        /* as it is to be seen, after turning */
  Matrix turn; /* from the surface's pixels to those (EXIF orientation) */
} Picture;

/* In sRGB: profiles are followed, inks mixed. */
Picture picture_open(const Image *image);

typedef struct JpegHead {
  int width, height, components;
  bool is_plain;       /* baseline or progressive, 8 bits: what PDF can hold */
  bool is_adobe;       /* inks are turned round: 255 is none */
  int orientation;     /* EXIF, 1 to 8 */
  double ppi_x, ppi_y; /* 0: not said */
} JpegHead;

/* False when the bytes are no JPEG that can be shown, or end too early. */
bool jpeg_head_read(Str bytes, JpegHead *head);

/* Whether a PDF whose colours are sRGB can hold the file's bytes as they are.
 */
bool jpeg_stands_as_is(Str bytes, JpegHead *head);

/* A PNG file's pixels as PDF can hold them: packed, filtered row by row. */
typedef struct PngStream {
  int width, height, channels, bits;
  Str palette; /* three bytes a colour; empty: none */
  Str packed;  /* the arena's */
} PngStream;

/* False where its pixels must be changed: with alpha, more than 8 bits, rows
 * out of order, colours that are not sRGB's. */
bool png_stands_as_is(Arena *arena, Str bytes, PngStream *stream);

/* The ICC profile in a JPEG or PNG file; empty: none. */
Str jpeg_profile(Arena *arena, Str bytes);
Str png_profile(Arena *arena, Str bytes);

/* A picture of its size as it is to be seen, without a surface. */
Picture jpeg_turned(const JpegHead *head);

/* An SVG whose links are plain groups: librsvg would write them into the PDF
 * as tags of its own, which none of our elements accounts for. */
Str picture_svg_without_links(Arena *arena, Str svg);

#endif
