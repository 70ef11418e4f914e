/* Which views share a scale. */
#include <string.h>

#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

static bool default_shares(const View *view, const char *kind,
                           Channel channel) {
  if (view->kind == VIEW_FACET && channel == CHANNEL_THETA) return false;
  if (view->kind != VIEW_CONCAT) return true;
  if (!strcmp(kind, "axis")) return false;
  return !channel_is_position(channel) && !channel_is_polar(channel) &&
         !channel_is_offset(channel);
}

static Str resolution(const View *view, const char *kind, Channel channel) {
  const json_t *resolve = json_object_get(view->spec, "resolve");
  return json_str(
      json_object_get(json_object_get(resolve, kind), channel_name(channel)));
}

bool view_shares(const View *view, const char *kind, Channel channel) {
  if (view->kind == VIEW_UNIT) return true;
  Str given = resolution(view, kind, channel);
  if (given.len) return str_is(given, "shared");
  if (strcmp(kind, "scale") && !view_shares(view, "scale", channel))
    return false;
  return default_shares(view, kind, channel);
}

enum { KIND_NUMERIC, KIND_TIME, KIND_PLACE, KIND_ORDINAL, KIND_CLASSES };

static int kind_of(ScaleType type) {
  if (scale_type_is_temporal(type)) return KIND_TIME;
  if (type == SCALE_BAND || type == SCALE_POINT) return KIND_PLACE;
  if (type == SCALE_ORDINAL || type == SCALE_BIN_ORDINAL) return KIND_ORDINAL;
  if (scale_type_is_discretizing(type)) return KIND_CLASSES;
  return KIND_NUMERIC;
}

static bool are_compatible(ScaleType a, ScaleType b) {
  int first = kind_of(a), second = kind_of(b);
  if (first == second) return true;
  return (first == KIND_PLACE && second == KIND_TIME) ||
         (first == KIND_TIME && second == KIND_PLACE);
}

static int precedence(ScaleType type) {
  switch (type) {
  case SCALE_BAND:
    return 11;
  case SCALE_POINT:
    return 10;
  case SCALE_LOG:
  case SCALE_POW:
  case SCALE_SQRT:
  case SCALE_SYMLOG:
    return 1;
  default:
    return 0;
  }
}

static void merge_missing(json_t *into, const json_t *from) {
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)from, name,
                      value) if (!json_object_get(into, name))
      json_object_set(into, name, value);
}

static void merge_scale(Drawing *drawing, ViewScale *into,
                        const ViewScale *from) {
  bool wins = from->type_is_given != into->type_is_given
                  ? from->type_is_given
                  : precedence(from->type) > precedence(into->type);
  if (wins) {
    into->type = from->type;
    into->type_is_given = from->type_is_given;
  }
  for (int i = 0; i < from->uses.count; i++)
    list_add(drawing->arena, &into->uses, from->uses.items[i]);
  merge_missing(into->given, from->given);
  merge_missing(into->implied, from->implied);
}

/* Lets a view, and those in it that share its scale, use another one. */
static void replace_scale(View *view, Channel channel, const ViewScale *old,
                          ViewScale *scale) {
  if (view->scales[channel] != old) return;
  view->scales[channel] = scale;
  for (int i = 0; i < view->kids.count; i++)
    replace_scale(view->kids.items[i], channel, old, scale);
}

static bool kids_are_compatible(const View *view, Channel channel) {
  const ViewScale *first = NULL;
  for (int i = 0; i < view->kids.count; i++) {
    const ViewScale *scale = view->kids.items[i]->scales[channel];
    if (!scale) continue;
    if (first && !are_compatible(first->type, scale->type)) return false;
    if (!first) first = scale;
  }
  return first != NULL;
}

static void merge_kids(Drawing *drawing, View *view, Channel channel) {
  if (!view_shares(view, "scale", channel)) return;
  if (!kids_are_compatible(view, channel)) return;
  ViewScale *shared = NULL;
  for (int i = 0; i < view->kids.count; i++) {
    View *kid = view->kids.items[i];
    ViewScale *scale = kid->scales[channel];
    if (!scale) continue;
    if (!shared) {
      shared = scale;
    } else {
      merge_scale(drawing, shared, scale);
      replace_scale(kid, channel, scale, shared);
    }
  }
  view->scales[channel] = shared;
}

static void add_scale(Drawing *drawing, View *view, ChannelDef *def,
                      Channel channel) {
  ScaleUse use = {view, def};
  ViewScale *scale = view->scales[channel];
  if (!scale) {
    const json_t *json = json_object_get(def->json, "scale");
    if (json_is_null(json)) return;
    scale = arena_new(drawing->arena, ViewScale);
    scale->channel = channel;
    scale->type = scale_type_of(view, def);
    scale->type_is_given = json_object_get(json, "type") != NULL;
    scale->given = drawing_keep(drawing, drawing_copy(drawing, json));
    scale->implied = drawing_keep(drawing, json_object());
    view->scales[channel] = scale;
  }
  list_add(drawing->arena, &scale->uses, use);
}

/* "scale": null, which speaks for x2 as for x. */
static bool has_no_scale(const View *view, Channel channel) {
  return json_is_null(json_object_get(view->encoding[channel].json, "scale"));
}

static void add_unit_scales(Drawing *drawing, View *view) {
  for (int i = 0; i < CHANNEL_COUNT; i++) {
    Channel channel = channel_of_scale((Channel)i);
    ChannelDef *def = &view->encoding[i];
    if (channel == CHANNEL_NONE || has_no_scale(view, channel)) continue;
    if (def_has_field_or_datum(def)) {
      if (def->type == TYPE_GEOJSON) continue;
      add_scale(drawing, view, def, channel);
    } else if (def->conditional) {
      add_scale(drawing, view, def->conditional, channel);
    }
  }
}

void scales_resolve(Drawing *drawing, View *view) {
  if (view->kind == VIEW_UNIT) {
    add_unit_scales(drawing, view);
    return;
  }
  for (int i = 0; i < view->kids.count; i++)
    scales_resolve(drawing, view->kids.items[i]);
  for (int i = 0; i < CHANNEL_COUNT; i++)
    if (channel_has_scale((Channel)i)) merge_kids(drawing, view, (Channel)i);
}
