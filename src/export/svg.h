/* The SVG being written. Private to export/. */
#ifndef JIKJI_EXPORT_SVG_H
#define JIKJI_EXPORT_SVG_H

#include <glib.h>

#include "export/export.h"

typedef struct SvgFile {
  const PictureOptions *options;
  Arena *scratch;
  StrBuf shapes;      /* outlines of glyphs, shared by all texts */
  StrBuf body;        /* what is drawn */
  int ids;            /* of gradients and clips, counted from 1 */
  GHashTable *glyphs; /* face and glyph -> number of its shape */
} SvgFile;

/* Text with XML's special characters escaped, without those XML forbids. */
void svg_add_escaped(StrBuf *text, Str words);

/* Writes the definition of a gradient where the paint is one; to be called
 * before the element that is painted starts. Returns its id, 0 for none. */
int svg_add_gradient(SvgFile *file, const Paint *paint);

/* fill="…" or stroke="…" with opacity; `gradient` as svg_add_gradient said. */
void svg_add_paint(SvgFile *file, const char *attribute, const Paint *paint,
                   int gradient);
void svg_add_stroke(SvgFile *file, const Stroke *stroke, int gradient);

/* transform="…", nothing for identity. */
void svg_add_matrix(SvgFile *file, Matrix matrix);

void svg_add_glyphs(SvgFile *file, const FrameItem *item);
void svg_add_image(SvgFile *file, const FrameItem *item);

#endif
