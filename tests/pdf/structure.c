/* ISO 14289-1, 7.1, 7.3, 7.4, 7.7 and 7.9: roles, headings, texts that stand
 * for pictures, notes. */
#include <glib.h>
#include <string.h>

#include "rules.h"

static void check_root(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  const StructureTree *tree = inspection->tree;
  const json_t *root = model_find(model, model->catalog, "/StructTreeRoot");
  if (!root || !tree->nodes.count)
    violation(inspection, "a 6.7.3-1", "there is no structure tree");
  if (tree->has_cycle)
    violation(inspection, "ua 7.1-6", "the tree has a cycle");
  const char *name;
  json_t *role;
  json_object_foreach(model_find(model, root, "/RoleMap"), name, role) {
    if (tree_is_standard(name + 1))
      violation(inspection, "ua 7.1-7", "%s is mapped anew", name);
  }
}

static void check_role(Inspection *inspection, const StructureNode *node) {
  const char *name = model_name(json_object_get(node->element, "/S"));
  if (!node->role[0])
    violation(inspection, "ua 7.1-5", "no standard role for '%s'", name);
  const json_t *parent = json_object_get(node->element, "/P");
  const char *above =
      node->parent < 0 ? json_string_value(json_object_get(
                             inspection->model->catalog, "/StructTreeRoot"))
                       : inspection->tree->nodes.items[node->parent].reference;
  if (!parent || strcmp(json_string_value(parent), above))
    violation(inspection, "ua 7.1-12", "%s of %s: P is not its parent",
              node->reference, name);
}

static void check_alternative(Inspection *inspection,
                              const StructureNode *node) {
  bool is_figure = !strcmp(node->role, "Figure");
  if (!is_figure && strcmp(node->role, "Formula")) return;
  const char *alt = model_text(json_object_get(node->element, "/Alt"));
  if (!alt[0] && !json_object_get(node->element, "/ActualText"))
    violation(inspection, is_figure ? "ua 7.3-1" : "ua 7.7-1",
              "%s %s has no text that stands for it", node->role,
              node->reference);
  if (is_figure && node->contents.count &&
      !tree_attribute(inspection->model, node, "/Layout", "/BBox"))
    violation(inspection, "ISO 32000-1 14.8.5.4.3", "Figure %s has no BBox",
              node->reference);
}

static void check_headings(Inspection *inspection) {
  int last = 0;
  for (int i = 0; i < inspection->tree->nodes.count; i++) {
    const char *role = inspection->tree->nodes.items[i].role;
    if (role[0] != 'H' || !g_ascii_isdigit(role[1])) continue;
    int level = role[1] - '0';
    if (level > last + 1)
      violation(inspection, "ua 7.4.2-1", "H%d comes after H%d", level, last);
    last = level;
  }
}

static void check_ids(Inspection *inspection) {
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (int i = 0; i < inspection->tree->nodes.count; i++) {
    const StructureNode *node = &inspection->tree->nodes.items[i];
    const char *id = model_text(json_object_get(node->element, "/ID"));
    bool is_note = !strcmp(node->role, "Note");
    if (is_note && !id[0])
      violation(inspection, "ua 7.9-1", "Note %s has no ID", node->reference);
    if (id[0] && g_hash_table_contains(ids, id))
      violation(inspection, "ua 7.9-2", "two elements have the ID '%s'", id);
    if (id[0]) g_hash_table_add(ids, (gpointer)id);
  }
  g_hash_table_unref(ids);
}

void rules_structure(Inspection *inspection) {
  check_root(inspection);
  for (int i = 0; i < inspection->tree->nodes.count; i++) {
    check_role(inspection, &inspection->tree->nodes.items[i]);
    check_alternative(inspection, &inspection->tree->nodes.items[i]);
  }
  check_headings(inspection);
  check_ids(inspection);
}
