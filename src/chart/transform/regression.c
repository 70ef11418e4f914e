/* Points to the curve that fits them, group by group. */
#include <math.h>

#include "chart/check/property.h"
#include "chart/transform/fit.h"
#include "chart/transform/group_curves.h"

enum { LEAST_STEPS = 25, MOST_STEPS = 200 };

typedef struct Regression {
  Step *step;
  Field x, y;
  FieldList by;
  Groups groups;
  const FitMethod *method;
  int order;
  bool has_extent;
  double extent[2];
} Regression;

static double fit_at(const void *model, double x) {
  const Fit *fit = model;
  return fit->predict(fit, x);
}

static CurvePoints fit_curve(const Regression *regression, const Fit *fit,
                             const CurvePoints *points) {
  double low = regression->extent[0], high = regression->extent[1];
  if (!regression->has_extent) {
    low = INFINITY;
    high = -INFINITY;
    for (int i = 0; i < points->count; i++) {
      low = fmin(low, points->items[i].x);
      high = fmax(high, points->items[i].x);
    }
  }
  Arena *scratch = regression->step->scratch;
  if (!regression->method->is_straight)
    return curve_sample(scratch, (Curve){fit_at, fit}, low, high, LEAST_STEPS,
                        MOST_STEPS);
  CurvePoints ends = {0};
  list_add(scratch, &ends, ((CurvePoint){low, fit_at(fit, low)}));
  list_add(scratch, &ends, ((CurvePoint){high, fit_at(fit, high)}));
  return ends;
}

static bool read_regression(Regression *regression) {
  Step *step = regression->step;
  if (!step_field(step, "on", &regression->x) ||
      !step_field(step, "regression", &regression->y))
    return false;
  Str method = step_text(step, "method", S("linear"));
  regression->method = fit_method_find(method);
  if (!regression->method)
    return step_refuse(step, "method",
                       "'linear', 'log', 'exp', 'pow', 'quad' or 'poly'");
  regression->order =
      (int)fmax(0, fmin(FIT_TERMS - 1, step_number(step, "order", 3)));
  regression->has_extent = step_pair(step, "extent", regression->extent);
  if (str_is(method, "log") && regression->extent[0] <= 0)
    regression->has_extent = false;
  regression->by = step_fields(step, "groupby");
  regression->groups = groups_make(step, &regression->by);
  return true;
}

static Value number_list(Arena *arena, const double *numbers, int count) {
  Value *items = arena_array(arena, Value, count);
  for (int i = 0; i < count; i++)
    items[i] = value_number(numbers[i]);
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

static Value group_keys(const Regression *regression, int group) {
  const Groups *groups = &regression->groups;
  Step *step = regression->step;
  int count = regression->by.count;
  Value *items = arena_array(step->chart, Value, count);
  for (int i = 0; i < count; i++)
    items[i] = field_at(&regression->by.items[i], step,
                        groups->rows[groups->starts[group]]);
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

typedef struct FittedGroup {
  int group;
  Fit fit;
  CurvePoints points;
} FittedGroup;
typedef List(FittedGroup) FittedGroups;

/* Groups with too few points for the method are left out, as in Vega. */
static FittedGroups fit_groups(Regression *regression) {
  Step *step = regression->step;
  FittedGroups fitted = {0};
  const Groups *groups = &regression->groups;
  int least = fit_degrees(regression->method, regression->order);
  for (int group = 0; group < groups->count; group++) {
    if (groups->starts[group + 1] - groups->starts[group] <= least) continue;
    CurvePoints points =
        group_points(step, groups, group, &regression->x, &regression->y);
    Fit fit = fit_points(regression->method, &points, regression->order);
    list_add(step->scratch, &fitted, ((FittedGroup){group, fit, points}));
  }
  return fitted;
}

/* "params": the coefficients instead of the curve. */
static const Table *parameter_table(const Regression *regression,
                                    const FittedGroups *fitted) {
  Step *step = regression->step;
  Table *table = step_table(step, fitted->count);
  Value *keys = step_column(step, table, S("keys"));
  Value *terms = step_column(step, table, S("coef"));
  Value *r_squared = step_column(step, table, S("rSquared"));
  for (int i = 0; i < fitted->count; i++) {
    const Fit *fit = &fitted->items[i].fit;
    if (regression->by.count)
      keys[i] = group_keys(regression, fitted->items[i].group);
    terms[i] = number_list(step->chart, fit->shown, fit->term_count);
    r_squared[i] = value_number(fit->r_squared);
  }
  return table;
}

static const Table *regression_apply(Step *step) {
  Regression regression = {.step = step};
  if (!read_regression(&regression)) return NULL;
  FittedGroups fitted = fit_groups(&regression);
  if (step_flag(step, "params", false))
    return parameter_table(&regression, &fitted);
  GroupCurves curves = {.x = step_as(step, 0, regression.x.name),
                        .y = step_as(step, 1, regression.y.name)};
  for (int i = 0; i < fitted.count; i++) {
    const FittedGroup *group = &fitted.items[i];
    group_curves_add(step, &curves, group->group,
                     fit_curve(&regression, &group->fit, &group->points));
  }
  return group_curves_table(step, &curves, &regression.groups, &regression.by);
}

static const PropertyGroup regression_groups[] = {
    {LIST, "as extent groupby", NULL, NULL},
    {TEXT, "on regression", NULL, NULL},
    {TEXT, "method", NULL, "linear log exp pow quad poly"},
    {NUMBER, "order", NULL, NULL},
    {FLAG, "params", NULL, NULL},
    {0}};
const Transform regression_transform = {
    {.name = "a regression transform", .groups = regression_groups},
    regression_apply};
