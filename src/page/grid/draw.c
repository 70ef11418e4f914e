/* Rows as frames: fills, rules, words and aligned numbers. */
#include <math.h>

#include "page/grid/grid.h"

static const Tag layout = {.kind = TAG_ARTIFACT_LAYOUT};

static Color mixed(Color from, Color to, double share) {
  return (Color){from.red + (to.red - from.red) * share,
                 from.green + (to.green - from.green) * share,
                 from.blue + (to.blue - from.blue) * share, 1};
}

/* Tints stay light up to the middle and dark above, so that black or white
 * words keep a contrast of 4.5 to 1. */
static Color shade_color(const Style *style, double shade) {
  double share = shade <= .5 ? shade * .6 : .7 + (shade - .5) * .6;
  return mixed(style->paper, style->shade, share);
}

static double cell_height(const GridRow *row, int column) {
  double height = 0;
  for (int i = 0; i < row->cells[column].row_span; i++)
    height += row[i].height;
  return height;
}

void grid_fill_cell(const Grid *grid, Frame *frame, int row, int column,
                    double height) {
  const GridCell *cell = &grid->rows[row].cells[column];
  if (cell->source->shade <= 0) return;
  /* Clear of the rule above; that of the heads is seen whole. */
  double rule = grid->setting->style.thin_rule;
  double top = row == grid->head_count ? rule : rule / 2;
  height -= top;
  Rect rect = {grid->columns[column].x - grid->gap / 2, top,
               grid_span_width(grid, column, cell->column_span) + grid->gap,
               height};
  Color color = shade_color(&grid->setting->style, cell->source->shade);
  frame_add_rect(frame, rect, paint_color(color))->tag = layout;
}

static void add_part(Grid *grid, Frame *frame, Str text, const TextStyle *style,
                     Point at, Color color, Tag tag) {
  if (text.len)
    frame_add_text(frame, setting_label(grid->setting, text, style), at, color,
                   tag);
}

/* A cell over several rows that no page parts stands in their middle. */
static double words_drop(const Grid *grid, const GridRow *row,
                         const GridCell *cell) {
  bool is_whole = row->is_head || cell->is_kept;
  if (!is_whole || cell->row_span < 2) return 0;
  const Style *style = &grid->setting->style;
  double words = cell->is_number ? style->table.leading : cell->height;
  double height = -2 * style->cell_space;
  for (int i = 0; i < cell->row_span; i++)
    height += row[i].height;
  return fmax(0, height - words) / 2;
}

/* The point of all numbers of a column stands on one line; units are grey. */
static void draw_number(Grid *grid, Frame *frame, const GridRow *row,
                        int column, Tag tag) {
  const GridCell *cell = &row->cells[column];
  const Style *look = &grid->setting->style;
  const GridColumn *place = &grid->columns[column];
  const NumberCell *number = &cell->number;
  TextStyle style =
      style_sans(look, look->table.size, number->is_strong ? 700 : 0);
  style.tabular = true;
  bool is_dark = cell->source->shade > .5;
  Color color = is_dark ? look->paper : look->ink;
  Color unit = cell->source->shade > 0 ? color : look->grey;
  double point = place->x + place->width - place->inset - place->rest;
  double y = look->cell_space + style_baseline(look->table) +
             words_drop(grid, row, cell);
  add_part(grid, frame, number->whole, &style,
           (Point){point - number->whole_width, y}, color, tag);
  add_part(grid, frame, number->fraction, &style, (Point){point, y}, color,
           tag);
  add_part(grid, frame, number->unit, &style,
           (Point){point + number->unit_x, y}, unit, tag);
}

/* From the left of the table. */
static double words_x(const Grid *grid, const GridCell *cell, int column) {
  const GridColumn *place = &grid->columns[column];
  if (!cell->is_number)
    return place->x + cell->source->indent * grid->setting->style.table.size;
  return place->x + place->width - place->inset - place->rest -
         cell->number.whole_width;
}

void grid_draw_cell(Grid *grid, Frame *frame, const GridRow *row, int column,
                    bool is_again) {
  const GridCell *cell = &row->cells[column];
  const Style *style = &grid->setting->style;
  Arena *report = grid->setting->paragraph.report;
  Frame *words = cell->words;
  if (cell->is_number && !cell->number.is_marked) {
    Tag tag = is_again ? tag_artifact(TAG_ARTIFACT_REPEAT)
                       : tag_content(element_content(report, cell->element));
    draw_number(grid, frame, row, column, tag);
    return;
  }
  Matrix place = matrix_move(words_x(grid, cell, column),
                             style->cell_space + words_drop(grid, row, cell));
  if (is_again) {
    ParagraphStyle form = grid_cell_style(grid, row, column);
    Lines *lines = paragraph_set(&grid->setting->paragraph,
                                 &cell->source->inlines, &form, NULL);
    words = setting_stack(grid->setting, lines, form.measure);
  }
  FrameItem *group = frame_add_group(frame, words, place);
  if (is_again) group->tag = tag_artifact(TAG_ARTIFACT_REPEAT);
}

static void add_rule(const Grid *grid, Frame *frame, double y, double width,
                     Color color) {
  frame_add_line(frame, (Point){0, y}, (Point){grid->width, y}, width, color)
      ->tag = layout;
}

/* Under the head of a group a rule as wide as its columns. */
static void draw_group_rules(const Grid *grid, Frame *frame, int index) {
  const Style *style = &grid->setting->style;
  const GridRow *row = &grid->rows[index];
  for (int i = 0; i < grid->column_count; i++) {
    const GridCell *cell = &row->cells[i];
    bool is_group = cell->source && cell->column_span > 1 &&
                    index + cell->row_span < grid->head_count;
    if (!is_group) continue;
    double y = frame->height, x = grid->columns[i].x;
    double right = x + grid_span_width(grid, i, cell->column_span);
    frame_add_line(frame, (Point){x, y}, (Point){right, y}, style->thin_rule,
                   style->context)
        ->tag = layout;
  }
}

void grid_draw_rules(const Grid *grid, Frame *frame, int index) {
  const Style *style = &grid->setting->style;
  const GridRow *row = &grid->rows[index];
  if (index == 0) add_rule(grid, frame, 0, style->thick_rule, style->ink);
  if (row->is_head) draw_group_rules(grid, frame, index);
  if (index == grid->row_count - 1)
    add_rule(grid, frame, frame->height, style->thick_rule, style->ink);
  else if (index == grid->head_count - 1)
    add_rule(grid, frame, frame->height, style->thin_rule, style->ink);
  else if (!row->is_head && !row->joins_next &&
           (row->is_group_end || grid->has_row_rules))
    add_rule(grid, frame, frame->height, style->hair_rule, style->rule);
}

static void draw_cells(Grid *grid, Frame *frame, int index, bool is_again) {
  const GridRow *row = &grid->rows[index];
  for (int c = 0; c < grid->column_count; c++) {
    if (!row->cells[c].source) continue;
    grid_fill_cell(grid, frame, index, c, cell_height(row, c));
    grid_draw_cell(grid, frame, row, c, is_again);
  }
  grid_draw_rules(grid, frame, index);
}

Frame *grid_draw_row(Grid *grid, int row) {
  Frame *frame = frame_new(grid->setting->paragraph.report, grid->width,
                           grid->rows[row].height);
  draw_cells(grid, frame, row, false);
  return frame;
}

/* All on one fill, so that heads over several rows stand on it whole. */
static Frame *draw_head(Grid *grid, bool is_again) {
  Arena *report = grid->setting->paragraph.report;
  Frame *head = frame_new(report, grid->width, 0);
  for (int i = 0; i < grid->head_count; i++)
    head->height += grid->rows[i].height;
  frame_add_rect(head, (Rect){0, 0, grid->width, head->height},
                 paint_color(grid->setting->style.fill))
      ->tag = layout;
  double y = 0;
  for (int i = 0; i < grid->head_count; i++) {
    Frame *row = frame_new(report, grid->width, grid->rows[i].height);
    draw_cells(grid, row, i, is_again);
    frame_add_group(head, row, matrix_move(0, y));
    y += row->height;
  }
  return head;
}

Frame *grid_draw_head(Grid *grid) {
  return draw_head(grid, false);
}

Frame *grid_draw_head_again(Grid *grid) {
  return draw_head(grid, true);
}

Frame *grid_draw_rule(const Grid *grid) {
  const Style *style = &grid->setting->style;
  Frame *frame = frame_new(grid->setting->paragraph.report, grid->width,
                           style->thick_rule);
  add_rule(grid, frame, 0, style->thick_rule, style->ink);
  return frame;
}
