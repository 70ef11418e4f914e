/* Glyph runs onto cairo, with the text that each cluster shows. */
#include <glib.h>
#include <string.h>

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

/* A no-break space has the glyph of a space. A PDF font knows one text for each
 * glyph, and readers search for spaces: so both are written as a space. */
static Str plain_spaces(Arena *scratch, Str text, const TextClusters *marked) {
  static const char unbroken[] = "\u00A0";
  char *plain = arena_array(scratch, char, text.len + 1);
  int length = 0, at = 0;
  for (int i = 0; i < marked->clusters.count; i++) {
    cairo_text_cluster_t *cluster = &marked->clusters.items[i];
    int end = at + cluster->num_bytes, before = length;
    while (at < end) {
      bool is_space = end - at >= 2 && !memcmp(text.text + at, unbroken, 2);
      plain[length++] = is_space ? ' ' : text.text[at];
      at += is_space ? 2 : 1;
    }
    cluster->num_bytes = length - before;
  }
  return (Str){plain, length};
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
  TextClusters text = text_clusters(drawing->scratch, run, origin.x, origin.y);
  if (text.clusters.count &&
      g_utf8_validate(run->text.text, run->text.len, NULL)) {
    Str plain = plain_spaces(drawing->scratch, run->text, &text);
    cairo_show_text_glyphs(cairo, plain.text, plain.len, text.glyphs.items,
                           text.glyphs.count, text.clusters.items,
                           text.clusters.count, 0);
  } else
    cairo_show_glyphs(cairo, text.glyphs.items, text.glyphs.count);
}

void draw_glyphs(Drawing *drawing, const FrameItem *item) {
  const GlyphRun *run = item->glyphs.run;
  Point origin = item->glyphs.origin;
  if (!(run->size > 0)) return;
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
