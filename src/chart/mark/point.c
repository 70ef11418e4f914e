/* Points, circles and squares. */
#include <math.h>

#include "chart/mark/mark.h"
#include "chart/scene/record.h"

static Str shape_of(MarkSketch *sketch, int row) {
  if (sketch->view->mark == MARK_CIRCLE) return S("circle");
  if (sketch->view->mark == MARK_SQUARE) return S("square");
  Value shape = channel_value(sketch, CHANNEL_SHAPE, row);
  if (shape.kind != VALUE_STRING) shape = property_value(sketch, "shape", row);
  return shape.kind == VALUE_STRING ? value_text(&shape) : S("circle");
}

/* Hollow symbols are filled with nothing that shows. */
static void draw_point(MarkSketch *sketch, int row, Point at, double size) {
  Arena *arena = sketch->drawing->arena;
  Paints paints = item_paints(sketch, row);
  Path *path = path_new(arena);
  Str shape = shape_of(sketch, row);
  double angle = channel_number(sketch, CHANNEL_ANGLE, row, "angle", 0);
  json_t *record = record_item(sketch->group, "symbol", at, &paints);
  record_number(record, "size", size);
  record_text(record, "shape", shape);
  if (angle != 0) record_number(record, "angle", angle);
  Str link = item_link(sketch, row);
  if (angle == 0 && !link.len) {
    symbol_add(path, shape, at, size);
    group_path(sketch->group, path, &paints);
    return;
  }
  symbol_add(path, shape, (Point){0, 0}, size);
  path_transform(
      path, matrix_multiply(matrix_rotate(angle), matrix_move(at.x, at.y)));
  Group *inner = group_new(arena);
  group_path(inner, path, &paints);
  FrameItem *item = group_add(sketch->group, inner, "point");
  if (item) item->group.link = link;
}

void points_draw(MarkSketch *sketch) {
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Point at = {point_place(sketch, CHANNEL_X, i),
                point_place(sketch, CHANNEL_Y, i)};
    double size = channel_number(sketch, CHANNEL_SIZE, i, "size", 30);
    if (!isfinite(at.x + at.y) || !(size > 0)) continue;
    draw_point(sketch, i, at, size);
  }
}
