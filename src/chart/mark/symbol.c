/* The shapes of points, by area: vega-scenegraph's symbols. */
#include <glib.h>
#include <math.h>

#include "chart/mark/mark.h"

typedef struct SymbolShape {
  const char *name;
  void (*add)(Path *path, Point at, double size);
} SymbolShape;

static void polygon(Path *path, Point at, const double (*points)[2], int count,
                    double scale) {
  for (int i = 0; i < count; i++) {
    double x = at.x + points[i][0] * scale, y = at.y + points[i][1] * scale;
    if (i == 0)
      path_move(path, x, y);
    else
      path_line(path, x, y);
  }
  path_close(path);
}

static void add_circle(Path *path, Point at, double size) {
  double radius = sqrt(size) / 2;
  path_move(path, at.x + radius, at.y);
  path_arc(path, at, radius, 0, 2 * G_PI);
  path_close(path);
}

static void add_cross(Path *path, Point at, double size) {
  static const double points[12][2] = {
      {-1, -.4}, {-.4, -.4}, {-.4, -1}, {.4, -1}, {.4, -.4}, {1, -.4},
      {1, .4},   {.4, .4},   {.4, 1},   {-.4, 1}, {-.4, .4}, {-1, .4}};
  polygon(path, at, points, 12, sqrt(size) / 2);
}

static void add_diamond(Path *path, Point at, double size) {
  static const double points[4][2] = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}};
  polygon(path, at, points, 4, sqrt(size) / 2);
}

static void add_square(Path *path, Point at, double size) {
  double side = sqrt(size);
  path_rect(path, (Rect){at.x - side / 2, at.y - side / 2, side, side});
}

static const double tall = 0.8660254037844386; /* half the square root of 3 */

static void add_triangle_up(Path *path, Point at, double size) {
  double points[3][2] = {{0, -tall}, {-1, tall}, {1, tall}};
  polygon(path, at, (const double(*)[2])points, 3, sqrt(size) / 2);
}

static void add_triangle_down(Path *path, Point at, double size) {
  double points[3][2] = {{0, tall}, {-1, -tall}, {1, -tall}};
  polygon(path, at, (const double(*)[2])points, 3, sqrt(size) / 2);
}

static void add_triangle_right(Path *path, Point at, double size) {
  double points[3][2] = {{tall, 0}, {-tall, -1}, {-tall, 1}};
  polygon(path, at, (const double(*)[2])points, 3, sqrt(size) / 2);
}

static void add_triangle_left(Path *path, Point at, double size) {
  double points[3][2] = {{-tall, 0}, {tall, -1}, {tall, 1}};
  polygon(path, at, (const double(*)[2])points, 3, sqrt(size) / 2);
}

/* A triangle about its own centre of mass. */
static void add_triangle(Path *path, Point at, double size) {
  double r = sqrt(size) / 2, high = tall * r,
         low = high - r * 0.5773502691896257;
  double points[3][2] = {{0, -high - low}, {-r, high - low}, {r, high - low}};
  polygon(path, at, (const double(*)[2])points, 3, 1);
}

static void add_wedge(Path *path, Point at, double size) {
  double r = sqrt(size) / 2, high = tall * r,
         low = high - r * 0.5773502691896257;
  double points[3][2] = {
      {0, -high - low}, {-r / 4, high - low}, {r / 4, high - low}};
  polygon(path, at, (const double(*)[2])points, 3, 1);
}

static void add_arrow(Path *path, Point at, double size) {
  double r = sqrt(size) / 2, s = r / 7, t = r / 2.5, v = r / 8;
  double points[7][2] = {{-s, r}, {s, r},   {s, -v}, {t, -v},
                         {0, -r}, {-t, -v}, {-s, -v}};
  polygon(path, at, (const double(*)[2])points, 7, 1);
}

static void add_stroke(Path *path, Point at, double size) {
  double half = sqrt(size) / 2;
  path_move(path, at.x - half, at.y);
  path_line(path, at.x + half, at.y);
}

static const SymbolShape shapes[] = {
    {"circle", add_circle},
    {"cross", add_cross},
    {"diamond", add_diamond},
    {"square", add_square},
    {"arrow", add_arrow},
    {"wedge", add_wedge},
    {"triangle", add_triangle},
    {"triangle-up", add_triangle_up},
    {"triangle-down", add_triangle_down},
    {"triangle-right", add_triangle_right},
    {"triangle-left", add_triangle_left},
    {"stroke", add_stroke},
};

void symbol_add(Path *path, Str shape, Point center, double size) {
  for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
    if (!str_is(shape, shapes[i].name)) continue;
    shapes[i].add(path, center, size);
    return;
  }
  if (!path_read_svg(path, shape, sqrt(size) / 2, center))
    add_circle(path, center, size);
}
