/* An equation in words: centred, its number at the right margin. */
#include <math.h>

#include "page/block/block.h"
#include "page/notes.h"

void equation_set(Setting *setting, BlockPlace *place, const Block *block) {
  Arena *report = setting->paragraph.report;
  Element *element = element_new(report, place->parent, ELEMENT_PARAGRAPH);
  Element *formula = element_new(report, element, ELEMENT_FORMULA);
  formula->alt =
      block->alt.len ? block->alt : inlines_plain(report, &block->inlines);
  ParagraphStyle form = *place->prose;
  TextStyle number = form.text;
  ShapedText *label = setting_label(setting, block->label.printed, &number);
  double inset = label->width + form.text.size;
  form.measure = place->width - 2 * inset;
  form.indent = 0;
  form.align = LINES_CENTER;
  Lines *lines = setting_lines(setting, &block->inlines, &form, formula);
  Frame *stack = setting_stack(setting, lines, form.measure);
  Frame *frame = frame_new(report, place->width, stack->height);
  frame_add_group(frame, stack, matrix_move(inset, 0));
  double baseline = style_baseline((TypeSize){form.text.size, form.leading});
  if (block->label.printed.len)
    frame_add_text(frame, label,
                   (Point){place->width - label->width,
                           stack->height - form.leading + baseline},
                   form.color, tag_content(element_content(report, element)));
  double half = setting->style.body.leading / 2;
  flow_add_gap(place->flow, half, half / 2);
  FlowItem *box = flow_add_box(place->flow, frame, place->x);
  if (block->label.printed.len || block->id.len)
    box->entry = &setting_entry(setting, ENTRY_EQUATION, block)->flow;
  notes_set_box(setting, place, lines, box);
  flow_add_gap(place->flow, half, half / 2);
  place->after_heading = false;
  place->after_block = true;
}
