/* GeoJSON values -> points, lines and polygons on the sphere. */
#include <math.h>

#include "base/limits.h"
#include "chart/geo/sphere.h"

static const double RADIANS = 3.14159265358979323846 / 180;

static Value member(Value object, const char *name) {
  const Value *found = value_member(object, str_from(name));
  return found ? *found : (Value){0};
}

static bool read_point(Value position, GeoPoint *point) {
  if (position.kind != VALUE_ARRAY || position.len < 2) return false;
  point->longitude = value_to_number(position.items[0]) * RADIANS;
  point->latitude = value_to_number(position.items[1]) * RADIANS;
  return isfinite(point->longitude) && isfinite(point->latitude);
}

static void add_point(Arena *arena, GeoShape *shape, Value position) {
  GeoPoint point;
  if (read_point(position, &point)) list_add(arena, &shape->points, point);
}

static void read_line(Arena *arena, GeoLine *line, Value positions) {
  if (positions.kind != VALUE_ARRAY) return;
  for (int i = 0; i < positions.len; i++) {
    GeoPoint point;
    if (read_point(positions.items[i], &point))
      list_add(arena, &line->points, point);
  }
}

static void add_line(Arena *arena, GeoShape *shape, Value positions) {
  GeoLine line = {0};
  read_line(arena, &line, positions);
  if (line.points.count) list_add(arena, &shape->lines, line);
}

/* A ring's last point repeats its first; the list leaves it out. */
static void add_ring(Arena *arena, GeoPolygon *polygon, Value positions) {
  GeoLine ring = {0};
  read_line(arena, &ring, positions);
  if (ring.points.count > 1) ring.points.count--;
  if (ring.points.count) list_add(arena, &polygon->rings, ring);
}

static void add_polygon(Arena *arena, GeoShape *shape, Value rings) {
  if (rings.kind != VALUE_ARRAY) return;
  GeoPolygon polygon = {0};
  for (int i = 0; i < rings.len; i++)
    add_ring(arena, &polygon, rings.items[i]);
  if (polygon.rings.count) list_add(arena, &shape->polygons, polygon);
}

static void add_each(Arena *arena, GeoShape *shape, Value list,
                     void (*add)(Arena *, GeoShape *, Value)) {
  if (list.kind != VALUE_ARRAY) return;
  for (int i = 0; i < list.len; i++)
    add(arena, shape, list.items[i]);
}

static const struct {
  const char *type;
  void (*add)(Arena *, GeoShape *, Value);
  bool is_many;
} geometries[] = {
    {"Point", add_point, false},     {"MultiPoint", add_point, true},
    {"LineString", add_line, false}, {"MultiLineString", add_line, true},
    {"Polygon", add_polygon, false}, {"MultiPolygon", add_polygon, true},
};

static bool add_geometry(Arena *arena, GeoShape *shape, Str type,
                         Value object) {
  int count = (int)(sizeof geometries / sizeof *geometries);
  for (int i = 0; i < count; i++) {
    if (!str_is(type, geometries[i].type)) continue;
    Value coordinates = member(object, "coordinates");
    if (geometries[i].is_many)
      add_each(arena, shape, coordinates, geometries[i].add);
    else
      geometries[i].add(arena, shape, coordinates);
    return true;
  }
  return false;
}

static void add_object(Arena *arena, GeoShape *shape, Value object, int depth) {
  if (object.kind != VALUE_OBJECT || depth > LIMIT_TREE_DEPTH) return;
  Value named = member(object, "type");
  Str type = value_text(&named);
  if (add_geometry(arena, shape, type, object)) return;
  if (str_is(type, "Sphere")) {
    shape->is_sphere = true;
  } else if (str_is(type, "Feature")) {
    add_object(arena, shape, member(object, "geometry"), depth + 1);
  } else {
    bool is_features = str_is(type, "FeatureCollection");
    Value list = member(object, is_features ? "features" : "geometries");
    for (int i = 0; list.kind == VALUE_ARRAY && i < list.len; i++)
      add_object(arena, shape, list.items[i], depth + 1);
  }
}

void geo_shape_add(Arena *arena, GeoShape *shape, Value object) {
  add_object(arena, shape, object, 0);
}
