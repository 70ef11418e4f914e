/* Inlines made of several nodes: [text]{.class}, <sup>..</sup>. Private to
 * article/inlines. */
#ifndef JIKJI_ARTICLE_SPANS_H
#define JIKJI_ARTICLE_SPANS_H

#include "article/inlines.h"

/* Reads one node into the list; the last node that it took. */
cmark_node *inline_read(Leaf *leaf, cmark_node *node, InlineList *list,
                        int depth);

/* Gives attributes to the inline that ends here: an image, a link or [text] in
 * brackets; else they are kept as the leaf's trailing ones. */
void span_attach(Leaf *leaf, InlineList *list, Place place);

/* Reads the nodes after `open` up to the HTML tag `close`, which is returned;
 * NULL: there is none, and nothing was read. */
cmark_node *spans_read_until(Leaf *leaf, cmark_node *open, const char *close,
                             InlineList *inner, int depth);

#endif
