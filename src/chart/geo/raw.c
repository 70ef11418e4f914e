/* The table of projections and their formulas. */
#include "chart/geo/raw.h"

#include <glib.h>
#include <math.h>

static const double EPSILON = 1e-6;

typedef const ConicConstants Conic;

static Point equirectangular(Conic *conic, GeoPoint p) {
  (void)conic;
  return (Point){p.longitude, p.latitude};
}

static Point mercator(Conic *conic, GeoPoint p) {
  (void)conic;
  return (Point){p.longitude, log(tan((G_PI_2 + p.latitude) / 2))};
}

static Point transverse_mercator(Conic *conic, GeoPoint p) {
  (void)conic;
  return (Point){log(tan((G_PI_2 + p.latitude) / 2)), -p.longitude};
}

/* The azimuthal ones differ by a factor of the cosine of the distance. */
static Point azimuthal(GeoPoint p, double factor) {
  double across = cos(p.latitude);
  return (Point){factor * across * sin(p.longitude), factor * sin(p.latitude)};
}

static double near_center(GeoPoint p) {
  return cos(p.longitude) * cos(p.latitude);
}

static Point azimuthal_equal_area(Conic *conic, GeoPoint p) {
  (void)conic;
  double factor = sqrt(2 / (1 + near_center(p)));
  return azimuthal(p, isfinite(factor) ? factor : 2);
}

static Point azimuthal_equidistant(Conic *conic, GeoPoint p) {
  (void)conic;
  double distance = acos(CLAMP(near_center(p), -1.0, 1.0));
  return azimuthal(p, distance > 0 ? distance / sin(distance) : 1);
}

static Point gnomonic(Conic *conic, GeoPoint p) {
  (void)conic;
  return azimuthal(p, 1 / near_center(p));
}

static Point orthographic(Conic *conic, GeoPoint p) {
  (void)conic;
  return azimuthal(p, 1);
}

static Point stereographic(Conic *conic, GeoPoint p) {
  (void)conic;
  return azimuthal(p, 1 / (1 + near_center(p)));
}

/* Tom Patterson and Bojan Savric's polynomial. */
static Point natural_earth(Conic *conic, GeoPoint p) {
  (void)conic;
  double a = p.latitude * p.latitude, b = a * a;
  return (Point){
      p.longitude * (0.8707 - 0.131979 * a +
                     b * (-0.013791 + b * (0.003971 * a - 0.001529 * b))),
      p.latitude * (1.007226 + a * (0.015085 + b * (-0.044475 + 0.028874 * a -
                                                    0.005916 * b)))};
}

/* Savric, Patterson and Jenny, "The Equal Earth map projection" (2018). */
static Point equal_earth(Conic *conic, GeoPoint p) {
  (void)conic;
  const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
  const double M = sqrt(3) / 2;
  double l = asin(M * sin(p.latitude)), l2 = l * l, l6 = l2 * l2 * l2;
  return (Point){p.longitude * cos(l) /
                     (M * (A1 + 3 * A2 * l2 + l6 * (7 * A3 + 9 * A4 * l2))),
                 l * (A1 + A2 * l2 + l6 * (A3 + A4 * l2))};
}

static Point mollweide(Conic *conic, GeoPoint p) {
  (void)conic;
  double theta = p.latitude, want = G_PI * sin(p.latitude);
  for (int i = 0; i < 30; i++) {
    double slope = 1 + cos(theta);
    if (fabs(slope) < EPSILON) break;
    double step = (theta + sin(theta) - want) / slope;
    theta -= step;
    if (fabs(step) < EPSILON) break;
  }
  return (Point){2 * M_SQRT2 / G_PI * p.longitude * cos(theta / 2),
                 M_SQRT2 * sin(theta / 2)};
}

static void equal_area_prepare(ConicConstants *conic, double first,
                               double second) {
  double s = sin(first);
  conic->n = (s + sin(second)) / 2;
  conic->is_cylinder = fabs(conic->n) < EPSILON;
  if (conic->is_cylinder) {
    conic->c = cos(first);
    return;
  }
  conic->c = 1 + s * (2 * conic->n - s);
  conic->r0 = sqrt(conic->c) / conic->n;
}

static Point conic_equal_area(Conic *conic, GeoPoint p) {
  if (conic->is_cylinder)
    return (Point){p.longitude * conic->c, sin(p.latitude) / conic->c};
  double n = conic->n;
  double r = sqrt(MAX(conic->c - 2 * n * sin(p.latitude), 0)) / n;
  return (Point){r * sin(p.longitude * n),
                 conic->r0 - r * cos(p.longitude * n)};
}

static double tangent(double latitude) {
  return tan((G_PI_2 + latitude) / 2);
}

static void conformal_prepare(ConicConstants *conic, double first,
                              double second) {
  double c = cos(first);
  conic->n = first == second
                 ? sin(first)
                 : log(c / cos(second)) / log(tangent(second) / tangent(first));
  conic->is_cylinder = fabs(conic->n) < EPSILON;
  if (!conic->is_cylinder)
    conic->c = c * pow(tangent(first), conic->n) / conic->n;
}

static Point conic_conformal(Conic *conic, GeoPoint p) {
  if (conic->is_cylinder) return mercator(conic, p);
  double latitude = p.latitude, f = conic->c;
  if (f > 0 && latitude < -G_PI_2 + EPSILON) latitude = -G_PI_2 + EPSILON;
  if (f <= 0 && latitude > G_PI_2 - EPSILON) latitude = G_PI_2 - EPSILON;
  double r = f / pow(tangent(latitude), conic->n);
  return (Point){r * sin(conic->n * p.longitude),
                 f - r * cos(conic->n * p.longitude)};
}

static void equidistant_prepare(ConicConstants *conic, double first,
                                double second) {
  double c = cos(first);
  conic->n =
      first == second ? sin(first) : (c - cos(second)) / (second - first);
  conic->is_cylinder = fabs(conic->n) < EPSILON;
  if (!conic->is_cylinder) conic->c = c / conic->n + first;
}

static Point conic_equidistant(Conic *conic, GeoPoint p) {
  if (conic->is_cylinder) return equirectangular(conic, p);
  double r = conic->c - p.latitude, turn = conic->n * p.longitude;
  return (Point){r * sin(turn), conic->c - r * cos(turn)};
}

static const RawProjection projections[] = {
    {.name = "albers",
     .project = conic_equal_area,
     .prepare = equal_area_prepare,
     .scale = 1070,
     .parallels = {29.5, 45.5},
     .rotate_longitude = 96,
     .center_longitude = -0.6,
     .center_latitude = 38.7},
    {.name = "azimuthalEqualArea",
     .project = azimuthal_equal_area,
     .clip_degrees = 180 - 1e-3,
     .scale = 124.75},
    {.name = "azimuthalEquidistant",
     .project = azimuthal_equidistant,
     .clip_degrees = 180 - 1e-3,
     .scale = 79.4188},
    {.name = "conicConformal",
     .project = conic_conformal,
     .prepare = conformal_prepare,
     .scale = 109.5,
     .parallels = {30, 30}},
    {.name = "conicEqualArea",
     .project = conic_equal_area,
     .prepare = equal_area_prepare,
     .scale = 155.424,
     .parallels = {0, 60},
     .center_latitude = 33.6442},
    {.name = "conicEquidistant",
     .project = conic_equidistant,
     .prepare = equidistant_prepare,
     .scale = 131.154,
     .parallels = {0, 60},
     .center_latitude = 13.9389},
    {.name = "equalEarth", .project = equal_earth, .scale = 177.158},
    {.name = "equirectangular", .project = equirectangular, .scale = 152.63},
    {.name = "gnomonic",
     .project = gnomonic,
     .clip_degrees = 60,
     .scale = 144.049},
    {.name = "mercator",
     .project = mercator,
     .is_square = true,
     .scale = 961 / (2 * G_PI)},
    {.name = "mollweide", .project = mollweide, .scale = 169.529},
    {.name = "naturalEarth1", .project = natural_earth, .scale = 175.295},
    {.name = "orthographic",
     .project = orthographic,
     .clip_degrees = 90 + 1e-6,
     .scale = 249.5},
    {.name = "stereographic",
     .project = stereographic,
     .clip_degrees = 142,
     .scale = 250},
    {.name = "transverseMercator",
     .project = transverse_mercator,
     .is_square = true,
     .is_transverse = true,
     .scale = 159.155},
};

const RawProjection *raw_projection_find(Str name) {
  for (size_t i = 0; i < G_N_ELEMENTS(projections); i++)
    if (str_is(name, projections[i].name)) return &projections[i];
  return NULL;
}

const char *const *raw_projection_names(int *count) {
  static const char *const names[] = {"albers",
                                      "albersUsa",
                                      "azimuthalEqualArea",
                                      "azimuthalEquidistant",
                                      "conicConformal",
                                      "conicEqualArea",
                                      "conicEquidistant",
                                      "equalEarth",
                                      "equirectangular",
                                      "gnomonic",
                                      "identity",
                                      "mercator",
                                      "mollweide",
                                      "naturalEarth1",
                                      "orthographic",
                                      "stereographic",
                                      "transverseMercator"};
  *count = (int)G_N_ELEMENTS(names);
  return names;
}
