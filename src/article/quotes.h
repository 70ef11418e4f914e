/* Straight quotes beside Hangul become curly. Private to article/. */
#ifndef JIKJI_ARTICLE_QUOTES_H
#define JIKJI_ARTICLE_QUOTES_H

#include "article/article.h"

/* A pair of ' or " with Hangul beside either of them turns curly, and so does a
 * single one beside Hangul: opening after a space, an opening bracket or at the
 * start, closing else. Apostrophes in Latin words and code are left alone. */
void quotes_curl(Arena *report, InlineList *inlines);

#endif
