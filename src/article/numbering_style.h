/* How headings, figures, tables and equations are numbered: patterns (see
 * korean/korean.h) from the front matter's style.numbering. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_NUMBERING_STYLE_H
#define JIKJI_ARTICLE_NUMBERING_STYLE_H

#include "article/reading.h"

enum { HEADING_LEVELS = 6 };

typedef struct NumberingStyle {
  Str headings[HEADING_LEVELS]; /* by level; empty: not numbered */
  Str appendices[HEADING_LEVELS];
  Str figure, table, equation;
} NumberingStyle;

/* The patterns of the article; wrong values are errors. */
NumberingStyle numbering_style_read(const Reading *reading);

#endif
