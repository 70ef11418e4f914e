#include "chart/guide/style.h"

#include "base/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

bool style_color(Drawing *drawing, const json_t *json, Color *color) {
  if (!json || json_is_null(json)) return false;
  Value value = drawing_value(drawing, json, NULL, 0);
  return value.kind == VALUE_STRING && color_read(value_text(&value), color);
}

Paint style_paint(Drawing *drawing, const json_t *json) {
  Color color;
  return style_color(drawing, json, &color) ? paint_color(color) : (Paint){0};
}

double style_number(Drawing *drawing, const json_t *json, double fallback) {
  if (!json || json_is_null(json)) return fallback;
  Value value = drawing_value(drawing, json, NULL, 0);
  if (value.kind != VALUE_NUMBER || isnan(value.number)) return fallback;
  return value.number;
}

Color style_background(Drawing *drawing) {
  const json_t *own = json_object_get(drawing->tree->root, "background");
  Color color = {0};
  style_color(drawing,
              own ? own : json_object_get(drawing->config, "background"),
              &color);
  return color;
}

void style_dashes(Drawing *drawing, const json_t *json, Paints *paints) {
  int count = (int)json_array_size(json);
  if (!count) return;
  double *dashes = arena_array(drawing->arena, double, count), sum = 0;
  for (int i = 0; i < count; i++) {
    dashes[i] = json_number_value(json_array_get(json, (size_t)i));
    sum += dashes[i];
  }
  if (!(sum > 0)) return;
  paints->dashes = dashes;
  paints->dash_count = count;
}

int style_weight(Drawing *drawing, const json_t *json) {
  if (json_is_number(json)) return number_whole(json_number_value(json));
  Value value = drawing_value(drawing, json, NULL, 0);
  if (value.kind == VALUE_NUMBER) return number_whole(value.number);
  Str text = value_text(&value);
  if (str_is(text, "bold") || str_is(text, "bolder")) return 700;
  return str_is(text, "lighter") ? 300 : 400;
}

/* "label" + "FontSize" of the properties, else "fontSize" of the style. */
static const json_t *find(const GuideText *text, const char *name) {
  char key[64];
  if (text->prefix[0])
    g_snprintf(key, sizeof key, "%s%c%s", text->prefix, name[0] - 32, name + 1);
  else
    g_strlcpy(key, name, sizeof key);
  const json_t *found = cascade_find(text->properties, key);
  if (found) return found;
  const json_t *styles = json_object_get(text->drawing->config, "style");
  const json_t *style = json_object_get(styles, text->style);
  if (!strcmp(name, "color")) return json_object_get(style, "fill");
  return json_object_get(style, name);
}

static Str find_str(const GuideText *text, const char *name,
                    const char *fallback) {
  Value value = drawing_value(text->drawing, find(text, name), NULL, 0);
  return value.kind == VALUE_STRING ? value_text(&value) : str_from(fallback);
}

void guide_label_style(const GuideText *text, Label *label) {
  Drawing *drawing = text->drawing;
  label->style.family = find_str(text, "font", "sans-serif");
  label->style.size = style_number(drawing, find(text, "fontSize"), 10);
  label->style.weight = style_weight(drawing, find(text, "fontWeight"));
  Str slant = find_str(text, "fontStyle", "");
  label->style.italic = str_is(slant, "italic") || str_is(slant, "oblique");
  label->style.language = drawing->request->language;
  label->color = color_rgb(0);
  style_color(drawing, find(text, "color"), &label->color);
  label->opacity = style_number(drawing, find(text, "opacity"), 1);
  label->limit = style_number(drawing, find(text, "limit"), 0);
  label->line_height = style_number(drawing, find(text, "lineHeight"), 0);
}

Str value_lines(Arena *arena, Value value) {
  if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED)
    return (Str){0};
  if (value.kind != VALUE_ARRAY) return value_to_str(arena, value);
  StrBuf lines = {.arena = arena};
  for (int i = 0; i < value.len; i++) {
    if (i) strbuf_add_c(&lines, "\n");
    strbuf_add(&lines, value_to_str(arena, value.items[i]));
  }
  return strbuf_str(&lines);
}

const Str *str_lines(Arena *arena, Str text, int *count) {
  List(Str) lines = {0};
  int start = 0;
  for (int i = 0; i <= text.len; i++) {
    if (i < text.len && text.text[i] != '\n') continue;
    list_add(arena, &lines, str_slice(text, start, i));
    start = i + 1;
  }
  *count = lines.count;
  return lines.items;
}
