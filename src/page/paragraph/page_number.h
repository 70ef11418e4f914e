/* Numbers of pages and footnotes in text. Private to page/paragraph/. */
#ifndef JIKJI_PAGE_PARAGRAPH_PAGE_NUMBER_H
#define JIKJI_PAGE_PARAGRAPH_PAGE_NUMBER_H

#include "page/paragraph/paragraph.h"

/* What an INLINE_PAGE_NUMBER or INLINE_NOTE_NUMBER prints, and the particle
 * that agrees. */
typedef struct NumberWords {
  Str number, particle;
} NumberWords;
NumberWords number_words(const ParagraphContext *context, const Inline *it);

/* The number of a footnote, as its mark prints it. */
Str note_number_text(const ParagraphContext *context, int footnote);

/* The inlines with numbers of pages and notes as text, for what has no markup.
 */
InlineList numbers_spelled(const ParagraphContext *context,
                           const InlineList *inlines);

#endif
