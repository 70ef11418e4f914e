/* A part as it was set: what it holds itself, and what its setting added to the
 * lists of the whole document. Private to page/. */
#ifndef JIKJI_PAGE_KEPT_PART_H
#define JIKJI_PAGE_KEPT_PART_H

#include "page/book.h"

/* Where the lists that parts add to ended before the part. */
typedef struct PartMark {
  int entry_count, note_count, target_count, line_bytes;
} PartMark;

typedef struct KeptNote {
  int index;
  FlowNote note;
} KeptNote;

typedef struct KeptPart {
  Part part;
  Element element;
  List(Entry *) entries;
  List(KeptNote) notes;
  List(PageTarget) targets;
  Str lines;
  Diags told;
  bool is_guessed; /* see NoteNumbers */
} KeptPart;

PartMark kept_part_mark(const Book *book);

/* Takes back all that was added since the mark. The part's own lists are left
 * as they are, for who keeps them, and so is its arena. */
void kept_part_rewind(Book *book, Part *part, const PartMark *mark);

KeptPart kept_part_of(const Book *book, const Part *part, const PartMark *mark,
                      const Diags *told);

/* Puts a kept part in place of the part, and what it added at the end of the
 * document's lists. */
void kept_part_restore(Book *book, Part *part, const KeptPart *kept);

/* Whether it prints numbers that pages decide: of pages, of notes that were not
 * known yet. */
bool kept_part_prints_numbers(const KeptPart *kept);

/* Sets and breaks a part into pages; one that ends on a short page is set
 * tighter where that saves the page. */
KeptPart part_fit(Book *book, Part *part);

#endif
