/* Ids of headings, figures and tables, and what refers to them. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_IDENTIFIERS_H
#define JIKJI_ARTICLE_IDENTIFIERS_H

#include "article/reading.h"

/* The blocks that have an id, by id. */
typedef struct Identifiers {
  struct _GHashTable *blocks; /* id -> Block */
  List(const char *) names;
  int longest; /* bytes of the longest id */
} Identifiers;

/* Collects the ids of all blocks; one that stands twice is an error. */
Identifiers *identifiers_collect(const Reading *reading);

const Block *identifiers_find(const Identifiers *identifiers, Str id);

/* The id that `text`, which follows an @, starts with: the longest known one;
 * else a name that looks like one (fig-, tbl-, sec-), which is unknown. Its
 * bytes; 0: no reference. `block` is NULL for an unknown one. */
int identifiers_match(const Identifiers *identifiers, Str text,
                      const Block **block);

/* An unknown id is an error with the nearest known one. */
void identifiers_unknown(const Reading *reading, const Identifiers *identifiers,
                         Str id, Place place);

/* How a reference to the block reads: [그림 3], 〈표 1〉, 제5장, 5.2절; empty
 * where the block has no number. */
Str identifiers_reference(Arena *report, const Block *block);

#endif
