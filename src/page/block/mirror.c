/* A mirrored table: two sides of each theme, the theme in a pill between. */
#include <math.h>

#include "page/block/panel.h"

static const double padding = 8, theme_share = .18, pill_height = 19;

enum { LEFT, THEME, RIGHT, COLUMNS };

typedef struct Mirror {
  Panel *panel;
  double x[COLUMNS], width[COLUMNS];
} Mirror;

static Mirror columns_of(Panel *panel) {
  Mirror mirror = {.panel = panel};
  double theme = panel_names_width(panel, THEME, theme_share, 2 * padding);
  double side = (panel->width - theme) / 2;
  mirror.width[LEFT] = mirror.width[RIGHT] = side;
  mirror.width[THEME] = theme;
  mirror.x[THEME] = side;
  mirror.x[RIGHT] = side + theme;
  return mirror;
}

static ParagraphStyle cell_style(const Mirror *mirror, int column,
                                 bool is_head) {
  Style *style = &mirror->panel->setting->style;
  double inset = column == THEME ? 2 * padding : padding * 1.5;
  ParagraphStyle form = style_sans_lines(style, style->table,
                                         is_head || column == THEME ? 700 : 0,
                                         mirror->width[column] - inset);
  if (column == THEME) form.align = LINES_CENTER;
  if (column == THEME && !is_head) form.color = style->paper;
  if (is_head)
    form.color = column == RIGHT  ? style->second_accent
                 : column == LEFT ? style->accent
                                  : style->grey;
  return form;
}

static void draw_pill(const Mirror *mirror, Frame *row, double middle,
                      double text_height) {
  double height = fmax(pill_height, text_height + 6);
  Rect rect = {mirror->x[THEME] + padding / 2, middle - height / 2,
               mirror->width[THEME] - padding, height};
  double radius = fmin(pill_height, height) / 2;
  Path *pill = path_new(row->arena);
  path_round_rect(pill, rect, (double[4]){radius, radius, radius, radius});
  frame_add_path(row, pill, paint_color(mirror->panel->setting->style.accent),
                 NULL)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
}

/* Under the head each side has a rule of its own colour; rows are parted by
 * hairlines. */
static void draw_rules(const Mirror *mirror, Frame *row, double y,
                       bool is_head) {
  Style *style = &mirror->panel->setting->style;
  Tag tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  double right = mirror->x[RIGHT] + mirror->width[RIGHT];
  if (!is_head) {
    frame_add_line(row, (Point){0, y}, (Point){right, y}, style->hair_rule,
                   style->rule)
        ->tag = tag;
    return;
  }
  frame_add_line(row, (Point){0, y}, (Point){mirror->width[LEFT], y},
                 style->accent_rule, style->accent)
      ->tag = tag;
  frame_add_line(row, (Point){mirror->x[RIGHT], y}, (Point){right, y},
                 style->accent_rule, style->second_accent)
      ->tag = tag;
}

static double cell_x(const Mirror *mirror, int column) {
  if (column == LEFT) return mirror->x[LEFT];
  if (column == THEME) return mirror->x[THEME] + padding;
  return mirror->x[RIGHT] + padding * 1.5;
}

/* Sets one row in the frame; without elements it is repeated. */
static void set_row(const Mirror *mirror, Frame *frame, int index,
                    const PanelTable *elements) {
  const TableBody *table = mirror->panel->block->table;
  bool is_head = index < table->head_count;
  Element *row = elements ? panel_row(mirror->panel, elements, is_head) : NULL;
  Frame *cells[COLUMNS] = {0};
  double height = is_head ? 0 : pill_height;
  for (int i = 0; i < COLUMNS && i < table->column_count; i++) {
    ParagraphStyle form = cell_style(mirror, i, is_head);
    Element *cell =
        row ? panel_table_cell(mirror->panel, row, is_head, i == THEME) : NULL;
    cells[i] = panel_cell(mirror->panel, &table->rows.items[index].cells[i],
                          &form, cell);
    height = fmax(height, cells[i]->height);
  }
  double inset = is_head ? 3 : padding, middle = inset + height / 2;
  if (!is_head && cells[THEME])
    draw_pill(mirror, frame, middle, cells[THEME]->height);
  for (int i = 0; i < COLUMNS; i++) {
    if (!cells[i]) continue;
    Point at = {cell_x(mirror, i), middle - cells[i]->height / 2};
    panel_add_words(frame, cells[i], at, !row);
  }
  frame->height = height + 2 * inset;
  draw_rules(mirror, frame, frame->height, is_head);
}

void mirror_draw(Panel *panel) {
  Mirror mirror = columns_of(panel);
  PanelTable elements = panel_table(panel);
  const TableBody *table = panel->block->table;
  for (int i = 0; i < table->rows.count; i++)
    set_row(&mirror, panel_open_row(panel), i, &elements);
  for (int i = 0; i < table->head_count; i++)
    set_row(&mirror, panel_open_head(panel), i, NULL);
}
