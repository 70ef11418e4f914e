/* A panel as a picture of its own, for slides. */
#include "page/block/panel.h"

static const double margin = 12, title_gap = 10, sources_gap = 8,
                    title_size = 12;

/* The caption is the picture's title: bold, at the left, without its number. */
static Frame *draw_title(Setting *setting, const Block *block, double width,
                         Element *parent) {
  TypeSize type = {title_size, title_size * 1.4};
  ParagraphStyle form = style_sans_lines(&setting->style, type, 700, width);
  Element *element =
      element_new(setting->paragraph.report, parent, ELEMENT_CAPTION);
  Lines *lines = setting_lines(setting, &block->caption, &form, element);
  return setting_stack(setting, lines, width);
}

static void stack(Frame *picture, Frame *part, double gap) {
  if (!part) return;
  frame_add_group(picture, part, matrix_move(margin, picture->height));
  picture->height += part->height + gap;
}

Frame *panel_alone_draw(Setting *setting, const Block *block, double width,
                        Element *parent) {
  double inner = width - 2 * margin;
  NoteMarks notes = {0};
  BlockPlace place = {.parent = parent,
                      .section = parent,
                      .width = inner,
                      .table_notes = &notes};
  Panel panel = {
      .setting = setting, .block = block, .place = &place, .width = inner};
  Piece piece = {0};
  Frame *picture = frame_new(setting->paragraph.report, width, margin);
  if (block->caption.count)
    stack(picture, draw_title(setting, block, inner, parent), title_gap);
  panel_draw(block->kind)(&panel);
  stack(picture, panel_stack(&panel, &piece.notes), sources_gap);
  if (block->caption.count && parent->kids.count > 1)
    element_adopt_first(*list_last(&parent->kids), parent->kids.items[0],
                        setting->paragraph.report);
  stack(picture, sources_draw(setting, &place, block, inner, &piece), 0);
  picture->height += margin;
  return picture;
}
