/* Footnotes: blocks at 8.5/12.6 pt with a hanging number. */
#include "page/notes.h"

#include <math.h>

#include "korean/korean.h"
#include "page/block/block.h"
#include "page/paragraph/page_number.h"

static const double least_indent = 14, number_gap = 4;

/* As wide as the widest number needs. */
static double number_indent(Setting *setting) {
  ParagraphContext *context = &setting->paragraph;
  const NoteNumbers *numbers = context->note_numbers;
  int most = context->article->footnotes.count;
  TextStyle text = style_serif(&setting->style, setting->style.footnote.size);
  Str number =
      numbers ? numbering_print(context->report, numbers->pattern, &most, 1)
              : str_format(context->report, "%d)", most);
  return fmax(least_indent,
              text_width(context->fonts, number, &text) + number_gap);
}

static Str note_anchor(Setting *setting, int index) {
  return str_format(setting->paragraph.report, "fn-%d", index + 1);
}

/* The number before the first line, and the place that its mark leads to. */
static Frame *with_number(Setting *setting, int index, Frame *line,
                          Element *note) {
  Arena *report = setting->paragraph.report;
  double indent = number_indent(setting);
  Style *style = &setting->style;
  TextStyle text = style_serif(style, style->footnote.size);
  Element *label = note->kids.items[0];
  Frame *frame = frame_new(report, line->width + indent, line->height);
  frame_add_anchor(frame, note_anchor(setting, index), (Point){0, 0});
  frame_add_text(frame,
                 setting_label(setting,
                               note_number_text(&setting->paragraph, index),
                               &text),
                 (Point){0, style_baseline(style->footnote)}, style->ink,
                 tag_content(element_content(report, label)));
  frame_add_group(frame, line, matrix_move(indent, 0));
  return frame;
}

/* Boxes become lines; glue between them becomes space over the next. */
static void collect_lines(Setting *setting, FlowNote *note,
                          const FlowList *list) {
  Arena *report = setting->paragraph.report;
  double space = 0;
  for (int i = 0; i < list->items.count; i++) {
    const FlowItem *item = &list->items.items[i];
    if (item->kind == FLOW_GLUE && note->lines.count) space += item->height;
    if (item->kind != FLOW_BOX || !item->frame) continue;
    if (space > 0) {
      Frame *lower =
          frame_new(report, item->frame->width, item->frame->height + space);
      frame_add_group(lower, item->frame, matrix_move(0, space));
      list_add(report, &note->lines,
               ((FlowNoteLine){lower, item->x, lower->height}));
    } else {
      list_add(report, &note->lines,
               ((FlowNoteLine){item->frame, item->x, item->height}));
    }
    space = 0;
  }
}

/* The notes that are called in the note are added to `opened`. */
static void set_note(Setting *setting, const BlockPlace *place, int index,
                     NoteMarks *opened) {
  Arena *report = setting->paragraph.report;
  Style *style = &setting->style;
  const Footnote *footnote =
      &setting->paragraph.article->footnotes.items[index];
  FlowNote *note = &setting->notes[index];
  Element *element = element_new(report, place->section, ELEMENT_NOTE);
  element->id = note_anchor(setting, index);
  element_new(report, element, ELEMENT_LABEL);
  double indent = number_indent(setting);
  ParagraphStyle prose = style_body(style, style_measure(style) - indent);
  prose.text.size = style->footnote.size;
  prose.leading = style->footnote.leading;
  prose.indent = 0;
  FlowList flow = {.arena = report, .notes = setting->notes};
  BlockPlace inner = {.flow = &flow,
                      .parent = element,
                      .section = element,
                      .width = prose.measure,
                      .prose = &prose};
  blocks_set(setting, &inner, &footnote->blocks);
  collect_lines(setting, note, &flow);
  int inner_count, *called = flow_list_notes(report, &flow, &inner_count);
  for (int i = 0; i < inner_count; i++)
    list_add(report, opened, called[i]);
  if (!note->lines.count)
    list_add(report, &note->lines,
             ((FlowNoteLine){frame_new(report, prose.measure, prose.leading), 0,
                             prose.leading}));
  FlowNoteLine *first = &note->lines.items[0];
  first->frame = with_number(setting, index, first->frame, element);
  for (int i = 1; i < note->lines.count; i++)
    note->lines.items[i].x += indent;
}

static bool is_new(const Setting *setting, int index) {
  return index >= 0 && index < setting->paragraph.article->footnotes.count &&
         !setting->notes[index].is_open;
}

void notes_set(Setting *setting, const BlockPlace *place, const int *indices,
               int count, NoteMarks *opened) {
  for (int i = 0; i < count; i++) {
    int index = indices[i];
    if (!is_new(setting, index)) continue;
    setting->notes[index].is_open = true;
    list_add(setting->paragraph.report, &setting->opened_notes, index);
    list_add(setting->paragraph.report, opened, index);
    if (setting->style.note_place == NOTES_ON_PAGE)
      set_note(setting, place, index, opened);
  }
}

void notes_set_box(Setting *setting, const BlockPlace *place,
                   const Lines *lines, FlowItem *box) {
  NoteMarks marks = {0};
  setting_notes(setting, place, lines, &marks);
  box->notes = marks.items;
  box->note_count = marks.count;
}

/* The lines of a note as items, two of them kept together. */
static void add_end_note(Setting *setting, BlockPlace *place, FlowNote *note) {
  for (int i = 0; i < note->lines.count; i++) {
    FlowNoteLine *line = &note->lines.items[i];
    bool is_lone = i == 1 || i == note->lines.count - 1;
    if (i) flow_add_penalty(place->flow, is_lone ? FLOW_COST_WIDOW : 0);
    flow_add_box(place->flow, line->frame, line->x);
  }
  flow_add_penalty(place->flow, 0);
  flow_add_glue(place->flow, 0, setting->style.footnote.leading / 2);
  note->lines.count = 0;
}

void notes_add_end(Setting *setting, BlockPlace *place, int first) {
  NoteMarks called = {0};
  for (int i = first; i < setting->opened_notes.count; i++) {
    int index = setting->opened_notes.items[i];
    set_note(setting, place, index, &called);
    add_end_note(setting, place, &setting->notes[index]);
  }
}
