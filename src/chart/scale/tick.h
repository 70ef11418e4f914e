/* Ticks of axes, entries of legends, and their labels. */
#ifndef JIKJI_CHART_SCALE_TICK_H
#define JIKJI_CHART_SCALE_TICK_H

#include "chart/scale/time_unit.h"
#include "expr/expr.h"

typedef struct Scale Scale;

typedef List(Value) ValueList;

/* How many ticks (or a nice step): a wish, or "every `step` of `part`". */
typedef enum TickWish { TICKS_DEFAULT, TICKS_COUNT, TICKS_INTERVAL } TickWish;
typedef struct TickCount {
  TickWish wish;
  double count;  /* of TICKS_COUNT */
  TimePart part; /* of TICKS_INTERVAL: time and utc scales only */
  double step;   /* 0 means 1 */
} TickCount;

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
