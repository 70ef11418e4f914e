/* Groups and the points of their curves to a table. */
#include "chart/transform/group_curves.h"

#include <math.h>

void group_curves_add(const Step *step, GroupCurves *curves, int group,
                      CurvePoints points) {
  for (int i = 0; i < points.count; i++)
    list_add(step->scratch, &curves->rows,
             ((CurveRow){group, points.items[i]}));
}

const Table *group_curves_table(const Step *step, const GroupCurves *curves,
                                const Groups *groups, const FieldList *by) {
  int count = curves->rows.count;
  Table *table = step_table(step, count);
  for (int i = 0; i < by->count; i++) {
    Value *cells = step_column(step, table, by->items[i].name);
    for (int row = 0; row < count; row++) {
      int group = curves->rows.items[row].group;
      cells[row] =
          field_at(&by->items[i], step, groups->rows[groups->starts[group]]);
    }
  }
  Value *x = step_column(step, table, curves->x);
  Value *y = step_column(step, table, curves->y);
  for (int row = 0; row < count; row++) {
    x[row] = value_number(curves->rows.items[row].point.x);
    y[row] = value_number(curves->rows.items[row].point.y);
  }
  return table;
}

/* The number of a cell that is not missing; NaN otherwise. */
static double valid_number(const Field *field, const Step *step, int row) {
  Value value = field_at(field, step, row);
  if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL ||
      (value.kind == VALUE_STRING && !value.len))
    return NAN;
  return value_to_number(value);
}

Numbers group_numbers(const Step *step, const Groups *groups, int group,
                      const Field *field) {
  Numbers numbers = {0};
  for (int i = groups->starts[group]; i < groups->starts[group + 1]; i++) {
    double number = valid_number(field, step, groups->rows[i]);
    if (!isnan(number)) list_add(step->scratch, &numbers, number);
  }
  return numbers;
}

CurvePoints group_points(const Step *step, const Groups *groups, int group,
                         const Field *x, const Field *y) {
  CurvePoints points = {0};
  for (int i = groups->starts[group]; i < groups->starts[group + 1]; i++) {
    CurvePoint point = {valid_number(x, step, groups->rows[i]),
                        valid_number(y, step, groups->rows[i])};
    if (!isnan(point.x) && !isnan(point.y))
      list_add(step->scratch, &points, point);
  }
  return points;
}
