#include "chart/config/cascade.h"

void cascade_add(Cascade *cascade, const json_t *object) {
  if (json_is_object(object) && cascade->count < CASCADE_LAYERS)
    cascade->layers[cascade->count++] = object;
}

void cascade_add_config(Cascade *cascade, const Drawing *drawing,
                        const char *name) {
  cascade_add(cascade, json_object_get(drawing->config, name));
}

void cascade_add_styles(Cascade *cascade, const Drawing *drawing,
                        const json_t *style) {
  const json_t *styles = json_object_get(drawing->config, "style");
  if (json_is_string(style))
    cascade_add(cascade, json_object_get(styles, json_string_value(style)));
  for (size_t i = json_array_size(style); i-- > 0;) {
    const json_t *name = json_array_get(style, i);
    if (json_is_string(name))
      cascade_add(cascade, json_object_get(styles, json_string_value(name)));
  }
}

const json_t *cascade_find_in(const Cascade *cascade, const char *name,
                              int layers) {
  for (int i = 0; i < cascade->count && i < layers; i++) {
    const json_t *found = json_object_get(cascade->layers[i], name);
    if (found) return found;
  }
  return NULL;
}

const json_t *cascade_find(const Cascade *cascade, const char *name) {
  return cascade_find_in(cascade, name, cascade->count);
}

Place cascade_text_place(const Cascade *cascade, const Drawing *drawing,
                         const char *name) {
  for (int i = 0; i < cascade->count; i++)
    if (json_object_get(cascade->layers[i], name))
      return tree_place_text(drawing->tree, cascade->layers[i], name);
  return drawing->tree->place;
}

double cascade_number(const Cascade *cascade, Drawing *drawing,
                      const char *name, double fallback) {
  const json_t *json = cascade_find(cascade, name);
  if (!json || json_is_null(json)) return fallback;
  Value value = drawing_value(drawing, json, NULL, 0);
  double number = value_to_number(value);
  return value.kind == VALUE_NUMBER && number == number ? number : fallback;
}

bool cascade_flag(const Cascade *cascade, Drawing *drawing, const char *name,
                  bool fallback) {
  const json_t *json = cascade_find(cascade, name);
  if (!json || json_is_null(json)) return fallback;
  return value_to_boolean(drawing_value(drawing, json, NULL, 0));
}

Str cascade_str(const Cascade *cascade, Drawing *drawing, const char *name,
                const char *fallback) {
  const json_t *json = cascade_find(cascade, name);
  if (json && !json_is_null(json)) {
    Value value = drawing_value(drawing, json, NULL, 0);
    if (value.kind == VALUE_STRING) return value_text(&value);
  }
  return str_from(fallback);
}

bool cascade_color(const Cascade *cascade, Drawing *drawing, const char *name,
                   Color *color) {
  Str text = cascade_str(cascade, drawing, name, "");
  return text.len && color_read(text, color);
}

int text_lines_by(Arena *arena, Str text, Str line_break, const Str **lines) {
  List(Str) list = {0};
  int start = 0, found;
  while (line_break.len && (found = str_find(str_slice(text, start, text.len),
                                             line_break)) >= 0) {
    list_add(arena, &list, str_slice(text, start, start + found));
    start += found + line_break.len;
  }
  list_add(arena, &list, str_slice(text, start, text.len));
  *lines = list.items;
  return list.count;
}

static int lines_of_text(Drawing *drawing, Str text, const Str **lines) {
  Str line_break = json_str(json_object_get(drawing->config, "lineBreak"));
  return text_lines_by(drawing->arena, text, line_break, lines);
}

static Str line_text(Drawing *drawing, const json_t *json) {
  Value value = drawing_value(drawing, json, NULL, 0);
  return value_to_str(drawing->arena, value);
}

int cascade_lines(const json_t *json, Drawing *drawing, const Str **lines) {
  if (!json_is_array(json)) {
    if (!json || json_is_null(json)) return 0;
    Value value = drawing_value(drawing, json, NULL, 0);
    if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED) return 0;
    return lines_of_text(drawing, value_to_str(drawing->arena, value), lines);
  }
  List(Str) list = {0};
  for (size_t i = 0; i < json_array_size(json); i++)
    list_add(drawing->arena, &list,
             line_text(drawing, json_array_get(json, i)));
  *lines = list.items;
  return list.count;
}

const json_t *config_find(const Drawing *drawing, const char *group,
                          const char *name) {
  return json_object_get(json_object_get(drawing->config, group), name);
}

double config_number(const Drawing *drawing, const char *group,
                     const char *name, double fallback) {
  const json_t *json = config_find(drawing, group, name);
  return json_is_number(json) ? json_number_value(json) : fallback;
}
