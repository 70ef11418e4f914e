/* What the files that read blocks share. Private to article/blocks. */
#ifndef JIKJI_ARTICLE_BLOCK_READING_H
#define JIKJI_ARTICLE_BLOCK_READING_H

#include "article/blocks.h"

typedef struct BlockReading {
  const Reading *reading;
  const MarkedText *marked;
} BlockReading;

/* Where a node of cmark's stands in the source. */
Place block_place(const BlockReading *from, cmark_node *node);

/* A block of code, or the figure that a fenced spec is. */
Block *code_read(const BlockReading *from, cmark_node *node);

/* A table; the paragraph ": caption {#tbl-x source="..."}" that may follow. */
Block *table_read(const BlockReading *from, cmark_node *node);
bool caption_follows(const BlockReading *from, cmark_node *node);
void caption_read(const BlockReading *from, cmark_node *node, Block *table);

/* Takes off the spaces at the end. */
void inlines_trim_end(InlineList *inlines);

/* The marker of a line of ::: in a node, else NULL. */
const Marker *div_fence(const BlockReading *from, cmark_node *node);

/* What follows the colons, and its place; nothing: the fence closes. */
Str div_words(const Reading *reading, const Marker *marker, Place *place);

/* The attributes that the words of an opening fence give: {...} or one class.
 * NULL after an error. */
const Attributes *div_attributes(const Reading *reading, Str words,
                                 Place place);

#endif
