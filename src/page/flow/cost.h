/* What is undesirable on pages, and how much. Private to page/. */
#ifndef JIKJI_PAGE_FLOW_COST_H
#define JIKJI_PAGE_FLOW_COST_H

/* Penalties and costs are in one currency: FLOW_COST_LINE is a line left empty
 * at the foot of a page (it grows with the square). */
enum {
  FLOW_NEVER = 100000000,
  FLOW_ALWAYS = -100000000,
  FLOW_COST_LINE = 10,
  FLOW_COST_WIDOW = 4000,    /* a line alone on a page */
  FLOW_COST_HEADING = 8000,  /* a heading with a line under it */
  FLOW_COST_FLOAT_PAGE = 60, /* a float that waits for the next page */
  FLOW_COST_FLOAT_TOP = 25,  /* a float above the place that it belongs to */
  FLOW_COST_THIN_TEXT = 60,  /* each line missing under a float, see break.c */
  FLOW_COST_THIN_END = 150,  /* each line missing on the last page */
  FLOW_COST_NOTE_SPLIT = 150,
  FLOW_COST_LONE_ITEM = 250, /* of a list, or its lead-in */
  FLOW_COST_ROW = 5,         /* a table broken between rows */
  FLOW_COST_OVERFULL = 1000000
};

#endif
