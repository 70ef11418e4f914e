/* Curves of groups as rows, for density, regression and loess. Private to
 * transform/. */
#ifndef JIKJI_CHART_TRANSFORM_GROUP_CURVES_H
#define JIKJI_CHART_TRANSFORM_GROUP_CURVES_H

#include "chart/transform/statistics.h"
#include "chart/transform/step.h"

typedef struct CurveRow {
  int group;
  CurvePoint point;
} CurveRow;

typedef struct GroupCurves {
  Str x, y; /* names of the columns */
  List(CurveRow) rows;
} GroupCurves;

/* Adds the points of a group's curve. */
void group_curves_add(const Step *step, GroupCurves *curves, int group,
                      CurvePoints points);

/* The table of all points: the groups' fields, x, y. */
const Table *group_curves_table(const Step *step, const GroupCurves *curves,
                                const Groups *groups, const FieldList *by);

/* The valid numbers of a group's field, in the order of its rows. */
Numbers group_numbers(const Step *step, const Groups *groups, int group,
                      const Field *field);

/* The points of a group whose two fields are both valid numbers. */
CurvePoints group_points(const Step *step, const Groups *groups, int group,
                         const Field *x, const Field *y);

#endif
