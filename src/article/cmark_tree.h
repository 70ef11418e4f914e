/* cmark-gfm as jikji uses it. Private to article/. */
#ifndef JIKJI_ARTICLE_CMARK_TREE_H
#define JIKJI_ARTICLE_CMARK_TREE_H

#include <cmark-gfm.h>

#include "base/str.h"

/* Parses with tables, strikethrough by two tildes, autolinks, footnotes and
 * task lists. The tree lives as long as the arena. */
cmark_node *cmark_tree_read(Arena *arena, Str text);

/* What the public header gives no name: nodes of the extensions. */
bool cmark_is_table(cmark_node *node);
bool cmark_is_strikethrough(cmark_node *node);
bool cmark_is_task(cmark_node *node);

#endif
