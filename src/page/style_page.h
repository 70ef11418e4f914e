/* Values of the style's `page:` and `footnotes:` groups that are more than a
 * number. Private to page/. */
#ifndef JIKJI_PAGE_STYLE_PAGE_H
#define JIKJI_PAGE_STYLE_PAGE_H

#include "page/style.h"

/* Each changes its target and returns true, or leaves it and returns false. */

/* "A4", "B5", "신국판", "16:9" ...: sheet, margins and sizes of type. */
bool style_paper_read(const json_t *value, Style *style);

/* "page", "chapter", "end". */
bool style_note_place_read(const json_t *value, NotePlace *place);

/* "document", "chapter", "page". */
bool style_note_restart_read(const json_t *value, NoteRestart *restart);

/* A numbering pattern with one sign, such as "1)". */
bool style_pattern_read(Arena *report, const json_t *value, Str *pattern);

/* The names of the papers, for messages. */
const char *style_paper_names(void);

#endif
