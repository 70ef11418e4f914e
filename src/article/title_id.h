/* The id that a heading without one of its own can be linked by. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_TITLE_ID_H
#define JIKJI_ARTICLE_TITLE_ID_H

#include "base/str.h"

/* The id of a title, as Pandoc's auto_identifiers makes it: lower case, hyphens
 * for spaces, no punctuation but "_", "-" and ".", from the first letter on.
 * "1. 정부24의 Open API" is "정부24의-open-api". Empty: no letter stands in it.
 * In `arena`. */
Str title_id(Arena *arena, Str title);

#endif
