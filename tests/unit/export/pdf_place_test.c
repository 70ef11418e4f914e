/* Where a reader of a PDF finds each glyph: content is read as ISO 32000-1, 9.4
 * says, and compared with the frame. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "export/export.h"
#include "pdf_text.h"

typedef struct GlyphPlace {
  double x, y;
} GlyphPlace;

/* A reader of text operators: enough for one font at a time. */
typedef struct Reader {
  const Face *face;
  Matrix line; /* to the page */
  double pen;  /* along it */
  double size, stretch, spacing;
  List(double) numbers;
  List(GlyphPlace) glyphs;
  Arena *arena;
  double height;
} Reader;

typedef struct Sample {
  Arena arena;
  Diags diags;
  FontSet *fonts;
  Frame *frame;
} Sample;

static int open_sample(void **state) {
  Sample *sample = calloc(1, sizeof *sample);
  sample->diags.arena = &sample->arena;
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  sample->fonts = fonts_open(&sample->arena, &options, &sample->diags);
  sample->frame = frame_new(&sample->arena, 600, 800);
  *state = sample;
  return sample->fonts ? 0 : -1;
}

static int close_sample(void **state) {
  Sample *sample = *state;
  arena_clear(&sample->arena);
  free(sample);
  return 0;
}

/* ---- Reading ---- */

static void show_code(Reader *reader, unsigned code) {
  Point at = matrix_apply(reader->line, (Point){reader->pen, 0});
  GlyphPlace place = {at.x, reader->height - at.y};
  list_add(reader->arena, &reader->glyphs, place);
  double width = face_glyph_advance(reader->face, code) * reader->size;
  reader->pen += (width + reader->spacing) * reader->stretch;
}

static void show_string(Reader *reader, Str string) {
  int high = -1;
  for (int i = 1; i + 1 < string.len; i++) {
    char c = string.text[i];
    if (c == '\\') c = string.text[++i] == 'r' ? '\r' : string.text[i];
    if (high < 0) {
      high = (unsigned char)c;
      continue;
    }
    show_code(reader, (unsigned)high << 8 | (unsigned char)c);
    high = -1;
  }
}

static void show_array(Reader *reader, Str array) {
  int at = 0;
  for (PdfToken token; (token = pdf_token_next(array, &at)).kind != PDF_END;) {
    if (token.kind == PDF_STRING) show_string(reader, token.text);
    if (token.kind == PDF_NUMBER)
      reader->pen -=
          strtod(token.text.text, NULL) / 1000 * reader->size * reader->stretch;
  }
}

static double operand(const Reader *reader, int from_last) {
  int index = reader->numbers.count - 1 - from_last;
  return index >= 0 ? reader->numbers.items[index] : 0;
}

static void begin_line(Reader *reader, Matrix move) {
  reader->line = matrix_multiply(move, reader->line);
  reader->pen = 0;
}

static void run_operator(Reader *reader, Str name) {
  if (str_is(name, "BT")) reader->line = matrix_scale(1, 1);
  if (str_is(name, "Tf")) reader->size = operand(reader, 0);
  if (str_is(name, "Tz")) reader->stretch = operand(reader, 0) / 100;
  if (str_is(name, "Tc")) reader->spacing = operand(reader, 0);
  if (str_is(name, "Td"))
    begin_line(reader, matrix_move(operand(reader, 1), operand(reader, 0)));
  if (str_is(name, "Tm")) {
    reader->line = matrix_scale(1, 1);
    begin_line(reader, (Matrix){operand(reader, 5), operand(reader, 4),
                                operand(reader, 3), operand(reader, 2),
                                operand(reader, 1), operand(reader, 0)});
  }
}

static void read_content(Reader *reader, Str content) {
  int at = 0;
  for (Str value; (value = pdf_value_next(content, &at)).len;) {
    int inside = 0;
    PdfToken token = pdf_token_next(value, &inside);
    if (token.kind == PDF_OPEN_ARRAY) show_array(reader, value);
    if (token.kind == PDF_NUMBER)
      list_add(reader->arena, &reader->numbers, strtod(value.text, NULL));
    if (token.kind != PDF_WORD) continue;
    run_operator(reader, value);
    reader->numbers.count = 0;
  }
}

/* The first stream of the file is the content of its only page. */
static Str page_content(Sample *sample, Frame *frame) {
  Pages *pages = pages_new(&sample->arena);
  list_add(&sample->arena, &pages->list, ((Page){.frame = frame}));
  Str file;
  PdfOptions options = {.plain = true};
  assert_true(
      export_pdf(&sample->arena, pages, &options, &sample->diags, &file));
  int at = pdf_first_object(file);
  PdfPart part;
  assert_true(pdf_part_next(&sample->arena, file, &at, &part));
  return part.bytes;
}

/* ---- What the frame has ---- */

static GlyphRun *long_run(Sample *sample, double size, double stretch,
                          double tracking) {
  TextStyle style = {.family = S("Noto Sans CJK KR"),
                     .size = size,
                     .stretch = stretch,
                     .tracking = tracking};
  StrBuf words = {.arena = &sample->arena};
  for (int i = 0; i < 20; i++)
    strbuf_add(&words, S("Open data 2018, (e-Gov) "));
  ShapedText *text =
      text_shape_label(sample->fonts, &sample->arena, strbuf_str(&words),
                       &style, (Place){0}, &sample->diags);
  assert_true(text->run_count == 1 && text->runs[0].glyph_count >= 200);
  return &text->runs[0];
}

static void expect_places(Sample *sample, const GlyphRun *run, Frame *frame,
                          Matrix to_page) {
  Reader reader = {.face = run->face,
                   .stretch = 1,
                   .arena = &sample->arena,
                   .height = frame->height};
  read_content(&reader, page_content(sample, frame));
  assert_int_equal(reader.glyphs.count, run->glyph_count);
  double pen = 0;
  for (int i = 0; i < run->glyph_count; i++) {
    Point at = matrix_apply(to_page, (Point){pen, 0});
    GlyphPlace found = reader.glyphs.items[i];
    if (hypot(found.x - at.x, found.y - at.y) > .01)
      fail_msg("glyph %d at %f %f, not %f %f", i, found.x, found.y, at.x, at.y);
    pen += (double)run->glyphs[i].advance;
  }
}

static void expect_run_at(Sample *sample, const GlyphRun *run, Point origin,
                          double angle) {
  Frame *frame = frame_new(&sample->arena, 600, 800);
  frame_add_glyphs(frame, run, origin, color_rgb(0))->glyphs.angle = angle;
  expect_places(
      sample, run, frame,
      matrix_multiply(matrix_rotate(angle), matrix_move(origin.x, origin.y)));
}

static void nothing_adds_up_along_a_line(void **state) {
  Sample *sample = *state;
  static const double sizes[] = {5.85, 9.3, 10.5, 24, 61};
  for (int i = 0; i < 5; i++)
    expect_run_at(sample, long_run(sample, sizes[i], 0, 0),
                  (Point){20.123, 70.777}, 0);
}

static void letter_spaced_text(void **state) {
  Sample *sample = *state;
  expect_run_at(sample, long_run(sample, 10.5, 0, .01374), (Point){20, 70}, 0);
  expect_run_at(sample, long_run(sample, 9, 0, -.0231), (Point){20, 70}, 0);
}

static void stretched_text(void **state) {
  Sample *sample = *state;
  expect_run_at(sample, long_run(sample, 10.5, .873, 0), (Point){20, 70}, 0);
  expect_run_at(sample, long_run(sample, 10.5, 1.2, .03), (Point){20, 70}, 0);
}

/* As in justified lines: word spaces alike, but none is the font's. */
static void spaced_out_words(void **state) {
  Sample *sample = *state;
  GlyphRun *run = long_run(sample, 10.5, 0, 0);
  for (int i = 0; i < run->glyph_count; i++)
    if (run->text.text[run->glyphs[i].cluster] == ' ')
      run->glyphs[i].advance += 1.2345f;
  expect_run_at(sample, run, (Point){20, 70}, 0);
}

static void turned_text(void **state) {
  Sample *sample = *state;
  static const double angles[] = {-90, 90, 45, 30.5, 180};
  for (int i = 0; i < 5; i++)
    expect_run_at(sample, long_run(sample, 10.5, 0, 0), (Point){300, 400},
                  angles[i]);
}

static void text_in_scaled_groups(void **state) {
  Sample *sample = *state;
  const GlyphRun *run = long_run(sample, 7, .9, 0);
  static const Matrix groups[] = {
      {1.7, 0, 0, 1.7, 3, 5}, {-1, 0, 0, 1, 500, 5}, {1, .3, .5, 1.5, 30, 50}};
  for (int i = 0; i < 3; i++) {
    Frame *inner = frame_new(&sample->arena, 600, 800);
    Frame *frame = frame_new(&sample->arena, 600, 800);
    frame_add_glyphs(inner, run, (Point){20, 70}, color_rgb(0));
    frame_add_group(frame, inner, groups[i]);
    expect_places(sample, run, frame,
                  matrix_multiply(matrix_move(20, 70), groups[i]));
  }
}

/* Labels that begin at one place have one place in the file, whatever stands
 * before them. */
static void columns_of_labels_stay_straight(void **state) {
  Sample *sample = *state;
  Frame *frame = frame_new(&sample->arena, 600, 800);
  const GlyphRun *run = long_run(sample, 8.5, 0, 0);
  GlyphRun label = *run;
  label.glyph_count = 3;
  for (int i = 0; i < 4; i++) {
    frame_add_glyphs(frame, &label, (Point){20.1 + i * 3.3, 70 + i * 12},
                     color_rgb(0));
    frame_add_glyphs(frame, &label, (Point){385, 70 + i * 12}, color_rgb(0));
  }
  Reader reader = {.face = run->face,
                   .stretch = 1,
                   .arena = &sample->arena,
                   .height = frame->height};
  read_content(&reader, page_content(sample, frame));
  assert_int_equal(reader.glyphs.count, 24);
  for (int i = 0; i < 4; i++)
    assert_true(fabs(reader.glyphs.items[i * 6 + 3].x - 385) < 1e-9);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_adds_up_along_a_line),
      cmocka_unit_test(letter_spaced_text),
      cmocka_unit_test(stretched_text),
      cmocka_unit_test(spaced_out_words),
      cmocka_unit_test(turned_text),
      cmocka_unit_test(text_in_scaled_groups),
      cmocka_unit_test(columns_of_labels_stay_straight),
  };
  return cmocka_run_group_tests(tests, open_sample, close_sample);
}
