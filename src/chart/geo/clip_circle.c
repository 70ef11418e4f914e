/* Cutting at a small circle about the centre. */
#include <glib.h>
#include <math.h>

#include "chart/geo/clip_edge.h"

static const double EPSILON = 1e-6;

static bool is_visible(const GeoClip *clip, GeoPoint point) {
  return cos(point.longitude) * cos(point.latitude) > cos(clip->radius);
}

/* Where the great circle through a and b meets the small circle: the two
 * points, as offsets from the nearest point of the chord's plane. */
static bool meet(const GeoClip *clip, GeoPoint a, GeoPoint b,
                 GeoVector meetings[2]) {
  GeoVector normal = geo_cross(geo_vector(a), geo_vector(b));
  double length = geo_dot(normal, normal);
  if (length < 1e-24) return false;
  GeoVector unit = geo_unit(normal);
  double distance = cos(clip->radius);
  /* The circle's plane is x = distance; the arc's plane is unit . p = 0. */
  double across = 1 - unit.x * unit.x;
  if (across < 1e-24) return false;
  GeoVector base = {distance, -distance * unit.x * unit.y / across,
                    -distance * unit.x * unit.z / across};
  double rest = 1 - geo_dot(base, base);
  if (rest < 0) return false;
  GeoVector along = geo_unit(geo_cross((GeoVector){1, 0, 0}, unit));
  double t = sqrt(rest);
  for (int i = 0; i < 2; i++) {
    double s = i ? -t : t;
    meetings[i] = (GeoVector){base.x + s * along.x, base.y + s * along.y,
                              base.z + s * along.z};
  }
  return true;
}

/* Whether a point of the great circle lies on the short arc from a to b, and
 * how far along (as a number that grows). */
static bool is_between(GeoPoint a, GeoPoint b, GeoVector point, double *along) {
  GeoVector from = geo_vector(a), to = geo_vector(b);
  GeoVector normal = geo_cross(from, to);
  if (geo_dot(geo_cross(from, point), normal) < -1e-12) return false;
  if (geo_dot(geo_cross(point, to), normal) < -1e-12) return false;
  *along = -geo_dot(from, point);
  return true;
}

/* The crossings of the arc from a to b, in its order. */
static int crossings(const GeoClip *clip, GeoPoint a, GeoPoint b,
                     GeoPoint found[2]) {
  GeoVector meetings[2];
  double along[2];
  int count = 0;
  if (!meet(clip, a, b, meetings)) return 0;
  for (int i = 0; i < 2; i++) {
    if (!is_between(a, b, meetings[i], &along[count])) continue;
    found[count++] = geo_point(meetings[i]);
  }
  if (count == 2 && along[1] < along[0]) {
    GeoPoint first = found[0];
    found[0] = found[1];
    found[1] = first;
  }
  return count;
}

static void cut_arc(Arena *arena, const GeoClip *clip, GeoPoint from,
                    GeoPoint to, ClippedLine *result) {
  bool was = is_visible(clip, from), is = is_visible(clip, to);
  GeoPoint found[2];
  int count = crossings(clip, from, to, found);
  if (was != is) {
    if (count == 0) found[0] = was ? to : from; /* grazing the edge */
    result->is_cut = true;
    if (is) list_new(arena, &result->pieces);
    list_add(arena, &list_last(&result->pieces)->points,
             found[count == 2 && is ? 1 : 0]);
  } else if (!was && count == 2) {
    result->is_cut = true;
    GeoLine *piece = list_new(arena, &result->pieces);
    list_add(arena, &piece->points, found[0]);
    list_add(arena, &piece->points, found[1]);
  }
  if (is) list_add(arena, &list_last(&result->pieces)->points, to);
}

static void cut(Arena *arena, const GeoClip *clip, const GeoLine *line,
                ClippedLine *result) {
  int count = line->points.count;
  if (count == 0) return;
  GeoPoint first = line->points.items[0];
  result->starts_visible = is_visible(clip, first);
  result->ends_visible = is_visible(clip, line->points.items[count - 1]);
  if (result->starts_visible) {
    GeoLine *piece = list_new(arena, &result->pieces);
    list_add(arena, &piece->points, first);
  }
  for (int i = 1; i < count; i++)
    cut_arc(arena, clip, line->points.items[i - 1], line->points.items[i],
            result);
}

/* The angle of a point around the circle, clockwise seen from outside. */
static double angle_of(GeoPoint point) {
  GeoVector v = geo_vector(point);
  return atan2(v.y, v.z) + (v.y < 0 ? 2 * G_PI : 0);
}

static double position(GeoPoint point) {
  return angle_of(point);
}

static GeoPoint point_at(const GeoClip *clip, double angle) {
  double r = sin(clip->radius);
  return geo_point(
      (GeoVector){cos(clip->radius), r * sin(angle), r * cos(angle)});
}

static void follow(Arena *arena, const GeoClip *clip, const GeoPoint *from,
                   const GeoPoint *to, int direction, GeoLine *line) {
  const double STEP = 2 * G_PI / 180;
  double start = from ? angle_of(*from) : 0;
  double end = to ? angle_of(*to) : direction * 2 * G_PI;
  if (from && direction > 0 && end <= start + EPSILON * EPSILON)
    end += 2 * G_PI;
  if (from && direction < 0 && end >= start - EPSILON * EPSILON)
    end -= 2 * G_PI;
  for (double angle = start; direction > 0 ? angle < end : angle > end;
       angle += direction * STEP)
    list_add(arena, &line->points, point_at(clip, angle));
}

const ClipEdge circle_edge = {is_visible, cut, follow, position};
