/* Glyph runs onto cairo, with the text that each cluster shows. */
#include <glib.h>

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

typedef List(cairo_text_cluster_t) ClusterList;

/* Glyphs with the same cluster belong together; a cluster's text runs to where
 * the next one begins. Empty for text that runs backward. */
static ClusterList find_clusters(Arena *scratch, const GlyphRun *run) {
  ClusterList clusters = {0};
  int start = 0; /* byte where the cluster begins; the first takes the rest */
  for (int i = 0; i < run->glyph_count;) {
    int first = i, at = run->glyphs[i].cluster;
    while (i < run->glyph_count && run->glyphs[i].cluster == at)
      i++;
    int end = i < run->glyph_count ? run->glyphs[i].cluster : run->text.len;
    if (end <= start || end > run->text.len) return (ClusterList){0};
    cairo_text_cluster_t cluster = {end - start, i - first};
    list_add(scratch, &clusters, cluster);
    start = end;
  }
  return clusters;
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
  cairo_glyph_t *glyphs = place_glyphs(drawing->scratch, run, origin);
  if (drawing->is_raster) {
    cairo_new_path(cairo);
    cairo_glyph_path(cairo, glyphs, run->glyph_count);
    cairo_fill(cairo);
    return;
  }
  ClusterList clusters = find_clusters(drawing->scratch, run);
  if (clusters.count && g_utf8_validate(run->text.text, run->text.len, NULL))
    cairo_show_text_glyphs(cairo, run->text.text, run->text.len, glyphs,
                           run->glyph_count, clusters.items, clusters.count, 0);
  else
    cairo_show_glyphs(cairo, glyphs, run->glyph_count);
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
