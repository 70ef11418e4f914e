/* The table of block kinds, and how pieces enter the list. */
#include "page/block/block.h"

/* The style of the place, changed by what the div asks for. */
static Style wished_style(Setting *setting, const BlockPlace *place,
                          const Block *block) {
  Style style = setting->style;
  style.form = place->prose->form;
  style.align = place->prose->align;
  style_read_wishes(&style, setting->paragraph.report, block,
                    setting->paragraph.diags);
  return style;
}

/* Paragraphs in a style of their own. */
static void set_wished(Setting *setting, BlockPlace *place,
                       const Block *block) {
  Style style = wished_style(setting, place, block);
  ParagraphStyle prose = *place->prose;
  prose.form = style.form;
  prose.align = style.align;
  prose.indent = style.indent * prose.text.size;
  prose.text.tracking = style.form.tracking;
  prose.text.stretch = style.form.glyph_width;
  const ParagraphStyle *around = place->prose;
  bool indent_first = setting->style.indent_first;
  setting->style.indent_first = style.indent_first;
  place->prose = &prose;
  blocks_set(setting, place, &block->blocks);
  place->prose = around;
  setting->style.indent_first = indent_first;
}

static void div_set(Setting *setting, BlockPlace *place, const Block *block) {
  if (block->wishes.count)
    set_wished(setting, place, block);
  else
    blocks_set(setting, place, &block->blocks);
}

static void bibliography_set(Setting *setting, BlockPlace *place,
                             const Block *block) {
  double half = setting->style.body.leading / 2;
  if (!place->after_heading) flow_add_gap(place->flow, half, half / 2);
  place->is_bibliography = true;
  blocks_set(setting, place, &block->blocks);
  place->is_bibliography = false;
  flow_add_gap(place->flow, half, half / 2);
  place->after_block = true;
}

void landscape_set(Setting *setting, BlockPlace *place, const Block *block) {
  diag(setting->paragraph.diags, DIAG_PAGE_LANDSCAPE, block->place,
       "a landscape section cannot stand in another block");
  blocks_set(setting, place, &block->blocks);
}

static BlockSet *const setters[] = {
    [BLOCK_HEADING] = heading_set,
    [BLOCK_PARAGRAPH] = prose_set,
    [BLOCK_LIST] = list_set,
    [BLOCK_QUOTE] = quote_set,
    [BLOCK_CODE] = code_set,
    [BLOCK_RULE] = rule_set,
    [BLOCK_TABLE] = table_set,
    [BLOCK_FIGURE] = figure_set,
    [BLOCK_NUMBER_PANEL] = panel_set,
    [BLOCK_FROM_TO] = panel_set,
    [BLOCK_MIRROR] = panel_set,
    [BLOCK_CALLOUT] = callout_set,
    [BLOCK_EQUATION] = equation_set,
    [BLOCK_BIBLIOGRAPHY] = bibliography_set,
    [BLOCK_INDEX] = index_set,
    [BLOCK_FIGURES] = figures_set,
    [BLOCK_COLUMNS] = columns_set,
    [BLOCK_LANDSCAPE] = landscape_set,
    [BLOCK_DIV] = div_set,
    [BLOCK_PAGE_BREAK] = page_break_set,
};

enum { DEPTH_MAX = 64 };

void blocks_set(Setting *setting, BlockPlace *place, const BlockList *blocks) {
  if (setting->depth >= DEPTH_MAX) {
    Place at = blocks->count ? blocks->items[0]->place : (Place){0};
    diag(setting->paragraph.diags, DIAG_PAGE_TOO_DEEP, at,
         "blocks stand in blocks more than %d deep", DEPTH_MAX);
    return;
  }
  setting->depth++;
  for (int i = 0; i < blocks->count; i++) {
    place->flow->place = blocks->items[i]->place;
    setters[blocks->items[i]->kind](setting, place, blocks->items[i]);
    place->opens = false;
  }
  setting->depth--;
}

/* What follows stands under what the float stood under in the source. */
static void add_floating(const Setting *setting, BlockPlace *place,
                         const Piece *piece, double gap) {
  FlowFloat *floating =
      flow_add_float(place->flow, piece->frame, place->x, gap);
  floating->least = setting->style.block_gap;
  floating->notes = piece->notes.items;
  floating->note_count = piece->notes.count;
  floating->entry = piece->entry;
  floating->placement = piece->placement;
  flow_add_penalty(place->flow, place->after_heading ? FLOW_NEVER : 0);
  place->after_block = false;
}

static void add_standing(Setting *setting, BlockPlace *place,
                         const Piece *piece, double gap) {
  double stretch = setting->style.body.leading / 2;
  if (!place->after_heading) flow_add_gap(place->flow, gap, stretch);
  FlowItem *box = flow_add_box(place->flow, piece->frame, place->x);
  box->notes = piece->notes.items;
  box->note_count = piece->notes.count;
  box->entry = piece->entry;
  flow_add_air(place->flow, gap, setting->style.block_gap, stretch);
  place->after_heading = false;
  place->after_block = true;
}

void piece_place(Piece *piece, const Block *block) {
  static const FlowPlacement placements[] = {
      [PLACED_ANYWHERE] = FLOW_ANYWHERE,
      [PLACED_HERE] = FLOW_ANYWHERE,
      [PLACED_AT_TOP] = FLOW_AT_TOP,
      [PLACED_AT_BOTTOM] = FLOW_AT_BOTTOM,
      [PLACED_ON_PAGE] = FLOW_ON_OWN_PAGE};
  piece->placement = placements[block->placement];
  piece->floats = block->label.printed.len > 0;
  if (block->placement == PLACED_HERE) piece->floats = false;
  if (block->placement > PLACED_HERE) piece->floats = true;
}

void piece_add(Setting *setting, BlockPlace *place, const Piece *piece) {
  double gap = setting_gap(setting, piece->frame->height);
  if (piece->floats && place->may_float)
    add_floating(setting, place, piece, gap);
  else
    add_standing(setting, place, piece, gap);
}
