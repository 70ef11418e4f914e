#include <math.h>
#include <stdlib.h>

#include "chart/describe/telling.h"
#include "chart/domain/view_scale.h"
#include "chart/scale/key_index.h"
#include "chart/spec/read_view.h"

static const ChannelDef *def_of(const View *unit, Channel channel) {
  const ChannelDef *def = &unit->encoding[channel];
  return def->has_field ? def : NULL;
}

const ChannelDef *color_def(const View *unit) {
  static const Channel colors[] = {CHANNEL_COLOR, CHANNEL_FILL, CHANNEL_STROKE};
  for (int i = 0; i < 3; i++) {
    const ChannelDef *def = &unit->encoding[colors[i]];
    if (def->has_field) return def;
    if (def->conditional && def->conditional->has_field)
      return def->conditional;
  }
  return NULL;
}

static const ChannelDef *series_of(const View *unit) {
  const ChannelDef *color = color_def(unit);
  if (color && def_is_discrete(color) && !color->bin) return color;
  const ChannelDef *dash = def_of(unit, CHANNEL_STROKE_DASH);
  const ChannelDef *shape = def_of(unit, CHANNEL_SHAPE);
  if (dash || shape) return dash ? dash : shape;
  for (int i = 0; i < unit->details.count; i++)
    if (unit->details.items[i].has_field) return &unit->details.items[i];
  return NULL;
}

static bool is_measure(const ChannelDef *def) {
  return def && def_is_measure(def);
}

/* Which of x and y is measured along the other. */
static void choose_axes(const View *unit, Readings *readings) {
  const ChannelDef *x = def_of(unit, CHANNEL_X), *y = def_of(unit, CHANNEL_Y);
  bool sideways =
      is_measure(x) && (!is_measure(y) || unit->orient == ORIENT_HORIZONTAL);
  readings->value = sideways ? x : is_measure(y) ? y : NULL;
  readings->along = sideways ? y : x;
}

bool unit_runs(const View *unit) {
  Readings readings = {0};
  choose_axes(unit, &readings);
  const ChannelDef *along = readings.along;
  bool is_path = unit->mark == MARK_LINE || unit->mark == MARK_AREA ||
                 unit->mark == MARK_TRAIL;
  if (!along) return false;
  return is_path || along->type == TYPE_TEMPORAL || along->time_unit.parts;
}

static void choose_defs(const View *unit, Readings *readings) {
  readings->series = series_of(unit);
  choose_axes(unit, readings);
  if (unit->mark == MARK_ARC) {
    const ChannelDef *theta = def_of(unit, CHANNEL_THETA);
    readings->value = theta ? theta : def_of(unit, CHANNEL_RADIUS);
    readings->along = readings->series;
    readings->series = NULL;
  } else if (unit->mark == MARK_RECT || unit->mark == MARK_GEOSHAPE) {
    const ChannelDef *color = color_def(unit);
    readings->value = is_measure(color) ? color : NULL;
    readings->along = def_of(unit, CHANNEL_X);
    readings->series = def_of(unit, CHANNEL_Y);
  }
  bool same = readings->series && readings->along &&
              str_equal(readings->series->field, readings->along->field);
  if (same) readings->series = NULL;
}

static double place_of(const Readings *readings, int column, int row) {
  if (column < 0) return row;
  Value value = table_cell(readings->unit->rows, column, row);
  const ViewScale *scale = readings->unit->scales[readings->along->channel];
  double at = scale ? scale_position(&scale->scale, value) : NAN;
  return isnan(at) ? row : at;
}

static int compare_readings(const void *a, const void *b) {
  const Reading *first = a, *second = b;
  if (first->series != second->series) return first->series - second->series;
  if (first->at != second->at) return first->at < second->at ? -1 : 1;
  return first->row - second->row;
}

static int column_of(const View *unit, const ChannelDef *def) {
  return def ? table_find_index(unit->rows, def->column) : -1;
}

/* A row without a place of its own is not drawn. */
static bool has_place(const Readings *readings, int column, int row) {
  if (column < 0) return true;
  Value cell = table_cell(readings->unit->rows, column, row);
  if (def_is_discrete(readings->along)) return cell.kind != VALUE_UNDEFINED;
  return isfinite(value_to_number(cell));
}

Readings readings_of(const Telling *telling, const View *unit) {
  Readings readings = {.unit = unit};
  choose_defs(unit, &readings);
  int value = column_of(unit, readings.value);
  int along = column_of(unit, readings.along);
  int series = column_of(unit, readings.series);
  if (value < 0) return readings;
  KeyIndex keys = key_index_new(telling->arena, 1);
  readings.items = arena_array(telling->arena, Reading, unit->rows->row_count);
  for (int i = 0; i < unit->rows->row_count; i++) {
    Value cell = table_cell(unit->rows, value, i);
    double number = value_to_number(cell);
    if (cell.kind == VALUE_NULL || !isfinite(number) ||
        !has_place(&readings, along, i))
      continue;
    Reading reading = {.row = i, .value = number};
    reading.at = place_of(&readings, along, i);
    if (series >= 0) {
      Value key = table_cell(unit->rows, series, i);
      reading.series = key_index_add(&keys, &key);
    }
    readings.items[readings.count++] = reading;
  }
  readings.series_count = series >= 0 ? keys.count : 1;
  return readings;
}

void readings_sort(Readings *readings) {
  if (readings->count)
    qsort(readings->items, (size_t)readings->count, sizeof *readings->items,
          compare_readings);
}

static Str cell_words(const Telling *telling, const Readings *readings,
                      const ChannelDef *def, int row) {
  int column = column_of(readings->unit, def);
  if (column < 0) return (Str){0};
  return value_words(telling, def,
                     table_cell(readings->unit->rows, column, row));
}

Str reading_place(const Telling *telling, const Readings *readings,
                  const Reading *reading) {
  const ChannelDef *along = readings->along;
  Str words = cell_words(telling, readings, along, reading->row);
  int column = column_of(readings->unit, along);
  if (column < 0 || along->bin || along->time_unit.parts) return words;
  Value cell = table_cell(readings->unit->rows, column, reading->row);
  if (cell.kind != VALUE_NUMBER || def_is_year(along, cell.number))
    return words;
  return str_format(telling->arena, "%.*s %.*s", STR(def_words(telling, along)),
                    STR(words));
}

Str reading_value(const Telling *telling, const Readings *readings,
                  const Reading *reading) {
  return cell_words(telling, readings, readings->value, reading->row);
}

Str reading_series(const Telling *telling, const Readings *readings,
                   const Reading *reading) {
  return cell_words(telling, readings, readings->series, reading->row);
}

const Reading *reading_extreme(const Readings *readings, bool greatest) {
  const Reading *found = NULL;
  for (int i = 0; i < readings->count; i++) {
    const Reading *reading = &readings->items[i];
    bool is_more = found && (greatest ? reading->value > found->value
                                      : reading->value < found->value);
    if (!found || is_more) found = reading;
  }
  return found;
}
