#include "chart/guide/legend.h"

#include "chart/extension/end_labels.h"
#include "chart/guide/style.h"
#include "chart/spec/read_view.h"

/* The channels that have legends, in the order in which these stand. */
static const Channel legend_order[] = {
    CHANNEL_COLOR,  CHANNEL_SIZE,        CHANNEL_SHAPE,        CHANNEL_FILL,
    CHANNEL_STROKE, CHANNEL_STROKE_DASH, CHANNEL_STROKE_WIDTH, CHANNEL_OPACITY};

static void set_properties(Drawing *drawing, Legend *legend) {
  legend->properties = (Cascade){0};
  cascade_add(&legend->properties, legend->given);
  cascade_add_config(&legend->properties, drawing, "legend");
}

static bool is_switched_off(const Drawing *drawing, const json_t *legend) {
  if (!legend) return json_is_true(config_find(drawing, "legend", "disable"));
  return json_is_null(legend) || json_is_false(legend) ||
         json_is_true(json_object_get(legend, "disable"));
}

static Legend *legend_new(Drawing *drawing, View *view, Channel channel) {
  ChannelDef *def = &view->encoding[channel];
  if (!def_has_field_or_datum(def) && def->conditional) def = def->conditional;
  if (!def_has_field_or_datum(def) || !view->scales[channel]) return NULL;
  const json_t *json = json_object_get(def->json, "legend");
  if (end_labels_replace(drawing, view, def)) return NULL;
  Legend *legend = arena_new(drawing->arena, Legend);
  legend->is_disabled = is_switched_off(drawing, json);
  legend->view = view;
  list_add(drawing->arena, &legend->views, view);
  legend->def = def;
  bool widens = channel == CHANNEL_SIZE && view->mark == MARK_TRAIL;
  legend->scale = view->scales[channel];
  legend->scales[widens ? CHANNEL_STROKE_WIDTH : channel] = legend->scale;
  legend->given = drawing_keep(drawing, drawing_copy(drawing, json));
  legend->title = json_object_get(json, "title");
  if (!legend->title) legend->title = json_object_get(def->json, "title");
  if (def->has_field)
    list_add(drawing->arena, &legend->titles, def_title(drawing, def));
  legend->colors_fill = channel == CHANNEL_COLOR && view->is_filled;
  legend->colors_stroke = channel == CHANNEL_COLOR && !view->is_filled;
  set_properties(drawing, legend);
  return legend;
}

static LegendSet *set_of(Drawing *drawing, View *view) {
  if (!view->legends) view->legends = arena_new(drawing->arena, LegendSet);
  return view->legends;
}

static void merge_given(json_t *into, const json_t *from) {
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)from, name,
                      value) if (!json_object_get(into, name))
      json_object_set(into, name, value);
}

static void merge_titles(Drawing *drawing, Legend *into, const Legend *from) {
  for (int i = 0; i < from->titles.count; i++) {
    bool known = false;
    for (int j = 0; j < into->titles.count; j++)
      known |= str_equal(into->titles.items[j], from->titles.items[i]);
    if (!known) list_add(drawing->arena, &into->titles, from->titles.items[i]);
  }
  if (!into->title) into->title = from->title;
}

static bool share_scale(const Legend *a, const Legend *b) {
  for (int i = 0; i < CHANNEL_COUNT; i++)
    if (a->scales[i] && a->scales[i] == b->scales[i]) return true;
  return false;
}

/* The legends of kids go to the parent where it shares them. */
static void gather(Drawing *drawing, View *view, View *kid) {
  int kept = 0;
  for (int i = 0; kid->legends && i < kid->legends->legends.count; i++) {
    Legend *legend = kid->legends->legends.items[i], *known = NULL;
    LegendSet *set = set_of(drawing, view);
    if (!view_shares(view, "legend", legend->scale->channel)) {
      if (view->kind == VIEW_LAYER)
        list_add(drawing->arena, &set->legends, legend);
      else
        kid->legends->legends.items[kept++] = legend;
      continue;
    }
    for (int j = 0; j < set->legends.count; j++)
      if (share_scale(set->legends.items[j], legend))
        known = set->legends.items[j];
    if (!known) {
      list_add(drawing->arena, &set->legends, legend);
      continue;
    }
    for (int j = 0; j < legend->views.count; j++)
      list_add(drawing->arena, &known->views, legend->views.items[j]);
    known->is_disabled |= legend->is_disabled;
    known->colors_fill |= legend->colors_fill;
    known->colors_stroke |= legend->colors_stroke;
    merge_given(known->given, legend->given);
    merge_titles(drawing, known, legend);
    set_properties(drawing, known);
  }
  if (kid->legends) kid->legends->legends.count = kept;
}

static void resolve(Drawing *drawing, View *view) {
  if (view->kind == VIEW_UNIT) {
    for (size_t i = 0; i < sizeof legend_order / sizeof *legend_order; i++) {
      Legend *legend = legend_new(drawing, view, legend_order[i]);
      if (legend)
        list_add(drawing->arena, &set_of(drawing, view)->legends, legend);
    }
    return;
  }
  for (int i = 0; i < view->kids.count; i++)
    resolve(drawing, view->kids.items[i]);
  for (int i = 0; i < view->kids.count; i++)
    gather(drawing, view, view->kids.items[i]);
}

static bool same_domain(const ViewScale *a, const ViewScale *b) {
  const ValueList *first = &a->scale.domain, *second = &b->scale.domain;
  if (first->count != second->count) return false;
  for (int i = 0; i < first->count; i++)
    if (!value_equal(first->items[i], second->items[i])) return false;
  return true;
}

static bool can_combine(const Legend *a, const Legend *b) {
  if (!same_domain(a->scale, b->scale)) return false;
  if (!str_equal(a->def->column, b->def->column)) return false;
  for (int i = 0; i < CHANNEL_COUNT; i++)
    if (a->scales[i] && b->scales[i]) return false;
  return true;
}

/* The scale whose values the entries show, by Vega's precedence. */
static void choose_scale(Legend *legend) {
  static const Channel order[] = {CHANNEL_SIZE,         CHANNEL_SHAPE,
                                  CHANNEL_FILL,         CHANNEL_COLOR,
                                  CHANNEL_STROKE,       CHANNEL_STROKE_WIDTH,
                                  CHANNEL_STROKE_DASH,  CHANNEL_OPACITY,
                                  CHANNEL_FILL_OPACITY, CHANNEL_STROKE_OPACITY};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    if (!legend->scales[order[i]]) continue;
    legend->scale = legend->scales[order[i]];
    return;
  }
}

/* Two stated titles, one after the other where they differ. */
static const json_t *both_titles(Drawing *drawing, const json_t *first,
                                 const json_t *second) {
  if (!json_is_string(first) || !json_is_string(second) ||
      json_equal((json_t *)first, (json_t *)second))
    return first;
  return drawing_keep(drawing, json_sprintf("%s, %s", json_string_value(first),
                                            json_string_value(second)));
}

/* Legends of one view that say the same become one. */
static void combine(Drawing *drawing, View *view) {
  LegendSet *set = view->legends;
  int kept = 0;
  for (int i = 0; set && i < set->legends.count; i++) {
    Legend *legend = set->legends.items[i], *into = NULL;
    for (int j = 0; j < kept && !into; j++)
      if (can_combine(set->legends.items[j], legend))
        into = set->legends.items[j];
    if (!into) {
      set->legends.items[kept++] = legend;
      continue;
    }
    for (int j = 0; j < CHANNEL_COUNT; j++)
      if (!into->scales[j]) into->scales[j] = legend->scales[j];
    if (!into->title) {
      into->title = legend->title;
      merge_titles(drawing, into, legend);
    } else if (legend->title) {
      into->title = both_titles(drawing, into->title, legend->title);
    }
    merge_given(into->given, legend->given);
    set_properties(drawing, into);
  }
  if (set) set->legends.count = kept;
  for (int i = 0; set && i < kept; i++)
    choose_scale(set->legends.items[i]);
  for (int i = 0; i < view->kids.count; i++)
    combine(drawing, view->kids.items[i]);
}

static void drop_disabled(View *view) {
  LegendSet *set = view->legends;
  int kept = 0;
  for (int i = 0; set && i < set->legends.count; i++)
    if (!set->legends.items[i]->is_disabled)
      set->legends.items[kept++] = set->legends.items[i];
  if (set) set->legends.count = kept;
  for (int i = 0; i < view->kids.count; i++)
    drop_disabled(view->kids.items[i]);
}

void legends_resolve(Drawing *drawing, View *view) {
  resolve(drawing, view);
  drop_disabled(view);
  combine(drawing, view);
}

Str legend_orient(Drawing *drawing, const Legend *legend) {
  return cascade_str(&legend->properties, drawing, "orient", "right");
}

bool legend_is_horizontal(Drawing *drawing, const Legend *legend,
                          bool gradient) {
  Str given = cascade_str(&legend->properties, drawing, "direction", "");
  if (!given.len)
    given = cascade_str(&legend->properties, drawing,
                        gradient ? "gradientDirection" : "symbolDirection", "");
  if (given.len) return str_is(given, "horizontal");
  Str orient = legend_orient(drawing, legend);
  if (str_is(orient, "top") || str_is(orient, "bottom")) return true;
  bool inside = str_find_char(orient, '-') >= 0;
  return inside && gradient;
}

bool legend_is_gradient(Drawing *drawing, const Legend *legend) {
  Str given = cascade_str(&legend->properties, drawing, "type", "");
  int scales = 0;
  for (int i = 0; i < CHANNEL_COUNT; i++)
    scales += legend->scales[i] != NULL;
  if (scales != 1 || !channel_is_color(legend->scale->channel) ||
      (legend->colors_fill && legend->colors_stroke))
    return false;
  ScaleType type = legend->scale->type;
  bool classed = scale_type_is_discretizing(type) && type != SCALE_BIN_ORDINAL;
  if (given.len && !classed) return str_is(given, "gradient");
  unsigned parts = legend->def->time_unit.parts;
  if (parts == TIME_MONTH || parts == TIME_QUARTER || parts == TIME_DAY)
    return false;
  return scale_type_is_continuous(type) || scale_type_is_discretizing(type);
}

Str legend_label(Drawing *drawing, const Legend *legend, Value value, Str label,
                 int index) {
  const json_t *text = cascade_find(&legend->properties, "labelExpr");
  if (!json_is_string(text)) return label;
  const Expr *expr =
      expr_parse(drawing->arena, json_str(text),
                 cascade_text_place(&legend->properties, drawing, "labelExpr"),
                 drawing->diags);
  if (!expr) return label;
  ValueMember *members = arena_array(drawing->arena, ValueMember, 3);
  members[0] = (ValueMember){S("value"), value};
  members[1] = (ValueMember){S("label"), value_str(label)};
  members[2] = (ValueMember){S("index"), value_number(index)};
  Value datum = {.kind = VALUE_OBJECT, .len = 3, .members = members};
  return value_lines(drawing->arena, drawing_eval(drawing, expr, datum));
}

ValueList legend_stated_values(Drawing *drawing, const Legend *legend) {
  ValueList values = {0};
  const json_t *json = cascade_find(&legend->properties, "values");
  for (size_t i = 0; i < json_array_size(json); i++)
    list_add(drawing->arena, &values,
             def_value(drawing, legend->def, json_array_get(json, i)));
  return values;
}
