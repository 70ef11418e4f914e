/* Colours and the spaces that d3-color converts between. Private to expr/. */
#ifndef JIKJI_EXPR_COLOR_SPACE_H
#define JIKJI_EXPR_COLOR_SPACE_H

#include "base/str.h"

typedef enum ColorSpace {
  SPACE_RGB,
  SPACE_HSL,
  SPACE_LAB,
  SPACE_HCL
} ColorSpace;

/* Three coordinates in the order of the space's name: r g b in 0..255; h in
 * degrees, s and l in 0..1; l a b of CIE L*a*b* (D50); h c l. */
typedef struct SpaceColor {
  double part[3], opacity;
} SpaceColor;

SpaceColor color_to_rgb(ColorSpace space, SpaceColor color);
SpaceColor color_from_rgb(ColorSpace space, SpaceColor rgb);

/* A CSS colour: hexadecimal, rgb(), hsl(), a name. False: none. */
bool space_color_read(Str text, SpaceColor *rgb);

#endif
