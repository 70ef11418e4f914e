/* What a frame covers: the ink of its items, strokes and clips included. */
#include <math.h>

#include "frame/frame.h"

static bool is_painted(const Paint *paint) {
  return paint->kind != PAINT_NONE;
}

static Point direction(Point from, Point to) {
  double length = hypot(to.x - from.x, to.y - from.y);
  if (length < 1e-12) return (Point){0, 0};
  return (Point){(to.x - from.x) / length, (to.y - from.y) / length};
}

/* Adds the tip of a miter between two directions, where it is drawn. */
static Rect with_miter(Rect bounds, Point at, Point in, Point out,
                       const Stroke *stroke) {
  double x = in.x - out.x, y = in.y - out.y; /* points to the tip */
  double length = hypot(x, y);
  double cosine = -(in.x * out.x + in.y * out.y);
  double half_sine = sqrt(fmax(0, (1 - cosine) / 2)); /* of half the angle */
  double limit = stroke->miter_limit > 0 ? stroke->miter_limit : 4;
  if (length < 1e-9 || half_sine * limit < 1) return bounds;
  double reach = stroke->width / 2 / half_sine;
  return rect_with_point(
      bounds, (Point){at.x + x / length * reach, at.y + y / length * reach});
}

typedef struct Corners {
  Rect bounds;
  const Stroke *stroke;
  Point at, in, start, first_out;
  bool has_direction; /* `in` and `first_out` are known */
} Corners;

static void turn(Corners *corners, Point out) {
  if (out.x == 0 && out.y == 0) return;
  if (corners->has_direction)
    corners->bounds = with_miter(corners->bounds, corners->at, corners->in, out,
                                 corners->stroke);
  else
    corners->first_out = out;
  corners->has_direction = true;
}

static void advance(Corners *corners, Point to, Point in) {
  corners->at = to;
  if (in.x != 0 || in.y != 0) corners->in = in;
}

static void pass_segment(Corners *corners, const PathSegment *segment) {
  const Point *p = segment->p;
  Point way;
  switch (segment->verb) {
  case PATH_MOVE:
    corners->at = corners->start = p[0];
    corners->has_direction = false;
    break;
  case PATH_LINE:
    way = direction(corners->at, p[0]);
    turn(corners, way);
    advance(corners, p[0], way);
    break;
  case PATH_CURVE:
    turn(corners, direction(corners->at, p[0]));
    advance(corners, p[2], direction(p[1], p[2]));
    break;
  case PATH_CLOSE:
    way = direction(corners->at, corners->start);
    turn(corners, way);
    advance(corners, corners->start, way);
    if (corners->has_direction) turn(corners, corners->first_out);
    corners->has_direction = false;
    break;
  }
}

static Rect stroke_bounds(const Path *path, const Stroke *stroke) {
  bool is_square = stroke->cap == CAP_SQUARE;
  double reach = stroke->width / 2 * (is_square ? sqrt(2) : 1);
  Rect bounds = rect_grown(path_bounds(path), reach);
  if (stroke->join != JOIN_MITER) return bounds;
  Corners corners = {.bounds = bounds, .stroke = stroke};
  for (int i = 0; i < path->segments.count; i++)
    pass_segment(&corners, &path->segments.items[i]);
  return corners.bounds;
}

static Rect run_bounds(const GlyphRun *run) {
  double pen = 0, stretch = run->stretch > 0 ? run->stretch : 1;
  Rect bounds = rect_empty();
  for (int i = 0; i < run->glyph_count; i++) {
    const Glyph *glyph = &run->glyphs[i];
    GlyphInk ink = face_glyph_ink(run->face, glyph->id);
    if (ink.x_max > ink.x_min && ink.y_max > ink.y_min) {
      double wide = run->size * stretch;
      Rect box = {pen + (double)glyph->x_offset + ink.x_min * wide,
                  -(double)glyph->y_offset - ink.y_max * run->size,
                  (ink.x_max - ink.x_min) * wide,
                  (ink.y_max - ink.y_min) * run->size};
      bounds = rect_union(bounds, box);
    }
    pen += (double)glyph->advance;
  }
  return bounds;
}

static Rect glyphs_bounds(const FrameItem *item) {
  Point origin = item->glyphs.origin;
  Matrix matrix = matrix_multiply(matrix_rotate(item->glyphs.angle),
                                  matrix_move(origin.x, origin.y));
  return rect_transformed(run_bounds(item->glyphs.run), matrix);
}

static Rect path_item_bounds(const FrameItem *item) {
  const Path *path = item->path.path;
  if (stroke_is_painted(item->path.stroke))
    return stroke_bounds(path, item->path.stroke);
  return is_painted(&item->path.fill) ? path_bounds(path) : rect_empty();
}

static Rect group_bounds(const FrameItem *item) {
  Rect bounds = frame_bounds(item->group.frame);
  if (item->group.clip)
    bounds = rect_common(bounds, path_bounds(item->group.clip));
  return rect_transformed(bounds, item->group.matrix);
}

Rect frame_item_bounds(const FrameItem *item) {
  switch (item->kind) {
  case FRAME_GROUP:
    return group_bounds(item);
  case FRAME_PATH:
    return path_item_bounds(item);
  case FRAME_STAMPS:
    return stamps_bounds(item->stamps);
  case FRAME_GLYPHS:
    return glyphs_bounds(item);
  case FRAME_IMAGE:
    return item->image.rect;
  case FRAME_LINK:
  case FRAME_ANCHOR:
    break;
  }
  return rect_empty();
}

Rect frame_bounds(const Frame *frame) {
  Rect bounds = rect_empty();
  for (int i = 0; i < frame->items.count; i++)
    bounds = rect_union(bounds, frame_item_bounds(&frame->items.items[i]));
  return bounds;
}
