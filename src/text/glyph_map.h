/* Which glyph a face has for a character: HarfBuzz asks twice for each, and
 * looking it up in the cmap of a pan-CJK face takes longer than all else that
 * shaping Hangul does. Private to text/. */
#ifndef JIKJI_TEXT_GLYPH_MAP_H
#define JIKJI_TEXT_GLYPH_MAP_H

#include <hb.h>

#include "base/arena.h"

typedef struct GlyphMap GlyphMap;

/* Over the face of the font, whose cmap is read page by page when first asked.
 * May be shared by threads; released with the arena. */
GlyphMap *glyph_map_open(Arena *arena, hb_font_t *font);

/* 0: the face has none. */
hb_codepoint_t glyph_map_find(GlyphMap *map, hb_codepoint_t code_point);

/* A font like the map's that asks the map; the caller's. */
hb_font_t *glyph_map_font(GlyphMap *map);

#endif
