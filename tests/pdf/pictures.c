/* ISO 19005-2, 6.2.8 and 6.2.9; ISO 14289-1, 7.20: pictures and forms. */
#include <glib.h>

#include "rules.h"

static void check_image(Inspection *inspection, const char *key,
                        const json_t *image) {
  if (json_object_get(image, "/Alternates"))
    violation(inspection, "a 6.2.8-1", "%s has Alternates", key);
  if (json_object_get(image, "/OPI"))
    violation(inspection, "a 6.2.8-2", "%s has OPI", key);
  if (json_is_true(json_object_get(image, "/Interpolate")))
    violation(inspection, "a 6.2.8-3", "%s is interpolated", key);
}

static void check_form(Inspection *inspection, const char *key,
                       const json_t *form) {
  static const char *const forbidden[] = {"/PS", "/OPI", "/Subtype2"};
  for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
    if (json_object_get(form, forbidden[i]))
      violation(inspection, "a 6.2.9-1", "%s has %s", key, forbidden[i]);
  if (json_object_get(form, "/Ref"))
    violation(inspection, "a 6.2.9-2", "%s is a reference", key);
  if (json_object_get(form, "/StructParents"))
    violation(inspection, "ua 7.20-2", "%s has tagged content of its own", key);
}

void rules_pictures(Inspection *inspection) {
  const char *key;
  json_t *object;
  json_object_foreach(inspection->model->objects, key, object) {
    const json_t *dictionary =
        json_object_get(json_object_get(object, "stream"), "dict");
    const json_t *kind = json_object_get(dictionary, "/Subtype");
    if (model_is_name(kind, "/Image")) check_image(inspection, key, dictionary);
    if (model_is_name(kind, "/Form")) check_form(inspection, key, dictionary);
    if (model_is_name(kind, "/PS"))
      violation(inspection, "a 6.2.9-3", "%s is PostScript", key);
  }
}
