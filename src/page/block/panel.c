/* What number panels, mirrors and from-to diagrams share: rows, cells and their
 * elements. */
#include <math.h>

#include "page/block/panel.h"

PanelDraw *panel_draw(BlockKind kind) {
  if (kind == BLOCK_NUMBER_PANEL) return number_panel_draw;
  if (kind == BLOCK_FROM_TO) return from_to_draw;
  if (kind == BLOCK_MIRROR) return mirror_draw;
  return NULL;
}

Frame *panel_open_row(Panel *panel) {
  Arena *report = panel->setting->paragraph.report;
  PanelRow *row = list_new(report, &panel->rows);
  *row = (PanelRow){.frame = frame_new(report, panel->width, 0)};
  return row->frame;
}

Frame *panel_open_head(Panel *panel) {
  Arena *report = panel->setting->paragraph.report;
  PanelRow *head = list_new(report, &panel->heads);
  *head = (PanelRow){.frame = frame_new(report, panel->width, 0)};
  return head->frame;
}

Frame *panel_stack(const Panel *panel, NoteMarks *notes) {
  Arena *report = panel->setting->paragraph.report;
  Frame *stack = frame_new(report, panel->width, 0);
  for (int i = 0; i < panel->rows.count; i++) {
    const PanelRow *row = &panel->rows.items[i];
    frame_add_group(stack, row->frame, matrix_move(0, stack->height));
    stack->height += row->frame->height;
    for (int n = 0; n < row->notes.count; n++)
      list_add(report, notes, row->notes.items[n]);
  }
  return stack;
}

double panel_names_width(const Panel *panel, int column, double share,
                         double inset) {
  static const double most = .3; /* of the panel */
  Setting *setting = panel->setting;
  const TableBody *table = panel->block->table;
  double room = most * panel->width - inset, natural = 0, minimum = 0;
  ParagraphStyle form =
      style_sans_lines(&setting->style, setting->style.table, 700, room);
  for (int i = 0; column < table->column_count && i < table->rows.count; i++) {
    ParagraphWidths widths =
        paragraph_widths(&setting->paragraph,
                         &table->rows.items[i].cells[column].inlines, &form);
    natural = fmax(natural, widths.natural);
    minimum = fmax(minimum, widths.minimum);
  }
  double wanted = natural <= room ? natural : fmin(minimum, room);
  return fmax(share * panel->width, ceil(wanted) + inset);
}

PanelTable panel_table(const Panel *panel) {
  Arena *report = panel->setting->paragraph.report;
  PanelTable table = {0};
  table.table = element_new(report, panel->place->parent, ELEMENT_TABLE);
  if (panel->block->table->head_count)
    table.head = element_new(report, table.table, ELEMENT_TABLE_HEAD);
  table.body = element_new(report, table.table, ELEMENT_TABLE_BODY);
  return table;
}

Element *panel_row(const Panel *panel, const PanelTable *table, bool is_head) {
  return element_new(panel->setting->paragraph.report,
                     is_head ? table->head : table->body, ELEMENT_ROW);
}

Element *panel_table_cell(const Panel *panel, Element *row, bool is_head,
                          bool is_row_head) {
  bool heads = is_head || is_row_head;
  Element *cell = element_new(panel->setting->paragraph.report, row,
                              heads ? ELEMENT_HEADER_CELL : ELEMENT_CELL);
  if (heads) cell->scope = is_head ? SCOPE_COLUMN : SCOPE_ROW;
  return cell;
}

Frame *panel_cell(Panel *panel, const TableCell *cell,
                  const ParagraphStyle *style, Element *parent) {
  Setting *setting = panel->setting;
  if (!parent) {
    Lines *again =
        paragraph_set(&setting->paragraph, &cell->inlines, style, NULL);
    return setting_stack(setting, again, style->measure);
  }
  Lines *lines = setting_lines(setting, &cell->inlines, style, parent);
  setting_notes(setting, panel->place, lines, &list_last(&panel->rows)->notes);
  return setting_stack(setting, lines, style->measure);
}

void panel_add_words(Frame *row, Frame *words, Point at, bool is_again) {
  FrameItem *group = frame_add_group(row, words, matrix_move(at.x, at.y));
  if (is_again) group->tag = tag_artifact(TAG_ARTIFACT_REPEAT);
}
