/* Filling one page: the one place that knows how heights add up, for planning
 * and for composing alike. Private to flow/. */
#ifndef JIKJI_PAGE_FLOW_FILL_H
#define JIKJI_PAGE_FLOW_FILL_H

#include "page/flow/plan.h"

/* Where something was put: an item's box, a float, or a head or foot. */
typedef struct FillPlace {
  Frame *frame; /* NULL: empty space */
  double x, y, height;
  int decor;
  FlowEntry *entry;
} FillPlace;

/* The part of a footnote that stands on this page. */
typedef struct NotePiece {
  int note, first, end; /* lines */
} NotePiece;

typedef struct PageFill {
  Arena *arena;
  const FlowList *list;
  const FlowPage *page;
  double extra;      /* given to each stretchable glue, up to its stretch */
  bool is_recording; /* keep the places */
  int number;        /* of the page, for what the columns hold */
  double height;     /* of the page: its own, or that of a long one */

  double y, glue; /* foot of what is placed; glue that waits for a box */
  double stretch; /* of the glue placed so far, and of what waits */
  double glue_stretch, spare; /* of the glue that waits */
  double text_height;         /* of boxes that are no floats */
  double float_height;        /* of floats */
  double bottom;              /* of floats at the foot, with their gaps */
  int inner;      /* columns that go on on the next page: from here; 0 */
  int floats;     /* placed, those of earlier pages included */
  int last_float; /* the first float that is not for this page */
  bool has_box, has_float, after_float;
  bool is_full; /* columns were to come of which nothing fits */
  FlowState from;
  List(int) notes;   /* whose marks stand on the page */
  List(int) bottoms; /* floats at the foot */
  List(FillPlace) places;
  List(NotePiece) pieces; /* of the notes, as fill_notes left them */
} PageFill;

/* Begins a page at `from` with `top_count` floats at its top; of the floats met
 * later those below index `last_float` are set where they belong. */
void fill_begin(PageFill *fill, FlowState from, int top_count, int last_float);

/* Adds the item; what comes too low is told by fill_used. Columns may leave a
 * rest, fill->inner, or find no room at all, fill->is_full: the page ends
 * before them. */
void fill_add(PageFill *fill, int item);

/* Ends the page before `item`, or in the columns that it is, as fill->inner
 * says: with what stands before the break, and the edge of what is behind. */
void fill_close(PageFill *fill, int item);

/* All that the page holds above its notes, where it ends before `item`. */
double fill_used(const PageFill *fill, int item);

typedef struct NotePieces {
  double height; /* with the gap and the rule above; 0: no notes */
  FlowCarried carried;
  bool fits;
} NotePieces;

/* What they need, whole but for the last one, which may be split. */
double fill_wanted_notes(const PageFill *fill);

/* The notes that wait are the arena's. */
FlowCarried flow_copy_carried(Arena *arena, const FlowCarried *carried);
bool flow_same_carried(const FlowCarried *a, const FlowCarried *b);

/* How the page's notes stand in what is left over `used`: fill->pieces. */
NotePieces fill_notes(PageFill *fill, double used);

/* Whether pages or columns may end before the item, whether they must, and the
 * penalty of it. */
bool flow_is_break(const FlowList *list, int item);
bool flow_is_forced(const FlowList *list, int item);
double flow_break_penalty(const FlowList *list, int item);

/* How far columns reach that begin at inner item `from` in so much room. What
 * fits whole is balanced. Some of it is placed even where nothing fits, if it
 * must be. */
typedef struct ColumnsFill {
  int ends[FLOW_COLUMNS_MAX];
  double height;
} ColumnsFill;
ColumnsFill columns_fill(const PageFill *outer, const FlowColumns *columns,
                         int from, double room, bool must_place);

/* The items of a column's list from one place to another as one frame, as they
 * were filled. */
Frame *flow_pack_column(const PageFill *outer, const FlowColumns *columns,
                        int from, int to);

#endif
