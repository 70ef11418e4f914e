/* Scales: from data to positions, sizes, colours and texts; d3-scale's and
 * Vega's arithmetic.
 *
 *   Scale scale = scale_new(SCALE_LINEAR);
 *   scale.domain = ...; scale.range = ...; scale.nice = NICE_TRUE;
 *   scale_prepare(chart, &scale);   // zero, padding, nice, bins, scheme
 *   double x = scale_position(&scale, value);
 *
 * A prepared scale never changes and may be copied. */
#ifndef JIKJI_CHART_SCALE_SCALE_H
#define JIKJI_CHART_SCALE_SCALE_H

#include "chart/scale/bin.h"
#include "chart/scale/interpolate.h"
#include "chart/scale/scale_type.h"
#include "chart/scale/scheme.h"
#include "chart/scale/tick.h"

typedef enum NiceKind { NICE_NONE, NICE_TRUE, NICE_BY } NiceKind;

typedef struct Scale {
  ScaleType type;

  /* What the spec and the data say. Sorting discrete domains is the caller's.
   * The domain of quantile is all its data; of bin-ordinal the boundaries. */
  ValueList domain; /* prepared: after zero, min, max, mid, padding, nice */
  Value domain_min, domain_max, domain_mid; /* undefined: not given */
  bool domain_raw; /* the domain stands as it is: no zero, padding, nice */
  bool zero;       /* linear, pow, sqrt: the domain takes in 0 */
  double domain_padding; /* pixels, of continuous scales of position */
  NiceKind nice;
  TickCount nice_by; /* of NICE_BY */

  ValueList range; /* numbers, or CSS colours, or other texts, or arrays */
  bool reverse;    /* the range is turned round when prepared */
  bool clamp, round;

  const Scheme *scheme;     /* instead of a range; or NULL */
  const Color *scheme_list; /* or a list of colours to interpolate */
  int scheme_list_count;
  double scheme_extent[2]; /* both 0: all of it */
  int scheme_count;        /* of ordinal, quantile, quantize; 0: by itself */
  Interpolation interpolation;
  bool has_interpolation; /* of numbers' ranges, too; else rgb */

  double base, exponent, constant;            /* 10, 1, 1 */
  double padding_inner, padding_outer, align; /* bands; 0, 0, .5 */

  bool has_bins; /* boundaries, either as a list or as steps */
  List(double) bins;
  BinSteps bin_steps;   /* .step > 0: the list is made of it; NaN start or stop:
                           the domain's end */
  bool domain_implicit; /* ordinal: an unknown value is no fault; it is added
                           at the end by scale_add */

  /* Made by scale_prepare; read by all. */
  bool is_color;        /* the range is colours */
  List(Color) colors;   /* the range as colours, or the discretised scheme */
  List(double) numbers; /* the range as numbers; NaN where it is none */
  List(double) points;  /* the domain as numbers */
  List(double) lifted;  /* the same where the scale is straight */
  List(double) cuts;    /* between the classes of discretizing scales */
  struct ScaleIndex *index;      /* discrete domains: value -> position */
  double start, step, bandwidth; /* bands */
  const struct ScaleKind *kind;
} Scale;

/* ---- Domains ---- */

/* The distinct values of both, in order of first appearance. */
void domain_add_distinct(Arena *arena, ValueList *domain, const Value *values,
                         int count);

/* Widens [low, high] (start with +inf, -inf) by the valid numbers and moments
 * among the values; returns how many there were. */
int domain_add_extent(double *low, double *high, const Value *values,
                      int count);

/* ---- Making ---- */

Scale scale_new(ScaleType type); /* d3's defaults */

/* Works out domain and range, in Vega's order. The arena keeps what is made;
 * the caller's lists are not written to. */
void scale_prepare(Arena *chart, Scale *scale);

/* Ordinal: gives a value that the domain lacks the next range item. */
void scale_add(Arena *chart, Scale *scale, Value value);

/* ---- Mapping ---- */

/* A place or size; NaN where the scale has none for the value (unknown in the
 * domain, null, no number). Of bands: where the band starts. */
double scale_position(const Scale *scale, Value value);
/* A number that is mapped as such: domain number in, range number out. */
double scale_number(const Scale *scale, double number);
/* False: no colour for the value. */
bool scale_color(const Scale *scale, Value value, Color *color);
/* Whatever the range holds: numbers, texts, arrays (strokeDash), colours as
 * text; undefined where it has none. */
Value scale_map(Arena *scratch, const Scale *scale, Value value);

double scale_bandwidth(const Scale *scale); /* 0 of all but band */
double scale_step(const Scale *scale);      /* 0 of all but band and point */

/* The domain value at a place; undefined where there is none. Band, point: the
 * value whose band holds it. */
Value scale_invert(const Scale *scale, double position);

/* The index of a discrete value in the domain, of a number among the classes of
 * a discretizing scale; -1: none. */
int scale_index(const Scale *scale, Value value);

/* How many steps a band or point scale of `count` values is wide. */
double band_space(double count, double padding_inner, double padding_outer);

#endif
