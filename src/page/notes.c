/* Footnotes: blocks at 8.5/12.6 pt with a hanging number. */
#include "page/notes.h"

#include <math.h>

#include "korean/korean.h"
#include "page/block/block.h"
#include "page/paragraph/page_number.h"

static const double least_indent = 14, number_gap = 4;

/* How notes are set: at the foot of pages, or under a table. */
typedef struct NoteForm {
  ParagraphStyle prose;
  double indent; /* of the text, beside its number */
} NoteForm;

/* Text stands right of the greatest number. */
static void indent_form(Setting *setting, NoteForm *form, int greatest,
                        double least) {
  ParagraphContext *context = &setting->paragraph;
  const NoteNumbers *numbers = context->note_numbers;
  Str number =
      numbers ? numbering_print(context->report, numbers->pattern, &greatest, 1)
              : str_format(context->report, "%d)", greatest);
  double width = text_width(context->fonts, number, &form->prose.text);
  form->indent = fmax(least, width + number_gap);
  form->prose.measure -= form->indent;
}

static NoteForm page_form(Setting *setting) {
  Style *style = &setting->style;
  NoteForm form = {.prose = style_body(style, style_measure(style))};
  form.prose.text = style_serif(style, style->footnote.size);
  form.prose.leading = style->footnote.leading;
  form.prose.indent = style->indent * form.prose.text.size;
  indent_form(setting, &form, setting->paragraph.article->footnotes.count,
              least_indent);
  return form;
}

/* As the sources of the table are. */
static NoteForm table_form(Setting *setting, double width, int count) {
  Style *style = &setting->style;
  NoteForm form = {.prose = style_sans_lines(style, style->note, 0, width)};
  form.prose.color = style->grey;
  indent_form(setting, &form, count, 0);
  return form;
}

static Str note_anchor(Setting *setting, int index) {
  return str_format(setting->paragraph.report, "fn-%d", index + 1);
}

/* The number before the first line, and the place that its mark leads to. */
static Frame *with_number(Setting *setting, const NoteForm *form, int index,
                          Frame *line, Element *label) {
  Arena *report = setting->paragraph.report;
  TypeSize type = {form->prose.text.size, form->prose.leading};
  ShapedText *number = setting_label(
      setting, note_number_text(&setting->paragraph, index), &form->prose.text);
  Frame *frame = frame_new(report, line->width + form->indent, line->height);
  frame_add_anchor(frame, note_anchor(setting, index), (Point){0, 0});
  frame_add_text(frame, number, (Point){0, style_baseline(type)},
                 form->prose.color,
                 tag_content(element_content(report, label)));
  frame_add_group(frame, line, matrix_move(form->indent, 0));
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
static void set_note(Setting *setting, const BlockPlace *place,
                     const NoteForm *form, int index, NoteMarks *opened) {
  Arena *report = setting->paragraph.report;
  const Footnote *footnote =
      &setting->paragraph.article->footnotes.items[index];
  FlowNote *note = &setting->notes[index];
  Element *element = element_new(report, place->section, ELEMENT_NOTE);
  element->id = note_anchor(setting, index);
  Element *label = element_new(report, element, ELEMENT_LABEL);
  FlowList flow = {.arena = report, .notes = setting->notes};
  BlockPlace inner = {.flow = &flow,
                      .parent = element,
                      .section = element,
                      .width = form->prose.measure,
                      .prose = &form->prose,
                      .opens = true,
                      .table_notes = place->table_notes};
  blocks_set(setting, &inner, &footnote->blocks);
  int called_count, *called = flow_list_notes(report, &flow, &called_count);
  for (int i = 0; i < called_count; i++)
    list_add(report, opened, called[i]);
  collect_lines(setting, note, &flow);
  if (!note->lines.count)
    list_add(
        report, &note->lines,
        ((FlowNoteLine){frame_new(report, inner.width, form->prose.leading), 0,
                        form->prose.leading}));
  FlowNoteLine *first = &note->lines.items[0];
  first->frame = with_number(setting, form, index, first->frame, label);
  for (int i = 1; i < note->lines.count; i++)
    note->lines.items[i].x += form->indent;
}

static bool is_new(const Setting *setting, int index) {
  return index >= 0 && index < setting->paragraph.article->footnotes.count &&
         !setting->notes[index].is_open;
}

void notes_set(Setting *setting, const BlockPlace *place, const int *indices,
               int count, NoteMarks *opened) {
  Arena *report = setting->paragraph.report;
  NoteMarks called = {0}; /* in these notes: they follow them */
  for (int i = 0; i < count; i++) {
    int index = indices[i];
    if (!is_new(setting, index)) continue;
    setting->notes[index].is_open = true;
    list_add(setting->report, &setting->opened_notes, index);
    if (place->table_notes) {
      list_add(report, place->table_notes, index);
      continue;
    }
    list_add(report, opened, index);
    setting->notes[index].stands = setting->style.note_place;
    if (setting->style.note_place != NOTES_ON_PAGE) continue;
    NoteForm form = page_form(setting);
    set_note(setting, place, &form, index, &called);
  }
  for (int i = 0; i < called.count; i++)
    list_add(report, opened, called.items[i]);
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
  flow_add_glue(place->flow, setting->style.footnote.leading / 4, 0);
  note->lines.count = 0;
}

bool notes_wait(const Setting *setting, NotePlace where, int first) {
  for (int i = first; i < setting->opened_notes.count; i++)
    if (setting->notes[setting->opened_notes.items[i]].stands == where)
      return true;
  return false;
}

void notes_add_end(Setting *setting, BlockPlace *place, NotePlace where,
                   int first) {
  NoteMarks called = {0};
  NoteForm form = page_form(setting);
  for (int i = first; i < setting->opened_notes.count; i++) {
    int index = setting->opened_notes.items[i];
    if (setting->notes[index].stands != where) continue;
    set_note(setting, place, &form, index, &called);
    add_end_note(setting, place, &setting->notes[index]);
  }
}

/* -- Notes of tables -- */

void notes_number(Setting *setting, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    if (item->kind == INLINE_FOOTNOTE)
      note_number_text(&setting->paragraph, item->footnote);
    notes_number(setting, &item->inner);
  }
}

Frame *notes_draw(Setting *setting, const BlockPlace *place, double width) {
  NoteMarks *notes = place->table_notes, none = {0};
  if (!notes || !notes->count) return NULL;
  Frame *frame = frame_new(setting->paragraph.report, width, 0);
  NoteForm form = table_form(setting, width, notes->count);
  for (int i = 0; i < notes->count; i++) {
    FlowNote *note = &setting->notes[notes->items[i]];
    set_note(setting, place, &form, notes->items[i], &none);
    for (int k = 0; k < note->lines.count; k++) {
      const FlowNoteLine *line = &note->lines.items[k];
      frame_add_group(frame, line->frame, matrix_move(line->x, frame->height));
      frame->height += line->height;
    }
    note->lines.count = 0;
  }
  notes->count = 0;
  return frame;
}
