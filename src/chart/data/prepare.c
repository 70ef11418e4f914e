#include "chart/data/data.h"
#include "chart/params.h"

/* The rows that a view starts from: its own data, else its parent's. */
static const Table *rows_of(Drawing *drawing, View *view,
                            const Table *inherited) {
  const json_t *data = json_object_get(view->spec, "data");
  if (json_is_null(data)) return table_new(drawing->arena, 1);
  if (!json_is_object(data)) return inherited;
  const Table *table = data_load(drawing, data);
  return table ? data_parse_by_use(drawing, view, table) : NULL;
}

/* An extent transform defines a parameter: [least, greatest]. */
static void define_extent(Drawing *drawing, const json_t *transform,
                          const Table *table) {
  const json_t *name = json_object_get(transform, "param");
  if (!json_is_string(name) || json_object_get(transform, "density") ||
      json_object_get(transform, "regression"))
    return;
  double extent[2];
  if (!transform_extent(&drawing->transforms, transform, table, extent)) return;
  Value *ends = arena_array(drawing->arena, Value, 2);
  ends[0] = value_number(extent[0]);
  ends[1] = value_number(extent[1]);
  param_define(drawing, json_str(name),
               (Value){.kind = VALUE_ARRAY, .len = 2, .items = ends});
}

static bool apply_transforms(Drawing *drawing, View *view) {
  const json_t *list = json_object_get(view->spec, "transform");
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *transform = json_array_get(list, i);
    if (!json_is_object(transform)) continue; /* told before */
    if (!transform_apply(&drawing->transforms, transform, &view->raw))
      return false;
    if (json_object_get(transform, "extent"))
      define_extent(drawing, transform, view->raw);
  }
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
