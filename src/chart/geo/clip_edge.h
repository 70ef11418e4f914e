/* One way of cutting: a row in the table of clip.c. Private to geo/. */
#ifndef JIKJI_CHART_GEO_CLIP_EDGE_H
#define JIKJI_CHART_GEO_CLIP_EDGE_H

#include "chart/geo/clip.h"

/* What stays of a line: pieces, and whether the first and the last of them
 * begin and end where the line does. */
typedef struct ClippedLine {
  GeoLines pieces;
  bool is_cut; /* the line crossed the edge */
  bool starts_visible, ends_visible;
} ClippedLine;

typedef struct ClipEdge {
  bool (*is_visible)(const GeoClip *clip, GeoPoint point);
  /* Cuts a line; a ring is passed closed, its first point again at the end. */
  void (*cut)(Arena *arena, const GeoClip *clip, const GeoLine *line,
              ClippedLine *result);
  /* Adds points along the edge from one point on it to another, in the
   * direction given (1 or -1); without points, the whole edge. */
  void (*follow)(Arena *arena, const GeoClip *clip, const GeoPoint *from,
                 const GeoPoint *to, int direction, GeoLine *line);
  /* Where a point of the edge lies along it, for sorting. */
  double (*position)(GeoPoint point);
} ClipEdge;

extern const ClipEdge antimeridian_edge, circle_edge;

/* A point of the edge that tells whether the edge lies inside a polygon. */
GeoPoint clip_start(const GeoClip *clip);

#endif
