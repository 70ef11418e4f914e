/* Power scales; a negative value is the mirror image of a positive one. */
#include <math.h>

#include "chart/scale/kind.h"

static double exponent_of(const Scale *scale) {
  if (scale->type == SCALE_SQRT) return 0.5;
  return scale->exponent;
}

static double mirrored_power(double value, double exponent) {
  if (exponent == 1) return value;
  double size = fabs(value);
  double power = exponent == 0.5 ? sqrt(size)
                 : exponent == 2 ? size * size
                                 : pow(size, exponent);
  return value < 0 ? -power : power;
}

static double pow_lift(const Scale *scale, double value) {
  return mirrored_power(value, exponent_of(scale));
}

static double pow_ground(const Scale *scale, double lifted) {
  return mirrored_power(lifted, 1 / exponent_of(scale));
}

const ScaleKind scale_pow = {
    .traits = TRAIT_CONTINUOUS | TRAIT_ZERO,
    .lift = pow_lift,
    .ground = pow_ground,
    .nice = linear_nice,
    .ticks = linear_ticks,
};

const ScaleKind scale_sqrt = {
    .traits = TRAIT_CONTINUOUS | TRAIT_ZERO,
    .lift = pow_lift,
    .ground = pow_ground,
    .nice = linear_nice,
    .ticks = linear_ticks,
};
