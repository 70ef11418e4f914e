/* Outlines: building them and their bounds. */
#include "frame/path.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

/* Control points of a quarter circle of radius 1 lie this far along. */
static const double quarter_handle = 0.5522847498307936;

Path *path_new(Arena *arena) {
  Path *path = arena_new(arena, Path);
  path->arena = arena;
  return path;
}

static void add(Path *path, PathVerb verb, const Point *points, int count) {
  PathSegment *segment = list_new(path->arena, &path->segments);
  *segment = (PathSegment){.verb = verb};
  for (int i = 0; i < count; i++)
    segment->p[i] = points[i];
}

void path_move(Path *path, double x, double y) {
  add(path, PATH_MOVE, &(Point){x, y}, 1);
}

void path_line(Path *path, double x, double y) {
  add(path, PATH_LINE, &(Point){x, y}, 1);
}

void path_curve(Path *path, double x1, double y1, double x2, double y2,
                double x, double y) {
  add(path, PATH_CURVE, (Point[]){{x1, y1}, {x2, y2}, {x, y}}, 3);
}

void path_close(Path *path) {
  add(path, PATH_CLOSE, NULL, 0);
}

void path_snap(Path *path, double per_unit) {
  for (int i = 0; i < path->segments.count; i++)
    for (int j = 0; j < 3; j++) {
      Point *point = &path->segments.items[i].p[j];
      point->x = round(point->x * per_unit) / per_unit;
      point->y = round(point->y * per_unit) / per_unit;
    }
}

void path_transform(Path *path, Matrix matrix) {
  for (int i = 0; i < path->segments.count; i++)
    for (int j = 0; j < 3; j++)
      path->segments.items[i].p[j] =
          matrix_apply(matrix, path->segments.items[i].p[j]);
}

void path_rect(Path *path, Rect rect) {
  path_move(path, rect.x, rect.y);
  path_line(path, rect.x + rect.width, rect.y);
  path_line(path, rect.x + rect.width, rect.y + rect.height);
  path_line(path, rect.x, rect.y + rect.height);
  path_close(path);
}

/* How much corners must shrink so that no two overlap on a side (CSS
 * Backgrounds 3, 5.5). */
static double corner_factor(Rect rect, const double radii[4]) {
  double factor = 1;
  for (int i = 0; i < 4; i++) {
    double side = fabs(i % 2 ? rect.height : rect.width);
    double sum = radii[i] + radii[(i + 1) % 4];
    if (sum > side) factor = fmin(factor, side / sum);
  }
  return factor;
}

/* A quarter circle from `from` to `to` about the corner of the box. */
static void add_corner(Path *path, Point from, Point corner, Point to) {
  if (from.x == to.x && from.y == to.y) return;
  double k = quarter_handle;
  path_curve(path, from.x + k * (corner.x - from.x),
             from.y + k * (corner.y - from.y), to.x + k * (corner.x - to.x),
             to.y + k * (corner.y - to.y), to.x, to.y);
}

void path_round_rect(Path *path, Rect rect, const double radii[4]) {
  double factor = corner_factor(rect, radii);
  double top_left = radii[0] * factor, top_right = radii[1] * factor;
  double bottom_right = radii[2] * factor, bottom_left = radii[3] * factor;
  double left = rect.x, right = rect.x + rect.width;
  double top = rect.y, bottom = rect.y + rect.height;
  path_move(path, left + top_left, top);
  path_line(path, right - top_right, top);
  add_corner(path, (Point){right - top_right, top}, (Point){right, top},
             (Point){right, top + top_right});
  path_line(path, right, bottom - bottom_right);
  add_corner(path, (Point){right, bottom - bottom_right},
             (Point){right, bottom}, (Point){right - bottom_right, bottom});
  path_line(path, left + bottom_left, bottom);
  add_corner(path, (Point){left + bottom_left, bottom}, (Point){left, bottom},
             (Point){left, bottom - bottom_left});
  path_line(path, left, top + top_left);
  add_corner(path, (Point){left, top + top_left}, (Point){left, top},
             (Point){left + top_left, top});
  path_close(path);
}

static bool has_current_point(const Path *path) {
  return path->segments.count && list_last(&path->segments)->verb != PATH_CLOSE;
}

void path_arc(Path *path, Point center, double radius, double from, double to) {
  Point start = {center.x + radius * cos(from), center.y + radius * sin(from)};
  if (has_current_point(path))
    path_line(path, start.x, start.y);
  else
    path_move(path, start.x, start.y);
  double turn = fmax(-2 * pi, fmin(2 * pi, to - from));
  int pieces = (int)ceil(fabs(turn) / (pi / 2) - 1e-9);
  double step = turn / fmax(pieces, 1);
  double handle = 4.0 / 3 * tan(step / 4) * radius;
  for (int i = 0; i < pieces; i++) {
    double a = from + step * i, b = from + step * (i + 1);
    Point p = {center.x + radius * cos(a), center.y + radius * sin(a)};
    Point q = {center.x + radius * cos(b), center.y + radius * sin(b)};
    path_curve(path, p.x - handle * sin(a), p.y + handle * cos(a),
               q.x + handle * sin(b), q.y - handle * cos(b), q.x, q.y);
  }
}

static double curve_at(double t, double p0, double p1, double p2, double p3) {
  double u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 +
         t * t * t * p3;
}

/* Where a cubic turns back along one axis; returns how many of times[] are. */
static int curve_turns(double p0, double p1, double p2, double p3,
                       double times[2]) {
  double a = -p0 + 3 * p1 - 3 * p2 + p3, b = 2 * (p0 - 2 * p1 + p2),
         c = p1 - p0;
  int count = 0;
  double found[2];
  if (fabs(3 * a) < 1e-12 * (fabs(b) + fabs(c)) || a == 0) {
    if (b != 0) found[count++] = -c / b;
  } else {
    double square = b * b - 4 * a * c;
    if (square < 0) return 0;
    found[count++] = (-b + sqrt(square)) / (2 * a);
    found[count++] = (-b - sqrt(square)) / (2 * a);
  }
  int kept = 0;
  for (int i = 0; i < count; i++)
    if (found[i] > 0 && found[i] < 1) times[kept++] = found[i];
  return kept;
}

static Rect with_curve(Rect bounds, Point p0, const Point p[3]) {
  double times[4];
  int count = curve_turns(p0.x, p[0].x, p[1].x, p[2].x, times);
  count += curve_turns(p0.y, p[0].y, p[1].y, p[2].y, times + count);
  bounds = rect_with_point(rect_with_point(bounds, p0), p[2]);
  for (int i = 0; i < count; i++) {
    Point at = {curve_at(times[i], p0.x, p[0].x, p[1].x, p[2].x),
                curve_at(times[i], p0.y, p[0].y, p[1].y, p[2].y)};
    bounds = rect_with_point(bounds, at);
  }
  return bounds;
}

Rect path_bounds(const Path *path) {
  Rect bounds = rect_empty();
  Point at = {0}, start = {0};
  for (int i = 0; i < path->segments.count; i++) {
    const PathSegment *segment = &path->segments.items[i];
    switch (segment->verb) {
    case PATH_MOVE:
      at = start = segment->p[0];
      bounds = rect_with_point(bounds, at);
      break;
    case PATH_LINE:
      at = segment->p[0];
      bounds = rect_with_point(bounds, at);
      break;
    case PATH_CURVE:
      bounds = with_curve(bounds, at, segment->p);
      at = segment->p[2];
      break;
    case PATH_CLOSE:
      at = start;
      break;
    }
  }
  return bounds;
}

bool path_is_rect(const Path *path, Rect *rect) {
  static const PathVerb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                   PATH_CLOSE};
  if (path->segments.count != 5) return false;
  Point corners[4];
  for (int i = 0; i < 5; i++) {
    if (path->segments.items[i].verb != verbs[i]) return false;
    if (i < 4) corners[i] = path->segments.items[i].p[0];
  }
  *rect = (Rect){corners[0].x, corners[0].y, corners[2].x - corners[0].x,
                 corners[2].y - corners[0].y};
  return corners[1].y == corners[0].y && corners[1].x == corners[2].x &&
         corners[3].x == corners[0].x && corners[3].y == corners[2].y;
}
