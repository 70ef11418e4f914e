/* Numbers of pages and footnotes in text. Private to page/paragraph/. */
#ifndef JIKJI_PAGE_PARAGRAPH_PAGE_NUMBER_H
#define JIKJI_PAGE_PARAGRAPH_PAGE_NUMBER_H

#include "page/paragraph/paragraph.h"

/* What an INLINE_PAGE_NUMBER and an INLINE_NOTE_NUMBER print, with the particle
 * that agrees. */
Str page_number_text(const ParagraphContext *context, const Inline *it);
Str note_reference_text(const ParagraphContext *context, const Inline *it);

/* The number of a footnote, as its mark prints it. */
Str note_number_text(const ParagraphContext *context, int footnote);

#endif
