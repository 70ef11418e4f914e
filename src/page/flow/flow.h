/* The vertical list: boxes, glue, penalties, floats and columns of one chapter.
 * plan.h breaks it into pages.
 *
 * Pages may end at glue after a box, and at penalties. Glue and penalties at
 * the top of a page vanish. */
#ifndef JIKJI_PAGE_FLOW_FLOW_H
#define JIKJI_PAGE_FLOW_FLOW_H

#include "article/article.h"
#include "frame/frame.h"
#include "page/flow/cost.h"

typedef enum FlowKind {
  FLOW_BOX,
  FLOW_GLUE,
  FLOW_PENALTY,
  FLOW_FLOAT,
  FLOW_COLUMNS
} FlowKind;

/* Something that the contents list or the text names; `page` is filled in when
 * it is placed. */
typedef struct FlowEntry {
  int page; /* of its chapter, from 0; -1: not placed yet */
  Str anchor;
  bool is_inside;         /* the frame of its item has the anchor */
  struct FlowEntry *next; /* another of the same item */
} FlowEntry;

typedef struct FlowItem {
  FlowKind kind;
  double height;  /* of a box; natural height of glue */
  double stretch; /* of glue, used when a page would end short */
  double spare;   /* of glue: not needed before a box on the grid */
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
  struct FlowColumns *columns;
  Place place; /* of the block it comes from */
} FlowItem;

/* Where a float may stand; anywhere is best near its place in the list. */
typedef enum FlowPlacement {
  FLOW_ANYWHERE,
  FLOW_AT_TOP,
  FLOW_AT_BOTTOM,
  FLOW_ON_OWN_PAGE
} FlowPlacement;

/* A box that may move to the top or the foot of a page. */
typedef struct FlowFloat {
  Frame *frame;
  double x, height, gap; /* gap: above and below */
  double least;          /* below it at the head of a page */
  FlowPlacement placement;
  int item;      /* where it belongs */
  int reference; /* the item that first speaks of it; -1: none does */
  int *notes;
  int note_count;
  FlowEntry *entry;
  Place place; /* of the block it comes from */
} FlowFloat;

/* Painted behind a run of items, one piece a page. */
typedef struct FlowDecor {
  int outer; /* index + 1 of the decor around it, 0: none */
  double x, width;
  double padding;  /* inside its edge, where a page ends in it */
  Color fill, bar; /* alpha 0: none */
  double bar_width;
} FlowDecor;

/* Where the text first speaks of what has this anchor. */
typedef struct FlowMention {
  Str anchor;
  int item;
} FlowMention;

/* A footnote's lines, to be set at the foot of the page of its mark. */
typedef struct FlowNoteLine {
  Frame *frame;
  double x, height;
} FlowNoteLine;

typedef struct FlowNote {
  bool is_open;     /* being set, or set */
  NotePlace stands; /* on its page, too, if under a table */
  int order;        /* among the notes that begin on its page, from 1 */
  List(FlowNoteLine) lines;
} FlowNote;

typedef struct FlowList {
  Arena *arena;
  List(FlowItem) items;
  List(FlowFloat) floats;
  List(FlowDecor) decors;
  List(FlowMention) mentions;
  FlowNote *notes; /* by footnote index */
  int decor;       /* of the items added next */
  Place place;     /* likewise */
} FlowList;

FlowItem *flow_add_box(FlowList *list, Frame *frame, double x);
FlowItem *flow_add_space(FlowList *list, double height); /* never vanishes */
FlowItem *flow_add_glue(FlowList *list, double height, double stretch);
FlowItem *flow_add_penalty(FlowList *list, int penalty);
FlowFloat *flow_add_float(FlowList *list, Frame *frame, double x, double gap);

/* A list set in columns side by side, of like height on each page. */
typedef struct FlowColumns {
  FlowList list;
  int count; /* at most FLOW_COLUMNS_MAX */
  double width, gap;
} FlowColumns;
enum { FLOW_COLUMNS_MAX = 6 };
FlowItem *flow_add_columns(FlowList *list, FlowColumns *columns, double x);

/* Begins and ends a run of items with something behind them. */
void flow_open_decor(FlowList *list, FlowDecor decor);
void flow_close_decor(FlowList *list);

/* Whether a decor (index + 1) is `outer`, or stands in it. */
bool flow_is_within(const FlowList *list, int decor, int outer);

/* Joins the entries of all its boxes, whose frames have their anchors, to those
 * of another list's item. */
void flow_join_entries(const FlowList *list, FlowEntry **entries);

/* The footnotes of all its boxes, in order. */
int *flow_list_notes(Arena *arena, const FlowList *list, int *count);

/* The next item speaks of what has the anchor. */
void flow_add_mention(FlowList *list, Str anchor);

/* Finds each float's first mention, once the list is complete. */
void flow_find_references(FlowList *list);

/* The floats that belong before the item. */
int flow_floats_before(const FlowList *list, int item);

#endif
