/* Bands and points: a place for each value of a discrete domain. */
#include <math.h>

#include "chart/scale/kind.h"

double band_space(double count, double padding_inner, double padding_outer) {
  double space = count - padding_inner + padding_outer * 2;
  if (count == 0) return 0;
  return space > 0 ? space : 1;
}

static double unit_limited(double value) {
  return fmax(0, fmin(1, value));
}

static void place_bands(Scale *scale, double inner) {
  int count = scale->domain.count;
  double from = scale->numbers.count ? scale->numbers.items[0] : 0;
  double to = scale->numbers.count ? *list_last(&scale->numbers) : 1;
  double low = to < from ? to : from, high = to < from ? from : to;
  double outer = unit_limited(scale->padding_outer);
  double space = band_space(count, inner, outer);
  double step = (high - low) / (space > 0 ? space : 1);
  if (scale->round) step = floor(step);
  double start =
      low + (high - low - step * (count - inner)) * unit_limited(scale->align);
  double bandwidth = step * (1 - inner);
  if (scale->round) {
    start = floor(start + 0.5);
    bandwidth = floor(bandwidth + 0.5);
  }
  scale->start = start;
  scale->step = step;
  scale->bandwidth = bandwidth;
}

static void band_prepare(Arena *chart, Scale *scale) {
  scale_index_make(chart, scale);
  place_bands(scale, unit_limited(scale->padding_inner));
}

static void point_prepare(Arena *chart, Scale *scale) {
  scale_index_make(chart, scale);
  place_bands(scale, 1);
}

const ScaleKind scale_band = {
    .traits = TRAIT_DISCRETE,
    .prepare = band_prepare,
    .class_of = scale_index_find,
};

const ScaleKind scale_point = {
    .traits = TRAIT_DISCRETE,
    .prepare = point_prepare,
    .class_of = scale_index_find,
};
