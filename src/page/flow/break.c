/* Where pages end: the cheapest way through the list, over all breaks, all ways
 * to place floats, and split footnotes. Reaches only as far as a page holds, so
 * the time grows with the length of the list. */
#include <math.h>

#include "page/flow/fill.h"

enum {
  PENDING_MAX = 6, /* floats that may wait at a time */
  THIN_LINES = 5   /* fewer lines of text beside a float look lost */
};

/* A state that some sequence of pages leads to. */
typedef struct FlowNode {
  FlowState state;
  double cost;
  int previous; /* node, -1 at the start */
  int top_count;
  int next; /* of the same item, -1 */
  bool is_done;
} FlowNode;

typedef struct Breaker {
  Arena *arena;
  const FlowList *list;
  const FlowPage *page;
  List(FlowNode) nodes;
  int *first; /* node by item, -1 */
  PageFill fill;
  bool found; /* the node at work leads on */
} Breaker;

static int floats_before(const FlowList *list, int item) {
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

static bool is_break(const FlowList *list, int i) {
  if (i == list->items.count) return true;
  const FlowItem *item = &list->items.items[i];
  if (item->kind == FLOW_PENALTY) return item->penalty < FLOW_NEVER;
  if (item->kind != FLOW_GLUE || i == 0) return false;
  FlowKind before = list->items.items[i - 1].kind;
  return before == FLOW_BOX || before == FLOW_FLOAT;
}

static bool is_forced(const FlowList *list, int i) {
  if (i == list->items.count) return true;
  const FlowItem *item = &list->items.items[i];
  return item->kind == FLOW_PENALTY && item->penalty <= FLOW_ALWAYS;
}

static double break_penalty(const FlowList *list, int i) {
  if (is_forced(list, i) || list->items.items[i].kind != FLOW_PENALTY) return 0;
  return list->items.items[i].penalty;
}

static bool is_end(const Breaker *breaker, FlowState state) {
  return state.item == breaker->list->items.count &&
         state.floats == breaker->list->floats.count && state.note < 0;
}

static bool same_state(FlowState a, FlowState b) {
  return a.item == b.item && a.floats == b.floats && a.note == b.note &&
         a.note_line == b.note_line;
}

/* Keeps the cheapest way to a state. */
static void reach(Breaker *breaker, FlowState state, double cost, int previous,
                  int top_count) {
  int *link = &breaker->first[state.item];
  for (int i = *link; i >= 0; i = breaker->nodes.items[i].next) {
    FlowNode *node = &breaker->nodes.items[i];
    if (!same_state(node->state, state)) continue;
    if (cost >= node->cost) return;
    node->cost = cost;
    node->previous = previous;
    node->top_count = top_count;
    return;
  }
  FlowNode node = {state, cost, previous, top_count, *link, false};
  *link = breaker->nodes.count;
  list_add(breaker->arena, &breaker->nodes, node);
}

/* What is wrong with a page that ends before item `to.item`. */
static double page_cost(const Breaker *breaker, FlowState to, int early_floats,
                        double room) {
  const PageFill *fill = &breaker->fill;
  double leading = breaker->page->leading;
  double empty = fmax(0, room) / leading;
  double missing = fmax(0, room - fill->stretch) / leading;
  double lines = fill->text_height / leading;
  double cost = break_penalty(breaker->list, to.item);
  bool is_last = is_end(breaker, to);
  if (!is_forced(breaker->list, to.item))
    cost += FLOW_COST_LINE * floor(missing) * floor(missing) + empty / 4;
  else if (to.item == breaker->list->items.count && !is_last)
    cost += FLOW_COST_LINE * missing * missing / 4;
  double height = fill->y / leading;
  if (is_last && height < THIN_LINES)
    cost += FLOW_COST_THIN_END * (THIN_LINES - height);
  if (fill->has_float && !is_last && lines < THIN_LINES)
    cost += FLOW_COST_THIN_TEXT * (THIN_LINES - lines);
  int waiting = floats_before(breaker->list, to.item) - to.floats;
  cost += FLOW_COST_FLOAT_PAGE * fmax(0, waiting);
  cost += FLOW_COST_FLOAT_TOP * early_floats;
  if (to.note >= 0) cost += FLOW_COST_NOTE_SPLIT;
  return cost;
}

/* The page from `node` to a break before item `i`; false: too much on it. */
static bool try_page(Breaker *breaker, int node, int i, int top_count,
                     int early_floats) {
  const PageFill *fill = &breaker->fill;
  FlowState to = {i, fill->floats, -1, 0};
  double used = fill->y + fill_foot_height(breaker->list, i);
  NotePieces notes = fill_notes(fill, used);
  double room = breaker->page->height - used - notes.height;
  if (room < -.5 || !notes.fits) return false;
  int waiting = floats_before(breaker->list, i) - to.floats;
  if (waiting > PENDING_MAX) return false;
  to.note = notes.carried;
  to.note_line = notes.carried >= 0 ? notes.carried_line : 0;
  FlowState from = breaker->nodes.items[node].state;
  if (same_state(from, to)) return false;
  double cost = page_cost(breaker, to, early_floats, room);
  reach(breaker, to, breaker->nodes.items[node].cost + cost, node, top_count);
  breaker->found = true;
  return true;
}

/* Tries all breaks of pages with these floats at the top and those below
 * `last_float` where they belong. Returns the number of floats placed. */
static int walk(Breaker *breaker, int node, int top_count, int last_float) {
  const FlowList *list = breaker->list;
  PageFill *fill = &breaker->fill;
  FlowState from = breaker->nodes.items[node].state;
  int waiting = floats_before(list, from.item) - from.floats;
  int early = top_count > waiting ? top_count - waiting : 0;
  int anchor =
      early ? list->floats.items[from.floats + top_count - 1].item : -1;
  fill_begin(fill, from, top_count, last_float);
  if (!early && (top_count || from.note >= 0))
    try_page(breaker, node, from.item, top_count, 0);
  for (int i = from.item; i < list->items.count; i++) {
    fill_add(fill, i);
    if (fill->y > breaker->page->height + .5) break;
    if (i + 1 <= anchor || !is_break(list, i + 1)) continue;
    if (!fill->has_box && !fill->has_float) continue;
    try_page(breaker, node, i + 1, top_count, early);
    if (is_forced(list, i + 1)) break;
  }
  return fill->floats;
}

/* Nothing fits: up to the first break, however tall. */
static void force(Breaker *breaker, int node) {
  const FlowList *list = breaker->list;
  PageFill *fill = &breaker->fill;
  FlowState from = breaker->nodes.items[node].state;
  double cost = breaker->nodes.items[node].cost + FLOW_COST_OVERFULL;
  int waiting = floats_before(list, from.item) - from.floats;
  fill_begin(fill, from, waiting > 0, list->floats.count);
  if (waiting > 0) {
    FlowState to = {from.item, from.floats + 1, -1, 0};
    reach(breaker, to, cost, node, 1);
    return;
  }
  int i = from.item;
  while (i < list->items.count) {
    fill_add(fill, i++);
    if ((fill->has_box || fill->has_float) && is_break(list, i)) break;
  }
  FlowState to = {i, fill->floats, -1, 0};
  reach(breaker, to, cost, node, 0);
}

static void expand(Breaker *breaker, int node) {
  const FlowList *list = breaker->list;
  FlowState from = breaker->nodes.items[node].state;
  int waiting = floats_before(list, from.item) - from.floats;
  int most = waiting + 1;
  double height = 0;
  breaker->found = false;
  for (int top = 0; top <= most && from.floats + top <= list->floats.count;
       top++) {
    if (top) height += list->floats.items[from.floats + top - 1].height;
    if (height > breaker->page->height + .5) break;
    int last = from.floats + top;
    if (top < waiting) {
      walk(breaker, node, top, last);
      continue;
    }
    while (walk(breaker, node, top, last) == last && last < list->floats.count)
      last++;
  }
  if (!breaker->found) force(breaker, node);
}

/* The open node of an item that comes first: fewest floats, then notes that
 * go on before none. -1: all done. */
static int next_node(const Breaker *breaker, int item) {
  int best = -1;
  for (int i = breaker->first[item]; i >= 0; i = breaker->nodes.items[i].next) {
    const FlowNode *node = &breaker->nodes.items[i];
    if (node->is_done) continue;
    const FlowState *state = &node->state;
    const FlowState *least =
        best >= 0 ? &breaker->nodes.items[best].state : NULL;
    if (!least || state->floats < least->floats ||
        (state->floats == least->floats && state->note >= 0 &&
         (least->note < 0 || state->note_line < least->note_line)))
      best = i;
  }
  return best;
}

static FlowPlans collect(Arena *arena, const Breaker *breaker, int node) {
  FlowPlans plans = {.cost = breaker->nodes.items[node].cost};
  for (int i = node; breaker->nodes.items[i].previous >= 0;
       i = breaker->nodes.items[i].previous)
    plans.count++;
  plans.items = arena_array(arena, FlowPlan, plans.count);
  for (int i = node, at = plans.count - 1; at >= 0; at--) {
    const FlowNode *to = &breaker->nodes.items[i];
    const FlowNode *from = &breaker->nodes.items[to->previous];
    plans.items[at] = (FlowPlan){from->state, to->state, to->top_count,
                                 to->cost - from->cost};
    i = to->previous;
  }
  return plans;
}

static int end_node(const Breaker *breaker, int item) {
  for (int i = breaker->first[item]; i >= 0; i = breaker->nodes.items[i].next)
    if (is_end(breaker, breaker->nodes.items[i].state)) return i;
  return -1;
}

FlowPlans flow_break(Arena *arena, const FlowList *list, const FlowPage *page) {
  int count = list->items.count;
  if (!count) return (FlowPlans){0};
  Arena scratch = {0};
  Breaker breaker = {.arena = &scratch, .list = list, .page = page};
  breaker.fill = (PageFill){.arena = &scratch, .list = list, .page = page};
  breaker.first = arena_array(&scratch, int, count + 1);
  for (int i = 0; i <= count; i++)
    breaker.first[i] = -1;
  reach(&breaker, (FlowState){0, 0, -1, 0}, 0, -1, 0);
  for (int item = 0; item <= count; item++) {
    for (int node; (node = next_node(&breaker, item)) >= 0;) {
      breaker.nodes.items[node].is_done = true;
      if (!is_end(&breaker, breaker.nodes.items[node].state))
        expand(&breaker, node);
    }
  }
  FlowPlans plans = collect(arena, &breaker, end_node(&breaker, count));
  arena_clear(&scratch);
  return plans;
}
