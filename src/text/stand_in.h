/* What is drawn for signs that few faces have. */
#ifndef JIKJI_TEXT_STAND_IN_H
#define JIKJI_TEXT_STAND_IN_H

#include "text/itemize.h"

/* Another character that shows the same, raised or lowered and small: 2 for the
 * signs of CO₂ and 10⁵, ~ for U+223C. False: there is none. */
bool stand_in_find(uint32_t c, uint32_t *shown, GlyphShift *shift);

/* A shifted glyph's size, as a share of its text's, and how far it stands over
 * the baseline, in em of the text. */
double shift_size(GlyphShift shift);
double shift_raise(GlyphShift shift);

#endif
