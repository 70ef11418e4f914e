/* Views become groups: sizes, then drawing and arranging from the inside out.
 */
#ifndef JIKJI_CHART_LAYOUT_LAYOUT_H
#define JIKJI_CHART_LAYOUT_LAYOUT_H

#include "chart/domain/view_scale.h"

/* Gives every unit its width and height: as stated, by the steps of a discrete
 * scale, or by config. `factor` stretches widths (1: as they are). */
typedef struct SizeWish {
  double width_factor;
  double fixed_width, fixed_height; /* of single views; 0: none */
} SizeWish;
void sizes_set(Drawing *drawing, View *view, const SizeWish *wish);

/* Draws a view with all in it, its guides and title; view->group. */
void view_draw(Drawing *drawing, View *view);

/* ---- Private to the folder ---- */

/* A unit or layer: a plot with marks and axes. */
void plot_draw(Drawing *drawing, View *view, Group *group);
void facet_draw(Drawing *drawing, View *view, Group *group);
void concat_draw(Drawing *drawing, View *view, Group *group);

/* What a view's own axes are: those of units and layers. */
bool view_is_plot(const View *view);

/* The width (or height) of a plot, or the one that all plots of a concat share
 * that stand in one column (or row), as Vega-Lite merges them; 0: none such. */
double view_common_size(const View *view, Channel channel);

typedef enum GridAlign { GRID_NONE, GRID_EACH, GRID_ALL } GridAlign;

/* Vega's grid layout. */
typedef struct GridOptions {
  int columns; /* 0: all in one row */
  GridAlign align_columns, align_rows;
  double column_padding, row_padding;
  bool center_columns, center_rows;
  bool flush; /* by nominal sizes, not by what is drawn */
} GridOptions;

/* Sets x and y of the groups; the bounds of all are returned. */
Bounds grid_arrange(Drawing *drawing, Group **groups, int count,
                    const GridOptions *options);

/* Reads spacing, align, center, bounds and columns of a composed view. */
GridOptions grid_options_read(Drawing *drawing, const View *view);

/* Draws legends of a view and places them around it. x_bounds and y_bounds are
 * the plot with its vertical (horizontal) axes; *all grows. */
typedef struct LegendSpace {
  double width, height;
  Bounds x_bounds, y_bounds;
} LegendSpace;

#endif
