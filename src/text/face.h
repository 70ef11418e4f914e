/* One face of a font file, as the files of text/ know it. */
#ifndef JIKJI_TEXT_FACE_H
#define JIKJI_TEXT_FACE_H

#include <glib.h>
#include <hb.h>

#include "text/glyph_map.h"
#include "text/text.h"

struct Face {
  FaceInfo info;
  hb_blob_t *blob; /* the file, mapped */
  hb_face_t *face;
  hb_font_t *font;       /* scaled to units per em, unhinted; immutable */
  GlyphMap *glyphs;      /* of characters; the font asks it */
  bool has_halves;       /* a halt feature: full-width marks cut to half */
  bool has_tabular;      /* a tnum feature */
  struct FaceLate *late; /* what is made when first asked for */
};

/* Opens face `index` of a file; the names are read from it, sha256 stays
 * empty. NULL when there is no such face. The face is shared by threads and
 * released with the arena. */
Face *face_open(Arena *arena, Str path, int index);

/* checkSumAdjustment of the head table, and the size of the file. */
uint32_t face_checksum(const Face *face);
long long face_bytes(const Face *face);

/* The glyph of a code point by the face's cmap; 0: it has none. */
static inline hb_codepoint_t face_glyph(const Face *face, uint32_t code_point) {
  return glyph_map_find(face->glyphs, code_point);
}

#endif
