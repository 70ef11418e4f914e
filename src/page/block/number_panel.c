/* A panel of big figures: value and unit, what it means, how it changed. Equal
 * cells between thin rules; connected ones are joined as a chain. */
#include <math.h>

#include "page/block/panel.h"

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

/* The size at which all values fit beside their units, at most the style's. */
static double fitting_size(Setting *setting, const TableBody *table,
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
  return smallest;
}

/* Value and unit on one baseline; a dash where there is no value. */
static double draw_value(const Panel *panel, Frame *frame, const TableRow *row,
                         double size, Element *element) {
  Setting *setting = panel->setting;
  Style *style = &setting->style;
  Arena *report = setting->paragraph.report;
  int columns = panel->block->table->column_count;
  Str value = cell_text(setting, row, VALUE, columns);
  TextStyle big = value_style(style, size);
  ShapedText *unit =
      shape_unit(setting, cell_text(setting, row, UNIT, columns));
  ShapedText *text = setting_label(setting, value.len ? value : S("–"), &big);
  double baseline = style->panel_value.leading * .78;
  Element *leaf = element_content(report, element);
  frame_add_text(frame, text, (Point){0, baseline},
                 value.len ? style->accent : style->context, tag_content(leaf));
  frame_add_text(frame, unit, (Point){text->width, baseline}, style->grey,
                 tag_content(leaf));
  return style->panel_value.leading;
}

/* Marks of notes at the value or its unit. */
static void add_marks(Arena *report, InlineList *words,
                      const InlineList *from) {
  for (int i = 0; i < from->count; i++)
    if (from->items[i].kind == INLINE_FOOTNOTE)
      list_add(report, words, from->items[i]);
}

/* What the number means, with the marks that stand at the number. */
static TableCell meaning_cell(const Panel *panel, const TableRow *row) {
  Arena *report = panel->setting->paragraph.report;
  TableCell cell = row->cells[MEANING];
  cell.inlines = (InlineList){0};
  for (int i = 0; i < row->cells[MEANING].inlines.count; i++)
    list_add(report, &cell.inlines, row->cells[MEANING].inlines.items[i]);
  add_marks(report, &cell.inlines, &row->cells[VALUE].inlines);
  add_marks(report, &cell.inlines, &row->cells[UNIT].inlines);
  return cell;
}

static double draw_words(Panel *panel, Frame *frame, const TableCell *cell,
                         Element *element, bool is_change) {
  Style *style = &panel->setting->style;
  ParagraphStyle form =
      style_sans_lines(style, style->panel_text, 0, frame->width);
  if (is_change) form.color = style->grey;
  Element *line =
      element_new(panel->setting->paragraph.report, element, ELEMENT_PARAGRAPH);
  Frame *words = panel_cell(panel, cell, &form, line);
  frame_add_group(frame, words, matrix_move(0, frame->height));
  return words->height;
}

static Frame *draw_cell(Panel *panel, int row, double width, double size,
                        Element *list) {
  Setting *setting = panel->setting;
  Arena *report = setting->paragraph.report;
  const TableRow *cells = &panel->block->table->rows.items[row];
  int columns = panel->block->table->column_count;
  Element *item = element_new(report, list, ELEMENT_LIST_ITEM);
  Element *body = element_new(report, item, ELEMENT_LIST_BODY);
  Element *value = element_new(report, body, ELEMENT_PARAGRAPH);
  Frame *frame = frame_new(report, width, 0);
  frame->height = draw_value(panel, frame, cells, size, value);
  if (columns > MEANING) {
    TableCell meaning = meaning_cell(panel, cells);
    frame->height += draw_words(panel, frame, &meaning, body, false);
  }
  if (cell_text(setting, cells, CHANGE, columns).len)
    frame->height +=
        draw_words(panel, frame, &cells->cells[CHANGE], body, true);
  return frame;
}

/* Cells a row: rows of like length; a chain of five is not cut. */
static int panel_columns(const Block *block, int count) {
  if (count <= 4 || (block->is_connected && count == 5)) return count;
  return count == 5 || count == 6 || count == 9 ? 3 : 4;
}

/* The cells of a panel: how many stand in a row, how wide they are, and the
 * size of their values. */
typedef struct PanelCells {
  int columns;
  double width, value_size;
} PanelCells;

static PanelCells cells_in_columns(const Panel *panel, int columns) {
  double gaps = panel->block->is_connected ? chain_gap * (columns - 1) : 0;
  double width = (panel->width - gaps) / columns;
  return (PanelCells){columns, width,
                      fitting_size(panel->setting, panel->block->table,
                                   width - 2 * cell_padding)};
}

/* Fewer in a row where values would have to be too small; rows of like
 * length. */
static PanelCells choose_cells(const Panel *panel, int count) {
  PanelCells cells =
      cells_in_columns(panel, panel_columns(panel->block, count));
  while (cells.columns > 1 && cells.value_size < smallest_value) {
    int rows = (count + cells.columns - 2) / (cells.columns - 1);
    cells = cells_in_columns(panel, (count + rows - 1) / rows);
  }
  cells.value_size = fmax(smallest_value, cells.value_size);
  return cells;
}

static void add_rule(Frame *frame, Point from, Point to, double width,
                     Color color) {
  frame_add_line(frame, from, to, width, color)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
}

/* Cells on a fill, joined by a line. */
static void join_chain(const Panel *panel, Frame *row, int count,
                       double cell_width, double height) {
  const Style *style = &panel->setting->style;
  double middle = cell_padding + style->panel_value.leading * .5;
  for (int i = 0; i < count; i++) {
    double x = i * (cell_width + chain_gap);
    frame_add_rect(row, (Rect){x, 0, cell_width, height},
                   paint_color(style->fill))
        ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
    if (i)
      add_rule(row, (Point){x - chain_gap, middle}, (Point){x, middle},
               style->accent_rule, style->accent);
  }
}

/* Thin lines between cells and under them. */
static void rule_cells(const Panel *panel, Frame *row, int count,
                       double cell_width, double height) {
  const Style *style = &panel->setting->style;
  for (int i = 1; i < count; i++)
    add_rule(row, (Point){i * cell_width, cell_padding},
             (Point){i * cell_width, height - cell_padding}, style->thin_rule,
             style->rule);
  add_rule(row, (Point){0, height}, (Point){panel->width, height},
           style->thin_rule, style->rule);
}

/* A row of cells, their tops aligned. */
static void set_row(const Panel *panel, Frame *row, Frame **cells, int count,
                    double cell_width) {
  bool is_chain = panel->block->is_connected;
  double gap = is_chain ? chain_gap : 0, height = 0;
  for (int i = 0; i < count; i++)
    height = fmax(height, cells[i]->height);
  height += 2 * cell_padding;
  if (is_chain)
    join_chain(panel, row, count, cell_width, height);
  else
    rule_cells(panel, row, count, cell_width, height);
  for (int i = 0; i < count; i++) {
    double shift = is_chain || i ? cell_padding : 0;
    frame_add_group(row, cells[i],
                    matrix_move(i * (cell_width + gap) + shift, cell_padding));
  }
  row->height = height + (is_chain ? cell_padding : 0);
}

void number_panel_draw(Panel *panel) {
  enum { MOST = 5 };
  const Style *style = &panel->setting->style;
  const TableBody *table = panel->block->table;
  int first = table->head_count, count = table->rows.count - first;
  if (count <= 0) return;
  bool is_chain = panel->block->is_connected;
  PanelCells form = choose_cells(panel, count);
  Element *list = element_new(panel->setting->paragraph.report,
                              panel->place->parent, ELEMENT_LIST);
  for (int i = 0; i < count; i += form.columns) {
    int here = count - i < form.columns ? count - i : form.columns;
    Frame *cells[MOST], *row = panel_open_row(panel);
    if (!i && !is_chain)
      add_rule(row, (Point){0, 0}, (Point){panel->width, 0}, style->thick_rule,
               style->accent);
    for (int k = 0; k < here; k++)
      cells[k] = draw_cell(panel, first + i + k, form.width - 2 * cell_padding,
                           form.value_size, list);
    set_row(panel, row, cells, here, form.width);
  }
}
