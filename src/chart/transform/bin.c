/* A quantity to the two ends of the bin that holds it. */
#include "chart/scale/bin.h"

#include <math.h>

#include "chart/check/property.h"
#include "chart/transform/step.h"

enum { DEFAULT_MAXBINS = 10 }; /* Vega-Lite's, where Vega says 20 */

/* Vega's toNumber: null for what is missing. */
static bool number_at(const Field *field, const Step *step, int row,
                      double *number) {
  Value value = field_at(field, step, row);
  if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL ||
      (value.kind == VALUE_STRING && !value.len))
    return false;
  *number = value_to_number(value);
  return true;
}

static void find_extent(const Step *step, const Field *field,
                        BinRequest *request) {
  double low = INFINITY, high = -INFINITY, number;
  for (int row = 0; row < step->in->row_count; row++) {
    if (!number_at(field, step, row, &number) || isnan(number)) continue;
    low = fmin(low, number);
    high = fmax(high, number);
  }
  bool found = isfinite(low) && isfinite(high);
  if (isnan(request->low)) request->low = found ? low : NAN;
  if (isnan(request->high)) request->high = found ? high : NAN;
}

static BinSteps steps_for(const Step *step, const Field *field) {
  const json_t *json = json_object_get(step->json, "bin");
  BinRequest request = bin_request_read(step->scratch, json);
  if (!json_object_get(json, "maxbins")) request.maxbins = DEFAULT_MAXBINS;
  find_extent(step, field, &request);
  if (isnan(request.low) || isnan(request.high))
    return (BinSteps){NAN, NAN, NAN};
  return bin_steps(&request);
}

bool transform_bin_steps(const TransformContext *context,
                         const json_t *transform, const Table *table,
                         BinSteps *steps) {
  Arena scratch = {0};
  Step step = {context, transform, table, context->chart, &scratch};
  Field field;
  bool found = step_field(&step, "field", &field);
  if (found) *steps = steps_for(&step, &field);
  arena_clear(&scratch);
  return found;
}

static Str end_name(const Step *step, Str start) {
  return step_as(step, 1, str_format(step->chart, "%.*s_end", STR(start)));
}

static const Table *bin_apply(Step *step) {
  Field field;
  if (!step_field(step, "field", &field)) return NULL;
  Str as =
      step_as(step, 0, str_format(step->chart, "bin_%.*s", STR(field.name)));
  BinSteps steps = steps_for(step, &field);
  Table *table = step_extend(step);
  Value *starts = step_column(step, table, as);
  Value *ends = step_column(step, table, end_name(step, as));
  for (int row = 0; row < table->row_count; row++) {
    double number;
    if (!number_at(&field, step, row, &number)) {
      starts[row] = ends[row] = value_null();
      continue;
    }
    double start = bin_floor(steps, number);
    /* Written so that the end is, to the last bit, the next bin's start. */
    double bins = (start - steps.start) / steps.step;
    starts[row] = value_number(start);
    ends[row] = value_number(steps.start + steps.step * (1 + bins));
  }
  return table;
}

static const PropertyGroup bin_groups[] = {
    {TEXT | LIST, "as", NULL, NULL},
    {FLAG | OBJECT, "bin", &kind_bin, NULL},
    {TEXT, "field", NULL, NULL},
    {0}};
const Transform bin_transform = {
    {.name = "a bin transform", .groups = bin_groups}, bin_apply};
