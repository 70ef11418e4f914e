/* Values, references and the particles after them become text. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_FILL_H
#define JIKJI_ARTICLE_FILL_H

#include "article/identifiers.h"

/* The text at a place with its values filled in; \" and the like lose their
 * backslash. */
Str fill_text(const Reading *reading, Place place);

/* The same for text that stands in no source as such (a YAML scalar). */
Str fill_str(const Reading *reading, Str text, Place place);

/* Fills the inlines of all blocks and footnotes of the article. */
void fill_article(const Reading *reading, Identifiers *identifiers);

#endif
