/* Densities, cumulative probabilities and quantiles of the normal, log-normal
 * and uniform distributions. */
#include <math.h>

#include "expr/functions.h"

/* The argument, or its default where it is missing or null. */
static double parameter(const Call *call, int i, double otherwise) {
  Value value = call_argument(call, i);
  bool missing = value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL;
  return missing ? otherwise : value_to_number(value);
}

static double standard_density(double z) {
  return exp(-0.5 * z * z) / sqrt(2 * M_PI);
}

static double standard_cumulative(double z) {
  return 0.5 * erfc(-z * M_SQRT1_2);
}

/* The root of the cumulative function by bisection and Newton's steps, in the
 * lower half, where differences are exact. */
static double standard_quantile(double p) {
  if (p <= 0 || p >= 1 || isnan(p))
    return p == 0 ? -INFINITY : p == 1 ? INFINITY : NAN;
  if (p > 0.5) return -standard_quantile(1 - p);
  double low = -39, high = 0;
  for (int i = 0; i < 40; i++) {
    double middle = (low + high) / 2;
    if (standard_cumulative(middle) < p)
      low = middle;
    else
      high = middle;
  }
  double z = (low + high) / 2;
  for (int i = 0; i < 2; i++) {
    double slope = standard_density(z);
    if (slope > 0) z -= (standard_cumulative(z) - p) / slope;
  }
  return z;
}

static Value normal_density(Call *call) {
  double mean = parameter(call, 1, 0), deviation = parameter(call, 2, 1);
  double z = (call_number(call, 0) - mean) / deviation;
  return value_number(standard_density(z) / deviation);
}

static Value normal_cumulative(Call *call) {
  double mean = parameter(call, 1, 0), deviation = parameter(call, 2, 1);
  return value_number(
      standard_cumulative((call_number(call, 0) - mean) / deviation));
}

static Value normal_quantile(Call *call) {
  double mean = parameter(call, 1, 0), deviation = parameter(call, 2, 1);
  return value_number(mean +
                      deviation * standard_quantile(call_number(call, 0)));
}

static Value log_normal_density(Call *call) {
  double mean = parameter(call, 1, 0), deviation = parameter(call, 2, 1);
  double value = call_number(call, 0);
  if (value <= 0) return value_number(0);
  double z = (log(value) - mean) / deviation;
  return value_number(standard_density(z) / (deviation * value));
}

static Value log_normal_cumulative(Call *call) {
  double mean = parameter(call, 1, 0), deviation = parameter(call, 2, 1);
  double z = (log(call_number(call, 0)) - mean) / deviation;
  return value_number(standard_cumulative(z));
}

static Value log_normal_quantile(Call *call) {
  return value_number(exp(normal_quantile(call).number));
}

/* The bounds: (0, 1), (0, max) or (min, max). */
static void bounds(const Call *call, double *min, double *max) {
  *max = parameter(call, 2, NAN);
  *min = parameter(call, 1, 0);
  if (call_has(call, 2)) return;
  *max = parameter(call, 1, 1);
  *min = 0;
}

static Value uniform_density(Call *call) {
  double min, max, value = call_number(call, 0);
  bounds(call, &min, &max);
  return value_number(value >= min && value <= max ? 1 / (max - min) : 0);
}

static Value uniform_cumulative(Call *call) {
  double min, max, value = call_number(call, 0);
  bounds(call, &min, &max);
  if (value < min) return value_number(0);
  return value_number(value > max ? 1 : (value - min) / (max - min));
}

static Value uniform_quantile(Call *call) {
  double min, max, p = call_number(call, 0);
  bounds(call, &min, &max);
  return value_number(p >= 0 && p <= 1 ? min + p * (max - min) : NAN);
}

static const ExprFunction functions[] = {
    {"cumulativeLogNormal", 1, -1, log_normal_cumulative, 0},
    {"cumulativeNormal", 1, -1, normal_cumulative, 0},
    {"cumulativeUniform", 1, -1, uniform_cumulative, 0},
    {"densityLogNormal", 1, -1, log_normal_density, 0},
    {"densityNormal", 1, -1, normal_density, 0},
    {"densityUniform", 1, -1, uniform_density, 0},
    {"quantileLogNormal", 1, -1, log_normal_quantile, 0},
    {"quantileNormal", 1, -1, normal_quantile, 0},
    {"quantileUniform", 1, -1, uniform_quantile, 0},
};

const FunctionTable statistics_functions = {functions, sizeof functions /
                                                           sizeof *functions};
