/* An article becomes pages. The door of page/. */
#ifndef JIKJI_PAGE_PAGE_H
#define JIKJI_PAGE_PAGE_H

#include "article/article.h"
#include "frame/pages.h"

/* A picture for a figure, drawn for a page. */
typedef struct Figure {
  const Frame *frame;
  Str alt;      /* used where the author gave none */
  Str attached; /* Attachment.figure of its data, or empty */
} Figure;

/* Where page/ gets figures from; build/ fills it in. */
typedef struct FigureSource {
  void *owner;
  /* The figure of a block (or of `target`, where block is NULL), `width` points
   * wide. False after an error. */
  bool (*draw)(void *owner, const Block *block, Str target, double width,
               double max_height, Figure *figure);
} FigureSource;

typedef struct PageRequest {
  const Article *article;
  const FigureSource *figures;
  FontSet *fonts;
  StrBuf *lines; /* NULL, or where each paragraph's lines are written as they
                    were broken: place, natural width, ratio, word space,
                    demerits, why each ends */
} PageRequest;

/* Sets the article. NULL after an error. Warnings tell loose lines, what does
 * not fit, what moves. */
Pages *page_build(Arena *report, const PageRequest *request, Diags *diags);

/* A figure that the page itself draws (a number panel, a mirror, a from-to
 * diagram), by itself, for a picture file: its title above, its note and source
 * below, `width` points wide. Its elements are made under `parent`. NULL for
 * any other block. Needs a FontSet of the calling thread; draws no charts. */
Frame *page_draw_panel(Arena *arena, const PageRequest *request,
                       const Block *block, double width, Element *parent,
                       Diags *diags);

#endif
