/* The message about a character that no face has. */
#ifndef JIKJI_TEXT_MISSING_H
#define JIKJI_TEXT_MISSING_H

#include "text/font_set.h"

/* Records the character at a byte of the span, and the faces tried; once for
 * each place. */
void missing_glyph(const FaceChain *chain, const TextSpan *span, int offset,
                   uint32_t code_point, Diags *diags);

#endif
