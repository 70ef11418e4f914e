/* Glyph runs onto cairo, with the text that each cluster shows. */
#include "export/draw.h"
#include "export/text_boxes.h"

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

static void show_part(cairo_t *cairo, const TextPart *part) {
  if (part->clusters.count)
    cairo_show_text_glyphs(cairo, part->text.text, part->text.len,
                           part->glyphs.items, part->glyphs.count,
                           part->clusters.items, part->clusters.count, 0);
  else
    cairo_show_glyphs(cairo, part->glyphs.items, part->glyphs.count);
}

static void show(Drawing *drawing, const GlyphRun *run, Point origin) {
  cairo_t *cairo = drawing->cairo;
  if (drawing->is_raster) {
    cairo_new_path(cairo);
    cairo_glyph_path(cairo, place_glyphs(drawing->scratch, run, origin),
                     run->glyph_count);
    cairo_fill(cairo);
    return;
  }
  TextParts parts = text_parts(drawing->scratch, run, origin.x, origin.y);
  for (int i = 0; i < parts.count; i++) {
    TextPart *part = &parts.items[i];
    Str shown = part->is_replaced ? strbuf_str(&part->shown) : (Str){0};
    if (!draw_tell(drawing, shown) && part->is_replaced) text_part_merge(part);
    show_part(cairo, part);
  }
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
