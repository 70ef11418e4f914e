/* Vectors, rotation, and being inside a polygon. */
#include "chart/geo/sphere.h"

#include <glib.h>
#include <math.h>

static const double EPSILON = 1e-6;

GeoVector geo_vector(GeoPoint point) {
  double across = cos(point.latitude);
  return (GeoVector){across * cos(point.longitude),
                     across * sin(point.longitude), sin(point.latitude)};
}

GeoPoint geo_point(GeoVector vector) {
  return (GeoPoint){atan2(vector.y, vector.x),
                    asin(CLAMP(vector.z, -1.0, 1.0))};
}

double geo_dot(GeoVector a, GeoVector b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

GeoVector geo_cross(GeoVector a, GeoVector b) {
  return (GeoVector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                     a.x * b.y - a.y * b.x};
}

GeoVector geo_unit(GeoVector vector) {
  double length = sqrt(geo_dot(vector, vector));
  return (GeoVector){vector.x / length, vector.y / length, vector.z / length};
}

double geo_wrap(double longitude) {
  if (fabs(longitude) <= G_PI) return longitude;
  return longitude - round(longitude / (2 * G_PI)) * 2 * G_PI;
}

GeoPoint geo_rotate(const GeoRotation *rotation, GeoPoint point) {
  point.longitude = geo_wrap(point.longitude + rotation->lambda);
  if (rotation->phi == 0 && rotation->gamma == 0) return point;
  GeoVector v = geo_vector(point);
  double cos_phi = cos(rotation->phi), sin_phi = sin(rotation->phi);
  double cos_gamma = cos(rotation->gamma), sin_gamma = sin(rotation->gamma);
  double k = v.z * cos_phi + v.x * sin_phi;
  GeoVector turned = {v.x * cos_phi - v.z * sin_phi,
                      v.y * cos_gamma - k * sin_gamma,
                      k * cos_gamma + v.y * sin_gamma};
  return geo_point(turned);
}

/* What one ring adds: the angle it turns about the point, the area between it
 * and the south pole, and how often it passes the point's meridian to the
 * north. */
typedef struct Winding {
  double angle, area;
  int crossings;
} Winding;

/* The great arc from a to b, seen from the meridian with this normal: does it
 * cross the meridian south of the point? */
static bool passes_below(GeoPoint a, GeoPoint b, GeoPoint point,
                         GeoVector normal, bool is_antimeridian, double step) {
  GeoVector arc = geo_unit(geo_cross(geo_vector(a), geo_vector(b)));
  GeoVector meeting = geo_unit(geo_cross(normal, arc));
  double latitude = (is_antimeridian != (step >= 0) ? -1 : 1) *
                    asin(CLAMP(meeting.z, -1.0, 1.0));
  return point.latitude > latitude ||
         (point.latitude == latitude && (arc.x != 0 || arc.y != 0));
}

static void add_arc(Winding *winding, GeoPoint a, GeoPoint b, GeoPoint point,
                    GeoVector normal) {
  double half_a = a.latitude / 2 + G_PI_4, half_b = b.latitude / 2 + G_PI_4;
  double step = b.longitude - a.longitude;
  double sign = step >= 0 ? 1 : -1;
  bool is_antimeridian = sign * step > G_PI;
  double k = sin(half_a) * sin(half_b);
  winding->area += atan2(k * sign * sin(sign * step),
                         cos(half_a) * cos(half_b) + k * cos(sign * step));
  winding->angle += is_antimeridian ? step - sign * 2 * G_PI : step;
  bool spans =
      (a.longitude >= point.longitude) != (b.longitude >= point.longitude);
  if (is_antimeridian == spans) return;
  if (passes_below(a, b, point, normal, is_antimeridian, step))
    winding->crossings += (is_antimeridian != (step >= 0)) ? 1 : -1;
}

bool geo_polygon_contains(const GeoPolygon *polygon, GeoPoint point) {
  GeoVector normal = {sin(point.longitude), -cos(point.longitude), 0};
  if (sin(point.latitude) == 1) point.latitude = G_PI_2 + EPSILON;
  if (sin(point.latitude) == -1) point.latitude = -G_PI_2 - EPSILON;
  Winding winding = {0};
  for (int i = 0; i < polygon->rings.count; i++) {
    const GeoLine *ring = &polygon->rings.items[i];
    int count = ring->points.count;
    for (int j = 0; j < count; j++)
      add_arc(&winding, ring->points.items[(j + count - 1) % count],
              ring->points.items[j], point, normal);
  }
  bool holds_south_pole = winding.angle > EPSILON ||
                          (winding.angle > -EPSILON && winding.area < -1e-12);
  return holds_south_pole != ((winding.crossings & 1) != 0);
}
