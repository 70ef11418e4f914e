/* Paragraphs, rules and page breaks. */
#include "page/block/block.h"
#include "page/notes.h"

static int line_penalty(const BlockPlace *place, int line, int count) {
  if (place->after_heading && line == 1) return FLOW_COST_HEADING;
  if (line == 1 || line == count - 1) return FLOW_COST_WIDOW;
  return 0;
}

void prose_add_lines(Setting *setting, BlockPlace *place, const Lines *lines) {
  for (int i = 0; i < lines->count; i++) {
    Line *line = &lines->items[i];
    if (i) flow_add_penalty(place->flow, line_penalty(place, i, lines->count));
    FlowItem *box = flow_add_box(place->flow, line->frame, place->x);
    box->on_grid = place->on_grid;
    NoteMarks opened = {0};
    notes_set(setting, place, line->footnotes, line->footnote_count, &opened);
    box->notes = opened.items;
    box->note_count = opened.count;
  }
  bool is_lone = place->after_heading && lines->count == 1;
  if (lines->count)
    flow_add_penalty(place->flow, is_lone ? FLOW_COST_HEADING : 0);
  place->after_heading = place->after_block = place->opens = false;
}

static bool starts_flush(const Setting *setting, const BlockPlace *place) {
  if (place->opens) return true;
  return (place->after_heading || place->after_block) &&
         !setting->style.indent_first;
}

/* Entries hang, so that what they begin with is found; those of an index are
 * ragged. */
static void hang_entry(ParagraphStyle *style, const BlockPlace *place) {
  static const double hang = 2; /* em */
  style->indent = -hang * style->text.size;
  if (!place->is_index) return;
  style->align = LINES_LEFT;
  style->form.break_unit = BREAK_WORDS;
}

/* What the paragraph speaks of; see flow_add_mention. */
static void add_mentions(FlowList *flow, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    if (item->kind == INLINE_REFERENCE) flow_add_mention(flow, item->target);
    add_mentions(flow, &item->inner);
  }
}

void prose_set(Setting *setting, BlockPlace *place, const Block *block) {
  Element *element =
      element_new(setting->paragraph.report, place->parent, ELEMENT_PARAGRAPH);
  if (place->is_bibliography)
    element =
        element_new(setting->paragraph.report, element, ELEMENT_BIB_ENTRY);
  ParagraphStyle style = *place->prose;
  style.measure = place->width;
  if (starts_flush(setting, place)) style.indent = 0;
  if (place->is_bibliography || place->is_index) hang_entry(&style, place);
  add_mentions(place->flow, &block->inlines);
  style.text.tracking -= setting->tightness.tracking;
  Lines *lines = setting_lines(setting, &block->inlines, &style, element);
  setting->slack.lines += lines->count;
  prose_add_lines(setting, place, lines);
}

/* A short rule in the middle: a change of subject. */
void rule_set(Setting *setting, BlockPlace *place, const Block *block) {
  (void)block;
  Arena *report = setting->paragraph.report;
  Style *style = &setting->style;
  Frame *frame = frame_new(report, place->width, style->body.leading);
  double y = style->body.leading / 2, middle = place->width / 2;
  frame_add_line(frame, (Point){middle - 28, y}, (Point){middle + 28, y},
                 style->thin_rule, style->context)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  flow_add_gap(place->flow, style->body.leading / 2, 0);
  flow_add_box(place->flow, frame, place->x);
  flow_add_gap(place->flow, style->body.leading / 2, 0);
  place->after_block = true;
}

void page_break_set(Setting *setting, BlockPlace *place, const Block *block) {
  (void)setting;
  (void)block;
  flow_add_penalty(place->flow, FLOW_ALWAYS);
  place->after_block = true;
}
