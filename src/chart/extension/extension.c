#include "chart/extension/extension.h"

const json_t *extension_own(const Drawing *drawing, const char *name) {
  const json_t *usermeta = json_object_get(drawing->tree->root, "usermeta");
  return json_object_get(json_object_get(usermeta, "jikji"), name);
}

const json_t *extension_find(const Drawing *drawing, const char *name) {
  const json_t *found = extension_own(drawing, name);
  return json_is_null(found) || json_is_false(found) ? NULL : found;
}

int extension_count(const json_t *extension) {
  if (json_is_array(extension)) return (int)json_array_size(extension);
  return extension != NULL;
}

const json_t *extension_item(const json_t *extension, int i) {
  const json_t *item = json_is_array(extension)
                           ? json_array_get(extension, (size_t)i)
                           : extension;
  return json_is_object(item) ? item : NULL;
}

static bool lists(const json_t *list, Str name) {
  for (size_t i = 0; i < json_array_size(list); i++)
    if (str_equal(json_str(json_array_get(list, i)), name)) return true;
  return false;
}

bool extension_wants(const json_t *item, const View *view) {
  const json_t *views = json_object_get(item, "views");
  if (!json_is_array(views)) return true;
  for (; view; view = view->parent) {
    Str name = json_str(json_object_get(view->spec, "name"));
    if (name.len && lists(views, name)) return true;
  }
  return false;
}

bool extension_wraps(const Drawing *drawing, const char *kind) {
  const json_t *wrap = extension_find(drawing, "wrap");
  return json_is_true(wrap) || lists(wrap, str_from(kind));
}
