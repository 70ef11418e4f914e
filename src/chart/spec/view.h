/* A chart as a tree of views: what the spec says, and, stage by stage, what is
 * worked out for each view. */
#ifndef JIKJI_CHART_SPEC_VIEW_H
#define JIKJI_CHART_SPEC_VIEW_H

#include <jansson.h>

#include "chart/config/cascade.h"
#include "chart/scale/scale.h"
#include "chart/scene/group.h"
#include "chart/spec/channel_def.h"
#include "table/table.h"

typedef enum ViewKind {
  VIEW_UNIT,
  VIEW_LAYER,
  VIEW_FACET, /* kids are the cells, row by row */
  VIEW_CONCAT
} ViewKind;

#define MARK_ROW(type, name, draw) MARK_##type,
typedef enum MarkType {
#include "chart/mark/mark_rows.inc"
  MARK_TYPE_COUNT
} MarkType;
#undef MARK_ROW

typedef enum Orient { ORIENT_NONE, ORIENT_HORIZONTAL, ORIENT_VERTICAL } Orient;

typedef enum StackOffset {
  STACK_NONE,
  STACK_ZERO,
  STACK_CENTER,
  STACK_NORMALIZE
} StackOffset;

/* How a unit's marks are stacked. */
typedef struct Stack {
  StackOffset offset;
  Channel channel;   /* x, y, theta or radius: the stacked one */
  Channel dimension; /* the other one where it has a field, else NONE */
  bool imputes;      /* lines and areas get a value at every place */
  Str start, end;    /* columns */
} Stack;

/* How a facet arranges its cells. */
typedef struct Facet {
  ChannelDef row, column, wrap; /* json NULL where not given */
  int row_count, column_count;
  ValueList rows, columns; /* the fields' values, in order */
} Facet;

typedef struct View View;
struct View {
  ViewKind kind;
  View *parent;
  List(View *) kids;
  const json_t *spec; /* normalised */
  int depth;

  /* Data. */
  const Table *source;      /* before the view's transforms */
  const Table *raw;         /* after them; bins and time units added */
  const Table *rows;        /* what the marks draw */
  const Table *domain_rows; /* what the scales' domains count */

  /* Of units. */
  MarkType mark;
  const json_t *mark_json; /* {"type": ...} */
  Cascade mark_style;      /* mark, styles, config of the mark, config.mark */
  int stated_layers;       /* of it: those below are Vega's own defaults */
  unsigned named_styles;   /* bit i: its layer i is a style of the config */
  Orient orient;
  bool is_filled;
  ChannelDef encoding[CHANNEL_COUNT];
  ChannelDefList details, orders, tooltips;
  Stack stack;
  bool is_aggregated;
  bool breaks_paths;  /* lines stop at invalid values */
  bool shows_invalid; /* invalid values are drawn at zero */
  double *tie_shifts; /* by row, across the way the mark runs; NULL: none */

  /* Of maps, once sizes are known; NULL: none. */
  const struct Projection *projection;

  /* Scales in force here, own or of a parent; NULL: none. */
  struct ViewScale *scales[CHANNEL_COUNT];

  /* Guides that stand at this view. */
  struct AxisSet *axes;
  struct LegendSet *legends;

  Facet facet;
  int columns; /* of concat and wrapped facets; 0: all in one row */

  double width, height; /* of the plot, once laid out */
  Bounds path_bounds;   /* of lines in groups, as drawn */
  double frame_stroke;  /* width of the frame's stroke; 0: none */
  /* The plot with its y axes, and with its x axes: legends stand beside. */
  Bounds x_bounds, y_bounds;
  Group *group; /* drawn; placed by the parent's layout */
};

#endif
