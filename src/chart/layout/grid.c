/* Vega's grid layout: rows and columns of groups, aligned and spaced by what
 * they draw. */
#include <math.h>

#include "chart/layout/layout.h"

typedef struct Grid {
  const GridOptions *options;
  Group **groups;
  int count, columns, rows;
  Bounds *boxes;
  double *x_offsets, *y_offsets; /* of each group, from its neighbour */
  double *x_extents, *y_extents; /* of columns and rows */
  double x_max, y_max;
} Grid;

static double before_zero(double edge) {
  return edge < 0 ? ceil(-edge) : 0;
}

static Bounds box_of(const Grid *grid, const Group *group) {
  if (grid->options->flush) return bounds_of(0, 0, group->width, group->height);
  return bounds_is_empty(&group->bounds) ? bounds_of(0, 0, 0, 0)
                                         : group->bounds;
}

static void measure(Grid *grid) {
  for (int i = 0; i < grid->count; i++) {
    int column = i % grid->columns, row = i / grid->columns;
    Bounds box = grid->boxes[i] = box_of(grid, grid->groups[i]);
    double right = ceil(box.x2), bottom = ceil(box.y2);
    grid->x_max = fmax(grid->x_max, right);
    grid->y_max = fmax(grid->y_max, bottom);
    grid->x_extents[column] = fmax(grid->x_extents[column], right);
    grid->y_extents[row] = fmax(grid->y_extents[row], bottom);
    grid->x_offsets[i] =
        column ? grid->options->column_padding + before_zero(box.x1) : 0;
    grid->y_offsets[i] =
        row ? grid->options->row_padding + before_zero(box.y1) : 0;
  }
}

static void align_columns(Grid *grid) {
  GridAlign align = grid->options->align_columns;
  double most = 0;
  for (int i = 0; i < grid->count; i++)
    if (i % grid->columns) most = fmax(most, grid->x_offsets[i]);
  for (int c = 1; c < grid->columns; c++) {
    double offset = 0;
    for (int i = c; i < grid->count; i += grid->columns)
      offset = fmax(offset, grid->x_offsets[i]);
    for (int i = c; i < grid->count; i += grid->columns) {
      if (align == GRID_EACH)
        grid->x_offsets[i] = offset + grid->x_extents[c - 1];
      else if (align == GRID_ALL)
        grid->x_offsets[i] = most + grid->x_max;
      else
        grid->x_offsets[i] += grid->x_extents[c - 1];
    }
  }
}

static void align_rows(Grid *grid) {
  GridAlign align = grid->options->align_rows;
  double most = 0;
  for (int i = grid->columns; i < grid->count; i++)
    most = fmax(most, grid->y_offsets[i]);
  for (int r = 1; r < grid->rows; r++) {
    int first = r * grid->columns, last = first + grid->columns;
    if (last > grid->count) last = grid->count;
    double offset = 0;
    for (int i = first; i < last; i++)
      offset = fmax(offset, grid->y_offsets[i]);
    for (int i = first; i < last; i++) {
      if (align == GRID_EACH)
        grid->y_offsets[i] = offset + grid->y_extents[r - 1];
      else if (align == GRID_ALL)
        grid->y_offsets[i] = most + grid->y_max;
      else
        grid->y_offsets[i] += grid->y_extents[r - 1];
    }
  }
}

static void place(Grid *grid) {
  double x = 0;
  for (int i = 0; i < grid->count; i++) {
    x = grid->x_offsets[i] + (i % grid->columns ? x : 0);
    grid->groups[i]->x = x;
  }
  for (int c = 0; c < grid->columns; c++) {
    double y = 0;
    for (int i = c; i < grid->count; i += grid->columns) {
      y += grid->y_offsets[i];
      grid->groups[i]->y = y;
    }
  }
}

static void center(Grid *grid) {
  const GridOptions *options = grid->options;
  for (int i = 0; i < grid->count; i++) {
    int column = i % grid->columns, row = i / grid->columns;
    double x = (options->align_columns == GRID_ALL ? grid->x_max
                                                   : grid->x_extents[column]) -
               grid->boxes[i].x2;
    double y =
        (options->align_rows == GRID_ALL ? grid->y_max : grid->y_extents[row]) -
        grid->boxes[i].y2;
    if (options->center_columns && options->align_columns != GRID_NONE &&
        grid->rows > 1 && x > 0)
      grid->groups[i]->x += x / 2;
    if (options->center_rows && options->align_rows != GRID_NONE &&
        grid->columns > 1 && y > 0)
      grid->groups[i]->y += y / 2;
  }
}

Bounds grid_arrange(Drawing *drawing, Group **groups, int count,
                    const GridOptions *options) {
  Arena *arena = drawing->arena;
  Bounds all = bounds_empty();
  if (!count) return bounds_of(0, 0, 0, 0);
  int columns = options->columns > 0 ? options->columns : count;
  if (columns > count) columns = count;
  Grid grid = {.options = options,
               .groups = groups,
               .count = count,
               .columns = columns,
               .rows = (count + columns - 1) / columns};
  grid.boxes = arena_array(arena, Bounds, count);
  grid.x_offsets = arena_array(arena, double, count);
  grid.y_offsets = arena_array(arena, double, count);
  grid.x_extents = arena_array(arena, double, grid.columns);
  grid.y_extents = arena_array(arena, double, grid.rows);
  measure(&grid);
  align_columns(&grid);
  align_rows(&grid);
  place(&grid);
  center(&grid);
  for (int i = 0; i < count; i++)
    bounds_union(&all,
                 bounds_moved(groups[i]->bounds, groups[i]->x, groups[i]->y));
  return all;
}

/* A value for rows and one for columns, or one for both. */
static const json_t *side(const json_t *json, const char *name) {
  const json_t *own = json_object_get(json, name);
  return json_is_object(json) ? own : json;
}

static GridAlign align_read(const json_t *json, GridAlign fallback) {
  Str name = json_str(json);
  if (str_is(name, "all")) return GRID_ALL;
  if (str_is(name, "each")) return GRID_EACH;
  return str_is(name, "none") ? GRID_NONE : fallback;
}

GridOptions grid_options_read(Drawing *drawing, const View *view) {
  const json_t *spec = view->spec;
  bool facet = view->kind == VIEW_FACET;
  GridAlign fallback = facet ? GRID_ALL : GRID_EACH;
  double spacing =
      config_number(drawing, facet ? "facet" : "concat", "spacing", 20);
  const json_t *given = json_object_get(spec, "spacing");
  const json_t *align = json_object_get(spec, "align");
  const json_t *centers = json_object_get(spec, "center");
  const json_t *row = side(given, "row"), *column = side(given, "column");
  GridOptions options = {
      .columns = view->columns,
      .align_rows = align_read(side(align, "row"), fallback),
      .align_columns = align_read(side(align, "column"), fallback),
      .row_padding = json_is_number(row) ? json_number_value(row) : spacing,
      .column_padding =
          json_is_number(column) ? json_number_value(column) : spacing,
      .center_rows = json_is_true(side(centers, "row")),
      .center_columns = json_is_true(side(centers, "column")),
      .flush = str_is(json_str(json_object_get(spec, "bounds")), "flush")};
  return options;
}
