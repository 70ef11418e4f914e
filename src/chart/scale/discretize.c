/* Scales that cut a quantity into classes. */
#include <math.h>
#include <stdlib.h>

#include "chart/scale/kind.h"

int cuts_below(const double *cuts, int count, double value) {
  int low = 0, high = count;
  while (low < high) {
    int middle = low + (high - low) / 2;
    if (cuts[middle] <= value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static int range_count(const Scale *scale) {
  return scale->range.count ? scale->range.count : scale->colors.count;
}

static int class_among_cuts(const Scale *scale, Value value) {
  double number = scale_input(value);
  if (isnan(number)) return -1;
  return cuts_below(scale->cuts.items, scale->cuts.count, number);
}

/* ---- Quantile: classes of equal size ---- */

static int by_number(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Of ascending numbers, by linear interpolation (method R-7). */
static double quantile_at(const double *numbers, int count, double p) {
  if (count < 2) return count ? numbers[0] : NAN;
  double at = (count - 1) * p;
  int i = (int)floor(at);
  if (i >= count - 1) return numbers[count - 1];
  return numbers[i] + (numbers[i + 1] - numbers[i]) * (at - i);
}

static void write_sorted(Arena *chart, Scale *scale, const NumberList *sorted) {
  ValueList domain = {0};
  scale->points.count = 0;
  for (int i = 0; i < sorted->count; i++) {
    list_add(chart, &domain, value_number(sorted->items[i]));
    list_add(chart, &scale->points, sorted->items[i]);
  }
  scale->domain = domain;
}

static void quantile_prepare(Arena *chart, Scale *scale) {
  NumberList sorted = {0};
  for (int i = 0; i < scale->domain.count; i++) {
    double number = scale_input(scale->domain.items[i]);
    if (!isnan(number)) list_add(chart, &sorted, number);
  }
  if (sorted.count)
    qsort(sorted.items, (size_t)sorted.count, sizeof(double), by_number);
  write_sorted(chart, scale, &sorted);
  int classes = range_count(scale);
  scale->cuts.count = 0;
  for (int i = 1; i < classes; i++)
    list_add(chart, &scale->cuts,
             quantile_at(sorted.items, sorted.count, (double)i / classes));
}

/* ---- Quantize: classes of equal width ---- */

static void quantize_prepare(Arena *chart, Scale *scale) {
  int cuts = range_count(scale) - 1;
  double low = 0, high = 1;
  if (scale->points.count) {
    low = scale->points.items[0];
    high = *list_last(&scale->points);
  }
  scale->cuts.count = 0;
  for (int i = 0; i < cuts; i++)
    list_add(chart, &scale->cuts,
             ((i + 1) * high - (i - cuts) * low) / (cuts + 1));
}

/* ---- Threshold: classes between given values ---- */

static void threshold_prepare(Arena *chart, Scale *scale) {
  int cuts = range_count(scale) - 1;
  scale->cuts.count = 0;
  for (int i = 0; i < scale->points.count && i < cuts; i++)
    list_add(chart, &scale->cuts, scale->points.items[i]);
}

/* ---- Bin-ordinal: classes of a histogram ---- */

static void bin_ordinal_prepare(Arena *chart, Scale *scale) {
  scale->cuts.count = 0;
  for (int i = 0; i < scale->points.count; i++)
    list_add(chart, &scale->cuts, scale->points.items[i]);
}

static int bin_ordinal_class(const Scale *scale, Value value) {
  int below = class_among_cuts(scale, value);
  return below > 0 ? below - 1 : -1;
}

const ScaleKind scale_quantile = {
    .traits = TRAIT_DISCRETIZING,
    .prepare = quantile_prepare,
    .class_of = class_among_cuts,
};

const ScaleKind scale_quantize = {
    .traits = TRAIT_DISCRETIZING | TRAIT_ZERO,
    .nice = linear_nice,
    .ticks = linear_ticks,
    .prepare = quantize_prepare,
    .class_of = class_among_cuts,
};

const ScaleKind scale_threshold = {
    .traits = TRAIT_DISCRETIZING,
    .prepare = threshold_prepare,
    .class_of = class_among_cuts,
};

const ScaleKind scale_bin_ordinal = {
    .traits = TRAIT_DISCRETE | TRAIT_DISCRETIZING,
    .prepare = bin_ordinal_prepare,
    .class_of = bin_ordinal_class,
};
