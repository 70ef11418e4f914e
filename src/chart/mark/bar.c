/* Bars and rects. */
#include <math.h>

#include "chart/mark/mark.h"
#include "chart/spec/read_view.h"

/* Radii of the corners: top left, top right, bottom right, bottom left. */
static void corner_radii(MarkSketch *sketch, int row, double radii[4]) {
  static const char *const names[] = {
      "cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
      "cornerRadiusBottomLeft"};
  const View *view = sketch->view;
  double all = property_number(sketch, "cornerRadius", row, 0);
  double end = property_number(sketch, "cornerRadiusEnd", row, NAN);
  bool is_end[4] = {false};
  if (view->orient == ORIENT_VERTICAL) is_end[0] = is_end[1] = true;
  if (view->orient == ORIENT_HORIZONTAL) is_end[1] = is_end[2] = true;
  Channel second = view->orient == ORIENT_VERTICAL ? CHANNEL_Y2 : CHANNEL_X2;
  bool ranged = view->encoding[second].json != NULL;
  for (int i = 0; i < 4; i++) {
    radii[i] = property_number(sketch, names[i], row, all);
    if (!isnan(end) && view->mark == MARK_BAR && (is_end[i] || ranged))
      radii[i] = end;
  }
}

static void add_item(MarkSketch *sketch, int row, Bounds box,
                     const double radii[4]) {
  Paints paints = item_paints(sketch, row);
  paint_stretch(sketch->drawing->arena, &paints.fill,
                (Rect){box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1});
  Str link = item_link(sketch, row);
  if (!link.len) {
    group_rect(sketch->group, box, radii, &paints);
    return;
  }
  Group *inner = drawing_group(sketch->drawing);
  group_rect(inner, box, radii, &paints);
  FrameItem *item = group_add(sketch->group, inner, "link");
  if (item) item->group.link = link;
}

static Bounds box_of(MarkSketch *sketch, int row) {
  Span x = rect_span(sketch, CHANNEL_X, row);
  Span y = rect_span(sketch, CHANNEL_Y, row);
  if (!isfinite(x.start + x.end + y.start + y.end)) return bounds_empty();
  return bounds_of(x.start, y.start, x.end, y.end);
}

void rects_draw(MarkSketch *sketch) {
  for (int i = 0; i < sketch->rows->row_count; i++) {
    double radii[4];
    Bounds box = box_of(sketch, i);
    if (bounds_is_empty(&box)) continue;
    corner_radii(sketch, i, radii);
    add_item(sketch, i, box, radii);
  }
}

/* ---- Stacked bars with round corners: the stack as a whole is round ---- */

static bool is_rounded(MarkSketch *sketch) {
  double radii[4];
  corner_radii(sketch, 0, radii);
  return radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0;
}

typedef struct StackBox {
  Bounds box;
  Group *group;
  Paints paints;
} StackBox;

typedef List(StackBox) StackBoxList;

static StackBox *stack_of(MarkSketch *sketch, StackBoxList *stacks, Bounds box,
                          bool vertical) {
  for (int i = 0; i < stacks->count; i++) {
    const Bounds *known = &stacks->items[i].box;
    bool same = vertical ? known->x1 == box.x1 && known->x2 == box.x2
                         : known->y1 == box.y1 && known->y2 == box.y2;
    if (same) return &stacks->items[i];
  }
  StackBox made = {.box = box, .group = drawing_group(sketch->drawing)};
  list_add(sketch->drawing->arena, stacks, made);
  return list_last(stacks);
}

static void draw_stacks(MarkSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  bool vertical = sketch->view->stack.channel == CHANNEL_Y;
  StackBoxList stacks = {0};
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Bounds box = box_of(sketch, i);
    if (bounds_is_empty(&box)) continue;
    StackBox *stack = stack_of(sketch, &stacks, box, vertical);
    bounds_union(&stack->box, box);
    Paints paints = item_paints(sketch, i);
    group_rect(stack->group, box, NULL, &paints);
    stack->paints = paints;
  }
  double radii[4];
  corner_radii(sketch, 0, radii);
  for (int i = 0; i < stacks.count; i++) {
    StackBox *stack = &stacks.items[i];
    Bounds box = stack->box;
    FrameItem *item = group_add(sketch->group, stack->group, "stack");
    Path *clip = path_new(arena);
    path_round_rect(
        clip, (Rect){box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1}, radii);
    if (item) item->group.clip = clip;
    if (!paints_has_stroke(&stack->paints)) continue;
    stack->paints.fill = (Paint){0};
    group_rect(sketch->group, box, radii, &stack->paints);
  }
}

void bars_draw(MarkSketch *sketch) {
  const View *view = sketch->view;
  bool stacked = view->stack.offset != STACK_NONE && sketch->rows->row_count;
  if (stacked && !view->encoding[CHANNEL_SIZE].has_field && is_rounded(sketch))
    draw_stacks(sketch);
  else
    rects_draw(sketch);
}
