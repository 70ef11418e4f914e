#include "chart/guide/axis.h"

#include <glib.h>

#include "chart/guide/style.h"
#include "chart/spec/read_view.h"

bool axis_is_vertical(const Axis *axis) {
  return axis->channel == CHANNEL_Y;
}

static bool orient_read(Str name, AxisOrient *orient) {
  static const char *const names[] = {"bottom", "left", "top", "right"};
  for (int i = 0; i < 4; i++) {
    if (!str_is(name, names[i])) continue;
    *orient = (AxisOrient)i;
    return true;
  }
  return false;
}

/* "axisYBand" for its own channel, then "axisBand". */
static void add_typed(Cascade *cascade, const Drawing *drawing, Channel channel,
                      const char *type) {
  char name[32];
  g_snprintf(name, sizeof name, "axis%s%s", channel == CHANNEL_X ? "X" : "Y",
             type);
  cascade_add_config(cascade, drawing, name);
  g_snprintf(name, sizeof name, "axis%s", type);
  cascade_add_config(cascade, drawing, name);
}

static void set_properties(Drawing *drawing, Axis *axis) {
  static const char *const by_orient[] = {"axisBottom", "axisLeft", "axisTop",
                                          "axisRight"};
  Cascade *cascade = &axis->properties;
  ScaleType type = axis->scale->type;
  *cascade = (Cascade){0};
  cascade_add(cascade, axis->given);
  cascade_add_styles(cascade, drawing, json_object_get(axis->given, "style"));
  if (type == SCALE_BAND) add_typed(cascade, drawing, axis->channel, "Band");
  if (type == SCALE_POINT) add_typed(cascade, drawing, axis->channel, "Point");
  if (scale_type_is_discrete(type))
    add_typed(cascade, drawing, axis->channel, "Discrete");
  else if (scale_type_is_temporal(type))
    add_typed(cascade, drawing, axis->channel, "Temporal");
  else
    add_typed(cascade, drawing, axis->channel, "Quantitative");
  cascade_add_config(cascade, drawing,
                     axis->channel == CHANNEL_X ? "axisX" : "axisY");
  cascade_add_config(cascade, drawing, by_orient[axis->orient]);
  cascade_add_config(cascade, drawing, "axis");
}

static bool default_grid(const Axis *axis) {
  return !scale_type_is_discrete(axis->scale->type) && axis->def->has_field &&
         !axis->def->bin && !axis->def->is_binned;
}

/* A grid that an expression decides is drawn in any case, as in Vega-Lite. */
static void settle(Drawing *drawing, Axis *axis) {
  Str name = json_str(json_object_get(axis->given, "orient"));
  axis->orient_is_given |= orient_read(name, &axis->orient);
  set_properties(drawing, axis);
  Str by_config = cascade_str(&axis->properties, drawing, "orient", "");
  if (!axis->orient_is_given && !axis->is_second &&
      orient_read(by_config, &axis->orient))
    set_properties(drawing, axis);
  bool grid = json_is_expression(cascade_find(&axis->properties, "grid"));
  axis->has_grid = grid || cascade_flag(&axis->properties, drawing, "grid",
                                        default_grid(axis));
}

static void add_title(Drawing *drawing, Axis *axis, const ChannelDef *def) {
  if (!def->has_field) return;
  Str words = def_title(drawing, def);
  for (int i = 0; i < axis->titles.count; i++)
    if (str_equal(axis->titles.items[i], words)) return;
  list_add(drawing->arena, &axis->titles, words);
}

static Axis *axis_new(Drawing *drawing, View *view, Channel channel) {
  ChannelDef *def = &view->encoding[channel];
  ChannelDef *second = &view->encoding[channel_second(channel)];
  if (!def_has_field_or_datum(def)) def = second;
  if (!def_has_field_or_datum(def) || !view->scales[channel]) return NULL;
  const json_t *json = json_object_get(view->encoding[channel].json, "axis");
  Axis *axis = arena_new(drawing->arena, Axis);
  axis->channel = channel;
  axis->scale = view->scales[channel];
  axis->view = view;
  axis->def = def;
  axis->is_disabled = json_is_null(json) || json_is_false(json);
  axis->given = drawing_keep(drawing, drawing_copy(drawing, json));
  axis->orient = channel == CHANNEL_X ? AXIS_BOTTOM : AXIS_LEFT;
  axis->title = json_object_get(json, "title");
  if (!axis->title) axis->title = json_object_get(def->json, "title");
  if (def != second) axis->title2 = json_object_get(second->json, "title");
  add_title(drawing, axis, def);
  if (def != second) add_title(drawing, axis, second);
  settle(drawing, axis);
  if (cascade_flag(&axis->properties, drawing, "disable", false))
    axis->is_disabled = true;
  return axis;
}

static AxisSet *axis_set(Drawing *drawing, View *view) {
  if (!view->axes) view->axes = arena_new(drawing->arena, AxisSet);
  return view->axes;
}

static void merge_axis(Drawing *drawing, Axis *into, const Axis *from) {
  const char *name;
  json_t *value;
  into->is_disabled |= from->is_disabled;
  json_object_foreach(from->given, name,
                      value) if (!json_object_get(into->given, name))
      json_object_set(into->given, name, value);
  for (int i = 0; i < from->titles.count; i++) {
    bool known = false;
    for (int j = 0; j < into->titles.count; j++)
      known |= str_equal(into->titles.items[j], from->titles.items[i]);
    if (!known) list_add(drawing->arena, &into->titles, from->titles.items[i]);
  }
  if (!into->title)
    into->title = from->title;
  else if (from->title && !into->title2 && !json_is_null(into->title) &&
           !json_equal((json_t *)into->title, (json_t *)from->title))
    into->title2 = from->title;
  bool had_grid = into->has_grid;
  settle(drawing, into);
  if (!json_object_get(into->given, "grid")) into->has_grid |= had_grid;
}

static const Axis *first_axis(const View *view, Channel channel) {
  for (int i = 0; view->axes && i < view->axes->axes.count; i++)
    if (view->axes->axes.items[i]->channel == channel)
      return view->axes->axes.items[i];
  return NULL;
}

static void drop_axes(View *view, Channel channel) {
  int kept = 0;
  for (int i = 0; view->axes && i < view->axes->axes.count; i++)
    if (view->axes->axes.items[i]->channel != channel)
      view->axes->axes.items[kept++] = view->axes->axes.items[i];
  if (view->axes) view->axes->axes.count = kept;
}

static void share_axis(Drawing *drawing, View *view, Channel channel) {
  Axis *shared = NULL;
  for (int i = 0; i < view->kids.count; i++) {
    View *kid = view->kids.items[i];
    Axis *axis = (Axis *)first_axis(kid, channel);
    if (!axis) continue;
    if (shared && axis->orient_is_given && shared->orient_is_given &&
        axis->orient != shared->orient) {
      list_add(drawing->arena, &axis_set(drawing, view)->axes, axis);
    } else if (shared) {
      merge_axis(drawing, shared, axis);
    } else {
      shared = axis;
    }
    drop_axes(kid, channel);
  }
  if (shared) list_add(drawing->arena, &axis_set(drawing, view)->axes, shared);
}

static AxisOrient opposite(AxisOrient orient) {
  return (AxisOrient)((orient + 2) % 4);
}

/* Axes of their own for each layer: the second of a side goes opposite, and
 * only the first has a grid. */
static void collect_axes(Drawing *drawing, View *view, Channel channel) {
  int at_side[4] = {0}, count = 0;
  for (int i = 0; i < view->kids.count; i++) {
    View *kid = view->kids.items[i];
    for (int j = 0; kid->axes && j < kid->axes->axes.count; j++) {
      Axis *axis = kid->axes->axes.items[j];
      if (axis->channel != channel) continue;
      if (axis->is_disabled) {
        count++;
        continue;
      }
      if (!axis->orient_is_given && at_side[axis->orient] > 0 &&
          at_side[axis->orient] > at_side[opposite(axis->orient)]) {
        axis->orient = opposite(axis->orient);
        axis->is_second = true;
        set_properties(drawing, axis);
      }
      at_side[axis->orient]++;
      if (count++ > 0 && !json_object_get(axis->given, "grid"))
        axis->has_grid = false;
      list_add(drawing->arena, &axis_set(drawing, view)->axes, axis);
    }
    drop_axes(kid, channel);
  }
}

static void resolve_layer(Drawing *drawing, View *view) {
  for (int i = CHANNEL_X; i <= CHANNEL_Y; i++) {
    if (view_shares(view, "axis", (Channel)i))
      share_axis(drawing, view, (Channel)i);
    else
      collect_axes(drawing, view, (Channel)i);
  }
}

void axes_resolve(Drawing *drawing, View *view) {
  for (int i = 0; i < view->kids.count; i++)
    axes_resolve(drawing, view->kids.items[i]);
  if (view->kind == VIEW_LAYER) {
    resolve_layer(drawing, view);
    return;
  }
  if (view->kind != VIEW_UNIT) return;
  for (int i = CHANNEL_X; i <= CHANNEL_Y; i++) {
    Axis *axis = axis_new(drawing, view, (Channel)i);
    if (axis) list_add(drawing->arena, &axis_set(drawing, view)->axes, axis);
  }
}

double axis_zindex(Drawing *drawing, const Axis *axis) {
  bool over = axis->view->mark == MARK_RECT && def_is_discrete(axis->def);
  return style_number(drawing, json_object_get(axis->given, "zindex"),
                      over ? 1 : 0);
}
