/* Where pages may not end in a list. */
#include "page/block/block.h"

void list_weigh_break(FlowList *flow, int at) {
  FlowItem *item = &flow->items.items[at];
  if (item->kind == FLOW_PENALTY && item->penalty > FLOW_ALWAYS &&
      item->penalty < FLOW_COST_LONE_ITEM)
    item->penalty = FLOW_COST_LONE_ITEM;
}

/* Whether what stands from one item to another is a line or two. */
static bool is_short_item(const FlowList *flow, int from, int to) {
  int boxes = 0;
  for (int i = from; i < to; i++)
    boxes += flow->items.items[i].kind == FLOW_BOX;
  return boxes <= 2;
}

void list_keep_items(FlowList *flow, const int *starts, int count) {
  if (count < 3) return;
  int last = starts[count - 1];
  if (starts[1] >= 2 && is_short_item(flow, starts[0], starts[1]))
    list_weigh_break(flow, starts[1] - 2);
  if (last >= 2 && is_short_item(flow, last, starts[count]))
    list_weigh_break(flow, last - 2);
}
