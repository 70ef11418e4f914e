/* The cutting of whole shapes: lines piece by piece, polygons by joining their
 * pieces along the edge (after Greiner & Hormann, 1998, with a closed edge as
 * the clipping polygon). */
#include "chart/geo/clip.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "chart/geo/clip_edge.h"

static const ClipEdge *edge_of(const GeoClip *clip) {
  return clip->radius > 0 ? &circle_edge : &antimeridian_edge;
}

GeoPoint clip_start(const GeoClip *clip) {
  if (clip->radius > 0)
    return geo_point((GeoVector){cos(clip->radius), 0, sin(clip->radius)});
  return (GeoPoint){-G_PI, -G_PI_2};
}

GeoLine geo_clip_outline(Arena *arena, const GeoClip *clip) {
  GeoLine line = {0};
  edge_of(clip)->follow(arena, clip, NULL, NULL, 1, &line);
  return line;
}

/* An end of a piece, on the edge. Ends in the order of the edge alternate
 * between where the polygon is entered and where it is left. */
typedef struct PieceEnd {
  int piece;
  bool is_start;
  double position;
  bool is_used;
} PieceEnd;

static int by_position(const void *a, const void *b) {
  const PieceEnd *left = a, *right = b;
  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return left->is_start - right->is_start;
}

typedef struct Joining {
  Arena *arena;
  const GeoClip *clip;
  GeoLines pieces;
  PieceEnd *ends;
  int end_count;
} Joining;

static void sort_ends(Joining *joining) {
  const ClipEdge *edge = edge_of(joining->clip);
  joining->end_count = 2 * joining->pieces.count;
  joining->ends = arena_array(joining->arena, PieceEnd, joining->end_count);
  for (int i = 0; i < joining->pieces.count; i++) {
    const GeoLine *piece = &joining->pieces.items[i];
    GeoPoint first = piece->points.items[0];
    GeoPoint last = piece->points.items[piece->points.count - 1];
    joining->ends[2 * i] = (PieceEnd){i, true, edge->position(first), false};
    joining->ends[2 * i + 1] =
        (PieceEnd){i, false, edge->position(last), false};
  }
  qsort(joining->ends, (size_t)joining->end_count, sizeof *joining->ends,
        by_position);
}

static int find_end(const Joining *joining, int piece, bool is_start) {
  for (int i = 0; i < joining->end_count; i++)
    if (joining->ends[i].piece == piece &&
        joining->ends[i].is_start == is_start)
      return i;
  return -1;
}

/* From the end of one piece along the edge to the start of the next: rings run
 * clockwise, so the edge is followed in its own direction. */
static int next_start(const Joining *joining, int from) {
  for (int step = 1; step <= joining->end_count; step++) {
    int i = (from + step) % joining->end_count;
    if (joining->ends[i].is_start) return i;
  }
  return from;
}

static void join_ring(Joining *joining, int start, GeoPolygon *polygon) {
  const ClipEdge *edge = edge_of(joining->clip);
  GeoLine *ring = list_new(joining->arena, &polygon->rings);
  int at = start;
  while (!joining->ends[at].is_used) {
    joining->ends[at].is_used = true;
    const GeoLine *piece = &joining->pieces.items[joining->ends[at].piece];
    for (int i = 0; i < piece->points.count; i++)
      list_add(joining->arena, &ring->points, piece->points.items[i]);
    int end = find_end(joining, joining->ends[at].piece, false);
    at = next_start(joining, end);
    GeoPoint from = piece->points.items[piece->points.count - 1];
    GeoPoint to =
        joining->pieces.items[joining->ends[at].piece].points.items[0];
    edge->follow(joining->arena, joining->clip, &from, &to, 1, ring);
  }
}

/* The first and last piece of a cut ring are one when both its ends show. */
static void join_ends(Arena *arena, ClippedLine *cut) {
  int last = cut->pieces.count - 1;
  if (last < 1 || !cut->starts_visible || !cut->ends_visible) return;
  GeoLine *first = &cut->pieces.items[0], *end = &cut->pieces.items[last];
  for (int i = 1; i < first->points.count; i++)
    list_add(arena, &end->points, first->points.items[i]);
  *first = *end;
  cut->pieces.count--;
}

static void clip_ring(Arena *arena, const GeoClip *clip, const GeoLine *ring,
                      GeoPolygon *whole, Joining *joining) {
  GeoLine closed = {0};
  for (int i = 0; i < ring->points.count; i++)
    list_add(arena, &closed.points, ring->points.items[i]);
  list_add(arena, &closed.points, ring->points.items[0]);
  ClippedLine cut = {0};
  edge_of(clip)->cut(arena, clip, &closed, &cut);
  if (!cut.is_cut) {
    if (cut.starts_visible) list_add(arena, &whole->rings, *ring);
    return;
  }
  join_ends(arena, &cut);
  for (int i = 0; i < cut.pieces.count; i++)
    if (cut.pieces.items[i].points.count > 1)
      list_add(arena, &joining->pieces, cut.pieces.items[i]);
}

static void clip_polygon(Arena *arena, const GeoClip *clip,
                         const GeoPolygon *polygon, GeoShape *result) {
  GeoPolygon clipped = {0};
  Joining joining = {.arena = arena, .clip = clip};
  for (int i = 0; i < polygon->rings.count; i++)
    clip_ring(arena, clip, &polygon->rings.items[i], &clipped, &joining);
  if (joining.pieces.count) {
    sort_ends(&joining);
    for (int i = 0; i < joining.end_count; i++)
      if (joining.ends[i].is_start && !joining.ends[i].is_used)
        join_ring(&joining, i, &clipped);
  } else if (geo_polygon_contains(polygon, clip_start(clip))) {
    list_add(arena, &clipped.rings, geo_clip_outline(arena, clip));
  }
  if (clipped.rings.count) list_add(arena, &result->polygons, clipped);
}

static void clip_line(Arena *arena, const GeoClip *clip, const GeoLine *line,
                      GeoShape *result) {
  ClippedLine cut = {0};
  edge_of(clip)->cut(arena, clip, line, &cut);
  for (int i = 0; i < cut.pieces.count; i++)
    list_add(arena, &result->lines, cut.pieces.items[i]);
}

GeoShape geo_clip(Arena *arena, const GeoClip *clip, const GeoShape *shape) {
  GeoShape result = {0};
  const ClipEdge *edge = edge_of(clip);
  for (int i = 0; i < shape->points.count; i++)
    if (edge->is_visible(clip, shape->points.items[i]))
      list_add(arena, &result.points, shape->points.items[i]);
  for (int i = 0; i < shape->lines.count; i++)
    clip_line(arena, clip, &shape->lines.items[i], &result);
  for (int i = 0; i < shape->polygons.count; i++)
    clip_polygon(arena, clip, &shape->polygons.items[i], &result);
  if (shape->is_sphere) {
    GeoPolygon globe = {0};
    list_add(arena, &globe.rings, geo_clip_outline(arena, clip));
    list_add(arena, &result.polygons, globe);
  }
  return result;
}
