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

/* In the item's own coordinates; a linear one uses the centers alone. */
typedef struct Gradient {
  Point from, to;
  double from_radius, to_radius;
  const GradientStop *stops;
  int stop_count;
} Gradient;

/* {0} paints nothing. */
typedef struct Paint {
  PaintKind kind;
  Color color;
  const Gradient *gradient; /* of PAINT_LINEAR and PAINT_RADIAL, else NULL */
} Paint;

Paint paint_color(Color color);
bool paint_is_gradient(const Paint *paint);

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

/* Whether it paints anything; NULL does not. */
bool stroke_is_painted(const Stroke *stroke);

#endif
