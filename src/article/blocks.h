/* Blocks from cmark's nodes. Private to article/. */
#ifndef JIKJI_ARTICLE_BLOCKS_H
#define JIKJI_ARTICLE_BLOCKS_H

#include "article/inlines.h"

/* Reads the Markdown of the report into the article's blocks and footnotes. */
void blocks_read(Reading *reading);

/* A new block of a kind. */
Block *block_new(const Reading *reading, BlockKind kind, Place place);

/* Takes id and classes over. */
void block_identify(Block *block, const Attributes *attributes);

/* Takes caption, source, note, unit, alt and place over. */
void block_describe(const Reading *reading, Block *block,
                    const Attributes *attributes);

#endif
