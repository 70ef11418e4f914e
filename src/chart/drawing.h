/* A chart in the making: what every stage needs. */
#ifndef JIKJI_CHART_DRAWING_H
#define JIKJI_CHART_DRAWING_H

#include "chart/chart.h"
#include "chart/scene/group.h"
#include "chart/transform/transform.h"

/* A variable or a selection of the spec's `params` (params.h). */
typedef struct Param {
  Str name;
  Value value; /* of the stage in which it was worked out */
  bool is_selection;
  List(struct Selection *) selections; /* one for each view that has it */
  const Expr *expr;                    /* NULL: the value stands */
  int stage;
  bool is_busy; /* being worked out */
  Place place;  /* of its definition */
} Param;

/* A table that was read from a file once. */
typedef struct LoadedTable {
  Str key;
  const Table *table;
} LoadedTable;

/* The extent of a column's cells, worked out once. */
typedef struct CellExtent {
  const Value *cells;
  double low, high;
} CellExtent;

typedef struct Drawing {
  Arena *arena; /* of the chart */
  const ChartRequest *request;
  FontSet *fonts;
  Diags *diags;
  const Tree *tree;
  const json_t *config; /* defaults, theme, request and spec merged */
  const json_t *datasets;
  Locale locale;
  ExprScope scope;
  TransformContext transforms;
  List(Param) params;
  List(LoadedTable) loaded;
  List(CellExtent) extents;
  const struct View *sized;  /* at work, whose `width` and `height` expressions
                                name; NULL: none has a size yet */
  const struct View *scaled; /* at work, whose scales expressions name; NULL: no
                                scale is known yet */
  int stage;                 /* counts what changes the values of params */
  int param_depth;           /* params being worked out for one another */
  int mark_count;            /* drawn so far, for the limit */
} Drawing;

/* JSON to a value; {"expr": ...} is evaluated, for a row of a table where one
 * is given (else NULL). DateTime objects become moments. */
Value drawing_value(Drawing *drawing, const json_t *json, const Table *table,
                    int row);
bool json_is_expression(const json_t *json);

/* Evaluates an expression with a datum object; undefined after an error. */
Value drawing_eval(Drawing *drawing, const Expr *expr, Value datum);

/* The same for a row of a table. */
Value drawing_eval_row(Drawing *drawing, const Expr *expr, const Table *table,
                       int row);

/* Lets expressions name the scales of a view, and of those around it. */
void drawing_use_scales(Drawing *drawing, const struct View *view);

/* A DateTime object ({"year": 2012, "month": "jan"}) as a moment. */
bool date_time_read(const json_t *json, double *moment);

const Param *drawing_param(const Drawing *drawing, Str name);

/* Keeps a new JSON reference alive as long as the chart. Returns it. */
json_t *drawing_keep(Drawing *drawing, json_t *json);

/* A shallow copy of an object (an empty one of anything else) whose places are
 * the original's; the caller's reference. */
json_t *drawing_copy(const Drawing *drawing, const json_t *object);

/* The place of a member or of an object in the author's file. */
Place drawing_place(const Drawing *drawing, const json_t *container,
                    const char *key);

/* An empty group, with a record where the request wants the scene. */
Group *drawing_group(const Drawing *drawing);

/* What scene/ needs to draw text. */
Lettering drawing_lettering(const Drawing *drawing);

#endif
