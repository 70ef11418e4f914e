/* The channels row, column and facet of a unit become a facet around it. */
#include "chart/normalize/normalize.h"

/* Moves the layout properties of a channel to the facet; by row and column
 * where `side` names one. */
static json_t *without_layout(json_t *facet, const json_t *def,
                              const char *side) {
  static const char *const layout[] = {"align", "center", "spacing", "columns",
                                       NULL};
  json_t *rest = json_without(def, layout);
  for (int i = 0; layout[i]; i++) {
    json_t *value = json_object_get(def, layout[i]);
    if (!value) continue;
    if (!side) {
      json_object_set(facet, layout[i], value);
      continue;
    }
    json_t *sides = json_object_get(facet, layout[i]);
    if (!json_is_object(sides)) {
      sides = json_object();
      json_object_set_new(facet, layout[i], sides);
    }
    json_object_set(sides, side, value);
  }
  return rest;
}

json_t *facet_channels_expand(const json_t *unit) {
  static const char *const channels[] = {"row", "column", "facet", NULL};
  static const char *const inner[] = {"mark", "encoding",   "width",  "height",
                                      "view", "projection", "params", NULL};
  const json_t *encoding = json_object_get(unit, "encoding");
  json_t *facet = json_without(unit, inner);
  json_t *spec = json_object();
  for (int i = 0; inner[i]; i++) {
    json_t *value = json_object_get(unit, inner[i]);
    if (value) json_object_set(spec, inner[i], value);
  }
  json_object_set_new(spec, "encoding", json_without(encoding, channels));
  json_object_set_new(facet, "spec", spec);
  json_t *row = json_object_get(encoding, "row");
  json_t *column = json_object_get(encoding, "column");
  if (!row && !column) {
    json_object_set_new(
        facet, "facet",
        without_layout(facet, json_object_get(encoding, "facet"), NULL));
    return facet;
  }
  json_t *mapping = json_object();
  if (row)
    json_object_set_new(mapping, "row", without_layout(facet, row, "row"));
  if (column)
    json_object_set_new(mapping, "column",
                        without_layout(facet, column, "column"));
  json_object_set_new(facet, "facet", mapping);
  return facet;
}
