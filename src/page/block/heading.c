/* Headings: chapters open a page; sections keep with the text under them. */
#include <math.h>

#include "page/block/block.h"
#include "page/notes.h"

/* Above and below are grid lines; the heading's own lines come between. */
typedef struct HeadingForm {
  TypeSize type;
  double above, below;
} HeadingForm;

static HeadingForm heading_form(const Style *style, int level) {
  TypeSize minor = {style->body.size, style->body.leading};
  switch (level) {
  case 1:
  case 2:
    return (HeadingForm){style->section, 1.5, .25};
  case 3:
    return (HeadingForm){style->subsection, .85, .1};
  default:
    return (HeadingForm){minor, .85, .1};
  }
}

static ElementRole heading_role(int level) {
  static const ElementRole roles[] = {ELEMENT_H1, ELEMENT_H2, ELEMENT_H3,
                                      ELEMENT_H4, ELEMENT_H5, ELEMENT_H6};
  int at = level < 1 ? 1 : level > 6 ? 6 : level;
  return roles[at - 1];
}

Labelled opener_draw(Setting *setting, Str label, const InlineList *title,
                     double width, Element *element) {
  Arena *report = setting->paragraph.report;
  Style *style = &setting->style;
  double grid = style->body.leading;
  ParagraphStyle form = style_sans_lines(style, style->chapter, 700, width);
  form.align = LINES_BALANCED;
  double y = grid * style->chapter_lines;
  Frame *frame = frame_new(report, width, 0);
  if (label.len) {
    if (str_ends(label, S("."))) label.len--; /* no words follow on its line */
    TextStyle number = style_sans(style, style->subsection.size, 700);
    Str words = str_join(report, label, S(" ")); /* so that readers pause */
    frame_add_text(frame, setting_label(setting, words, &number),
                   (Point){0, y + number.size}, style->accent,
                   tag_content(element_content(report, element)));
    y += grid * 1.25;
  }
  Lines *lines = setting_lines(setting, title, &form, element);
  Frame *stack = setting_stack(setting, lines, width);
  frame_add_group(frame, stack, matrix_move(0, y));
  y += stack->height + grid * .5;
  frame_add_line(frame, (Point){0, y}, (Point){width, y}, style->title_rule,
                 style->accent)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  frame->height = ceil((y + grid) / grid) * grid;
  return (Labelled){frame, lines};
}

static void add_chapter(Setting *setting, BlockPlace *place, const Block *block,
                        Element *element) {
  Labelled opener = opener_draw(setting, block->label.printed, &block->inlines,
                                place->width, element);
  FlowItem *box = flow_add_box(place->flow, opener.frame, place->x);
  box->entry = &setting_entry(setting, ENTRY_HEADING, block)->flow;
  notes_set_box(setting, place, opener.lines, box);
  flow_add_penalty(place->flow, FLOW_NEVER);
}

static void add_section(Setting *setting, BlockPlace *place, const Block *block,
                        Element *element) {
  Style *style = &setting->style;
  HeadingForm form = heading_form(style, block->level);
  double grid = style->body.leading;
  ParagraphStyle lines = style_sans_lines(style, form.type, 700, place->width);
  lines.align = LINES_BALANCED;
  LabelledLines label = {block->label.printed, style->ink, 700};
  Labelled set =
      setting_labelled(setting, &label, &block->inlines, &lines, element);
  double above = place->after_heading ? form.above / 2 : form.above;
  if (!place->after_heading) flow_add_penalty(place->flow, -20);
  flow_add_gap(place->flow, above * grid, 0);
  FlowItem *box = flow_add_box(place->flow, set.frame, place->x);
  box->entry = &setting_entry(setting, ENTRY_HEADING, block)->flow;
  box->foot_to_grid = form.below * grid;
  notes_set_box(setting, place, set.lines, box);
  flow_add_penalty(place->flow, FLOW_NEVER);
  flow_add_glue(place->flow, form.below * grid, 0);
}

/* A heading opens a section in the nearest open one of a higher level. */
static void enter_section(Setting *setting, BlockPlace *place, int level) {
  int at = level < 6 ? level : 6;
  Element *above = NULL;
  for (int i = at - 1; i >= 0 && !above; i--)
    above = place->levels[i];
  place->levels[at] =
      element_new(setting->paragraph.report, above, ELEMENT_SECTION);
  for (int i = at + 1; i <= 6; i++)
    place->levels[i] = NULL;
  place->section = place->parent = place->levels[at];
}

void heading_set(Setting *setting, BlockPlace *place, const Block *block) {
  Arena *report = setting->paragraph.report;
  bool is_outer = place->levels[0] && place->parent == place->section;
  if (is_outer && block->level > 1) enter_section(setting, place, block->level);
  Element *element =
      element_new(report, place->parent, heading_role(block->level));
  bool opens = block->level == 1 && is_outer && !place->flow->items.count;
  if (opens)
    add_chapter(setting, place, block, element);
  else
    add_section(setting, place, block, element);
  place->after_heading = true;
  place->after_block = false;
}
