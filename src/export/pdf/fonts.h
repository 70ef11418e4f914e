/* The fonts of a document: which glyphs its pages show, and what each is read
 * as. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_FONTS_H
#define JIKJI_EXPORT_PDF_FONTS_H

#include "base/list.h"
#include "export/pdf/charstring.h"
#include "export/pdf/write.h"
#include "text/text.h"

/* A glyph in use. In text its code and its CID are the face's own number. */
typedef struct PdfGlyph {
  uint32_t id;
  GlyphOutline outline;
  Str text;     /* what its code is read as; empty: not said yet */
  Str stand_in; /* the same, where only several glyphs together say it */
} PdfGlyph;

typedef struct PdfFont {
  Arena *arena;
  const Face *face;
  int number; /* of its object */
  hb_font_t *shapes;
  GlyphPen *pen;
  List(PdfGlyph) glyphs;
  int *slots; /* by hashed id: index of the glyph + 1; 0: free */
  int slot_count;
  uint32_t blank;  /* a glyph without ink, 0: none; see text_boxes.h */
  int blank_width; /* in thousandths of the em */
  Str blank_text;
} PdfFont;

typedef struct PdfFonts {
  Arena *arena;
  GlyphPen pen;
  List(PdfFont *) list;
} PdfFonts;

void pdf_fonts_open(PdfFonts *fonts, Arena *arena);

/* The font of a face, made when first asked for, with a number of its own. */
PdfFont *pdf_font(PdfFonts *fonts, PdfWriter *writer, const Face *face);

/* The glyph, in use from now on: its index in the list, which may move. */
int pdf_font_index(PdfFont *font, uint32_t id);

/* Whether the glyph alone is read as the text. The first text that is asked
 * for is the one that it gets, or the part of it that is the glyph's own. */
bool pdf_glyph_reads(PdfFont *font, PdfGlyph *glyph, Str text);

/* Writes all fonts. */
void pdf_add_fonts(const PdfFonts *fonts, PdfWriter *writer);

#endif
