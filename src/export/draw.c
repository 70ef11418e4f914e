/* A frame in, cairo calls out: groups and the order of things. */
#include "export/draw.h"

#include <assert.h>

enum { DRAW_DEPTH_MAX = 500 };

cairo_matrix_t draw_matrix(Matrix matrix) {
  cairo_matrix_t result;
  if (matrix_is_identity(matrix))
    cairo_matrix_init_identity(&result);
  else
    cairo_matrix_init(&result, matrix.xx, matrix.yx, matrix.xy, matrix.yy,
                      matrix.x0, matrix.y0);
  return result;
}

static bool is_painted(const FrameItem *item) {
  switch (item->kind) {
  case FRAME_PATH:
    return item->path.path->segments.count &&
           (item->path.fill.kind != PAINT_NONE ||
            stroke_is_painted(item->path.stroke));
  case FRAME_STAMPS:
    return item->stamps->list.count > 0;
  case FRAME_GLYPHS:
    return item->glyphs.run->glyph_count > 0 && item->glyphs.run->size > 0 &&
           item->glyphs.paint.kind != PAINT_NONE;
  case FRAME_IMAGE:
    return item->image.rect.width > 0 && item->image.rect.height > 0;
  default:
    return false;
  }
}

static void paint_item(Drawing *drawing, const FrameItem *item) {
  if (!is_painted(item)) return;
  if (item->kind == FRAME_PATH)
    draw_path_any(drawing, item);
  else if (item->kind == FRAME_STAMPS)
    draw_stamps(drawing, item->stamps);
  else if (item->kind == FRAME_GLYPHS)
    draw_glyphs(drawing, item);
  else
    draw_image(drawing, item);
}

static void draw_items(Drawing *drawing, const Frame *frame, int depth);

/* As one layer, so that what overlaps inside does not shine through. */
static void draw_layer(Drawing *drawing, const FrameItem *item, int depth) {
  cairo_push_group(drawing->cairo);
  draw_items(drawing, item->group.frame, depth + 1);
  cairo_pop_group_to_source(drawing->cairo);
  cairo_paint_with_alpha(drawing->cairo, item->group.opacity);
}

static void draw_group(Drawing *drawing, const FrameItem *item, int depth) {
  if (!matrix_is_usable(item->group.matrix) || !(item->group.opacity > 0))
    return;
  cairo_t *cairo = drawing->cairo;
  cairo_save(cairo);
  cairo_matrix_t matrix = draw_matrix(item->group.matrix);
  cairo_transform(cairo, &matrix);
  if (item->group.clip) {
    draw_path(cairo, item->group.clip);
    cairo_clip(cairo);
  }
  if (item->group.opacity < 1)
    draw_layer(drawing, item, depth);
  else
    draw_items(drawing, item->group.frame, depth + 1);
  cairo_restore(cairo);
}

static void draw_items(Drawing *drawing, const Frame *frame, int depth) {
  assert(depth < DRAW_DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    if (item->kind == FRAME_GROUP)
      draw_group(drawing, item, depth);
    else
      paint_item(drawing, item);
  }
}

void draw_frame(Drawing *drawing, const Frame *frame) {
  draw_items(drawing, frame, 0);
}
