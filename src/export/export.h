/* Frames become bytes. The door of export/. Nothing here reads the clock, the
 * environment or the locale: the same frames give the same bytes. */
#ifndef JIKJI_EXPORT_EXPORT_H
#define JIKJI_EXPORT_EXPORT_H

#include "frame/pages.h"

typedef struct PdfOptions {
  bool plain; /* no archival or accessibility claims */
} PdfOptions;

/* A document that is written page by page. Its structure, outline, attachments
 * and info are read at the end; its pages are those that are added, in their
 * order. The bytes are the arena's. */
typedef struct PdfDraft PdfDraft;
PdfDraft *export_pdf_open(Arena *arena, const Pages *document,
                          const PdfOptions *options, Diags *diags);

/* Writes the page: its frame is not needed any more, but the elements of its
 * tags and the bytes of its pictures are. False after an error. */
bool export_pdf_add(PdfDraft *draft, const Page *page);

/* Once, after one page at least. False after an error. */
bool export_pdf_finish(PdfDraft *draft, Str *bytes);

/* A document with all of its pages at once. False after an error. */
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
