/* Definition lists: short terms stand before what they mean, longer ones above
 * it. */
#include <math.h>

#include "page/block/block.h"

static const double longest_beside = 7, gap = 1, indent = 1.5;

typedef struct Definitions {
  Setting *setting;
  const Block *block;
  Element *list;
  ParagraphStyle term, prose;
  double step; /* to the meanings; 0: they stand under their terms */
} Definitions;

static double widest_term(const Definitions *from) {
  double width = 0;
  for (int i = 0; i < from->block->items.count; i++) {
    ParagraphWidths term =
        paragraph_widths(&from->setting->paragraph,
                         &from->block->items.items[i].term, &from->term);
    width = fmax(width, term.natural);
  }
  return width;
}

static Frame *draw_term(Definitions *from, BlockPlace *place,
                        const InlineList *inlines, double width, Element *label,
                        NoteMarks *marks) {
  ParagraphStyle form = from->term;
  form.measure = width;
  Lines *lines = setting_lines(from->setting, inlines, &form, label);
  setting_notes(from->setting, place, lines, marks);
  return setting_stack(from->setting, lines, width);
}

/* The term in the first line's box, before its meaning. */
static void hang_term(Definitions *from, FlowItem *box, Frame *term, double x) {
  double shift = box->x - x;
  Frame *frame =
      frame_new(from->setting->paragraph.report, box->frame->width + shift,
                fmax(box->frame->height, term->height));
  frame_add_group(frame, term, (Matrix){0});
  frame_add_group(frame, box->frame, matrix_move(shift, 0));
  box->frame = frame;
  box->x = x;
}

static void add_marks(Definitions *from, FlowItem *box, NoteMarks *marks) {
  for (int i = 0; i < box->note_count; i++)
    list_add(from->setting->paragraph.report, marks, box->notes[i]);
  box->notes = marks->items;
  box->note_count = marks->count;
}

static FlowItem *first_box(FlowList *flow, int from) {
  for (int i = from; i < flow->items.count; i++)
    if (flow->items.items[i].kind == FLOW_BOX && flow->items.items[i].frame)
      return &flow->items.items[i];
  return NULL;
}

static void set_definition(Definitions *from, BlockPlace *place, int i) {
  Arena *report = from->setting->paragraph.report;
  const ListItem *item = &from->block->items.items[i];
  Element *entry = element_new(report, from->list, ELEMENT_LIST_ITEM);
  Element *label = element_new(report, entry, ELEMENT_LABEL);
  bool is_beside = from->step > 0;
  double size = from->prose.text.size;
  double width = is_beside ? from->step - size * gap : place->width;
  Frame *term = NULL;
  NoteMarks marks = {0};
  if (item->term.count)
    term = draw_term(from, place, &item->term, width + .5, label, &marks);
  if (term && !is_beside) {
    add_marks(from, flow_add_box(place->flow, term, place->x), &marks);
    flow_add_penalty(place->flow, FLOW_NEVER);
  }
  BlockPlace inner = *place;
  inner.parent = element_new(report, entry, ELEMENT_LIST_BODY);
  inner.prose = &from->prose;
  inner.on_grid = inner.may_float = false;
  inner.opens = true;
  setting_indent(&inner, is_beside ? from->step : size * indent);
  int start = place->flow->items.count;
  blocks_set(from->setting, &inner, &item->blocks);
  FlowItem *box = first_box(place->flow, start);
  if (!term || !is_beside || !box) return;
  hang_term(from, box, term, place->x);
  add_marks(from, box, &marks);
}

void definitions_set(Setting *setting, BlockPlace *place, const Block *block) {
  double half = setting->style.body.leading / 2;
  const Style *style = &setting->style;
  Definitions from = {
      .setting = setting, .block = block, .prose = *place->prose};
  from.list =
      element_new(setting->paragraph.report, place->parent, ELEMENT_LIST);
  from.prose.indent = style->indent * from.prose.text.size;
  TypeSize type = {from.prose.text.size * .95, from.prose.leading};
  from.term = style_sans_lines(style, type, 700, place->width);
  double widest = widest_term(&from), size = from.prose.text.size;
  if (widest <= longest_beside * size) from.step = widest + size * gap;
  BlockAir air = air_open(setting, place, half, 0);
  int count = block->items.count;
  int *starts = arena_array(setting->paragraph.report, int, count + 1);
  for (int i = 0; i < count; i++) {
    if (i) flow_add_glue(place->flow, half / 2, half / 4);
    starts[i] = place->flow->items.count;
    set_definition(&from, place, i);
  }
  starts[count] = place->flow->items.count;
  list_keep_items(place->flow, starts, count);
  air_close(setting, place, air);
}
