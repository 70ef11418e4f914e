/* An axis being drawn; private to the folder. */
#ifndef JIKJI_CHART_GUIDE_AXIS_SKETCH_H
#define JIKJI_CHART_GUIDE_AXIS_SKETCH_H

#include "chart/guide/axis.h"

typedef struct AxisSketch {
  Drawing *drawing;
  const Axis *axis;
  AxisSpace space;
  Group *group;
  double shift; /* translate: half a pixel */
  double sign;  /* away from the plot: 1 down and right, -1 up and left */
  bool vertical;
  double low, high; /* ends along the axis: of the scale's range */
  AxisTickList ticks;
  Str unit;           /* that the labels leave out: "만 명"; "" */
  Cascade properties; /* the axis's, with the conditions of one tick decided */
} AxisSketch;

/* A sketch without ticks yet. */
AxisSketch axis_sketch(Drawing *drawing, const Axis *axis, AxisSpace space);

/* Decides conditional properties for a tick; NULL: back to the axis's own. */
void axis_turn_to(AxisSketch *sketch, const AxisTick *tick, int index);

double axis_property(const AxisSketch *sketch, const char *name,
                     double fallback);

/* A point at a place along the axis and a distance away from it. */
Point axis_at(const AxisSketch *sketch, double along, double away);

/* A point as it is drawn, on half pixels. */
Point axis_shifted(const AxisSketch *sketch, Point point);

/* Draws the labels that do not overlap; the bounds of all that count. */
Bounds axis_draw_labels(AxisSketch *sketch);

#endif
