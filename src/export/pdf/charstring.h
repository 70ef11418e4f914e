/* The outline of a glyph as fonts in a PDF have it. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_CHARSTRING_H
#define JIKJI_EXPORT_PDF_CHARSTRING_H

#include <hb.h>

#include "base/str.h"

/* In thousandths of the em, y up. */
typedef struct GlyphOutline {
  Str program; /* a Type 2 charstring (Adobe TN 5177) without the width */
  int width;
  int left, bottom, right, top; /* of all points; right < left: no ink */
} GlyphOutline;

/* What draws outlines of every kind, TrueType's too, rounded to thousandths. */
typedef struct GlyphPen {
  hb_draw_funcs_t *calls;
  StrBuf program; /* of the glyph that is drawn */
} GlyphPen;

GlyphPen glyph_pen_open(Arena *arena);

/* Without hints and subroutines; the arena's. The font is at its own scale of
 * units_per_em. */
GlyphOutline glyph_outline(Arena *arena, GlyphPen *pen, hb_font_t *font,
                           uint32_t glyph, double units_per_em);

/* A number as charstrings have it. */
void charstring_put_number(StrBuf *program, int number);

#endif
