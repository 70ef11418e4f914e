#include "chart/normalize/normalize.h"

#include <glib.h>

#include "base/limits.h"

Str mark_name(const json_t *unit) {
  const json_t *mark = json_object_get(unit, "mark");
  return json_str(json_is_object(mark) ? json_object_get(mark, "type") : mark);
}

const json_t *mark_object(const json_t *unit) {
  const json_t *mark = json_object_get(unit, "mark");
  return json_is_object(mark) ? mark : NULL;
}

json_t *json_merged(const json_t *base, const json_t *over) {
  json_t *merged = base ? json_copy((json_t *)base) : json_object();
  if (over) json_object_update(merged, (json_t *)over);
  return merged;
}

json_t *json_without(const json_t *object, const char *const *names) {
  json_t *copy = object ? json_copy((json_t *)object) : json_object();
  for (; *names; names++)
    json_object_del(copy, *names);
  return copy;
}

static bool is_definition(const json_t *json) {
  return json_object_get(json, "field") || json_object_get(json, "datum") ||
         json_object_get(json, "aggregate");
}

/* A channel as the parent and the view itself define it. */
static json_t *merged_channel(Drawing *drawing, const json_t *parent,
                              const json_t *own) {
  const json_t *condition = json_object_get(own, "condition");
  if (is_definition(own) && json_is_object(parent)) {
    json_t *merged = json_merged(parent, own);
    tree_place_copy(drawing->tree, merged, own);
    return merged;
  }
  if (json_is_object(condition) && is_definition(condition) &&
      json_is_object(parent)) {
    json_t *merged = drawing_copy(drawing, own);
    json_object_set_new(merged, "condition", json_merged(parent, condition));
    return merged;
  }
  return json_incref((json_t *)own);
}

/* The encoding of a view inside a layer that has one, a new reference. */
static json_t *merged_encoding(Drawing *drawing, const json_t *parent,
                               const json_t *own) {
  json_t *merged = json_object();
  tree_place_copy(drawing->tree, merged, own ? own : parent);
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)parent, name, value)
      json_object_set(merged, name, value);
  json_object_foreach((json_t *)own, name, value) json_object_set_new(
      merged, name,
      merged_channel(drawing, json_object_get(parent, name), value));
  return merged;
}

typedef struct Expansion {
  const char *mark; /* NULL: of any */
  UnitExpansion *expand;
} Expansion;

static const Expansion expansions[] = {
    {"boxplot", boxplot_expand},
    {"errorbar", errorbar_expand},
    {"errorband", errorband_expand},
    {NULL, overlay_expand},
};

static json_t *normalize_view(Drawing *drawing, const json_t *spec,
                              const json_t *encoding, int depth);

static json_t *normalize_unit(Drawing *drawing, const json_t *spec,
                              const json_t *parent, int depth) {
  json_t *unit = drawing_copy(drawing, spec);
  const json_t *own = json_object_get(spec, "encoding");
  if (parent)
    json_object_set_new(unit, "encoding",
                        merged_encoding(drawing, parent, own));
  json_t *expanded = NULL;
  const json_t *encoding = json_object_get(unit, "encoding");
  if (json_object_get(encoding, "row") || json_object_get(encoding, "column") ||
      json_object_get(encoding, "facet"))
    expanded = facet_channels_expand(unit);
  for (size_t i = 0; !expanded && i < G_N_ELEMENTS(expansions); i++) {
    const Expansion *row = &expansions[i];
    if (!row->mark || str_is(mark_name(unit), row->mark))
      expanded = row->expand(drawing, unit);
  }
  if (!expanded) return unit;
  json_decref(unit);
  json_t *whole = normalize_view(drawing, expanded, NULL, depth + 1);
  json_decref(expanded);
  return whole;
}

/* Replaces the views in the named array by normalised ones. */
static json_t *normalize_list(Drawing *drawing, const json_t *spec,
                              const char *name, const json_t *encoding,
                              int depth) {
  json_t *whole = drawing_copy(drawing, spec);
  json_t *list = json_array();
  const json_t *kids = json_object_get(spec, name);
  for (size_t i = 0; i < json_array_size(kids); i++) {
    if (!json_is_object(json_array_get(kids, i))) continue; /* told before */
    json_t *kid =
        normalize_view(drawing, json_array_get(kids, i), encoding, depth + 1);
    if (kid) json_array_append_new(list, kid);
  }
  json_object_set_new(whole, name, list);
  return whole;
}

static json_t *normalize_layer(Drawing *drawing, const json_t *spec,
                               const json_t *parent, int depth) {
  const json_t *own = json_object_get(spec, "encoding");
  json_t *encoding =
      parent || own ? merged_encoding(drawing, parent, own) : NULL;
  json_t *layer = normalize_list(drawing, spec, "layer", encoding, depth);
  json_object_del(layer, "encoding");
  json_decref(encoding);
  return layer;
}

static json_t *normalize_facet(Drawing *drawing, const json_t *spec,
                               int depth) {
  json_t *kid =
      normalize_view(drawing, json_object_get(spec, "spec"), NULL, depth + 1);
  if (!kid) return NULL;
  json_t *facet = drawing_copy(drawing, spec);
  json_object_set_new(facet, "spec", kid);
  return facet;
}

static json_t *normalize_view(Drawing *drawing, const json_t *spec,
                              const json_t *encoding, int depth) {
  static const char *const lists[] = {"concat", "hconcat", "vconcat"};
  if (depth > LIMIT_VIEW_DEPTH) {
    diag(drawing->diags, DIAG_CHART_LIMIT, drawing_place(drawing, spec, NULL),
         "views are nested more than %d deep", LIMIT_VIEW_DEPTH);
    return NULL;
  }
  if (json_object_get(spec, "repeat")) {
    json_t *expanded = repeat_expand(drawing, spec);
    json_t *whole = expanded
                        ? normalize_view(drawing, expanded, encoding, depth + 1)
                        : NULL;
    json_decref(expanded);
    return whole;
  }
  if (json_is_array(json_object_get(spec, "layer")))
    return normalize_layer(drawing, spec, encoding, depth);
  if (json_object_get(spec, "facet") && json_object_get(spec, "spec"))
    return normalize_facet(drawing, spec, depth);
  for (int i = 0; i < 3; i++)
    if (json_is_array(json_object_get(spec, lists[i])))
      return normalize_list(drawing, spec, lists[i], NULL, depth);
  if (json_object_get(spec, "mark"))
    return normalize_unit(drawing, spec, encoding, depth);
  diag(drawing->diags, DIAG_CHART_BAD_SPEC, drawing_place(drawing, spec, NULL),
       "this view has no mark and holds no other views");
  diag_hint(drawing->diags,
            "give it \"mark\" and \"encoding\", or one of layer, facet, "
            "hconcat, vconcat, concat, repeat");
  return NULL;
}

const json_t *spec_normalize(Drawing *drawing, const json_t *spec) {
  return drawing_keep(drawing, normalize_view(drawing, spec, NULL, 0));
}
