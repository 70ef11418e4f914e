/* What the scale types differ in. Private to scale/: each type is a file and a
 * row of scale_rows.inc. */
#ifndef JIKJI_CHART_SCALE_KIND_H
#define JIKJI_CHART_SCALE_KIND_H

#include "chart/scale/scale.h"
#include "chart/scale/ticks.h"

enum {
  TRAIT_CONTINUOUS = 1,
  TRAIT_DISCRETE = 2,
  TRAIT_DISCRETIZING = 4,
  TRAIT_TEMPORAL = 8,
  TRAIT_ZERO = 16 /* `zero` means something to it */
};

typedef struct ScaleKind {
  unsigned traits;

  /* Continuous: to the space where the scale is straight, and back. */
  double (*lift)(const Scale *scale, double value);
  double (*ground)(const Scale *scale, double lifted);

  /* Widens low <= high to round values; NULL: not nice. */
  void (*nice)(const Scale *scale, double *low, double *high);

  /* Ticks between the domain's ends; NULL: the domain itself. */
  NumberList (*ticks)(Arena *arena, const Scale *scale, TickCount count);

  /* Discrete, discretizing: what mapping needs, and the class of a value among
   * the range's items, -1 for none. */
  void (*prepare)(Arena *chart, Scale *scale);
  int (*class_of)(const Scale *scale, Value value);
} ScaleKind;

#define SCALE_ROW(type, name, kind) extern const ScaleKind kind;
#include "chart/scale/scale_rows.inc"
#undef SCALE_ROW

/* ---- Shared by types ---- */

/* A number or moment as such; NaN for null, undefined and what is no number. */
double scale_input(Value value);

/* nice and ticks of linear scales, and of those that borrow them. */
void linear_nice(const Scale *scale, double *low, double *high);
NumberList linear_ticks(Arena *arena, const Scale *scale, TickCount count);

/* The count of a wish, 10 by default. */
double tick_count_number(TickCount count);

/* How many of the ascending cuts are <= value: d3's bisect. */
int cuts_below(const double *cuts, int count, double value);

/* Where `value` lies among `points` (ascending or descending, count >= 2): at
 * t of the way between two neighbours, in d3's direction of computing. */
typedef struct Stretch {
  int from, to;
  double t;
} Stretch;
Stretch stretch_find(const double *points, int count, double value);

/* t in 0..1 of a continuous scale of colours (d3's sequential, diverging). */
double color_fraction(const Scale *scale, double value);

/* Log labels: Vega shows those whose leading digit is at most the limit. */
double log_tick_limit(const Scale *scale, TickCount count, int ticks);
bool log_tick_is_shown(const Scale *scale, double limit, double value);

/* The index of a value in a discrete domain; -1: none. scale_index_make is
 * called with the domain ready and removes its repetitions. */
int scale_index_find(const Scale *scale, Value value);
void scale_index_make(Arena *chart, Scale *scale);

/* ---- The stages of scale_prepare ---- */
void domain_prepare(Arena *chart, Scale *scale);
void bins_prepare(Arena *chart, Scale *scale);
void range_prepare(Arena *chart, Scale *scale);

/* Whether the range is a scheme or colours that a continuous scale blends over
 * the whole domain. */
bool scale_blends_colors(const Scale *scale);
Color scale_blend(const Scale *scale, double t);

#endif
