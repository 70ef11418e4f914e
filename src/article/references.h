/* References in text: @fig-a, "[@fig-a; @fig-b]", "@fig-a; @fig-b",
 * @page:sec-a. Private to article/. */
#ifndef JIKJI_ARTICLE_REFERENCES_H
#define JIKJI_ARTICLE_REFERENCES_H

#include "article/identifiers.h"

typedef struct ReferenceItem {
  Str id;
  const Target *target; /* NULL: nothing has the id */
  int start, length;    /* in the group's text, the @ included */
  bool is_page;         /* the number of its page */
} ReferenceItem;

/* References that follow each other. */
typedef struct ReferenceGroup {
  List(ReferenceItem) items;
  int length; /* bytes of it all */
} ReferenceGroup;

/* The group that `text`, which begins with @ or [, starts with; false: none. */
bool references_read(const Reading *reading, const Identifiers *identifiers,
                     Str text, ReferenceGroup *group);

/* Adds the inlines of a group: neighbours of one series are joined by a middle
 * dot, runs of three and more by a tilde, others by commas. Returns the words
 * that a particle after them agrees with; empty: all failed, or the page number
 * is not known yet. */
Str references_add(const Reading *reading, const Identifiers *identifiers,
                   const ReferenceGroup *group, Place place, InlineList *out);

/* The anchor that "#id" in a link leads to; empty: nothing has the id, which is
 * an error. */
Str references_link_anchor(const Reading *reading, Identifiers *identifiers,
                           Str id, Place place);

#endif
