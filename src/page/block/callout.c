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
  place->opens = true;
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
  FlowDecor decor = {.x = place->x,
                     .width = place->width,
                     .padding = padding,
                     .fill = style->fill};
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
  inner.opens = true;
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
  prose.indent = style->indent * prose.text.size;
  BlockAir air = air_open(setting, place, half * 1.5, half);
  flow_open_decor(place->flow, callout_decor(setting, place, block));
  if (block->is_summary) add_rule(setting, place);
  set_inside(setting, place, block, &prose);
  if (block->is_summary) add_rule(setting, place);
  flow_close_decor(place->flow);
  air_close(setting, place, air);
}
