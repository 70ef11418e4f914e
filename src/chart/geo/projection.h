/* A projection as a chart uses it: rotated, scaled, moved, fitted; and shapes
 * drawn through it as outlines. */
#ifndef JIKJI_CHART_GEO_PROJECTION_H
#define JIKJI_CHART_GEO_PROJECTION_H

#include <jansson.h>

#include "chart/geo/clip.h"
#include "chart/geo/raw.h"
#include "frame/path.h"

/* One globe laid flat; albersUsa is three of them side by side. */
typedef struct GlobePart {
  const RawProjection *raw; /* NULL: identity, on plane coordinates */
  ConicConstants conic;
  GeoRotation rotation;
  GeoClip clip;
  Point center; /* what the center projects to, unscaled */
  double share; /* of the whole's scale */
  Point shift;  /* from the whole's translate, in its scale */
  Rect window;  /* what shows of it, in the whole's scale; or empty: all */
} GlobePart;

typedef struct Projection Projection;
struct Projection {
  GlobePart parts[3];
  int part_count;
  double scale;
  Point translate;
  double angle; /* degrees, of the plane */
  bool reflect_x, reflect_y;
  Rect extent;      /* what shows of the plane; or empty: all */
  double precision; /* of curves, in chart units */
  double point_radius;
  bool is_fixed; /* scale or translate were given: not to be fitted */
};

/* Reads Vega-Lite's projection object (without a type: Vega's mercator). The
 * caller has checked that the type is known. */
Projection projection_read(const json_t *definition);

/* Chooses scale and translate so that the shapes fill the extent. */
void projection_fit(Projection *projection, Rect extent, const GeoShape *shape);

/* A position in degrees; false where it lies out of view. */
bool projection_point(const Projection *projection, double longitude,
                      double latitude, Point *point);

/* Adds the shape's outline to the path; points become circles. */
void projection_draw(const Projection *projection, const GeoShape *shape,
                     Path *path);

#endif
