/* Quotes: an accent bar at the left, text 10/16. */
#include "page/block/block.h"

static const double bar_gap = 14;

void quote_set(Setting *setting, BlockPlace *place, const Block *block) {
  Style *style = &setting->style;
  double half = style->body.leading / 2;
  ParagraphStyle prose = *place->prose;
  prose.text.size = style->quote.size;
  prose.leading = style->quote.leading;
  prose.indent = style->indent * prose.text.size;
  BlockPlace inner = *place;
  inner.parent = element_new(setting->paragraph.report, place->parent,
                             ELEMENT_BLOCK_QUOTE);
  setting_indent(&inner, bar_gap);
  inner.prose = &prose;
  inner.on_grid = inner.may_float = false;
  inner.opens = true;
  BlockAir air = air_open(setting, place, half * 1.5, half / 2);
  flow_open_decor(place->flow, (FlowDecor){.x = place->x,
                                           .width = place->width,
                                           .bar = style->accent,
                                           .bar_width = style->accent_rule});
  blocks_set(setting, &inner, &block->blocks);
  flow_close_decor(place->flow);
  air_close(setting, place, air);
}
