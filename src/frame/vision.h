/* How colours are told apart: contrast (WCAG 2.1, 1.4.3), and what people with
 * a colour-vision deficiency see. */
#ifndef JIKJI_FRAME_VISION_H
#define JIKJI_FRAME_VISION_H

#include "frame/paint.h"

typedef enum ColorVision {
  VISION_FULL,
  VISION_PROTAN, /* no red cones */
  VISION_DEUTAN, /* no green cones */
  VISION_TRITAN, /* no blue cones */
  VISION_COUNT
} ColorVision;

const char *color_vision_name(ColorVision vision); /* "deuteranopia" */

/* 1 to 21, of opaque colours. */
double color_contrast(Color a, Color b);

/* A colour over an opaque ground. */
Color color_over(Color color, Color ground);

/* How far apart two opaque colours are seen to be: the distance in Oklab
 * (Ottosson 2020) after Machado, Oliveira and Fernandes's simulation (2009) at
 * full severity. Black and white are 1 apart. */
double color_distance(Color a, Color b, ColorVision vision);

#endif
