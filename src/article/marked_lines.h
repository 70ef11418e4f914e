/* Lines whose meaning hangs on those before them. Private to article/marked. */
#ifndef JIKJI_ARTICLE_MARKED_LINES_H
#define JIKJI_ARTICLE_MARKED_LINES_H

#include "base/str.h"

/* An open block of fenced code; length 0: none. */
typedef struct Fence {
  char sign;
  int length;
} Fence;

/* Opens or closes the fence by the next line, less its indent; true when the
 * line is code or a fence. */
bool fence_pass(Fence *fence, Str line);

/* ": caption" right after a table's last row; `before` is all text before the
 * line. */
bool line_is_caption(Str before, Str line);

/* ": meaning" after the line of a term, or one empty line below it. */
bool line_is_definition(Str before, Str line);

#endif
