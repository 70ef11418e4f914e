/* Bi-symmetric logarithms (Webber 2013): straight around zero, within
 * `constant` of it, and logarithmic outside. */
#include <math.h>

#include "chart/scale/kind.h"

static double symlog_lift(const Scale *scale, double value) {
  return copysign(log1p(fabs(value / scale->constant)), value);
}

static double symlog_ground(const Scale *scale, double lifted) {
  return copysign(expm1(fabs(lifted)) * scale->constant, lifted);
}

const ScaleKind scale_symlog = {
    .traits = TRAIT_CONTINUOUS | TRAIT_ZERO,
    .lift = symlog_lift,
    .ground = symlog_ground,
    .nice = linear_nice,
    .ticks = linear_ticks,
};
