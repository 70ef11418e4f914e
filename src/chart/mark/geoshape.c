/* Geographic shapes: regions, borders, coasts. */
#include "chart/mark/project.h"
#include "chart/scene/record.h"

/* Vega writes outlines with three decimals, from which bounds follow. */
static const double VEGA_DIGITS = 1000;

void geoshapes_draw(MarkSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  for (int i = 0; i < sketch->rows->row_count; i++) {
    GeoShape shape = {0};
    geo_shape_add(arena, &shape, geo_object(sketch, i));
    Path *path = path_new(arena);
    projection_draw(sketch->view->projection, &shape, path);
    path_snap(path, VEGA_DIGITS);
    Paints paints = item_paints(sketch, i);
    group_path(sketch->group, path, &paints);
    Rect box = path_bounds(path);
    json_t *record =
        record_item(sketch->group, "shape", (Point){0, 0}, &paints);
    if (!rect_is_empty(box))
      record_bounds(record, bounds_of(box.x, box.y, box.x + box.width,
                                      box.y + box.height));
  }
}
