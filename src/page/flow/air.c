/* Glue between blocks: what is there already counts. */
#include "page/flow/air.h"

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

void flow_add_air(FlowList *list, double height, double least, double stretch) {
  flow_add_gap(list, height, stretch);
  FlowItem *last = list_last(&list->items);
  if (last->kind == FLOW_GLUE && last->height > least)
    last->spare = last->height - least;
}

void flow_raise_gap(FlowList *list, int first, double height) {
  FlowItem *last = NULL;
  for (int i = first - 1; i >= 0; i--) {
    FlowItem *item = &list->items.items[i];
    if (item->kind != FLOW_GLUE && item->kind != FLOW_PENALTY) break;
    if (item->kind == FLOW_GLUE) height -= item->height;
    if (item->kind == FLOW_GLUE && !last) last = item;
  }
  if (last && height > 0) last->height += height;
}

double flow_height_from(const FlowList *list, int first) {
  double height = 0, glue = 0;
  for (int i = first; i < list->items.count; i++) {
    const FlowItem *item = &list->items.items[i];
    if (item->kind == FLOW_GLUE) glue += item->height;
    if (item->kind != FLOW_BOX) continue;
    height += glue + item->height;
    glue = 0;
  }
  return height;
}

void flow_trim(FlowList *list) {
  while (list->items.count) {
    FlowKind kind = list_last(&list->items)->kind;
    if (kind != FLOW_GLUE && kind != FLOW_PENALTY) return;
    list->items.count--;
  }
}
