/* Figures that the page draws itself: number panels, from-to diagrams, mirrors.
 * They are drawn row by row, and pages may end between the rows. Private to
 * page/. */
#ifndef JIKJI_PAGE_BLOCK_PANEL_H
#define JIKJI_PAGE_BLOCK_PANEL_H

#include "page/block/block.h"

typedef struct PanelRow {
  Frame *frame; /* with the space above it */
  NoteMarks notes;
} PanelRow;

/* A panel being drawn, as wide as `width`; its element is made under
 * place->parent. */
typedef struct Panel {
  Setting *setting;
  const Block *block;
  const BlockPlace *place;
  double width;
  List(PanelRow) rows;  /* heads first */
  List(PanelRow) heads; /* once more, for later pages */
} Panel;

typedef void PanelDraw(Panel *panel);
PanelDraw number_panel_draw;
PanelDraw from_to_draw;
PanelDraw mirror_draw;
PanelDraw *panel_draw(BlockKind kind); /* NULL: the page draws none */

/* Begins the next row, or repeated head; returns its frame, of no height yet.
 */
Frame *panel_open_row(Panel *panel);
Frame *panel_open_head(Panel *panel);

/* All rows under each other. Their notes are added to `notes`. */
Frame *panel_stack(const Panel *panel, NoteMarks *notes);

/* A panel with its title above and its sources below, as a picture of its own.
 */
Frame *panel_alone_draw(Setting *setting, const Block *block, double width,
                        Element *parent);

/* -- Panels that are tables -- */

/* A table element with its rows: heads in THead, the rest in TBody. */
typedef struct PanelTable {
  Element *table, *head, *body;
} PanelTable;
PanelTable panel_table(const Panel *panel);

/* One row, with its cells as such, or as heads of columns and rows: the head
 * rows, and all of column `head_column`. The cell of a repeated head is NULL.
 */
Element *panel_row(const Panel *panel, const PanelTable *table, bool is_head);
Element *panel_table_cell(const Panel *panel, Element *row, bool is_head,
                          bool is_row_head);

/* The width of a column of names: `share` of the panel, or what keeps its words
 * whole, which stand `inset` within it; on one line where that is not much. */
double panel_names_width(const Panel *panel, int column, double share,
                         double inset);

/* The words of a cell in the last row, set as wide as the style's measure;
 * without a parent they are repeated, and no content. */
Frame *panel_cell(Panel *panel, const TableCell *cell,
                  const ParagraphStyle *style, Element *parent);

/* The words in the row's frame. */
void panel_add_words(Frame *row, Frame *words, Point at, bool is_again);

#endif
