/* Outlines of arcs and trails. */
#ifndef JIKJI_CHART_MARK_OUTLINE_H
#define JIKJI_CHART_MARK_OUTLINE_H

#include "chart/mark/mark.h"

/* A sector of a ring: angles in radians, clockwise from twelve o'clock. */
typedef struct ArcShape {
  Point center;
  double inner_radius, outer_radius;
  double start_angle, end_angle;
  double pad_angle;
  double corner_radius;
} ArcShape;

/* Adds the sector as one closed outline (d3-shape's arc). */
void arc_outline_add(Path *path, const ArcShape *arc);

/* The exact bounds of a sector without padding or round corners: curves that
 * only come near to circles would add a whole pixel now and then. */
Bounds arc_bounds(const ArcShape *arc);

/* A point of a trail: as wide as `width`. */
typedef struct TrailPoint {
  Point point;
  double width;
} TrailPoint;

/* Adds a line of varying width through the points, as closed outlines that
 * overlap (vega-scenegraph's trail); to be filled by the nonzero rule. */
void trail_outline_add(Path *path, const TrailPoint *points, int count);

/* Whether there is an interpolation of that name. */
bool curve_is_known(Str interpolate);

#endif
