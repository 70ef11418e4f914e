/* What is undesirable on pages, and how much. Private to page/. */
#ifndef JIKJI_PAGE_FLOW_COST_H
#define JIKJI_PAGE_FLOW_COST_H

#include "base/str.h"

/* Penalties and costs are in one currency: FLOW_COST_LINE is a line left empty
 * at the foot of a page (it grows with the square). */
enum {
  FLOW_NEVER = 100000000,
  FLOW_ALWAYS = -100000000,
  FLOW_COST_LINE = 10,
  FLOW_COST_WIDOW = 4000,    /* a line alone on a page */
  FLOW_COST_HEADING = 8000,  /* a heading with a line under it */
  FLOW_COST_FLOAT_PAGE = 60, /* a float that waits for the next page */
  FLOW_COST_FLOAT_AHEAD = 8, /* the same before the text speaks of it */
  FLOW_COST_FLOAT_TOP = 25,  /* a float above the place that it belongs to */
  FLOW_COST_THIN_TEXT = 60,  /* each line missing under a float, see break.c */
  FLOW_COST_THIN_END = 150,  /* each line missing on the last page */
  FLOW_COST_SHORT_END = 12,  /* each line missing to a third of it */
  FLOW_COST_LONG = 22,       /* each line more than a page has */
  FLOW_COST_NOTE_SPLIT = 150,
  FLOW_COST_NOTE_WAITS =
      2000,                  /* a note that begins on the page after its mark */
  FLOW_COST_LONE_ITEM = 250, /* of a list, or its lead-in */
  FLOW_COST_ROW = 5,         /* a table broken between rows */
  FLOW_COST_ROW_SPLIT = 1500, /* a table broken inside a row */
  FLOW_COST_OVERFULL = 1000000
};

typedef enum FlowReason {
  FLOW_BAD_BREAK, /* widows, orphans, headings, rows: the penalty */
  FLOW_BAD_EMPTY,
  FLOW_BAD_LONG,
  FLOW_BAD_SHORT_END,
  FLOW_BAD_THIN_TEXT,
  FLOW_BAD_FLOAT_WAITS,
  FLOW_BAD_FLOAT_EARLY,
  FLOW_BAD_NOTE_SPLIT,
  FLOW_BAD_OVERFULL,
  FLOW_REASON_COUNT
} FlowReason;

/* What is wrong with one page, by reason. */
typedef struct FlowBadness {
  double of[FLOW_REASON_COUNT];
} FlowBadness;

double badness_total(const FlowBadness *badness);

/* "82.5: float waits 60, empty 22.5"; "0" of a page without fault. */
Str badness_text(Arena *arena, const FlowBadness *badness);

#endif
