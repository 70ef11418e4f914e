/* Inlines from cmark's nodes, each with its exact place. Private to article/.
 */
#ifndef JIKJI_ARTICLE_INLINES_H
#define JIKJI_ARTICLE_INLINES_H

#include <cmark-gfm.h>

#include "article/attributes.h"
#include "article/marked.h"

typedef List(Str) NoteNames;

/* What a paragraph, heading or cell holds. */
typedef struct Leaf {
  const Reading *reading;
  const MarkedText *marked;
  int cursor, end;        /* in the marked text: what comes next, and the end */
  int delta;              /* what cmark's columns lack on this line */
  int column;             /* of the leaf's first line */
  const NoteNames *names; /* of its marks, by cmark's numbers; NULL: those are
                             the article's */

  InlineList inlines;
  const Attributes *image;    /* those of the latest image */
  const Attributes *trailing; /* at the end, belonging to no inline */
} Leaf;

/* Reads the children of `node`, which starts at `start` of the marked text.
 * Attributes at its end stay in `trailing` where `keeps_trailing`. */
Leaf leaf_read(const Reading *reading, const MarkedText *marked,
               cmark_node *node, bool keeps_trailing);

/* A line of Markdown that stands in the source, such as a caption. */
InlineList inlines_read_line(const Reading *reading, Place place);

#endif
