/* Scale types and properties that follow from marks, types and config. */
#include <math.h>

#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

static bool is_banded_mark(MarkType mark) {
  return mark == MARK_RECT || mark == MARK_BAR || mark == MARK_IMAGE ||
         mark == MARK_RULE || mark == MARK_TICK;
}

bool view_has_offset(const View *view, Channel channel) {
  if (!channel_is_position(channel)) return false;
  const ChannelDef *def = &view->encoding[channel];
  if (!def_has_field_or_datum(def)) return false;
  if (def->type != TYPE_ORDINAL && def->type != TYPE_NOMINAL &&
      !def->time_unit.parts)
    return false;
  Channel offset = channel == CHANNEL_X ? CHANNEL_X_OFFSET : CHANNEL_Y_OFFSET;
  return def_has_field_or_datum(&view->encoding[offset]);
}

static ScaleType type_of_place(const View *view, const ChannelDef *def,
                               Channel channel) {
  if (channel_is_position(channel) || channel_is_offset(channel)) {
    if (is_banded_mark(view->mark) || view_has_offset(view, channel))
      return SCALE_BAND;
  } else if (view->mark == MARK_ARC && channel_is_polar(channel)) {
    return SCALE_BAND;
  }
  const json_t *size = json_object_get(
      view->mark_json, channel == CHANNEL_X ? "width" : "height");
  if (channel_is_position(channel) && json_object_get(size, "band"))
    return SCALE_BAND;
  if (json_object_get(json_object_get(def->json, "axis"), "tickBand"))
    return SCALE_BAND;
  return SCALE_POINT;
}

static ScaleType default_type(const View *view, const ChannelDef *def,
                              Channel channel) {
  bool listed = channel_is_discrete(channel);
  switch (def->type) {
  case TYPE_TEMPORAL:
    if (channel_is_color(channel)) return SCALE_TIME;
    if (listed) return SCALE_ORDINAL;
    return def->time_unit.utc ? SCALE_UTC : SCALE_TIME;
  case TYPE_QUANTITATIVE:
    if (channel_is_color(channel))
      return def->bin ? SCALE_BIN_ORDINAL : SCALE_LINEAR;
    return listed ? SCALE_ORDINAL : SCALE_LINEAR;
  default:
    if (channel_is_color(channel) || listed) return SCALE_ORDINAL;
    return type_of_place(view, def, channel);
  }
}

/* Whether a scale type suits the data and the channel at all. */
static bool is_suitable(ScaleType type, const ChannelDef *def,
                        Channel channel) {
  bool discrete = scale_type_is_discrete(type);
  if (type == SCALE_BIN_ORDINAL && !def->bin) return false;
  if (type == SCALE_ORDINAL &&
      (channel_is_position(channel) || channel_is_offset(channel)))
    return false;
  if (def->type == TYPE_NOMINAL || def->type == TYPE_ORDINAL) return discrete;
  if (def->type == TYPE_QUANTITATIVE && scale_type_is_temporal(type))
    return false;
  return true;
}

ScaleType scale_type_of(const View *view, const ChannelDef *def) {
  Channel channel = channel_of_scale(def->channel);
  const json_t *scale = json_object_get(def->json, "scale");
  ScaleType type;
  Str name = json_str(json_object_get(scale, "type"));
  if (scale_type_read(name, &type) && is_suitable(type, def, channel))
    return type;
  return default_type(view, def, channel);
}

const json_t *scale_property(const ViewScale *scale, const char *name) {
  const json_t *given = json_object_get(scale->given, name);
  return given ? given : json_object_get(scale->implied, name);
}

static void imply(ViewScale *scale, const char *name, json_t *value) {
  if (value) json_object_set_new(scale->implied, name, value);
}

static json_t *config_copy(const Drawing *drawing, const char *name) {
  json_t *value = (json_t *)config_find(drawing, "scale", name);
  return value ? json_incref(value) : NULL;
}

static bool has_list_domain(const ViewScale *scale) {
  return json_is_array(json_object_get(scale->given, "domain"));
}

static bool is_given(const ViewScale *scale, const char *name) {
  const json_t *value = json_object_get(scale->given, name);
  return value && !json_is_null(value);
}

static void imply_nice(ViewScale *scale, const ChannelDef *def) {
  if (def->bin || def->is_binned || has_list_domain(scale) ||
      is_given(scale, "domainMin") || is_given(scale, "domainMax") ||
      scale_type_is_temporal(scale->type))
    return;
  if (channel_is_position(scale->channel)) imply(scale, "nice", json_true());
}

static bool zero_by_domain(const json_t *domain) {
  double first = json_number_value(json_array_get(domain, 0));
  double last =
      json_number_value(json_array_get(domain, json_array_size(domain) - 1));
  return json_is_number(json_array_get(domain, 0)) && first <= 0 && last >= 0;
}

/* Whether zero belongs to the domain: Vega-Lite's rules. */
static bool implies_zero(const Drawing *drawing, const ViewScale *scale,
                         const ScaleUse *use) {
  const json_t *domain = json_object_get(scale->given, "domain");
  const View *view = use->view;
  const ChannelDef *def = use->def;
  Channel channel = scale->channel;
  if (domain && !json_is_string(domain) && !json_is_null(domain) &&
      scale_type_is_continuous(scale->type))
    return json_is_array(domain) && zero_by_domain(domain);
  if (channel == CHANNEL_SIZE && def->type == TYPE_QUANTITATIVE &&
      !scale_type_is_discretizing(scale->type))
    return true;
  if (def->bin || def->is_binned ||
      (!channel_is_position(channel) && !channel_is_polar(channel)))
    return false;
  bool oriented = view->mark == MARK_BAR || view->mark == MARK_AREA ||
                  view->mark == MARK_LINE || view->mark == MARK_TRAIL;
  if (oriented &&
      ((view->orient == ORIENT_HORIZONTAL && channel == CHANNEL_Y) ||
       (view->orient == ORIENT_VERTICAL && channel == CHANNEL_X)))
    return false;
  Channel second = channel_second(channel);
  bool ranged = second != CHANNEL_NONE && view->encoding[second].json;
  if ((view->mark == MARK_BAR || view->mark == MARK_AREA) && !ranged)
    return true;
  return json_is_true(config_find(drawing, "scale", "zero"));
}

static const json_t *inner_padding(const Drawing *drawing, const ScaleUse *use,
                                   Channel channel) {
  if (view_has_offset(use->view, channel))
    return config_find(drawing, "scale", "bandWithNestedOffsetPaddingInner");
  const json_t *all = config_find(drawing, "scale", "bandPaddingInner");
  if (all) return all;
  const char *name = use->view->mark == MARK_BAR    ? "barBandPaddingInner"
                     : use->view->mark == MARK_TICK ? "tickBandPaddingInner"
                                                    : "rectBandPaddingInner";
  return config_find(drawing, "scale", name);
}

static void imply_band_padding(const Drawing *drawing, ViewScale *scale,
                               const ScaleUse *use) {
  Channel channel = scale->channel;
  if (is_given(scale, "padding")) return;
  if (channel_is_offset(channel)) {
    if (scale->type == SCALE_POINT) {
      imply(scale, "paddingOuter", json_real(.5));
      return;
    }
    imply(scale, "paddingInner",
          config_copy(drawing, "offsetBandPaddingInner"));
    imply(scale, "paddingOuter",
          config_copy(drawing, "offsetBandPaddingOuter"));
    return;
  }
  if (!channel_is_position(channel) || scale->type != SCALE_BAND) return;
  const json_t *inner = inner_padding(drawing, use, channel);
  imply(scale, "paddingInner", json_incref((json_t *)inner));
  const json_t *given = json_object_get(scale->given, "paddingInner");
  double half = json_number_value(given ? given : inner) / 2;
  json_t *outer = config_copy(drawing, "bandPaddingOuter");
  if (view_has_offset(use->view, channel))
    outer = config_copy(drawing, "bandWithNestedOffsetPaddingOuter");
  imply(scale, "paddingOuter", outer ? outer : json_real(half));
}

static void imply_padding(Drawing *drawing, ViewScale *scale,
                          const ScaleUse *use) {
  if (!channel_is_position(scale->channel)) return;
  if (scale->type == SCALE_POINT) {
    imply(scale, "padding", config_copy(drawing, "pointPadding"));
    return;
  }
  if (!scale_type_is_continuous(scale->type)) return;
  json_t *config = config_copy(drawing, "continuousPadding");
  if (config) {
    imply(scale, "padding", config);
    return;
  }
  const View *view = use->view;
  const ChannelDef *def = use->def;
  if (view->mark != MARK_BAR || def->bin || def->is_binned ||
      def->time_unit.parts)
    return;
  if ((view->orient == ORIENT_VERTICAL && scale->channel == CHANNEL_X) ||
      (view->orient == ORIENT_HORIZONTAL && scale->channel == CHANNEL_Y))
    imply(scale, "padding",
          json_real(config_number(drawing, "bar", "continuousBandSize", 5)));
}

/* What the config says of all scales; bands are not clamped. */
static void imply_config(const Drawing *drawing, ViewScale *scale) {
  bool continuous = scale_type_is_continuous(scale->type);
  imply(scale, "round", config_copy(drawing, "round"));
  if (scale->channel == CHANNEL_X)
    imply(scale, "reverse", config_copy(drawing, "xReverse"));
  if (continuous) imply(scale, "clamp", config_copy(drawing, "clamp"));
}

void scale_imply(Drawing *drawing, ViewScale *scale, const ScaleUse *use) {
  const ChannelDef *def = use->def;
  imply_config(drawing, scale);
  imply_nice(scale, def);
  imply_padding(drawing, scale, use);
  imply_band_padding(drawing, scale, use);
  if (scale_type_is_continuous(scale->type) &&
      str_is(json_str(json_object_get(def->json, "sort")), "descending"))
    imply(scale, "reverse", json_true());
  imply(scale, "zero", json_boolean(implies_zero(drawing, scale, use)));
  if (channel_is_color(scale->channel) && def->type != TYPE_NOMINAL)
    imply(scale, "interpolate", json_string("hcl"));
}

double def_band_position(const View *view, const ChannelDef *def) {
  const json_t *own = json_object_get(def->json, "bandPosition");
  if (json_is_number(own)) return json_number_value(own);
  if (channel_of_scale(def->channel) != def->channel) return NAN;
  Channel second = channel_second(def->channel);
  bool has_second = second != CHANNEL_NONE && view->encoding[second].json;
  if (def->time_unit.parts && !has_second) {
    const json_t *position = mark_config(view, "timeUnitBandPosition");
    return json_is_number(position) ? json_number_value(position) : NAN;
  }
  return def->bin ? .5 : NAN;
}

void def_move_period(const View *view, const ChannelDef *def, double *from,
                     double *to) {
  double position = def_band_position(view, def);
  if (!def->time_unit.parts || isnan(position) || position == .5) return;
  double before = time_unit_offset(def->time_unit, *from, -1);
  double start = (.5 - position) * before + (.5 + position) * *from;
  *to = (.5 - position) * *from + (.5 + position) * *to;
  *from = start;
}

bool def_has_band_end(const View *view, const ChannelDef *def) {
  if (!def->bin && !(def->time_unit.parts && def->type == TYPE_TEMPORAL))
    return false;
  return !isnan(def_band_position(view, def));
}

static void merge_implied(json_t *into, const json_t *from) {
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)from, name,
                      value) if (!json_object_get(into, name))
      json_object_set(into, name, value);
}

/* The first use that says something wins; second ends say nothing. */
static void imply_all(Drawing *drawing, ViewScale *scale) {
  json_t *whole = drawing_keep(drawing, json_object());
  bool has_first = false;
  for (int i = 0; i < scale->uses.count; i++)
    has_first |= scale->uses.items[i].def->channel == scale->channel;
  for (int i = 0; i < scale->uses.count; i++) {
    const ScaleUse *use = &scale->uses.items[i];
    if (has_first && use->def->channel != scale->channel) continue;
    scale->implied = drawing_keep(drawing, json_object());
    scale_imply(drawing, scale, use);
    merge_implied(whole, scale->implied);
  }
  scale->implied = whole;
}

void scales_imply(Drawing *drawing, View *view) {
  for (int i = 0; i < CHANNEL_COUNT; i++) {
    ViewScale *scale = view->scales[i];
    if (!scale || (view->parent && view->parent->scales[i] == scale)) continue;
    imply_all(drawing, scale);
  }
  for (int i = 0; i < view->kids.count; i++)
    scales_imply(drawing, view->kids.items[i]);
}
