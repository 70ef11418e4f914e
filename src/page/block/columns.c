/* Columns: text that runs from one to the next, balanced, over as many pages as
 * it needs; or, where each stands in a div, blocks beside each other. */
#include <math.h>

#include "page/block/block.h"

/* Sets the blocks in a list of its own, as wide as a column. */
static void set_column(Setting *setting, const BlockPlace *place,
                       const BlockList *blocks, double width, bool is_one_piece,
                       FlowList *flow) {
  *flow =
      (FlowList){.arena = setting->paragraph.report, .notes = setting->notes};
  BlockPlace inner = *place;
  inner.flow = flow;
  inner.x = 0;
  inner.width = width;
  inner.may_float = false;
  inner.is_in_columns = true;
  inner.may_break &= !is_one_piece;
  inner.on_grid &= !is_one_piece;
  inner.after_block = true;
  for (int i = 0; i <= 6; i++)
    inner.levels[i] = NULL;
  blocks_set(setting, &inner, blocks);
  flow_trim(flow);
}

static bool is_all_divs(const Block *block) {
  for (int i = 0; i < block->blocks.count; i++)
    if (block->blocks.items[i]->kind != BLOCK_DIV) return false;
  return block->blocks.count > 0;
}

/* The width of a column for which none is asked: an even share of the rest. */
static double even_width(const BlockPlace *place, const Block *block,
                         double gap) {
  int open = 0;
  double asked = 0;
  for (int i = 0; i < block->blocks.count; i++) {
    asked += block->blocks.items[i]->width;
    open += block->blocks.items[i]->width <= 0;
  }
  double room = place->width - gap * (block->blocks.count - 1);
  return open ? fmax(0, 1 - asked) * room / open : 0;
}

/* A column for each div, in one piece. */
static void set_divs(Setting *setting, BlockPlace *place, const Block *block,
                     double gap) {
  Arena *report = setting->paragraph.report;
  Frame *frame = frame_new(report, place->width, 0);
  Piece piece = {.frame = frame};
  double room = place->width - gap * (block->blocks.count - 1);
  double even = even_width(place, block, gap), x = 0;
  for (int i = 0; i < block->blocks.count; i++) {
    const Block *div = block->blocks.items[i];
    double width = div->width > 0 ? div->width * room : even;
    FlowList flow;
    BlockList inside = {
        .items = block->blocks.items + i, .count = 1, .capacity = 1};
    set_column(setting, place, &inside, width, true, &flow);
    Frame *column = flow_pack(report, &flow, width);
    flow_join_entries(&flow, &piece.entry);
    frame_add_group(frame, column, matrix_move(x, 0));
    x += width + gap;
    frame->height = fmax(frame->height, column->height);
    int count, *notes = flow_list_notes(report, &flow, &count);
    for (int n = 0; n < count; n++)
      list_add(report, &piece.notes, notes[n]);
  }
  piece_add(setting, place, &piece);
}

static void set_running(Setting *setting, BlockPlace *place, const Block *block,
                        int count, double width, double gap) {
  if (place->is_in_columns) {
    diag(setting->paragraph.diags, DIAG_PAGE_COLUMNS, block->place,
         "these columns stand in columns already: their text runs on there");
    blocks_set(setting, place, &block->blocks);
    return;
  }
  double half = setting->style.body.leading / 2;
  FlowColumns *columns = arena_new(setting->paragraph.report, FlowColumns);
  *columns = (FlowColumns){.count = count, .width = width, .gap = gap};
  set_column(setting, place, &block->blocks, width, false, &columns->list);
  if (!columns->list.items.count) return;
  if (!place->after_heading) flow_add_gap(place->flow, half, half);
  flow_add_columns(place->flow, columns, place->x);
  flow_add_gap(place->flow, half, half);
  place->after_heading = false;
  place->after_block = true;
}

static double column_gap(const Setting *setting) {
  return setting->style.body.size * 2;
}

static double column_width(const BlockPlace *place, int count, double gap) {
  return (place->width - gap * (count - 1)) / count;
}

void columns_set(Setting *setting, BlockPlace *place, const Block *block) {
  double gap = column_gap(setting);
  if (is_all_divs(block))
    set_divs(setting, place, block, gap);
  else
    set_running(setting, place, block, block->columns,
                column_width(place, block->columns, gap), gap);
}

/* In two columns. */
void index_set(Setting *setting, BlockPlace *place, const Block *block) {
  enum { COLUMNS = 2 };
  BlockPlace inner = *place;
  inner.parent =
      element_new(setting->paragraph.report, place->parent, ELEMENT_INDEX);
  inner.is_index = true;
  double gap = column_gap(setting);
  set_running(setting, &inner, block, COLUMNS,
              column_width(place, COLUMNS, gap), gap);
  place->after_heading = inner.after_heading;
  place->after_block = inner.after_block;
}
