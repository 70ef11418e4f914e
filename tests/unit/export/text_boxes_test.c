/* What readers of a PDF take for words: boxes of cut brackets, thin gaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "export/text_boxes.h"

typedef struct Sample {
  Arena arena;
  TextParts parts;
} Sample;

/* Parts of a text, `gap` em added after its first glyph. */
static void set(Sample *sample, const char *words, double gap) {
  Diags diags = {.arena = &sample->arena};
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  FontSet *fonts = fonts_open(&sample->arena, &options, &diags);
  TextStyle style = {.size = 10};
  ShapedText *shaped = text_shape_label(fonts, &sample->arena, str_from(words),
                                        &style, (Place){0}, &diags);
  assert_int_equal(shaped->run_count, 1);
  shaped->runs[0].glyphs[0].advance += (float)(gap * style.size);
  sample->parts = text_parts(&sample->arena, &shaped->runs[0], 0, 0);
}

/* The next part of the sample; "" where its glyphs tell what it shows. */
static const TextPart *expect(Sample *sample, int part, const char *shown,
                              const char *text, int glyphs) {
  assert_true(part < sample->parts.count);
  const TextPart *found = &sample->parts.items[part];
  assert_int_equal(found->is_replaced, shown[0] != '\0');
  if (found->is_replaced) assert_true(str_is(strbuf_str(&found->shown), shown));
  assert_true(str_is(strbuf_str(&found->text), text));
  assert_int_equal(found->glyphs.count, glyphs);
  assert_int_equal(found->clusters.count, glyphs);
  return found;
}

static void plain_letters_stand_alone(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가나\u00A0다", 0);
  assert_int_equal(sample.parts.count, 1);
  expect(&sample, 0, "", "가나 다", 4);
  arena_clear(&sample.arena);
}

/* Beside a space a blank glyph ends the box of a cut bracket; who overlooks the
 * replaced text gets no second space for it. */
static void brackets_beside_spaces(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가 〈나〉 다", 0);
  assert_int_equal(sample.parts.count, 5);
  expect(&sample, 0, "", "가 ", 2);
  const TextPart *open = expect(&sample, 1, "〈", "\u200B〈", 2);
  assert_true(open->glyphs.items[0].x > open->glyphs.items[1].x);
  expect(&sample, 2, "", "나", 1);
  expect(&sample, 3, "〉", "〉\u200B", 2);
  expect(&sample, 4, "", " 다", 2);
  arena_clear(&sample.arena);
}

/* Inside a word no blank stands: the bracket is one with its neighbour. */
static void brackets_in_words(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가「나」다", 0);
  assert_int_equal(sample.parts.count, 3);
  expect(&sample, 0, "가「", "가「", 2);
  expect(&sample, 1, "", "나", 1);
  expect(&sample, 2, "」다", "」다", 2);
  arena_clear(&sample.arena);
}

static void thin_gaps_are_no_spaces(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가나", .125);
  assert_int_equal(sample.parts.count, 1);
  expect(&sample, 0, "가나", "가나", 2);
  arena_clear(&sample.arena);
}

/* Where no mark can tell the text, cairo replaces that of one cluster. */
static void a_merged_part_is_one_cluster(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "〈나", 0);
  TextPart *part = &sample.parts.items[0];
  assert_true(part->is_replaced);
  text_part_merge(part);
  assert_int_equal(part->clusters.count, 1);
  assert_int_equal(part->clusters.items[0].num_bytes, 3);
  assert_int_equal(part->clusters.items[0].num_glyphs, 2);
  assert_true(str_is(strbuf_str(&part->text), "〈"));
  arena_clear(&sample.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_letters_stand_alone),
      cmocka_unit_test(brackets_beside_spaces),
      cmocka_unit_test(brackets_in_words),
      cmocka_unit_test(thin_gaps_are_no_spaces),
      cmocka_unit_test(a_merged_part_is_one_cluster),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
