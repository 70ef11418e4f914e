/* ISO 14289-1, 7.1 and ISO 32000-1, 14.7.4: every mark belongs to one element,
 * and the parent tree knows which. */
#include <glib.h>
#include <string.h>

#include "rules.h"

typedef struct Owners {
  Inspection *inspection;
  GHashTable *of_marks; /* "page reference/mcid" -> node index + 1 */
} Owners;

static char *mark_key(const char *page, int mcid) {
  return g_strdup_printf("%s/%d", page ? page : "", mcid);
}

static void claim(Owners *owners, int node, const NodeContent *content) {
  if (content->mcid < 0) return;
  char *key = mark_key(content->page, content->mcid);
  if (g_hash_table_contains(owners->of_marks, key))
    violation(owners->inspection, "ua 7.1-3", "mark %s has two elements", key);
  g_hash_table_insert(owners->of_marks, key, GINT_TO_POINTER(node + 1));
}

static void claim_all(Owners *owners) {
  const StructureTree *tree = owners->inspection->tree;
  for (int i = 0; i < tree->nodes.count; i++)
    for (int k = 0; k < tree->nodes.items[i].contents.count; k++)
      claim(owners, i, &tree->nodes.items[i].contents.items[k]);
}

/* The parent tree of a small or large file: leaves below Kids. */
static json_t *find_number(const PdfModel *model, json_t *node, int key,
                           int depth) {
  json_t *kids = model_find(model, node, "/Kids"), *kid;
  json_t *numbers = model_find(model, node, "/Nums");
  for (size_t i = 0; i + 1 < json_array_size(numbers); i += 2)
    if (json_integer_value(json_array_get(numbers, i)) == key)
      return json_array_get(numbers, i + 1);
  size_t i;
  json_array_foreach(kids, i, kid) {
    json_t *found = depth > 20 ? NULL
                               : find_number(model, model_resolve(model, kid),
                                             key, depth + 1);
    if (found) return found;
  }
  return NULL;
}

static json_t *parent_of(const PdfModel *model, int key) {
  const json_t *root = model_find(model, model->catalog, "/StructTreeRoot");
  return find_number(model, model_find(model, root, "/ParentTree"), key, 0);
}

static void check_mark(Owners *owners, const ContentMark *mark) {
  Inspection *inspection = owners->inspection;
  const PdfModel *model = inspection->model;
  const char *page = model->pages.items[mark->page];
  char *key = mark_key(page, mark->mcid);
  int node = GPOINTER_TO_INT(g_hash_table_lookup(owners->of_marks, key)) - 1;
  g_hash_table_remove(owners->of_marks, key);
  g_free(key);
  if (node < 0) {
    violation(inspection, "ua 7.1-3", "mark %d of page %d has no element",
              mark->mcid, mark->page + 1);
    return;
  }
  json_t *name = json_string(page);
  const json_t *number =
      model_find(model, model_resolve(model, name), "/StructParents");
  json_t *parents =
      model_resolve(model, parent_of(model, (int)json_integer_value(number)));
  const char *parent =
      json_string_value(json_array_get(parents, (size_t)mark->mcid));
  const char *owner = inspection->tree->nodes.items[node].reference;
  if (!number || !parent || strcmp(parent, owner))
    violation(inspection, "ua 7.1-3", "mark %d of page %d: not in ParentTree",
              mark->mcid, mark->page + 1);
  json_decref(name);
}

static void check_unused(Owners *owners) {
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, owners->of_marks);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    violation(owners->inspection, "ua 7.1-3", "mark %s is on no page",
              (const char *)key);
}

/* The element that the parent tree has for an annotation. */
static void check_annotation(Inspection *inspection, int node,
                             const NodeContent *content) {
  if (!content->annotation) return;
  const PdfModel *model = inspection->model;
  json_t *name = json_string(content->annotation);
  const json_t *number =
      json_object_get(model_resolve(model, name), "/StructParent");
  json_t *parent =
      number ? parent_of(model, (int)json_integer_value(number)) : NULL;
  const char *owner = inspection->tree->nodes.items[node].reference;
  if (!parent || strcmp(json_string_value(parent), owner))
    violation(inspection, "ua 7.18.5-1", "annotation %s: not in ParentTree",
              content->annotation);
  json_decref(name);
}

void rules_marks(Inspection *inspection) {
  const Contents *contents = inspection->contents;
  for (int i = 0; i < contents->faults.count; i++)
    violation(inspection, contents->faults.items[i].rule, "page %d: %s",
              contents->faults.items[i].page + 1,
              contents->faults.items[i].message);
  Owners owners = {
      inspection, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  claim_all(&owners);
  for (int i = 0; i < contents->marks.count; i++)
    check_mark(&owners, &contents->marks.items[i]);
  check_unused(&owners);
  g_hash_table_unref(owners.of_marks);
  const StructureTree *tree = inspection->tree;
  for (int i = 0; i < tree->nodes.count; i++)
    for (int k = 0; k < tree->nodes.items[i].contents.count; k++)
      check_annotation(inspection, i, &tree->nodes.items[i].contents.items[k]);
}
