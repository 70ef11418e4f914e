/* ECMAScript counts text in UTF-16 units; jikji's text is UTF-8. Private to
 * expr/. */
#ifndef JIKJI_EXPR_UTF16_H
#define JIKJI_EXPR_UTF16_H

#include "base/str.h"

int utf16_length(Str text);

/* The byte at which unit `index` starts (the character's start where the index
 * falls inside a pair), and back. */
int utf16_to_byte(Str text, int index);
int utf16_from_byte(Str text, int byte);

/* The units from `start` up to `end`, both in bounds. */
Str utf16_slice(Str text, int start, int end);

#endif
