#include "chart/domain/scale_calls.h"

#include "chart/data/data.h"
#include "chart/domain/view_scale.h"

typedef struct ScaleCall {
  Drawing *drawing;
  const Value *arguments;
  int count;
} ScaleCall;

static Value argument(const ScaleCall *call, int i) {
  return i < call->count ? call->arguments[i] : (Value){0};
}

static const ViewScale *scale_in(const View *view, Channel channel) {
  if (view->scales[channel]) return view->scales[channel];
  for (int i = 0; i < view->kids.count; i++) {
    const ViewScale *scale = scale_in(view->kids.items[i], channel);
    if (scale) return scale;
  }
  return NULL;
}

/* The scale that the first argument names; NULL: none, or none yet. */
static const Scale *named_scale(const ScaleCall *call) {
  Value first = argument(call, 0);
  const View *view = call->drawing->scaled;
  if (first.kind != VALUE_STRING || !view) return NULL;
  Str name = value_text(&first);
  int start = name.len;
  while (start > 0 && name.text[start - 1] != '_')
    start--;
  Channel channel = channel_read(str_slice(name, start, name.len));
  if (channel == CHANNEL_NONE) return NULL;
  channel = channel_of_scale(channel);
  if (channel == CHANNEL_NONE) return NULL;
  const View *top = view;
  for (; view; top = view, view = view->parent)
    if (view->scales[channel]) return &view->scales[channel]->scale;
  const ViewScale *below = scale_in(top, channel);
  return below ? &below->scale : NULL;
}

static Value call_scale(const ScaleCall *call) {
  const Scale *scale = named_scale(call);
  return scale ? scale_map(call->drawing->arena, scale, argument(call, 1))
               : (Value){0};
}

static Value call_invert(const ScaleCall *call) {
  const Scale *scale = named_scale(call);
  return scale ? scale_invert(scale, value_to_number(argument(call, 1)))
               : (Value){0};
}

static Value list_value(const ValueList *list) {
  return (Value){.kind = VALUE_ARRAY, .len = list->count, .items = list->items};
}

static Value call_domain(const ScaleCall *call) {
  const Scale *scale = named_scale(call);
  return scale ? list_value(&scale->domain) : (Value){.kind = VALUE_ARRAY};
}

static Value call_range(const ScaleCall *call) {
  const Scale *scale = named_scale(call);
  return scale ? list_value(&scale->range) : (Value){.kind = VALUE_ARRAY};
}

static Value call_bandwidth(const ScaleCall *call) {
  const Scale *scale = named_scale(call);
  return value_number(scale ? scale_bandwidth(scale) : 0);
}

static Value call_bandspace(const ScaleCall *call) {
  double inner = value_to_number(argument(call, 1));
  double outer = value_to_number(argument(call, 2));
  return value_number(band_space(value_to_number(argument(call, 0)),
                                 inner > 0 ? inner : 0, outer > 0 ? outer : 0));
}

static const Table *named_rows(const ScaleCall *call) {
  Value name = argument(call, 0);
  if (name.kind != VALUE_STRING) return NULL;
  return data_find(call->drawing, value_text(&name));
}

static Value call_data(const ScaleCall *call) {
  const Table *table = named_rows(call);
  Value rows = {.kind = VALUE_ARRAY};
  if (!table) return rows;
  Arena *arena = call->drawing->arena;
  Value *items = arena_array(arena, Value, table->row_count);
  for (int i = 0; i < table->row_count; i++)
    items[i] = table_row_object(arena, table, i);
  rows.items = items;
  rows.len = table->row_count;
  return rows;
}

static Value call_indata(const ScaleCall *call) {
  const Table *table = named_rows(call);
  Value field = argument(call, 1);
  if (!table || field.kind != VALUE_STRING) return value_boolean(false);
  const Column *column = table_find(table, value_text(&field));
  for (int i = 0; column && i < table->row_count; i++)
    if (value_equal(column->cells[i], argument(call, 2)))
      return value_boolean(true);
  return value_boolean(false);
}

static const struct {
  const char *name;
  Value (*call)(const ScaleCall *call);
} calls[] = {
    {"scale", call_scale},         {"invert", call_invert},
    {"domain", call_domain},       {"range", call_range},
    {"bandwidth", call_bandwidth}, {"bandspace", call_bandspace},
    {"data", call_data},           {"indata", call_indata},
};

bool scale_call(void *owner, Str name, const Value *arguments, int count,
                Value *result) {
  ScaleCall call = {owner, arguments, count};
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
    if (!str_is(name, calls[i].name)) continue;
    *result = calls[i].call(&call);
    return true;
  }
  return false;
}
