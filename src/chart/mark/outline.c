/* Sectors and trails to outlines. */
#include "chart/mark/outline.h"

#include <math.h>

static const double SMALL = 1e-12, TAU = 2 * M_PI;

/* An arc as a canvas draws it: from one angle on to the other in the given
 * direction, a full circle at most. */
static void canvas_arc(Path *path, Point center, double radius, double from,
                       double to, bool clockwise) {
  double turn = clockwise ? to - from : from - to;
  if (turn < 0) turn = fmod(turn, TAU) + TAU;
  if (turn > TAU) turn = TAU;
  path_arc(path, center, radius, from, clockwise ? from + turn : from - turn);
}

/* ---- Sectors ---- */

/* One ring of a sector, inner or outer, about (0, 0) with 0 to the right. */
typedef struct Ring {
  double radius, start, end;
  double left;   /* of the angle after padding; 0: collapsed */
  double corner; /* radius */
  Point first, last;
} Ring;

typedef struct Sector {
  Path *path;
  Point center;
  bool clockwise;
  double angle, corner;
  Ring inner, outer;
} Sector;

static Point on_circle(double radius, double angle) {
  return (Point){radius * cos(angle), radius * sin(angle)};
}

static void go_to(const Sector *sector, Point p, bool starts) {
  double x = sector->center.x + p.x, y = sector->center.y + p.y;
  if (starts)
    path_move(sector->path, x, y);
  else
    path_line(sector->path, x, y);
}

static void ring_arc(const Sector *sector, Point center, double radius,
                     double from, double to, bool clockwise) {
  center.x += sector->center.x;
  center.y += sector->center.y;
  canvas_arc(sector->path, center, radius, from, to, clockwise);
}

/* Narrows a ring so that gaps between sectors are equally wide all along. */
static void pad_ring(Ring *ring, double gap, bool clockwise) {
  double angle = asin(gap / ring->radius);
  ring->left -= 2 * angle;
  if (ring->left > SMALL) {
    ring->start += clockwise ? angle : -angle;
    ring->end -= clockwise ? angle : -angle;
  } else {
    ring->left = 0;
    ring->start = ring->end = (ring->start + ring->end) / 2;
  }
}

/* Where the lines a-b and c-d cross; false: nowhere. */
static bool lines_cross(Point a, Point b, Point c, Point d, Point *cross) {
  double x10 = b.x - a.x, y10 = b.y - a.y, x32 = d.x - c.x, y32 = d.y - c.y;
  double t = y32 * x10 - x32 * y10;
  if (t * t < SMALL) return false;
  t = (x32 * (a.y - c.y) - y32 * (a.x - c.x)) / t;
  *cross = (Point){a.x + t * x10, a.y + t * y10};
  return true;
}

/* Corners that a narrow sector has no room for become smaller. */
static void limit_corners(Sector *sector) {
  Ring *inner = &sector->inner, *outer = &sector->outer;
  Point tip;
  inner->corner = outer->corner = sector->corner;
  if (sector->angle >= M_PI) return;
  if (!lines_cross(outer->first, inner->first, outer->last, inner->last,
                   &tip)) {
    inner->corner = outer->corner = 0;
    return;
  }
  double ax = outer->first.x - tip.x, ay = outer->first.y - tip.y;
  double bx = outer->last.x - tip.x, by = outer->last.y - tip.y;
  double cosine = (ax * bx + ay * by) / (hypot(ax, ay) * hypot(bx, by));
  double k = 1 / sin(acos(cosine) / 2), length = hypot(tip.x, tip.y);
  inner->corner = fmin(sector->corner, (inner->radius - length) / (k - 1));
  outer->corner = fmin(sector->corner, (outer->radius - length) / (k + 1));
}

/* A rounded corner: its circle's centre, and from there to where it leaves the
 * sector's side (from) and where it meets the ring (to). */
typedef struct Corner {
  Point center, from, to;
} Corner;

/* Between the side that runs from `a` to `b`, b lying on the ring. */
static Corner round_corner(Point a, Point b, double ring, double radius,
                           bool clockwise) {
  double dx = a.x - b.x, dy = a.y - b.y;
  double offset = (clockwise ? radius : -radius) / hypot(dx, dy);
  Point shift = {offset * dy, -offset * dx};
  Point p = {a.x + shift.x, a.y + shift.y}, q = {b.x + shift.x, b.y + shift.y};
  Point middle = {(p.x + q.x) / 2, (p.y + q.y) / 2};
  double ex = q.x - p.x, ey = q.y - p.y, e2 = ex * ex + ey * ey;
  double r = ring - radius, cross = p.x * q.y - q.x * p.y;
  double d = (ey < 0 ? -1 : 1) * sqrt(fmax(0, r * r * e2 - cross * cross));
  Point one = {(cross * ey - ex * d) / e2, (-cross * ex - ey * d) / e2};
  Point two = {(cross * ey + ex * d) / e2, (-cross * ex + ey * d) / e2};
  bool second = hypot(one.x - middle.x, one.y - middle.y) >
                hypot(two.x - middle.x, two.y - middle.y);
  Point center = second ? two : one;
  double out = ring / r - 1;
  return (Corner){
      center, {-shift.x, -shift.y}, {center.x * out, center.y * out}};
}

static double angle_of(Point p) {
  return atan2(p.y, p.x);
}

static double angle_of_sum(Point p, Point q) {
  return atan2(p.y + q.y, p.x + q.x);
}

/* A ring between two rounded corners. The inner one is walked backwards. */
static void rounded_ring(const Sector *sector, const Ring *ring, Corner first,
                         Corner second, bool is_inner) {
  double radius = ring->corner;
  bool clockwise = sector->clockwise;
  Point start = {first.center.x + first.from.x, first.center.y + first.from.y};
  go_to(sector, start, !is_inner);
  if (radius < sector->corner) { /* the two have merged */
    ring_arc(sector, first.center, radius, angle_of(first.from),
             angle_of(second.from), clockwise);
    return;
  }
  ring_arc(sector, first.center, radius, angle_of(first.from),
           angle_of(first.to), clockwise);
  ring_arc(sector, (Point){0, 0}, ring->radius,
           angle_of_sum(first.center, first.to),
           angle_of_sum(second.center, second.to),
           is_inner ? !clockwise : clockwise);
  ring_arc(sector, second.center, radius, angle_of(second.to),
           angle_of(second.from), clockwise);
}

static void add_outer(const Sector *sector) {
  const Ring *inner = &sector->inner, *outer = &sector->outer;
  bool clockwise = sector->clockwise;
  if (!(outer->left > SMALL)) {
    go_to(sector, outer->first, true);
  } else if (outer->corner > SMALL) {
    Corner first = round_corner(inner->first, outer->first, outer->radius,
                                outer->corner, clockwise);
    Corner second = round_corner(outer->last, inner->last, outer->radius,
                                 outer->corner, clockwise);
    rounded_ring(sector, outer, first, second, false);
  } else {
    go_to(sector, outer->first, true);
    ring_arc(sector, (Point){0, 0}, outer->radius, outer->start, outer->end,
             clockwise);
  }
}

static void add_inner(const Sector *sector) {
  const Ring *inner = &sector->inner, *outer = &sector->outer;
  bool clockwise = sector->clockwise;
  if (!(inner->radius > SMALL) || !(inner->left > SMALL)) {
    go_to(sector, inner->last, false);
  } else if (inner->corner > SMALL) {
    Corner first = round_corner(inner->last, outer->last, inner->radius,
                                -inner->corner, clockwise);
    Corner second = round_corner(outer->first, inner->first, inner->radius,
                                 -inner->corner, clockwise);
    rounded_ring(sector, inner, first, second, true);
  } else {
    ring_arc(sector, (Point){0, 0}, inner->radius, inner->end, inner->start,
             !clockwise);
  }
}

static void add_full_circle(const Sector *sector) {
  const Ring *inner = &sector->inner, *outer = &sector->outer;
  go_to(sector, on_circle(outer->radius, outer->start), true);
  ring_arc(sector, (Point){0, 0}, outer->radius, outer->start, outer->end,
           sector->clockwise);
  if (inner->radius > SMALL) {
    path_close(sector->path);
    go_to(sector, on_circle(inner->radius, inner->end), true);
    ring_arc(sector, (Point){0, 0}, inner->radius, inner->end, inner->start,
             !sector->clockwise);
  }
}

static void add_sector(Sector *sector, double pad_angle) {
  Ring *inner = &sector->inner, *outer = &sector->outer;
  if (pad_angle / 2 > SMALL) {
    double gap = hypot(inner->radius, outer->radius) * sin(pad_angle / 2);
    if (inner->radius > SMALL) {
      pad_ring(inner, gap, sector->clockwise);
    } else { /* the tip of a pie's slice stays whole */
      inner->left = 0;
      inner->start = inner->end = (inner->start + inner->end) / 2;
    }
    pad_ring(outer, gap, sector->clockwise);
  }
  outer->first = on_circle(outer->radius, outer->start);
  outer->last = on_circle(outer->radius, outer->end);
  inner->first = on_circle(inner->radius, inner->start);
  inner->last = on_circle(inner->radius, inner->end);
  if (sector->corner > SMALL) limit_corners(sector);
  add_outer(sector);
  add_inner(sector);
}

void arc_outline_add(Path *path, const ArcShape *arc) {
  double low = fmin(arc->inner_radius, arc->outer_radius);
  double high = fmax(arc->inner_radius, arc->outer_radius);
  double start = arc->start_angle - M_PI / 2, end = arc->end_angle - M_PI / 2;
  double angle = fabs(end - start);
  Sector sector = {.path = path,
                   .center = arc->center,
                   .clockwise = end > start,
                   .angle = angle,
                   .corner = fmin((high - low) / 2, arc->corner_radius),
                   .inner = {.radius = low, start, end, angle},
                   .outer = {.radius = high, start, end, angle}};
  if (!(high > SMALL))
    go_to(&sector, (Point){0, 0}, true);
  else if (angle > TAU - SMALL)
    add_full_circle(&sector);
  else
    add_sector(&sector, arc->pad_angle);
  path_close(path);
}

Bounds arc_bounds(const ArcShape *arc) {
  double from = fmin(arc->start_angle, arc->end_angle) - M_PI / 2;
  double to =
      fmin(fmax(arc->start_angle, arc->end_angle) - M_PI / 2, from + TAU);
  const double radii[] = {arc->inner_radius, arc->outer_radius};
  Bounds bounds = bounds_empty();
  for (int i = 0; i < 2; i++) {
    Point first = on_circle(radii[i], from), last = on_circle(radii[i], to);
    bounds_add(&bounds, first.x, first.y);
    bounds_add(&bounds, last.x, last.y);
    for (double k = ceil(from / (M_PI / 2)); k * M_PI / 2 <= to; k++) {
      Point turn = on_circle(radii[i], k * M_PI / 2);
      bounds_add(&bounds, turn.x, turn.y);
    }
  }
  return bounds_moved(bounds, arc->center.x, arc->center.y);
}

/* ---- Trails ---- */

/* From one point to the next: both sides, and a round end at each. */
static void add_trail_stretch(Path *path, TrailPoint from, TrailPoint to) {
  double nx = from.point.y - to.point.y, ny = to.point.x - from.point.x;
  double length = hypot(nx, ny), r1 = from.width / 2, r2 = to.width / 2;
  if (!(length > 0)) {
    path_move(path, to.point.x + r2, to.point.y);
    path_arc(path, to.point, r2, 0, TAU);
    path_close(path);
    return;
  }
  nx /= length;
  ny /= length;
  double angle = atan2(ny, nx);
  path_move(path, from.point.x - nx * r1, from.point.y - ny * r1);
  path_line(path, to.point.x - nx * r2, to.point.y - ny * r2);
  path_arc(path, to.point, r2, angle - M_PI, angle);
  path_line(path, from.point.x + nx * r1, from.point.y + ny * r1);
  path_arc(path, from.point, r1, angle, angle + M_PI);
  path_close(path);
}

void trail_outline_add(Path *path, const TrailPoint *points, int count) {
  for (int i = 1; i < count; i++)
    add_trail_stretch(path, points[i - 1], points[i]);
}
