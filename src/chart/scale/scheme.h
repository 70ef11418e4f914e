/* The named colour schemes of Vega. */
#ifndef JIKJI_CHART_SCALE_SCHEME_H
#define JIKJI_CHART_SCALE_SCHEME_H

#include "frame/frame.h"

/* A list of colours: of a discrete scheme as they are, of a continuous one
 * supporting points that are interpolated in between (piecewise RGB). */
typedef struct Scheme {
  const char *name; /* in lower case */
  bool is_continuous;
  const char *hex; /* six hexadecimal digits a colour, one after the other */
} Scheme;

/* By name, in any case ("blues", "category10", "yellowGreenBlue"); NULL: none.
 */
const Scheme *scheme_find(Str name);

int scheme_color_count(const Scheme *scheme);
Color scheme_color(const Scheme *scheme, int index);

/* All of its colours, in the arena. */
const Color *scheme_colors(Arena *arena, const Scheme *scheme, int *count);

/* Along a continuous scheme, t in 0..1. */
Color scheme_at(const Scheme *scheme, double t);

/* Names, for hints. In the arena. */
const char *const *scheme_names(Arena *arena, int *count);

#endif
