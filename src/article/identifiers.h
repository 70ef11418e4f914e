/* Ids of headings, figures, tables, equations and footnotes, and what refers to
 * them. Private to article/. */
#ifndef JIKJI_ARTICLE_IDENTIFIERS_H
#define JIKJI_ARTICLE_IDENTIFIERS_H

#include "article/reading.h"

/* What can be referred to. */
typedef struct Target {
  Str id;
  const Block *block; /* NULL: a footnote */
  int footnote;
} Target;

/* The targets by their ids. */
typedef struct Identifiers {
  struct _GHashTable *targets; /* id -> Target */
  struct _GHashTable *titles; /* id of a title -> Block, a heading without id */
  List(const char *) names;
  int longest; /* bytes of the longest id */
} Identifiers;

/* Collects the ids of all blocks, and of footnotes ([^a] is fn-a); one that
 * stands twice is an error. */
Identifiers *identifiers_collect(const Reading *reading);

/* The id that `text`, which follows an @, starts with: the longest known one;
 * else a name that looks like one (fig-, tbl-, sec-, eq-, fn-), which is
 * unknown. Its bytes; 0: no reference. `target` is NULL for an unknown one. */
int identifiers_match(const Identifiers *identifiers, Str text,
                      const Target **target);

/* What a link to "#id" leads to: what has the id, else the heading whose title
 * makes it (title_id.h), which then has it. NULL: nothing. */
const Target *identifiers_find_link(Identifiers *identifiers,
                                    const Reading *reading, Str id);

/* An unknown id is an error with the nearest known one. */
void identifiers_unknown(const Reading *reading, const Identifiers *identifiers,
                         Str id, Place place);

#endif
