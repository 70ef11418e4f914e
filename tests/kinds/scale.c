/* A scale and what is asked of it, as JSON: {"type", "domain", "range", ...,
 * "ticks"?, "format"?, "legend"?, "map"?, "invert"?}; out come its domain,
 * ticks with labels, and values with what they are mapped to. Domains of time
 * scales are dates. */
#include <math.h>
#include <stdlib.h>

#include "base/tree.h"
#include "cases.h"
#include "chart/scale/scale.h"

static Value read_value(Arena *arena, const Scale *scale, const json_t *json) {
  Value value = value_from_json(arena, json);
  double moment;
  if (scale_type_is_temporal(scale->type) && value.kind == VALUE_STRING &&
      parse_date(value_text(&value), &moment))
    return value_time(moment);
  return value;
}

static void read_list(Arena *arena, const Scale *scale, const json_t *json,
                      ValueList *list) {
  size_t i;
  const json_t *item;
  json_array_foreach(json, i, item)
      list_add(arena, list, read_value(arena, scale, item));
}

static TickCount read_count(const json_t *json) {
  TickCount count = {0};
  TimeUnit unit;
  const json_t *name = json_object_get(json, "interval");
  if (json_is_number(json)) {
    count.wish = TICKS_COUNT;
    count.count = json_number_value(json);
  } else if (time_unit_read(json_str(name ? name : json), &unit)) {
    count.wish = TICKS_INTERVAL;
    count.part = time_unit_finest(unit);
    count.step = json_number_value(json_object_get(json, "step"));
  }
  return count;
}

static void read_number(const json_t *json, const char *key, double *number) {
  const json_t *value = json_object_get(json, key);
  if (json_is_number(value)) *number = json_number_value(value);
}

static void read_nice(const json_t *json, Scale *scale) {
  const json_t *nice = json_object_get(json, "nice");
  if (!nice || json_is_false(nice)) return;
  scale->nice = json_is_true(nice) ? NICE_TRUE : NICE_BY;
  scale->nice_by = read_count(nice);
}

static void read_numbers(const json_t *json, Scale *scale) {
  read_number(json, "base", &scale->base);
  read_number(json, "exponent", &scale->exponent);
  read_number(json, "constant", &scale->constant);
  read_number(json, "paddingInner", &scale->padding_inner);
  read_number(json, "paddingOuter", &scale->padding_outer);
  read_number(json, "align", &scale->align);
  read_number(json, "padding", &scale->domain_padding);
  read_number(json, "gamma", &scale->interpolation.gamma);
  double middle = NAN, count = 0;
  read_number(json, "domainMid", &middle);
  if (!isnan(middle)) scale->domain_mid = value_number(middle);
  read_number(json, "schemeCount", &count);
  scale->scheme_count = (int)count;
}

static bool read_scale(Arena *arena, const json_t *json, Scale *scale) {
  ScaleType type;
  if (!scale_type_read(json_str(json_object_get(json, "type")), &type))
    return false;
  *scale = scale_new(type);
  read_list(arena, scale, json_object_get(json, "domain"), &scale->domain);
  read_list(arena, scale, json_object_get(json, "range"), &scale->range);
  read_nice(json, scale);
  read_numbers(json, scale);
  scale->zero = json_is_true(json_object_get(json, "zero"));
  scale->clamp = json_is_true(json_object_get(json, "clamp"));
  scale->round = json_is_true(json_object_get(json, "round"));
  scale->reverse = json_is_true(json_object_get(json, "reverse"));
  scale->scheme = scheme_find(json_str(json_object_get(json, "scheme")));
  color_space_read(json_str(json_object_get(json, "interpolate")),
                   &scale->interpolation.space);
  size_t i;
  const json_t *bin;
  json_array_foreach(json_object_get(json, "bins"), i, bin) {
    scale->has_bins = true;
    list_add(arena, &scale->bins, json_number_value(bin));
  }
  scale_prepare(arena, scale);
  return true;
}

static Str show(Arena *arena, Value value) {
  Str text = value_to_str(arena, value);
  if (value.kind == VALUE_TIME)
    return format_time(arena, S("%Y-%m-%dT%H:%M:%S.%L"), value.number,
                       &locale_english);
  if (value.kind == VALUE_NUMBER && isfinite(value.number))
    format_number(arena, S(".10~g"), value.number, &locale_english, &text);
  return text;
}

static void add_list(Arena *arena, StrBuf *output, const char *name,
                     const ValueList *list) {
  strbuf_addf(output, "%s", name);
  for (int i = 0; i < list->count; i++)
    strbuf_addf(output, " %.*s", STR(show(arena, list->items[i])));
  strbuf_add_c(output, "\n");
}

static void add_ticks(Arena *arena, StrBuf *output, const Scale *scale,
                      const json_t *json) {
  double minstep = NAN;
  read_number(json, "minstep", &minstep);
  TickCount count = scale_tick_count(
      scale, read_count(json_object_get(json, "ticks")), minstep);
  TickFormatRequest request = {
      .count = count, .specifier = json_str(json_object_get(json, "format"))};
  TickFormat format = scale_tick_format(arena, scale, &request);
  ValueList ticks = scale_ticks(arena, scale, count);
  for (int i = 0; i < ticks.count; i++)
    strbuf_addf(output, "tick %.*s \"%.*s\"\n",
                STR(show(arena, ticks.items[i])),
                STR(tick_format_text(arena, &format, ticks.items[i])));
}

static void add_legend(Arena *arena, StrBuf *output, const Scale *scale,
                       const json_t *json) {
  TickFormatRequest request = {
      .count = read_count(json_object_get(json, "legend")),
      .specifier = json_str(json_object_get(json, "format")),
      .is_legend = true};
  TickFormat format = scale_tick_format(arena, scale, &request);
  double upper;
  ValueList values = scale_label_values(arena, scale, request.count, &upper);
  for (int i = 0; i < values.count; i++) {
    double next = i + 1 < values.count ? values.items[i + 1].number : upper;
    Str text = isnan(upper) ? tick_format_text(arena, &format, values.items[i])
                            : tick_format_range(arena, &format,
                                                values.items[i].number, next);
    strbuf_addf(output, "legend \"%.*s\"\n", STR(text));
  }
}

static void add_map(Arena *arena, StrBuf *output, const Scale *scale,
                    const json_t *json) {
  ValueList values = {0};
  read_list(arena, scale, json_object_get(json, "map"), &values);
  for (int i = 0; i < values.count; i++) {
    Value mapped = scale_map(arena, scale, values.items[i]);
    strbuf_addf(output, "%.*s -> %.*s\n", STR(show(arena, values.items[i])),
                STR(show(arena, mapped)));
  }
  size_t i;
  const json_t *place;
  json_array_foreach(json_object_get(json, "invert"), i, place) {
    Value value = scale_invert(scale, json_number_value(place));
    strbuf_addf(output, "%.*s <- %g\n", STR(show(arena, value)),
                json_number_value(place));
  }
}

void case_scale(Arena *arena, Str path, Str input, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path, str_copy(arena, input)};
  Diags diags = {.arena = arena};
  Tree *tree = tree_read_json(arena, place_whole(source), &diags);
  Scale scale;
  if (tree && read_scale(arena, tree->root, &scale)) {
    add_list(arena, output, "domain", &scale.domain);
    if (scale.type == SCALE_BAND || scale.type == SCALE_POINT)
      strbuf_addf(output, "step %g bandwidth %g\n", scale_step(&scale),
                  scale_bandwidth(&scale));
    if (json_object_get(tree->root, "ticks"))
      add_ticks(arena, output, &scale, tree->root);
    if (json_object_get(tree->root, "legend"))
      add_legend(arena, output, &scale, tree->root);
    add_map(arena, output, &scale, tree->root);
  }
  case_add_diags(output, &diags);
}
