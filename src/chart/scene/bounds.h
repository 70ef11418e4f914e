/* Extents of what is drawn, by Vega's rules: text counts with its em box, not
 * with its ink, and strokes with half their width. */
#ifndef JIKJI_CHART_SCENE_BOUNDS_H
#define JIKJI_CHART_SCENE_BOUNDS_H

#include <stdbool.h>

#include "frame/geometry.h"

/* From (x1, y1) to (x2, y2); empty where x1 > x2. */
typedef struct Bounds {
  double x1, y1, x2, y2;
} Bounds;

Bounds bounds_empty(void);
Bounds bounds_of(double x1, double y1, double x2, double y2); /* any order */
bool bounds_is_empty(const Bounds *bounds);
void bounds_add(Bounds *bounds, double x, double y);
void bounds_union(Bounds *bounds, Bounds other);
Bounds bounds_moved(Bounds bounds, double x, double y);
Bounds bounds_grown(Bounds bounds, double by);
Bounds bounds_rotated(Bounds bounds, double degrees, Point about);
double bounds_width(const Bounds *bounds); /* 0 of an empty one */
double bounds_height(const Bounds *bounds);

#endif
