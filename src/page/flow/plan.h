/* A vertical list becomes pages by total fit, as Knuth & Plass do it for lines:
 * the cheapest sequence of pages over all breaks, all ways to place floats and
 * split footnotes. Later pages see what earlier ones left over. */
#ifndef JIKJI_PAGE_FLOW_PLAN_H
#define JIKJI_PAGE_FLOW_PLAN_H

#include "page/flow/flow.h"

/* What a page gives to the text. */
typedef struct FlowPage {
  double height;  /* of text and notes together */
  double slack;   /* what a page may be longer where that saves more */
  double leading; /* of the grid */
  double width;
  double note_gap;   /* between text and the notes' rule, at least */
  double note_above; /* from the rule to the first note */
  double note_rule;  /* its length */
  double rule_width;
  Color rule_color;
} FlowPage;

/* Footnotes that a page leaves to the next one: that which goes on there with
 * `line` (note -1: none), and those after it, which begin there. */
typedef struct FlowCarried {
  int note, line, waiting_count;
  const int *waiting;
} FlowCarried;

/* Where a page begins: its first item, how far columns that it begins with are
 * done, how many floats stand on earlier pages, and what is left of their
 * notes. */
typedef struct FlowState {
  int item, inner, floats;
  FlowCarried notes;
} FlowState;

/* One page as planned. */
typedef struct FlowPlan {
  FlowState from, to;
  int top_count; /* floats at its top */
  double height; /* of text and notes; more than the page's: a long one */
  FlowBadness badness;
} FlowPlan;

typedef struct FlowPlans {
  FlowPlan *items;
  int count;
  double cost;
} FlowPlans;

/* The cheapest sequence of pages. Always ends: what fits nowhere is set alone
 * on a page of its own. */
FlowPlans flow_break(Arena *arena, const FlowList *list, const FlowPage *page);

/* The frame of one planned page, `page->width` wide and as high as planned; the
 * entries on it get `number` as their page. */
Frame *flow_compose(Arena *arena, const FlowList *list, const FlowPage *page,
                    const FlowPlan *plan, int number);

/* The height of what stands on a planned page, without notes. */
double flow_used_height(Arena *scratch, const FlowList *list,
                        const FlowPage *page, const FlowPlan *plan);

/* By how much what stands on a planned page is taller than it, where nothing
 * better was found; 0: it fits, but for a line in the margin. `place` becomes
 * that of its tallest part. */
double flow_overflow(Arena *scratch, const FlowList *list, const FlowPage *page,
                     const FlowPlan *plan, Place *place);

/* All items under each other in one frame, as high as they are. */
Frame *flow_pack(Arena *arena, const FlowList *list, double width);

#endif
