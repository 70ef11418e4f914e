/* What readers of a PDF take for words: boxes of cut brackets, thin gaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "export/pdf/text_boxes.h"

typedef struct Sample {
  Arena arena;
  PdfFonts fonts;
  TextBoxes boxes;
  int next; /* part to be looked at */
} Sample;

/* Boxes of a text, `gap` em added after its first glyph. */
static void set(Sample *sample, const char *words, double gap) {
  Arena *arena = &sample->arena;
  Diags diags = {.arena = arena};
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  FontSet *fonts = fonts_open(arena, &options, &diags);
  TextStyle style = {.size = 10};
  ShapedText *shaped = text_shape_label(fonts, arena, str_from(words), &style,
                                        (Place){0}, &diags);
  assert_int_equal(shaped->run_count, 1);
  GlyphRun *run = &shaped->runs[0];
  run->glyphs[0].advance += (float)(gap * style.size);
  PdfWriter writer;
  pdf_open(&writer, arena, arena, 0);
  pdf_fonts_open(&sample->fonts, arena);
  sample->boxes = (TextBoxes){.arena = arena};
  text_boxes_find(&sample->boxes, pdf_font(&sample->fonts, &writer, run->face),
                  run);
}

/* The next part and what its boxes are read as. */
static const TextPart *expect(Sample *sample, const char *text,
                              bool is_replaced) {
  assert_true(sample->next < sample->boxes.parts.count);
  const TextPart *part = &sample->boxes.parts.items[sample->next++];
  assert_int_equal(part->is_replaced, is_replaced);
  StrBuf read = {.arena = &sample->arena};
  for (int i = part->first; i < part->end; i++)
    strbuf_add(&read,
               text_box_plain(&sample->arena, &sample->boxes.boxes.items[i]));
  assert_string_equal(str_c(&sample->arena, strbuf_str(&read)), text);
  return part;
}

static void plain_letters_stand_alone(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가나\u00A0다", 0);
  expect(&sample, "가나 다", false);
  assert_int_equal(sample.boxes.boxes.count, 4);
  assert_int_equal(sample.boxes.parts.count, 1);
  arena_clear(&sample.arena);
}

/* Beside a space a blank glyph ends the box of a cut bracket. */
static void brackets_beside_spaces(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가 〈나〉 다", 0);
  assert_int_equal(sample.boxes.parts.count, 5);
  expect(&sample, "가 ", false);
  const TextPart *open = expect(&sample, "〈", true);
  assert_true(open->begins_blank && !open->ends_blank);
  expect(&sample, "나", false);
  const TextPart *close = expect(&sample, "〉", true);
  assert_true(close->ends_blank && !close->begins_blank);
  expect(&sample, " 다", false);
  arena_clear(&sample.arena);
}

/* Who overlooks the replaced text gets no second space for the blank. */
static void the_blank_is_no_space(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "〈나〉", 0);
  const PdfFont *font = sample.fonts.list.items[0];
  assert_string_equal(str_c(&sample.arena, font->blank_text), "\u200B");
  assert_int_equal(font->blank_width, 1000);
  assert_true(sample.boxes.blank_width > 9.99);
  arena_clear(&sample.arena);
}

/* Inside a word no blank stands: the bracket is one with its neighbour. */
static void brackets_in_words(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가「나」다", 0);
  assert_int_equal(sample.boxes.parts.count, 3);
  expect(&sample, "가「", true);
  expect(&sample, "나", false);
  expect(&sample, "」다", true);
  arena_clear(&sample.arena);
}

static void thin_gaps_are_no_spaces(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가나", .125);
  assert_int_equal(sample.boxes.parts.count, 1);
  expect(&sample, "가나", true);
  arena_clear(&sample.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_letters_stand_alone),
      cmocka_unit_test(brackets_beside_spaces),
      cmocka_unit_test(the_blank_is_no_space),
      cmocka_unit_test(brackets_in_words),
      cmocka_unit_test(thin_gaps_are_no_spaces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
