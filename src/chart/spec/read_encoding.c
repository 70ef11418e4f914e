/* Encodings: JSON becomes channel definitions. */
#include <glib.h>
#include <string.h>

#include "chart/spec/channel_marks.h"
#include "chart/spec/read_view.h"
#include "chart/transform/tally.h"

static FieldType type_named(Str name) {
  static const char *const names[] = {"quantitative", "temporal", "ordinal",
                                      "nominal", "geojson"};
  for (int i = 0; i < 5; i++)
    if (str_is(name, names[i])) return (FieldType)(TYPE_QUANTITATIVE + i);
  return TYPE_NONE;
}

static FieldType type_by_scale(const json_t *json) {
  ScaleType type;
  Str name = json_str(json_object_get(json_object_get(json, "scale"), "type"));
  if (!scale_type_read(name, &type)) return TYPE_NOMINAL;
  if (scale_type_is_temporal(type)) return TYPE_TEMPORAL;
  if (scale_type_is_continuous(type) || scale_type_is_discretizing(type))
    return TYPE_QUANTITATIVE;
  return TYPE_NOMINAL;
}

static FieldType type_of_datum(const json_t *datum) {
  double moment;
  if (json_is_number(datum)) return TYPE_QUANTITATIVE;
  if (date_time_read(datum, &moment)) return TYPE_TEMPORAL;
  if (json_is_expression(datum)) return TYPE_QUANTITATIVE;
  return TYPE_NOMINAL;
}

static bool is_arg_aggregate(const ChannelDef *def) {
  return str_is(def->aggregate, "argmin") || str_is(def->aggregate, "argmax");
}

/* Vega-Lite's type where none is given. */
static FieldType default_type(const ChannelDef *def) {
  if (def->datum) return type_of_datum(def->datum);
  switch (def->channel) {
  case CHANNEL_LATITUDE:
  case CHANNEL_LONGITUDE:
    return TYPE_QUANTITATIVE;
  case CHANNEL_ROW:
  case CHANNEL_COLUMN:
  case CHANNEL_FACET:
  case CHANNEL_SHAPE:
  case CHANNEL_STROKE_DASH:
    return TYPE_NOMINAL;
  case CHANNEL_ORDER:
    return TYPE_ORDINAL;
  default:
    break;
  }
  if (json_is_array(json_object_get(def->json, "sort"))) return TYPE_ORDINAL;
  if (def->time_unit.parts) return TYPE_TEMPORAL;
  if (def->bin || def->is_binned ||
      (def->aggregate.len && !is_arg_aggregate(def)))
    return TYPE_QUANTITATIVE;
  return type_by_scale(def->json);
}

/* An operation that nobody knows ends the chart. */
static bool is_operation(Drawing *drawing, const ChannelDef *def) {
  int count;
  const char *const *names = aggregate_op_names(drawing->arena, &count);
  for (int i = 0; i < count; i++)
    if (str_is(def->aggregate, names[i])) return true;
  diag(drawing->diags, DIAG_CHART_BAD_SPEC,
       drawing_place(drawing, def->json, "aggregate"),
       "there is no aggregate operation '%.*s'", STR(def->aggregate));
  diag_hint_nearest(drawing->diags, def->aggregate, names, count);
  return false;
}

static void read_aggregate(Drawing *drawing, ChannelDef *def) {
  const json_t *aggregate = json_object_get(def->json, "aggregate");
  if (json_is_string(aggregate)) def->aggregate = json_str(aggregate);
  if (def->aggregate.len && !is_operation(drawing, def))
    def->aggregate = (Str){0};
  static const char *const ops[] = {"argmin", "argmax"};
  for (int i = 0; i < 2; i++) {
    const json_t *field = json_object_get(aggregate, ops[i]);
    if (!field) continue;
    def->aggregate = str_from(ops[i]);
    def->aggregate_field = json_str(field);
  }
}

static void read_bin(ChannelDef *def) {
  const json_t *bin = json_object_get(def->json, "bin");
  def->is_binned = str_is(json_str(bin), "binned") ||
                   json_is_true(json_object_get(bin, "binned"));
  if (!def->is_binned && (json_is_true(bin) || json_is_object(bin)))
    def->bin = bin;
}

static void read_time_unit(Drawing *drawing, ChannelDef *def) {
  const json_t *json = json_object_get(def->json, "timeUnit");
  Str name =
      json_str(json_is_object(json) ? json_object_get(json, "unit") : json);
  if (!json) return;
  if (name.len && !time_unit_read(name, &def->time_unit)) {
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, def->json, "timeUnit"),
         "'%.*s' is no time unit; it is ignored", STR(name));
    static const char *const names[] = {
        "year",          "quarter",  "month",     "week",
        "date",          "day",      "dayofyear", "hours",
        "minutes",       "seconds",  "yearmonth", "yearquarter",
        "yearmonthdate", "yearweek", "monthdate", "hoursminutes"};
    diag_hint_nearest(drawing->diags, name, names,
                      sizeof names / sizeof *names);
    return;
  }
  const json_t *step = json_object_get(json, "step");
  if (json_is_number(step)) def->time_unit.step = json_number_value(step);
  if (json_is_true(json_object_get(json, "utc"))) def->time_unit.utc = true;
  if (json_is_true(json_object_get(json, "binned")))
    def->time_unit.binned = true;
}

static void read_type(Drawing *drawing, ChannelDef *def) {
  Str name = json_str(json_object_get(def->json, "type"));
  def->type = type_named(name);
  if (name.len && def->type == TYPE_NONE) {
    static const char *const names[] = {"quantitative", "temporal", "ordinal",
                                        "nominal", "geojson"};
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, def->json, "type"), "'%.*s' is no type of data",
         STR(name));
    diag_hint(drawing->diags,
              "one of: quantitative temporal ordinal nominal geojson");
    diag_hint_nearest(drawing->diags, name, names, 5);
  }
  bool counts =
      str_is(def->aggregate, "count") || str_is(def->aggregate, "distinct") ||
      str_is(def->aggregate, "valid") || str_is(def->aggregate, "missing");
  if (counts && def->type != TYPE_NONE) def->type = TYPE_QUANTITATIVE;
  if (def->type == TYPE_NONE) def->type = default_type(def);
}

/* The first condition that has a field of its own. */
static void read_condition(Drawing *drawing, ChannelDef *def) {
  const json_t *found = NULL;
  if (json_object_get(def->condition, "field") ||
      json_object_get(def->condition, "aggregate"))
    found = def->condition;
  for (size_t i = 0; !found && i < json_array_size(def->condition); i++)
    if (json_object_get(json_array_get(def->condition, i), "field"))
      found = json_array_get(def->condition, i);
  if (!found) return;
  def->conditional = arena_new(drawing->arena, ChannelDef);
  *def->conditional = channel_def_read(drawing, found, def->channel);
}

ChannelDef channel_def_read(Drawing *drawing, const json_t *json,
                            Channel channel) {
  ChannelDef def = {.json = json, .channel = channel};
  if (!json_is_object(json)) return (ChannelDef){.channel = channel};
  def.datum = json_object_get(json, "datum");
  def.value = json_object_get(json, "value");
  def.condition = json_object_get(json, "condition");
  const json_t *field = json_object_get(json, "field");
  def.field = json_str(field);
  if (json_is_number(field))
    def.field = str_format(drawing->arena, "%g", json_number_value(field));
  read_aggregate(drawing, &def);
  read_bin(&def);
  read_time_unit(drawing, &def);
  if (json_object_get(field, "repeat")) {
    diag(drawing->diags, DIAG_CHART_BAD_SPEC,
         drawing_place(drawing, json, "field"),
         "no \"repeat\" around this view gives '%.*s'",
         STR(json_str(json_object_get(field, "repeat"))));
  }
  def.has_field = def.field.len > 0 || str_is(def.aggregate, "count");
  if (def.has_field) def.datum = NULL;
  if (def.has_field || def.datum) read_type(drawing, &def);
  read_condition(drawing, &def);
  return def;
}

static void read_list(Drawing *drawing, const json_t *json, Channel channel,
                      ChannelDefList *list) {
  if (json_is_object(json))
    list_add(drawing->arena, list, channel_def_read(drawing, json, channel));
  for (size_t i = 0; i < json_array_size(json); i++)
    list_add(drawing->arena, list,
             channel_def_read(drawing, json_array_get(json, i), channel));
}

/* A second end has its first end's type, and `fill` wins over `color` where
 * the colour would fill. */
static void settle(View *view) {
  ChannelDef *defs = view->encoding;
  for (int i = 0; i < CHANNEL_COUNT; i++) {
    Channel second = channel_second((Channel)i);
    if (second != CHANNEL_NONE && defs[second].json && defs[i].json)
      defs[second].type = defs[i].type;
  }
  Channel winner = view->is_filled ? CHANNEL_FILL : CHANNEL_STROKE;
  if (defs[CHANNEL_COLOR].json && defs[winner].json)
    defs[CHANNEL_COLOR] = (ChannelDef){.channel = CHANNEL_COLOR};
  if (view->mark == MARK_LINE && defs[CHANNEL_SIZE].aggregate.len)
    defs[CHANNEL_SIZE] = (ChannelDef){.channel = CHANNEL_SIZE};
}

void encoding_read(Drawing *drawing, View *view) {
  const json_t *encoding = json_object_get(view->spec, "encoding");
  Str mark = str_from(mark_type_name(view->mark));
  const char *name;
  json_t *json;
  for (int i = 0; i < CHANNEL_COUNT; i++)
    view->encoding[i].channel = (Channel)i;
  json_object_foreach((json_t *)encoding, name, json) {
    Channel channel = channel_read(str_from(name));
    if (channel == CHANNEL_NONE) {
      diag(drawing->diags, DIAG_CHART_UNKNOWN_CHANNEL,
           tree_place_key(drawing->tree, encoding, name),
           "'%s' is no encoding channel; it is ignored", name);
      diag_hint_nearest(drawing->diags, str_from(name), channel_names(),
                        CHANNEL_COUNT);
      continue;
    }
    if (channel == CHANNEL_ANGLE && view->mark == MARK_ARC)
      channel = CHANNEL_THETA;
    if (!channel_serves_mark(channel, mark, encoding)) continue;
    if (channel == CHANNEL_DETAIL)
      read_list(drawing, json, channel, &view->details);
    else if (channel == CHANNEL_ORDER)
      read_list(drawing, json, channel, &view->orders);
    else if (channel == CHANNEL_TOOLTIP)
      read_list(drawing, json, channel, &view->tooltips);
    else
      view->encoding[channel] = channel_def_read(drawing, json, channel);
  }
  settle(view);
}

bool def_has_field_or_datum(const ChannelDef *def) {
  return def->json && (def->has_field || def->datum);
}

bool def_is_measure(const ChannelDef *def) {
  return def_has_field_or_datum(def) && def->type == TYPE_QUANTITATIVE &&
         !def->bin && !def->is_binned;
}

bool def_is_discrete(const ChannelDef *def) {
  return def_has_field_or_datum(def) &&
         (def->type == TYPE_ORDINAL || def->type == TYPE_NOMINAL || def->bin ||
          def->is_binned);
}

static Str capitalized(Arena *arena, Str text) {
  char *copy = str_c(arena, text);
  if (text.len && copy[0] >= 'a' && copy[0] <= 'z') copy[0] -= 'a' - 'A';
  return str_from(copy);
}

/* "yearmonth" as "year-month" is written in titles: "date (year-month)". */
static Str time_unit_words(Drawing *drawing, TimeUnit unit) {
  static const struct {
    TimePart part;
    const char *name;
  } parts[] = {{TIME_YEAR, "year"},
               {TIME_QUARTER, "quarter"},
               {TIME_MONTH, "month"},
               {TIME_WEEK, "week"},
               {TIME_DAY, "day"},
               {TIME_DAYOFYEAR, "dayofyear"},
               {TIME_DATE, "date"},
               {TIME_HOURS, "hours"},
               {TIME_MINUTES, "minutes"},
               {TIME_SECONDS, "seconds"},
               {TIME_MILLISECONDS, "milliseconds"}};
  StrBuf words = {.arena = drawing->arena};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (unit.parts & parts[i].part)
      strbuf_addf(&words, "%s%s", words.len ? "-" : "", parts[i].name);
  return strbuf_str(&words);
}

static Str upper(Arena *arena, Str text) {
  char *copy = str_c(arena, text);
  for (int i = 0; i < text.len; i++)
    copy[i] = g_ascii_toupper(copy[i]);
  return str_from(copy);
}

/* "MEAN(people)", "BIN(age)": config.fieldTitle "functional". */
static Str functional_title(Drawing *drawing, const ChannelDef *def) {
  Arena *arena = drawing->arena;
  Str name = def->aggregate;
  if (is_arg_aggregate(def))
    return str_format(arena, "%.*s for %.*s(%.*s)", STR(def->field), STR(name),
                      STR(def->aggregate_field));
  if (def->time_unit.parts) name = time_unit_name(arena, def->time_unit);
  if (def->bin) name = S("bin");
  if (!name.len) return def->field;
  return str_format(arena, "%.*s(%.*s)", STR(upper(arena, name)),
                    STR(def->field.len ? def->field : S("undefined")));
}

Str def_title(Drawing *drawing, const ChannelDef *def) {
  Arena *arena = drawing->arena;
  Str field = def->field;
  Str manner = json_str(json_object_get(drawing->config, "fieldTitle"));
  if (str_is(manner, "plain")) return field;
  if (str_is(manner, "functional")) return functional_title(drawing, def);
  if (str_is(def->aggregate, "count"))
    return json_str(json_object_get(drawing->config, "countTitle"));
  if (def->bin) return str_format(arena, "%.*s (binned)", STR(field));
  if (def->time_unit.parts && !def->time_unit.binned)
    return str_format(arena, "%.*s (%.*s)", STR(field),
                      STR(time_unit_words(drawing, def->time_unit)));
  if (is_arg_aggregate(def) && def->aggregate_field.len)
    return str_format(arena, "%.*s for %s %.*s", STR(field),
                      str_is(def->aggregate, "argmin") ? "min" : "max",
                      STR(def->aggregate_field));
  if (def->aggregate.len)
    return str_format(arena, "%.*s of %.*s",
                      STR(capitalized(arena, def->aggregate)), STR(field));
  return field;
}
