/* The vertical list: boxes, glue, penalties and floats of one chapter, broken
 * into pages by total fit, as Knuth & Plass do it for lines. Later pages see
 * floats and footnotes that earlier ones left over.
 *
 * Pages may end at glue after a box, and at penalties. Glue and penalties at
 * the top of a page vanish. */
#ifndef JIKJI_PAGE_FLOW_FLOW_H
#define JIKJI_PAGE_FLOW_FLOW_H

#include "frame/frame.h"
#include "page/flow/cost.h"

typedef enum FlowKind {
  FLOW_BOX,
  FLOW_GLUE,
  FLOW_PENALTY,
  FLOW_FLOAT
} FlowKind;

/* Something that the contents list; `page` is filled in when it is placed. */
typedef struct FlowEntry {
  int page; /* of its chapter, from 0; -1: not placed yet */
  Str anchor;
} FlowEntry;

typedef struct FlowItem {
  FlowKind kind;
  double height;  /* of a box; natural height of glue */
  double stretch; /* of glue, used when a page would end short */
  int penalty;
  Frame *frame;        /* of a box; NULL: empty space that never vanishes */
  double x;            /* of the frame, from the left of the text block */
  bool on_grid;        /* box: begins on a grid line */
  double foot_to_grid; /* box: > 0: a grid line lies this far under it */
  int decor;           /* index + 1 of what is painted behind it, 0: nothing */
  int float_index;
  int *notes; /* box: indices of the footnotes whose marks stand in it */
  int note_count;
  Frame *foot, *head; /* penalty: what stands before and after a break here */
  FlowEntry *entry;
} FlowItem;

/* A box that may move to the top of a page. */
typedef struct FlowFloat {
  Frame *frame;
  double x, height, gap; /* gap: above and below */
  int item;              /* where it belongs */
  int *notes;
  int note_count;
  FlowEntry *entry;
} FlowFloat;

/* Painted behind a run of items, one piece a page. */
typedef struct FlowDecor {
  int outer; /* index + 1 of the decor around it, 0: none */
  double x, width;
  Color fill, bar; /* alpha 0: none */
  double bar_width;
} FlowDecor;

/* A footnote's lines, to be set at the foot of the page of its mark. */
typedef struct FlowNoteLine {
  Frame *frame;
  double x, height;
} FlowNoteLine;

typedef struct FlowNote {
  bool is_open; /* being set, or set */
  List(FlowNoteLine) lines;
} FlowNote;

typedef struct FlowList {
  Arena *arena;
  List(FlowItem) items;
  List(FlowFloat) floats;
  List(FlowDecor) decors;
  const FlowNote *notes; /* by footnote index */
  int decor;             /* of the items added next */
} FlowList;

FlowItem *flow_add_box(FlowList *list, Frame *frame, double x);
FlowItem *flow_add_space(FlowList *list, double height); /* never vanishes */
FlowItem *flow_add_glue(FlowList *list, double height, double stretch);
FlowItem *flow_add_penalty(FlowList *list, int penalty);
FlowFloat *flow_add_float(FlowList *list, Frame *frame, double x, double gap);

/* Begins and ends a run of items with something behind them. */
void flow_open_decor(FlowList *list, FlowDecor decor);
void flow_close_decor(FlowList *list);

/* Adds the glue where the list does not end in as much already. */
void flow_add_gap(FlowList *list, double height, double stretch);

/* What a page gives to the text. */
typedef struct FlowPage {
  double height;  /* of text and notes together */
  double leading; /* of the grid */
  double width;
  double note_gap;   /* between text and the notes' rule, at least */
  double note_above; /* from the rule to the first note */
  double note_rule;  /* its length */
  double rule_width;
  Color rule_color;
} FlowPage;

/* Where a page begins: its first item, how many floats stand on earlier pages,
 * and the line that a split footnote goes on with (note -1: none). */
typedef struct FlowState {
  int item, floats, note, note_line;
} FlowState;

/* One page as planned. */
typedef struct FlowPlan {
  FlowState from, to;
  int top_count; /* floats at its top */
  double cost;
} FlowPlan;

typedef struct FlowPlans {
  FlowPlan *items;
  int count;
  double cost;
} FlowPlans;

/* The cheapest sequence of pages. Always ends: what fits nowhere is set alone
 * on a page of its own. */
FlowPlans flow_break(Arena *arena, const FlowList *list, const FlowPage *page);

/* The frame of one planned page, `page->width` by `page->height`; the entries
 * on it get `number` as their page. */
Frame *flow_compose(Arena *arena, const FlowList *list, const FlowPage *page,
                    const FlowPlan *plan, int number);

/* All items under each other in one frame, as high as they are. */
Frame *flow_pack(Arena *arena, const FlowList *list, double width);

/* The footnotes of all its boxes, in order. */
int *flow_list_notes(Arena *arena, const FlowList *list, int *count);

/* Takes off the glue and penalties at its end. */
void flow_trim(FlowList *list);

#endif
