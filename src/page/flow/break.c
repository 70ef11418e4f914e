/* Where pages end: the cheapest way through the list, over all breaks, all ways
 * to place floats, and split footnotes. A page reaches only as far as it holds,
 * and states are gone on from in the order of their cost (Dijkstra 1959), so
 * that of the many pages nobody wants few are tried. */
#include <assert.h>
#include <math.h>

#include "page/flow/fill.h"
#include "page/flow/frontier.h"

enum {
  PENDING_MAX = 6, /* floats that may wait at a time */
  THIN_LINES = 5,  /* fewer lines of text beside a float look lost */
  PAGE_COST = 20   /* of each page, so that no page costs less than nothing */
};

/* A state that some sequence of pages leads to. */
typedef struct FlowNode {
  FlowState state;
  double cost;
  int previous; /* node, -1 at the start */
  int top_count;
  double height;
  FlowBadness badness; /* of the page that leads here */
  int next;            /* of the same item, -1 */
  bool is_done;
} FlowNode;

typedef struct Breaker {
  Arena *arena;
  const FlowList *list;
  const FlowPage *page;
  List(FlowNode) nodes;
  int *first; /* node by item, -1 */
  Frontier frontier;
  PageFill fill;
  double least; /* what a page holds, unless nothing else is found */
  int reached;  /* the first item that the last walk did not come to */
  bool found;   /* the node at work leads on */
} Breaker;

static bool is_end(const Breaker *breaker, FlowState state) {
  return state.item == breaker->list->items.count &&
         state.floats == breaker->list->floats.count && state.notes.note < 0;
}

static bool same_state(FlowState a, FlowState b) {
  return a.item == b.item && a.inner == b.inner && a.floats == b.floats &&
         flow_same_carried(&a.notes, &b.notes);
}

/* The node of a state; -1: none leads there yet. */
static int find_node(const Breaker *breaker, FlowState state) {
  int i = breaker->first[state.item];
  while (i >= 0 && !same_state(breaker->nodes.items[i].state, state))
    i = breaker->nodes.items[i].next;
  return i;
}

/* Keeps the cheapest way to a state. */
static void reach(Breaker *breaker, const FlowNode *way) {
  int *link = &breaker->first[way->state.item];
  int at = find_node(breaker, way->state);
  if (at >= 0 && way->cost >= breaker->nodes.items[at].cost) return;
  if (at < 0) {
    at = breaker->nodes.count;
    FlowNode *added = list_new(breaker->arena, &breaker->nodes);
    added->next = *link;
    *link = at;
  }
  FlowNode *node = &breaker->nodes.items[at];
  int next = node->next;
  *node = *way;
  node->next = next;
  frontier_add(breaker->arena, &breaker->frontier,
               (FrontierEntry){way->cost, way->state.item, at});
}

/* A float that waits although the text has spoken of it is bad; before that it
 * does little harm. */
static double waiting_cost(const FlowList *list, FlowState to) {
  double cost = 0;
  for (int i = to.floats; i < flow_floats_before(list, to.item); i++)
    cost += list->floats.items[i].reference >= to.item ? FLOW_COST_FLOAT_AHEAD
                                                       : FLOW_COST_FLOAT_PAGE;
  return cost;
}

/* Whether one of the floats wants a page without text; then it is alone there.
 */
static bool wants_own_page(const FlowList *list, int first, int count) {
  for (int i = first; i < first + count; i++)
    if (list->floats.items[i].placement == FLOW_ON_OWN_PAGE) return true;
  return false;
}

/* What is wrong with a page that ends before item `to.item` with so much room
 * left; less than none on a long page. */
static FlowBadness page_badness(const Breaker *breaker, FlowState to,
                                int early_floats, double room) {
  bool is_first = breaker->fill.from.item == 0;
  const PageFill *fill = &breaker->fill;
  double leading = breaker->page->leading;
  double page_lines = breaker->page->height / leading;
  double empty = fmax(0, room) / leading;
  double missing = fmax(0, room - fill->stretch) / leading;
  double lines = fill->text_height / leading, height = fill->y / leading;
  bool is_last = is_end(breaker, to);
  FlowBadness bad = {0};
  bad.of[FLOW_BAD_BREAK] = flow_break_penalty(breaker->list, to.item);
  bool is_own_page = wants_own_page(breaker->list, fill->from.floats,
                                    fill->floats - fill->from.floats);
  bool is_float_page =
      lines == 0 && fill->float_height > breaker->page->height * .6;
  if (is_float_page && !is_own_page)
    bad.of[FLOW_BAD_EMPTY] = FLOW_COST_LINE * missing;
  else if (!flow_is_forced(breaker->list, to.item) && !is_own_page)
    bad.of[FLOW_BAD_EMPTY] =
        FLOW_COST_LINE * floor(missing) * floor(missing) + empty / 4;
  else if (to.item == breaker->list->items.count && !is_last)
    bad.of[FLOW_BAD_EMPTY] = FLOW_COST_LINE * missing * missing / 4;
  if (room < -.5) bad.of[FLOW_BAD_LONG] = FLOW_COST_LONG * -room / leading;
  if (is_last && !is_first && breaker->page->slack > 0)
    bad.of[FLOW_BAD_SHORT_END] =
        FLOW_COST_SHORT_END * fmax(0, page_lines / 3 - height);
  if (is_last && !is_first)
    bad.of[FLOW_BAD_SHORT_END] +=
        FLOW_COST_THIN_END * fmax(0, THIN_LINES - height);
  if (fill->has_float && !is_last && !is_float_page && !is_own_page)
    bad.of[FLOW_BAD_THIN_TEXT] =
        FLOW_COST_THIN_TEXT * fmax(0, THIN_LINES - lines);
  bad.of[FLOW_BAD_FLOAT_WAITS] = waiting_cost(breaker->list, to);
  bad.of[FLOW_BAD_FLOAT_EARLY] = FLOW_COST_FLOAT_TOP * early_floats;
  if (to.notes.note >= 0)
    bad.of[FLOW_BAD_NOTE_SPLIT] =
        FLOW_COST_NOTE_SPLIT + FLOW_COST_NOTE_WAITS * to.notes.waiting_count;
  return bad;
}

/* A page that the breaker is about to end. */
typedef struct PageEnd {
  int node, item, top_count, early_floats;
} PageEnd;

/* The page as high as fill->height; false: too much on it. */
static bool try_height(Breaker *breaker, const PageEnd *end) {
  PageFill *fill = &breaker->fill;
  double used = fill_used(fill, end->item);
  NotePieces notes = fill_notes(fill, used);
  double room = fill->height - used - notes.height;
  if (room < -.5 || !notes.fits) return false;
  FlowState to = {end->item, fill->inner, fill->floats, notes.carried};
  if (flow_floats_before(breaker->list, to.item) - to.floats > PENDING_MAX)
    return false;
  const FlowNode *from = &breaker->nodes.items[end->node];
  if (same_state(from->state, to)) return false;
  room = breaker->page->height - used - notes.height;
  FlowNode way = {.state = to,
                  .previous = end->node,
                  .top_count = end->top_count,
                  .height = fill->height,
                  .badness =
                      page_badness(breaker, to, end->early_floats, room)};
  way.cost = from->cost + badness_total(&way.badness) + PAGE_COST;
  reach(breaker, &way);
  breaker->found = true;
  return to.notes.note < 0;
}

/* As high as pages are; where that does not do, as a long one. */
static void try_page(Breaker *breaker, const PageEnd *end) {
  PageFill *fill = &breaker->fill;
  fill->height = breaker->page->height;
  if (try_height(breaker, end) || breaker->page->slack <= 0) return;
  fill->height = breaker->page->height + breaker->page->slack;
  try_height(breaker, end);
  fill->height = breaker->page->height;
}

/* A page that would be half empty; only its notes may fill it. */
static bool is_short(const Breaker *breaker, int item) {
  const PageFill *fill = &breaker->fill;
  return !fill->notes.count && fill_used(fill, item) < breaker->least &&
         !flow_is_forced(breaker->list, item);
}

/* Tries all breaks of pages with these floats at the top and those below
 * `last_float` where they belong. Returns the number of floats placed. */
static int walk(Breaker *breaker, int node, int top_count, int last_float) {
  const FlowList *list = breaker->list;
  PageFill *fill = &breaker->fill;
  FlowState from = breaker->nodes.items[node].state;
  double most = breaker->page->height + breaker->page->slack + .5;
  int waiting = flow_floats_before(list, from.item) - from.floats;
  int early = top_count > waiting ? top_count - waiting : 0;
  bool is_alone = wants_own_page(list, from.floats, top_count);
  if (is_alone && (early || top_count > 1)) return from.floats;
  int anchor =
      early ? list->floats.items[from.floats + top_count - 1].item : -1;
  breaker->reached = from.item;
  fill_begin(fill, from, top_count, last_float);
  PageEnd end = {node, from.item, top_count, early};
  fill->inner = from.inner;
  if (!early && (top_count || from.notes.note >= 0)) try_page(breaker, &end);
  fill->inner = 0;
  if (is_alone) return fill->floats;
  for (int i = from.item; i < list->items.count; i++) {
    int inner = i == from.item ? from.inner : 0;
    fill_add(fill, i);
    if (fill->is_full) break;
    breaker->reached = i + 1;
    if (fill->y + fill->bottom > most) break;
    end.item = i;
    if (fill->inner > inner && i + 1 > anchor) try_page(breaker, &end);
    if (fill->inner) break;
    if (i + 1 <= anchor || !flow_is_break(list, i + 1)) continue;
    if (!fill->has_box && !fill->has_float) continue;
    end.item = i + 1;
    if (!is_short(breaker, i + 1)) try_page(breaker, &end);
    if (flow_is_forced(list, i + 1)) break;
  }
  return fill->floats;
}

/* A page without notes may reach into its margin by a line rather than end
 * where pages should not. */
static bool is_past_foot(const PageFill *fill) {
  double margin = fill->notes.count ? .5 : fill->page->leading;
  return fill->y + fill->bottom > fill->height + margin;
}

/* Where a page ends on which nothing fits as it should: at the first break, or
 * where pages should not end, before what would not fit. At least one box
 * stands on the page, however tall. */
static int forced_end(Breaker *breaker, FlowState from) {
  const FlowList *list = breaker->list;
  PageFill *fill = &breaker->fill;
  bool is_begun = false;
  for (int i = from.item; i < list->items.count; i++) {
    fill_add(fill, i);
    if (fill->inner || fill->is_full) return i;
    bool is_placed = fill->has_box || fill->has_float;
    if (is_begun && is_past_foot(fill)) return i;
    if (is_placed && flow_is_break(list, i + 1)) return i + 1;
    is_begun = is_placed;
  }
  return list->items.count;
}

/* Nothing fits as it should: the first of the floats that wait, alone, or
 * text. */
static void force(Breaker *breaker, int node) {
  const FlowList *list = breaker->list;
  PageFill *fill = &breaker->fill;
  FlowState from = breaker->nodes.items[node].state;
  int waiting = flow_floats_before(list, from.item) - from.floats;
  int top_count = waiting > 0, end = from.item, inner = from.inner;
  fill_begin(fill, from, top_count, list->floats.count);
  if (!top_count) {
    end = forced_end(breaker, from);
    inner = fill->inner;
    fill_begin(fill, from, 0, list->floats.count);
    for (int i = from.item; i < end + (inner > 0); i++)
      fill_add(fill, i);
  }
  NotePieces notes = fill_notes(fill, fill_used(fill, end));
  FlowNode way = {.state = {end, inner, fill->floats, notes.carried},
                  .previous = node,
                  .top_count = top_count,
                  .height = breaker->page->height,
                  .cost = breaker->nodes.items[node].cost + FLOW_COST_OVERFULL};
  way.badness.of[FLOW_BAD_OVERFULL] = FLOW_COST_OVERFULL;
  reach(breaker, &way);
}

/* With so many floats at the top: the next ones one after the other where they
 * belong, as long as the page comes to them. Returns how far it comes without
 * them. */
static int walk_places(Breaker *breaker, int node, int top_count) {
  const FlowList *list = breaker->list;
  int last = breaker->nodes.items[node].state.floats + top_count;
  int placed = walk(breaker, node, top_count, last);
  int reached = breaker->reached;
  while (placed == last && last < list->floats.count &&
         list->floats.items[last].item < breaker->reached)
    placed = walk(breaker, node, top_count, ++last);
  return reached;
}

/* Tries all ways to place floats on the page. */
static void try_floats(Breaker *breaker, int node) {
  const FlowList *list = breaker->list;
  FlowState from = breaker->nodes.items[node].state;
  int waiting = flow_floats_before(list, from.item) - from.floats;
  int most = waiting + 1;
  int reached = list->items.count;
  double height = 0;
  for (int top = 0; top <= most && from.floats + top <= list->floats.count;
       top++) {
    const FlowFloat *latest =
        top ? &list->floats.items[from.floats + top - 1] : NULL;
    if (latest) height += latest->height;
    if (height > breaker->page->height + .5) break;
    if (latest && top > waiting && latest->item >= reached) break;
    if (top < waiting)
      walk(breaker, node, top, from.floats + top);
    else
      reached = walk_places(breaker, node, top);
  }
}

static void expand(Breaker *breaker, int node) {
  breaker->found = false;
  breaker->least = breaker->page->height / 2;
  try_floats(breaker, node);
  breaker->least = 0;
  if (!breaker->found) try_floats(breaker, node);
  if (!breaker->found) force(breaker, node);
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
    FlowPlan *plan = &plans.items[at];
    *plan = (FlowPlan){from->state, to->state, to->top_count, to->height,
                       to->badness};
    plan->from.notes = flow_copy_carried(arena, &from->state.notes);
    plan->to.notes = flow_copy_carried(arena, &to->state.notes);
    i = to->previous;
  }
  return plans;
}

/* Goes on from the cheapest state until that is the end. */
static int find_end(Breaker *breaker) {
  FrontierEntry entry;
  while (frontier_take(&breaker->frontier, &entry)) {
    FlowNode *node = &breaker->nodes.items[entry.node];
    if (is_end(breaker, node->state)) return entry.node;
    if (node->is_done) continue; /* added again when it grew cheaper */
    node->is_done = true;
    expand(breaker, entry.node);
  }
  assert(false && "some way always leads to the end");
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
  FlowNode start = {.state = {.notes.note = -1}, .previous = -1};
  reach(&breaker, &start);
  FlowPlans plans = collect(arena, &breaker, find_end(&breaker));
  arena_clear(&scratch);
  return plans;
}
