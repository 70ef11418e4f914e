#include "chart/scene/bounds.h"

#include <math.h>

Bounds bounds_empty(void) {
  return (Bounds){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

Bounds bounds_of(double x1, double y1, double x2, double y2) {
  return (Bounds){fmin(x1, x2), fmin(y1, y2), fmax(x1, x2), fmax(y1, y2)};
}

bool bounds_is_empty(const Bounds *bounds) {
  return bounds->x1 > bounds->x2;
}

void bounds_add(Bounds *bounds, double x, double y) {
  bounds_union(bounds, (Bounds){x, y, x, y});
}

void bounds_union(Bounds *bounds, Bounds other) {
  if (bounds_is_empty(&other)) return;
  bounds->x1 = fmin(bounds->x1, other.x1);
  bounds->y1 = fmin(bounds->y1, other.y1);
  bounds->x2 = fmax(bounds->x2, other.x2);
  bounds->y2 = fmax(bounds->y2, other.y2);
}

Bounds bounds_moved(Bounds bounds, double x, double y) {
  return (Bounds){bounds.x1 + x, bounds.y1 + y, bounds.x2 + x, bounds.y2 + y};
}

Bounds bounds_grown(Bounds bounds, double by) {
  if (bounds_is_empty(&bounds)) return bounds;
  return (Bounds){bounds.x1 - by, bounds.y1 - by, bounds.x2 + by,
                  bounds.y2 + by};
}

Bounds bounds_rotated(Bounds bounds, double degrees, Point about) {
  if (degrees == 0 || bounds_is_empty(&bounds)) return bounds;
  Matrix turn = matrix_rotate(degrees);
  double xs[] = {bounds.x1, bounds.x2}, ys[] = {bounds.y1, bounds.y2};
  Bounds turned = bounds_empty();
  for (int i = 0; i < 4; i++) {
    Point corner = {xs[i & 1] - about.x, ys[i >> 1] - about.y};
    Point moved = matrix_apply(turn, corner);
    bounds_add(&turned, moved.x + about.x, moved.y + about.y);
  }
  return turned;
}

double bounds_width(const Bounds *bounds) {
  return bounds_is_empty(bounds) ? 0 : bounds->x2 - bounds->x1;
}

double bounds_height(const Bounds *bounds) {
  return bounds_is_empty(bounds) ? 0 : bounds->y2 - bounds->y1;
}
