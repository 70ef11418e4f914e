/* Outlines that are drawn at many places each: charts of a million points. */
#ifndef JIKJI_FRAME_STAMPS_H
#define JIKJI_FRAME_STAMPS_H

#include "base/list.h"
#include "frame/paint.h"
#include "frame/path.h"

typedef struct FrameItem FrameItem;

/* How stamps look: an outline around the origin and its paints. */
typedef struct StampLook {
  const Path *path;
  Paint fill;
  Stroke stroke; /* PAINT_NONE: no stroke */
} StampLook;

typedef struct Stamp {
  Point at;
  int look; /* index among the looks */
} Stamp;

/* In drawing order: each stamp lies on those before it. */
typedef struct Stamps {
  List(StampLook) looks;
  List(Stamp) list;
} Stamps;

/* A stamp as a path item of its own. The outline is written to `path`, whose
 * former segments are dropped, and lasts until the next call with it. */
FrameItem stamp_item(const Stamps *stamps, int index, Path *path);

/* Bounds of all that is drawn, strokes with their miters. */
Rect stamps_bounds(const Stamps *stamps);

#endif
