/* Emphasis beside CJK text: a run of * or ~~ next to a CJK character may open
 * or close although punctuation stands on its other side (the amendment of
 * commonmark-spec issue 650). Private to article/. */
#ifndef JIKJI_ARTICLE_FLANKING_H
#define JIKJI_ARTICLE_FLANKING_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a filler is wanted on the inner side of a run that stands between two
 * characters (0: an end of the text): before it, where it closes; after it,
 * where it opens. */
bool flanking_closes(uint32_t before, uint32_t after);
bool flanking_opens(uint32_t before, uint32_t after);

#endif
