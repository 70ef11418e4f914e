/* Points to the outline of a curve through or near them; the interpolations of
 * Vega, which are d3-shape's. */
#include <math.h>

#include "chart/mark/curve_kinds.h"

static void start_at(const CurveRun *run, Point p) {
  if (run->continues)
    path_line(run->path, p.x, p.y);
  else
    path_move(run->path, p.x, p.y);
}

static void line_to(const CurveRun *run, Point p) {
  path_line(run->path, p.x, p.y);
}

/* ---- Straight lines and steps ---- */

static void linear_add(const CurveRun *run) {
  start_at(run, run->points[0]);
  for (int i = 1; i < run->count; i++)
    line_to(run, run->points[i]);
}

static void linear_closed_add(const CurveRun *run) {
  linear_add(run);
  if (run->count > 1) path_close(run->path); /* curve_add closes a dot */
}

/* A step at `share` of the way to the next point. */
static void steps_add(const CurveRun *run, double share) {
  start_at(run, run->points[0]);
  for (int i = 1; i < run->count; i++) {
    Point from = run->points[i - 1], to = run->points[i];
    double x = from.x * (1 - share) + to.x * share;
    if (share <= 0) {
      line_to(run, (Point){from.x, to.y});
      line_to(run, to);
    } else {
      line_to(run, (Point){x, from.y});
      line_to(run, (Point){x, to.y});
    }
  }
  if (share > 0 && share < 1 && run->count > 1)
    line_to(run, run->points[run->count - 1]);
}

static void step_add(const CurveRun *run) {
  steps_add(run, 0.5);
}

/* The way back of an area steps on the other side. */
static void step_before_add(const CurveRun *run) {
  steps_add(run, run->continues ? 1 : 0);
}

static void step_after_add(const CurveRun *run) {
  steps_add(run, run->continues ? 0 : 1);
}

/* ---- Cubic B-splines ---- */

static Point mix(Point a, double u, Point b, double v, Point c, double w) {
  double sum = u + v + w;
  return (Point){(u * a.x + v * b.x + w * c.x) / sum,
                 (u * a.y + v * b.y + w * c.y) / sum};
}

static void spline_to(const CurveRun *run, Point a, Point b, Point c) {
  Point p = mix(a, 2, b, 1, c, 0), q = mix(a, 1, b, 2, c, 0);
  Point end = mix(a, 1, b, 4, c, 1);
  path_curve(run->path, p.x, p.y, q.x, q.y, end.x, end.y);
}

static void basis_add(const CurveRun *run) {
  const Point *p = run->points;
  int last = run->count - 1;
  start_at(run, p[0]);
  if (last >= 2) {
    line_to(run, mix(p[0], 5, p[1], 1, p[1], 0));
    for (int i = 2; i <= last; i++)
      spline_to(run, p[i - 2], p[i - 1], p[i]);
    spline_to(run, p[last - 1], p[last], p[last]);
  }
  if (last >= 1) line_to(run, p[last]);
}

static void basis_open_add(const CurveRun *run) {
  const Point *p = run->points;
  if (run->count < 3) return;
  start_at(run, mix(p[0], 1, p[1], 4, p[2], 1));
  for (int i = 3; i < run->count; i++)
    spline_to(run, p[i - 2], p[i - 1], p[i]);
}

static void basis_closed_add(const CurveRun *run) {
  const Point *p = run->points;
  int count = run->count;
  CurveRun loop = *run;
  loop.continues = false;
  if (count < 3) {
    start_at(&loop, count == 1 ? p[0] : mix(p[0], 1, p[1], 2, p[1], 0));
    if (count == 1) return;
    line_to(run, mix(p[1], 1, p[0], 2, p[0], 0));
    path_close(run->path);
    return;
  }
  start_at(&loop, mix(p[0], 1, p[1], 4, p[2], 1));
  for (int i = 3; i < count + 3; i++)
    spline_to(run, p[(i - 2) % count], p[(i - 1) % count], p[i % count]);
}

/* A spline pulled towards the straight line from end to end. */
static void bundle_add(const CurveRun *run) {
  int last = run->count - 1;
  double pull = 1 - run->tension;
  if (last < 1) return;
  Arena scratch = {0};
  Point *pulled = arena_array(&scratch, Point, run->count);
  Point first = run->points[0], end = run->points[last];
  for (int i = 0; i <= last; i++) {
    double t = (double)i / last;
    pulled[i].x = run->tension * run->points[i].x +
                  pull * (first.x + t * (end.x - first.x));
    pulled[i].y = run->tension * run->points[i].y +
                  pull * (first.y + t * (end.y - first.y));
  }
  CurveRun bundle = *run;
  bundle.points = pulled;
  basis_add(&bundle);
  arena_clear(&scratch);
}

/* ---- The table ---- */

static const CurveKind kinds[] = {
    {"linear", linear_add, 0},
    {"linear-closed", linear_closed_add, 0},
    {"step", step_add, 0},
    {"step-before", step_before_add, 0},
    {"step-after", step_after_add, 0},
    {"basis", basis_add, 0},
    {"basis-open", basis_open_add, 0},
    {"basis-closed", basis_closed_add, 0},
    {"bundle", bundle_add, 0.85},
    {"cardinal", cardinal_add, 0},
    {"cardinal-open", cardinal_open_add, 0},
    {"cardinal-closed", cardinal_closed_add, 0},
    {"catmull-rom", catmull_rom_add, 0.5},
    {"catmull-rom-open", catmull_rom_open_add, 0.5},
    {"catmull-rom-closed", catmull_rom_closed_add, 0.5},
    {"monotone", monotone_add, 0},
    {"natural", natural_add, 0},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static const CurveKind *kind_find(Str name) {
  for (int i = 0; i < KIND_COUNT; i++)
    if (str_is(name, kinds[i].name)) return &kinds[i];
  return NULL;
}

bool curve_is_known(Str interpolate) {
  return kind_find(interpolate) != NULL;
}

void curve_add(Path *path, const Curve *curve, const Point *points, int count,
               bool continues) {
  const CurveKind *kind = kind_find(curve->interpolate);
  if (!kind) kind = &kinds[0];
  if (count <= 0) return;
  CurveRun run = {path,           points,          count,
                  curve->tension, curve->vertical, continues};
  if (isnan(run.tension)) run.tension = kind->tension;
  int before = path->segments.count;
  kind->add(&run);
  if (path->segments.count == before + 1 && !continues)
    path_close(path); /* a dot with round caps */
}
