/* Glyph runs in SVG: as <text> that stays text, or as outlines that look the
 * same everywhere. */
#include <hb.h>
#include <math.h>

#include "export/svg.h"
#include "frame/coordinate.h"

static bool has_word(Str family, const char *word) {
  return str_find(family, str_from(word)) >= 0;
}

static const char *generic_family(Str family) {
  static const char *const serifs[] = {"Serif", "Myeongjo", "Batang"};
  if (has_word(family, "Mono")) return "monospace";
  for (size_t i = 0; i < G_N_ELEMENTS(serifs); i++)
    if (has_word(family, serifs[i])) return "serif";
  return "sans-serif";
}

/* The family, its name as a web font ("Noto Sans KR"), the generic one. */
static void add_families(StrBuf *text, Str family) {
  strbuf_add(text, S(" font-family=\"'"));
  svg_add_escaped(text, family);
  strbuf_add(text, S("', "));
  int cjk = str_find(family, S(" CJK "));
  if (cjk >= 0) {
    strbuf_add(text, S("'"));
    svg_add_escaped(text, str_slice(family, 0, cjk));
    svg_add_escaped(text, str_slice(family, cjk + 4, family.len));
    strbuf_add(text, S("', "));
  }
  strbuf_addf(text, "%s\"", generic_family(family));
}

static double stretch_of(const GlyphRun *run) {
  return run->stretch > 0 ? run->stretch : 1;
}

/* From the run's own coordinates, x unstretched, to the frame's. */
static Matrix run_matrix(const FrameItem *item) {
  Matrix stretched = matrix_scale(stretch_of(item->glyphs.run), 1);
  Matrix turned = matrix_multiply(stretched, matrix_rotate(item->glyphs.angle));
  return matrix_multiply(
      turned, matrix_move(item->glyphs.origin.x, item->glyphs.origin.y));
}

static void add_font(StrBuf *text, const GlyphRun *run) {
  const FaceInfo *face = face_info(run->face);
  add_families(text, face->family);
  strbuf_add(text, S(" font-size=\""));
  coordinate_add(text, run->size);
  strbuf_add(text, S("\""));
  if (face->weight && face->weight != 400)
    strbuf_addf(text, " font-weight=\"%d\"", face->weight);
  if (has_word(face->style, "Italic"))
    strbuf_add(text, S(" font-style=\"italic\""));
}

static uint32_t character_at(const GlyphRun *run, int cluster) {
  return str_next(run->text, &cluster);
}

/* A mark as wide as the em by its character, but set at half of that. */
static bool is_cut_mark(const GlyphRun *run, const Glyph *glyph) {
  double advance = (double)glyph->advance / stretch_of(run);
  return advance > 0 && advance < .75 * run->size &&
         g_unichar_iswide(character_at(run, glyph->cluster));
}

/* In runs whose clusters stand in the text's order. */
static bool has_cut_marks(const GlyphRun *run) {
  for (int i = 1; i < run->glyph_count; i++)
    if (run->glyphs[i].cluster < run->glyphs[i - 1].cluster) return false;
  for (int i = 0; i < run->glyph_count; i++)
    if (is_cut_mark(run, &run->glyphs[i])) return true;
  return false;
}

/* Whoever shows the file may set such a mark at its full width: an opening one
 * has its ink in the right half, so it starts that much earlier. */
static double mark_shift(const GlyphRun *run, const Glyph *glyph) {
  uint32_t c = character_at(run, glyph->cluster);
  if (!is_cut_mark(run, glyph) ||
      g_unichar_type(c) != G_UNICODE_OPEN_PUNCTUATION)
    return 0;
  return (double)glyph->advance / stretch_of(run) - run->size;
}

/* The run in pieces with places of their own, so that cut marks leave no gap;
 * some readers of SVG know no list of places. */
static void add_pieces(StrBuf *body, const FrameItem *item) {
  const GlyphRun *run = item->glyphs.run;
  double x = item->glyphs.origin.x;
  bool was_cut = false;
  for (int i = 0; i < run->glyph_count; i++) {
    const Glyph *glyph = &run->glyphs[i];
    int end =
        i + 1 < run->glyph_count ? run->glyphs[i + 1].cluster : run->text.len;
    bool is_cut = is_cut_mark(run, glyph);
    if (i == 0 || is_cut || was_cut) {
      strbuf_add_c(body, i ? "</tspan><tspan x=\"" : "<tspan x=\"");
      coordinate_add(body, x + mark_shift(run, glyph));
      strbuf_add(body, S("\">"));
    }
    svg_add_escaped(body, str_slice(run->text, glyph->cluster, end));
    was_cut = is_cut;
    x += (double)glyph->advance;
  }
  strbuf_add(body, S("</tspan>"));
}

static bool is_set_in_pieces(const FrameItem *item) {
  const GlyphRun *run = item->glyphs.run;
  return item->glyphs.angle == 0 && stretch_of(run) == 1 && has_cut_marks(run);
}

static void add_place(SvgFile *file, const FrameItem *item) {
  StrBuf *body = &file->body;
  if (item->glyphs.angle == 0 && stretch_of(item->glyphs.run) == 1) {
    strbuf_add(body, S(" x=\""));
    coordinate_add(body, item->glyphs.origin.x);
    strbuf_add(body, S("\" y=\""));
    coordinate_add(body, item->glyphs.origin.y);
    strbuf_add(body, S("\""));
  } else {
    svg_add_matrix(file, run_matrix(item));
  }
}

/* The width that the run has here holds wherever it is shown, even with
 * another face. */
static void add_text(SvgFile *file, const FrameItem *item, int gradient) {
  const GlyphRun *run = item->glyphs.run;
  StrBuf *body = &file->body;
  strbuf_add(body, S("<text xml:space=\"preserve\""));
  add_place(file, item);
  add_font(body, run);
  svg_add_paint(file, "fill", &item->glyphs.paint, gradient);
  if (str_length(run->text) > 1 && !is_set_in_pieces(item)) {
    strbuf_add(body, S(" textLength=\""));
    coordinate_add(body, glyph_run_width(run) / stretch_of(run));
    strbuf_add(body, S("\""));
  }
  strbuf_add(body, S(">"));
  if (is_set_in_pieces(item))
    add_pieces(body, item);
  else
    svg_add_escaped(body, run->text);
  strbuf_add(body, S("</text>\n"));
}

static void draw_move(hb_draw_funcs_t *funcs, void *text,
                      hb_draw_state_t *state, float x, float y, void *user) {
  (void)funcs, (void)state, (void)user;
  strbuf_addf(text, "M%ld %ld", lroundf(x), lroundf(y));
}

static void draw_line(hb_draw_funcs_t *funcs, void *text,
                      hb_draw_state_t *state, float x, float y, void *user) {
  (void)funcs, (void)state, (void)user;
  strbuf_addf(text, "L%ld %ld", lroundf(x), lroundf(y));
}

static void draw_quadratic(hb_draw_funcs_t *funcs, void *text,
                           hb_draw_state_t *state, float x1, float y1, float x,
                           float y, void *user) {
  (void)funcs, (void)state, (void)user;
  strbuf_addf(text, "Q%ld %ld %ld %ld", lroundf(x1), lroundf(y1), lroundf(x),
              lroundf(y));
}

static void draw_cubic(hb_draw_funcs_t *funcs, void *text,
                       hb_draw_state_t *state, float x1, float y1, float x2,
                       float y2, float x, float y, void *user) {
  (void)funcs, (void)state, (void)user;
  strbuf_addf(text, "C%ld %ld %ld %ld %ld %ld", lroundf(x1), lroundf(y1),
              lroundf(x2), lroundf(y2), lroundf(x), lroundf(y));
}

static void draw_close(hb_draw_funcs_t *funcs, void *text,
                       hb_draw_state_t *state, void *user) {
  (void)funcs, (void)state, (void)user;
  strbuf_add(text, S("Z"));
}

/* A glyph's outline in font units, y up. */
static void add_outline(StrBuf *text, const Face *face, uint32_t glyph) {
  hb_draw_funcs_t *funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
  hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func(funcs, draw_quadratic, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func(funcs, draw_cubic, NULL, NULL);
  hb_draw_funcs_set_close_path_func(funcs, draw_close, NULL, NULL);
  hb_font_t *font = hb_font_create(face_harfbuzz(face));
  hb_font_get_glyph_shape(font, glyph, funcs, text);
  hb_font_destroy(font);
  hb_draw_funcs_destroy(funcs);
}

/* The number of the glyph's shape, which is written when first asked for; 0
 * for a glyph without ink. */
static int glyph_shape(SvgFile *file, const Face *face, uint32_t glyph) {
  Str key = str_format(file->scratch, "%p %u", (const void *)face, glyph);
  gpointer known;
  if (g_hash_table_lookup_extended(file->glyphs, key.text, NULL, &known))
    return GPOINTER_TO_INT(known);
  StrBuf outline = {.arena = file->scratch};
  add_outline(&outline, face, glyph);
  int number = 0;
  if (outline.len) {
    number = ++file->ids;
    strbuf_addf(&file->shapes, "<path id=\"g%d\" d=\"%.*s\"/>\n", number,
                STR(strbuf_str(&outline)));
  }
  g_hash_table_insert(file->glyphs, (gpointer)key.text,
                      GINT_TO_POINTER(number));
  return number;
}

static void add_outlines(SvgFile *file, const FrameItem *item, int gradient) {
  const GlyphRun *run = item->glyphs.run;
  StrBuf *body = &file->body;
  double scale = run->size / face_info(run->face)->units_per_em;
  strbuf_add(body, S("<g class=\"text\" role=\"img\" aria-label=\""));
  svg_add_escaped(body, run->text);
  strbuf_add(body, S("\""));
  svg_add_paint(file, "fill", &item->glyphs.paint, gradient);
  svg_add_matrix(
      file, matrix_multiply(matrix_scale(scale, -scale), run_matrix(item)));
  strbuf_add(body, S(">\n"));
  double pen = 0, unit = scale * stretch_of(run);
  for (int i = 0; i < run->glyph_count; i++) {
    const Glyph *glyph = &run->glyphs[i];
    int shape = glyph_shape(file, run->face, glyph->id);
    if (shape) {
      strbuf_addf(body, "<use xlink:href=\"#g%d\" x=\"", shape);
      coordinate_add(body, (pen + (double)glyph->x_offset) / unit);
      strbuf_add(body, S("\" y=\""));
      coordinate_add(body, (double)glyph->y_offset / scale);
      strbuf_add(body, S("\"/>\n"));
    }
    pen += (double)glyph->advance;
  }
  strbuf_add(body, S("</g>\n"));
}

/* A gradient is in the frame's coordinates, which a turned or scaled element
 * would not keep; its first colour stands in. */
static Paint plain_paint(const Paint *paint) {
  if (!paint->gradient || !paint->gradient->stop_count) return *paint;
  return paint_color(paint->gradient->stops[0].color);
}

void svg_add_glyphs(SvgFile *file, const FrameItem *item) {
  const GlyphRun *run = item->glyphs.run;
  if (!run->glyph_count || item->glyphs.paint.kind == PAINT_NONE ||
      !(run->size > 0))
    return;
  FrameItem plain = *item;
  plain.glyphs.paint = plain_paint(&item->glyphs.paint);
  if (file->options->text_as_outlines)
    add_outlines(file, &plain, 0);
  else
    add_text(file, &plain, 0);
}
