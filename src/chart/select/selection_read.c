/* Definitions of selections: their fields, and what is selected at first. */
#include "chart/config/cascade.h"
#include "chart/select/selection.h"
#include "chart/spec/read_view.h"

static bool is_type(const json_t *select, const char *name) {
  Str type = json_str(json_is_object(select) ? json_object_get(select, "type")
                                             : select);
  return str_is(type, name);
}

static void add_field(Drawing *drawing, Selection *selection,
                      SelectionField field) {
  for (int i = 0; i < selection->fields.count; i++)
    if (str_equal(selection->fields.items[i].field, field.field) &&
        selection->fields.items[i].channel == field.channel)
      return;
  list_add(drawing->arena, &selection->fields, field);
}

static void add_plain_field(Drawing *drawing, Selection *selection, Str name) {
  if (name.len)
    add_field(drawing, selection,
              (SelectionField){.field = name, .channel = CHANNEL_NONE});
}

/* Ranges are of continuous scales. */
static bool runs(const ChannelDef *def) {
  return def->type == TYPE_QUANTITATIVE || def->type == TYPE_TEMPORAL;
}

/* A channel without a field, or with a sum of many rows, tells no rows. */
static void add_channel(Drawing *drawing, Selection *selection, Str name) {
  Channel channel = channel_read(name);
  if (channel == CHANNEL_NONE) return;
  const ChannelDef *def = &selection->view->encoding[channel];
  if (!def->field.len && def->conditional) def = def->conditional;
  if (!def->field.len || def->aggregate.len) return;
  SelectionField field = {.field = def->field,
                          .channel = channel,
                          .unit = def->time_unit,
                          .is_range = selection->is_interval && runs(def)};
  add_field(drawing, selection, field);
}

/* The names in the first `value` of a point selection say its fields where
 * nothing else does. */
static void add_value_names(Drawing *drawing, Selection *selection) {
  const json_t *value = json_object_get(selection->json, "value");
  const json_t *first = json_is_array(value) ? json_array_get(value, 0) : value;
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)first, name, member) {
    if (channel_read(str_from(name)) != CHANNEL_NONE)
      add_channel(drawing, selection, str_from(name));
    else
      add_plain_field(drawing, selection, str_from(name));
  }
}

static void read_fields(Drawing *drawing, Selection *selection) {
  const json_t *select = json_object_get(selection->json, "select");
  Cascade look = {0};
  cascade_add(&look, select);
  cascade_add(&look,
              config_find(drawing, "selection",
                          selection->is_interval ? "interval" : "point"));
  const json_t *channels = cascade_find(&look, "encodings");
  const json_t *fields = cascade_find(&look, "fields");
  for (size_t i = 0; i < json_array_size(fields); i++)
    add_plain_field(drawing, selection, json_str(json_array_get(fields, i)));
  for (size_t i = 0; i < json_array_size(channels); i++)
    add_channel(drawing, selection, json_str(json_array_get(channels, i)));
  if (fields || channels) return;
  if (!selection->is_interval) {
    add_value_names(drawing, selection);
    return;
  }
  add_channel(drawing, selection, S("x"));
  add_channel(drawing, selection, S("y"));
}

/* The member of a `value` for a field: by its channel, or by its name. */
static const json_t *member_for(const Drawing *drawing, const json_t *value,
                                const SelectionField *field) {
  const json_t *found = NULL;
  if (field->channel != CHANNEL_NONE)
    found = json_object_get(value, channel_name(field->channel));
  return found ? found
               : json_object_get(value, str_c(drawing->arena, field->field));
}

static Value read_value(Drawing *drawing, const json_t *json) {
  if (!json_is_array(json)) return drawing_value(drawing, json, NULL, 0);
  int count = (int)json_array_size(json);
  Value *items = arena_array(drawing->arena, Value, count);
  for (int i = 0; i < count; i++)
    items[i] = drawing_value(drawing, json_array_get(json, (size_t)i), NULL, 0);
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

static void add_tuple(Drawing *drawing, Selection *selection,
                      const json_t *value) {
  int count = selection->fields.count;
  Value *values = arena_array(drawing->arena, Value, count);
  bool is_plain = !json_is_object(value) && count == 1;
  double moment;
  is_plain |= date_time_read(value, &moment);
  for (int i = 0; i < count; i++) {
    const SelectionField *field = &selection->fields.items[i];
    values[i] = read_value(
        drawing, is_plain ? value : member_for(drawing, value, field));
  }
  list_add(drawing->arena, &selection->tuples, ((SelectionTuple){values}));
}

static void read_tuples(Drawing *drawing, Selection *selection) {
  const json_t *value = json_object_get(selection->json, "value");
  if (!value || json_is_null(value) || !selection->fields.count) return;
  if (!json_is_array(value) || selection->is_interval) {
    add_tuple(drawing, selection, value);
    return;
  }
  for (size_t i = 0; i < json_array_size(value); i++)
    add_tuple(drawing, selection, json_array_get(value, i));
}

/* Selections of one name in several units are one; the first unit says what is
 * selected at first. */
static void read_selection(Drawing *drawing, View *unit, const json_t *json) {
  Str name = json_str(json_object_get(json, "name"));
  const json_t *select = json_object_get(json, "select");
  for (int i = 0; i < drawing->params.count; i++) {
    Param *param = &drawing->params.items[i];
    if (!select || !param->is_selection || !str_equal(param->name, name))
      continue;
    const json_t *bind = json_object_get(json, "bind");
    Selection *selection = arena_new(drawing->arena, Selection);
    *selection = (Selection){.json = json,
                             .view = unit,
                             .is_interval = is_type(select, "interval"),
                             .binds_scales = str_is(json_str(bind), "scales")};
    read_fields(drawing, selection);
    read_tuples(drawing, selection);
    list_add(drawing->arena, &param->selections, selection);
    return;
  }
}

/* ---- Which units ---- */

static bool names_view(const json_t *views, const View *unit) {
  if (!json_is_array(views)) return true;
  for (size_t i = 0; i < json_array_size(views); i++) {
    Str name = json_str(json_array_get(views, i));
    for (const View *view = unit; view; view = view->parent)
      if (str_equal(json_str(json_object_get(view->spec, "name")), name))
        return true;
  }
  return false;
}

/* Selections of the unit and of the views around it. */
static void read_unit(Drawing *drawing, View *unit) {
  for (const View *view = unit; view; view = view->parent) {
    const json_t *params = json_object_get(view->spec, "params");
    for (size_t i = 0; i < json_array_size(params); i++) {
      const json_t *json = json_array_get(params, i);
      if (view == unit || names_view(json_object_get(json, "views"), unit))
        read_selection(drawing, unit, json);
    }
  }
}

void selections_read(Drawing *drawing, View *view) {
  if (view->kind == VIEW_UNIT) {
    read_unit(drawing, view);
    return;
  }
  if (view->kind == VIEW_FACET) {
    View *cell = view_read(drawing, json_object_get(view->spec, "spec"), view);
    if (cell) selections_read(drawing, cell);
  }
  for (int i = 0; i < view->kids.count; i++)
    selections_read(drawing, view->kids.items[i]);
}
