/* Call-outs: a fill with an accent bar, a bold lead-in; columns: blocks beside
 * each other. */
#include "page/block/block.h"

static const double padding = 9;

/* The title runs into the first paragraph, else stands on a line of its own. */
static void set_title(Setting *setting, BlockPlace *place,
                      const InlineList *title) {
  Element *element =
      element_new(setting->paragraph.report, place->parent, ELEMENT_PARAGRAPH);
  ParagraphStyle bold = style_sans_lines(&setting->style, setting->style.quote,
                                         700, place->width);
  bold.color = setting->style.accent;
  Lines *lines = setting_lines(setting, title, &bold, element);
  prose_add_lines(setting, place, lines);
  if (place->flow->items.count &&
      list_last(&place->flow->items)->kind == FLOW_PENALTY)
    list_last(&place->flow->items)->penalty = FLOW_NEVER;
}

/* A rule across, above or below a summary. */
static void add_rule(Setting *setting, BlockPlace *place) {
  const Style *style = &setting->style;
  Frame *frame = frame_new(setting->paragraph.report, place->width, 0);
  frame_add_line(frame, (Point){0, 0}, (Point){place->width, 0},
                 style->title_rule, style->accent)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  flow_add_box(place->flow, frame, place->x);
}

/* What is behind a call-out: a fill and a bar at the left; behind a summary a
 * fill alone, as its rules hold it. */
static FlowDecor callout_decor(const Setting *setting, const BlockPlace *place,
                               const Block *block) {
  const Style *style = &setting->style;
  FlowDecor decor = {.x = place->x, .width = place->width, .fill = style->fill};
  if (block->is_summary) return decor;
  decor.bar = style->accent;
  decor.bar_width = style->accent_rule;
  return decor;
}

static void set_inside(Setting *setting, BlockPlace *place, const Block *block,
                       const ParagraphStyle *prose) {
  double bar = block->is_summary ? 0 : setting->style.accent_rule;
  BlockPlace inner = *place;
  inner.parent =
      element_new(setting->paragraph.report, place->parent, ELEMENT_SECTION);
  inner.section = inner.parent;
  inner.x += padding + bar;
  inner.width -= 2 * padding + bar;
  inner.prose = prose;
  inner.on_grid = inner.may_float = inner.after_heading = false;
  inner.after_block = true;
  inner.look = NULL;
  inner.bullet_level = inner.number_level = 0;
  flow_add_space(place->flow, padding);
  flow_add_penalty(place->flow, FLOW_NEVER);
  if (block->title.count) set_title(setting, &inner, &block->title);
  blocks_set(setting, &inner, &block->blocks);
  flow_trim(place->flow);
  flow_add_penalty(place->flow, FLOW_NEVER);
  flow_add_space(place->flow, padding);
}

void callout_set(Setting *setting, BlockPlace *place, const Block *block) {
  Style *style = &setting->style;
  double half = style->body.leading / 2;
  ParagraphStyle prose = *place->prose;
  prose.text.size = style->quote.size;
  prose.leading = style->quote.leading;
  prose.indent = 0;
  flow_add_gap(place->flow, half * (place->after_heading ? 1 : 1.5),
               place->after_heading ? 0 : half);
  flow_open_decor(place->flow, callout_decor(setting, place, block));
  if (block->is_summary) add_rule(setting, place);
  set_inside(setting, place, block, &prose);
  if (block->is_summary) add_rule(setting, place);
  flow_close_decor(place->flow);
  flow_add_gap(place->flow, half * 1.5, half);
  place->after_heading = false;
  place->after_block = true;
}

/* The blocks of one column; a div in columns is a column. */
static Frame *draw_column(Setting *setting, BlockPlace *place,
                          const BlockList *blocks, double width) {
  FlowList flow = {.arena = setting->paragraph.report, .notes = setting->notes};
  BlockPlace inner = *place;
  inner.flow = &flow;
  inner.x = 0;
  inner.width = width;
  inner.may_float = false;
  inner.on_grid = false;
  inner.after_block = true;
  for (int i = 0; i <= 6; i++)
    inner.levels[i] = NULL;
  blocks_set(setting, &inner, blocks);
  flow_trim(&flow);
  return flow_pack(setting->paragraph.report, &flow, width);
}

static bool is_all_divs(const Block *block) {
  for (int i = 0; i < block->blocks.count; i++)
    if (block->blocks.items[i]->kind != BLOCK_DIV) return false;
  return block->blocks.count > 0;
}

/* Which blocks stand in column i of n: its div, else an equal share. */
static BlockList column_blocks(const Block *block, int i, int columns) {
  if (is_all_divs(block)) return block->blocks.items[i]->blocks;
  int count = block->blocks.count;
  int first = i * count / columns, end = (i + 1) * count / columns;
  BlockList part = {.items = block->blocks.items + first,
                    .count = end - first,
                    .capacity = end - first};
  return part;
}

void columns_set(Setting *setting, BlockPlace *place, const Block *block) {
  Arena *report = setting->paragraph.report;
  int columns = is_all_divs(block) ? block->blocks.count
                                   : (block->columns > 1 ? block->columns : 2);
  double gap = setting->style.body.size * 2;
  double width = (place->width - gap * (columns - 1)) / columns;
  Frame *frame = frame_new(report, place->width, 0);
  for (int i = 0; i < columns; i++) {
    BlockList blocks = column_blocks(block, i, columns);
    Frame *column = draw_column(setting, place, &blocks, width);
    frame_add_group(frame, column, matrix_move(i * (width + gap), 0));
    if (column->height > frame->height) frame->height = column->height;
  }
  Piece piece = {.frame = frame};
  piece_add(setting, place, &piece);
}
