/* A plot: frame, grid, marks of all layers, axes. */
#include <math.h>

#include "chart/extension/end_labels.h"
#include "chart/extension/ties.h"
#include "chart/guide/axis.h"
#include "chart/guide/style.h"
#include "chart/layout/layout.h"
#include "chart/mark/mark.h"
#include "chart/scene/record.h"
#include "chart/select/selection.h"

/* Whether any unit in the plot has x or y; pies have no frame. */
static bool has_places(const View *view) {
  if (view->encoding[CHANNEL_X].json || view->encoding[CHANNEL_Y].json)
    return true;
  for (int i = 0; i < view->kids.count; i++)
    if (has_places(view->kids.items[i])) return true;
  return false;
}

/* The frame's paint: the view's own, its style's, config.view. */
static void draw_frame(Drawing *drawing, View *view, Group *group) {
  const json_t *own = json_object_get(view->spec, "view");
  const json_t *styles = json_object_get(drawing->config, "style");
  const json_t *style = json_object_get(own, "style");
  Cascade look = {0};
  cascade_add(&look, own);
  cascade_add_config(&look, drawing, "view");
  if (style)
    cascade_add_styles(&look, drawing, style);
  else if (has_places(view))
    cascade_add(&look, json_object_get(styles, "cell"));
  Paints paints = paints_new();
  paints.fill = style_paint(drawing, cascade_find(&look, "fill"));
  paints.stroke = style_paint(drawing, cascade_find(&look, "stroke"));
  paints.opacity = cascade_number(&look, drawing, "opacity", 1);
  paints.fill_opacity = cascade_number(&look, drawing, "fillOpacity", 1);
  paints.stroke_opacity = cascade_number(&look, drawing, "strokeOpacity", 1);
  paints.stroke_width = cascade_number(&look, drawing, "strokeWidth", 1);
  style_dashes(drawing, cascade_find(&look, "strokeDash"), &paints);
  double radius = cascade_number(&look, drawing, "cornerRadius", 0);
  double radii[4] = {radius, radius, radius, radius};
  double shift = paints_frame_shift(&paints);
  Bounds box =
      bounds_of(shift, shift, view->width + shift, view->height + shift);
  Group unrecorded = *group; /* the frame is the group's own */
  unrecorded.record = NULL;
  group_rect(&unrecorded, box, radius > 0 ? radii : NULL, &paints);
  record_frame(group, &paints);
  group->bounds = bounds_of(0, 0, view->width, view->height);
  if (paints_has_stroke(&paints)) view->frame_stroke = paints.stroke_width;
}

static void draw_grids(Drawing *drawing, const View *view, bool above,
                       Group *group) {
  AxisSpace space = {view->width, view->height};
  for (int i = 0; view->axes && i < view->axes->axes.count; i++) {
    const Axis *axis = view->axes->axes.items[i];
    if ((axis_zindex(drawing, axis) > 0) == above)
      axis_draw_grid(drawing, axis, space, group);
  }
}

/* In print the title of a y axis stands at its head, where legends at the top
 * must keep off it. */
static void draw_axes(Drawing *drawing, View *view, bool above, Group *group) {
  AxisSpace space = {view->width, view->height};
  for (int i = 0; view->axes && i < view->axes->axes.count; i++) {
    const Axis *axis = view->axes->axes.items[i];
    if ((axis_zindex(drawing, axis) > 0) != above) continue;
    if (axis->is_in_header) continue;
    Bounds before = group->bounds;
    group->bounds = bounds_empty();
    axis_draw(drawing, axis, space, group);
    bounds_union(axis_is_vertical(axis) ? &view->x_bounds : &view->y_bounds,
                 group->bounds);
    if (drawing->request->theme == THEME_JIKJI)
      view->y_bounds.y1 = fmin(view->y_bounds.y1, group->bounds.y1);
    bounds_union(&group->bounds, before);
  }
}

/* Lines in groups count beside the plot, too: legends keep off them. */
static void count_paths(const View *unit, View *view) {
  if (unit->kind == VIEW_UNIT) {
    bounds_union(&view->x_bounds, unit->path_bounds);
    bounds_union(&view->y_bounds, unit->path_bounds);
  }
  for (int i = 0; i < unit->kids.count; i++)
    count_paths(unit->kids.items[i], view);
}

static void draw_layers(Drawing *drawing, View *view, Group *group) {
  if (view->kind == VIEW_UNIT) {
    drawing_use_scales(drawing, view);
    marks_draw(drawing, view, group);
    return;
  }
  for (int i = 0; i < view->kids.count; i++)
    draw_layers(drawing, view->kids.items[i], group);
}

/* A cell of a facet for which there are no rows: a frame only. */
static bool is_empty_cell(const View *view) {
  return view->parent && view->parent->kind == VIEW_FACET &&
         view->source->row_count == 0;
}

void plot_draw(Drawing *drawing, View *view, Group *group) {
  group->width = view->width;
  group->height = view->height;
  drawing_use_scales(drawing, view);
  draw_frame(drawing, view, group);
  view->x_bounds = view->y_bounds = group->bounds;
  if (is_empty_cell(view)) return;
  draw_grids(drawing, view, false, group);
  draw_axes(drawing, view, false, group);
  Bounds with_axes = group->bounds;
  group->bounds = bounds_empty();
  ties_part(drawing, view);
  brushes_draw(drawing, view, true, group);
  draw_layers(drawing, view, group);
  brushes_draw(drawing, view, false, group);
  bounds_union(&group->bounds, with_axes);
  count_paths(view, view);
  end_labels_draw(drawing, view, group);
  draw_grids(drawing, view, true, group);
  draw_axes(drawing, view, true, group);
}
