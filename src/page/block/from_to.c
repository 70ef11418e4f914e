/* From - to: item, until now, an arrow, from now. Rows as high as their words.
 */
#include <math.h>

#include "page/block/block.h"

static const double padding = 8, row_gap = 6, arrow_width = 30;
static const double item_share = .17;

enum { ITEM, NOW, NEXT, COLUMNS };

typedef struct FromTo {
  Setting *setting;
  PanelRequest *request;
  double x[COLUMNS], width[COLUMNS];
} FromTo;

static FromTo columns_of(Setting *setting, PanelRequest *request) {
  FromTo layout = {.setting = setting, .request = request};
  double width = request->width;
  double item = width * item_share;
  double half = (width - item - arrow_width) / 2;
  layout.width[ITEM] = item;
  layout.width[NOW] = layout.width[NEXT] = half;
  layout.x[NOW] = item;
  layout.x[NEXT] = item + half + arrow_width;
  return layout;
}

static ParagraphStyle cell_style(const FromTo *layout, int column,
                                 bool is_head) {
  Style *style = &layout->setting->style;
  double inset = column == ITEM ? padding : 2 * padding;
  ParagraphStyle form =
      style_sans_lines(style, style->table, is_head || column == ITEM ? 700 : 0,
                       layout->width[column] - inset);
  if (column == ITEM && !is_head) form.color = style->accent;
  if (column == NOW || is_head) form.color = style->grey;
  return form;
}

/* A line with a head, as a path: no font is asked for an arrow. */
static void draw_arrow(Frame *frame, double x, double y, Color color) {
  double from = x + 6, to = x + arrow_width - 6;
  Path *line = path_new(frame->arena);
  path_move(line, from, y);
  path_line(line, to - 4, y);
  Stroke stroke = {.paint = paint_color(color), .width = 1.5};
  frame_add_path(frame, line, (Paint){0}, &stroke)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
  Path *head = path_new(frame->arena);
  path_move(head, to, y);
  path_line(head, to - 6, y - 3.5);
  path_line(head, to - 6, y + 3.5);
  path_close(head);
  frame_add_path(frame, head, paint_color(color), NULL)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
}

static void draw_boxes(const FromTo *layout, Frame *panel, double top,
                       double height) {
  Style *style = &layout->setting->style;
  Rect now = {layout->x[NOW], top, layout->width[NOW], height};
  Rect next = {layout->x[NEXT], top, layout->width[NEXT], height};
  Rect bar = {next.x, top, style->accent_rule, height};
  Tag tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  frame_add_rect(panel, now, paint_color(style->fill))->tag = tag;
  Color tint = color_with_alpha(style->accent, .08);
  frame_add_rect(panel, next, paint_color(tint))->tag = tag;
  frame_add_rect(panel, bar, paint_color(style->accent))->tag = tag;
  draw_arrow(panel, now.x + now.width, top + height / 2, style->accent);
}

static Element *cell_element(const FromTo *layout, Element *row, int column,
                             bool is_head) {
  bool heads = is_head || column == ITEM;
  Element *cell = element_new(layout->setting->paragraph.report, row,
                              heads ? ELEMENT_HEADER_CELL : ELEMENT_CELL);
  if (heads) cell->scope = is_head ? SCOPE_COLUMN : SCOPE_ROW;
  return cell;
}

static void add_row(const FromTo *layout, Frame *panel, int index,
                    const PanelTable *elements) {
  const TableBody *table = layout->request->block->table;
  bool is_head = index < table->head_count;
  Element *row = panel_row(layout->setting, elements, is_head);
  Frame *cells[COLUMNS] = {0};
  double height = 0;
  for (int i = 0; i < COLUMNS && i < table->column_count; i++) {
    ParagraphStyle form = cell_style(layout, i, is_head);
    Element *cell = cell_element(layout, row, i, is_head);
    cells[i] = panel_cell(layout->setting, layout->request,
                          &table->rows.items[index].cells[i], &form, cell);
    height = fmax(height, cells[i]->height);
  }
  double inset = is_head ? 2 : padding;
  double top = panel->height + (index ? row_gap : 0);
  if (!is_head) draw_boxes(layout, panel, top, height + 2 * inset);
  for (int i = 0; i < COLUMNS; i++) {
    if (!cells[i]) continue;
    double lower = i == ITEM ? (height - cells[i]->height) / 2 : 0;
    double right = i == ITEM ? 0 : padding;
    frame_add_group(panel, cells[i],
                    matrix_move(layout->x[i] + right, top + inset + lower));
  }
  panel->height = top + height + 2 * inset;
}

Frame *from_to_draw(Setting *setting, PanelRequest *request) {
  FromTo layout = columns_of(setting, request);
  PanelTable elements = panel_table(setting, request);
  Frame *panel = frame_new(setting->paragraph.report, request->width, 0);
  for (int i = 0; i < request->block->table->rows.count; i++)
    add_row(&layout, panel, i, &elements);
  return panel;
}
