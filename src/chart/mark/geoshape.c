/* Geographic shapes: regions, borders, coasts. */
#include "chart/mark/project.h"
#include "chart/scene/record.h"

/* Vega writes outlines with three decimals, from which bounds follow. */
static const double VEGA_DIGITS = 1000;

static bool has_outline(const GeoShape *shape) {
  return shape->is_sphere || shape->points.count || shape->lines.count ||
         shape->polygons.count;
}

static void warn_of_nothing(const MarkSketch *sketch) {
  diag(sketch->drawing->diags, DIAG_CHART_EMPTY_DOMAIN,
       drawing_place(sketch->drawing, sketch->view->spec, "mark"),
       "no row has a shape to draw");
  diag_hint(sketch->drawing->diags,
            "rows of GeoJSON have \"type\" and \"geometry\"; TopoJSON needs "
            "\"format\": {\"type\": \"topojson\", \"feature\": ...}");
}

void geoshapes_draw(MarkSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  int drawn = 0;
  for (int i = 0; i < sketch->rows->row_count; i++) {
    GeoShape shape = {0};
    geo_shape_add(arena, &shape, geo_object(sketch, i));
    drawn += has_outline(&shape);
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
  if (sketch->rows->row_count && !drawn) warn_of_nothing(sketch);
}
