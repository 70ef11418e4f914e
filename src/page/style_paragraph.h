/* Values of the style's `paragraph:` group that are more than a number. Private
 * to page/. */
#ifndef JIKJI_PAGE_STYLE_PARAGRAPH_H
#define JIKJI_PAGE_STYLE_PARAGRAPH_H

#include <jansson.h>

#include "page/paragraph/paragraph.h"

/* Each changes its target and returns true, or leaves it and returns false. */

/* "word", "word-only", "syllable". */
bool style_break_read(const json_t *value, BreakUnit *unit);

/* "justified", "left". */
bool style_align_read(const json_t *value, LineAlign *align);

/* [narrowest, natural, widest] word space of justified lines, as shares of the
 * face's. */
bool style_word_space_read(const json_t *value, ParagraphForm *form);

/* [least, most] that justification adds between syllables, em. */
bool style_letter_space_read(const json_t *value, ParagraphForm *form);
/* 장평: its width, or the widths between which lines may change it. */
bool style_glyph_width_read(const json_t *value, ParagraphForm *form);

#endif
