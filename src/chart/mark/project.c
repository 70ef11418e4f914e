#include "chart/mark/project.h"

#include <math.h>

#include "chart/spec/read_view.h"

static const double RADIANS = 3.14159265358979323846 / 180;

bool view_has_geo_places(const View *view) {
  return view->encoding[CHANNEL_LONGITUDE].json ||
         view->encoding[CHANNEL_LATITUDE].json;
}

static bool is_map(const View *view) {
  return view->mark == MARK_GEOSHAPE || view_has_geo_places(view);
}

Value geo_object(MarkSketch *sketch, int row) {
  static const char *const names[] = {"type", "geometry", "coordinates",
                                      "features", "geometries"};
  const ChannelDef *shape = &sketch->view->encoding[CHANNEL_SHAPE];
  if (shape->has_field) return def_cell(sketch, shape, row);
  ValueMember *members = arena_array(sketch->drawing->arena, ValueMember, 5);
  Value object = {.kind = VALUE_OBJECT, .members = members};
  for (int i = 0; i < 5; i++) {
    Str name = str_from(names[i]);
    int column = table_find_index(sketch->rows, name);
    if (column < 0) continue;
    members[object.len++] =
        (ValueMember){name, table_cell(sketch->rows, column, row)};
  }
  return object;
}

static double degrees(MarkSketch *sketch, Channel channel, int row) {
  return channel_number(sketch, channel, row, NULL, NAN);
}

Point geo_place(MarkSketch *sketch, int row, bool second) {
  Channel x = second ? CHANNEL_LONGITUDE2 : CHANNEL_LONGITUDE;
  Channel y = second ? CHANNEL_LATITUDE2 : CHANNEL_LATITUDE;
  const ChannelDef *encoding = sketch->view->encoding;
  if (second && !encoding[x].json) x = CHANNEL_LONGITUDE;
  if (second && !encoding[y].json) y = CHANNEL_LATITUDE;
  double longitude = degrees(sketch, x, row),
         latitude = degrees(sketch, y, row);
  Point place;
  bool shows =
      isfinite(longitude + latitude) &&
      projection_point(sketch->view->projection, longitude, latitude, &place);
  return shows ? place : (Point){NAN, NAN};
}

static void add_place(MarkSketch *sketch, GeoShape *shape, Channel x, Channel y,
                      int row) {
  GeoPoint point = {degrees(sketch, x, row) * RADIANS,
                    degrees(sketch, y, row) * RADIANS};
  if (isfinite(point.longitude + point.latitude))
    list_add(sketch->drawing->arena, &shape->points, point);
}

/* All that a unit draws, for fitting. */
static void add_unit(Drawing *drawing, View *view, GeoShape *shape) {
  MarkSketch sketch = {.drawing = drawing, .view = view, .rows = view->rows};
  bool draws_shapes = view->mark == MARK_GEOSHAPE;
  for (int i = 0; i < view->rows->row_count; i++) {
    if (draws_shapes)
      geo_shape_add(drawing->arena, shape, geo_object(&sketch, i));
    if (!view_has_geo_places(view)) continue;
    add_place(&sketch, shape, CHANNEL_LONGITUDE, CHANNEL_LATITUDE, i);
    add_place(&sketch, shape, CHANNEL_LONGITUDE2, CHANNEL_LATITUDE2, i);
  }
}

/* The unit's own definition, its nearest parent's, or config's; NULL: none. */
static const json_t *definition_of(const Drawing *drawing, const View *view) {
  for (; view; view = view->parent) {
    const json_t *own = json_object_get(view->spec, "projection");
    if (own) return own;
  }
  return json_object_get(drawing->config, "projection");
}

static bool type_is_known(Str type) {
  return !type.len || str_is(type, "albersUsa") || str_is(type, "identity") ||
         raw_projection_find(type);
}

/* The definition with its expressions worked out. */
static const json_t *evaluated(Drawing *drawing, const json_t *definition) {
  json_t *plain = drawing_keep(drawing, drawing_copy(drawing, definition));
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)definition, name, member) {
    if (json_is_expression(member))
      json_object_set_new(
          plain, name, value_to_json(drawing_value(drawing, member, NULL, 0)));
  }
  Str type = json_str(json_object_get(plain, "type"));
  if (type_is_known(type)) return plain;
  int count;
  const char *const *names = raw_projection_names(&count);
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, definition, "type"), "'%.*s' is no projection",
       STR(type));
  diag_hint_nearest(drawing->diags, type, names, count);
  json_object_del(plain, "type");
  return plain;
}

typedef List(View *) UnitList;

static void find_maps(Drawing *drawing, View *view, UnitList *units) {
  if (view->kind == VIEW_UNIT && is_map(view))
    list_add(drawing->arena, units, view);
  for (int i = 0; i < view->kids.count; i++)
    find_maps(drawing, view->kids.items[i], units);
}

static bool is_shared(const Drawing *drawing, const UnitList *units) {
  const json_t *first = definition_of(drawing, units->items[0]);
  for (int i = 1; i < units->count; i++) {
    const json_t *other = definition_of(drawing, units->items[i]);
    if (first != other && !json_equal(first, other)) return false;
  }
  return true;
}

static void project(Drawing *drawing, View **units, int count) {
  View *first = units[0];
  Projection *projection = arena_new(drawing->arena, Projection);
  *projection =
      projection_read(evaluated(drawing, definition_of(drawing, first)));
  if (!projection->is_fixed) {
    GeoShape shape = {0};
    for (int i = 0; i < count; i++)
      add_unit(drawing, units[i], &shape);
    projection_fit(projection, (Rect){0, 0, first->width, first->height},
                   &shape);
  }
  for (int i = 0; i < count; i++)
    units[i]->projection = projection;
}

void projections_set(Drawing *drawing, View *plot) {
  UnitList units = {0};
  find_maps(drawing, plot, &units);
  if (!units.count) return;
  if (is_shared(drawing, &units)) {
    project(drawing, units.items, units.count);
    return;
  }
  for (int i = 0; i < units.count; i++)
    project(drawing, &units.items[i], 1);
}
