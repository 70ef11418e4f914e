/* The symbols of point marks and legends, as vega-scenegraph draws them: the
 * size is the area of the square around most of them. */
#include <math.h>

#include "chart/mark/outline.h"

/* A symbol's middle, and half the side of its square. */
typedef struct SymbolFrame {
  Path *path;
  Point center;
  double r;
} SymbolFrame;

/* A closed outline of points in units of r. */
static void polygon(const SymbolFrame *frame, const Point *points, int count) {
  for (int i = 0; i < count; i++) {
    double x = frame->center.x + points[i].x * frame->r;
    double y = frame->center.y + points[i].y * frame->r;
    if (i)
      path_line(frame->path, x, y);
    else
      path_move(frame->path, x, y);
  }
  path_close(frame->path);
}

static void circle_add(const SymbolFrame *frame) {
  path_move(frame->path, frame->center.x + frame->r, frame->center.y);
  path_arc(frame->path, frame->center, frame->r, 0, 2 * M_PI);
  path_close(frame->path);
}

static void square_add(const SymbolFrame *frame) {
  path_rect(frame->path,
            (Rect){frame->center.x - frame->r, frame->center.y - frame->r,
                   2 * frame->r, 2 * frame->r});
}

static void cross_add(const SymbolFrame *frame) {
  const double s = 1 / 2.5;
  const Point points[] = {{-1, -s}, {-1, s}, {-s, s},  {-s, 1},
                          {s, 1},   {s, s},  {1, s},   {1, -s},
                          {s, -s},  {s, -1}, {-s, -1}, {-s, -s}};
  polygon(frame, points, 12);
}

static void diamond_add(const SymbolFrame *frame) {
  const Point points[] = {{-1, 0}, {0, -1}, {1, 0}, {0, 1}};
  polygon(frame, points, 4);
}

static void arrow_add(const SymbolFrame *frame) {
  const double s = 1.0 / 7, t = 1 / 2.5, v = 1.0 / 8;
  const Point points[] = {{-s, 1}, {s, 1},   {s, -v}, {t, -v},
                          {0, -1}, {-t, -v}, {-s, -v}};
  polygon(frame, points, 7);
}

static const double HALF_ROOT_3 = 0.8660254037844386;
static const double TANGENT_30 = 0.5773502691896257;

/* An upright triangle about its centre of gravity, half_base wide each way. */
static void upright_triangle(const SymbolFrame *frame, double half_base) {
  const double h = HALF_ROOT_3, o = h - TANGENT_30;
  const Point points[] = {{0, -h - o}, {-half_base, h - o}, {half_base, h - o}};
  polygon(frame, points, 3);
}

static void wedge_add(const SymbolFrame *frame) {
  upright_triangle(frame, 0.25);
}

static void triangle_add(const SymbolFrame *frame) {
  upright_triangle(frame, 1);
}

static void triangle_up_add(const SymbolFrame *frame) {
  const double h = HALF_ROOT_3;
  polygon(frame, (const Point[]){{0, -h}, {-1, h}, {1, h}}, 3);
}

static void triangle_down_add(const SymbolFrame *frame) {
  const double h = HALF_ROOT_3;
  polygon(frame, (const Point[]){{0, h}, {-1, -h}, {1, -h}}, 3);
}

static void triangle_right_add(const SymbolFrame *frame) {
  const double h = HALF_ROOT_3;
  polygon(frame, (const Point[]){{h, 0}, {-h, -1}, {-h, 1}}, 3);
}

static void triangle_left_add(const SymbolFrame *frame) {
  const double h = HALF_ROOT_3;
  polygon(frame, (const Point[]){{-h, 0}, {h, -1}, {h, 1}}, 3);
}

static void stroke_add(const SymbolFrame *frame) {
  path_move(frame->path, frame->center.x - frame->r, frame->center.y);
  path_line(frame->path, frame->center.x + frame->r, frame->center.y);
}

typedef struct SymbolKind {
  const char *name;
  void (*add)(const SymbolFrame *frame);
} SymbolKind;

static const SymbolKind symbols[] = {
    {"circle", circle_add},
    {"square", square_add},
    {"cross", cross_add},
    {"diamond", diamond_add},
    {"triangle-up", triangle_up_add},
    {"triangle-down", triangle_down_add},
    {"triangle-right", triangle_right_add},
    {"triangle-left", triangle_left_add},
    {"triangle", triangle_add},
    {"arrow", arrow_add},
    {"wedge", wedge_add},
    {"stroke", stroke_add},
};

void symbol_add(Path *path, Str shape, Point center, double size) {
  SymbolFrame frame = {path, center, sqrt(fmax(0, size)) / 2};
  if (!shape.len) shape = S("circle");
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (str_is(shape, symbols[i].name)) {
      symbols[i].add(&frame);
      return;
    }
  if (!path_read_svg(path, shape, frame.r, center)) circle_add(&frame);
}
