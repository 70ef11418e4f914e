/* ISO 14289-1, 7.2 and 7.5: tables are regular, their heads say for what. */
#include <glib.h>
#include <string.h>

#include "rules.h"

enum { COLUMNS_MAX = 1000 };

typedef struct Grid {
  Inspection *inspection;
  const StructureNode *table;
  int below[COLUMNS_MAX]; /* how far each column's spans reach down */
  int row, width;         /* width: of the first row */
  GHashTable *ids;        /* of the table's head cells */
} Grid;

static int span(const Grid *grid, const StructureNode *cell, const char *key) {
  const json_t *value =
      tree_attribute(grid->inspection->model, cell, "/Table", key);
  return value ? (int)json_integer_value(value) : 1;
}

static void fault(const Grid *grid, const char *rule, const char *message) {
  violation(grid->inspection, rule, "table %s, row %d: %s",
            grid->table->reference, grid->row + 1, message);
}

static int place_cell(Grid *grid, const StructureNode *cell, int column) {
  while (column < COLUMNS_MAX && grid->below[column] > grid->row)
    column++;
  int end = column + span(grid, cell, "/ColSpan");
  for (; column < end && column < COLUMNS_MAX; column++) {
    if (grid->below[column] > grid->row)
      fault(grid, "ua 7.2-15", "two cells overlap");
    grid->below[column] = grid->row + span(grid, cell, "/RowSpan");
  }
  return column;
}

static void check_head(Grid *grid, const StructureNode *cell) {
  if (strcmp(cell->role, "TH")) return;
  const json_t *scope =
      tree_attribute(grid->inspection->model, cell, "/Table", "/Scope");
  static const char *const known[] = {"/Row", "/Column", "/Both"};
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (model_is_name(scope, known[i])) return;
  fault(grid, "ua 7.5-1", "a head cell has no Scope");
}

static void check_headers(Grid *grid, const StructureNode *cell) {
  json_t *headers = tree_attribute(grid->inspection->model, cell, "/Table",
                                   "/Headers"),
         *header;
  size_t i;
  json_array_foreach(headers, i, header) {
    if (!g_hash_table_contains(grid->ids, model_text(header)))
      fault(grid, "ua 7.5-2", "a cell names a head that is none");
  }
}

static void check_row(Grid *grid, const StructureNode *row) {
  const StructureTree *tree = grid->inspection->tree;
  int column = 0;
  for (int i = 0; i < row->kids.count; i++) {
    const StructureNode *cell = &tree->nodes.items[row->kids.items[i]];
    column = place_cell(grid, cell, column);
    check_head(grid, cell);
    check_headers(grid, cell);
  }
  while (column < COLUMNS_MAX && grid->below[column] > grid->row)
    column++;
  if (!grid->row) grid->width = column;
  if (column != grid->width)
    fault(grid, "ua 7.2-42", "it has another number of columns than the first");
  grid->row++;
}

static void check_rows(Grid *grid, const StructureNode *part) {
  const StructureTree *tree = grid->inspection->tree;
  for (int i = 0; i < part->kids.count; i++) {
    const StructureNode *kid = &tree->nodes.items[part->kids.items[i]];
    if (!strcmp(kid->role, "TR"))
      check_row(grid, kid);
    else if (strcmp(kid->role, "Caption"))
      check_rows(grid, kid);
  }
}

static void collect_ids(Grid *grid, const StructureNode *node) {
  const StructureTree *tree = grid->inspection->tree;
  const char *id = model_text(json_object_get(node->element, "/ID"));
  if (id[0] && !strcmp(node->role, "TH"))
    g_hash_table_add(grid->ids, (gpointer)id);
  for (int i = 0; i < node->kids.count; i++)
    collect_ids(grid, &tree->nodes.items[node->kids.items[i]]);
}

static void check_table(Inspection *inspection, const StructureNode *table) {
  Grid grid = {.inspection = inspection, .table = table};
  grid.ids = g_hash_table_new(g_str_hash, g_str_equal);
  collect_ids(&grid, table);
  check_rows(&grid, table);
  for (int column = 0; column < grid.width; column++)
    if (grid.below[column] != grid.row)
      fault(&grid, "ua 7.2-41", "its columns do not end in the same row");
  g_hash_table_unref(grid.ids);
}

void rules_tables(Inspection *inspection) {
  for (int i = 0; i < inspection->tree->nodes.count; i++)
    if (!strcmp(inspection->tree->nodes.items[i].role, "Table"))
      check_table(inspection, &inspection->tree->nodes.items[i]);
}
