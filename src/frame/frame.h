/* A finished picture or page: items to draw, in order. chart/ and page/ make
 * frames; export/ draws them and knows nothing else. The door of frame/, with
 * geometry.h, path.h, paint.h, stamps.h, coordinate.h, structure.h and pages.h.
 */
#ifndef JIKJI_FRAME_FRAME_H
#define JIKJI_FRAME_FRAME_H

#include "frame/paint.h"
#include "frame/path.h"
#include "frame/stamps.h"
#include "frame/structure.h"
#include "text/text.h"

/* A raster or vector picture read from a file. `bytes` are the file's. */
typedef enum ImageKind { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG } ImageKind;
typedef struct Image {
  ImageKind kind;
  Str bytes;
  double width, height; /* natural size in points */
} Image;

typedef struct Frame Frame;

typedef enum FrameItemKind {
  FRAME_GROUP,
  FRAME_PATH,
  FRAME_STAMPS,
  FRAME_GLYPHS,
  FRAME_IMAGE,
  FRAME_LINK,  /* draws nothing: a rectangle that leads somewhere */
  FRAME_ANCHOR /* draws nothing: a place that links lead to */
} FrameItemKind;

struct FrameItem {
  FrameItemKind kind;
  Tag tag;
  union {
    struct {
      Matrix matrix;
      const Path *clip; /* in the group's coordinates, or NULL */
      double opacity;   /* of the group as a whole; 1 is opaque */
      Frame *frame;
      Str name; /* what it is, for dumps and SVG classes: "axis", "mark bar" */
      Str link; /* charts' href: an address, or empty */
    } group;
    struct {
      const Path *path;
      Paint fill;
      const Stroke *stroke; /* NULL: none */
    } path;
    const Stamps *stamps;
    struct {
      const GlyphRun *run;
      Point origin; /* of the first glyph, on the baseline */
      double angle; /* degrees clockwise about the origin */
      Paint paint;
    } glyphs;
    struct {
      const Image *image;
      Rect rect;
      bool smooth;
    } image;
    struct {
      Rect rect;
      Str destination; /* an anchor's name, or empty */
      Str address;     /* a URI, or empty */
      Element
          *element; /* the ELEMENT_LINK or ELEMENT_REFERENCE it belongs to */
      Str contents; /* what a reader is told */
    } link;
    struct {
      Str name;
      Point point;
    } anchor;
  };
};

struct Frame {
  Arena *arena;
  double width, height;
  List(FrameItem) items;
};

Frame *frame_new(Arena *arena, double width, double height);

/* A copy that needs nothing of the frame's arena; elements and faces are shared
 * with it. */
Frame *frame_copy(Arena *arena, const Frame *frame);

/* Each adds one item at the end and returns it, valid until the next is added;
 * its tag is TAG_INHERIT until set. */
FrameItem *frame_add_group(Frame *frame, Frame *inner, Matrix matrix);
FrameItem *frame_add_path(Frame *frame, const Path *path, Paint fill,
                          const Stroke *stroke); /* copied; NULL: none */
FrameItem *frame_add_stamps(Frame *frame, const Stamps *stamps);
FrameItem *frame_add_rect(Frame *frame, Rect rect, Paint fill);
FrameItem *frame_add_line(Frame *frame, Point from, Point to, double width,
                          Color color);
FrameItem *frame_add_glyphs(Frame *frame, const GlyphRun *run, Point origin,
                            Color color);
/* All runs of a shaped label, one after the other on the baseline. */
void frame_add_text(Frame *frame, const ShapedText *text, Point origin,
                    Color color, Tag tag);
FrameItem *frame_add_image(Frame *frame, const Image *image, Rect rect);
FrameItem *frame_add_link(Frame *frame, Rect rect, Str destination, Str address,
                          Element *element);
FrameItem *frame_add_anchor(Frame *frame, Str name, Point point);

/* The sum of a run's advances. */
double glyph_run_width(const GlyphRun *run);

/* Bounds of all that is drawn: the ink of glyphs, strokes with their miters,
 * groups cut at their clips. Empty where nothing is. */
Rect frame_bounds(const Frame *frame);
Rect frame_item_bounds(const FrameItem *item);

/* One item a line, coordinates to 0.01 pt, groups indented:
 *   rect 24,80 12x40 fill #4c78a8      path M0,0 L... stroke #888 1
 *   text 12,30 "전자정부" Noto Sans CJK KR 9 #1a1a1a
 * Neighbouring glyph runs on a baseline with the same face and colour print as
 * one text. */
void frame_dump(const Frame *frame, StrBuf *text);

#endif
