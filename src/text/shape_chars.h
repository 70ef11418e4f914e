/* Characters of one face, script and language -> its glyphs. What was shaped
 * before is remembered: most words of a text were there already, and a word of
 * Hangul is the same glyphs wherever it stands. Private to text/. */
#ifndef JIKJI_TEXT_SHAPE_CHARS_H
#define JIKJI_TEXT_SHAPE_CHARS_H

#include "text/itemize.h"

typedef struct ShapeCache ShapeCache;
ShapeCache *shape_cache_open(Arena *arena);

/* Characters that HarfBuzz is to see alone. */
typedef struct CharRun {
  const Face *face;
  hb_script_t script;
  hb_language_t language;
  bool is_tabular;  /* digits of one width */
  GlyphShift shift; /* of stand-ins, which other text has, too */
  Str text;         /* their bytes */
  const TextChar *chars;
  int count;
} CharRun;

/* A glyph as its face has it: lengths in units of the em, y up. */
typedef struct FaceGlyph {
  uint32_t id;
  int advance, x_offset, y_offset;
  int cluster; /* byte in the text */
} FaceGlyph;

typedef List(FaceGlyph) FaceGlyphs;

/* Full-width marks are half as wide where the face knows how. */
FaceGlyphs chars_shape(FontSet *fonts, Arena *scratch, const CharRun *run);

#endif
