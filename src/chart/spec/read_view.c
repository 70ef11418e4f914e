#include "chart/spec/read_view.h"

#include "base/limits.h"
#include "base/number.h"
#include "chart/normalize/normalize.h"

#define MARK_ROW(type, name, draw) [MARK_##type] = name,
static const char *const mark_names[MARK_TYPE_COUNT] = {
#include "chart/mark/mark_rows.inc"
};
#undef MARK_ROW

bool mark_type_read(Str name, MarkType *type) {
  for (int i = 0; i < MARK_TYPE_COUNT; i++) {
    if (!str_is(name, mark_names[i])) continue;
    *type = (MarkType)i;
    return true;
  }
  return false;
}

const char *mark_type_name(MarkType type) {
  return mark_names[type];
}

const json_t *mark_property(const View *view, const char *name) {
  return cascade_find(&view->mark_style, name);
}

const json_t *mark_config(const View *view, const char *name) {
  for (int i = 0; i < view->mark_style.count; i++) {
    const json_t *layer = view->mark_style.layers[i];
    const json_t *found = json_object_get(layer, name);
    if (found && layer != view->mark_json) return found;
  }
  return NULL;
}

double mark_number(Drawing *drawing, const View *view, const char *name,
                   double fallback) {
  return cascade_number(&view->mark_style, drawing, name, fallback);
}

/* The net of meridians and parallels is lines, whatever shape draws it. */
static bool draws_net(const View *view) {
  const json_t *data = NULL;
  for (; view && !data; view = view->parent)
    data = json_object_get(view->spec, "data");
  const json_t *net = json_object_get(data, "graticule");
  return net && !json_is_false(net);
}

static void add_named_styles(Drawing *drawing, View *view,
                             const json_t *names) {
  int first = view->mark_style.count;
  cascade_add_styles(&view->mark_style, drawing, names);
  for (int i = first; i < view->mark_style.count; i++)
    view->named_styles |= 1u << i;
}

static void set_mark_style(Drawing *drawing, View *view) {
  Cascade *style = &view->mark_style;
  const char *name = mark_names[view->mark];
  cascade_add(style, view->mark_json);
  add_named_styles(drawing, view, json_object_get(view->mark_json, "style"));
  cascade_add_config(style, drawing, name);
  cascade_add_config(style, drawing, "mark");
  add_named_styles(drawing, view, drawing_keep(drawing, json_string(name)));
  view->stated_layers = style->count;
  cascade_add(style, config_find(drawing, "builtin", name));
  bool hollow = view->mark == MARK_POINT || view->mark == MARK_LINE ||
                view->mark == MARK_RULE ||
                (view->mark == MARK_GEOSHAPE && draws_net(view));
  view->is_filled = cascade_flag(style, drawing, "filled", !hollow);
}

/* What charts are called elsewhere, and the marks that draw them. */
static const struct {
  const char *called, *mark;
} other_names[] = {{"bubble", "circle"},
                   {"candlestick", "bar"},
                   {"choropleth", "geoshape"},
                   {"column", "bar"},
                   {"donut", "arc"},
                   {"dot", "point"},
                   {"doughnut", "arc"},
                   {"heatmap", "rect"},
                   {"histogram", "bar"},
                   {"label", "text"},
                   {"map", "geoshape"},
                   {"path", "line"},
                   {"pie", "arc"},
                   {"polygon", "geoshape"},
                   {"scatter", "point"},
                   {"scatterplot", "point"}};

static void hint_mark(Drawing *drawing, Str name) {
  for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++) {
    if (!str_is(name, other_names[i].called)) continue;
    diag_hint(drawing->diags, "such charts are drawn with the mark '%s'",
              other_names[i].mark);
    return;
  }
  diag_hint(drawing->diags,
            "one of: arc area bar boxplot circle errorband errorbar geoshape "
            "image line point rect rule square text tick trail");
  diag_hint_nearest(drawing->diags, name, mark_names, MARK_TYPE_COUNT);
}

static bool read_unit(Drawing *drawing, View *view) {
  Str name = mark_name(view->spec);
  const json_t *mark = json_object_get(view->spec, "mark");
  if (!mark_type_read(name, &view->mark)) {
    diag(drawing->diags, DIAG_CHART_UNKNOWN_MARK,
         json_is_object(mark) ? drawing_place(drawing, mark, "type")
                              : drawing_place(drawing, view->spec, "mark"),
         name.len ? "'%.*s' is no mark" : "a view needs the name of a mark%.*s",
         STR(name));
    hint_mark(drawing, name);
    return false;
  }
  view->mark_json = mark_object(view->spec);
  set_mark_style(drawing, view);
  encoding_read(drawing, view);
  view->orient = mark_orient(drawing, view);
  return true;
}

static bool read_kids(Drawing *drawing, View *view, const char *name) {
  const json_t *list = json_object_get(view->spec, name);
  for (size_t i = 0; i < json_array_size(list); i++) {
    View *kid = view_read(drawing, json_array_get(list, i), view);
    if (!kid) return false;
    list_add(drawing->arena, &view->kids, kid);
  }
  return true;
}

static bool read_facet(Drawing *drawing, View *view) {
  const json_t *json = json_object_get(view->spec, "facet");
  Facet *facet = &view->facet;
  facet->row =
      channel_def_read(drawing, json_object_get(json, "row"), CHANNEL_ROW);
  facet->column = channel_def_read(drawing, json_object_get(json, "column"),
                                   CHANNEL_COLUMN);
  if (!facet->row.json && !facet->column.json)
    facet->wrap = channel_def_read(drawing, json, CHANNEL_FACET);
  if (facet->row.has_field || facet->column.has_field || facet->wrap.has_field)
    return true;
  return diag(drawing->diags, DIAG_CHART_BAD_SPEC,
              drawing_place(drawing, view->spec, "facet"),
              "a facet needs a field, or a row or a column with one");
}

static int columns_of(const json_t *spec) {
  const json_t *columns = json_object_get(spec, "columns");
  return json_is_number(columns) ? number_whole(json_number_value(columns)) : 0;
}

View *view_read(Drawing *drawing, const json_t *spec, View *parent) {
  View *view = arena_new(drawing->arena, View);
  view->spec = spec;
  view->parent = parent;
  view->depth = parent ? parent->depth + 1 : 0;
  view->columns = columns_of(spec);
  if (json_object_get(spec, "layer")) {
    view->kind = VIEW_LAYER;
    return read_kids(drawing, view, "layer") ? view : NULL;
  }
  if (json_object_get(spec, "facet")) {
    view->kind = VIEW_FACET;
    return read_facet(drawing, view) ? view : NULL;
  }
  if (json_object_get(spec, "mark")) {
    view->kind = VIEW_UNIT;
    return read_unit(drawing, view) ? view : NULL;
  }
  view->kind = VIEW_CONCAT;
  if (json_object_get(spec, "vconcat")) view->columns = 1;
  const char *name = json_object_get(spec, "concat")    ? "concat"
                     : json_object_get(spec, "vconcat") ? "vconcat"
                                                        : "hconcat";
  return read_kids(drawing, view, name) ? view : NULL;
}
