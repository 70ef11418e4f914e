/* A list in columns side by side: filled one after the other, and balanced
 * where all of it fits. */
#include <math.h>

#include "page/flow/fill.h"

/* The best end of a column of this height that begins at `from`. */
static int column_end(PageFill *probe, int from, double height, bool must) {
  const FlowList *list = probe->list;
  int best = -1;
  double least = INFINITY;
  fill_begin(probe, (FlowState){.item = from, .notes.note = -1}, 0, 0);
  for (int i = from; i < list->items.count; i++) {
    fill_add(probe, i);
    double used = fill_used(probe, i + 1);
    if (probe->y > height + .5 && (!must || best >= 0)) break;
    if (used > height + .5 && (!must || best >= 0)) continue;
    if (!probe->has_box || !flow_is_break(list, i + 1)) continue;
    if (flow_is_forced(list, i + 1)) return i + 1;
    double missing = fmax(0, height - used) / probe->page->leading;
    double cost =
        flow_break_penalty(list, i + 1) + FLOW_COST_LINE * missing * missing;
    if (cost > least) continue;
    least = cost;
    best = i + 1;
  }
  return best < 0 ? from : best;
}

static ColumnsFill try_height(PageFill *probe, const FlowColumns *columns,
                              int from, double height, bool must) {
  ColumnsFill filled = {.height = 0};
  for (int i = 0; i < columns->count; i++) {
    int end = from;
    if (from < columns->list.items.count)
      end = column_end(probe, from, height, must && i == 0);
    filled.ends[i] = end;
    fill_begin(probe, (FlowState){.item = from, .notes.note = -1}, 0, 0);
    for (int at = from; at < end; at++)
      fill_add(probe, at);
    filled.height = fmax(filled.height, fill_used(probe, end));
    from = end;
  }
  return filled;
}

static bool is_whole(const FlowColumns *columns, const ColumnsFill *filled) {
  return filled->ends[columns->count - 1] == columns->list.items.count;
}

/* The least height, to half a line, that holds all of it. */
static ColumnsFill balance(PageFill *probe, const FlowColumns *columns,
                           int from, ColumnsFill best) {
  double step = probe->page->leading / 2;
  int low = 0, high = (int)ceil(best.height / step);
  while (high - low > 1) {
    int middle = (low + high) / 2;
    ColumnsFill tried = try_height(probe, columns, from, middle * step, false);
    if (is_whole(columns, &tried)) {
      best = tried;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

ColumnsFill columns_fill(const PageFill *outer, const FlowColumns *columns,
                         int from, double room, bool must_place) {
  FlowPage page = *outer->page;
  page.height = 1e9;
  PageFill probe = {
      .arena = outer->arena, .list = &columns->list, .page = &page};
  ColumnsFill filled = try_height(&probe, columns, from, room, must_place);
  return is_whole(columns, &filled) ? balance(&probe, columns, from, filled)
                                    : filled;
}
