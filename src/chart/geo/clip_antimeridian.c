/* Cutting at the meridian opposite the centre. */
#include <glib.h>
#include <math.h>

#include "chart/geo/clip_edge.h"

static const double EPSILON = 1e-6;

static bool is_visible(const GeoClip *clip, GeoPoint point) {
  (void)clip;
  (void)point;
  return true;
}

/* The latitude where the arc between two points passes the antimeridian. */
static double crossing_latitude(GeoPoint a, GeoPoint b) {
  double across = sin(a.longitude - b.longitude);
  if (fabs(across) <= EPSILON) return (a.latitude + b.latitude) / 2;
  double cos_a = cos(a.latitude), cos_b = cos(b.latitude);
  return atan((sin(a.latitude) * cos_b * sin(b.longitude) -
               sin(b.latitude) * cos_a * sin(a.longitude)) /
              (cos_a * cos_b * across));
}

static GeoLine *open_piece(Arena *arena, ClippedLine *result) {
  return list_new(arena, &result->pieces);
}

static double side(double longitude) {
  return longitude > 0 ? G_PI : -G_PI;
}

/* A step over a pole goes up one side and down the other. */
static GeoLine *over_pole(Arena *arena, ClippedLine *result, GeoLine *piece,
                          GeoPoint from, GeoPoint to) {
  double pole = (from.latitude + to.latitude) / 2 > 0 ? G_PI_2 : -G_PI_2;
  list_add(arena, &piece->points, ((GeoPoint){from.longitude, pole}));
  list_add(arena, &piece->points, ((GeoPoint){side(from.longitude), pole}));
  result->is_cut = true;
  piece = open_piece(arena, result);
  list_add(arena, &piece->points, ((GeoPoint){side(to.longitude), pole}));
  list_add(arena, &piece->points, ((GeoPoint){to.longitude, pole}));
  return piece;
}

static GeoPoint off_edge(GeoPoint point) {
  if (fabs(fabs(point.longitude) - G_PI) < EPSILON)
    point.longitude -= side(point.longitude) > 0 ? EPSILON : -EPSILON;
  return point;
}

static GeoLine *over_edge(Arena *arena, ClippedLine *result, GeoLine *piece,
                          GeoPoint from, GeoPoint to) {
  double latitude = crossing_latitude(off_edge(from), off_edge(to));
  list_add(arena, &piece->points, ((GeoPoint){side(from.longitude), latitude}));
  result->is_cut = true;
  piece = open_piece(arena, result);
  list_add(arena, &piece->points, ((GeoPoint){side(to.longitude), latitude}));
  return piece;
}

static void cut(Arena *arena, const GeoClip *clip, const GeoLine *line,
                ClippedLine *result) {
  (void)clip;
  GeoLine *piece = open_piece(arena, result);
  result->starts_visible = result->ends_visible = true;
  for (int i = 0; i < line->points.count; i++) {
    GeoPoint to = line->points.items[i];
    if (i > 0) {
      GeoPoint from = line->points.items[i - 1];
      double step = fabs(to.longitude - from.longitude);
      if (fabs(step - G_PI) < EPSILON)
        piece = over_pole(arena, result, piece, from, to);
      else if (side(from.longitude) != side(to.longitude) && step >= G_PI)
        piece = over_edge(arena, result, piece, from, to);
    }
    list_add(arena, &piece->points, to);
  }
}

static void add(Arena *arena, GeoLine *line, double longitude,
                double latitude) {
  list_add(arena, &line->points, ((GeoPoint){longitude, latitude}));
}

/* The whole edge: up one side, over the pole and down the other. */
static void follow_all(Arena *arena, double pole, GeoLine *line) {
  add(arena, line, -G_PI, pole);
  add(arena, line, 0, pole);
  add(arena, line, G_PI, pole);
  add(arena, line, G_PI, 0);
  add(arena, line, G_PI, -pole);
  add(arena, line, 0, -pole);
  add(arena, line, -G_PI, -pole);
  add(arena, line, -G_PI, 0);
  add(arena, line, -G_PI, pole);
}

static void follow(Arena *arena, const GeoClip *clip, const GeoPoint *from,
                   const GeoPoint *to, int direction, GeoLine *line) {
  (void)clip;
  if (!from) {
    follow_all(arena, direction * G_PI_2, line);
  } else if (fabs(from->longitude - to->longitude) > EPSILON) {
    double longitude = from->longitude < to->longitude ? G_PI : -G_PI;
    double pole = direction * longitude / 2;
    add(arena, line, -longitude, pole);
    add(arena, line, 0, pole);
    add(arena, line, longitude, pole);
  } else {
    list_add(arena, &line->points, *to);
  }
}

/* From the south pole up the west side, then down the east side. */
static double position(GeoPoint point) {
  if (point.longitude < 0) return point.latitude - G_PI_2 - EPSILON;
  return G_PI_2 - point.latitude;
}

const ClipEdge antimeridian_edge = {is_visible, cut, follow, position};
