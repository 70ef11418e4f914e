/* Colours, gradients and strokes. */
#ifndef JIKJI_FRAME_PAINT_H
#define JIKJI_FRAME_PAINT_H

#include "base/str.h"
#include "frame/geometry.h"

/* sRGB, 0 to 1, not premultiplied. */
typedef struct Color {
  double red, green, blue, alpha;
} Color;

Color color_rgb(unsigned rgb); /* 0x1A1A1A, opaque */
Color color_with_alpha(Color color, double alpha);
/* A CSS colour (#rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla(), a name,
 * transparent); false: none. */
bool color_read(Str text, Color *color);

typedef struct GradientStop {
  double offset;
  Color color;
} GradientStop;

typedef enum PaintKind {
  PAINT_NONE,
  PAINT_COLOR,
  PAINT_LINEAR,
  PAINT_RADIAL
} PaintKind;

/* {0} paints nothing. Gradients are in the item's own coordinates; a linear one
 * uses the centers of from and to. */
typedef struct Paint {
  PaintKind kind;
  Color color;
  Point from, to;
  double from_radius, to_radius;
  const GradientStop *stops;
  int stop_count;
} Paint;

Paint paint_color(Color color);

typedef enum LineCap { CAP_BUTT, CAP_ROUND, CAP_SQUARE } LineCap;
typedef enum LineJoin { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL } LineJoin;

typedef struct Stroke {
  Paint paint; /* PAINT_NONE: no stroke */
  double width;
  const double *dashes;
  int dash_count;
  double dash_offset;
  LineCap cap;
  LineJoin join;
  double miter_limit; /* 0 means 4 */
} Stroke;

#endif
