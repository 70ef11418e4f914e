/* Leaves the rows as they are: the parameter that it defines is the chart's. */
#include <math.h>

#include "chart/check/property.h"
#include "chart/transform/step.h"

bool transform_extent(const TransformContext *context, const json_t *transform,
                      const Table *table, double extent[2]) {
  Arena scratch = {0};
  Step step = {context, transform, table, context->chart, &scratch};
  Field field;
  bool found = step_field(&step, "extent", &field);
  extent[0] = INFINITY;
  extent[1] = -INFINITY;
  for (int row = 0; found && row < table->row_count; row++) {
    Value value = field_at(&field, &step, row);
    if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED) continue;
    double number = value_to_number(value);
    if (isnan(number)) continue;
    extent[0] = fmin(extent[0], number);
    extent[1] = fmax(extent[1], number);
  }
  arena_clear(&scratch);
  return found && extent[0] <= extent[1];
}

static const Table *extent_apply(Step *step) {
  Field field;
  if (!step_field(step, "extent", &field)) return NULL;
  return step->in;
}

static const PropertyGroup extent_groups[] = {
    {TEXT, "extent param", NULL, NULL}, {0}};
const Transform extent_transform = {
    {.name = "an extent transform", .groups = extent_groups}, extent_apply};
