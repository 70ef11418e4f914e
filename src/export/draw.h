/* Frames onto cairo: the only part of jikji that draws. Private to export/. */
#ifndef JIKJI_EXPORT_DRAW_H
#define JIKJI_EXPORT_DRAW_H

#include <cairo.h>

#include "frame/frame.h"

/* A rectangle of the page that leads somewhere. */
typedef struct PlacedLink {
  Rect rect; /* in the page's points, y down */
  Str destination, address, contents;
  Element *element; /* NULL for the link of a group */
  Tag tag;          /* what the group is part of */
} PlacedLink;

typedef struct PlacedAnchor {
  Str name;
  Point point;
} PlacedAnchor;

/* One mark of a page: what its content is and, for what belongs to a figure or
 * formula, where it stands (in the page's points, y down). */
typedef struct Mark {
  Tag tag;
  Str shown;             /* what it shows; empty: as its glyphs tell */
  const Element *figure; /* NULL: part of none */
  Rect bounds;
} Mark;

/* What drawing a page tells besides its ink. */
typedef struct PageMarks {
  Arena *arena;
  List(Mark) list; /* in the order of cairo's numbers */
  List(PlacedLink) links;
  List(PlacedAnchor) anchors;
} PageMarks;

typedef struct Drawing {
  cairo_t *cairo;
  Arena *scratch;
  bool is_raster;   /* glyphs as outlines: cairo 1.16 would round their places
                       to whole pixels */
  bool is_tagged;   /* each painted thing stands in one flat cairo tag */
  bool in_group;    /* a transparency group: tags inside are credited wrongly */
  Tag tag;          /* of what is painted next */
  Tag open;         /* of the mark that is open; TAG_INHERIT: none */
  PageMarks *marks; /* NULL: links and anchors are not asked for */
} Drawing;

/* Draws all of the frame with its origin at the current one. */
void draw_frame(Drawing *drawing, const Frame *frame);

/* Opens the mark of what is painted next. It shows `shown`, whatever readers
 * make of its glyphs; empty: they tell. False: no mark can say so here. */
bool draw_tell(Drawing *drawing, Str shown);

/* Lower parts, one file each. */
void draw_path(cairo_t *cairo, const Path *path);    /* sets the current path */
void draw_paint(cairo_t *cairo, const Paint *paint); /* sets the source */
void draw_path_item(cairo_t *cairo, const FrameItem *item);
/* The same, for paths that may be long. */
void draw_path_any(Drawing *drawing, const FrameItem *item);
void draw_stamps(Drawing *drawing, const Stamps *stamps);
void draw_glyphs(Drawing *drawing, const FrameItem *item);
void draw_image(Drawing *drawing, const FrameItem *item);

cairo_matrix_t draw_matrix(Matrix matrix);

#endif
