/* Lines, areas and trails: one path for each group of rows. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "chart/data/data.h"
#include "chart/mark/outline.h"
#include "chart/spec/read_view.h"

/* ---- Groups ---- */

typedef struct GroupColumns {
  const Column **items;
  int count, capacity;
} GroupColumns;

typedef struct Grouping {
  MarkSketch *sketch;
  GroupColumns columns;
} Grouping;

/* Looks and details tell lines apart; places, order and words do not. */
static bool parts_lines(const ChannelDef *def, MarkType mark) {
  if (def->aggregate.len) return false;
  switch (def->channel) {
  case CHANNEL_DETAIL:
  case CHANNEL_KEY:
  case CHANNEL_URL:
    return true;
  case CHANNEL_SIZE:
    return mark != MARK_TRAIL;
  default:
    return def->channel >= CHANNEL_COLOR && def->channel <= CHANNEL_ANGLE;
  }
}

static void add_group_def(void *owner, ChannelDef *def) {
  Grouping *grouping = owner;
  if (!parts_lines(def, grouping->sketch->view->mark)) return;
  const Column *column = table_find(grouping->sketch->rows, def->column);
  if (column)
    list_add(grouping->sketch->drawing->arena, &grouping->columns, column);
}

static bool same_group(const GroupColumns *columns, int a, int b) {
  for (int i = 0; i < columns->count; i++) {
    const Value *cells = columns->items[i]->cells;
    if (!value_equal(cells[a], cells[b])) return false;
  }
  return true;
}

static guint hash_row(const GroupColumns *columns, int row) {
  guint hash = 17;
  for (int i = 0; i < columns->count; i++)
    hash = hash * 31 + value_hash(columns->items[i]->cells[row]);
  return hash;
}

typedef List(int) RowList;

/* Deals the rows out to groups, in order of first appearance. */
static int deal(Grouping *grouping, RowList **groups) {
  Arena *arena = grouping->sketch->drawing->arena;
  int rows = grouping->sketch->rows->row_count, count = 0;
  int buckets = 64;
  while (buckets < rows)
    buckets *= 2;
  int *heads = arena_array(arena, int, buckets);
  int *next = arena_array(arena, int, rows + 1);
  RowList *lists = arena_array(arena, RowList, rows + 1);
  for (int i = 0; i < rows; i++) {
    guint bucket = hash_row(&grouping->columns, i) % (guint)buckets;
    int group = heads[bucket]; /* one more than the index; 0: none */
    while (group &&
           !same_group(&grouping->columns, lists[group - 1].items[0], i))
      group = next[group - 1];
    if (!group) {
      group = ++count;
      next[group - 1] = heads[bucket];
      heads[bucket] = group;
    }
    list_add(arena, &lists[group - 1], i);
  }
  *groups = lists;
  return count;
}

/* ---- Order along the line ---- */

typedef struct OrderKey {
  int row, index;
  double place;
  const Value *values; /* of the order channel */
  const bool *down;
  int value_count;
} OrderKey;

static int compare_keys(const void *a, const void *b) {
  const OrderKey *first = a, *second = b;
  for (int i = 0; i < first->value_count; i++) {
    int order = value_compare(first->values[i], second->values[i]);
    if (order) return first->down[i] ? -order : order;
  }
  if (first->place < second->place) return -1;
  if (first->place > second->place) return 1;
  return first->index - second->index;
}

typedef enum PathOrder { ORDER_DATA, ORDER_PLACE, ORDER_FIELDS } PathOrder;

static PathOrder order_of(const MarkSketch *sketch) {
  const View *view = sketch->view;
  for (int i = 0; i < view->orders.count; i++) {
    const ChannelDef *def = &view->orders.items[i];
    if (def->value) return ORDER_DATA;
    if (def->has_field && view->stack.offset == STACK_NONE) return ORDER_FIELDS;
  }
  const json_t *order = mark_property(view, "order");
  if (!view->orders.count && (json_is_null(order) || json_is_false(order)))
    return ORDER_DATA;
  Channel along = view->orient == ORIENT_HORIZONTAL ? CHANNEL_Y : CHANNEL_X;
  return view->encoding[along].has_field ? ORDER_PLACE : ORDER_DATA;
}

static void set_order_values(MarkSketch *sketch, OrderKey *key) {
  const ChannelDefList *orders = &sketch->view->orders;
  Arena *arena = sketch->drawing->arena;
  Value *values = arena_array(arena, Value, orders->count);
  bool *down = arena_array(arena, bool, orders->count);
  for (int i = 0; i < orders->count; i++) {
    const ChannelDef *def = &orders->items[i];
    values[i] = def_cell(sketch, def, key->row);
    down[i] =
        str_is(json_str(json_object_get(def->json, "sort")), "descending");
  }
  key->values = values;
  key->down = down;
  key->value_count = orders->count;
}

static void sort_rows(MarkSketch *sketch, RowList *rows) {
  PathOrder order = order_of(sketch);
  if (order == ORDER_DATA) return;
  Channel along =
      sketch->view->orient == ORIENT_HORIZONTAL ? CHANNEL_Y : CHANNEL_X;
  OrderKey *keys = arena_array(sketch->drawing->arena, OrderKey, rows->count);
  for (int i = 0; i < rows->count; i++) {
    keys[i] = (OrderKey){.row = rows->items[i], .index = i};
    if (order == ORDER_FIELDS) {
      set_order_values(sketch, &keys[i]);
      continue;
    }
    double place = point_place(sketch, along, rows->items[i]);
    keys[i].place = isnan(place) ? -INFINITY : place;
  }
  qsort(keys, (size_t)rows->count, sizeof *keys, compare_keys);
  for (int i = 0; i < rows->count; i++)
    rows->items[i] = keys[i].row;
}

PathRowsList path_groups(MarkSketch *sketch) {
  Grouping grouping = {.sketch = sketch};
  view_visit_defs(sketch->view, add_group_def, &grouping);
  RowList *groups;
  int count = deal(&grouping, &groups);
  PathRowsList list = {0};
  for (int i = 0; i < count; i++) {
    sort_rows(sketch, &groups[i]);
    PathRows path = {groups[i].items, groups[i].count};
    list_add(sketch->drawing->arena, &list, path);
  }
  return list;
}

/* ---- Drawing ---- */

Curve curve_read(MarkSketch *sketch) {
  Value name = property_value(sketch, "interpolate", 0);
  return (Curve){.interpolate = value_text(&name),
                 .tension = property_number(sketch, "tension", 0, NAN),
                 .vertical = sketch->view->orient == ORIENT_HORIZONTAL};
}

/* An unbroken stretch of points of a line. */
typedef List(Point) PointList;

static bool is_defined(const MarkSketch *sketch, int row, double x, double y) {
  if (!isfinite(x + y)) return false;
  return !sketch->invalid || !sketch->invalid[row];
}

void lines_draw(MarkSketch *sketch) {
  PathRowsList groups = path_groups(sketch);
  Curve curve = curve_read(sketch);
  for (int i = 0; i < groups.count; i++) {
    PathRows *rows = &groups.items[i];
    Path *path = path_new(sketch->drawing->arena);
    PointList points = {0};
    for (int j = 0; j < rows->count; j++) {
      double x = point_place(sketch, CHANNEL_X, rows->rows[j]);
      double y = point_place(sketch, CHANNEL_Y, rows->rows[j]);
      if (is_defined(sketch, rows->rows[j], x, y)) {
        list_add(sketch->drawing->arena, &points, ((Point){x, y}));
        continue;
      }
      curve_add(path, &curve, points.items, points.count, false);
      points.count = 0;
    }
    curve_add(path, &curve, points.items, points.count, false);
    Paints paints = item_paints(sketch, rows->rows[0]);
    double size =
        channel_number(sketch, CHANNEL_SIZE, rows->rows[0], "size", NAN);
    if (!isnan(size)) paints.stroke_width = size;
    group_path(sketch->group, path, &paints);
    path_record(sketch, "line", rows, &paints);
  }
}

/* The area between a run of tops and of bottoms. */
static void add_area(MarkSketch *sketch, Path *path, const Curve *curve,
                     const PointList *tops, const PointList *bottoms) {
  int count = tops->count;
  if (!count) return;
  curve_add(path, curve, tops->items, count, false);
  Point *back = arena_array(sketch->drawing->arena, Point, count);
  for (int i = 0; i < count; i++)
    back[i] = bottoms->items[count - 1 - i];
  Curve turned = *curve;
  if (str_is(curve->interpolate, "step-after"))
    turned.interpolate = S("step-before");
  else if (str_is(curve->interpolate, "step-before"))
    turned.interpolate = S("step-after");
  curve_add(path, &turned, back, count, true);
  path_close(path);
}

void areas_draw(MarkSketch *sketch) {
  PathRowsList groups = path_groups(sketch);
  Curve curve = curve_read(sketch);
  bool flat = sketch->view->orient == ORIENT_HORIZONTAL;
  Arena *arena = sketch->drawing->arena;
  for (int i = 0; i < groups.count; i++) {
    PathRows *rows = &groups.items[i];
    Path *path = path_new(arena);
    PointList tops = {0}, bottoms = {0};
    for (int j = 0; j < rows->count; j++) {
      int row = rows->rows[j];
      Span span = range_span(sketch, flat ? CHANNEL_X : CHANNEL_Y, row);
      double at = point_place(sketch, flat ? CHANNEL_Y : CHANNEL_X, row);
      if (is_defined(sketch, row, at, span.start + span.end)) {
        list_add(arena, &tops,
                 (flat ? (Point){span.end, at} : (Point){at, span.end}));
        list_add(arena, &bottoms,
                 (flat ? (Point){span.start, at} : (Point){at, span.start}));
        continue;
      }
      add_area(sketch, path, &curve, &tops, &bottoms);
      tops.count = bottoms.count = 0;
    }
    add_area(sketch, path, &curve, &tops, &bottoms);
    Paints paints = item_paints(sketch, rows->rows[0]);
    paint_stretch(arena, &paints.fill, path_bounds(path));
    group_path(sketch->group, path, &paints);
    path_record(sketch, "area", rows, &paints);
  }
}

void trails_draw(MarkSketch *sketch) {
  PathRowsList groups = path_groups(sketch);
  for (int i = 0; i < groups.count; i++) {
    PathRows *rows = &groups.items[i];
    Path *path = path_new(sketch->drawing->arena);
    TrailPoint before = {{NAN, NAN}, 0};
    for (int j = 0; j < rows->count; j++) {
      int row = rows->rows[j];
      Point at = {point_place(sketch, CHANNEL_X, row),
                  point_place(sketch, CHANNEL_Y, row)};
      TrailPoint here = {at,
                         channel_number(sketch, CHANNEL_SIZE, row, "size", 2)};
      bool defined = is_defined(sketch, row, at.x, at.y);
      if (!defined) here.point.x = NAN;
      TrailPoint ends[] = {isfinite(before.point.x) ? before : here, here};
      if (defined) trail_outline_add(path, ends, 2);
      before = here;
    }
    Paints paints = item_paints(sketch, rows->rows[0]);
    group_path(sketch->group, path, &paints);
    path_record(sketch, "trail", rows, &paints);
  }
}
