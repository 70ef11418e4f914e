/* Completing d3 number formats with a precision that fits the ticks. */
#ifndef JIKJI_CHART_SCALE_SPECIFIER_H
#define JIKJI_CHART_SCALE_SPECIFIER_H

#include "base/str.h"

/* A complete number format; what it writes is number x factor, then suffix. */
typedef struct NumberFormat {
  Str specifier;
  double factor; /* 1 unless all labels share one SI prefix */
  Str suffix;
} NumberFormat;

/* A format such as ",f" with the precision that tells numbers `step` apart, the
 * largest of them being `largest`; one that says its own precision, or is none
 * at all, stays as it is. Type "s" gets one SI prefix for all (Vega's
 * formatSpan). */
NumberFormat specifier_for_step(Arena *arena, Str specifier, double step,
                                double largest);

/* The format of Vega's formatFloat: twelve digits, from which ending zeros are
 * to be cut. *trims is false where the format says its own precision. */
Str specifier_for_floats(Arena *arena, Str specifier, bool *trims);

#endif
