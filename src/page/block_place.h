/* Where blocks are set, and what the place asks of them. Private to page/. */
#ifndef JIKJI_PAGE_BLOCK_PLACE_H
#define JIKJI_PAGE_BLOCK_PLACE_H

#include "page/flow/plan.h"
#include "page/style.h"

/* Footnotes, by their indices. */
typedef List(int) NoteMarks;

/* How the lists at a place are marked. */
typedef struct ListLook {
  ListForm form;
  ListMarks numbers, bullets; /* never empty */
} ListLook;

/* Where blocks go. Setters may change it for the blocks that follow. */
typedef struct BlockPlace {
  FlowList *flow;
  Element *parent;
  Element *section; /* notes are its kids */
  Element
      *levels[7]; /* the open section of each heading level; [0]: the part */
  double x, width;
  const ParagraphStyle *prose; /* of paragraphs; its measure is not used */
  bool on_grid;
  bool may_float;
  bool is_in_columns;
  bool may_break;       /* pages or columns may end between rows of a table */
  bool is_bibliography; /* paragraphs are entries of it */
  bool is_index;        /* paragraphs are its lines */
  int bullet_level, number_level;
  const ListLook *look;            /* of the list around, or NULL */
  double list_edge;                /* where its marks stand */
  bool after_heading, after_block; /* what stands just above */
  bool opens;                      /* nothing does yet, in an item or a box */
  NoteMarks *table_notes;          /* gathers those that stand under a table */
} BlockPlace;

#endif
