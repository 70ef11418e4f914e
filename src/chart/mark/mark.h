/* Marks: each is a file and a row of mark_rows.inc. */
#ifndef JIKJI_CHART_MARK_MARK_H
#define JIKJI_CHART_MARK_MARK_H

#include "chart/domain/view_scale.h"

/* A condition's test, read once. */
typedef struct ReadPredicate {
  const json_t *json;
  const Predicate *predicate;
} ReadPredicate;

/* A unit's marks being drawn. */
typedef struct MarkSketch {
  Drawing *drawing;
  View *view;
  Group *group; /* in the plot's coordinates */
  const Table *rows;
  const bool *invalid; /* of lines that break at such rows: for each; or NULL */
  List(ReadPredicate) predicates;
} MarkSketch;

/* Draws a unit's marks into a group. */
void marks_draw(Drawing *drawing, View *view, Group *group);

typedef void MarkDraw(MarkSketch *sketch);
#define MARK_ROW(type, name, draw) MarkDraw draw;
#include "chart/mark/mark_rows.inc"
#undef MARK_ROW

/* ---- Values of channels ---- */

/* What a channel says for a row: conditions, then field or datum (through its
 * scale), then value; undefined where it says nothing. */
Value channel_value(MarkSketch *sketch, Channel channel, int row);
/* The definition whose field or datum is shown for a row, the channel's or that
 * of its condition; NULL: a stated value is, or nothing. */
const ChannelDef *channel_shown_def(MarkSketch *sketch, Channel channel,
                                    int row);
/* As a number; a missing channel gives the mark's property of that name, then
 * the fallback. */
double channel_number(MarkSketch *sketch, Channel channel, int row,
                      const char *property, double fallback);
/* A cell of a definition's column, its datum, or undefined. */
Value def_cell(const MarkSketch *sketch, const ChannelDef *def, int row);
/* A property of the mark, expressions evaluated for the row. */
Value property_value(MarkSketch *sketch, const char *name, int row);
double property_number(MarkSketch *sketch, const char *name, int row,
                       double fallback);

/* Fill, stroke, opacities, dashes of a row's item. */
Paints item_paints(MarkSketch *sketch, int row);
/* A gradient given in fractions of a box, over that box. */
void paint_stretch(Arena *arena, Paint *paint, Rect box);
/* Its fill or stroke as no single row decides it, for legends: the first value
 * of a condition, a value, a property of the mark; *by_field: a field would. */
Paint mark_paint_plain(MarkSketch *sketch, Channel channel, bool takes_color,
                       bool *by_field);
/* The address a row's item leads to, or "". */
Str item_link(MarkSketch *sketch, int row);

/* ---- Places ---- */

/* A point's place on x or y; the plot's middle where nothing says it. NaN where
 * the scale has none. */
double point_place(MarkSketch *sketch, Channel channel, int row);

/* Where a text stands in polar coordinates: theta in radians, or radius. */
double polar_place(MarkSketch *sketch, Channel channel, int row);

typedef struct Span {
  double start, end; /* end: the value's side */
} Span;

/* From a row's zero (or second channel, or stack's start) to its value. */
Span range_span(MarkSketch *sketch, Channel channel, int row);
/* The extent of a bar, rect or tick along x or y: by band, bin or range. */
Span rect_span(MarkSketch *sketch, Channel channel, int row);
/* Whether a mark's second end is given: a channel, a stack or a property. */
bool has_second_end(const MarkSketch *sketch, Channel channel);
/* Offsets of the mark and of the offset channel. */
double place_offset(MarkSketch *sketch, Channel channel, int row, bool centers);

/* ---- Lines ---- */

/* Rows of one line each, in order of first appearance, sorted along it. */
typedef struct PathRows {
  int *rows;
  int count;
} PathRows;
typedef List(PathRows) PathRowsList;
PathRowsList path_groups(MarkSketch *sketch);

/* Keeps the points of a path's rows as a mark of the scene, where one is kept:
 * "line", "area" or "trail". */
void path_record(MarkSketch *sketch, const char *type, const PathRows *path,
                 const Paints *paints);

typedef struct Curve {
  Str interpolate; /* "linear", "monotone", "step-after", ... */
  double tension;
  bool vertical; /* runs along y */
} Curve;
Curve curve_read(MarkSketch *sketch);
/* Adds a curve through the points; `continues` joins it to the path's end. */
void curve_add(Path *path, const Curve *curve, const Point *points, int count,
               bool continues);

/* Adds a symbol of an area in square units: a name or SVG path data. */
void symbol_add(Path *path, Str shape, Point center, double size);

/* Whether a condition of a channel holds for a row. */
bool condition_holds(MarkSketch *sketch, const json_t *condition, int row);

#endif
