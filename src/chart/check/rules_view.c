/* Rules of views, params and extensions. */
#include "base/limits.h"
#include "chart/check/rules.h"
#include "chart/normalize/normalize.h"

static const char *const compositions[] = {"layer", "concat", "hconcat",
                                           "vconcat"};

enum { COMPOSITION_COUNT = sizeof compositions / sizeof *compositions };

static void tell(Drawing *drawing, const json_t *object, const char *key,
                 const char *message) {
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, object, key), "%s", message);
}

void rule_schema(Drawing *drawing, const json_t *object) {
  Str schema = json_str(json_object_get(object, "$schema"));
  if (str_find(schema, S("/schema/vega/")) < 0) return;
  tell(drawing, object, "$schema",
       "this is the schema of Vega; jikji reads Vega-Lite");
}

/* ---- Views ---- */

static void check_lists(Drawing *drawing, const json_t *view) {
  for (int i = 0; i < COMPOSITION_COUNT; i++) {
    const json_t *list = json_object_get(view, compositions[i]);
    if (!json_is_array(list) || json_array_size(list)) continue;
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, view, compositions[i]),
         "'%s' is empty: there is nothing to draw", compositions[i]);
  }
}

static bool is_composed(const json_t *view) {
  for (int i = 1; i < COMPOSITION_COUNT; i++)
    if (json_object_get(view, compositions[i])) return true;
  return json_object_get(view, "facet") && json_object_get(view, "spec");
}

static void check_layers(Drawing *drawing, const json_t *view) {
  const json_t *layers = json_object_get(view, "layer");
  for (size_t i = 0; i < json_array_size(layers); i++) {
    const json_t *layer = json_array_get(layers, i);
    if (!json_is_object(layer) || !is_composed(layer)) continue;
    diag(drawing->diags, DIAG_CHART_BAD_SPEC,
         drawing_place(drawing, layer, NULL),
         "a layer is a view with a mark, or layers; views beside each other "
         "cannot be laid over others");
  }
}

static void check_over_zero(Drawing *drawing, const json_t *object,
                            const char *key) {
  const json_t *value = json_object_get(object, key);
  if (!json_is_number(value) || json_number_value(value) > 0) return;
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, object, key), "'%s' must be over zero", key);
}

void rule_view(Drawing *drawing, const json_t *object) {
  check_lists(drawing, object);
  check_layers(drawing, object);
  check_over_zero(drawing, object, "width");
  check_over_zero(drawing, object, "height");
}

void rule_size(Drawing *drawing, const json_t *object) {
  check_over_zero(drawing, object, "step");
}

void rule_param(Drawing *drawing, const json_t *object) {
  if (!json_is_string(json_object_get(object, "name")))
    tell(drawing, object, NULL, "a param needs a \"name\"");
}

/* ---- Extensions ---- */

typedef bool ViewTest(const json_t *view, Str name);

/* Whether a view or one in it passes. */
static bool any_view(const json_t *view, ViewTest *test, Str name, int depth) {
  if (!json_is_object(view) || depth > LIMIT_VIEW_DEPTH) return false;
  if (test(view, name)) return true;
  for (int i = 0; i < COMPOSITION_COUNT; i++) {
    const json_t *list = json_object_get(view, compositions[i]);
    for (size_t j = 0; j < json_array_size(list); j++)
      if (any_view(json_array_get(list, j), test, name, depth + 1)) return true;
  }
  return any_view(json_object_get(view, "spec"), test, name, depth + 1);
}

static bool is_called(const json_t *view, Str name) {
  return str_equal(json_str(json_object_get(view, "name")), name);
}

static bool has_path(const json_t *view, Str name) {
  Str mark = mark_name(view);
  const json_t *line = json_object_get(json_object_get(view, "mark"), "line");
  return str_is(mark, "line") || str_is(mark, "area") ||
         str_is(mark, "trail") || json_is_true(line) || name.len;
}

void rule_named_views(Drawing *drawing, const json_t *object) {
  const json_t *views = json_object_get(object, "views");
  for (size_t i = 0; i < json_array_size(views); i++) {
    Str name = json_str(json_array_get(views, i));
    if (any_view(drawing->tree->root, is_called, name, 0)) continue;
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, object, "views"), "no view is called '%.*s'",
         STR(name));
  }
}

void rule_extensions(Drawing *drawing, const json_t *object) {
  static const char *const kinds[] = {"axis", "legend", "header", "title",
                                      "text"};
  enum { KIND_COUNT = sizeof kinds / sizeof *kinds };
  const json_t *wrap = json_object_get(object, "wrap");
  const json_t *labels = json_object_get(object, "endLabels");
  for (size_t i = 0; i < json_array_size(wrap); i++) {
    Str kind = json_str(json_array_get(wrap, i));
    bool known = false;
    for (int j = 0; j < KIND_COUNT; j++)
      known |= str_is(kind, kinds[j]);
    if (known) continue;
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, object, "wrap"),
         "'%.*s' is nothing that is wrapped", STR(kind));
    diag_hint(drawing->diags, "one of: axis legend header title text");
    diag_hint_nearest(drawing->diags, kind, kinds, KIND_COUNT);
  }
  bool wants = labels && !json_is_false(labels) && !json_is_null(labels);
  if (wants && !any_view(drawing->tree->root, has_path, (Str){0}, 0))
    tell(drawing, object, "endLabels",
         "there is no line, area or trail whose end could be labelled");
}
