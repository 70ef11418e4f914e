/* What number panels, mirrors and from-to diagrams share: cells and the
 * elements of their rows. */
#include "page/block/block.h"

Frame *panel_cell(Setting *setting, PanelRequest *request,
                  const TableCell *cell, const ParagraphStyle *style,
                  Element *parent) {
  Lines *lines = setting_lines(setting, &cell->inlines, style, parent);
  setting_notes(setting, request->place, lines, &request->notes);
  return setting_stack(setting, lines, style->measure);
}

PanelTable panel_table(Setting *setting, PanelRequest *request) {
  Arena *report = setting->paragraph.report;
  PanelTable table = {0};
  table.table = element_new(report, request->place->parent, ELEMENT_TABLE);
  if (request->block->table->head_count)
    table.head = element_new(report, table.table, ELEMENT_TABLE_HEAD);
  table.body = element_new(report, table.table, ELEMENT_TABLE_BODY);
  return table;
}

Element *panel_row(Setting *setting, const PanelTable *table, bool is_head) {
  return element_new(setting->paragraph.report,
                     is_head ? table->head : table->body, ELEMENT_ROW);
}
