#include "chart/data/data.h"

/* The rows that a view starts from: its own data, else its parent's. */
static const Table *rows_of(Drawing *drawing, View *view,
                            const Table *inherited) {
  const json_t *data = json_object_get(view->spec, "data");
  if (json_is_null(data)) return table_new(drawing->arena, 1);
  if (!json_is_object(data)) return inherited;
  const Table *table = data_load(drawing, data);
  return table ? data_parse_by_use(drawing, view, table) : NULL;
}

static bool apply_transforms(Drawing *drawing, View *view) {
  const json_t *list = json_object_get(view->spec, "transform");
  for (size_t i = 0; i < json_array_size(list); i++)
    if (!transform_apply(&drawing->transforms, json_array_get(list, i),
                         &view->raw))
      return false;
  return true;
}

bool data_prepare(Drawing *drawing, View *view, const Table *inherited) {
  view->source = rows_of(drawing, view, inherited);
  if (!view->source) return false;
  view->raw = view->source;
  if (!apply_transforms(drawing, view)) return false;
  if (view->kind == VIEW_UNIT) return unit_prepare(drawing, view);
  if (view->kind == VIEW_FACET) return facet_prepare(drawing, view);
  for (int i = 0; i < view->kids.count; i++)
    if (!data_prepare(drawing, view->kids.items[i], view->raw)) return false;
  return true;
}
