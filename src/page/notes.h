/* Footnotes: set once, when their first mark is met. Private to page/. */
#ifndef JIKJI_PAGE_NOTES_H
#define JIKJI_PAGE_NOTES_H

#include "page/setting.h"

/* Sets those of the footnotes that are not set yet, their elements as kids of
 * place->section, in this order. These, with those that they call themselves,
 * are added to `opened`: the page of a note's first mark holds it. */
void notes_set(Setting *setting, const BlockPlace *place, const int *indices,
               int count, NoteMarks *opened);

/* The notes whose marks stand on the lines, which are all of the box. */
void notes_set_box(Setting *setting, const BlockPlace *place,
                   const Lines *lines, FlowItem *box);

/* Gives the notes called in the inlines their numbers, where they have none. */
void notes_number(Setting *setting, const InlineList *inlines);

/* Takes the notes gathered in place->table_notes and sets them under each
 * other. NULL: there are none. */
Frame *notes_draw(Setting *setting, const BlockPlace *place, double width);

/* Whether any notes opened from the `first` on are to stand `where`: after
 * their chapter or at the end. */
bool notes_wait(const Setting *setting, NotePlace where, int first);

/* Adds these notes as blocks of their own: end notes. */
void notes_add_end(Setting *setting, BlockPlace *place, NotePlace where,
                   int first);

#endif
