/* Pandoc's attributes: {#id .class key="value" key=value}. Private to article/.
 */
#ifndef JIKJI_ARTICLE_ATTRIBUTES_H
#define JIKJI_ARTICLE_ATTRIBUTES_H

#include "article/reading.h"

typedef struct Attribute {
  Str name;
  Place place; /* of the name */
  Place value; /* as written, without its quotes */
} Attribute;

typedef struct Attributes {
  Place place;
  Str id;
  Place id_place;
  Str classes;        /* "a b" */
  bool is_unnumbered; /* {-} */
  List(Attribute) list;
} Attributes;

/* How many bytes of attributes start at `start`, which holds a brace; 0: these
 * are none. */
int attributes_extent(Str text, int start);

/* Reads what attributes_extent found. */
const Attributes *attributes_read(const Reading *reading, Place place);

bool attributes_has_class(const Attributes *attributes, const char *name);
bool classes_hold(Str classes, const char *name);

/* NULL: not given. Attributes may be NULL in all of these. */
const Attribute *attributes_find(const Attributes *attributes,
                                 const char *name);

/* A value as plain text with its values filled in; empty: not given. */
Str attributes_text(const Reading *reading, const Attributes *attributes,
                    const char *name);

/* A value as inlines; values and references are filled in later. */
InlineList attributes_inlines(const Reading *reading,
                              const Attributes *attributes, const char *name);

/* "60%" -> 0.6, 0: not given. */
double attributes_share(const Reading *reading, const Attributes *attributes,
                        const char *name);
bool attributes_flag(const Reading *reading, const Attributes *attributes,
                     const char *name);

/* An attribute that is none of the names (ended by NULL) is an error. */
void attributes_check(const Reading *reading, const Attributes *attributes,
                      const char *const *names);

#endif
