/* Shapes of the sphere as outlines on the plane. Private to geo/. */
#ifndef JIKJI_CHART_GEO_OUTLINE_H
#define JIKJI_CHART_GEO_OUTLINE_H

#include "chart/geo/projection.h"

/* Where a part of the projection puts a rotated point. */
Point outline_point(const Projection *projection, const GlobePart *part,
                    GeoPoint rotated);

/* The rectangle of the plane in which a part shows; false: everywhere. */
bool outline_window(const Projection *projection, const GlobePart *part,
                    Rect *window);

#endif
