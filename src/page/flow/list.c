/* Building the vertical list. */
#include <assert.h>

#include "page/flow/flow.h"

static FlowItem *add(FlowList *list, FlowKind kind) {
  FlowItem *item = list_new(list->arena, &list->items);
  *item = (FlowItem){.kind = kind, .decor = list->decor, .place = list->place};
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
                          .least = gap,
                          .item = list->items.count - 1,
                          .reference = -1,
                          .place = list->place};
  return floating;
}

FlowItem *flow_add_columns(FlowList *list, FlowColumns *columns, double x) {
  assert(columns->count > 0 && columns->count <= FLOW_COLUMNS_MAX);
  FlowItem *item = add(list, FLOW_COLUMNS);
  item->columns = columns;
  item->x = x;
  return item;
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

bool flow_is_within(const FlowList *list, int decor, int outer) {
  for (; decor; decor = list->decors.items[decor - 1].outer)
    if (decor == outer) return true;
  return false;
}

int *flow_list_notes(Arena *arena, const FlowList *list, int *count) {
  List(int) notes = {0};
  for (int i = 0; i < list->items.count; i++) {
    const FlowItem *item = &list->items.items[i];
    int inner_count = item->note_count;
    const int *inner = item->notes;
    if (item->kind == FLOW_COLUMNS)
      inner = flow_list_notes(arena, &item->columns->list, &inner_count);
    else if (item->kind != FLOW_BOX)
      continue;
    for (int n = 0; n < inner_count; n++)
      list_add(arena, &notes, inner[n]);
  }
  *count = notes.count;
  return notes.items;
}

void flow_join_entries(const FlowList *list, FlowEntry **entries) {
  for (int i = 0; i < list->items.count; i++) {
    FlowEntry *first = list->items.items[i].entry;
    if (!first) continue;
    FlowEntry *last = first;
    for (; last->next; last = last->next)
      last->is_inside = true;
    last->is_inside = true;
    last->next = *entries;
    *entries = first;
  }
}

int flow_floats_before(const FlowList *list, int item) {
  int low = 0, high = list->floats.count;
  while (low < high) {
    int middle = (low + high) / 2;
    if (list->floats.items[middle].item < item)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
