/* Scales: from data to positions, sizes, colours and texts; d3-scale's and
 * Vega's arithmetic.
 *
 *   Scale scale = scale_new(SCALE_LINEAR);
 *   scale.domain = ...; scale.range = ...; scale.nice.kind = NICE_TRUE;
 *   scale_prepare(chart, &scale);   // zero, padding, nice, bins, scheme
 *   double x = scale_position(&scale, value);
 *
 * A prepared scale never changes and may be copied. */
#ifndef JIKJI_CHART_SCALE_SCALE_H
#define JIKJI_CHART_SCALE_SCALE_H

#include "chart/scale/bin.h"
#include "chart/scale/interpolate.h"
#include "chart/scale/scheme.h"
#include "chart/scale/time_unit.h"
#include "expr/expr.h"

typedef enum ScaleType {
  SCALE_LINEAR,
  SCALE_LOG,
  SCALE_POW,
  SCALE_SQRT,
  SCALE_SYMLOG,
  SCALE_TIME,
  SCALE_UTC,
  SCALE_IDENTITY,
  SCALE_SEQUENTIAL, /* old name of a linear scale of colours */
  SCALE_BAND,
  SCALE_POINT,
  SCALE_ORDINAL,
  SCALE_BIN_ORDINAL,
  SCALE_QUANTILE,
  SCALE_QUANTIZE,
  SCALE_THRESHOLD,
  SCALE_TYPE_COUNT
} ScaleType;

typedef List(Value) ValueList;

/* How many ticks (or a nice step): a wish, or "every `step` of `part`". */
typedef enum TickWish { TICKS_DEFAULT, TICKS_COUNT, TICKS_INTERVAL } TickWish;
typedef struct TickCount {
  TickWish wish;
  double count;  /* of TICKS_COUNT */
  TimePart part; /* of TICKS_INTERVAL: time and utc scales only */
  double step;   /* 0 means 1 */
} TickCount;

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

/* ---- Types ---- */

/* "bin-ordinal" to its type; false: none. And back. Names for hints. */
bool scale_type_read(Str name, ScaleType *type);
const char *scale_type_name(ScaleType type);

bool scale_type_is_continuous(ScaleType type);   /* linear .. sequential */
bool scale_type_is_discrete(ScaleType type);     /* band point (bin-)ordinal */
bool scale_type_is_discretizing(ScaleType type); /* quantile .. bin-ordinal */
bool scale_type_is_temporal(ScaleType type);

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

/* ---- Ticks and labels ---- */

/* The number of ticks that Vega settles on for a wish, given the smallest step
 * allowed (NaN: any). */
TickCount scale_tick_count(const Scale *scale, TickCount wish, double minstep);

/* Axis ticks: Vega's tickValues; the domain of discrete scales. */
ValueList scale_ticks(Arena *arena, const Scale *scale, TickCount count);

/* Those of `values` that fall in the range, thinned to `count`, in the order of
 * the range: Vega's validTicks. */
ValueList scale_valid_ticks(Arena *arena, const Scale *scale,
                            const Value *values, int value_count,
                            TickCount count);

/* Values of a legend's entries: Vega's labelValues. `upper` receives the end of
 * the last class of discretizing scales and bins, NaN otherwise. The first of
 * quantile, quantize and threshold is -infinity. */
ValueList scale_label_values(Arena *arena, const Scale *scale, TickCount count,
                             double *upper);

/* Where a value lies along a gradient legend, 0..1 for the domain. */
double scale_fraction(const Scale *scale, double value);
/* The same for the boundaries of a discrete gradient: Vega's labelFraction. */
double scale_label_fraction(const Scale *scale, double value);

/* How labels of a scale are written; made once, used for each label. */
typedef struct TickFormat {
  const Scale *scale;
  const Locale *locale; /* NULL: en-US */
  enum { FORMAT_PLAIN, FORMAT_NUMBER, FORMAT_FLOAT, FORMAT_TIME } kind;
  Str specifier;    /* of the number or time format, complete */
  bool trims_zeros; /* of FORMAT_FLOAT */
  double factor;    /* of FORMAT_NUMBER: numbers are multiplied by it, */
  Str suffix;       /* and this follows: one SI prefix for all; 0: neither */
  bool filters_log;
  double log_limit;
} TickFormat;

/* `specifier` may be empty; `is_time` / `is_number` come from the spec's
 * formatType ("time", "number"); all_labels: log scales keep every label
 * (explicit values, legends). */
typedef struct TickFormatRequest {
  const Locale *locale;
  TickCount count;
  Str specifier;
  bool is_time;    /* formatType "time" or "utc" */
  bool all_labels; /* no skipping of log labels */
  bool is_legend;  /* labelFormat: quantile and quantize by their classes */
} TickFormatRequest;
TickFormat scale_tick_format(Arena *arena, const Scale *scale,
                             const TickFormatRequest *request);
Str tick_format_text(Arena *arena, const TickFormat *format, Value value);

/* The label of a class from low to high of a symbol legend: "1 – 2", "< 1",
 * "≥ 2". */
Str tick_format_range(Arena *arena, const TickFormat *format, double low,
                      double high);

#endif
