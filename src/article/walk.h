/* Going over all blocks of an article in reading order. Private to article/. */
#ifndef JIKJI_ARTICLE_WALK_H
#define JIKJI_ARTICLE_WALK_H

#include "article/article.h"

/* Calls visit for each block before the blocks inside it; the footnotes' blocks
 * come last. */
void article_walk(const Article *article,
                  void (*visit)(void *owner, Block *block), void *owner);

/* Calls visit for each list of inlines that the block itself holds. */
void block_walk_inlines(Block *block,
                        void (*visit)(void *owner, InlineList *inlines),
                        void *owner);

#endif
