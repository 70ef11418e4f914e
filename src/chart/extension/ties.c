#include "chart/extension/ties.h"

#include <math.h>
#include <stdlib.h>

#include "chart/extension/extension.h"
#include "chart/extension/series.h"
#include "chart/guide/style.h"

/* Places closer than this are one. */
static const double grain = 1.0 / 8, offset_plain = 4;

typedef struct TiedPoint {
  View *unit;
  int row, series;
  bool follows; /* words: they move with their series but tie with nobody */
  double x, y;  /* in grains, whole */
} TiedPoint;

typedef List(TiedPoint) TiedPointList;

static bool takes_part(MarkType mark) {
  return mark == MARK_LINE || mark == MARK_TRAIL || mark == MARK_POINT ||
         mark == MARK_CIRCLE || mark == MARK_SQUARE || mark == MARK_TEXT;
}

static void add_points(MarkSketch *sketch, SeriesIndex *series,
                       TiedPointList *points) {
  for (int i = 0; i < sketch->rows->row_count; i++) {
    double x = point_place(sketch, CHANNEL_X, i);
    double y = point_place(sketch, CHANNEL_Y, i);
    if (!isfinite(x + y)) continue;
    TiedPoint point = {.unit = sketch->view,
                       .row = i,
                       .series = series_number(series, sketch, i),
                       .follows = sketch->view->mark == MARK_TEXT,
                       .x = floor(x / grain + .5),
                       .y = floor(y / grain + .5)};
    list_add(sketch->drawing->arena, points, point);
  }
}

static int compare_points(const void *a, const void *b) {
  const TiedPoint *first = a, *second = b;
  if (first->x != second->x) return first->x < second->x ? -1 : 1;
  if (first->y != second->y) return first->y < second->y ? -1 : 1;
  if (first->series != second->series)
    return first->series < second->series ? -1 : 1;
  return first->follows - second->follows;
}

static bool same_place(const TiedPoint *a, const TiedPoint *b) {
  return a->x == b->x && a->y == b->y;
}

/* Numbers the series at one place; words alone get no number of their own. */
static int number_series(const TiedPoint *points, int count, int *slots) {
  int tied = 0;
  for (int i = 0; i < count; i++) {
    bool is_new = i == 0 || points[i].series != points[i - 1].series;
    if (is_new && !points[i].follows)
      slots[i] = tied++;
    else
      slots[i] = is_new ? -1 : slots[i - 1];
  }
  return tied;
}

static void part(const TiedPoint *points, int count, double offset,
                 int *slots) {
  int tied = number_series(points, count, slots);
  if (tied < 2) return;
  for (int i = 0; i < count; i++)
    if (slots[i] >= 0)
      points[i].unit->tie_shifts[points[i].row] =
          (slots[i] - (tied - 1) / 2.0) * offset;
}

static void part_all(Arena *arena, TiedPointList *points, double offset) {
  int *slots = arena_array(arena, int, points->count);
  if (!points->count) return;
  qsort(points->items, (size_t)points->count, sizeof *points->items,
        compare_points);
  for (int start = 0, end; start < points->count; start = end) {
    for (end = start + 1; end < points->count; end++)
      if (!same_place(&points->items[start], &points->items[end])) break;
    part(points->items + start, end - start, offset, slots);
  }
}

/* The points of all units that a request is for, by places without shifts. */
static TiedPointList find_points(Drawing *drawing, View *plot,
                                 const json_t *wish) {
  TiedPointList points = {0};
  SeriesIndex series = series_index(drawing->arena, plot);
  UnitList units = plot_units(drawing->arena, plot);
  for (int i = 0; i < units.count; i++) {
    View *unit = units.items[i];
    if (!takes_part(unit->mark) || !extension_wants(wish, unit)) continue;
    MarkSketch sketch = {.drawing = drawing, .view = unit, .rows = unit->rows};
    unit->tie_shifts = NULL;
    add_points(&sketch, &series, &points);
  }
  for (int i = 0; i < points.count; i++) {
    View *unit = points.items[i].unit;
    if (!unit->tie_shifts)
      unit->tie_shifts =
          arena_array(drawing->arena, double, unit->rows->row_count);
  }
  return points;
}

void ties_part(Drawing *drawing, View *plot) {
  const json_t *ties = extension_find(drawing, "ties");
  for (int i = 0; i < extension_count(ties); i++) {
    const json_t *wish = extension_item(ties, i);
    TiedPointList points = find_points(drawing, plot, wish);
    double offset =
        style_number(drawing, json_object_get(wish, "offset"), offset_plain);
    part_all(drawing->arena, &points, offset);
  }
}
