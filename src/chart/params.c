#include "chart/params.h"

#include "base/limits.h"
#include "chart/select/selection.h"

static const ChartParam *request_param(const Drawing *drawing, Str name) {
  for (int i = 0; i < drawing->request->param_count; i++)
    if (str_equal(drawing->request->params[i].name, name))
      return &drawing->request->params[i];
  return NULL;
}

/* The request's value, its own, or that of its expression. */
static Param read_param(Drawing *drawing, const json_t *json, Str name) {
  Param param = {.name = name,
                 .value = value_null(),
                 .place = drawing_place(drawing, json, "expr")};
  const ChartParam *given = request_param(drawing, name);
  const json_t *value = json_object_get(json, "value");
  Str text = json_str(json_object_get(json, "expr"));
  if (json_object_get(json, "select")) {
    param.is_selection = true;
    param.value = (Value){.kind = VALUE_OBJECT};
  } else if (given) {
    param.value = given->value;
  } else if (value) {
    param.value = drawing_value(drawing, value, NULL, 0);
  } else if (text.len) {
    param.value = (Value){0};
    param.expr = expr_parse(drawing->arena, text,
                            tree_place_text(drawing->tree, json, "expr"),
                            drawing->diags);
  }
  return param;
}

static void read_view_params(Drawing *drawing, const json_t *spec, int depth) {
  static const char *const lists[] = {"layer", "concat", "hconcat", "vconcat"};
  if (depth > LIMIT_VIEW_DEPTH || !json_is_object(spec)) return;
  const json_t *params = json_object_get(spec, "params");
  for (size_t i = 0; i < json_array_size(params); i++) {
    const json_t *json = json_array_get(params, i);
    Str name = json_str(json_object_get(json, "name"));
    if (!name.len || drawing_param(drawing, name)) continue;
    list_add(drawing->arena, &drawing->params, read_param(drawing, json, name));
  }
  for (int i = 0; i < 4; i++) {
    const json_t *list = json_object_get(spec, lists[i]);
    for (size_t j = 0; j < json_array_size(list); j++)
      read_view_params(drawing, json_array_get(list, j), depth + 1);
  }
  read_view_params(drawing, json_object_get(spec, "spec"), depth + 1);
}

void params_read(Drawing *drawing, const json_t *spec) {
  read_view_params(drawing, drawing->config, 0);
  read_view_params(drawing, spec, 0);
}

void param_define(Drawing *drawing, Str name, Value value) {
  Param param = {.name = name, .value = value};
  list_add(drawing->arena, &drawing->params, param);
  drawing->stage++;
}

static Value value_now(Drawing *drawing, Param *param) {
  if (param->is_selection) return selection_value(drawing, param);
  if (!param->expr || param->stage == drawing->stage) return param->value;
  if (param->is_busy || drawing->param_depth >= LIMIT_PARAM_DEPTH) {
    diag(drawing->diags, DIAG_CHART_BAD_SPEC, param->place,
         "the param '%.*s' needs its own value", STR(param->name));
    return (Value){0};
  }
  param->is_busy = true;
  drawing->param_depth++;
  Value value = drawing_eval(drawing, param->expr, (Value){0});
  drawing->param_depth--;
  param->is_busy = false;
  param->value = value;
  param->stage = drawing->stage;
  return value;
}

bool param_value(Drawing *drawing, Str name, Value *value) {
  for (int i = 0; i < drawing->params.count; i++) {
    Param *param = &drawing->params.items[i];
    if (!str_equal(param->name, name)) continue;
    *value = value_now(drawing, param);
    return true;
  }
  return false;
}

void params_check(Drawing *drawing) {
  for (int i = 0; i < drawing->params.count; i++)
    value_now(drawing, &drawing->params.items[i]);
}

Str param_nearest(const Drawing *drawing, Str name) {
  int count = drawing->params.count;
  const char **names = arena_array(drawing->arena, const char *, count);
  for (int i = 0; i < count; i++)
    names[i] = str_c(drawing->arena, drawing->params.items[i].name);
  return str_nearest(name, names, count);
}
