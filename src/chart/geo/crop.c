#include "chart/geo/crop.h"

#include <math.h>

/* One side of a window: points with sign * (x or y) <= limit stay. */
typedef struct Side {
  bool is_vertical;
  double sign, limit;
} Side;

enum { SIDES = 4 };

static void sides_of(Rect window, Side sides[SIDES]) {
  sides[0] = (Side){true, -1, -window.x};
  sides[1] = (Side){true, 1, window.x + window.width};
  sides[2] = (Side){false, -1, -window.y};
  sides[3] = (Side){false, 1, window.y + window.height};
}

/* How far a point lies outside; at most 0 where it stays. */
static double beyond(const Side *side, Point point) {
  return side->sign * (side->is_vertical ? point.x : point.y) - side->limit;
}

static Point between(Point a, Point b, double share) {
  return (Point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

bool rect_holds(Rect window, Point point) {
  return point.x >= window.x && point.x <= window.x + window.width &&
         point.y >= window.y && point.y <= window.y + window.height;
}

/* Sutherland & Hodgman (1974), one side. */
static PlanePoints crop_side(Arena *arena, const PlanePoints *points,
                             const Side *side) {
  PlanePoints kept = {0};
  for (int i = 0; i < points->count; i++) {
    Point a = points->items[i], b = points->items[(i + 1) % points->count];
    double at_a = beyond(side, a), at_b = beyond(side, b);
    if (at_a <= 0) list_add(arena, &kept, a);
    if ((at_a <= 0) != (at_b <= 0))
      list_add(arena, &kept, between(a, b, at_a / (at_a - at_b)));
  }
  return kept;
}

static bool is_crossed(const PlanePoints *points, const Side *side) {
  for (int i = 0; i < points->count; i++)
    if (beyond(side, points->items[i]) > 0) return true;
  return false;
}

PlanePoints crop_ring(Arena *arena, PlanePoints ring, Rect window) {
  Side sides[SIDES];
  sides_of(window, sides);
  for (int i = 0; i < SIDES; i++)
    if (is_crossed(&ring, &sides[i])) ring = crop_side(arena, &ring, &sides[i]);
  return ring;
}

/* The part of the segment from a to b in the window, as shares of it (Liang &
 * Barsky, 1984); false: none. */
static bool visible_part(const Side sides[SIDES], Point a, Point b,
                         double *from, double *to) {
  *from = 0;
  *to = 1;
  for (int i = 0; i < SIDES; i++) {
    double at_a = beyond(&sides[i], a), at_b = beyond(&sides[i], b);
    if (at_a > 0 && at_b > 0) return false;
    if (at_a > 0) *from = fmax(*from, at_a / (at_a - at_b));
    if (at_b > 0) *to = fmin(*to, at_a / (at_a - at_b));
  }
  return *from <= *to;
}

PlaneLines crop_line(Arena *arena, const PlanePoints *line, Rect window) {
  PlaneLines pieces = {0};
  Side sides[SIDES];
  sides_of(window, sides);
  bool is_open = false; /* the last piece ends at the segment's start */
  for (int i = 1; i < line->count; i++) {
    Point a = line->items[i - 1], b = line->items[i];
    double from, to;
    if (!visible_part(sides, a, b, &from, &to)) {
      is_open = false;
      continue;
    }
    if (!is_open) {
      PlanePoints *piece = list_new(arena, &pieces);
      list_add(arena, piece, between(a, b, from));
    }
    list_add(arena, list_last(&pieces), to < 1 ? between(a, b, to) : b);
    is_open = to >= 1;
  }
  return pieces;
}
