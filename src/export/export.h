/* Frames become bytes. The door of export/. Nothing here reads the clock, the
 * environment or the locale: the same frames give the same bytes. */
#ifndef JIKJI_EXPORT_EXPORT_H
#define JIKJI_EXPORT_EXPORT_H

#include "frame/pages.h"

/* To be called first in main, before any thread: lets cairo leave page contents
 * readable for the finisher. */
void export_prepare(void);

typedef struct PdfOptions {
  bool plain; /* no archival or accessibility claims */

} PdfOptions;

/* A document in two steps: cairo paints the pages, then the file is written
 * around them. NULL and false after an error. A draft can be finished once. */
typedef struct PdfDraft PdfDraft;
PdfDraft *export_pdf_paint(Arena *arena, const Pages *pages,
                           const PdfOptions *options, Diags *diags);
bool export_pdf_finish(Arena *arena, PdfDraft *draft, Str *bytes);

/* Both at once. The bytes are the arena's. False after an error. */
bool export_pdf(Arena *arena, const Pages *pages, const PdfOptions *options,
                Diags *diags, Str *bytes);

typedef struct PictureOptions {
  double scale;           /* pixels per unit (PNG), user units per unit (SVG) */
  double ppi;             /* of the PNG's pHYs; 0: 72 x scale */
  Color background;       /* alpha 0: none */
  Str title, description; /* SVG <title> and <desc>; PNG tEXt */
  Str language;
  bool text_as_outlines; /* SVG: glyph outlines instead of <text> */
} PictureOptions;

bool export_png(Arena *arena, const Frame *frame, const PictureOptions *options,
                Diags *diags, Str *bytes);
bool export_svg(Arena *arena, const Frame *frame, const PictureOptions *options,
                Diags *diags, Str *bytes);

/* Reads a PNG, JPEG or SVG file's head; NULL after an error at `asked`. */
const Image *image_read(Arena *arena, Str path, Place asked, Diags *diags);

#endif
