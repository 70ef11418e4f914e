/* Rules and ticks: straight lines, and thin rects. */
#include <math.h>

#include "chart/mark/project.h"

void rules_draw(MarkSketch *sketch) {
  const View *view = sketch->view;
  bool on_map = view_has_geo_places(view);
  if (!on_map && !view->encoding[CHANNEL_X].json &&
      !view->encoding[CHANNEL_Y].json)
    return;
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Span x, y;
    if (!on_map && view->orient == ORIENT_VERTICAL)
      x.start = x.end = point_place(sketch, CHANNEL_X, i);
    else
      x = range_span(sketch, CHANNEL_X, i);
    if (!on_map && view->orient == ORIENT_HORIZONTAL)
      y.start = y.end = point_place(sketch, CHANNEL_Y, i);
    else
      y = range_span(sketch, CHANNEL_Y, i);
    if (!isfinite(x.start + x.end + y.start + y.end)) continue;
    Paints paints = item_paints(sketch, i);
    paints.fill = (Paint){0};
    double size = channel_number(sketch, CHANNEL_SIZE, i, "size", NAN);
    if (!isnan(size)) paints.stroke_width = size;
    group_rule(sketch->group, (Point){x.end, y.end}, (Point){x.start, y.start},
               &paints);
  }
}

void ticks_draw(MarkSketch *sketch) {
  bool flat = sketch->view->orient == ORIENT_HORIZONTAL;
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Span along = rect_span(sketch, flat ? CHANNEL_X : CHANNEL_Y, i);
    double at = point_place(sketch, flat ? CHANNEL_Y : CHANNEL_X, i);
    double half = property_number(sketch, "thickness", i, 1) / 2;
    if (!isfinite(at + along.start + along.end)) continue;
    Bounds box = flat ? bounds_of(along.start, at - half, along.end, at + half)
                      : bounds_of(at - half, along.start, at + half, along.end);
    Paints paints = item_paints(sketch, i);
    double radius = property_number(sketch, "cornerRadius", i, 0);
    double radii[] = {radius, radius, radius, radius};
    group_rect(sketch->group, box, radii, &paints);
  }
}
