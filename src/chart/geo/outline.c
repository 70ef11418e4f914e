/* Rotating, cutting, projecting with as many points as a curve needs. */
#include "chart/geo/outline.h"

#include <glib.h>
#include <math.h>

#include "chart/geo/crop.h"

enum { DEEPEST = 16 };

/* Long arcs are halved however straight they look: cos 30 degrees. */
static const double COS_LONGEST = 0.8660254037844387;

typedef struct Outline {
  Arena *arena; /* scratch */
  const Projection *projection;
  const GlobePart *part;
  bool has_window;
  Rect window;
  Path *path;
} Outline;

typedef struct Stop {
  GeoPoint geo;
  GeoVector vector;
  Point point;
} Stop;

static Stop stop_at(const Outline *outline, GeoPoint geo) {
  return (Stop){geo, geo_vector(geo),
                outline_point(outline->projection, outline->part, geo)};
}

/* The middle of an arc, on its own side of the antimeridian. */
static GeoPoint middle_of(const Stop *a, const Stop *b) {
  GeoVector sum = {a->vector.x + b->vector.x, a->vector.y + b->vector.y,
                   a->vector.z + b->vector.z};
  double length = sqrt(geo_dot(sum, sum));
  double latitude = length > 0 ? asin(CLAMP(sum.z / length, -1.0, 1.0)) : 0;
  bool is_pole = fabs(fabs(length > 0 ? sum.z / length : 0) - 1) < 1e-6;
  bool is_meridian = fabs(a->geo.longitude - b->geo.longitude) < 1e-6;
  double longitude = is_pole || is_meridian
                         ? (a->geo.longitude + b->geo.longitude) / 2
                         : atan2(sum.y, sum.x);
  return (GeoPoint){longitude, latitude};
}

/* Adds what lies between two stops while the projected middle is off the
 * straight line, is far from its middle, or the arc is long. */
static void add_between(const Outline *outline, const Stop *a, const Stop *b,
                        int depth, PlanePoints *points) {
  double dx = b->point.x - a->point.x, dy = b->point.y - a->point.y;
  double length = dx * dx + dy * dy;
  double tolerance = outline->projection->precision;
  tolerance *= tolerance;
  if (!outline->part->raw || !(length > 4 * tolerance) || depth == 0 ||
      tolerance <= 0)
    return;
  Stop middle = stop_at(outline, middle_of(a, b));
  double mx = middle.point.x - a->point.x, my = middle.point.y - a->point.y;
  double off = dy * mx - dx * my;
  bool is_bent = off * off / length > tolerance ||
                 fabs((dx * mx + dy * my) / length - 0.5) > 0.3 ||
                 geo_dot(a->vector, b->vector) < COS_LONGEST;
  if (!is_bent) return;
  add_between(outline, a, &middle, depth - 1, points);
  list_add(outline->arena, points, middle.point);
  add_between(outline, &middle, b, depth - 1, points);
}

static PlanePoints project_line(const Outline *outline, const GeoLine *line,
                                bool is_ring) {
  PlanePoints points = {0};
  int count = line->points.count;
  if (count == 0) return points;
  Stop first = stop_at(outline, line->points.items[0]), last = first;
  list_add(outline->arena, &points, first.point);
  for (int i = 1; i < count; i++) {
    Stop next = stop_at(outline, line->points.items[i]);
    add_between(outline, &last, &next, DEEPEST, &points);
    list_add(outline->arena, &points, next.point);
    last = next;
  }
  if (is_ring) add_between(outline, &last, &first, DEEPEST, &points);
  return points;
}

static void add_points(Path *path, const PlanePoints *points, bool is_ring) {
  bool is_open = false;
  for (int i = 0; i < points->count; i++) {
    Point point = points->items[i];
    if (!isfinite(point.x) || !isfinite(point.y)) continue;
    if (is_open)
      path_line(path, point.x, point.y);
    else
      path_move(path, point.x, point.y);
    is_open = true;
  }
  if (is_ring && is_open) path_close(path);
}

static void draw_polygons(const Outline *outline, const GeoShape *shape) {
  for (int i = 0; i < shape->polygons.count; i++) {
    const GeoPolygon *polygon = &shape->polygons.items[i];
    for (int j = 0; j < polygon->rings.count; j++) {
      PlanePoints points =
          project_line(outline, &polygon->rings.items[j], true);
      if (outline->has_window)
        points = crop_ring(outline->arena, points, outline->window);
      add_points(outline->path, &points, true);
    }
  }
}

static void draw_lines(const Outline *outline, const GeoShape *shape) {
  for (int i = 0; i < shape->lines.count; i++) {
    PlanePoints points = project_line(outline, &shape->lines.items[i], false);
    if (!outline->has_window) {
      add_points(outline->path, &points, false);
      continue;
    }
    PlaneLines pieces = crop_line(outline->arena, &points, outline->window);
    for (int j = 0; j < pieces.count; j++)
      add_points(outline->path, &pieces.items[j], false);
  }
}

static void draw_points(const Outline *outline, const GeoShape *shape) {
  double radius = outline->projection->point_radius;
  for (int i = 0; i < shape->points.count; i++) {
    Point at = outline_point(outline->projection, outline->part,
                             shape->points.items[i]);
    if (outline->has_window && !rect_holds(outline->window, at)) continue;
    path_move(outline->path, at.x + radius, at.y);
    path_arc(outline->path, at, radius, 0, 2 * G_PI);
    path_close(outline->path);
  }
}

static void rotate_line(Arena *arena, const GeoRotation *rotation,
                        const GeoLine *line, GeoLine *rotated) {
  for (int i = 0; i < line->points.count; i++)
    list_add(arena, &rotated->points,
             geo_rotate(rotation, line->points.items[i]));
}

static GeoShape rotate_shape(Arena *arena, const GeoRotation *rotation,
                             const GeoShape *shape) {
  GeoShape rotated = {.is_sphere = shape->is_sphere};
  for (int i = 0; i < shape->points.count; i++)
    list_add(arena, &rotated.points,
             geo_rotate(rotation, shape->points.items[i]));
  for (int i = 0; i < shape->lines.count; i++)
    rotate_line(arena, rotation, &shape->lines.items[i],
                list_new(arena, &rotated.lines));
  for (int i = 0; i < shape->polygons.count; i++) {
    GeoPolygon *polygon = list_new(arena, &rotated.polygons);
    for (int j = 0; j < shape->polygons.items[i].rings.count; j++)
      rotate_line(arena, rotation, &shape->polygons.items[i].rings.items[j],
                  list_new(arena, &polygon->rings));
  }
  return rotated;
}

void projection_draw(const Projection *projection, const GeoShape *shape,
                     Path *path) {
  for (int i = 0; i < projection->part_count; i++) {
    Arena scratch = {0};
    Outline outline = {.arena = &scratch,
                       .projection = projection,
                       .part = &projection->parts[i],
                       .path = path};
    outline.has_window =
        outline_window(projection, outline.part, &outline.window);
    GeoShape visible = *shape;
    if (outline.part->raw) {
      visible = rotate_shape(&scratch, &outline.part->rotation, shape);
      visible = geo_clip(&scratch, &outline.part->clip, &visible);
    }
    draw_polygons(&outline, &visible);
    draw_lines(&outline, &visible);
    draw_points(&outline, &visible);
    arena_clear(&scratch);
  }
}
