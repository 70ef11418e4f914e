/* Table blocks: the stages of a table, and how it enters the flow. */
#include <math.h>

#include "page/grid/grid.h"
#include "page/notes.h"

static const double caption_gap = 5, sources_gap = 4;

/* "(단위: 위, 점)" at the right, on the caption's last line where both fit. */
static Frame *draw_unit(Grid *grid, Element *caption, double *unit_width) {
  const Block *block = grid->block;
  Arena *report = grid->setting->paragraph.report;
  if (!block->unit.count) return NULL;
  Style *style = &grid->setting->style;
  Str words = str_trim(inlines_plain(report, &block->unit));
  if (!str_starts(words, S("(")))
    words = str_format(report, "(단위: %.*s)", STR(words));
  ParagraphStyle form = style_sans_lines(style, style->note, 0, grid->width);
  form.align = LINES_RIGHT;
  form.color = style->grey;
  InlineList inlines = inlines_of(report, words, block->place);
  Lines *lines = setting_lines(grid->setting, &inlines, &form, caption);
  if (lines->count) *unit_width = lines->items[0].natural_width;
  return setting_stack(grid->setting, lines, grid->width);
}

/* Whether the unit may stand on the line of a caption. */
static bool fits_caption_line(const Grid *grid, const Frame *unit,
                              double unit_width) {
  Setting *setting = grid->setting;
  const Block *block = grid->block;
  ParagraphStyle form = style_sans_lines(
      &setting->style, setting->style.caption, 700, grid->place->width);
  InlineList label =
      inlines_of(setting->paragraph.report, block->label.printed, block->place);
  double caption =
      paragraph_widths(&setting->paragraph, &block->caption, &form).natural +
      paragraph_widths(&setting->paragraph, &label, &form).natural;
  return unit && caption + unit_width + 3 * form.text.size <= grid->width;
}

/* Caption and unit line over the table. */
static Frame *draw_above(Grid *grid, Piece *piece) {
  Setting *setting = grid->setting;
  BlockPlace place = *grid->place;
  place.parent = grid->table;
  Frame *frame = frame_new(setting->paragraph.report, grid->place->width, 0);
  Frame *caption =
      caption_draw(setting, &place, grid->block, grid->place->width, piece);
  Element *element = caption ? *list_last(&grid->table->kids) : NULL;
  if (caption) {
    frame_add_group(frame, caption, (Matrix){0});
    frame->height = caption->height;
  }
  if (grid->block->unit.count && !element)
    element =
        element_new(setting->paragraph.report, grid->table, ELEMENT_CAPTION);
  double unit_width = 0;
  Frame *unit = draw_unit(grid, element, &unit_width);
  bool is_beside = caption && fits_caption_line(grid, unit, unit_width);
  if (unit) {
    double y = is_beside ? frame->height - unit->height : frame->height;
    frame_add_group(frame, unit, matrix_move(0, y));
    if (!is_beside) frame->height += unit->height;
  }
  if (frame->height > 0)
    frame->height += unit && !is_beside ? caption_gap / 2 : caption_gap;
  return frame;
}

static void put_below(Frame *frame, Frame *lower) {
  frame_add_group(frame, lower, matrix_move(0, frame->height));
  frame->height += lower->height;
}

static void join_notes(Setting *setting, NoteMarks *marks,
                       const NoteMarks *more) {
  for (int i = 0; i < more->count; i++)
    list_add(setting->paragraph.report, marks, more->items[i]);
}

static double rows_height(const Grid *grid) {
  double height = 0;
  for (int i = 0; i < grid->row_count; i++)
    height += grid->rows[i].height;
  return height;
}

static void add_whole(Grid *grid, BlockPlace *place, Piece *piece, Frame *above,
                      Frame *sources) {
  Setting *setting = grid->setting;
  Frame *frame = frame_new(setting->paragraph.report, place->width, 0);
  put_below(frame, above);
  if (grid->head_count) put_below(frame, grid_draw_head(grid));
  for (int i = 0; i < grid->row_count; i++) {
    if (i >= grid->head_count) put_below(frame, grid_draw_row(grid, i));
    join_notes(setting, &piece->notes, &grid->rows[i].notes);
  }
  if (sources) {
    frame->height += sources_gap;
    put_below(frame, sources);
  }
  piece->frame = frame;
  piece_add(setting, place, piece);
}

/* A head that would take the room of the rows is not repeated. */
static bool repeats_head(const Grid *grid) {
  static const double share = .25;
  double height = 0;
  for (int i = 0; i < grid->head_count; i++)
    height += grid->rows[i].height;
  return height > 0 &&
         height < share * style_text_height(&grid->setting->style);
}

/* "〈표 1〉 계속" over the head once more. */
static Frame *draw_continuation(Grid *grid) {
  Setting *setting = grid->setting;
  Style *style = &setting->style;
  Arena *report = setting->paragraph.report;
  Frame *frame = frame_new(report, grid->width, 0);
  if (grid->block->label.printed.len) {
    TextStyle bold = style_sans(style, style->caption.size, 700);
    Str words =
        str_format(report, "%.*s 계속", STR(grid->block->label.printed));
    frame_add_text(frame, setting_label(setting, words, &bold),
                   (Point){0, style_baseline(style->caption)}, style->accent,
                   tag_artifact(TAG_ARTIFACT_REPEAT));
    frame->height = style->caption.leading + caption_gap;
  }
  if (repeats_head(grid)) {
    put_below(frame, grid_draw_head_again(grid));
    return frame;
  }
  frame_add_group(frame, grid_draw_rule(grid), matrix_move(0, frame->height));
  return frame;
}

/* Whether the words of a cell that begins at row `r` have room in those of its
 * rows that stand on the next page. */
static bool has_room_again(const Grid *grid, int r, const GridCell *cell,
                           int before) {
  double height = -2 * grid->setting->style.cell_space;
  for (int i = before; i < r + cell->row_span; i++)
    height += grid->rows[i].height;
  return cell->height <= height + .5;
}

/* The head of a page that goes on inside a cell over several rows says that
 * cell again. */
static Frame *with_spanning_cells(Grid *grid, Frame *head, int before) {
  Frame *frame = NULL;
  for (int c = 0; c < grid->column_count; c++) {
    for (int r = before - 1; r >= grid->head_count; r--) {
      const GridCell *cell = &grid->rows[r].cells[c];
      if (!cell->source && grid->rows[r].joins_next) continue;
      if (!cell->source || r + cell->row_span <= before ||
          !has_room_again(grid, r, cell, before))
        break;
      if (!frame) {
        frame = frame_new(head->arena, head->width, head->height);
        frame_add_group(frame, head, (Matrix){0});
      }
      Frame *again = frame_new(head->arena, head->width, 0);
      grid_draw_cell(grid, again, &grid->rows[r], c, true);
      frame_add_group(frame, again, matrix_move(0, head->height));
      break;
    }
  }
  return frame ? frame : head;
}

static int row_penalty(const Grid *grid, int before) {
  int first = grid->head_count;
  if (grid->rows[before - 1].is_kept) return FLOW_NEVER;
  if (grid->rows[before - 1].joins_next) return FLOW_COST_WIDOW / 4;
  bool is_lone = before == first + 1 || before == grid->row_count - 1;
  return is_lone ? FLOW_COST_WIDOW / 8 : FLOW_COST_ROW;
}

static void add_break(Grid *grid, BlockPlace *place, int penalty, Frame *head) {
  FlowItem *item = flow_add_penalty(place->flow, penalty);
  item->x = place->x;
  item->foot = grid->foot;
  item->head = head;
}

static void add_row_break(Grid *grid, BlockPlace *place, int before,
                          Frame *head) {
  if (grid->rows[before - 1].joins_next)
    head = with_spanning_cells(grid, head, before);
  add_break(grid, place, row_penalty(grid, before), head);
}

/* A row that no page holds is broken between its lines. */
static void add_split_row(Grid *grid, BlockPlace *place, int row, Frame *head) {
  GridStrips strips = grid_split_row(grid, row);
  const NoteMarks *notes = &grid->rows[row].notes;
  for (int i = 0; i < strips.count; i++) {
    bool is_lone = i == 1 || i == strips.count - 1;
    if (i)
      add_break(grid, place, is_lone ? FLOW_COST_WIDOW : FLOW_COST_ROW, head);
    FlowItem *box = flow_add_box(place->flow, strips.items[i], place->x);
    if (i) continue;
    box->notes = notes->items;
    box->note_count = notes->count;
  }
}

static void add_row(Grid *grid, BlockPlace *place, int row, Frame *head) {
  double page = style_text_height(&grid->setting->style);
  if (grid->rows[row].height > page - head->height + .5) {
    add_split_row(grid, place, row, head);
    return;
  }
  FlowItem *box = flow_add_box(place->flow, grid_draw_row(grid, row), place->x);
  box->notes = grid->rows[row].notes.items;
  box->note_count = grid->rows[row].notes.count;
}

static void add_head(Grid *grid, BlockPlace *place) {
  NoteMarks notes = {0};
  for (int i = 0; i < grid->head_count; i++)
    join_notes(grid->setting, &notes, &grid->rows[i].notes);
  FlowItem *box = flow_add_box(place->flow, grid_draw_head(grid), place->x);
  box->notes = notes.items;
  box->note_count = notes.count;
}

/* The caption, the head and the first row stay together; further rows may go
 * to later pages. */
static void add_rows(Grid *grid, BlockPlace *place, Piece *piece, Frame *above,
                     Frame *sources) {
  Setting *setting = grid->setting;
  double gap = setting->style.block_gap;
  BlockAir air = air_open(setting, place, gap, gap);
  FlowItem *box = flow_add_box(place->flow, above, place->x);
  box->entry = piece->entry;
  box->notes = piece->notes.items;
  box->note_count = piece->notes.count;
  flow_add_penalty(place->flow, FLOW_NEVER);
  Frame *head = draw_continuation(grid);
  grid->foot = grid_draw_rule(grid);
  if (grid->head_count) add_head(grid, place);
  for (int i = grid->head_count; i < grid->row_count; i++) {
    if (i > grid->head_count) add_row_break(grid, place, i, head);
    add_row(grid, place, i, head);
  }
  if (sources) {
    flow_add_penalty(place->flow, FLOW_NEVER);
    flow_add_glue(place->flow, sources_gap, 0);
    grid_add_sources(grid, place, sources);
  }
  air_close(setting, place, air);
}

/* The notes get their numbers in reading order. */
static void number_notes(const Grid *grid) {
  Setting *setting = grid->setting;
  const Block *block = grid->block;
  const TableBody *table = block->table;
  notes_number(setting, &block->caption);
  for (int i = 0; i < table->rows.count; i++)
    for (int c = 0; c < table->column_count; c++)
      notes_number(setting, &table->rows.items[i].cells[c].inlines);
  notes_number(setting, &block->note);
  notes_number(setting, &block->source);
}

static void set_table(Grid *grid, BlockPlace *place) {
  Setting *setting = grid->setting;
  const Block *block = grid->block;
  Piece piece = {0};
  piece_place(&piece, block);
  number_notes(grid);
  grid_read(grid);
  grid_set_columns(grid);
  Frame *above = draw_above(grid, &piece);
  grid_set_rows(grid);
  Frame *sources =
      sources_draw(setting, grid->place, block, place->width, &piece);
  if (block->label.printed.len || block->id.len)
    piece.entry = &setting_entry(setting, ENTRY_TABLE, block)->flow;
  double share = piece.floats ? setting->style.float_share : .35;
  if (block->placement == PLACED_ON_PAGE) share = 1;
  double page = style_text_height(&setting->style);
  double height = above->height + rows_height(grid);
  double below = sources ? sources_gap + sources->height : 0;
  bool fits = height <= page * share && height + below <= page;
  if (fits || !place->may_break)
    add_whole(grid, place, &piece, above, sources);
  else
    add_rows(grid, place, &piece, above, sources);
}

/* Notes that stand under their table are counted for themselves. */
void table_set(Setting *setting, BlockPlace *place, const Block *block) {
  if (!block->table || !block->table->column_count || !block->table->rows.count)
    return;
  NoteMarks notes = {0};
  BlockPlace inside = *place;
  int next = setting->note_numbers.next;
  bool has_notes = setting->style.notes_under_tables && !place->table_notes;
  if (has_notes) inside.table_notes = &notes;
  if (has_notes) setting->note_numbers.next = 0;
  Grid grid = {.setting = setting,
               .place = &inside,
               .block = block,
               .gap = setting->style.cell_gap * setting->style.table.size};
  grid.table =
      element_new(setting->paragraph.report, place->parent, ELEMENT_TABLE);
  set_table(&grid, place);
  if (has_notes) setting->note_numbers.next = next;
}
