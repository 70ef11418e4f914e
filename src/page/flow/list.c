/* Building the vertical list. */
#include <assert.h>

#include "page/flow/flow.h"

static FlowItem *add(FlowList *list, FlowKind kind) {
  FlowItem *item = list_new(list->arena, &list->items);
  *item = (FlowItem){.kind = kind, .decor = list->decor};
  return item;
}

FlowItem *flow_add_box(FlowList *list, Frame *frame, double x) {
  FlowItem *item = add(list, FLOW_BOX);
  item->frame = frame;
  item->height = frame->height;
  item->x = x;
  return item;
}

FlowItem *flow_add_space(FlowList *list, double height) {
  FlowItem *item = add(list, FLOW_BOX);
  item->height = height;
  return item;
}

FlowItem *flow_add_glue(FlowList *list, double height, double stretch) {
  FlowItem *item = add(list, FLOW_GLUE);
  item->height = height;
  item->stretch = stretch;
  return item;
}

FlowItem *flow_add_penalty(FlowList *list, int penalty) {
  FlowItem *item = add(list, FLOW_PENALTY);
  item->penalty = penalty;
  return item;
}

FlowFloat *flow_add_float(FlowList *list, Frame *frame, double x, double gap) {
  FlowItem *item = add(list, FLOW_FLOAT);
  item->float_index = list->floats.count;
  FlowFloat *floating = list_new(list->arena, &list->floats);
  *floating = (FlowFloat){.frame = frame,
                          .x = x,
                          .height = frame->height,
                          .gap = gap,
                          .item = list->items.count - 1};
  return floating;
}

void flow_open_decor(FlowList *list, FlowDecor decor) {
  decor.outer = list->decor;
  list_add(list->arena, &list->decors, decor);
  list->decor = list->decors.count;
}

void flow_close_decor(FlowList *list) {
  assert(list->decor > 0);
  list->decor = list->decors.items[list->decor - 1].outer;
}

void flow_add_gap(FlowList *list, double height, double stretch) {
  double there = 0;
  FlowItem *last = NULL;
  for (int i = list->items.count - 1; i >= 0; i--) {
    FlowItem *item = &list->items.items[i];
    if (item->kind != FLOW_GLUE && item->kind != FLOW_PENALTY) break;
    if (item->kind == FLOW_GLUE) {
      there += item->height;
      last = item;
    }
  }
  if (there >= height) return;
  if (last && last == list_last(&list->items)) {
    last->height += height - there;
    if (stretch > last->stretch) last->stretch = stretch;
    return;
  }
  flow_add_glue(list, height - there, stretch);
}
