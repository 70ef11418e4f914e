/* Legends: symbols and gradients that say what colours, sizes and shapes mean.
 */
#ifndef JIKJI_CHART_GUIDE_LEGEND_H
#define JIKJI_CHART_GUIDE_LEGEND_H

#include "chart/domain/view_scale.h"

/* One legend; several channels with the same field share one. */
typedef struct Legend {
  View *view;         /* whose definition counts */
  List(View *) views; /* of all that share it */
  ChannelDef *def;
  ViewScale *scales[CHANNEL_COUNT];
  ViewScale *scale; /* the first of them */
  json_t *given;
  Cascade properties;
  List(Str) titles;
  const json_t *title;             /* stated; may be null */
  bool is_disabled;                /* by one of the views that share it */
  bool colors_fill, colors_stroke; /* what `color` means to the marks */
} Legend;

typedef struct LegendSet {
  List(Legend *) legends;
} LegendSet;

/* Makes the legends of units and moves shared ones to the view that shares
 * them. */
void legends_resolve(Drawing *drawing, View *view);

/* Draws a view's legends around its group. */
void legends_draw(Drawing *drawing, View *view, Group *group);

/* ---- Private to the folder ---- */

bool legend_is_gradient(Drawing *drawing, const Legend *legend);
/* A legend drawn, its bounds from 0,0 to its size. */
Group *symbol_legend_draw(Drawing *drawing, const Legend *legend);
Group *gradient_legend_draw(Drawing *drawing, const Legend *legend);
/* The opacity that symbols and strips share with the marks. */
double legend_mark_opacity(Drawing *drawing, const Legend *legend);
/* The paints of the symbol for a value, and its stroke's width alone. */
Paints legend_symbol_paints(Drawing *drawing, const Legend *legend,
                            Value value);
double legend_stroke_width(Drawing *drawing, const Legend *legend, Value value);
/* What the legend's scale of a channel says; the fallback without one. */
double legend_mapped_number(Drawing *drawing, const Legend *legend,
                            Channel channel, Value value, double fallback);
/* `values`, empty where none are given. */
ValueList legend_stated_values(Drawing *drawing, const Legend *legend);
/* A label as `labelExpr` has it. */
Str legend_label(Drawing *drawing, const Legend *legend, Value value, Str label,
                 int index);
/* Adds the title above the entries and settles the legend's size. */
void legend_finish(Drawing *drawing, const Legend *legend, Group *entries,
                   Group *group);
bool legend_is_horizontal(Drawing *drawing, const Legend *legend,
                          bool gradient);
Str legend_orient(Drawing *drawing, const Legend *legend);

#endif
