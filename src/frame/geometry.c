/* Points, rectangles and matrices. */
#include "frame/geometry.h"

#include <float.h>
#include <math.h>

static const double degree = 3.14159265358979323846 / 180;

static bool is_unset(Matrix m) {
  return m.xx == 0 && m.yx == 0 && m.xy == 0 && m.yy == 0 && m.x0 == 0 &&
         m.y0 == 0;
}

static Matrix settled(Matrix m) {
  return is_unset(m) ? (Matrix){.xx = 1, .yy = 1} : m;
}

Matrix matrix_move(double x, double y) {
  return (Matrix){.xx = 1, .yy = 1, .x0 = x, .y0 = y};
}

Matrix matrix_scale(double x, double y) {
  if (x == 0 && y == 0) x = DBL_MIN; /* all zero would stand for identity */
  return (Matrix){.xx = x, .yy = y};
}

Matrix matrix_rotate(double degrees) {
  double turns = fmod(degrees, 360);
  double c = cos(turns * degree), s = sin(turns * degree);
  if (fmod(turns, 90) == 0) c = round(c), s = round(s);
  return (Matrix){.xx = c, .yx = s, .xy = -s, .yy = c};
}

Matrix matrix_multiply(Matrix inner, Matrix outer) {
  Matrix a = settled(inner), b = settled(outer);
  return (Matrix){.xx = b.xx * a.xx + b.xy * a.yx,
                  .yx = b.yx * a.xx + b.yy * a.yx,
                  .xy = b.xx * a.xy + b.xy * a.yy,
                  .yy = b.yx * a.xy + b.yy * a.yy,
                  .x0 = b.xx * a.x0 + b.xy * a.y0 + b.x0,
                  .y0 = b.yx * a.x0 + b.yy * a.y0 + b.y0};
}

Point matrix_apply(Matrix matrix, Point p) {
  Matrix m = settled(matrix);
  return (Point){m.xx * p.x + m.xy * p.y + m.x0,
                 m.yx * p.x + m.yy * p.y + m.y0};
}

bool matrix_is_identity(Matrix matrix) {
  Matrix m = settled(matrix);
  return m.xx == 1 && m.yx == 0 && m.xy == 0 && m.yy == 1 && m.x0 == 0 &&
         m.y0 == 0;
}

bool matrix_is_usable(Matrix matrix) {
  Matrix m = settled(matrix);
  double determinant = m.xx * m.yy - m.xy * m.yx;
  return isfinite(determinant) && fabs(determinant) > 1e-18 && isfinite(m.x0) &&
         isfinite(m.y0);
}

Rect rect_empty(void) {
  return (Rect){.width = -1, .height = -1};
}

bool rect_is_empty(Rect rect) {
  return !(rect.width >= 0 && rect.height >= 0);
}

Rect rect_union(Rect a, Rect b) {
  if (rect_is_empty(a)) return b;
  if (rect_is_empty(b)) return a;
  double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
  return (Rect){x, y, fmax(a.x + a.width, b.x + b.width) - x,
                fmax(a.y + a.height, b.y + b.height) - y};
}

Rect rect_common(Rect a, Rect b) {
  if (rect_is_empty(a) || rect_is_empty(b)) return rect_empty();
  double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
  Rect common = {x, y, fmin(a.x + a.width, b.x + b.width) - x,
                 fmin(a.y + a.height, b.y + b.height) - y};
  return rect_is_empty(common) ? rect_empty() : common;
}

Rect rect_with_point(Rect rect, Point point) {
  return rect_union(rect, (Rect){point.x, point.y, 0, 0});
}

Rect rect_grown(Rect rect, double by) {
  if (rect_is_empty(rect)) return rect;
  return (Rect){rect.x - by, rect.y - by, rect.width + 2 * by,
                rect.height + 2 * by};
}

Rect rect_transformed(Rect rect, Matrix matrix) {
  Rect bounds = rect_empty();
  if (rect_is_empty(rect)) return bounds;
  for (int corner = 0; corner < 4; corner++) {
    Point p = {rect.x + (corner & 1 ? rect.width : 0),
               rect.y + (corner & 2 ? rect.height : 0)};
    bounds = rect_with_point(bounds, matrix_apply(matrix, p));
  }
  return bounds;
}
