/* `repeat`: one spec for several fields becomes a concat, or a layer, of
 * copies in which {"repeat": "row"} is the field. */
#include "chart/normalize/normalize.h"

typedef struct Repeater {
  const Tree *tree;
  const json_t *row, *column, *repeat, *layer; /* NULL: not repeated here */
} Repeater;

static const json_t *repeated(const Repeater *repeater, const json_t *json) {
  if (json_object_size(json) != 1) return NULL;
  Str name = json_str(json_object_get(json, "repeat"));
  if (str_is(name, "row")) return repeater->row;
  if (str_is(name, "column")) return repeater->column;
  if (str_is(name, "repeat")) return repeater->repeat;
  return str_is(name, "layer") ? repeater->layer : NULL;
}

static bool mentions_repeat(const json_t *json) {
  const char *name;
  json_t *value;
  size_t i;
  if (json_is_object(json) && json_object_get(json, "repeat")) return true;
  json_object_foreach((json_t *)json, name,
                      value) if (mentions_repeat(value)) return true;
  json_array_foreach(json, i, value) if (mentions_repeat(value)) return true;
  return false;
}

/* A new reference; what mentions no repeat is shared. */
static json_t *replaced(const Repeater *repeater, const json_t *json) {
  const char *name;
  json_t *value;
  size_t i;
  const json_t *field = repeated(repeater, json);
  if (field) return json_incref((json_t *)field);
  if (!mentions_repeat(json)) return json_incref((json_t *)json);
  json_t *copy = json_is_object(json) ? json_object() : json_array();
  tree_place_copy(repeater->tree, copy, json);
  json_object_foreach((json_t *)json, name, value)
      json_object_set_new(copy, name, replaced(repeater, value));
  json_array_foreach(json, i, value)
      json_array_append_new(copy, replaced(repeater, value));
  return copy;
}

static json_t *layer_of(const Tree *tree, const json_t *spec,
                        const json_t *fields) {
  static const char *const gone[] = {"repeat", "spec", NULL};
  json_t *layer = json_without(spec, gone);
  json_t *kids = json_array();
  for (size_t i = 0; i < json_array_size(fields); i++) {
    Repeater repeater = {.tree = tree, .layer = json_array_get(fields, i)};
    json_array_append_new(kids,
                          replaced(&repeater, json_object_get(spec, "spec")));
  }
  json_object_set_new(layer, "layer", kids);
  return layer;
}

/* One entry where the list is missing, so that a loop runs once. */
static size_t loop_count(const json_t *list) {
  return json_is_array(list) ? json_array_size(list) : 1;
}

static json_t *copies(const Tree *tree, const json_t *spec,
                      const json_t *repeat) {
  const json_t *list = json_is_array(repeat) ? repeat : NULL;
  const json_t *rows = list ? NULL : json_object_get(repeat, "row");
  const json_t *columns = list ? NULL : json_object_get(repeat, "column");
  const json_t *layers = list ? NULL : json_object_get(repeat, "layer");
  json_t *kids = json_array();
  for (size_t i = 0; i < loop_count(list); i++)
    for (size_t r = 0; r < loop_count(rows); r++)
      for (size_t c = 0; c < loop_count(columns); c++) {
        Repeater repeater = {.tree = tree,
                             .repeat = json_array_get(list, i),
                             .row = json_array_get(rows, r),
                             .column = json_array_get(columns, c)};
        json_t *kid = replaced(&repeater, json_object_get(spec, "spec"));
        if (layers) {
          json_t *inner = json_pack("{s:o}", "spec", kid);
          kid = layer_of(tree, inner, layers);
          json_decref(inner);
        }
        json_array_append_new(kids, kid);
      }
  return kids;
}

json_t *repeat_expand(Drawing *drawing, const json_t *spec) {
  static const char *const gone[] = {"repeat", "spec", NULL};
  const json_t *repeat = json_object_get(spec, "repeat");
  const json_t *kid = json_object_get(spec, "spec");
  if (!kid || (!json_is_array(repeat) && !json_is_object(repeat))) {
    diag(drawing->diags, DIAG_CHART_BAD_SPEC,
         drawing_place(drawing, spec, "repeat"),
         "a repeated view has \"repeat\" (fields) and \"spec\" (a view)");
    return NULL;
  }
  if (json_object_get(repeat, "layer") && !json_object_get(repeat, "row") &&
      !json_object_get(repeat, "column"))
    return layer_of(drawing->tree, spec, json_object_get(repeat, "layer"));
  json_t *concat = json_without(spec, gone);
  json_object_set_new(concat, "concat", copies(drawing->tree, spec, repeat));
  if (!json_is_array(repeat)) {
    const json_t *columns = json_object_get(repeat, "column");
    json_object_set_new(concat, "columns",
                        json_integer((json_int_t)loop_count(columns)));
  }
  if (!json_object_get(concat, "align"))
    json_object_set_new(concat, "align", json_string("all"));
  if (!json_object_get(concat, "data") && json_object_get(kid, "data"))
    json_object_set(concat, "data", json_object_get(kid, "data"));
  return concat;
}
