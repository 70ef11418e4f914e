/* Lists of numbers to quantiles and resampled means. */
#include "chart/transform/statistics.h"

#include <math.h>
#include <stdlib.h>

enum { RESAMPLINGS = 1000 };

static int by_number(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void numbers_sort(Numbers *numbers) {
  if (numbers->count)
    qsort(numbers->items, (size_t)numbers->count, sizeof(double), by_number);
}

double quantile_of(const Numbers *sorted, double p) {
  int count = sorted->count;
  if (!count || isnan(p)) return NAN;
  if (p <= 0 || count < 2) return sorted->items[0];
  if (p >= 1) return sorted->items[count - 1];
  double at = (count - 1) * p;
  int i = (int)floor(at);
  double low = sorted->items[i], high = sorted->items[i + 1];
  return low + (high - low) * (at - i);
}

Random random_start(void) {
  return (Random){20120101};
}

double random_next(Random *random) {
  uint64_t z = random->state += 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  z ^= z >> 31;
  return (double)(z >> 11) * 0x1p-53;
}

bool mean_interval(const Numbers *numbers, double interval[2]) {
  double means[RESAMPLINGS];
  Random random = random_start();
  if (!numbers->count) return false;
  for (int i = 0; i < RESAMPLINGS; i++) {
    double sum = 0;
    for (int j = 0; j < numbers->count; j++)
      sum += numbers->items[(int)(random_next(&random) * numbers->count)];
    means[i] = sum / numbers->count;
  }
  Numbers sorted = {means, RESAMPLINGS, RESAMPLINGS};
  numbers_sort(&sorted);
  interval[0] = quantile_of(&sorted, 0.025);
  interval[1] = quantile_of(&sorted, 0.975);
  return true;
}

static double deviation_of(const Numbers *numbers) {
  double mean = 0, sum = 0;
  if (numbers->count < 2) return NAN;
  for (int i = 0; i < numbers->count; i++) {
    double step = numbers->items[i] - mean;
    mean += step / (i + 1);
    sum += step * (numbers->items[i] - mean);
  }
  return sqrt(sum / (numbers->count - 1));
}

double bandwidth_of(const Numbers *sorted, int count) {
  double deviation = deviation_of(sorted);
  double low = quantile_of(sorted, 0.25), high = quantile_of(sorted, 0.75);
  double width = fmin(deviation, (high - low) / 1.34);
  if (isnan(deviation) || !(width > 0)) width = deviation;
  if (!(width > 0)) width = fabs(low);
  if (!(width > 0)) width = 1;
  return 1.06 * width * pow(count, -0.2);
}

double normal_density(double z) {
  return exp(-0.5 * z * z) / sqrt(2 * M_PI);
}

double normal_cumulative(double z) {
  return erfc(-z / sqrt(2)) / 2;
}

/* ---- Sampling a curve ---- */

static CurvePoint point_at(Curve curve, double x) {
  return (CurvePoint){x, curve.at(curve.model, x)};
}

/* The angle by which the way from p to q leaves the way from p to r. */
static double bend(CurvePoint p, CurvePoint q, CurvePoint r, double x_scale,
                   double y_scale) {
  double straight = atan2(y_scale * (r.y - p.y), x_scale * (r.x - p.x));
  double here = atan2(y_scale * (q.y - p.y), x_scale * (q.x - p.x));
  return fabs(straight - here);
}

static double y_scale_of(CurvePoint first, const CurvePoints *points) {
  double low = first.y, high = first.y;
  for (int i = 0; i < points->count; i++) {
    low = fmin(low, points->items[i].y);
    high = fmax(high, points->items[i].y);
  }
  return 1 / (high - low);
}

static CurvePoints sample_evenly(Arena *scratch, Curve curve, double low,
                                 double high, int steps) {
  CurvePoints points = {0};
  for (int i = 0; i < steps; i++)
    list_add(scratch, &points,
             point_at(curve, low + (double)i / steps * (high - low)));
  list_add(scratch, &points, point_at(curve, high));
  return points;
}

CurvePoints curve_sample(Arena *scratch, Curve curve, double low, double high,
                         int least, int most) {
  const double SMALLEST_BEND = 0.5 * M_PI / 180;
  if (least < 1) least = 1;
  if (most <= least) return sample_evenly(scratch, curve, low, high, least);
  CurvePoints points = {0}, ahead = {0}; /* ahead: the nearest comes last */
  double span = high - low, shortest = span / most;
  list_add(scratch, &points, point_at(curve, low));
  list_add(scratch, &ahead, point_at(curve, high));
  for (int i = least - 1; i > 0; i--)
    list_add(scratch, &ahead, point_at(curve, low + (double)i / least * span));
  double y_scale = y_scale_of(points.items[0], &ahead);
  while (ahead.count) {
    CurvePoint from = *list_last(&points), to = *list_last(&ahead);
    CurvePoint middle = point_at(curve, (from.x + to.x) / 2);
    if (middle.x - from.x >= shortest && middle.x > from.x &&
        bend(from, middle, to, 1 / span, y_scale) > SMALLEST_BEND) {
      list_add(scratch, &ahead, middle);
    } else {
      list_add(scratch, &points, to);
      ahead.count--;
    }
  }
  return points;
}
