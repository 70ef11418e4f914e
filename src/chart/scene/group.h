/* Groups of drawn items and their bounds: the pieces that layout moves. */
#ifndef JIKJI_CHART_SCENE_GROUP_H
#define JIKJI_CHART_SCENE_GROUP_H

#include "chart/scene/bounds.h"
#include "frame/frame.h"

/* A picture in coordinates of its own. Whoever lays it out sets x and y, then
 * adds it to its parent. */
typedef struct Group {
  double x, y;          /* its origin in the parent's coordinates */
  double width, height; /* nominal; `bounds` is what was drawn */
  Bounds bounds;        /* in its own coordinates */
  Frame *frame;
  const char *role;      /* what the next shapes are; static */
  struct Record *record; /* their numbers, see record.h; NULL: not kept */
} Group;

Group *group_new(Arena *arena);

/* Adds a finished group at its x and y; its bounds count in the parent's. */
FrameItem *group_add(Group *parent, const Group *child, const char *name);

/* How shapes are painted. Opacity applies to fill and stroke each, as a canvas
 * does; a gradient's stops carry their own. {0} paints nothing. */
typedef struct Paints {
  Paint fill, stroke;
  double opacity, fill_opacity, stroke_opacity; /* 1: opaque */
  double stroke_width;
  const double *dashes;
  int dash_count;
  double dash_offset;
  LineCap cap;
  LineJoin join;
  double miter_limit; /* 0: not stated */
} Paints;

Paints paints_new(void); /* nothing painted, opaque, one unit of stroke */
/* How far Vega moves a group's frame so that a thin stroke is crisp. */
double paints_frame_shift(const Paints *paints);
/* How far a path's stroke reaches beyond its outline by Vega's reckoning. */
double paints_reach(const Paints *paints);
Stroke paints_stroke(const Paints *paints);
Paint paints_fill(const Paints *paints);
bool paints_has_stroke(const Paints *paints);

/* Shapes. Each counts in the group's bounds, strokes included. */
void group_path(Group *group, const Path *path, const Paints *paints);
void group_rect(Group *group, Bounds rect, const double radii[4],
                const Paints *paints);
void group_rule(Group *group, Point from, Point to, const Paints *paints);

/* An outline around the origin that a group's stamps can be made of. */
typedef struct Imprint {
  int look; /* -1: nothing of it shows, though it counts in the bounds */
  Bounds bounds;
} Imprint;

Imprint imprint_new(Arena *arena, Stamps *stamps, const Path *path,
                    const Paints *paints);
/* Adds one of the stamps, which whoever made them adds to the frame. */
void group_stamp(Group *group, Stamps *stamps, const Imprint *imprint,
                 Point at);

typedef enum LabelAlign { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } LabelAlign;
typedef enum LabelBaseline {
  BASELINE_ALPHABETIC,
  BASELINE_TOP,
  BASELINE_MIDDLE,
  BASELINE_BOTTOM,
  BASELINE_LINE_TOP,
  BASELINE_LINE_BOTTOM
} LabelBaseline;

bool label_align_read(Str name, LabelAlign *align);
bool label_baseline_read(Str name, LabelBaseline *baseline);

/* A text of one or more lines at a point. */
typedef struct Label {
  const Str *lines;
  int line_count;
  Point at;
  double dx, dy; /* applied after the rotation about `at` */
  double angle;  /* degrees clockwise */
  LabelAlign align;
  LabelBaseline baseline;
  TextStyle style;
  double line_height; /* 0: size + 2 */
  double limit;       /* width at which lines are cut; 0: none */
  Str ellipsis;       /* empty: U+2026 */
  Color color;
  double opacity;
  Place place; /* for messages about missing glyphs */
} Label;

/* What drawing text needs. */
typedef struct Lettering {
  Arena *arena;
  FontSet *fonts;
  Diags *diags;
} Lettering;

/* Breaks the lines that are wider than `width` at spaces, a word that is wider
 * alone within it where Korean allows. */
void label_wrap(const Lettering *lettering, Label *label, double width);

double label_width(const Lettering *lettering, const Label *label);
Bounds label_bounds(const Lettering *lettering, const Label *label);
void group_label(Group *group, const Lettering *lettering, const Label *label);

#endif
