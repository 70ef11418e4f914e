/* Reading, fitting and applying projections. */
#include "chart/geo/projection.h"

#include <glib.h>
#include <math.h>

#include "chart/geo/crop.h"
#include "chart/geo/outline.h"

static const double RADIANS = G_PI / 180;

/* Poles that lie at infinity are drawn so far off. */
static const double FARTHEST = 1e9;

static Point raw_point(const GlobePart *part, GeoPoint point) {
  if (!part->raw)
    return (Point){point.longitude / RADIANS, -point.latitude / RADIANS};
  return part->raw->project(&part->conic, point);
}

Point outline_point(const Projection *projection, const GlobePart *part,
                    GeoPoint rotated) {
  Point raw = raw_point(part, rotated);
  double x = CLAMP(raw.x, -FARTHEST, FARTHEST) - part->center.x;
  double y = part->center.y - CLAMP(raw.y, -FARTHEST, FARTHEST);
  double turn = projection->angle * RADIANS;
  double turned_x = x * cos(turn) + y * sin(turn);
  double turned_y = y * cos(turn) - x * sin(turn);
  double k = projection->scale * part->share;
  return (Point){projection->translate.x + projection->scale * part->shift.x +
                     k * (projection->reflect_x ? -turned_x : turned_x),
                 projection->translate.y + projection->scale * part->shift.y +
                     k * (projection->reflect_y ? -turned_y : turned_y)};
}

/* A stated extent alone limits the way in which Mercator never ends. */
static Rect without_end(const GlobePart *part, Rect window) {
  bool is_transverse = part->raw->is_transverse;
  if (is_transverse)
    return (Rect){-FARTHEST, window.y, 2 * FARTHEST, window.height};
  return (Rect){window.x, -FARTHEST, window.width, 2 * FARTHEST};
}

bool outline_window(const Projection *projection, const GlobePart *part,
                    Rect *window) {
  const double TRIFLE = 1e-6;
  double k = projection->scale;
  bool has_extent = !rect_is_empty(projection->extent);
  *window = projection->extent;
  if (rect_is_empty(part->window)) return has_extent;
  Rect own = {projection->translate.x + k * part->window.x,
              projection->translate.y + k * part->window.y,
              k * part->window.width, k * part->window.height};
  if (has_extent && part->raw->is_square) own = without_end(part, own);
  own = rect_grown(own, -TRIFLE);
  *window = has_extent ? rect_common(own, projection->extent) : own;
  return true;
}

static GlobePart read_part(const RawProjection *raw) {
  GlobePart part = {.raw = raw, .share = 1, .window = rect_empty()};
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

/* Reads [[left, top], [right, bottom]]; empty where it is none. */
static Rect read_rect(const json_t *json) {
  const json_t *low = json_array_get(json, 0), *high = json_array_get(json, 1);
  double left = number_at(low, 0, NAN), top = number_at(low, 1, NAN);
  double width = number_at(high, 0, NAN) - left;
  double height = number_at(high, 1, NAN) - top;
  if (!isfinite(width + height)) return rect_empty();
  return (Rect){left, top, width, height};
}

/* Mercator runs to infinity at the poles: it shows a square, as wide as the
 * globe. */
static void set_square(GlobePart *part) {
  part->window =
      (Rect){-G_PI - part->center.x, part->center.y - G_PI, 2 * G_PI, 2 * G_PI};
}

static void read_rotation(GlobePart *part, const json_t *rotate) {
  const RawProjection *raw = part->raw;
  part->rotation.lambda = number_at(rotate, 0, raw->rotate_longitude) * RADIANS;
  part->rotation.phi = number_at(rotate, 1, 0) * RADIANS;
  part->rotation.gamma =
      (number_at(rotate, 2, 0) + (raw->is_transverse ? 90 : 0)) * RADIANS;
}

static void read_center(GlobePart *part, const json_t *center) {
  const RawProjection *raw = part->raw;
  double longitude = number_at(center, 0, raw->center_longitude);
  double latitude = number_at(center, 1, raw->center_latitude);
  if (raw->is_transverse)
    set_center(part, -latitude, longitude);
  else
    set_center(part, longitude, latitude);
}

static void read_globe(Projection *projection, const RawProjection *raw,
                       const json_t *definition) {
  GlobePart *part = &projection->parts[0];
  *part = read_part(raw);
  projection->scale = raw ? raw->scale : 1;
  if (!raw) {
    projection->translate = (Point){0, 0};
    return;
  }
  const json_t *parallels = json_object_get(definition, "parallels");
  read_rotation(part, json_object_get(definition, "rotate"));
  part->clip.radius =
      number_of(definition, "clipAngle", raw->clip_degrees) * RADIANS;
  set_parallels(part, number_at(parallels, 0, raw->parallels[0]),
                number_at(parallels, 1, raw->parallels[1]));
  read_center(part, json_object_get(definition, "center"));
  if (raw->is_square) set_square(part);
}

Projection projection_read(const json_t *definition) {
  Projection projection = {
      .part_count = 1,
      .translate = {480, 250},
      .precision = 0.70710678118654752,
      .point_radius = 4.5,
      .extent = read_rect(json_object_get(definition, "clipExtent"))};
  const json_t *named = json_object_get(definition, "type");
  Str type = json_is_string(named) ? str_from(json_string_value(named))
                                   : S("mercator");
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
  trial.extent = rect_empty();
  Path *path = path_new(&scratch);
  projection_draw(&trial, shape, path);
  Rect bounds = path_bounds(path);
  if (bounds.width > 0 || bounds.height > 0) {
    double k = MIN(extent.width / bounds.width, extent.height / bounds.height);
    projection->scale = start * k;
    projection->translate.x =
        extent.x + (extent.width - k * (2 * bounds.x + bounds.width)) / 2;
    projection->translate.y =
        extent.y + (extent.height - k * (2 * bounds.y + bounds.height)) / 2;
  }
  arena_clear(&scratch);
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
    Rect window;
    bool has_window = outline_window(projection, part, &window);
    if (isfinite(point->x) && isfinite(point->y) &&
        (!has_window || rect_holds(window, *point)))
      return true;
  }
  return false;
}
