/* Titles of views. */
#ifndef JIKJI_CHART_GUIDE_TITLE_H
#define JIKJI_CHART_GUIDE_TITLE_H

#include "chart/spec/view.h"

/* Draws the view's title and subtitle above (beside, below) all that its group
 * holds so far. Nothing where it has none, or where the page says it. */
void title_draw(Drawing *drawing, const View *view, Group *group);

/* A title as one line of text, for captions; empty: none. */
Str title_text(Drawing *drawing, const View *view, const char *part);

/* A text beside a group, as Vega lays out titles; used by headers too. */
typedef struct TitlePlan {
  const Cascade *properties;
  const char *prefix; /* of properties: "label", "title" or "" */
  const char *style;  /* "group-title", "guide-label" */
  const Str *lines;
  int line_count;
  Str orient, anchor;   /* "top"; "middle" */
  double offset, angle; /* angle NaN: by orient */
  bool by_bounds;       /* the anchor counts in the bounds, not the plot */
  bool has_align, has_baseline; /* stated, instead of the anchor's */
  LabelAlign align;
  LabelBaseline baseline;
  double dx, dy;
} TitlePlan;

/* Adds the text to the group; `width` and `height` are the plot's, `around` is
 * what it stands beside. */
void title_place(Drawing *drawing, const TitlePlan *plan, Bounds around,
                 Group *group);

#endif
