/* From - to: item, until now, an arrow, from now. Rows as high as their words.
 */
#include <math.h>

#include "page/block/panel.h"

static const double padding = 8, row_gap = 6, arrow_width = 30;
static const double item_share = .17;

enum { ITEM, NOW, NEXT, COLUMNS };

typedef struct FromTo {
  Panel *panel;
  double x[COLUMNS], width[COLUMNS];
} FromTo;

static FromTo columns_of(Panel *panel) {
  FromTo layout = {.panel = panel};
  double width = panel->width;
  double item = panel_names_width(panel, ITEM, item_share, padding);
  double half = (width - item - arrow_width) / 2;
  layout.width[ITEM] = item;
  layout.width[NOW] = layout.width[NEXT] = half;
  layout.x[NOW] = item;
  layout.x[NEXT] = item + half + arrow_width;
  return layout;
}

static ParagraphStyle cell_style(const FromTo *layout, int column,
                                 bool is_head) {
  Style *style = &layout->panel->setting->style;
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
  Style *style = &layout->panel->setting->style;
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

/* Sets one row in the frame; without elements it is repeated. */
static void set_row(const FromTo *layout, Frame *frame, int index,
                    const PanelTable *elements) {
  const TableBody *table = layout->panel->block->table;
  bool is_head = index < table->head_count;
  Element *row = elements ? panel_row(layout->panel, elements, is_head) : NULL;
  Frame *cells[COLUMNS] = {0};
  double height = 0;
  for (int i = 0; i < COLUMNS && i < table->column_count; i++) {
    ParagraphStyle form = cell_style(layout, i, is_head);
    Element *cell =
        row ? panel_table_cell(layout->panel, row, is_head, i == ITEM) : NULL;
    cells[i] = panel_cell(layout->panel, &table->rows.items[index].cells[i],
                          &form, cell);
    height = fmax(height, cells[i]->height);
  }
  double inset = is_head ? 2 : padding, top = index ? row_gap : 0;
  if (!is_head) draw_boxes(layout, frame, top, height + 2 * inset);
  for (int i = 0; i < COLUMNS; i++) {
    if (!cells[i]) continue;
    double lower = i == ITEM ? (height - cells[i]->height) / 2 : 0;
    double right = i == ITEM ? 0 : padding;
    Point at = {layout->x[i] + right, top + inset + lower};
    panel_add_words(frame, cells[i], at, !row);
  }
  frame->height = top + height + 2 * inset;
}

void from_to_draw(Panel *panel) {
  FromTo layout = columns_of(panel);
  PanelTable elements = panel_table(panel);
  const TableBody *table = panel->block->table;
  for (int i = 0; i < table->rows.count; i++)
    set_row(&layout, panel_open_row(panel), i, &elements);
  for (int i = 0; i < table->head_count; i++)
    set_row(&layout, panel_open_head(panel), i, NULL);
}
