/* Cutting shapes where a projection tears or ends: at the antimeridian, or at a
 * small circle about the centre. After rotation, so the centre is (0, 0). */
#ifndef JIKJI_CHART_GEO_CLIP_H
#define JIKJI_CHART_GEO_CLIP_H

#include "chart/geo/sphere.h"

/* radius 0: the antimeridian; else an angle in radians. */
typedef struct GeoClip {
  double radius;
} GeoClip;

/* The part of a shape on the near side, in the arena. Rings that were cut are
 * closed along the edge. */
GeoShape geo_clip(Arena *arena, const GeoClip *clip, const GeoShape *shape);

/* The edge itself, as a ring: the outline of the visible globe. */
GeoLine geo_clip_outline(Arena *arena, const GeoClip *clip);

#endif
