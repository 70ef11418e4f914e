/* Points, rectangles, matrices. Lengths are points, x to the right, y down. */
#ifndef JIKJI_FRAME_GEOMETRY_H
#define JIKJI_FRAME_GEOMETRY_H

#include <stdbool.h>

typedef struct Point {
  double x, y;
} Point;

typedef struct Rect {
  double x, y, width, height;
} Rect;

/* x' = xx x + xy y + x0, y' = yx x + yy y + y0. {0} stands for identity. */
typedef struct Matrix {
  double xx, yx, xy, yy, x0, y0;
} Matrix;

Matrix matrix_move(double x, double y);
Matrix matrix_scale(double x, double y);
Matrix matrix_rotate(double degrees); /* clockwise, as y points down */
Matrix matrix_multiply(Matrix inner, Matrix outer); /* inner applied first */
Point matrix_apply(Matrix matrix, Point point);
bool matrix_is_identity(Matrix matrix);
bool matrix_is_usable(Matrix matrix); /* finite, and not flat */

Rect rect_union(Rect a, Rect b);  /* one of width < 0 is empty */
Rect rect_common(Rect a, Rect b); /* empty where they do not meet */
Rect rect_with_point(Rect rect, Point point);
Rect rect_grown(Rect rect, double by); /* on all four sides */
Rect rect_empty(void);
bool rect_is_empty(Rect rect);
Rect rect_transformed(Rect rect, Matrix matrix); /* bounds of the corners */

#endif
