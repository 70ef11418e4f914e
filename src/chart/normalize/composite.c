#include "chart/normalize/composite.h"

#include <glib.h>
#include <string.h>

#include "chart/config/cascade.h"
#include "chart/normalize/normalize.h"
#include "chart/spec/read_view.h"

static json_t *json_text(Str text) {
  return json_stringn(text.text, (size_t)text.len);
}

/* The field's name as part of a new field's name. */
static Str plain_field(Arena *arena, Str field) {
  StrBuf plain = {.arena = arena};
  for (int i = 0; i < field.len; i++)
    strbuf_add(&plain, strchr(".[]'\"\\", field.text[i])
                           ? S("_")
                           : str_slice(field, i, i + 1));
  return strbuf_str(&plain);
}

static bool is_continuous(const Composite *composite, const json_t *def) {
  ChannelDef read = channel_def_read(composite->drawing, def, CHANNEL_X);
  return def_has_field_or_datum(&read) && !read.bin && !read.is_binned &&
         (read.type == TYPE_QUANTITATIVE || read.type == TYPE_TEMPORAL);
}

static bool is_temporal(const Composite *composite, const json_t *def) {
  ChannelDef read = channel_def_read(composite->drawing, def, CHANNEL_X);
  return read.type == TYPE_TEMPORAL;
}

/* Vega-Lite's rule for which axis is summed up; false: none can be. */
static bool choose_axis(Composite *composite, const json_t *encoding) {
  const json_t *x = json_object_get(encoding, "x");
  const json_t *y = json_object_get(encoding, "y");
  Str orient = json_str(json_object_get(composite->mark, "orient"));
  bool x_runs = is_continuous(composite, x),
       y_runs = is_continuous(composite, y);
  if (!x_runs && !y_runs) return false;
  composite->vertical = y_runs;
  if (x_runs && y_runs) {
    Str x_aggregate = json_str(json_object_get(x, "aggregate"));
    bool named = str_is(x_aggregate, composite->name);
    composite->vertical =
        !named && !(is_temporal(composite, y) && !is_temporal(composite, x));
  }
  if (orient.len) composite->vertical = str_is(orient, "vertical");
  if (json_object_get(encoding, "x2") || json_object_get(encoding, "xError"))
    composite->vertical = false;
  if (json_object_get(encoding, "y2") || json_object_get(encoding, "yError"))
    composite->vertical = true;
  composite->axis = composite->vertical ? "y" : "x";
  composite->definition = json_object_get(encoding, composite->axis);
  composite->field = json_str(json_object_get(composite->definition, "field"));
  return composite->field.len > 0;
}

static void group_by(Composite *composite, Str field) {
  json_array_append_new(composite->groupby, json_text(field));
}

/* A copy of a definition that names a column and has the words of the old one
 * as its title. */
static json_t *renamed(Composite *composite, const json_t *def,
                       const ChannelDef *read, Str field) {
  static const char *const gone[] = {"aggregate", "bin", "timeUnit", NULL};
  static const char *const types[] = {"",        "quantitative", "temporal",
                                      "ordinal", "nominal",      "geojson"};
  json_t *copy = json_without(def, gone);
  json_object_set_new(copy, "field", json_text(field));
  json_object_set_new(copy, "type", json_string(types[read->type]));
  if (!json_object_get(copy, "title"))
    json_object_set_new(copy, "title",
                        json_text(def_title(composite->drawing, read)));
  return copy;
}

static json_t *extract_aggregate(Composite *composite, const json_t *def,
                                 const ChannelDef *read) {
  Arena *arena = composite->drawing->arena;
  Str as = str_format(arena, "%.*s_%.*s", STR(read->aggregate),
                      STR(plain_field(arena, read->field)));
  json_t *operation = json_pack("{s:o,s:o}", "op", json_text(read->aggregate),
                                "as", json_text(as));
  if (read->field.len)
    json_object_set_new(operation, "field", json_text(read->field));
  json_array_append_new(composite->aggregates, operation);
  return renamed(composite, def, read, as);
}

static json_t *extract_bin(Composite *composite, const json_t *def,
                           const ChannelDef *read, const char *channel) {
  Arena *arena = composite->drawing->arena;
  Str as = str_format(arena, "bin_%.*s", STR(plain_field(arena, read->field)));
  Str end = str_format(arena, "%.*s_end", STR(as));
  json_t *bin = json_is_object(read->bin) ? json_copy((json_t *)read->bin)
                                          : json_pack("{s:i}", "maxbins", 10);
  json_array_append_new(composite->transforms,
                        json_pack("{s:o,s:o,s:[o,o]}", "bin", bin, "field",
                                  json_text(read->field), "as", json_text(as),
                                  json_text(end)));
  group_by(composite, as);
  group_by(composite, end);
  json_t *copy = renamed(composite, def, read, as);
  json_object_set_new(copy, "bin", json_string("binned"));
  char second[32];
  g_snprintf(second, sizeof second, "%s2", channel);
  json_object_set_new(composite->encoding, second,
                      json_pack("{s:o}", "field", json_text(end)));
  return copy;
}

static json_t *extract_time_unit(Composite *composite, const json_t *def,
                                 const ChannelDef *read) {
  Arena *arena = composite->drawing->arena;
  const json_t *unit = json_object_get(def, "timeUnit");
  Str name =
      json_str(json_is_object(unit) ? json_object_get(unit, "unit") : unit);
  Str as = str_format(arena, "%.*s_%.*s", STR(name),
                      STR(plain_field(arena, read->field)));
  json_array_append_new(composite->transforms,
                        json_pack("{s:O,s:o,s:o}", "timeUnit", unit, "field",
                                  json_text(read->field), "as", json_text(as)));
  group_by(composite, as);
  json_t *copy = renamed(composite, def, read, as);
  json_object_set_new(
      copy, "timeUnit",
      json_pack("{s:o,s:b}", "unit", json_text(name), "binned", 1));
  return copy;
}

static void group_by_listed(Composite *composite, const json_t *def) {
  Str field = json_str(json_object_get(def, "field"));
  if (field.len && !json_object_get(def, "aggregate"))
    group_by(composite, field);
}

/* Error bars and bands keep apart the values that their tooltips tell. */
static void group_by_tooltip(Composite *composite, const json_t *tooltip) {
  group_by_listed(composite, tooltip);
  for (size_t i = 0; i < json_array_size(tooltip); i++)
    group_by_listed(composite, json_array_get(tooltip, i));
}

/* One channel: what it asks of the data goes to transforms, the rest stays. */
static void extract(Composite *composite, const char *channel,
                    const json_t *def) {
  Channel known = channel_read(str_from(channel));
  ChannelDef read = channel_def_read(
      composite->drawing, def, known == CHANNEL_NONE ? CHANNEL_DETAIL : known);
  json_t *kept;
  if (json_is_array(def)) {
    for (size_t i = 0; i < json_array_size(def); i++)
      group_by_listed(composite, json_array_get(def, i));
    kept = json_incref((json_t *)def);
  } else if (read.aggregate.len && read.has_field) {
    kept = extract_aggregate(composite, def, &read);
  } else if (read.bin) {
    kept = extract_bin(composite, def, &read, channel);
  } else if (read.time_unit.parts && !read.time_unit.binned) {
    kept = extract_time_unit(composite, def, &read);
  } else {
    if (read.field.len) group_by(composite, read.field);
    kept = json_incref((json_t *)def);
  }
  json_object_set_new(composite->encoding, channel, kept);
}

static bool is_own(const Composite *composite, const char *channel) {
  if (strncmp(channel, composite->axis, 1)) return false;
  const char *rest = channel + 1;
  return !*rest || !strcmp(rest, "2") || !strcmp(rest, "Error") ||
         !strcmp(rest, "Error2");
}

bool composite_read(Drawing *drawing, const json_t *unit, const char *name,
                    Composite *composite) {
  const json_t *encoding = json_object_get(unit, "encoding");
  bool groups_tooltips = strcmp(name, "boxplot") != 0;
  *composite =
      (Composite){.drawing = drawing, .name = name, .mark = mark_object(unit)};
  if (!choose_axis(composite, encoding))
    return diag(drawing->diags, DIAG_CHART_BAD_SPEC,
                drawing_place(drawing, unit, "mark"),
                "a %s needs a quantitative or temporal field on x or y", name);
  composite->encoding = drawing_keep(drawing, json_object());
  composite->transforms = drawing_keep(drawing, json_array());
  composite->aggregates = drawing_keep(drawing, json_array());
  composite->groupby = drawing_keep(drawing, json_array());
  if (strcmp(name, "boxplot"))
    group_by_tooltip(composite, json_object_get(encoding, "tooltip"));
  const char *channel;
  json_t *def;
  json_object_foreach((json_t *)encoding, channel,
                      def) if (!is_own(composite, channel) &&
                               (groups_tooltips || strcmp(channel, "tooltip")))
      extract(composite, channel, def);
  return true;
}

const json_t *composite_property(const Composite *composite, const char *name) {
  const json_t *own = json_object_get(composite->mark, name);
  return own ? own : config_find(composite->drawing, composite->name, name);
}

static void copy_members(json_t *into, const json_t *from) {
  if (json_is_object(from)) json_object_update(into, (json_t *)from);
}

static bool is_off(const json_t *json) {
  return !json || json_is_false(json) || json_is_null(json);
}

static json_t *part_mark(const Composite *composite, const char *part,
                         json_t *mark) {
  static const char *const shared[] = {"clip", "color", "opacity"};
  json_t *whole = json_object();
  copy_members(whole, config_find(composite->drawing, composite->name, part));
  for (int i = 0; i < 3; i++) {
    json_t *value = json_object_get(composite->mark, shared[i]);
    if (value) json_object_set(whole, shared[i], value);
  }
  copy_members(whole, mark);
  char style[64];
  g_snprintf(style, sizeof style, "%s-%s", composite->name, part);
  json_object_set_new(whole, "style", json_string(style));
  copy_members(whole, json_object_get(composite->mark, part));
  json_decref(mark);
  return whole;
}

json_t *composite_part(const Composite *composite, const CompositePart *part) {
  static const char *const kept[] = {"scale", "axis"};
  const json_t *own = json_object_get(composite->mark, part->part);
  const json_t *config =
      config_find(composite->drawing, composite->name, part->part);
  if (own ? is_off(own) : is_off(config)) {
    json_decref(part->mark);
    return NULL;
  }
  Arena *arena = composite->drawing->arena;
  Str plain = plain_field(arena, composite->field);
  Str start = str_format(arena, "%s_%.*s", part->start, STR(plain));
  json_t *type = json_object_get(composite->definition, "type");
  json_t *title = json_object_get(composite->definition, "title");
  json_t *def = json_pack("{s:o}", "field", json_text(start));
  json_object_set_new(def, "type",
                      type ? json_incref(type) : json_string("quantitative"));
  json_object_set_new(def, "title",
                      title ? json_incref(title) : json_text(composite->field));
  for (int i = 0; i < 2; i++) {
    json_t *value = json_object_get(composite->definition, kept[i]);
    if (value) json_object_set(def, kept[i], value);
  }
  json_t *encoding = json_pack("{s:o}", composite->axis, def);
  if (part->end) {
    Str end = str_format(arena, "%s_%.*s", part->end, STR(plain));
    json_object_set_new(encoding, composite->vertical ? "y2" : "x2",
                        json_pack("{s:o}", "field", json_text(end)));
  }
  copy_members(encoding, part->encoding);
  return json_pack("{s:o,s:o}", "mark",
                   part_mark(composite, part->part, part->mark), "encoding",
                   encoding);
}

json_t *composite_operation(const Composite *composite, const char *op,
                            const char *prefix) {
  Arena *arena = composite->drawing->arena;
  Str as = str_format(arena, "%s_%.*s", prefix,
                      STR(plain_field(arena, composite->field)));
  return json_pack("{s:s,s:o,s:o}", "op", op, "field",
                   json_text(composite->field), "as", json_text(as));
}

json_t *composite_aggregate(const Composite *composite, json_t *operations) {
  json_array_extend(operations, composite->aggregates);
  return json_pack("{s:o,s:O}", "aggregate", operations, "groupby",
                   composite->groupby);
}

Str composite_datum(const Composite *composite, const char *prefix) {
  Arena *arena = composite->drawing->arena;
  return str_format(arena, "datum['%s_%.*s']", prefix,
                    STR(plain_field(arena, composite->field)));
}

json_t *composite_layers(const json_t *unit, json_t *transforms,
                         json_t *layers) {
  static const char *const gone[] = {"mark", "encoding", "params", "projection",
                                     NULL};
  json_t *whole = json_without(unit, gone);
  json_t *list = json_array();
  json_t *before = json_object_get(unit, "transform");
  if (before) json_array_extend(list, before);
  if (transforms) json_array_extend(list, transforms);
  json_decref(transforms);
  json_object_set_new(whole, "transform", list);
  json_object_set_new(whole, "layer", layers);
  return whole;
}
