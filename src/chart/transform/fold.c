/* Columns to rows: each row once for each folded field. */
#include "base/limits.h"
#include "chart/check/property.h"
#include "chart/transform/step.h"

static const Table *fold_apply(Step *step) {
  FieldList fields = step_fields(step, "fold");
  if (!fields.count) return step_refuse(step, "fold", "a list of field names");
  int rows = step->in->row_count, count = fields.count;
  if (rows > LIMIT_TABLE_ROWS / count) return step_too_many(step, "fold");
  int *sources = arena_array(step->scratch, int, rows *count);
  for (int i = 0; i < rows * count; i++)
    sources[i] = i / count;
  Table *table = table_rows(step->chart, step->in, sources, rows * count);
  Value *keys = step_column(step, table, step_as(step, 0, S("key")));
  Value *values = step_column(step, table, step_as(step, 1, S("value")));
  for (int i = 0; i < table->row_count; i++) {
    const Field *field = &fields.items[i % count];
    keys[i] = value_str(field->name);
    values[i] = field_at(field, step, i / count);
  }
  return table;
}

static const PropertyGroup fold_groups[] = {{LIST, "as fold", NULL, NULL}, {0}};
const Transform fold_transform = {
    {.name = "a fold transform", .groups = fold_groups}, fold_apply};
