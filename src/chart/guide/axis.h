/* Axes: which there are, what they say, and their drawing. */
#ifndef JIKJI_CHART_GUIDE_AXIS_H
#define JIKJI_CHART_GUIDE_AXIS_H

#include "chart/domain/view_scale.h"

typedef enum AxisOrient {
  AXIS_BOTTOM,
  AXIS_LEFT,
  AXIS_TOP,
  AXIS_RIGHT
} AxisOrient;

/* One axis, of one view or of several that share it. */
typedef struct Axis {
  Channel channel; /* x or y */
  ViewScale *scale;
  View *view; /* whose definition counts */
  ChannelDef *def;
  json_t *given;      /* what specs state, the first winning */
  Cascade properties; /* given, styles, config by type, orient and channel */
  AxisOrient orient;
  bool orient_is_given, has_grid, is_second;
  bool is_disabled;
  bool is_in_header;    /* drawn beside the rows or columns of a facet */
  List(Str) titles;     /* of definitions without one of their own */
  const json_t *title;  /* stated; may be null: none; NULL: not stated */
  const json_t *title2; /* of a second end */
} Axis;

typedef struct AxisSet {
  List(Axis *) axes;
} AxisSet;

/* Makes the axes of units and merges them in layers; view->axes of a facet
 * holds those that its cells share. */
void axes_resolve(Drawing *drawing, View *view);

/* What an axis is drawn for. */
typedef struct AxisSpace {
  double width, height; /* of the plot */
} AxisSpace;

/* Grid lines, in the plot's coordinates. */
void axis_draw_grid(Drawing *drawing, const Axis *axis, AxisSpace space,
                    Group *group);

/* Ticks, labels, domain line and title; bounds as Vega's axis layout has them.
 */
void axis_draw(Drawing *drawing, const Axis *axis, AxisSpace space,
               Group *group);

double axis_zindex(Drawing *drawing, const Axis *axis);
bool axis_is_vertical(const Axis *axis); /* of y */

/* ---- Private to the folder ---- */

typedef struct AxisTick {
  Value value;
  Str label;       /* lines apart by "\n" */
  double position; /* of tick and grid line */
  double label_at; /* of the label */
  bool is_shown;   /* the label */
  double share;    /* of its place in the row of ticks: 0 first, 1 last */
} AxisTick;

typedef List(AxisTick) AxisTickList;

/* The ticks of an axis with their labels. */
AxisTickList axis_ticks(Drawing *drawing, const Axis *axis, AxisSpace space);

/* An axis's properties for one tick: {"condition": {"test", "value"}} decided.
 */
Cascade axis_tick_properties(Drawing *drawing, const Axis *axis,
                             const AxisTick *tick, int index);

/* Hides labels that overlap, by parity or greedily. */
void labels_thin(AxisTick *ticks, int count, const Bounds *bounds, bool greedy,
                 double separation);

#endif
