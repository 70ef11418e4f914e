/* A panel of big figures: value and unit, what it means, how it changed. Equal
 * cells between thin rules; connected ones are joined as a chain. */
#include <math.h>

#include "page/block/block.h"

static const double cell_padding = 8, chain_gap = 22, smallest_value = 15;

enum { VALUE, UNIT, MEANING, CHANGE };

static Str cell_text(Setting *setting, const TableRow *row, int column,
                     int columns) {
  if (column >= columns) return (Str){0};
  return str_trim(
      inlines_plain(setting->paragraph.report, &row->cells[column].inlines));
}

static TextStyle value_style(const Style *style, double size) {
  TextStyle big = style_sans(style, size, 700);
  big.tabular = true;
  return big;
}

static ShapedText *shape_unit(Setting *setting, Str unit) {
  const Style *style = &setting->style;
  TextStyle small = style_sans(style, style->panel_unit.size, 0);
  Str words = unit.len
                  ? str_format(setting->paragraph.report, " %.*s", STR(unit))
                  : unit;
  return setting_label(setting, words, &small);
}

/* One size for all values of a panel: smaller where the widest would not fit.
 */
static double value_size(Setting *setting, const TableBody *table,
                         double cell_width) {
  double size = setting->style.panel_value.size, smallest = size;
  TextStyle big = value_style(&setting->style, size);
  for (int i = table->head_count; i < table->rows.count; i++) {
    const TableRow *row = &table->rows.items[i];
    Str unit = cell_text(setting, row, UNIT, table->column_count);
    double room = cell_width - shape_unit(setting, unit)->width;
    double width =
        text_width(setting->paragraph.fonts,
                   cell_text(setting, row, VALUE, table->column_count), &big);
    if (width > room) smallest = fmin(smallest, size * room / width);
  }
  return fmax(smallest_value, smallest);
}

/* Value and unit on one baseline. */
static double draw_value(Setting *setting, Frame *frame, Str value, Str unit,
                         double size, Element *element) {
  Style *style = &setting->style;
  Arena *report = setting->paragraph.report;
  TextStyle big = value_style(style, size);
  ShapedText *unit_text = shape_unit(setting, unit);
  ShapedText *text = setting_label(setting, value, &big);
  double baseline = style->panel_value.leading * .78;
  Element *leaf = element_content(report, element);
  frame_add_text(frame, text, (Point){0, baseline}, style->accent,
                 tag_content(leaf));
  frame_add_text(frame, unit_text, (Point){text->width, baseline}, style->grey,
                 tag_content(leaf));
  return style->panel_value.leading;
}

static double draw_words(Setting *setting, PanelRequest *request, Frame *frame,
                         const TableCell *cell, Element *element,
                         bool is_change) {
  Style *style = &setting->style;
  ParagraphStyle form =
      style_sans_lines(style, style->panel_text, 0, frame->width);
  if (is_change) form.color = style->grey;
  Element *line =
      element_new(setting->paragraph.report, element, ELEMENT_PARAGRAPH);
  Frame *words = panel_cell(setting, request, cell, &form, line);
  frame_add_group(frame, words, matrix_move(0, frame->height));
  return words->height;
}

static Frame *draw_cell(Setting *setting, PanelRequest *request, int row,
                        double width, double size, Element *list) {
  Arena *report = setting->paragraph.report;
  const TableBody *table = request->block->table;
  const TableRow *cells = &table->rows.items[row];
  int columns = table->column_count;
  Element *item = element_new(report, list, ELEMENT_LIST_ITEM);
  Element *body = element_new(report, item, ELEMENT_LIST_BODY);
  Element *value = element_new(report, body, ELEMENT_PARAGRAPH);
  Frame *frame = frame_new(report, width, 0);
  frame->height =
      draw_value(setting, frame, cell_text(setting, cells, VALUE, columns),
                 cell_text(setting, cells, UNIT, columns), size, value);
  if (columns > MEANING)
    frame->height += draw_words(setting, request, frame, &cells->cells[MEANING],
                                body, false);
  if (cell_text(setting, cells, CHANGE, columns).len)
    frame->height +=
        draw_words(setting, request, frame, &cells->cells[CHANGE], body, true);
  return frame;
}

static int panel_columns(int count) {
  if (count <= 4) return count;
  return count == 5 || count == 6 || count == 9 ? 3 : 4;
}

static void add_rule(Frame *frame, Point from, Point to, double width,
                     Color color) {
  frame_add_line(frame, from, to, width, color)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
}

/* A row of cells, their tops aligned; lines between them. */
static void add_row(Setting *setting, PanelRequest *request, Frame *panel,
                    Frame **cells, int count, double cell_width) {
  Style *style = &setting->style;
  bool chain = request->block->is_connected;
  double gap = chain ? chain_gap : 0, height = 0;
  for (int i = 0; i < count; i++)
    height = fmax(height, cells[i]->height);
  double top = panel->height, inner = top + cell_padding;
  double bottom = inner + height + cell_padding;
  for (int i = 0; i < count; i++) {
    double x = i * (cell_width + gap);
    if (chain)
      frame_add_rect(panel, (Rect){x, top, cell_width, bottom - top},
                     paint_color(style->fill))
          ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
    double middle = inner + style->panel_value.leading * .5;
    if (chain && i)
      add_rule(panel, (Point){x - gap, middle}, (Point){x, middle},
               style->accent_rule, style->accent);
    if (!chain && i)
      add_rule(panel, (Point){x, inner}, (Point){x, bottom - cell_padding},
               style->thin_rule, style->rule);
    double shift = chain || i ? cell_padding : 0;
    frame_add_group(panel, cells[i], matrix_move(x + shift, inner));
  }
  if (!chain)
    add_rule(panel, (Point){0, bottom}, (Point){panel->width, bottom},
             style->thin_rule, style->rule);
  panel->height = bottom + (chain ? cell_padding : 0);
}

Frame *number_panel_draw(Setting *setting, PanelRequest *request) {
  Arena *report = setting->paragraph.report;
  Style *style = &setting->style;
  const TableBody *table = request->block->table;
  int first = table->head_count, count = table->rows.count - first;
  Frame *panel = frame_new(report, request->width, 0);
  if (count <= 0) return panel;
  int columns = panel_columns(count);
  double gaps = request->block->is_connected ? chain_gap * (columns - 1) : 0;
  double width = (request->width - gaps) / columns;
  double inner = width - 2 * cell_padding;
  double size = value_size(setting, table, inner);
  Element *list = element_new(report, request->place->parent, ELEMENT_LIST);
  if (!request->block->is_connected)
    add_rule(panel, (Point){0, 0}, (Point){panel->width, 0}, style->thick_rule,
             style->accent);
  for (int i = 0; i < count; i += columns) {
    int here = count - i < columns ? count - i : columns;
    Frame *cells[4];
    for (int k = 0; k < here; k++)
      cells[k] = draw_cell(setting, request, first + i + k, inner, size, list);
    add_row(setting, request, panel, cells, here, width);
  }
  return panel;
}
