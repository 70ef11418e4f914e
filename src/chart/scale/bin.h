/* Parameters of binning a quantity: Vega's `bin` of vega-statistics. */
#ifndef JIKJI_CHART_SCALE_BIN_H
#define JIKJI_CHART_SCALE_BIN_H

#include <jansson.h>

#include "base/arena.h"
#include "base/str.h"

/* What a spec asks for. bin_request() gives the defaults. */
typedef struct BinRequest {
  double maxbins;      /* 20; Vega-Lite's encodings ask for 10 or 6 */
  double base;         /* 10 */
  double step;         /* 0: to be found */
  double minstep;      /* 0: none */
  double anchor;       /* NaN: none; a value that a boundary falls on */
  double low, high;    /* the extent; NaN: the data's */
  double span;         /* 0: high - low */
  const double *steps; /* allowed steps, ascending, or NULL */
  int step_count;
  const double *divide; /* factors a step may be divided by; NULL: 5, 2 */
  int divide_count;
  bool nice; /* true */
} BinRequest;

/* Boundaries start, start + step, ... stop. */
typedef struct BinSteps {
  double start, stop, step;
} BinSteps;

BinRequest bin_request(void);

/* Reads Vega-Lite's bin parameters (true or an object) over the defaults.
 * `extent` may be an array; a selection is not known here. Lists are the
 * arena's. */
BinRequest bin_request_read(Arena *arena, const json_t *json);

/* The boundaries; low and high must be set. The anchor is applied. */
BinSteps bin_steps(const BinRequest *request);

/* The start of the bin that holds `value`, as Vega's bin transform floors (with
 * its 1e-14 grace); NaN stays NaN, values out of range are -inf and +inf. */
double bin_floor(BinSteps steps, double value);

#endif
