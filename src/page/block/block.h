/* Blocks become items of the vertical list: one file a kind. Private to page/.
 */
#ifndef JIKJI_PAGE_BLOCK_BLOCK_H
#define JIKJI_PAGE_BLOCK_BLOCK_H

#include "page/setting.h"

/* Sets the blocks one after the other, by the table of kinds. */
void blocks_set(Setting *setting, BlockPlace *place, const BlockList *blocks);

/* Adds lines that may be broken over pages, two of them kept together. */
void prose_add_lines(Setting *setting, BlockPlace *place, const Lines *lines);

/* A break at the item's penalty is as bad as one that leaves an item alone,
 * unless the author wants it. */
void list_weigh_break(FlowList *flow, int at);

/* Neither the first nor the last of three and more items stands alone, where it
 * is short. `starts` has count + 1 places in the list. */
void list_keep_items(FlowList *flow, const int *starts, int count);

typedef void BlockSet(Setting *setting, BlockPlace *place, const Block *block);

BlockSet heading_set;
BlockSet prose_set;
BlockSet list_set;
BlockSet definitions_set; /* a list of LIST_DEFINITION */
BlockSet quote_set;
BlockSet code_set;
BlockSet callout_set;
BlockSet rule_set;
BlockSet page_break_set;
BlockSet equation_set;
BlockSet columns_set;
BlockSet index_set;
BlockSet landscape_set; /* one that stands in another block */
BlockSet figures_set;   /* side by side */
BlockSet figure_set;    /* charts and pictures */
BlockSet panel_set;     /* what the page draws itself */
BlockSet table_set;     /* grid/ */

/* What opens a chapter: air, its number, its title, a rule; whole grid lines.
 */
Labelled opener_draw(Setting *setting, Str label, const InlineList *title,
                     double width, Element *element);

/* A block that stays in one piece: floats where it may, else stands here. */
typedef struct Piece {
  Frame *frame;
  bool floats;
  FlowPlacement placement;
  NoteMarks notes;
  FlowEntry *entry;
} Piece;
/* Whether and where the piece floats: what has a number does, unless the author
 * asks for another place. */
void piece_place(Piece *piece, const Block *block);
void piece_add(Setting *setting, BlockPlace *place, const Piece *piece);

/* What a figure has at most for its picture. */
typedef struct PictureRoom {
  double width, height;
} PictureRoom;

/* The picture of a figure, no larger than the room. Its element is made before
 * those of its words. NULL after an error. */
Frame *figure_draw_picture(Setting *setting, const BlockPlace *place,
                           const Block *block, PictureRoom room);

/* Caption over sources; NULL: neither. */
Frame *figure_draw_words(Setting *setting, const BlockPlace *place,
                         const Block *block, double width, Piece *piece);
double figure_words_room(const Style *style); /* kept free for them */

/* The words below the picture, if there are any. */
Frame *figure_join(Setting *setting, Frame *picture, Frame *words);

/* The caption of a block, or of a table (above it, without its sources). */
Frame *caption_draw(Setting *setting, const BlockPlace *place,
                    const Block *block, double width, Piece *piece);

/* 주:, what is marked in a table, and 자료:, or NULL where there are none.
 * Footnotes are added to `piece`. */
Frame *sources_draw(Setting *setting, const BlockPlace *place,
                    const Block *block, double width, Piece *piece);

#endif
