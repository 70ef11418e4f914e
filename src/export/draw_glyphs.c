/* Glyph runs onto cairo, as outlines: cairo 1.16 would round the places of its
 * glyphs to whole pixels. */
#include "export/draw.h"

static cairo_glyph_t *place_glyphs(Arena *scratch, const GlyphRun *run,
                                   Point origin) {
  cairo_glyph_t *glyphs = arena_array(scratch, cairo_glyph_t, run->glyph_count);
  double pen = origin.x;
  for (int i = 0; i < run->glyph_count; i++) {
    const Glyph *glyph = &run->glyphs[i];
    glyphs[i] = (cairo_glyph_t){.index = glyph->id,
                                .x = pen + (double)glyph->x_offset,
                                .y = origin.y - (double)glyph->y_offset};
    pen += (double)glyph->advance;
  }
  return glyphs;
}

static void set_font(cairo_t *cairo, const GlyphRun *run) {
  double stretch = run->stretch > 0 ? run->stretch : 1;
  cairo_set_font_face(cairo, face_cairo(run->face));
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, run->size * stretch, run->size);
  cairo_set_font_matrix(cairo, &matrix);
}

static void show(Drawing *drawing, const GlyphRun *run, Point origin) {
  cairo_t *cairo = drawing->cairo;
  cairo_new_path(cairo);
  cairo_glyph_path(cairo, place_glyphs(drawing->scratch, run, origin),
                   run->glyph_count);
  cairo_fill(cairo);
}

void draw_glyphs(Drawing *drawing, const FrameItem *item) {
  const GlyphRun *run = item->glyphs.run;
  Point origin = item->glyphs.origin;
  cairo_t *cairo = drawing->cairo;
  set_font(cairo, run);
  draw_paint(cairo, &item->glyphs.paint);
  if (item->glyphs.angle == 0) {
    show(drawing, run, origin);
    return;
  }
  cairo_save(cairo);
  cairo_translate(cairo, origin.x, origin.y);
  cairo_matrix_t turn = draw_matrix(matrix_rotate(item->glyphs.angle));
  cairo_transform(cairo, &turn);
  show(drawing, run, (Point){0, 0});
  cairo_restore(cairo);
}
