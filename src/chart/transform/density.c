/* A field to the curve of its kernel density, group by group. */
#include <math.h>

#include "chart/check/property.h"
#include "chart/transform/group_curves.h"

enum { LEAST_STEPS = 25, MOST_STEPS = 200, STEP_LIMIT = 100000 };

/* A sum of normal distributions around each number. */
typedef struct Kernels {
  const Numbers *numbers; /* the valid ones, and a zero for each null */
  double bandwidth;
  double scale; /* of what comes out */
} Kernels;

static double density_at(const void *model, double x) {
  const Kernels *kernels = model;
  double sum = 0;
  for (int i = 0; i < kernels->numbers->count; i++)
    sum +=
        normal_density((x - kernels->numbers->items[i]) / kernels->bandwidth);
  return sum / kernels->bandwidth / kernels->numbers->count * kernels->scale;
}

static double cumulative_at(const void *model, double x) {
  const Kernels *kernels = model;
  double sum = 0;
  for (int i = 0; i < kernels->numbers->count; i++)
    sum += normal_cumulative((x - kernels->numbers->items[i]) /
                             kernels->bandwidth);
  return sum / kernels->numbers->count * kernels->scale;
}

typedef struct DensityRequest {
  Field field;
  double bandwidth;
  bool cumulative, counts, has_extent;
  double extent[2];
  int least, most;
} DensityRequest;

static int step_limit(const Step *step, const char *key, int otherwise) {
  double steps = step_number(step, key, otherwise);
  return steps >= 1 ? (int)fmin(steps, STEP_LIMIT) : otherwise;
}

static void widen(const Numbers *numbers, double extent[2]) {
  for (int i = 0; i < numbers->count; i++) {
    extent[0] = fmin(extent[0], numbers->items[i]);
    extent[1] = fmax(extent[1], numbers->items[i]);
  }
}

static DensityRequest read_request(const Step *step, const Groups *groups,
                                   Field field) {
  DensityRequest request = {.field = field};
  request.bandwidth = step_number(step, "bandwidth", 0);
  request.cumulative = step_flag(step, "cumulative", false);
  request.counts = step_flag(step, "counts", false);
  request.has_extent = step_pair(step, "extent", request.extent);
  int steps = step_limit(step, "steps", 0);
  request.least = steps ? steps : step_limit(step, "minsteps", LEAST_STEPS);
  request.most = steps ? steps : step_limit(step, "maxsteps", MOST_STEPS);
  if (!str_is(step_text(step, "resolve", S("shared")), "shared"))
    return request;
  request.least = request.most;
  if (request.has_extent) return request;
  request.extent[0] = INFINITY;
  request.extent[1] = -INFINITY;
  request.has_extent = true;
  for (int group = 0; group < groups->count; group++) {
    Numbers numbers = group_numbers(step, groups, group, &request.field);
    widen(&numbers, request.extent);
  }
  return request;
}

/* Nulls weigh as zeros, as they do in Vega; what is no number at all weighs
 * nothing. */
static void add_nulls(const Step *step, const Groups *groups, int group,
                      const Field *field, Numbers *numbers) {
  for (int i = groups->starts[group]; i < groups->starts[group + 1]; i++)
    if (field_at(field, step, groups->rows[i]).kind == VALUE_NULL)
      list_add(step->scratch, numbers, 0);
}

static CurvePoints group_curve(const Step *step, const DensityRequest *request,
                               const Groups *groups, int group) {
  Numbers valid = group_numbers(step, groups, group, &request->field);
  Numbers *numbers = &valid;
  numbers_sort(numbers);
  if (!numbers->count) return (CurvePoints){0};
  double low = numbers->items[0], high = numbers->items[numbers->count - 1];
  if (request->has_extent) {
    low = request->extent[0];
    high = request->extent[1];
  }
  Kernels kernels = {numbers, request->bandwidth, 1};
  Numbers known = *numbers;
  add_nulls(step, groups, group, &request->field, numbers);
  if (!(kernels.bandwidth > 0))
    kernels.bandwidth = bandwidth_of(&known, numbers->count);
  if (request->counts) kernels.scale = numbers->count;
  Curve curve = {request->cumulative ? cumulative_at : density_at, &kernels};
  return curve_sample(step->scratch, curve, low, high, request->least,
                      request->most);
}

static const Table *density_apply(Step *step) {
  Field field;
  if (!step_field(step, "density", &field)) return NULL;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  DensityRequest request = read_request(step, &groups, field);
  GroupCurves curves = {.x = step_as(step, 0, S("value")),
                        .y = step_as(step, 1, S("density"))};
  for (int group = 0; group < groups.count; group++)
    group_curves_add(step, &curves, group,
                     group_curve(step, &request, &groups, group));
  return group_curves_table(step, &curves, &groups, &by);
}

static const PropertyGroup density_groups[] = {
    {NUMBER, "bandwidth maxsteps minsteps steps", NULL, NULL},
    {LIST, "as extent groupby", NULL, NULL},
    {FLAG, "counts cumulative", NULL, NULL},
    {TEXT, "density", NULL, NULL},
    {TEXT, "resolve", NULL, "independent shared"},
    {0}};
const Transform density_transform = {
    {.name = "a density transform", .groups = density_groups}, density_apply};
