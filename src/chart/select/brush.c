/* The rectangles of intervals that select something at first. */
#include <math.h>

#include "chart/config/cascade.h"
#include "chart/domain/view_scale.h"
#include "chart/guide/style.h"
#include "chart/select/selection.h"

/* Where the selected range stands along x or y; the whole plot where the
 * interval does not tell that way. False: nowhere. */
static bool find_span(const Selection *selection, Channel channel, double size,
                      double *from, double *to) {
  const ViewScale *scale = selection->view->scales[channel];
  *from = 0;
  *to = size;
  for (int i = 0; i < selection->fields.count; i++) {
    if (selection->fields.items[i].channel != channel) continue;
    Value range = selection->tuples.items[0].values[i];
    if (!scale || range.kind != VALUE_ARRAY || range.len < 2) return false;
    double a = scale_position(&scale->scale, range.items[0]);
    double b = scale_position(&scale->scale, range.items[1]);
    *from = fmin(a, b);
    *to = fmax(a, b);
    return isfinite(a + b);
  }
  return true;
}

static Cascade brush_style(Drawing *drawing, const Selection *selection) {
  const json_t *select = json_object_get(selection->json, "select");
  const json_t *config = config_find(drawing, "selection", "interval");
  Cascade look = {0};
  cascade_add(&look, json_object_get(select, "mark"));
  cascade_add(&look, json_object_get(config, "mark"));
  cascade_add(&look, drawing_keep(drawing, json_pack("{s:s,s:f,s:s}", "fill",
                                                     "#333", "fillOpacity",
                                                     .125, "stroke", "white")));
  return look;
}

/* The fill lies behind the marks, the edge on them. */
static Paints brush_paints(Drawing *drawing, const Cascade *look, bool behind) {
  Paints paints = paints_new();
  if (behind) {
    paints.fill = style_paint(drawing, cascade_find(look, "fill"));
    paints.fill_opacity = cascade_number(look, drawing, "fillOpacity", 1);
    return paints;
  }
  paints.stroke = style_paint(drawing, cascade_find(look, "stroke"));
  paints.stroke_opacity = cascade_number(look, drawing, "strokeOpacity", 1);
  paints.stroke_width = cascade_number(look, drawing, "strokeWidth", 1);
  style_dashes(drawing, cascade_find(look, "strokeDash"), &paints);
  return paints;
}

static void draw_brush(Drawing *drawing, const Selection *selection,
                       bool behind, Group *group) {
  const View *view = selection->view;
  double left, right, top, bottom;
  if (!find_span(selection, CHANNEL_X, view->width, &left, &right) ||
      !find_span(selection, CHANNEL_Y, view->height, &top, &bottom))
    return;
  Cascade look = brush_style(drawing, selection);
  Paints paints = brush_paints(drawing, &look, behind);
  Group *brush = group_new(drawing->arena);
  group_rect(brush, bounds_of(left, top, right, bottom), NULL, &paints);
  if (!brush->frame->items.count) return;
  brush->bounds = bounds_of(0, 0, 0, 0);
  FrameItem *item = group_add(group, brush, "brush");
  if (!item) return;
  Path *clip = path_new(drawing->arena);
  path_rect(clip, (Rect){0, 0, view->width, view->height});
  item->group.clip = clip;
}

static bool is_in(const View *view, const View *plot) {
  while (view && view != plot)
    view = view->parent;
  return view != NULL;
}

void brushes_draw(Drawing *drawing, const View *plot, bool behind,
                  Group *group) {
  for (int i = 0; i < drawing->params.count; i++) {
    const Param *param = &drawing->params.items[i];
    if (!param->selections.count) continue;
    const Selection *selection = param->selections.items[0];
    if (selection->is_interval && !selection->binds_scales &&
        selection->tuples.count && is_in(selection->view, plot))
      draw_brush(drawing, selection, behind, group);
  }
}
