/* An article becomes pages. The door of page/. */
#ifndef JIKJI_PAGE_PAGE_H
#define JIKJI_PAGE_PAGE_H

#include "article/article.h"
#include "frame/pages.h"

/* A picture for a figure, drawn for a page. */
typedef struct Figure {
  const Frame *frame;
  Str alt;      /* used where the author gave none */
  Str attached; /* name of the attachment with its data, or empty */
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
} PageRequest;

/* Sets the article. NULL after an error. Warnings tell loose lines, what does
 * not fit, what moves. */
Pages *page_build(Arena *report, const PageRequest *request, Diags *diags);

/* Lines of the paragraphs as they were broken, for tests and `build --dump`:
 * each with natural width, ratio, demerits and why it ends there. */
void page_dump_lines(Arena *report, const PageRequest *request, Diags *diags,
                     StrBuf *text);

#endif
