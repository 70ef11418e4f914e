/* A mirrored table: two sides of each theme, the theme in a pill between. */
#include <math.h>

#include "page/block/block.h"

static const double padding = 8, theme_share = .18, pill_height = 19;

enum { LEFT, THEME, RIGHT, COLUMNS };

typedef struct Mirror {
  Setting *setting;
  PanelRequest *request;
  double x[COLUMNS], width[COLUMNS];
} Mirror;

static Mirror columns_of(Setting *setting, PanelRequest *request) {
  Mirror mirror = {.setting = setting, .request = request};
  double theme = request->width * theme_share;
  double side = (request->width - theme) / 2;
  mirror.width[LEFT] = mirror.width[RIGHT] = side;
  mirror.width[THEME] = theme;
  mirror.x[THEME] = side;
  mirror.x[RIGHT] = side + theme;
  return mirror;
}

static ParagraphStyle cell_style(const Mirror *mirror, int column,
                                 bool is_head) {
  Style *style = &mirror->setting->style;
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

static void draw_pill(const Mirror *mirror, Frame *panel, double middle,
                      double text_height) {
  double height = fmax(pill_height, text_height + 6);
  Rect rect = {mirror->x[THEME] + padding / 2, middle - height / 2,
               mirror->width[THEME] - padding, height};
  double radius = fmin(pill_height, height) / 2;
  Path *pill = path_new(panel->arena);
  path_round_rect(pill, rect, (double[4]){radius, radius, radius, radius});
  frame_add_path(panel, pill, paint_color(mirror->setting->style.accent), NULL)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
}

/* Under the head each side has a rule of its own colour; rows are parted by
 * hairlines. */
static void draw_rules(const Mirror *mirror, Frame *panel, double y,
                       bool is_head) {
  Style *style = &mirror->setting->style;
  Tag tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  double right = mirror->x[RIGHT] + mirror->width[RIGHT];
  if (!is_head) {
    frame_add_line(panel, (Point){0, y}, (Point){right, y}, style->hair_rule,
                   style->rule)
        ->tag = tag;
    return;
  }
  frame_add_line(panel, (Point){0, y}, (Point){mirror->width[LEFT], y},
                 style->accent_rule, style->accent)
      ->tag = tag;
  frame_add_line(panel, (Point){mirror->x[RIGHT], y}, (Point){right, y},
                 style->accent_rule, style->second_accent)
      ->tag = tag;
}

static Element *cell_element(const Mirror *mirror, Element *row, int column,
                             bool is_head) {
  bool heads = is_head || column == THEME;
  Element *cell = element_new(mirror->setting->paragraph.report, row,
                              heads ? ELEMENT_HEADER_CELL : ELEMENT_CELL);
  if (heads) cell->scope = is_head ? SCOPE_COLUMN : SCOPE_ROW;
  return cell;
}

static double cell_x(const Mirror *mirror, int column) {
  if (column == LEFT) return mirror->x[LEFT];
  if (column == THEME) return mirror->x[THEME] + padding;
  return mirror->x[RIGHT] + padding * 1.5;
}

static void add_row(const Mirror *mirror, Frame *panel, int index,
                    const PanelTable *elements) {
  const TableBody *table = mirror->request->block->table;
  bool is_head = index < table->head_count;
  Element *row = panel_row(mirror->setting, elements, is_head);
  Frame *cells[COLUMNS] = {0};
  double height = is_head ? 0 : pill_height;
  for (int i = 0; i < COLUMNS && i < table->column_count; i++) {
    ParagraphStyle form = cell_style(mirror, i, is_head);
    Element *cell = cell_element(mirror, row, i, is_head);
    cells[i] = panel_cell(mirror->setting, mirror->request,
                          &table->rows.items[index].cells[i], &form, cell);
    height = fmax(height, cells[i]->height);
  }
  double inset = is_head ? 3 : padding;
  double middle = panel->height + inset + height / 2;
  if (!is_head && cells[THEME])
    draw_pill(mirror, panel, middle, cells[THEME]->height);
  for (int i = 0; i < COLUMNS; i++)
    if (cells[i])
      frame_add_group(
          panel, cells[i],
          matrix_move(cell_x(mirror, i), middle - cells[i]->height / 2));
  panel->height += height + 2 * inset;
  draw_rules(mirror, panel, panel->height, is_head);
}

Frame *mirror_draw(Setting *setting, PanelRequest *request) {
  Mirror mirror = columns_of(setting, request);
  PanelTable elements = panel_table(setting, request);
  Frame *panel = frame_new(setting->paragraph.report, request->width, 0);
  for (int i = 0; i < request->block->table->rows.count; i++)
    add_row(&mirror, panel, i, &elements);
  return panel;
}
