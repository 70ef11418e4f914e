/* Selections in a chart's first state: what their `value` selects. */
#ifndef JIKJI_CHART_SELECT_SELECTION_H
#define JIKJI_CHART_SELECT_SELECTION_H

#include "chart/spec/view.h"

/* A field by which a selection tells rows. */
typedef struct SelectionField {
  Str field;       /* path in a row */
  Channel channel; /* of the view where it was made, or CHANNEL_NONE */
  TimeUnit unit;   /* parts 0: none */
  bool is_range;   /* from one value to another; else one of some values */
} SelectionField;

/* What is selected, one value for each field: a value, a list of them, or the
 * two ends of a range. */
typedef struct SelectionTuple {
  Value *values;
} SelectionTuple;

typedef struct Selection {
  const json_t *json; /* the param */
  View *view;         /* where it was made */
  bool is_interval;
  bool binds_scales; /* it moves the scales of its view */
  List(SelectionField) fields;
  List(SelectionTuple) tuples; /* none: nothing is selected */
} Selection;

/* Reads the selections that the views define; after view_read. Those that stand
 * at a composed view are of all units in it, or of those that "views" names. */
void selections_read(Drawing *drawing, View *view);

/* NULL: no selection is called that. */
const Selection *selection_find(const Drawing *drawing, Str name);

/* Whether a {"param"} predicate holds for a row: a variable's truth, or whether
 * the selection has the row; where nothing is selected, `when_empty`. For
 * TransformContext; owner is the Drawing. */
bool selection_holds(void *owner, Str name, bool when_empty, const Table *table,
                     int row);

/* What expressions see: an object of the fields' values or ranges. */
Value selection_value(Drawing *drawing, const Param *param);

/* The rows selected, for lookups; NULL: there is no such selection. Also for
 * TransformContext. */
const Table *selection_rows(void *owner, Str name);

/* The two ends (or the values) that a {"param", "encoding", "field"} object, a
 * scale's `domain`, takes from a selection; undefined where nothing is. */
Value selection_domain(Drawing *drawing, const json_t *domain);

/* The same for a selection that moves the scale of a unit's channel. */
Value selection_bound_domain(Drawing *drawing, const View *unit,
                             Channel channel);

/* Whether a selection moves the scale of a unit's channel, or gives its
 * domain: marks are cut at the plot's edge then. */
bool selection_moves(const Drawing *drawing, const View *unit, Channel channel);

/* Draws the rectangles of the plot's intervals: what lies behind the marks, or
 * what lies on them. */
void brushes_draw(Drawing *drawing, const View *plot, bool behind,
                  Group *group);

#endif
