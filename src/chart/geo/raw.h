/* The formulas of map projections: the unit sphere onto a plane, x to the right
 * and y up. After J. P. Snyder, "Map Projections: A Working Manual" (1987), and
 * for the newer ones their authors' papers. One row each in raw.c. */
#ifndef JIKJI_CHART_GEO_RAW_H
#define JIKJI_CHART_GEO_RAW_H

#include "chart/geo/sphere.h"
#include "frame/geometry.h"

/* What a conic works out once from its two parallels. */
typedef struct ConicConstants {
  double n, c, r0;
  bool is_cylinder; /* the parallels lie as far north as south */
} ConicConstants;

typedef struct RawProjection {
  const char *name;
  Point (*project)(const ConicConstants *conic, GeoPoint point);
  void (*prepare)(ConicConstants *conic, double first, double second);
  double clip_degrees; /* radius of what shows about the centre; 0: all */
  bool is_square;      /* cut to a square, as it never ends */
  bool is_transverse;  /* lies on its side */
  double scale;        /* the default */
  double parallels[2]; /* degrees, of conics */
  double rotate_longitude, center_longitude, center_latitude; /* degrees */
} RawProjection;

const RawProjection *raw_projection_find(Str name); /* NULL: none */
const char *const *raw_projection_names(int *count);

#endif
