/* Numbers in text that the pages decide: of pages and of footnotes. A part of
 * the door page/paragraph/paragraph.h. */
#ifndef JIKJI_PAGE_PARAGRAPH_PRINTED_NUMBERS_H
#define JIKJI_PAGE_PARAGRAPH_PRINTED_NUMBERS_H

#include "base/list.h"
#include "base/str.h"

/* The printed number of the page that an id stands on. */
typedef struct PageLabel {
  Str id, label;
} PageLabel;

typedef List(PageLabel) PageLabels; /* by id */

/* The numbers of the footnotes as printed, by index. One that has none yet gets
 * the next when its mark is first set. */
typedef struct NoteNumbers {
  Arena *arena; /* of the items, for longer than a part is set */
  Str *items;
  Str pattern; /* see korean/korean.h */
  int next;
  bool is_guessed; /* a reference printed a number that was not known yet */
} NoteNumbers;

#endif
