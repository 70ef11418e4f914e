/* A part of the document: what is set on pages of its own. Private to page/. */
#ifndef JIKJI_PAGE_PART_H
#define JIKJI_PAGE_PART_H

#include "article/article.h"
#include "page/flow/flow.h"

/* A page of a part: what stands on it, and what is wrong with it. */
typedef struct PartPage {
  Frame *frame;
  Str badness; /* empty where nothing was planned */
} PartPage;

/* A chapter, or what stands before the first: set on pages of its own. */
typedef struct Part {
  Matter matter;
  Str title;         /* for running heads */
  bool has_opener;   /* begins a chapter; else it goes on with one */
  bool is_turned;    /* on sheets turned on their side */
  bool opens_on_odd; /* its first page, which an empty one may come before */
  NotePlace note_place;
  bool ends_chapter, holds_notes; /* holds_notes: all of the document's */
  Element *element;
  BlockList blocks;
  Arena *arena; /* of what its setting made; NULL: the document's */
  FlowList flow;
  List(PartPage) pages;
  double end_height; /* of what stands on the last page */
  int first_page;    /* in the document, once they are put together */
} Part;

#endif
