/* Between two colours, in several colour spaces; d3-interpolate's and
 * d3-color's arithmetic. */
#ifndef JIKJI_CHART_SCALE_INTERPOLATE_H
#define JIKJI_CHART_SCALE_INTERPOLATE_H

#include "frame/frame.h"

typedef enum ColorSpace {
  SPACE_RGB,
  SPACE_LAB,
  SPACE_HCL,
  SPACE_HCL_LONG,
  SPACE_HSL,
  SPACE_HSL_LONG,
  SPACE_CUBEHELIX,
  SPACE_CUBEHELIX_LONG
} ColorSpace;

typedef struct Interpolation {
  ColorSpace space;
  double gamma; /* of rgb and cubehelix; 0 means 1 */
} Interpolation;

/* "hcl-long" to a space; false when it is none. */
bool color_space_read(Str name, ColorSpace *space);

/* The colour at t (0..1, not clamped) of the way. */
Color color_between(Color from, Color to, double t, Interpolation by);

/* The colour at t along evenly spaced colours (d3's piecewise); count >= 1. */
Color color_along(const Color *colors, int count, double t, Interpolation by);

/* Channels rounded to whole 255ths, as CSS text has them. */
Color color_rounded(Color color);

/* "#rrggbb", or "rgba(r, g, b, a)" where not opaque. */
Str color_text(Arena *arena, Color color);

#endif
