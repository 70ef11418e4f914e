/* ISO 14289-1, 7.18 and ISO 19005-2, 6.3 and 6.5: links. */
#include <glib.h>
#include <string.h>

#include "rules.h"

/* The role of the element that holds an annotation; "" none. */
static const char *role_around(const StructureTree *tree,
                               const char *annotation) {
  for (int i = 0; i < tree->nodes.count; i++) {
    const StructureNode *node = &tree->nodes.items[i];
    for (int k = 0; k < node->contents.count; k++) {
      const char *held = node->contents.items[k].annotation;
      if (held && !strcmp(held, annotation)) return node->role;
    }
  }
  return "";
}

static void check_flags(Inspection *inspection, const char *name,
                        const json_t *annotation) {
  enum { INVISIBLE = 1, HIDDEN = 2, PRINT = 4, NO_VIEW = 32, TOGGLE = 256 };
  const json_t *value = json_object_get(annotation, "/F");
  json_int_t flags = json_integer_value(value);
  if (!value) violation(inspection, "a 6.3.2-1", "%s has no F", name);
  if (!(flags & PRINT) || flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE))
    violation(inspection, "a 6.3.2-2", "%s is not always shown", name);
}

static void check_action(Inspection *inspection, const char *name,
                         const json_t *annotation) {
  const json_t *action = model_find(inspection->model, annotation, "/A");
  const json_t *kind = json_object_get(action, "/S");
  if (action && !model_is_name(kind, "/URI") && !model_is_name(kind, "/GoTo"))
    violation(inspection, "a 6.5.1-1", "%s acts by %s", name, model_name(kind));
  if (!action && !json_object_get(annotation, "/Dest"))
    violation(inspection, "jikji", "%s leads nowhere", name);
}

static void check_annotation(Inspection *inspection, const char *name,
                             const json_t *annotation) {
  if (!model_is_name(json_object_get(annotation, "/Subtype"), "/Link")) {
    violation(inspection, "a 6.3.1-1", "%s is no Link", name);
    return;
  }
  if (!model_text(json_object_get(annotation, "/Contents"))[0])
    violation(inspection, "ua 7.18.5-2", "%s has no Contents", name);
  if (strcmp(role_around(inspection->tree, name), "Link"))
    violation(inspection, "ua 7.18.5-1", "%s stands in no Link", name);
  check_flags(inspection, name, annotation);
  check_action(inspection, name, annotation);
}

void rules_annotations(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  for (int i = 0; i < model->pages.count; i++) {
    json_t *name = json_string(model->pages.items[i]);
    const json_t *page = model_resolve(model, name);
    json_t *annotations = model_find(model, page, "/Annots"), *one;
    if (json_array_size(annotations) &&
        !model_is_name(json_object_get(page, "/Tabs"), "/S"))
      violation(inspection, "ua 7.18.3-1", "page %d: Tabs is not S", i + 1);
    size_t k;
    json_array_foreach(annotations, k, one) {
      check_annotation(inspection, json_string_value(one),
                       model_resolve(model, one));
    }
    json_decref(name);
  }
}
