/* Points to a smooth curve by local regression (Cleveland 1979), group by
 * group. */
#include <math.h>
#include <stdlib.h>

#include "chart/check/property.h"
#include "chart/transform/group_curves.h"

enum { ROBUST_ROUNDS = 2 };

/* Points around their centre, by x; and what is found for them. */
typedef struct Smoothing {
  const CurvePoint *points;
  int count, neighbours;
  double *fitted, *residuals, *weights;
} Smoothing;

static int by_x(const void *a, const void *b) {
  const CurvePoint *p = a, *q = b;
  return (p->x > q->x) - (p->x < q->x);
}

static int by_number(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double tricube(double distance) {
  double rest = 1 - distance * distance * distance;
  return rest * rest * rest;
}

/* The weighted line through the neighbours first..last, at point i. */
static double line_at(const Smoothing *smoothing, int i, int first, int last) {
  const CurvePoint *points = smoothing->points;
  double x = points[i].x;
  int edge = x - points[first].x > points[last].x - x ? first : last;
  double reach = points[edge].x - x;
  double scale = 1 / fabs(reach != 0 ? reach : 1);
  double w = 0, wx = 0, wy = 0, wxy = 0, wxx = 0;
  for (int k = first; k <= last; k++) {
    double weight =
        tricube(fabs(x - points[k].x) * scale) * smoothing->weights[k];
    double weighted = points[k].x * weight;
    w += weight;
    wx += weighted;
    wy += points[k].y * weight;
    wxy += points[k].y * weighted;
    wxx += points[k].x * weighted;
  }
  double mean_x = wx / w, mean_y = wy / w;
  double spread = wxx / w - mean_x * mean_x;
  double slope =
      fabs(spread) < 1e-24 ? 0 : (wxy / w - mean_x * mean_y) / spread;
  return mean_y - slope * mean_x + slope * x;
}

/* Moves the neighbours right while that brings them nearer to point i. */
static void move_neighbours(const Smoothing *smoothing, int i, int *first,
                            int *last) {
  const CurvePoint *points = smoothing->points;
  if (i >= smoothing->count) return;
  while (*last + 1 < smoothing->count && i > *first &&
         points[*last + 1].x - points[i].x <= points[i].x - points[*first].x) {
    ++*first;
    ++*last;
  }
}

static void fit_all(Smoothing *smoothing) {
  int first = 0, last = smoothing->neighbours - 1;
  for (int i = 0; i < smoothing->count; i++) {
    smoothing->fitted[i] = line_at(smoothing, i, first, last);
    smoothing->residuals[i] =
        fabs(smoothing->points[i].y - smoothing->fitted[i]);
    move_neighbours(smoothing, i + 1, &first, &last);
  }
}

static double median_of(Arena *scratch, const double *numbers, int count) {
  Numbers sorted = {0};
  for (int i = 0; i < count; i++)
    list_add(scratch, &sorted, numbers[i]);
  qsort(sorted.items, (size_t)count, sizeof(double), by_number);
  return quantile_of(&sorted, 0.5);
}

/* Points far from the curve weigh little in the next round. */
static void weigh(Smoothing *smoothing, double median) {
  for (int i = 0; i < smoothing->count; i++) {
    double far = smoothing->residuals[i] / (6 * median), near = 1 - far * far;
    smoothing->weights[i] = far >= 1 ? 1e-12 : near * near;
  }
}

static void smooth(Arena *scratch, Smoothing *smoothing) {
  for (int round = 0;; round++) {
    fit_all(smoothing);
    if (round == ROBUST_ROUNDS) return;
    double median = median_of(scratch, smoothing->residuals, smoothing->count);
    if (fabs(median) < 1e-12) return;
    weigh(smoothing, median);
  }
}

static CurvePoint center_points(CurvePoints *points) {
  CurvePoint center = {0, 0};
  for (int i = 0; i < points->count; i++) {
    center.x += (points->items[i].x - center.x) / (i + 1);
    center.y += (points->items[i].y - center.y) / (i + 1);
  }
  for (int i = 0; i < points->count; i++) {
    points->items[i].x -= center.x;
    points->items[i].y -= center.y;
  }
  return center;
}

/* One point for each x; where several fell together, their mean. */
static CurvePoints curve_of(Arena *scratch, const Smoothing *smoothing,
                            CurvePoint center) {
  CurvePoints curve = {0};
  int repeated = 0;
  for (int i = 0; i < smoothing->count; i++) {
    double x = smoothing->points[i].x + center.x;
    double y = smoothing->fitted[i];
    if (curve.count && list_last(&curve)->x == x) {
      CurvePoint *last = list_last(&curve);
      last->y += (y - last->y) / ++repeated;
    } else {
      repeated = 0;
      list_add(scratch, &curve, ((CurvePoint){x, y}));
    }
  }
  for (int i = 0; i < curve.count; i++)
    curve.items[i].y += center.y;
  return curve;
}

static CurvePoints loess_curve(Arena *scratch, CurvePoints points,
                               double bandwidth) {
  if (!points.count) return points;
  qsort(points.items, (size_t)points.count, sizeof(CurvePoint), by_x);
  CurvePoint center = center_points(&points);
  Smoothing smoothing = {.points = points.items, .count = points.count};
  double share = fmax(2, trunc(bandwidth * points.count));
  smoothing.neighbours = (int)fmin(points.count, share);
  smoothing.fitted = arena_array(scratch, double, points.count);
  smoothing.residuals = arena_array(scratch, double, points.count);
  smoothing.weights = arena_array(scratch, double, points.count);
  for (int i = 0; i < points.count; i++)
    smoothing.weights[i] = 1;
  smooth(scratch, &smoothing);
  return curve_of(scratch, &smoothing, center);
}

/* How often rows are looked at. */
static double work_for(const Groups *groups, double bandwidth) {
  double work = 0;
  for (int group = 0; group < groups->count; group++) {
    double count = groups->starts[group + 1] - groups->starts[group];
    work += (ROBUST_ROUNDS + 1) * count * fmin(count, bandwidth * count + 2);
  }
  return work;
}

static const Table *loess_apply(Step *step) {
  Field x, y;
  if (!step_field(step, "on", &x) || !step_field(step, "loess", &y))
    return NULL;
  double bandwidth = step_number(step, "bandwidth", 0.3);
  if (!(bandwidth > 0)) bandwidth = 0.3;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  if (!step_is_affordable(step, "loess", work_for(&groups, bandwidth),
                          "take a smaller bandwidth, or a sample first"))
    return NULL;
  GroupCurves curves = {.x = step_as(step, 0, x.name),
                        .y = step_as(step, 1, y.name)};
  for (int group = 0; group < groups.count; group++) {
    CurvePoints points = group_points(step, &groups, group, &x, &y);
    group_curves_add(step, &curves, group,
                     loess_curve(step->scratch, points, bandwidth));
  }
  return group_curves_table(step, &curves, &groups, &by);
}

static const PropertyGroup loess_groups[] = {{LIST, "as groupby", NULL, NULL},
                                             {TEXT, "loess on", NULL, NULL},
                                             {NUMBER, "bandwidth", NULL, NULL},
                                             {0}};
const Transform loess_transform = {
    {.name = "a loess transform", .groups = loess_groups}, loess_apply};
