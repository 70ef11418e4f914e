/* What channels say for a row. */
#include <math.h>

#include "chart/mark/mark.h"
#include "chart/params.h"
#include "chart/spec/read_view.h"

Value def_cell(const MarkSketch *sketch, const ChannelDef *def, int row) {
  if (def->datum) return def_value(sketch->drawing, def, def->datum);
  int index = table_find_index(sketch->rows, def->column);
  if (index < 0) return (Value){0};
  return table_cell(sketch->rows, index, row);
}

static const Predicate *predicate_of(MarkSketch *sketch, const json_t *test,
                                     const json_t *condition) {
  for (int i = 0; i < sketch->predicates.count; i++)
    if (sketch->predicates.items[i].json == test)
      return sketch->predicates.items[i].predicate;
  ReadPredicate read = {
      test, predicate_read(&sketch->drawing->transforms, test,
                           drawing_place(sketch->drawing, condition, "test"))};
  list_add(sketch->drawing->arena, &sketch->predicates, read);
  return read.predicate;
}

bool condition_holds(MarkSketch *sketch, const json_t *condition, int row) {
  const json_t *test = json_object_get(condition, "test");
  if (json_object_get(condition, "param")) test = condition;
  if (!test) return false;
  const Predicate *predicate = predicate_of(sketch, test, condition);
  return predicate && predicate_holds(predicate, &sketch->drawing->transforms,
                                      sketch->rows, row);
}

static Value scaled(MarkSketch *sketch, const ChannelDef *def, int row) {
  Value value = def_cell(sketch, def, row);
  Channel channel = channel_of_scale(def->channel);
  const ViewScale *scale =
      channel == CHANNEL_NONE ? NULL : sketch->view->scales[channel];
  if (!scale || json_is_null(json_object_get(def->json, "scale"))) return value;
  int end = table_find_index(sketch->rows, def->column_end);
  if (end >= 0 && scale_type_is_continuous(scale->type) &&
      def_has_band_end(sketch->view, def)) {
    double to = value_to_number(table_cell(sketch->rows, end, row));
    double from = value_to_number(value);
    double position = def_band_position(sketch->view, def);
    if (!isnan(to)) value = value_number(from + position * (to - from));
  }
  Value output;
  if (invalid_output(sketch->drawing, sketch->view, def, value, &output))
    return output;
  output = scale_map(sketch->drawing->arena, &scale->scale, value);
  bool unpainted =
      output.kind == VALUE_UNDEFINED && channel_is_color(def->channel);
  return unpainted ? value_null() : output;
}

/* The first condition that holds; NULL: none. */
static const json_t *holding(MarkSketch *sketch, const ChannelDef *def,
                             int row) {
  const json_t *list = def->condition;
  size_t count = json_is_array(list) ? json_array_size(list) : list ? 1 : 0;
  for (size_t i = 0; i < count; i++) {
    const json_t *one = json_is_array(list) ? json_array_get(list, i) : list;
    if (condition_holds(sketch, one, row)) return one;
  }
  return NULL;
}

/* The definition that decides for a row, and the value that it or its condition
 * states; NULL: the value comes from its field or datum. */
static const ChannelDef *deciding(MarkSketch *sketch, const ChannelDef *def,
                                  int row, const json_t **stated) {
  const json_t *condition = holding(sketch, def, row);
  if (!condition) {
    *stated = def_has_field_or_datum(def) ? NULL : def->value;
    return def;
  }
  *stated = json_object_get(condition, "value");
  return def->conditional ? def->conditional : def;
}

const ChannelDef *channel_shown_def(MarkSketch *sketch, Channel channel,
                                    int row) {
  const json_t *stated;
  const ChannelDef *def =
      deciding(sketch, &sketch->view->encoding[channel], row, &stated);
  return !stated && def_has_field_or_datum(def) ? def : NULL;
}

Value channel_value(MarkSketch *sketch, Channel channel, int row) {
  const ChannelDef *def = &sketch->view->encoding[channel];
  if (!def->json) return (Value){0};
  const json_t *stated;
  def = deciding(sketch, def, row, &stated);
  if (stated) return drawing_value(sketch->drawing, stated, sketch->rows, row);
  return def_has_field_or_datum(def) ? scaled(sketch, def, row) : (Value){0};
}

Value property_value(MarkSketch *sketch, const char *name, int row) {
  const json_t *json = mark_property(sketch->view, name);
  if (!json) return (Value){0};
  return drawing_value(sketch->drawing, json, sketch->rows, row);
}

double property_number(MarkSketch *sketch, const char *name, int row,
                       double fallback) {
  const json_t *json = mark_property(sketch->view, name);
  if (json_is_number(json)) return json_number_value(json);
  Value value = property_value(sketch, name, row);
  return value.kind == VALUE_NUMBER && !isnan(value.number) ? value.number
                                                            : fallback;
}

double channel_number(MarkSketch *sketch, Channel channel, int row,
                      const char *property, double fallback) {
  const ChannelDef *def = &sketch->view->encoding[channel];
  if (def->json) {
    Value value = channel_value(sketch, channel, row);
    if (value.kind == VALUE_NUMBER || value.kind == VALUE_TIME)
      return value.number;
    if (def_has_field_or_datum(def) && value.kind != VALUE_UNDEFINED)
      return value_to_number(value);
  }
  return property ? property_number(sketch, property, row, fallback) : fallback;
}
