/* Boxplots: whiskers, a box, a median, and outliers. */
#include <glib.h>

#include "chart/config/cascade.h"
#include "chart/normalize/composite.h"
#include "chart/normalize/normalize.h"

static void append(json_t *list, json_t *item) {
  if (item) json_array_append_new(list, item);
}

/* The other channels without colour and size. */
static json_t *without_color(const Composite *box, bool keep_size) {
  static const char *const both[] = {"color", "size", NULL};
  static const char *const color[] = {"color", NULL};
  return drawing_keep(box->drawing,
                      json_without(box->encoding, keep_size ? color : both));
}

static json_t *tick_mark(const Composite *box) {
  return json_pack("{s:s,s:s,s:i,s:s}", "type", "tick", "color", "black",
                   "opacity", 1, "orient",
                   box->vertical ? "horizontal" : "vertical");
}

static void add_whiskers(const Composite *box, json_t *layers) {
  json_t *encoding = without_color(box, false);
  CompositePart parts[] = {
      {"rule", json_pack("{s:s}", "type", "rule"), "lower_whisker", "lower_box",
       encoding},
      {"rule", json_pack("{s:s}", "type", "rule"), "upper_box", "upper_whisker",
       encoding},
      {"ticks", tick_mark(box), "lower_whisker", NULL, encoding},
      {"ticks", tick_mark(box), "upper_whisker", NULL, encoding}};
  for (int i = 0; i < 4; i++)
    append(layers, composite_part(box, &parts[i]));
}

static void set_size(const Composite *box, json_t *mark) {
  const json_t *size = composite_property(box, "size");
  if (size) json_object_set(mark, "size", (json_t *)size);
}

/* The median is white on the box, the box's colour where there is none. */
static json_t *median_encoding(const Composite *box) {
  Drawing *drawing = box->drawing;
  json_t *encoding = without_color(box, true);
  const json_t *color = json_object_get(box->encoding, "color");
  json_t *condition = color ? json_copy((json_t *)color)
                            : json_pack("{s:s}", "value", "#4c78a8");
  Str test = str_format(drawing->arena, "%.*s >= %.*s",
                        STR(composite_datum(box, "lower_box")),
                        STR(composite_datum(box, "upper_box")));
  json_object_set_new(condition, "test",
                      json_stringn(test.text, (size_t)test.len));
  json_object_set_new(encoding, "color",
                      json_pack("{s:o}", "condition", condition));
  return encoding;
}

static void add_box(const Composite *box, json_t *layers) {
  const char *along = box->vertical ? "vertical" : "horizontal";
  const char *across = box->vertical ? "horizontal" : "vertical";
  json_t *bar = json_pack("{s:s,s:s}", "type", "bar", "orient", along);
  json_t *tick = json_pack("{s:s,s:s}", "type", "tick", "orient", across);
  const json_t *median = config_find(box->drawing, "boxplot", "median");
  json_t *color = json_object_get(median, "color");
  if (color) json_object_set(tick, "color", color);
  set_size(box, bar);
  set_size(box, tick);
  CompositePart body = {"box", bar, "lower_box", "upper_box", box->encoding};
  CompositePart middle = {"median", tick, "mid_box", NULL,
                          median_encoding(box)};
  append(layers, composite_part(box, &body));
  append(layers, composite_part(box, &middle));
}

static json_t *summary(const Composite *box, bool min_max) {
  json_t *operations = json_array();
  append(operations, composite_operation(box, "q1", "lower_box"));
  append(operations, composite_operation(box, "q3", "upper_box"));
  append(operations, composite_operation(box, "median", "mid_box"));
  append(operations,
         composite_operation(box, "min", min_max ? "lower_whisker" : "min"));
  append(operations,
         composite_operation(box, "max", min_max ? "upper_whisker" : "max"));
  return composite_aggregate(box, operations);
}

/* The values' own bounds: so many box heights away from the box. */
typedef struct Fence {
  Str value, low, high;
} Fence;

static Fence fence_of(const Composite *box, double extent) {
  Arena *arena = box->drawing->arena;
  Str lower = composite_datum(box, "lower_box");
  Str upper = composite_datum(box, "upper_box");
  Fence fence;
  fence.value = str_format(arena, "datum['%.*s']", STR(box->field));
  fence.low = str_format(arena, "(%.*s - %g * (%.*s - %.*s))", STR(lower),
                         extent, STR(upper), STR(lower));
  fence.high = str_format(arena, "(%.*s + %g * (%.*s - %.*s))", STR(upper),
                          extent, STR(upper), STR(lower));
  return fence;
}

static json_t *filter_of(Str text) {
  return json_pack("{s:o}", "filter",
                   json_stringn(text.text, (size_t)text.len));
}

/* Values beyond the whiskers, each a point. */
static json_t *outliers(const Composite *box, const Fence *fence) {
  static const char *const size[] = {"size", NULL};
  Arena *arena = box->drawing->arena;
  CompositePart part = {
      "outliers", json_pack("{s:s}", "type", "point"), "", NULL,
      drawing_keep(box->drawing, json_without(box->encoding, size))};
  json_t *unit = composite_part(box, &part);
  if (!unit) return NULL;
  json_t *def = json_object_get(json_object_get(unit, "encoding"), box->axis);
  json_object_set_new(def, "field",
                      json_stringn(box->field.text, (size_t)box->field.len));
  Str text =
      str_format(arena, "(%.*s < %.*s) || (%.*s > %.*s)", STR(fence->value),
                 STR(fence->low), STR(fence->value), STR(fence->high));
  json_object_set_new(unit, "transform", json_pack("[o]", filter_of(text)));
  return unit;
}

static json_t *renamed_operation(const Composite *box, const char *op,
                                 const char *prefix) {
  json_t *operation = composite_operation(box, op, prefix);
  json_object_set(operation, "field", json_object_get(operation, "as"));
  return operation;
}

/* Whiskers end at the outermost values within the fence. */
static json_t *whiskers(const Composite *box, const Fence *fence) {
  Arena *arena = box->drawing->arena;
  Str text =
      str_format(arena, "(%.*s <= %.*s) && (%.*s <= %.*s)", STR(fence->low),
                 STR(fence->value), STR(fence->value), STR(fence->high));
  json_t *operations = json_array();
  append(operations, composite_operation(box, "min", "lower_whisker"));
  append(operations, composite_operation(box, "max", "upper_whisker"));
  append(operations, renamed_operation(box, "min", "lower_box"));
  append(operations, renamed_operation(box, "max", "upper_box"));
  json_t *layers = json_array();
  add_whiskers(box, layers);
  return json_pack("{s:[o,o],s:o}", "transform", filter_of(text),
                   composite_aggregate(box, operations), "layer", layers);
}

static json_t *with_fence(const Composite *box, const json_t *unit,
                          double extent) {
  Fence fence = fence_of(box, extent);
  json_t *operations = json_array();
  append(operations, composite_operation(box, "q1", "lower_box"));
  append(operations, composite_operation(box, "q3", "upper_box"));
  json_t *before = json_array();
  json_array_extend(before, box->transforms);
  append(before, json_pack("{s:o,s:O}", "joinaggregate", operations, "groupby",
                           box->groupby));
  json_t *around = json_array();
  append(around, outliers(box, &fence));
  append(around, whiskers(box, &fence));
  json_t *layers = json_array();
  add_box(box, layers);
  json_t *box_transforms = json_array();
  json_array_extend(box_transforms, box->transforms);
  append(box_transforms, summary(box, false));
  json_t *both =
      json_pack("[{s:o,s:o},{s:o,s:o}]", "transform", before, "layer", around,
                "transform", box_transforms, "layer", layers);
  return composite_layers(unit, NULL, both);
}

json_t *boxplot_expand(Drawing *drawing, const json_t *unit) {
  Composite box;
  if (!composite_read(drawing, unit, "boxplot", &box)) return NULL;
  const json_t *extent = composite_property(&box, "extent");
  if (json_is_number(extent))
    return with_fence(&box, unit, json_number_value(extent));
  json_t *layers = json_array();
  add_whiskers(&box, layers);
  add_box(&box, layers);
  json_t *transforms = json_array();
  json_array_extend(transforms, box.transforms);
  append(transforms, summary(&box, true));
  return composite_layers(unit, transforms, layers);
}
