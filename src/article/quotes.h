/* Straight quotes beside Hangul become curly. Private to article/. */
#ifndef JIKJI_ARTICLE_QUOTES_H
#define JIKJI_ARTICLE_QUOTES_H

#include "article/article.h"

/* A ' or " that stands beside Hangul turns the way it should: opening after a
 * space, an opening bracket or at the start, closing else. Code is left alone.
 */
void quotes_curl(Arena *report, InlineList *inlines);

#endif
