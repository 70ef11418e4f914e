/* A wish for bins and an extent to boundaries; the algorithm of Vega's bin. */
#include "chart/scale/bin.h"

#include <math.h>

#include "base/tree.h"

/* Vega's allowance when a value stands on a boundary but for rounding. */
static const double GRACE = 1e-14;

static const double divide_default[] = {5, 2};

BinRequest bin_request(void) {
  return (BinRequest){.maxbins = 20,
                      .base = 10,
                      .anchor = NAN,
                      .low = NAN,
                      .high = NAN,
                      .divide = divide_default,
                      .divide_count = 2,
                      .nice = true};
}

static void read_number(const json_t *json, const char *key, double *number) {
  const json_t *value = json_object_get(json, key);
  if (json_is_number(value)) *number = json_number_value(value);
}

/* A list of numbers; false where there is none. */
static bool read_numbers(Arena *arena, const json_t *json, const char *key,
                         const double **numbers, int *count) {
  const json_t *list = json_object_get(json, key);
  int length = (int)json_array_size(list);
  if (!length) return false;
  double *items = arena_array(arena, double, length);
  for (int i = 0; i < length; i++)
    items[i] = json_number_value(json_array_get(list, (size_t)i));
  *numbers = items;
  *count = length;
  return true;
}

BinRequest bin_request_read(Arena *arena, const json_t *json) {
  BinRequest request = bin_request();
  if (!json_is_object(json)) return request;
  read_number(json, "maxbins", &request.maxbins);
  read_number(json, "base", &request.base);
  read_number(json, "step", &request.step);
  read_number(json, "minstep", &request.minstep);
  read_number(json, "anchor", &request.anchor);
  read_number(json, "span", &request.span);
  read_numbers(arena, json, "steps", &request.steps, &request.step_count);
  read_numbers(arena, json, "divide", &request.divide, &request.divide_count);
  const double *extent;
  int count;
  if (read_numbers(arena, json, "extent", &extent, &count) && count == 2) {
    request.low = extent[0];
    request.high = extent[1];
  }
  const json_t *nice = json_object_get(json, "nice");
  if (json_is_boolean(nice)) request.nice = json_is_true(nice);
  return request;
}

static double maxbins_of(const BinRequest *request) {
  return request->maxbins >= 1 ? request->maxbins : 20;
}

static double base_of(const BinRequest *request) {
  return request->base > 1 ? request->base : 10;
}

/* The largest of the allowed steps that is below the wanted one. */
static double step_among(const BinRequest *request, double wanted) {
  int i = 0;
  while (i < request->step_count && request->steps[i] < wanted)
    i++;
  return request->steps[i > 0 ? i - 1 : 0];
}

static double step_found(const BinRequest *request, double span) {
  double base = base_of(request), log_base = log(base);
  double maxbins = maxbins_of(request), minstep = fmax(request->minstep, 0);
  double level = ceil(log(maxbins) / log_base);
  double exponent = floor(log(span) / log_base + 0.5) - level;
  double step = fmax(minstep, pow(base, exponent));
  while (step > 0 && ceil(span / step) > maxbins)
    step *= base;
  for (int i = 0; i < request->divide_count; i++) {
    double finer = step / request->divide[i];
    if (finer >= minstep && span / finer <= maxbins) step = finer;
  }
  return step;
}

static double step_for(const BinRequest *request) {
  if (request->step > 0) return request->step;
  double span = request->span;
  if (!(span > 0)) span = request->high - request->low;
  if (!(span > 0)) span = fabs(request->low);
  if (!(span > 0)) span = 1;
  if (request->step_count)
    return step_among(request, span / maxbins_of(request));
  return step_found(request, span);
}

/* Moves the boundaries so that one falls on the anchor. */
static void apply_anchor(BinSteps *steps, double anchor) {
  double shift =
      anchor - (steps->start +
                steps->step * floor((anchor - steps->start) / steps->step));
  steps->start += shift;
  steps->stop += shift;
}

BinSteps bin_steps(const BinRequest *request) {
  double low = request->low, high = request->high;
  double step = step_for(request), base = base_of(request);
  double level = log(step);
  double precision = level >= 0 ? 0 : trunc(-level / log(base)) + 1;
  double allowance = pow(base, -precision - 1);
  if (request->nice) {
    double start = floor(low / step + allowance) * step;
    low = low < start ? start - step : start;
    high = ceil(high / step) * step;
  }
  double stop = high == low ? low + step : high;
  BinSteps steps = {low, low + ceil((stop - low) / step) * step, step};
  if (!isnan(request->anchor)) apply_anchor(&steps, request->anchor);
  return steps;
}

double bin_floor(BinSteps steps, double value) {
  if (isnan(value)) return NAN;
  if (value < steps.start) return -INFINITY;
  if (value > steps.stop) return INFINITY;
  value = fmax(steps.start, fmin(value, steps.stop - steps.step));
  return steps.start +
         steps.step * floor(GRACE + (value - steps.start) / steps.step);
}
