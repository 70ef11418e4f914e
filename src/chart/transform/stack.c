/* Values to the two ends of their piece of a stack. */
#include <math.h>

#include "chart/check/property.h"
#include "chart/transform/step.h"

typedef enum StackOffset {
  STACK_ZERO,
  STACK_CENTER,
  STACK_NORMALIZE
} StackOffset;

typedef struct Stacking {
  Step *step;
  Field field;
  StackOffset offset;
  double greatest; /* sum of a stack */
  Value *starts, *ends;
} Stacking;

static bool offset_read(const Step *step, StackOffset *offset) {
  const json_t *json = json_object_get(step->json, "offset");
  Str name = json_str(json);
  *offset = STACK_ZERO;
  if (!json || json_is_null(json) || str_is(name, "zero")) return true;
  if (str_is(name, "center"))
    *offset = STACK_CENTER;
  else if (str_is(name, "normalize"))
    *offset = STACK_NORMALIZE;
  else
    return step_refuse(step, "offset", "'zero', 'center' or 'normalize'");
  return true;
}

static double value_of(const Stacking *stacking, int row) {
  return field_number(&stacking->field, stacking->step, row);
}

static double stack_sum(const Stacking *stacking, const int *rows, int count) {
  double sum = 0;
  for (int i = 0; i < count; i++)
    sum += fabs(value_of(stacking, rows[i]));
  return sum;
}

static void place(Stacking *stacking, int row, double start, double end) {
  stacking->starts[row] = value_number(start);
  stacking->ends[row] = value_number(end);
}

/* Upwards from zero, and what is negative downwards. */
static void stack_zero(Stacking *stacking, const int *rows, int count) {
  double above = 0, below = 0;
  for (int i = 0; i < count; i++) {
    double value = value_of(stacking, rows[i]);
    double *last = value < 0 ? &below : &above;
    place(stacking, rows[i], *last, *last + value);
    *last += value;
  }
}

static void stack_center(Stacking *stacking, const int *rows, int count) {
  double last = (stacking->greatest - stack_sum(stacking, rows, count)) / 2;
  for (int i = 0; i < count; i++) {
    double end = last + fabs(value_of(stacking, rows[i]));
    place(stacking, rows[i], last, end);
    last = end;
  }
}

static void stack_normalize(Stacking *stacking, const int *rows, int count) {
  double scale = 1 / stack_sum(stacking, rows, count), last = 0, sum = 0;
  for (int i = 0; i < count; i++) {
    sum += fabs(value_of(stacking, rows[i]));
    place(stacking, rows[i], last, scale * sum);
    last = scale * sum;
  }
}

static void stack_all(Stacking *stacking, const Groups *groups) {
  static void (*const layouts[])(Stacking *, const int *,
                                 int) = {[STACK_ZERO] = stack_zero,
                                         [STACK_CENTER] = stack_center,
                                         [STACK_NORMALIZE] = stack_normalize};
  SortOrder order = step_sort(stacking->step, "sort");
  for (int group = 0; group < groups->count; group++) {
    int start = groups->starts[group];
    int count = groups->starts[group + 1] - start;
    sort_rows(&order, &groups->rows[start], count);
    double sum = stack_sum(stacking, &groups->rows[start], count);
    if (sum > stacking->greatest) stacking->greatest = sum;
  }
  for (int group = 0; group < groups->count; group++) {
    int start = groups->starts[group];
    layouts[stacking->offset](stacking, &groups->rows[start],
                              groups->starts[group + 1] - start);
  }
}

static const Table *stack_apply(Step *step) {
  Stacking stacking = {.step = step};
  if (!step_field(step, "stack", &stacking.field)) return NULL;
  if (!offset_read(step, &stacking.offset)) return NULL;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  Str name = stacking.field.name;
  Str as = step_as(step, 0, str_format(step->chart, "%.*s_start", STR(name)));
  Str end =
      step_as(step, 1,
              str_format(step->chart, "%.*s_end",
                         STR(json_object_get(step->json, "as") ? as : name)));
  Table *table = step_extend(step);
  stacking.starts = step_column(step, table, as);
  stacking.ends = step_column(step, table, end);
  stack_all(&stacking, &groups);
  return table;
}

static const PropertyGroup stack_groups[] = {
    {LIST, "groupby", NULL, NULL},   {OBJECTS, "sort", &kind_sort_field, NULL},
    {TEXT | LIST, "as", NULL, NULL}, {TEXT, "offset", NULL, OFFSETS},
    {TEXT, "stack", NULL, NULL},     {0}};
const Transform stack_transform = {
    {.name = "a stack transform", .groups = stack_groups}, stack_apply};
