/* Smooth curves through points: cardinal and Catmull-Rom splines, monotone
 * cubics (Steffen 1990), natural splines. */
#include <math.h>

#include "chart/mark/curve_kinds.h"

static void start_at(const CurveRun *run, Point p) {
  if (run->continues)
    path_line(run->path, p.x, p.y);
  else
    path_move(run->path, p.x, p.y);
}

static void curve_to(const CurveRun *run, Point p, Point q, Point end) {
  path_curve(run->path, p.x, p.y, q.x, q.y, end.x, end.y);
}

/* ---- Cardinal and Catmull-Rom splines ---- */

/* The stretch from b to c, where a comes before and d after. A missing
 * neighbour is the point itself (Catmull-Rom) or the other end's (cardinal). */
typedef struct SplineStretch {
  Point a, b, c, d;
} SplineStretch;

typedef void StretchAdd(const CurveRun *run, SplineStretch stretch);

static void cardinal_stretch(const CurveRun *run, SplineStretch s) {
  double k = (1 - run->tension) / 6;
  Point p = {s.b.x + k * (s.c.x - s.a.x), s.b.y + k * (s.c.y - s.a.y)};
  Point q = {s.c.x + k * (s.b.x - s.d.x), s.c.y + k * (s.b.y - s.d.y)};
  curve_to(run, p, q, s.c);
}

static double distance_power(Point a, Point b, double alpha) {
  double dx = a.x - b.x, dy = a.y - b.y;
  return pow(dx * dx + dy * dy, alpha);
}

/* A control point beside `near`; `before` and `after` are distances to the
 * power alpha, squared. */
static Point catmull_control(Point near, Point before_point, Point after_point,
                             double before, double after) {
  double root = sqrt(before), other = sqrt(after);
  if (!(root > 1e-12)) return near;
  double a = 2 * before + 3 * root * other + after;
  double n = 3 * root * (root + other);
  return (Point){
      (near.x * a - before_point.x * after + after_point.x * before) / n,
      (near.y * a - before_point.y * after + after_point.y * before) / n};
}

static void catmull_rom_stretch(const CurveRun *run, SplineStretch s) {
  double alpha = run->tension;
  double ab = distance_power(s.a, s.b, alpha);
  double bc = distance_power(s.b, s.c, alpha);
  double cd = distance_power(s.c, s.d, alpha);
  Point p = catmull_control(s.b, s.a, s.c, ab, bc);
  Point q = catmull_control(s.c, s.d, s.b, cd, bc);
  curve_to(run, p, q, s.c);
}

static void open_run(const CurveRun *run, StretchAdd *add) {
  const Point *p = run->points;
  if (run->count < 3) return;
  start_at(run, p[1]);
  for (int i = 1; i + 2 < run->count; i++)
    add(run, (SplineStretch){p[i - 1], p[i], p[i + 1], p[i + 2]});
}

static void closed_run(const CurveRun *run, StretchAdd *add) {
  const Point *p = run->points;
  int count = run->count;
  Point first = p[count > 1 ? 1 : 0];
  path_move(run->path, first.x, first.y);
  if (count < 3) {
    if (count == 1) return;
    path_line(run->path, p[0].x, p[0].y);
    path_close(run->path);
    return;
  }
  for (int i = 1; i <= count; i++)
    add(run, (SplineStretch){p[i - 1], p[i % count], p[(i + 1) % count],
                             p[(i + 2) % count]});
}

/* From end to end; the neighbours that the ends lack are given by `missing`: 0
 * for the point itself, 1 for the next one inwards. */
static void whole_run(const CurveRun *run, StretchAdd *add, int missing) {
  const Point *p = run->points;
  int last = run->count - 1;
  start_at(run, p[0]);
  if (last == 1) path_line(run->path, p[1].x, p[1].y);
  for (int i = 0; last > 1 && i < last; i++) {
    Point before = i > 0 ? p[i - 1] : p[missing];
    Point after = i + 2 <= last ? p[i + 2] : p[last - missing];
    add(run, (SplineStretch){before, p[i], p[i + 1], after});
  }
}

void cardinal_add(const CurveRun *run) {
  whole_run(run, cardinal_stretch, 1);
}

void cardinal_open_add(const CurveRun *run) {
  open_run(run, cardinal_stretch);
}

void cardinal_closed_add(const CurveRun *run) {
  closed_run(run, cardinal_stretch);
}

void catmull_rom_add(const CurveRun *run) {
  if (run->tension == 0)
    cardinal_add(run);
  else
    whole_run(run, catmull_rom_stretch, 0);
}

void catmull_rom_open_add(const CurveRun *run) {
  open_run(run, run->tension == 0 ? cardinal_stretch : catmull_rom_stretch);
}

void catmull_rom_closed_add(const CurveRun *run) {
  closed_run(run, run->tension == 0 ? cardinal_stretch : catmull_rom_stretch);
}

/* ---- Monotone cubics ---- */

static double sign_of(double value) {
  return value < 0 ? -1 : 1;
}

/* The slope at b that goes beyond neither neighbour. */
static double slope_between(Point a, Point b, Point c) {
  double before = b.x - a.x, after = c.x - b.x;
  double s0 = (b.y - a.y) / (before != 0 ? before : after < 0 ? -0.0 : 0.0);
  double s1 = (c.y - b.y) / (after != 0 ? after : before < 0 ? -0.0 : 0.0);
  double p = (s0 * after + s1 * before) / (before + after);
  double slope = (sign_of(s0) + sign_of(s1)) *
                 fmin(fabs(s0), fmin(fabs(s1), 0.5 * fabs(p)));
  return isnan(p) || isnan(s0) || isnan(s1) || isnan(slope) ? 0 : slope;
}

static double slope_at_end(Point a, Point b, double other) {
  double width = b.x - a.x;
  return width != 0 ? (3 * (b.y - a.y) / width - other) / 2 : other;
}

/* The points without those that repeat the one before, x and y swapped for a
 * curve that runs along y. */
static int distinct_points(const CurveRun *run, Point *points) {
  int count = 0;
  for (int i = 0; i < run->count; i++) {
    Point p = run->points[i];
    if (run->vertical) p = (Point){p.y, p.x};
    if (count && points[count - 1].x == p.x && points[count - 1].y == p.y)
      continue;
    points[count++] = p;
  }
  return count;
}

static Point swapped(const CurveRun *run, double x, double y) {
  return run->vertical ? (Point){y, x} : (Point){x, y};
}

static void monotone_stretch(const CurveRun *run, Point a, Point b,
                             double slope_a, double slope_b) {
  double third = (b.x - a.x) / 3;
  curve_to(run, swapped(run, a.x + third, a.y + third * slope_a),
           swapped(run, b.x - third, b.y - third * slope_b),
           swapped(run, b.x, b.y));
}

void monotone_add(const CurveRun *run) {
  Arena scratch = {0};
  Point *p = arena_array(&scratch, Point, run->count);
  int last = distinct_points(run, p) - 1;
  start_at(run, swapped(run, p[0].x, p[0].y));
  if (last == 1) {
    Point end = swapped(run, p[1].x, p[1].y);
    path_line(run->path, end.x, end.y);
  }
  double slope = 0;
  for (int i = 0; last > 1 && i < last; i++) {
    double next = i + 2 <= last ? slope_between(p[i], p[i + 1], p[i + 2])
                                : slope_at_end(p[i], p[i + 1], slope);
    if (i == 0) slope = slope_at_end(p[0], p[1], next);
    monotone_stretch(run, p[i], p[i + 1], slope, next);
    slope = next;
  }
  arena_clear(&scratch);
}

/* ---- Natural splines ---- */

/* First and second control points along one axis: a tridiagonal system. */
static void natural_controls(Arena *scratch, const double *at, int stretches,
                             double *first, double *second) {
  double *diagonal = arena_array(scratch, double, stretches);
  double *right = arena_array(scratch, double, stretches);
  int n = stretches;
  diagonal[0] = 2;
  right[0] = at[0] + 2 * at[1];
  for (int i = 1; i < n; i++) {
    bool is_last = i == n - 1;
    double factor = (is_last ? 2 : 1) / diagonal[i - 1];
    double sum = is_last ? 8 * at[i] + at[i + 1] : 4 * at[i] + 2 * at[i + 1];
    diagonal[i] = (is_last ? 7 : 4) - factor;
    right[i] = sum - factor * right[i - 1];
  }
  first[n - 1] = right[n - 1] / diagonal[n - 1];
  for (int i = n - 2; i >= 0; i--)
    first[i] = (right[i] - first[i + 1]) / diagonal[i];
  for (int i = 0; i < n - 1; i++)
    second[i] = 2 * at[i + 1] - first[i + 1];
  second[n - 1] = (at[n] + first[n - 1]) / 2;
}

/* Room for the coordinates and controls of one axis. */
typedef struct NaturalAxis {
  double *at, *first, *second;
} NaturalAxis;

static NaturalAxis natural_axis(Arena *scratch, const CurveRun *run,
                                bool is_y) {
  int count = run->count;
  NaturalAxis axis = {arena_array(scratch, double, count),
                      arena_array(scratch, double, count),
                      arena_array(scratch, double, count)};
  for (int i = 0; i < count; i++)
    axis.at[i] = is_y ? run->points[i].y : run->points[i].x;
  natural_controls(scratch, axis.at, count - 1, axis.first, axis.second);
  return axis;
}

void natural_add(const CurveRun *run) {
  start_at(run, run->points[0]);
  if (run->count == 2) path_line(run->path, run->points[1].x, run->points[1].y);
  if (run->count < 3) return;
  Arena scratch = {0};
  NaturalAxis x = natural_axis(&scratch, run, false);
  NaturalAxis y = natural_axis(&scratch, run, true);
  for (int i = 0; i + 1 < run->count; i++)
    path_curve(run->path, x.first[i], y.first[i], x.second[i], y.second[i],
               run->points[i + 1].x, run->points[i + 1].y);
  arena_clear(&scratch);
}
