/* Pictures from files onto cairo. */
#include <assert.h>
#include <string.h>

#include "export/draw.h"
#include "export/picture.h"
#include "export/svg_library.h"

static void fit(cairo_t *cairo, Rect rect, double width, double height) {
  cairo_translate(cairo, rect.x, rect.y);
  cairo_scale(cairo, rect.width / width, rect.height / height);
}

/* The edge's pixels go on outwards, so that scaling leaves no seam. */
static void paint_surface(cairo_t *cairo, cairo_surface_t *surface,
                          bool smooth) {
  cairo_set_source_surface(cairo, surface, 0, 0);
  cairo_pattern_t *pattern = cairo_get_source(cairo);
  cairo_pattern_set_filter(pattern,
                           smooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
  cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
  cairo_rectangle(cairo, 0, 0, cairo_image_surface_get_width(surface),
                  cairo_image_surface_get_height(surface));
  cairo_fill(cairo);
}

static void draw_svg(cairo_t *cairo, const FrameItem *item) {
  const Image *image = item->image.image;
  const SvgLibrary *svg = svg_library();
  assert(svg); /* the picture's size came from it */
  Arena scratch = {0};
  Str text = picture_svg_without_links(&scratch, image->bytes);
  RsvgHandle *handle = svg->handle_new_from_data((const guint8 *)text.text,
                                                 (gsize)text.len, NULL);
  if (handle) {
    RsvgRectangle viewport = {item->image.rect.x, item->image.rect.y,
                              item->image.rect.width, item->image.rect.height};
    svg->handle_render_document(handle, cairo, &viewport, NULL);
    svg->object_unref(handle);
  }
  arena_clear(&scratch);
}

void draw_image(Drawing *drawing, const FrameItem *item) {
  cairo_t *cairo = drawing->cairo;
  const Image *image = item->image.image;
  cairo_save(cairo);
  if (image->kind == IMAGE_SVG) {
    draw_svg(cairo, item);
    cairo_restore(cairo);
    return;
  }
  Picture picture = picture_open(image);
  if (picture.surface) {
    fit(cairo, item->image.rect, picture.width, picture.height);
    cairo_matrix_t turn = draw_matrix(picture.turn);
    cairo_transform(cairo, &turn);
    paint_surface(cairo, picture.surface, item->image.smooth);
    cairo_surface_destroy(picture.surface);
  }
  cairo_restore(cairo);
}
