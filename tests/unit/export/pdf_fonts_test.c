/* Fonts of the glyphs in use: what a viewer draws is what the face has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "export/pdf/cff.h"
#include "export/pdf/fonts.h"

typedef struct Sample {
  Arena arena;
  const Face *face;
  PdfWriter writer;
  PdfFonts fonts;
  PdfFont *font;
} Sample;

static void open_sample(Sample *sample) {
  memset(sample, 0, sizeof *sample);
  Arena *arena = &sample->arena;
  Diags diags = {.arena = arena};
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  FontSet *set = fonts_open(arena, &options, &diags);
  sample->face = fonts_face(set, 0);
  pdf_open(&sample->writer, arena, arena, 0);
  pdf_fonts_open(&sample->fonts, arena);
  sample->font = pdf_font(&sample->fonts, &sample->writer, sample->face);
}

static uint32_t nominal(const Sample *sample, uint32_t c) {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(sample->font->shapes, c, &glyph);
  return glyph;
}

static int by_cid(const void *a, const void *b) {
  return ((const CffGlyph *)a)->cid - ((const CffGlyph *)b)->cid;
}

static Str write_font(Sample *sample, CffGlyph *glyphs, int count) {
  for (int i = 0; i < count; i++) {
    const GlyphOutline *outline = &sample->font->glyphs.items[i].outline;
    glyphs[i] = (CffGlyph){(int)sample->font->glyphs.items[i].id,
                           outline->width, outline->program};
  }
  qsort(glyphs, (size_t)count, sizeof *glyphs, by_cid);
  CffFont font = {.name = S("AAAAAA+Test"),
                  .glyphs = glyphs,
                  .count = count,
                  .usual_width = 1000,
                  .box = {0, -200, 1000, 900}};
  return cff_write(&sample->arena, &font);
}

static void outlines_and_widths_are_the_faces(void **state) {
  (void)state;
  Sample sample;
  open_sample(&sample);
  static const uint32_t letters[] = {0,      'A',    'g',    '%',   ' ',
                                     0xAC00, 0xD7A3, 0x4E00, 0x3008};
  enum { COUNT = sizeof letters / sizeof *letters };
  for (int i = 0; i < COUNT; i++)
    pdf_font_index(sample.font, letters[i] ? nominal(&sample, letters[i]) : 0);
  CffGlyph glyphs[COUNT];
  Str cff = write_font(&sample, glyphs, COUNT);
  FT_Library library;
  FT_Face face;
  assert_int_equal(FT_Init_FreeType(&library), 0);
  assert_int_equal(
      FT_New_Memory_Face(library, (const FT_Byte *)cff.text, cff.len, 0, &face),
      0);
  assert_int_equal(face->num_glyphs, glyphs[COUNT - 1].cid + 1);
  for (int i = 0; i < COUNT; i++) {
    FT_UInt cid = (FT_UInt)glyphs[i].cid;
    assert_int_equal(FT_Load_Glyph(face, cid, FT_LOAD_NO_SCALE), 0);
    assert_int_equal(face->glyph->metrics.horiAdvance, glyphs[i].width);
    assert_int_equal(lround(1000 * face_glyph_advance(sample.face, cid)),
                     glyphs[i].width);
    FT_BBox box;
    FT_Outline_Get_CBox(&face->glyph->outline, &box);
    GlyphInk ink = face_glyph_ink(sample.face, cid);
    assert_true(fabs((double)box.xMin - 1000 * ink.x_min) < 1);
    assert_true(fabs((double)box.xMax - 1000 * ink.x_max) < 1);
    assert_true(fabs((double)box.yMin - 1000 * ink.y_min) < 1);
    assert_true(fabs((double)box.yMax - 1000 * ink.y_max) < 1);
  }
  FT_Done_Face(face);
  FT_Done_FreeType(library);
  arena_clear(&sample.arena);
}

/* Nothing is lost when the table of glyphs grows. */
static void every_glyph_has_one_place(void **state) {
  (void)state;
  Sample sample;
  open_sample(&sample);
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 1000; i++)
      assert_int_equal(pdf_font_index(sample.font, (uint32_t)(i * 61 % 5000)),
                       i);
  assert_int_equal(sample.font->glyphs.count, 1000);
  arena_clear(&sample.arena);
}

static bool reads(Sample *sample, uint32_t glyph, const char *text) {
  int index = pdf_font_index(sample->font, glyph);
  return pdf_glyph_reads(sample->font, &sample->font->glyphs.items[index],
                         str_from(text));
}

/* The first text is the glyph's; what comes with a letter and has no glyph of
 * its own, a joiner, is no part of it. */
static void a_glyph_is_read_as_one_text(void **state) {
  (void)state;
  Sample sample;
  open_sample(&sample);
  uint32_t letter = nominal(&sample, 0xAC00), other = nominal(&sample, 'A');
  assert_false(reads(&sample, letter, "가\u200B"));
  assert_true(reads(&sample, letter, "가"));
  assert_true(reads(&sample, other, "fi"));
  assert_false(reads(&sample, other, "A"));
  arena_clear(&sample.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(outlines_and_widths_are_the_faces),
      cmocka_unit_test(every_glyph_has_one_place),
      cmocka_unit_test(a_glyph_is_read_as_one_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
