/* Paths of very many segments onto pixels: cairo's time grows with the square
 * of what it is to stroke at once. */
#include "export/draw.h"
#include "export/thin_path.h"

enum { PIECE = 1000 }; /* segments stroked at once */

static FrameItem thin_item(const Drawing *drawing, Arena *scratch,
                           const FrameItem *item) {
  cairo_matrix_t m;
  cairo_get_matrix(drawing->cairo, &m);
  FrameItem thin = *item;
  thin.path.path = path_thin(scratch, item->path.path,
                             (Matrix){m.xx, m.yx, m.xy, m.yy, m.x0, m.y0});
  return thin;
}

static Point segment_end(const PathSegment *segment) {
  return segment->verb == PATH_CURVE ? segment->p[2] : segment->p[0];
}

/* Whether pieces of the stroke look as the whole: nothing but lines that no
 * dash or closing joins. */
static bool can_part(const FrameItem *item) {
  const Stroke *stroke = item->path.stroke;
  if (item->path.fill.kind != PAINT_NONE || !stroke || stroke->dash_count ||
      stroke->paint.kind != PAINT_COLOR)
    return false;
  const Path *path = item->path.path;
  for (int i = 0; i < path->segments.count; i++)
    if (path->segments.items[i].verb == PATH_CLOSE) return false;
  return true;
}

/* Segments from `start` on, after the one before them, so that the joint of the
 * pieces is drawn. */
static void fill_piece(Path *piece, const Path *whole, int start) {
  const PathSegment *segments = whole->segments.items;
  piece->segments.count = 0;
  if (start > 1) {
    Point at = segment_end(&segments[start - 2]);
    path_move(piece, at.x, at.y);
    list_add(piece->arena, &piece->segments, segments[start - 1]);
  } else if (start == 1) {
    list_add(piece->arena, &piece->segments, segments[0]);
  }
  for (int i = start; i < whole->segments.count && i < start + PIECE; i++)
    list_add(piece->arena, &piece->segments, segments[i]);
}

/* As one layer, so that pieces do not shine through each other. */
static void draw_parted(Drawing *drawing, Arena *scratch, FrameItem *item) {
  const Path *whole = item->path.path;
  Path *piece = path_new(scratch);
  Stroke opaque = *item->path.stroke;
  double alpha = opaque.paint.color.alpha;
  opaque.paint.color.alpha = 1;
  item->path.stroke = &opaque;
  item->path.path = piece;
  cairo_push_group(drawing->cairo);
  for (int i = 0; i < whole->segments.count; i += PIECE) {
    fill_piece(piece, whole, i);
    draw_path_item(drawing->cairo, item);
  }
  cairo_pop_group_to_source(drawing->cairo);
  cairo_paint_with_alpha(drawing->cairo, alpha);
}

void draw_path_any(Drawing *drawing, const FrameItem *item) {
  if (item->path.path->segments.count <= PATH_LONG) {
    draw_path_item(drawing->cairo, item);
    return;
  }
  Arena scratch = {0};
  FrameItem thin = thin_item(drawing, &scratch, item);
  if (thin.path.path->segments.count > PATH_LONG && can_part(&thin))
    draw_parted(drawing, &scratch, &thin);
  else
    draw_path_item(drawing->cairo, &thin);
  arena_clear(&scratch);
}
