/* Reading, fitting and applying projections. */
#include "chart/geo/projection.h"

#include <glib.h>
#include <math.h>

#include "chart/geo/outline.h"

static const double RADIANS = G_PI / 180;

static Point raw_point(const GlobePart *part, GeoPoint point) {
  if (!part->raw)
    return (Point){point.longitude / RADIANS, -point.latitude / RADIANS};
  return part->raw->project(&part->conic, point);
}

Point outline_point(const Projection *projection, const GlobePart *part,
                    GeoPoint rotated) {
  Point raw = raw_point(part, rotated);
  double x = raw.x - part->center.x, y = part->center.y - raw.y;
  double turn = projection->angle * RADIANS;
  double turned_x = x * cos(turn) + y * sin(turn);
  double turned_y = y * cos(turn) - x * sin(turn);
  double k = projection->scale * part->share;
  return (Point){projection->translate.x + projection->scale * part->shift.x +
                     k * (projection->reflect_x ? -turned_x : turned_x),
                 projection->translate.y + projection->scale * part->shift.y +
                     k * (projection->reflect_y ? -turned_y : turned_y)};
}

static GlobePart read_part(const RawProjection *raw) {
  GlobePart part = {.raw = raw, .share = 1, .window = {0, 0, -1, -1}};
  if (!raw) return part;
  part.rotation.lambda = raw->rotate_longitude * RADIANS;
  part.clip.radius = raw->clip_degrees * RADIANS;
  return part;
}

static void set_parallels(GlobePart *part, double first, double second) {
  if (part->raw && part->raw->prepare)
    part->raw->prepare(&part->conic, first * RADIANS, second * RADIANS);
}

static void set_center(GlobePart *part, double longitude, double latitude) {
  part->center =
      raw_point(part, (GeoPoint){longitude * RADIANS, latitude * RADIANS});
}

static GlobePart state_part(double turn, double center_longitude,
                            double center_latitude, double first,
                            double second) {
  GlobePart part = read_part(raw_projection_find(S("albers")));
  part.rotation.lambda = turn * RADIANS;
  set_parallels(&part, first, second);
  set_center(&part, center_longitude, center_latitude);
  return part;
}

/* The United States with Alaska (at 35 %) and Hawaii moved below the south
 * west, each in a window of its own, as d3-geo lays them out. */
static void set_albers_usa(Projection *projection) {
  GlobePart *parts = projection->parts;
  parts[0] = state_part(96, -0.6, 38.7, 29.5, 45.5);
  parts[0].window = (Rect){-0.455, -0.238, 0.91, 0.476};
  parts[1] = state_part(154, -2, 58.5, 55, 65);
  parts[1].share = 0.35;
  parts[1].shift = (Point){-0.307, 0.201};
  parts[1].window = (Rect){-0.425, 0.120, 0.211, 0.114};
  parts[2] = state_part(157, -3, 19.9, 8, 18);
  parts[2].shift = (Point){-0.205, 0.212};
  parts[2].window = (Rect){-0.214, 0.166, 0.099, 0.068};
  projection->part_count = 3;
  projection->scale = 1070;
}

static double number_at(const json_t *array, size_t index, double otherwise) {
  const json_t *item = json_array_get(array, index);
  return json_is_number(item) ? json_number_value(item) : otherwise;
}

static double number_of(const json_t *object, const char *key,
                        double otherwise) {
  const json_t *value = json_object_get(object, key);
  return json_is_number(value) ? json_number_value(value) : otherwise;
}

/* Mercator runs to infinity at the poles: it shows a square, as wide as the
 * globe. */
static void set_square(GlobePart *part) {
  part->window =
      (Rect){-G_PI - part->center.x, part->center.y - G_PI, 2 * G_PI, 2 * G_PI};
}

static void read_globe(Projection *projection, const RawProjection *raw,
                       const json_t *definition) {
  GlobePart *part = &projection->parts[0];
  *part = read_part(raw);
  if (!raw) {
    projection->scale = 1;
    return;
  }
  projection->scale = raw->scale;
  const json_t *rotate = json_object_get(definition, "rotate");
  const json_t *center = json_object_get(definition, "center");
  const json_t *parallels = json_object_get(definition, "parallels");
  part->rotation.lambda = number_at(rotate, 0, raw->rotate_longitude) * RADIANS;
  part->rotation.phi = number_at(rotate, 1, 0) * RADIANS;
  part->rotation.gamma = number_at(rotate, 2, 0) * RADIANS;
  if (str_is(str_from(raw->name), "transverseMercator"))
    part->rotation.gamma += 90 * RADIANS;
  part->clip.radius =
      number_of(definition, "clipAngle", raw->clip_degrees) * RADIANS;
  set_parallels(part, number_at(parallels, 0, raw->parallels[0]),
                number_at(parallels, 1, raw->parallels[1]));
  set_center(part, number_at(center, 0, raw->center_longitude),
             number_at(center, 1, raw->center_latitude));
  if (raw->is_square) set_square(part);
}

Projection projection_read(const json_t *definition) {
  Projection projection = {.part_count = 1,
                           .translate = {480, 250},
                           .precision = 0.70710678118654752,
                           .point_radius = 4.5};
  const json_t *named = json_object_get(definition, "type");
  Str type = json_is_string(named) ? str_from(json_string_value(named))
                                   : S("equalEarth");
  if (str_is(type, "albersUsa"))
    set_albers_usa(&projection);
  else
    read_globe(&projection, raw_projection_find(type), definition);
  const json_t *translate = json_object_get(definition, "translate");
  projection.is_fixed = translate || json_object_get(definition, "scale");
  projection.scale = number_of(definition, "scale", projection.scale);
  projection.translate.x = number_at(translate, 0, projection.translate.x);
  projection.translate.y = number_at(translate, 1, projection.translate.y);
  projection.angle = number_of(definition, "angle", 0);
  projection.reflect_x = json_is_true(json_object_get(definition, "reflectX"));
  projection.reflect_y = json_is_true(json_object_get(definition, "reflectY"));
  projection.precision =
      number_of(definition, "precision", projection.precision);
  projection.point_radius =
      number_of(definition, "pointRadius", projection.point_radius);
  return projection;
}

void projection_fit(Projection *projection, Rect extent,
                    const GeoShape *shape) {
  Arena scratch = {0};
  Projection trial = *projection;
  double start = projection->part_count > 1 ? projection->scale : 150;
  trial.scale = start;
  trial.translate = (Point){0, 0};
  trial.point_radius = 0;
  Path *path = path_new(&scratch);
  projection_draw(&trial, shape, path);
  Rect bounds = path_bounds(path);
  if (bounds.width > 0 && bounds.height > 0) {
    double k = MIN(extent.width / bounds.width, extent.height / bounds.height);
    projection->scale = start * k;
    projection->translate.x =
        extent.x + (extent.width - k * (2 * bounds.x + bounds.width)) / 2;
    projection->translate.y =
        extent.y + (extent.height - k * (2 * bounds.y + bounds.height)) / 2;
  }
  arena_clear(&scratch);
}

static bool in_window(const Projection *projection, const GlobePart *part,
                      Point point) {
  if (part->window.width < 0) return true;
  double x = (point.x - projection->translate.x) / projection->scale;
  double y = (point.y - projection->translate.y) / projection->scale;
  const Rect *window = &part->window;
  return x >= window->x && x <= window->x + window->width && y >= window->y &&
         y <= window->y + window->height;
}

bool projection_point(const Projection *projection, double longitude,
                      double latitude, Point *point) {
  for (int i = 0; i < projection->part_count; i++) {
    const GlobePart *part = &projection->parts[i];
    GeoPoint rotated = geo_rotate(
        &part->rotation, (GeoPoint){longitude * RADIANS, latitude * RADIANS});
    double radius = part->clip.radius;
    if (radius > 0 &&
        cos(rotated.longitude) * cos(rotated.latitude) <= cos(radius))
      continue;
    *point = outline_point(projection, part, rotated);
    if (isfinite(point->x) && isfinite(point->y) &&
        in_window(projection, part, *point))
      return true;
  }
  return false;
}
