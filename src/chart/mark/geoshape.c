/* Geographic shapes: regions, borders, coasts. */
#include "chart/mark/project.h"

void geoshapes_draw(MarkSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  for (int i = 0; i < sketch->rows->row_count; i++) {
    GeoShape shape = {0};
    geo_shape_add(arena, &shape, geo_object(sketch, i));
    Path *path = path_new(arena);
    projection_draw(sketch->view->projection, &shape, path);
    Paints paints = item_paints(sketch, i);
    group_path(sketch->group, path, &paints);
  }
}
