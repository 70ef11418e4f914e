/* Figures: a chart, a picture or a panel; the caption and the sources below.
 * A figure with a number floats. */
#include <math.h>

#include "page/block/block.h"
#include "page/notes.h"

static const double caption_gap = 9, beside_gap = 14, sources_gap = 2;

Frame *caption_draw(Setting *setting, const BlockPlace *place,
                    const Block *block, double width, Piece *piece) {
  if (!block->caption.count && !block->label.printed.len) return NULL;
  Style *style = &setting->style;
  ParagraphStyle form = style_sans_lines(style, style->caption, 0, width);
  form.align = LINES_BALANCED;
  Element *caption =
      element_new(setting->paragraph.report, place->parent, ELEMENT_CAPTION);
  LabelledLines label = {block->label.printed, style->accent, 700};
  Labelled set =
      setting_labelled(setting, &label, &block->caption, &form, caption);
  setting_notes(setting, place, set.lines, &piece->notes);
  return set.frame;
}

/* "자료: ..." with the word once, as the author wrote it or not. NULL: no
 * words. */
static Frame *named_line(Setting *setting, const BlockPlace *place, Str word,
                         const InlineList *inlines, Piece *piece) {
  if (!inlines->count) return NULL;
  Style *style = &setting->style;
  Arena *report = setting->paragraph.report;
  ParagraphStyle form = style_sans_lines(style, style->note, 0, place->width);
  form.color = style->grey;
  Element *element = element_new(report, place->parent, ELEMENT_PARAGRAPH);
  bool has_word = str_starts(str_trim(inlines_plain(report, inlines)), word);
  LabelledLines label = {has_word ? (Str){0} : word, style->grey, 0};
  Labelled set = setting_labelled(setting, &label, inlines, &form, element);
  setting_notes(setting, place, set.lines, &piece->notes);
  return set.frame;
}

static void put_below(Frame *frame, Frame *part) {
  if (!part) return;
  frame_add_group(frame, part, matrix_move(0, frame->height));
  frame->height += part->height;
}

Frame *sources_draw(Setting *setting, const BlockPlace *place,
                    const Block *block, double width, Piece *piece) {
  BlockPlace narrow = *place;
  narrow.width = width;
  Frame *frame = frame_new(setting->paragraph.report, width, 0);
  put_below(frame, named_line(setting, &narrow, S("주:"), &block->note, piece));
  put_below(frame, notes_draw(setting, &narrow, width));
  put_below(frame,
            named_line(setting, &narrow, S("자료:"), &block->source, piece));
  put_below(frame, notes_draw(setting, &narrow, width));
  return frame->height > 0 ? frame : NULL;
}

/* Caption over sources. NULL: neither. */
Frame *figure_draw_words(Setting *setting, const BlockPlace *place,
                         const Block *block, double width, Piece *piece) {
  Frame *caption = caption_draw(setting, place, block, width, piece);
  Frame *sources = sources_draw(setting, place, block, width, piece);
  if (!caption || !sources) return caption ? caption : sources;
  Frame *frame = frame_new(setting->paragraph.report, width, 0);
  frame_add_group(frame, caption, (Matrix){0});
  frame->height = caption->height + sources_gap;
  frame_add_group(frame, sources, matrix_move(0, frame->height));
  frame->height += sources->height;
  return frame;
}

/* A tightly set part has lower figures. */
static void lower_figure(Setting *setting, const Block *block, double width,
                         Figure *figure) {
  double share = setting->tightness.figures;
  double height = figure->frame->height;
  setting->slack.figures += height;
  Figure lower = {0};
  if (share < 1 && setting_figure(setting, block, block->target, width,
                                  height * share, &lower))
    *figure = lower;
}

static Frame *draw_source_figure(Setting *setting, const Block *block,
                                 Element *element, double width,
                                 double max_height) {
  Figure figure = {0};
  if (!setting_figure(setting, block, block->target, width, max_height,
                      &figure))
    return NULL;
  lower_figure(setting, block, width, &figure);
  element->alt = block->alt.len ? block->alt : figure.alt;
  element->attached = figure.attached;
  if (!element->alt.len)
    element->alt = inlines_plain(setting->paragraph.report, &block->caption);
  Frame *frame =
      frame_new(setting->paragraph.report, width, figure.frame->height);
  /* In the middle over its words, which those of a part are. */
  double x = block->is_part ? fmax(0, (width - figure.frame->width) / 2) : 0;
  frame_add_group(frame, (Frame *)figure.frame, matrix_move(x, 0))->tag =
      tag_content(element_content(setting->paragraph.report, element));
  if (figure.frame->height > max_height + .5)
    diag(setting->paragraph.diags, DIAG_PAGE_FIGURE_TOO_TALL, block->place,
         "this figure is %.0f pt tall, the page holds %.0f pt",
         figure.frame->height, max_height);
  return frame;
}

Frame *figure_draw_picture(Setting *setting, const BlockPlace *place,
                           const Block *block, PictureRoom room) {
  Element *element =
      element_new(setting->paragraph.report, place->parent, ELEMENT_FIGURE);
  return draw_source_figure(setting, block, element, room.width, room.height);
}

Frame *figure_join(Setting *setting, Frame *picture, Frame *words) {
  if (!words) return picture;
  Frame *frame =
      frame_new(setting->paragraph.report, fmax(picture->width, words->width),
                picture->height + caption_gap + words->height);
  frame_add_group(frame, picture, (Matrix){0});
  frame_add_group(frame, words, matrix_move(0, picture->height + caption_gap));
  return frame;
}

/* The words stand beside, with their foot on the picture's. */
static Frame *join_beside(Setting *setting, Frame *picture, Frame *words,
                          double width) {
  double height = fmax(picture->height, words->height);
  Frame *frame = frame_new(setting->paragraph.report, width, height);
  frame_add_group(frame, picture, (Matrix){0});
  frame_add_group(
      frame, words,
      matrix_move(picture->width + beside_gap, height - words->height));
  return frame;
}

double figure_words_room(const Style *style) {
  return 6 * style->caption.leading;
}

/* On its side: read from the right of the page. */
static Frame *turn(Setting *setting, Frame *frame, double width) {
  Frame *turned = frame_new(setting->paragraph.report, width, frame->width);
  double left = fmax(0, (width - frame->height) / 2);
  Matrix matrix = {.xy = 1, .yx = -1, .x0 = left, .y0 = frame->width};
  frame_add_group(turned, frame, matrix);
  return turned;
}

/* As wide as a page is high, on a page of its own. */
static void set_turned(Setting *setting, BlockPlace *place,
                       const Block *block) {
  const Style *style = &setting->style;
  BlockPlace wide = *place;
  wide.x = 0;
  wide.width = style_text_height(style);
  PictureRoom room = {wide.width, place->width - figure_words_room(style)};
  Piece piece = {.floats = true, .placement = FLOW_ON_OWN_PAGE};
  Frame *picture = figure_draw_picture(setting, &wide, block, room);
  if (!picture) return;
  Frame *words = figure_draw_words(setting, &wide, block, wide.width, &piece);
  piece.entry = &setting_entry(setting, ENTRY_FIGURE, block)->flow;
  piece.frame =
      turn(setting, figure_join(setting, picture, words), place->width);
  piece_add(setting, place, &piece);
}

void figure_set(Setting *setting, BlockPlace *place, const Block *block) {
  if (block->is_turned && place->may_float) {
    set_turned(setting, place, block);
    return;
  }
  const Style *style = &setting->style;
  double share = block->width > 0 && block->width < 1 ? block->width : 1;
  double width = place->width * share;
  double beside = place->width - width - beside_gap;
  bool is_beside = share <= .7 && beside >= 100;
  PictureRoom room = {width,
                      style_text_height(style) - figure_words_room(style)};
  Piece piece = {0};
  Frame *picture = figure_draw_picture(setting, place, block, room);
  if (!picture) return;
  Frame *words = figure_draw_words(setting, place, block,
                                   is_beside ? beside : place->width, &piece);
  if (block->label.printed.len || block->id.len)
    piece.entry = &setting_entry(setting, ENTRY_FIGURE, block)->flow;
  piece_place(&piece, block);
  piece.frame = words && is_beside
                    ? join_beside(setting, picture, words, place->width)
                    : figure_join(setting, picture, words);
  piece_add(setting, place, &piece);
}
