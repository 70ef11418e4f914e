/* What hangs before the items of a list. Private to page/block/. */
#ifndef JIKJI_PAGE_BLOCK_LIST_MARK_H
#define JIKJI_PAGE_BLOCK_LIST_MARK_H

#include "page/block/block.h"

typedef struct ItemMark {
  Str text; /* empty: none */
  int task; /* 0 none, 1 open, 2 done */
  bool is_bullet;
} ItemMark;

/* How the lists at a place look: what a list asks for over what holds around
 * it, over the style. */
ListLook list_look(const Setting *setting, const BlockPlace *place,
                   const Block *list);

/* The mark of the i-th item at a level of its kind (from 0). */
ItemMark list_mark(Setting *setting, const ListLook *look, const Block *list,
                   int level, int i);

/* How the marks of a level count, for the structure. */
ListNumbering list_mark_numbering(const ListLook *look, const Block *list,
                                  int level);

double list_mark_width(Setting *setting, const ItemMark *mark,
                       const ParagraphStyle *prose);

/* The first line of the item (a box) with its mark before it, at `x` of the
 * text block, a bullet close to the text; the mark is content of the label. */
void list_mark_hang(Setting *setting, FlowItem *box, double x,
                    const ItemMark *mark, const ParagraphStyle *prose,
                    Element *label);

#endif
