/* Footnotes that are defined, but never referred to. Private to article/. */
#ifndef JIKJI_ARTICLE_UNUSED_NOTES_H
#define JIKJI_ARTICLE_UNUSED_NOTES_H

#include "article/marked.h"
#include "article/reading.h"

/* Warns of each; the Markdown parser leaves them out without a word. */
void unused_notes_warn(const Reading *reading, const MarkedText *marked);

#endif
