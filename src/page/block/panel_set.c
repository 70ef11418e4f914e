/* How a panel enters the list: in one piece, which floats, or, where no page
 * holds it, row by row under its repeated heads. */
#include "page/block/panel.h"

static const double words_gap = 9, continued_gap = 5;

/* A panel is a table or a list and takes its caption in. A figure does not: its
 * alt text stands for all that is inside, so no reader would hear it. */
static void adopt_caption(const Panel *panel, int first_kid) {
  Element *parent = panel->place->parent;
  for (int i = first_kid + 1; i < parent->kids.count; i++) {
    Element *kid = parent->kids.items[i];
    if (kid->role != ELEMENT_CAPTION) continue;
    element_adopt_first(parent->kids.items[first_kid], kid,
                        panel->setting->paragraph.report);
    return;
  }
}

/* "[그림 1] 계속" over the heads once more; NULL: neither. */
static Frame *draw_continuation(const Panel *panel) {
  Setting *setting = panel->setting;
  Style *style = &setting->style;
  Arena *report = setting->paragraph.report;
  Str label = panel->block->label.printed;
  if (!label.len && !panel->heads.count) return NULL;
  Frame *frame = frame_new(report, panel->width, 0);
  if (label.len) {
    TextStyle bold = style_sans(style, style->caption.size, 700);
    Str words = str_format(report, "%.*s 계속", STR(label));
    frame_add_text(frame, setting_label(setting, words, &bold),
                   (Point){0, style_baseline(style->caption)}, style->accent,
                   tag_artifact(TAG_ARTIFACT_REPEAT));
    frame->height = style->caption.leading + continued_gap;
  }
  for (int i = 0; i < panel->heads.count; i++) {
    Frame *head = panel->heads.items[i].frame;
    frame_add_group(frame, head, matrix_move(0, frame->height));
    frame->height += head->height;
  }
  return frame;
}

/* Heads stay with the row under them; no row is alone on a page. */
static int row_penalty(const Panel *panel, int before) {
  int heads = panel->heads.count;
  if (before <= heads) return FLOW_NEVER;
  bool is_lone = before == heads + 1 || before == panel->rows.count - 1;
  return is_lone ? FLOW_COST_WIDOW / 8 : FLOW_COST_ROW;
}

static void add_rows(const Panel *panel, BlockPlace *place, const Piece *piece,
                     Frame *words) {
  Setting *setting = panel->setting;
  double gap = setting->style.block_gap;
  Frame *continuation = draw_continuation(panel);
  BlockAir air = air_open(setting, place, gap, gap);
  for (int i = 0; i < panel->rows.count; i++) {
    const PanelRow *row = &panel->rows.items[i];
    if (i) {
      FlowItem *at = flow_add_penalty(place->flow, row_penalty(panel, i));
      at->x = place->x;
      at->head = continuation;
    }
    FlowItem *box = flow_add_box(place->flow, row->frame, place->x);
    box->notes = row->notes.items;
    box->note_count = row->notes.count;
    if (!i) box->entry = piece->entry;
  }
  if (words) {
    flow_add_penalty(place->flow, FLOW_NEVER);
    flow_add_glue(place->flow, words_gap, 0);
    FlowItem *box = flow_add_box(place->flow, words, place->x);
    box->notes = piece->notes.items;
    box->note_count = piece->notes.count;
  }
  air_close(setting, place, air);
}

void panel_set(Setting *setting, BlockPlace *place, const Block *block) {
  Panel panel = {.setting = setting,
                 .block = block,
                 .place = place,
                 .width = place->width};
  int first_kid = place->parent->kids.count;
  panel_draw(block->kind)(&panel);
  if (!panel.rows.count) return;
  Piece piece = {0}, words_piece = {0};
  Frame *picture = panel_stack(&panel, &piece.notes);
  Frame *words =
      figure_draw_words(setting, place, block, place->width, &words_piece);
  adopt_caption(&panel, first_kid);
  if (block->label.printed.len || block->id.len)
    piece.entry = words_piece.entry =
        &setting_entry(setting, ENTRY_FIGURE, block)->flow;
  double room = style_text_height(&setting->style) -
                (words ? words->height + words_gap : 0);
  if (picture->height > room && place->may_break) {
    add_rows(&panel, place, &words_piece, words);
    return;
  }
  for (int i = 0; i < words_piece.notes.count; i++)
    list_add(setting->paragraph.report, &piece.notes,
             words_piece.notes.items[i]);
  piece_place(&piece, block);
  piece.frame = figure_join(setting, picture, words);
  piece_add(setting, place, &piece);
}
