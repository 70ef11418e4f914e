/* Figures side by side, each with its own sign and words, under one caption. */
#include <math.h>

#include "page/block/block.h"

static const double part_gap = 14, part_caption_gap = 5, row_gap = 10;

/* A picture and what stands below it. */
typedef struct FigurePart {
  Frame *picture, *words;
} FigurePart;

/* "(가) words" in the middle under the picture. */
static Frame *draw_part_words(Setting *setting, const BlockPlace *place,
                              const Block *block, double width, Piece *piece) {
  Style *style = &setting->style;
  Arena *report = setting->paragraph.report;
  ParagraphStyle form = style_sans_lines(style, style->caption, 0, width);
  form.align = LINES_CENTER;
  InlineList words = {0};
  Str sign = str_format(report, "%.*s ", STR(block->label.printed));
  if (block->label.printed.len)
    list_add(
        report, &words,
        ((Inline){.kind = INLINE_TEXT, .text = sign, .place = block->place}));
  for (int i = 0; i < block->caption.count; i++)
    list_add(report, &words, block->caption.items[i]);
  if (!words.count) return NULL;
  Element *caption = element_new(report, place->parent, ELEMENT_CAPTION);
  Lines *lines = setting_lines(setting, &words, &form, caption);
  setting_notes(setting, place, lines, &piece->notes);
  return setting_stack(setting, lines, width);
}

static FigurePart draw_part(Setting *setting, const BlockPlace *place,
                            const Block *block, PictureRoom room,
                            Piece *piece) {
  FigurePart part = {0};
  part.picture = figure_draw_picture(setting, place, block, room);
  if (part.picture && block->id.len)
    frame_add_anchor(part.picture, block->id, (Point){0, 0});
  part.words = draw_part_words(setting, place, block, room.width, piece);
  return part;
}

/* The pictures of a row stand on one line, their words below begin on one. */
static void add_row(Frame *frame, const FigurePart *parts, int count,
                    double width) {
  double height = 0, words = 0;
  for (int i = 0; i < count; i++) {
    if (parts[i].picture) height = fmax(height, parts[i].picture->height);
    if (parts[i].words) words = fmax(words, parts[i].words->height);
  }
  if (frame->height > 0) frame->height += row_gap;
  double foot = frame->height + height;
  for (int i = 0; i < count; i++) {
    double x = i * (width + part_gap);
    if (parts[i].picture)
      frame_add_group(frame, parts[i].picture,
                      matrix_move(x, foot - parts[i].picture->height));
    if (parts[i].words)
      frame_add_group(frame, parts[i].words,
                      matrix_move(x, foot + part_caption_gap));
  }
  frame->height = foot + (words > 0 ? part_caption_gap + words : 0);
}

/* How many stand in a row where the author does not say: up to three in one
 * row, on a sheet for the wall all in two rows, else two in each. */
static int usual_columns(const Style *style, int count) {
  if (count <= 3) return count;
  bool is_wide = style->page_width > style->page_height;
  int half = (count + 1) / 2;
  return !is_wide ? 2 : half < FIGURES_MOST ? half : FIGURES_MOST;
}

/* What words will take of a width, or a little more: their lines are ragged. */
static double words_height(const Setting *setting, const InlineList *words,
                           double width) {
  static const double ragged = 1.2;
  const Style *style = &setting->style;
  ParagraphStyle form = style_sans_lines(style, style->caption, 0, width);
  double natural = paragraph_widths(&setting->paragraph, words, &form).natural;
  return ceil(natural * ragged / width) * style->caption.leading;
}

/* What is left for each picture when all words have their room. */
static PictureRoom picture_room(const Setting *setting, const BlockPlace *place,
                                const Block *block, int columns) {
  int count = block->blocks.count, rows = (count + columns - 1) / columns;
  double width = (place->width - part_gap * (columns - 1)) / columns;
  double parts = 0, below = setting->style.caption.leading;
  for (int i = 0; i < count; i++)
    parts = fmax(
        parts, words_height(setting, &block->blocks.items[i]->caption, width));
  below += words_height(setting, &block->caption, place->width) +
           words_height(setting, &block->note, place->width) +
           words_height(setting, &block->source, place->width);
  double height =
      style_text_height(&setting->style) - below - row_gap * (rows - 1);
  return (PictureRoom){width, height / rows - parts - part_caption_gap};
}

static Frame *draw_parts(Setting *setting, const BlockPlace *place,
                         const Block *block, Piece *piece) {
  const Style *style = &setting->style;
  Frame *frame = frame_new(setting->paragraph.report, place->width, 0);
  int count = block->blocks.count;
  int columns = block->columns ? block->columns : usual_columns(style, count);
  PictureRoom room = picture_room(setting, place, block, columns);
  for (int i = 0; i < count; i += columns) {
    FigurePart parts[FIGURES_MOST];
    int end = i + columns < count ? i + columns : count;
    for (int k = i; k < end; k++)
      parts[k - i] =
          draw_part(setting, place, block->blocks.items[k], room, piece);
    add_row(frame, parts, end - i, room.width);
  }
  return frame;
}

void figures_set(Setting *setting, BlockPlace *place, const Block *block) {
  Piece piece = {0};
  Frame *pictures = draw_parts(setting, place, block, &piece);
  Frame *words = figure_draw_words(setting, place, block, place->width, &piece);
  if (block->label.printed.len || block->id.len)
    piece.entry = &setting_entry(setting, ENTRY_FIGURE, block)->flow;
  piece_place(&piece, block);
  piece.frame = figure_join(setting, pictures, words);
  piece_add(setting, place, &piece);
}
