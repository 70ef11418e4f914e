/* Cropping outlines on the plane to a rectangle. Private to geo/. */
#ifndef JIKJI_CHART_GEO_CROP_H
#define JIKJI_CHART_GEO_CROP_H

#include "base/list.h"
#include "frame/geometry.h"

typedef List(Point) PlanePoints;
typedef List(PlanePoints) PlaneLines;

/* What of a closed ring lies in the window; its cut parts run along the
 * window's sides. */
PlanePoints crop_ring(Arena *arena, PlanePoints ring, Rect window);

/* The pieces of a line that lie in the window, in the line's order. */
PlaneLines crop_line(Arena *arena, const PlanePoints *line, Rect window);

bool rect_holds(Rect window, Point point); /* sides count as inside */

#endif
