/* Lines and areas with points, areas with lines: a layer of the mark and its
 * overlays. */
#include "chart/config/cascade.h"
#include "chart/normalize/normalize.h"

#include <glib.h>

static bool is_truthy(const json_t *json) {
  return json && !json_is_false(json) && !json_is_null(json);
}

/* The properties of an overlay as a new object; NULL: none is asked for. */
static json_t *overlay_of(const Drawing *drawing, const json_t *unit,
                          const char *name) {
  Str mark = mark_name(unit);
  const json_t *own = json_object_get(mark_object(unit), name);
  if (own && !is_truthy(own)) return NULL;
  if (json_is_string(own) && str_is(json_str(own), "transparent"))
    return json_pack("{s:i}", "opacity", 0);
  if (own)
    return json_is_object(own) ? json_copy((json_t *)own) : json_object();
  char type[16] = {0};
  g_strlcpy(type, mark.text, MIN(sizeof type, (size_t)mark.len + 1));
  const json_t *config = config_find(drawing, type, name);
  if (is_truthy(config))
    return json_is_object(config) ? json_copy((json_t *)config) : json_object();
  const json_t *encoding = json_object_get(unit, "encoding");
  if (str_is(str_from(name), "point") && json_object_get(encoding, "shape"))
    return json_object();
  return NULL;
}

static bool has_property(const Drawing *drawing, const json_t *unit,
                         const char *name) {
  return json_object_get(mark_object(unit), name) ||
         config_find(drawing, "area", name) ||
         config_find(drawing, "mark", name);
}

/* The mark without its overlays. `point: false` keeps config from asking
 * again. */
static json_t *plain_mark(const Drawing *drawing, const json_t *unit) {
  json_t *mark = json_object();
  if (str_is(mark_name(unit), "area") &&
      !has_property(drawing, unit, "opacity") &&
      !has_property(drawing, unit, "fillOpacity"))
    json_object_set_new(mark, "opacity", json_real(.7));
  const json_t *own = mark_object(unit);
  if (own) json_object_update(mark, (json_t *)own);
  Str type = mark_name(unit);
  json_object_set_new(mark, "type", json_stringn(type.text, (size_t)type.len));
  json_object_set_new(mark, "point", json_false());
  if (str_is(type, "area")) json_object_set_new(mark, "line", json_false());
  return mark;
}

/* What an overlay takes over from the mark, below its own properties. */
static json_t *overlay_mark(const json_t *unit, json_t *overlay,
                            const char *type, const char *const *kept) {
  json_t *mark = json_pack("{s:s}", "type", type);
  const json_t *own = mark_object(unit);
  for (; *kept; kept++) {
    json_t *value = json_object_get(own, *kept);
    if (value) json_object_set(mark, *kept, value);
  }
  if (str_is(str_from(type), "point")) {
    json_object_set_new(mark, "opacity", json_integer(1));
    json_object_set_new(mark, "filled", json_true());
  } else {
    json_object_set_new(mark, "point", json_false());
  }
  json_object_update(mark, overlay);
  json_decref(overlay);
  return mark;
}

static bool is_measure(const json_t *def) {
  return json_object_get(def, "aggregate") ||
         str_is(json_str(json_object_get(def, "type")), "quantitative");
}

/* Overlays of a stacked area are stacked as the area is. */
static json_t *overlay_encoding(const json_t *unit) {
  static const char *const gone[] = {"x2", "y2", NULL};
  static const char *const groups[] = {"color", "fill", "stroke", "detail",
                                       "opacity"};
  const json_t *encoding = json_object_get(unit, "encoding");
  json_t *copy = json_without(encoding, gone);
  bool grouped = false;
  for (int i = 0; i < 5; i++) {
    const json_t *def = json_object_get(encoding, groups[i]);
    grouped |= json_object_get(def, "field") != NULL || json_is_array(def);
  }
  const json_t *y = json_object_get(encoding, "y");
  const json_t *x = json_object_get(encoding, "x");
  const char *stacked = is_measure(y) ? "y" : is_measure(x) ? "x" : NULL;
  if (str_is(mark_name(unit), "area") && grouped && stacked &&
      !json_object_get(encoding, "y2") && !json_object_get(encoding, "x2")) {
    const json_t *def = json_object_get(encoding, stacked);
    if (!json_object_get(def, "stack")) {
      json_t *zero = json_pack("{s:s}", "stack", "zero");
      json_object_set_new(copy, stacked, json_merged(def, zero));
      json_decref(zero);
    }
  }
  return copy;
}

json_t *overlay_expand(Drawing *drawing, const json_t *unit) {
  static const char *const outer[] = {"mark", "encoding", "name", "params",
                                      NULL};
  static const char *const line_kept[] = {"clip", "interpolate", "tension",
                                          "tooltip", NULL};
  static const char *const point_kept[] = {"clip", "tooltip", NULL};
  static const char *const shape[] = {"shape", NULL};
  Str type = mark_name(unit);
  bool is_area = str_is(type, "area");
  if (!is_area && !str_is(type, "line") && !str_is(type, "rule") &&
      !str_is(type, "trail"))
    return NULL;
  json_t *point = overlay_of(drawing, unit, "point");
  json_t *line = is_area ? overlay_of(drawing, unit, "line") : NULL;
  if (!point && !line) return NULL;
  const json_t *encoding = json_object_get(unit, "encoding");
  json_t *kids = json_array();
  json_array_append_new(kids, json_pack("{s:o,s:o}", "mark",
                                        plain_mark(drawing, unit), "encoding",
                                        json_without(encoding, shape)));
  if (line)
    json_array_append_new(kids,
                          json_pack("{s:o,s:o}", "mark",
                                    overlay_mark(unit, line, "line", line_kept),
                                    "encoding", overlay_encoding(unit)));
  if (point)
    json_array_append_new(
        kids, json_pack("{s:o,s:o}", "mark",
                        overlay_mark(unit, point, "point", point_kept),
                        "encoding", overlay_encoding(unit)));
  json_t *layer = json_without(unit, outer);
  json_object_set_new(layer, "layer", kids);
  return layer;
}
