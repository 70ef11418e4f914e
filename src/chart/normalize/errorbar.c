/* Error bars and error bands: a centre and its spread, from the data or from
 * fields that hold it. */
#include <glib.h>
#include <string.h>

#include "chart/normalize/composite.h"
#include "chart/normalize/normalize.h"

static void append(json_t *list, json_t *item) {
  if (item) json_array_append_new(list, item);
}

static json_t *calculate(Drawing *drawing, Str expression, Str as) {
  (void)drawing;
  return json_pack("{s:o,s:o}", "calculate",
                   json_stringn(expression.text, (size_t)expression.len), "as",
                   json_stringn(as.text, (size_t)as.len));
}

/* "lower_field", the name that parts use. */
static Str named(const Composite *bar, const char *prefix) {
  Str datum = composite_datum(bar, prefix);
  return str_slice(datum, (int)strlen("datum['"), datum.len - 2);
}

static Str field_of(const json_t *unit, const Composite *bar,
                    const char *ending) {
  char channel[16];
  g_snprintf(channel, sizeof channel, "%s%s", bar->axis, ending);
  const json_t *encoding = json_object_get(unit, "encoding");
  return json_str(json_object_get(json_object_get(encoding, channel), "field"));
}

static void add_calculation(const Composite *bar, json_t *list,
                            const char *prefix, Str expression) {
  append(list, calculate(bar->drawing, expression, named(bar, prefix)));
}

/* Ends that stand in the data as x2 or y2. */
static void add_given_ends(const Composite *bar, Str second, json_t *list) {
  Arena *arena = bar->drawing->arena;
  add_calculation(bar, list, "lower",
                  str_format(arena, "datum['%.*s']", STR(bar->field)));
  add_calculation(bar, list, "upper",
                  str_format(arena, "datum['%.*s']", STR(second)));
}

/* Errors that stand in the data beside the centre. */
static void add_given_errors(const Composite *bar, Str error, Str other,
                             json_t *list) {
  Arena *arena = bar->drawing->arena;
  add_calculation(bar, list, "upper",
                  str_format(arena, "datum['%.*s'] + datum['%.*s']",
                             STR(bar->field), STR(error)));
  add_calculation(bar, list, "lower",
                  other.len ? str_format(arena, "datum['%.*s'] + datum['%.*s']",
                                         STR(bar->field), STR(other))
                            : str_format(arena, "datum['%.*s'] - datum['%.*s']",
                                         STR(bar->field), STR(error)));
}

/* Centre and extent worked out from all values of a group; the config has no
 * say in them. */
static void add_statistics(const Composite *bar, json_t *list) {
  Str center = json_str(json_object_get(bar->mark, "center"));
  Str extent = json_str(json_object_get(bar->mark, "extent"));
  Arena *arena = bar->drawing->arena;
  if (!center.len) center = S("mean");
  if (!extent.len) extent = str_is(center, "mean") ? S("stderr") : S("iqr");
  json_t *operations = json_array();
  bool spread = str_is(extent, "stderr") || str_is(extent, "stdev");
  json_array_extend(list, bar->transforms);
  if (spread) {
    append(operations,
           composite_operation(bar, str_c(arena, extent), "extent"));
    append(operations,
           composite_operation(bar, str_c(arena, center), "center"));
    append(list, composite_aggregate(bar, operations));
    Str middle = composite_datum(bar, "center");
    Str away = composite_datum(bar, "extent");
    add_calculation(bar, list, "upper",
                    str_format(arena, "%.*s + %.*s", STR(middle), STR(away)));
    add_calculation(bar, list, "lower",
                    str_format(arena, "%.*s - %.*s", STR(middle), STR(away)));
    return;
  }
  bool ci = str_is(extent, "ci");
  append(operations,
         composite_operation(bar, ci ? "mean" : "median", "center"));
  append(operations, composite_operation(bar, ci ? "ci0" : "q1", "lower"));
  append(operations, composite_operation(bar, ci ? "ci1" : "q3", "upper"));
  append(list, composite_aggregate(bar, operations));
}

static json_t *transforms_of(const Composite *bar, const json_t *unit) {
  json_t *list = json_array();
  Str second = field_of(unit, bar, "2");
  Str error = field_of(unit, bar, "Error");
  Str other = field_of(unit, bar, "Error2");
  if (second.len || error.len) json_array_extend(list, bar->transforms);
  if (second.len)
    add_given_ends(bar, second, list);
  else if (error.len)
    add_given_errors(bar, error, other, list);
  else
    add_statistics(bar, list);
  return list;
}

static json_t *tick_mark(const Composite *bar) {
  return json_pack("{s:s,s:s}", "type", "tick", "orient",
                   bar->vertical ? "horizontal" : "vertical");
}

static void copy_number(json_t *mark, const Composite *bar, const char *from,
                        const char *to) {
  json_t *value = json_object_get(bar->mark, from);
  if (value) json_object_set(mark, to, value);
}

json_t *errorbar_expand(Drawing *drawing, const json_t *unit) {
  static const char *const size[] = {"size", NULL};
  Composite bar;
  if (!composite_read(drawing, unit, "errorbar", &bar)) return NULL;
  json_t *encoding = drawing_keep(drawing, json_without(bar.encoding, size));
  json_t *rule = json_pack("{s:s}", "type", "rule");
  json_t *low = tick_mark(&bar), *high = tick_mark(&bar);
  copy_number(rule, &bar, "thickness", "size");
  copy_number(low, &bar, "thickness", "thickness");
  copy_number(high, &bar, "thickness", "thickness");
  copy_number(low, &bar, "size", "size");
  copy_number(high, &bar, "size", "size");
  CompositePart parts[] = {{"ticks", low, "lower", NULL, encoding},
                           {"ticks", high, "upper", NULL, encoding},
                           {"rule", rule, "lower", "upper", bar.encoding}};
  json_t *layers = json_array();
  for (int i = 0; i < 3; i++)
    append(layers, composite_part(&bar, &parts[i]));
  return composite_layers(unit, transforms_of(&bar, unit), layers);
}

static json_t *path_mark(const Composite *band, const char *flat,
                         const char *line, bool both) {
  json_t *mark = json_pack("{s:s}", "type", both ? line : flat);
  if (!both) return mark;
  copy_number(mark, band, "interpolate", "interpolate");
  copy_number(mark, band, "tension", "tension");
  return mark;
}

json_t *errorband_expand(Drawing *drawing, const json_t *unit) {
  Composite band;
  if (!composite_read(drawing, unit, "errorband", &band)) return NULL;
  const json_t *encoding = json_object_get(unit, "encoding");
  bool both = json_object_get(encoding, "x") && json_object_get(encoding, "y");
  CompositePart parts[] = {{"band", path_mark(&band, "rect", "area", both),
                            "lower", "upper", band.encoding},
                           {"borders", path_mark(&band, "rule", "line", both),
                            "lower", NULL, band.encoding},
                           {"borders", path_mark(&band, "rule", "line", both),
                            "upper", NULL, band.encoding}};
  json_t *layers = json_array();
  for (int i = 0; i < 3; i++)
    append(layers, composite_part(&band, &parts[i]));
  return composite_layers(unit, transforms_of(&band, unit), layers);
}
