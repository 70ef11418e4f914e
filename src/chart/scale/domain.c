/* What the data and the spec say of a domain, to the domain of the scale. */
#include <math.h>

#include "base/limits.h"
#include "chart/scale/kind.h"

double scale_input(Value value) {
  if (value.kind == VALUE_NUMBER || value.kind == VALUE_TIME)
    return value.number;
  if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL) return NAN;
  return value_to_number(value);
}

int domain_add_extent(double *low, double *high, const Value *values,
                      int count) {
  int valid = 0;
  for (int i = 0; i < count; i++) {
    double number = scale_input(values[i]);
    if (isnan(number)) continue;
    valid++;
    *low = fmin(*low, number);
    *high = fmax(*high, number);
  }
  return valid;
}

static bool has_number_domain(const Scale *scale) {
  unsigned traits = scale->kind->traits;
  return !(traits & TRAIT_DISCRETE) || (traits & TRAIT_DISCRETIZING);
}

static void read_points(Arena *chart, Scale *scale) {
  scale->points.items = NULL;
  scale->points.count = scale->points.capacity = 0;
  for (int i = 0; i < scale->domain.count; i++)
    list_add(chart, &scale->points, scale_input(scale->domain.items[i]));
}

static void include_zero(Scale *scale) {
  double *first = &scale->points.items[0], *last = list_last(&scale->points);
  if (*first > 0) *first = 0;
  if (*last < 0) *last = 0;
}

/* Puts the middle of a diverging scale in its place. */
static void insert_middle(Arena *chart, Scale *scale, double middle) {
  int last = scale->points.count - 1, at = last;
  if (middle > scale->points.items[last]) at = last + 1;
  if (middle < scale->points.items[0]) at = 0;
  list_add(chart, &scale->points, 0);
  for (int i = scale->points.count - 1; i > at; i--)
    scale->points.items[i] = scale->points.items[i - 1];
  scale->points.items[at] = middle;
}

static void apply_ends(Arena *chart, Scale *scale) {
  if (scale->zero && (scale->kind->traits & TRAIT_ZERO)) include_zero(scale);
  double low = scale_input(scale->domain_min);
  double high = scale_input(scale->domain_max);
  double middle = scale_input(scale->domain_mid);
  if (!isnan(low)) scale->points.items[0] = low;
  if (!isnan(high)) *list_last(&scale->points) = high;
  if (!isnan(middle)) insert_middle(chart, scale, middle);
}

/* Widens the domain so that its data end `domain_padding` pixels before the
 * range does. */
static void apply_padding(Scale *scale) {
  int count = scale->range.count;
  if (!(scale->domain_padding > 0) || count < 2) return;
  double *first = &scale->points.items[0], *last = list_last(&scale->points);
  if (*first == *last) return;
  double span = fabs(scale_input(scale->range.items[count - 1]) -
                     scale_input(scale->range.items[0]));
  double factor = span / (span - 2 * scale->domain_padding);
  double from = scale->kind->lift(scale, *first);
  double to = scale->kind->lift(scale, *last), middle = (from + to) / 2;
  double low = scale->kind->ground(scale, middle + (from - middle) * factor);
  double high = scale->kind->ground(scale, middle + (to - middle) * factor);
  *first = low;
  *last = high;
}

static void apply_nice(Scale *scale) {
  if (scale->nice == NICE_NONE || !scale->kind->nice) return;
  double *first = &scale->points.items[0], *last = list_last(&scale->points);
  bool descends = *last < *first;
  double low = descends ? *last : *first, high = descends ? *first : *last;
  scale->kind->nice(scale, &low, &high);
  *first = descends ? high : low;
  *last = descends ? low : high;
}

/* The domain as values again, moments staying moments. */
static void write_back(Arena *chart, Scale *scale) {
  bool temporal = scale->kind->traits & TRAIT_TEMPORAL;
  ValueList domain = {0};
  for (int i = 0; i < scale->points.count; i++) {
    double point = scale->points.items[i];
    list_add(chart, &domain,
             temporal ? value_time(point) : value_number(point));
  }
  scale->domain = domain;
}

void domain_prepare(Arena *chart, Scale *scale) {
  if (!has_number_domain(scale)) return;
  read_points(chart, scale);
  if (scale->type == SCALE_QUANTILE || !scale->points.count) return;
  if (!scale->domain_raw) {
    apply_ends(chart, scale);
    if (scale->kind->traits & TRAIT_CONTINUOUS) apply_padding(scale);
    apply_nice(scale);
  }
  write_back(chart, scale);
}

/* ---- Bins ---- */

/* The boundaries start, start + step .. stop, inside the domain. */
static void list_bins(Arena *chart, Scale *scale) {
  BinSteps steps = scale->bin_steps;
  double low = -INFINITY, high = INFINITY;
  if (scale->points.count) {
    low = scale->points.items[0];
    high = *list_last(&scale->points);
  }
  if (isnan(steps.start)) steps.start = low;
  if (isnan(steps.stop)) steps.stop = high;
  if (steps.start < low) steps.start = steps.step * ceil(low / steps.step);
  if (steps.stop > high) steps.stop = steps.step * floor(high / steps.step);
  double count = ceil((steps.stop + steps.step / 2 - steps.start) / steps.step);
  if (!(count >= 0 && count <= LIMIT_MARKS)) return;
  for (int i = 0; i < (int)count; i++)
    list_add(chart, &scale->bins, steps.start + i * steps.step);
}

void bins_prepare(Arena *chart, Scale *scale) {
  if (scale->has_bins && !scale->bins.count && scale->bin_steps.step > 0)
    list_bins(chart, scale);
  if (scale->type != SCALE_BIN_ORDINAL) return;
  if (scale->has_bins && !scale->domain.count) {
    for (int i = 0; i < scale->bins.count; i++) {
      list_add(chart, &scale->points, scale->bins.items[i]);
      list_add(chart, &scale->domain, value_number(scale->bins.items[i]));
    }
  } else if (!scale->has_bins) {
    for (int i = 0; i < scale->points.count; i++)
      list_add(chart, &scale->bins, scale->points.items[i]);
    scale->has_bins = true;
  }
}
