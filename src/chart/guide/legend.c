#include "chart/guide/legend.h"

#include <math.h>

#include "chart/guide/style.h"
#include "chart/layout/layout.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

static bool has_legend(Channel channel) {
  switch (channel) {
  case CHANNEL_COLOR:
  case CHANNEL_FILL:
  case CHANNEL_STROKE:
  case CHANNEL_OPACITY:
  case CHANNEL_STROKE_WIDTH:
  case CHANNEL_STROKE_DASH:
  case CHANNEL_SIZE:
  case CHANNEL_SHAPE:
    return true;
  default:
    return false;
  }
}

static void set_properties(Drawing *drawing, Legend *legend) {
  legend->properties = (Cascade){0};
  cascade_add(&legend->properties, legend->given);
  cascade_add_config(&legend->properties, drawing, "legend");
}

static Legend *legend_new(Drawing *drawing, View *view, Channel channel) {
  ChannelDef *def = &view->encoding[channel];
  if (!def_has_field_or_datum(def) && def->conditional) def = def->conditional;
  if (!def_has_field_or_datum(def) || !view->scales[channel]) return NULL;
  const json_t *json = json_object_get(def->json, "legend");
  if (json_is_null(json) || json_is_false(json)) return NULL;
  if (json_is_true(json_object_get(json, "disable"))) return NULL;
  if (!json && json_is_true(config_find(drawing, "legend", "disable")))
    return NULL;
  Legend *legend = arena_new(drawing->arena, Legend);
  legend->view = view;
  list_add(drawing->arena, &legend->views, view);
  legend->def = def;
  bool widens = channel == CHANNEL_SIZE &&
                (view->mark == MARK_TRAIL || view->mark == MARK_LINE);
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
    for (int i = 0; i < CHANNEL_COUNT; i++) {
      if (!has_legend((Channel)i)) continue;
      Legend *legend = legend_new(drawing, view, (Channel)i);
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

void legends_resolve(Drawing *drawing, View *view) {
  resolve(drawing, view);
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
  if (scales != 1 || !channel_is_color(legend->scale->channel)) return false;
  ScaleType type = legend->scale->type;
  if (given.len) return str_is(given, "gradient");
  unsigned parts = legend->def->time_unit.parts;
  if (parts == TIME_MONTH || parts == TIME_QUARTER || parts == TIME_DAY)
    return false;
  return scale_type_is_continuous(type);
}

static int title_lines(Drawing *drawing, const Legend *legend,
                       const Str **lines) {
  if (legend->title) return cascade_lines(legend->title, drawing, lines);
  StrBuf words = {.arena = drawing->arena};
  for (int i = 0; i < legend->titles.count; i++)
    strbuf_addf(&words, "%s%.*s", i ? ", " : "", STR(legend->titles.items[i]));
  Str *line = arena_new(drawing->arena, Str);
  *line = strbuf_str(&words);
  *lines = line;
  return line->len > 0;
}

void legend_finish(Drawing *drawing, const Legend *legend, Group *entries,
                   Group *group) {
  Label label = {0};
  GuideText text = {drawing, &legend->properties, "title", "guide-title"};
  Lettering lettering = drawing_lettering(drawing);
  double padding = cascade_number(&legend->properties, drawing, "padding", 0);
  label.line_count = title_lines(drawing, legend, &label.lines);
  entries->x = entries->y = padding;
  if (label.line_count && label.lines[0].len) {
    guide_label_style(&text, &label);
    label.baseline = BASELINE_TOP;
    label.at = (Point){padding, padding};
    Bounds box = label_bounds(&lettering, &label);
    double gap =
        cascade_number(&legend->properties, drawing, "titlePadding", 5);
    Str orient =
        cascade_str(&legend->properties, drawing, "titleOrient", "top");
    if (str_is(orient, "left"))
      entries->x += ceil(bounds_width(&box)) + gap;
    else
      entries->y += bounds_height(&box) + gap;
    record_role(group, "legend-title");
    group_label(group, &lettering, &label);
  }
  group_add(group, entries, "entries");
  Bounds bounds = group->bounds;
  group->width = ceil(bounds.x2 - padding + 2 * padding);
  group->height = ceil(bounds.y2 - padding + 2 * padding);
  group->bounds = bounds_of(0, 0, group->width, group->height);
}

typedef struct Placing {
  Drawing *drawing;
  const View *view;
  Str orient;
  double offset;
} Placing;

static double layout_number(const Placing *placing, const char *name,
                            double fallback) {
  const json_t *layout = config_find(placing->drawing, "legend", "layout");
  const json_t *value = json_object_get(layout, name);
  return json_is_number(value) ? json_number_value(value) : fallback;
}

static double offset_of(const Placing *placing, const LegendSet *set) {
  double offset = NAN;
  for (int i = 0; i < set->legends.count; i++) {
    const Legend *legend = set->legends.items[i];
    if (!str_equal(legend_orient(placing->drawing, legend), placing->orient))
      continue;
    double own =
        cascade_number(&legend->properties, placing->drawing, "offset", NAN);
    offset = isnan(offset) ? own : fmax(offset, own);
  }
  return isnan(offset) ? layout_number(placing, "offset", 18) : offset;
}

/* The corner from which the legends of one side are laid out. */
static Point anchor_of(const Placing *placing, const Bounds *all) {
  const View *view = placing->view;
  Str orient = placing->orient;
  double offset = placing->offset;
  double width = bounds_width(all), height = bounds_height(all);
  double right = view->width > 0 ? view->width : 0;
  if (str_is(orient, "left"))
    return (Point){floor(view->x_bounds.x1) - offset - width, 0};
  if (str_is(orient, "top"))
    return (Point){0, floor(view->y_bounds.y1) - offset - height};
  if (str_is(orient, "bottom"))
    return (Point){0, ceil(view->y_bounds.y2) + offset};
  if (str_is(orient, "top-left")) return (Point){offset, offset};
  if (str_is(orient, "top-right"))
    return (Point){right - offset - width, offset};
  if (str_is(orient, "bottom-left"))
    return (Point){offset, view->height - offset - height};
  if (str_is(orient, "bottom-right"))
    return (Point){right - offset - width, view->height - offset - height};
  return (Point){ceil(view->x_bounds.x2) + offset, 0};
}

static void place_side(Placing *placing, const LegendSet *set, Group **drawn,
                       Group *group) {
  Group **groups =
      arena_array(placing->drawing->arena, Group *, set->legends.count);
  int count = 0;
  for (int i = 0; i < set->legends.count; i++)
    if (str_equal(legend_orient(placing->drawing, set->legends.items[i]),
                  placing->orient))
      groups[count++] = drawn[i];
  if (!count) return;
  placing->offset = offset_of(placing, set);
  bool column =
      str_is(placing->orient, "left") || str_is(placing->orient, "right");
  double margin = layout_number(placing, "margin", 8);
  GridOptions options = {.columns = column ? 1 : count,
                         .align_columns = GRID_EACH,
                         .align_rows = GRID_EACH,
                         .column_padding = margin,
                         .row_padding = margin,
                         .flush = true};
  Bounds all = grid_arrange(placing->drawing, groups, count, &options);
  Point corner = anchor_of(placing, &all);
  for (int i = 0; i < count; i++) {
    groups[i]->x += floor(corner.x + .5);
    groups[i]->y += floor(corner.y + .5);
    group_add(group, groups[i], "legend");
  }
}

void legends_draw(Drawing *drawing, View *view, Group *group) {
  static const char *const sides[] = {"left",        "right",       "top",
                                      "bottom",      "top-left",    "top-right",
                                      "bottom-left", "bottom-right"};
  const LegendSet *set = view->legends;
  if (!set || !set->legends.count) return;
  Group **drawn = arena_array(drawing->arena, Group *, set->legends.count);
  for (int i = 0; i < set->legends.count; i++) {
    const Legend *legend = set->legends.items[i];
    drawn[i] = legend_is_gradient(drawing, legend)
                   ? gradient_legend_draw(drawing, legend)
                   : symbol_legend_draw(drawing, legend);
  }
  for (int i = 0; i < 8; i++) {
    Placing placing = {drawing, view, str_from(sides[i]), 0};
    place_side(&placing, set, drawn, group);
  }
}
