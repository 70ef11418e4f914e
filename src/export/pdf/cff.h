/* A font file of the glyphs in use. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_CFF_H
#define JIKJI_EXPORT_PDF_CFF_H

#include "base/str.h"

typedef struct CffGlyph {
  int cid; /* what the text calls it */
  int width;
  Str program; /* as charstring.h makes them */
} CffGlyph;

typedef struct CffFont {
  Str name;               /* PostScript's */
  const CffGlyph *glyphs; /* by rising cid, the first is 0 */
  int count;
  int usual_width; /* of most of them */
  int box[4];      /* around all outlines: left, bottom, right, top */
} CffFont;

/* A bare CFF font (Adobe TN 5176), CID-keyed, of 1000 units an em. */
Str cff_write(Arena *arena, const CffFont *font);

#endif
