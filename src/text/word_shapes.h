/* Words that were shaped before. A word of Hangul is the same glyphs wherever
 * it stands, and most words of a text were there already. Private to text/. */
#ifndef JIKJI_TEXT_WORD_SHAPES_H
#define JIKJI_TEXT_WORD_SHAPES_H

#include "text/itemize.h"

/* A glyph as its face has it: lengths in units of the em, y up. */
typedef struct FaceGlyph {
  uint32_t id;
  int advance, x_offset, y_offset;
  int cluster; /* byte in the text that was shaped */
} FaceGlyph;

typedef List(FaceGlyph) FaceGlyphs;

typedef struct WordShapes WordShapes;
WordShapes *word_shapes_open(Arena *arena);

/* The glyphs of a Hangul item out of those of its words. False: some word looks
 * different beside others, so that the item is to be shaped as a whole. */
bool word_shapes_join(FontSet *fonts, Arena *scratch, Str text,
                      const TextItem *item, const TextChar *chars,
                      FaceGlyphs *glyphs);

/* Puts characters into the set's buffer as HarfBuzz is to see them; their
 * clusters are bytes after `start`. What else HarfBuzz is told is the
 * caller's. */
void buffer_fill(FontSet *fonts, const TextChar *chars, int count, int start,
                 hb_buffer_flags_t flags);

/* Adds what HarfBuzz left in the buffer. */
void buffer_read(const FontSet *fonts, Arena *arena, FaceGlyphs *glyphs);

#endif
