/* Points and shapes on the unit sphere. Angles are radians: longitude, then
 * latitude. */
#ifndef JIKJI_CHART_GEO_SPHERE_H
#define JIKJI_CHART_GEO_SPHERE_H

#include "base/list.h"
#include "table/table.h"

typedef struct GeoPoint {
  double longitude, latitude;
} GeoPoint;

typedef struct GeoVector {
  double x, y, z;
} GeoVector;

/* A line, or a ring of a polygon whose last point is not repeated. */
typedef struct GeoLine {
  List(GeoPoint) points;
} GeoLine;

typedef List(GeoLine) GeoLines;

/* Rings whose inside lies to the left of none and to the right of all, as
 * GeoJSON of spherical use winds them: clockwise outside, the other way
 * inside. */
typedef struct GeoPolygon {
  GeoLines rings;
} GeoPolygon;

/* Everything that a geometry draws. */
typedef struct GeoShape {
  List(GeoPoint) points;
  GeoLines lines;
  List(GeoPolygon) polygons;
  bool is_sphere; /* {"type": "Sphere"}: the whole globe's outline */
} GeoShape;

/* Adds a GeoJSON object (geometry, Feature, FeatureCollection,
 * GeometryCollection, Sphere); what is none is passed over. */
void geo_shape_add(Arena *arena, GeoShape *shape, Value object);

GeoVector geo_vector(GeoPoint point);
GeoPoint geo_point(GeoVector vector); /* of any length but 0 */
double geo_dot(GeoVector a, GeoVector b);
GeoVector geo_cross(GeoVector a, GeoVector b);
GeoVector geo_unit(GeoVector vector);

/* A rotation of the globe: about the pole, then about the two axes in the
 * equator's plane. */
typedef struct GeoRotation {
  double lambda, phi, gamma;
} GeoRotation;
GeoPoint geo_rotate(const GeoRotation *rotation, GeoPoint point);

/* Longitude brought into -pi..pi. */
double geo_wrap(double longitude);

/* Whether a polygon holds a point: by the winding of its rings as seen from the
 * point, and the area on whose side the south pole lies. */
bool geo_polygon_contains(const GeoPolygon *polygon, GeoPoint point);

#endif
