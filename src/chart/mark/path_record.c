/* Lines, areas and trails in the scene: a mark each, a point an item. */
#include <math.h>

#include "chart/data/data.h"
#include "chart/mark/mark.h"
#include "chart/scene/record.h"

/* The point on the value's side and, of an area, the foot on the other. */
typedef struct PathPoint {
  Point top, foot;
} PathPoint;

static PathPoint line_point(MarkSketch *sketch, int row) {
  Point at = {point_place(sketch, CHANNEL_X, row),
              point_place(sketch, CHANNEL_Y, row)};
  return (PathPoint){at, at};
}

static PathPoint area_point(MarkSketch *sketch, int row) {
  bool flat = sketch->view->orient == ORIENT_HORIZONTAL;
  Span span = range_span(sketch, flat ? CHANNEL_X : CHANNEL_Y, row);
  double at = point_place(sketch, flat ? CHANNEL_Y : CHANNEL_X, row);
  if (flat) return (PathPoint){{span.end, at}, {span.start, at}};
  return (PathPoint){{at, span.end}, {at, span.start}};
}

void path_record(MarkSketch *sketch, const char *type, const PathRows *path,
                 const Paints *paints) {
  View *view = sketch->view;
  if (!sketch->group->record) return;
  bool is_area = view->mark == MARK_AREA;
  record_begin(sketch->group, type);
  for (int i = 0; i < path->count; i++) {
    int row = path->rows[i];
    PathPoint point =
        is_area ? area_point(sketch, row) : line_point(sketch, row);
    json_t *item = record_item(sketch->group, type, point.top, paints);
    if (point.foot.x != point.top.x) record_number(item, "x2", point.foot.x);
    if (point.foot.y != point.top.y) record_number(item, "y2", point.foot.y);
    if (view->mark == MARK_TRAIL)
      record_number(item, "size",
                    channel_number(sketch, CHANNEL_SIZE, row, "size", 2));
    if (sketch->invalid && sketch->invalid[row])
      json_object_set_new(item, "defined", json_false());
  }
}
