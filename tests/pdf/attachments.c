/* ISO 19005-3, 6.8 and ISO 14289-1, 7.11: files that go with the document. */
#include <glib.h>

#include "rules.h"

/* References to a file specification from /AF of the catalog or an element. */
static bool is_associated(const PdfModel *model, const char *key) {
  const char *owner;
  json_t *object, *one;
  json_object_foreach(model->objects, owner, object) {
    json_t *value = json_object_get(object, "value");
    json_t *files = model_find(model, value, "/AF");
    size_t i;
    json_array_foreach(files, i, one) {
      if (g_str_has_suffix(key, json_string_value(one))) return true;
    }
  }
  return false;
}

static void check_bytes(Inspection *inspection, const char *key,
                        const json_t *specification) {
  const PdfModel *model = inspection->model;
  const json_t *file =
      model_find(model, model_find(model, specification, "/EF"), "/F");
  const char *kind = model_name(json_object_get(file, "/Subtype"));
  if (!g_regex_match_simple("^[-\\w+.]+/[-\\w+.]+$", kind, 0, 0))
    violation(inspection, "a 6.8-1", "%s: '%s' is no media type", key, kind);
  const json_t *params = model_find(model, file, "/Params");
  if (!json_object_get(params, "/ModDate"))
    violation(inspection, "ISO 19005-3 6.8", "%s has no ModDate", key);
}

static void check_file(Inspection *inspection, const char *key,
                       const json_t *file) {
  if (inspection->part != 3)
    violation(inspection, "a2 6.8", "PDF/A-%d holds a file", inspection->part);
  if (!model_text(json_object_get(file, "/F"))[0] ||
      !model_text(json_object_get(file, "/UF"))[0])
    violation(inspection, "ua 7.11-1", "%s has no F or UF", key);
  if (!json_object_get(file, "/AFRelationship"))
    violation(inspection, "a 6.8-3", "%s has no AFRelationship", key);
  if (!is_associated(inspection->model, key))
    violation(inspection, "a 6.8-4", "%s is associated with nothing", key);
  check_bytes(inspection, key, file);
}

void rules_attachments(Inspection *inspection) {
  const char *key;
  json_t *object;
  json_object_foreach(inspection->model->objects, key, object) {
    const json_t *value = json_object_get(object, "value");
    if (json_object_get(value, "/EF")) check_file(inspection, key, value);
  }
}
