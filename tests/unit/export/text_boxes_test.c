/* What readers of a PDF take for words: boxes of cut brackets, thin gaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "export/text_boxes.h"

typedef struct Sample {
  Arena arena;
  TextClusters text;
} Sample;

/* Clusters of a text, `gap` em added after its first glyph. */
static void set(Sample *sample, const char *words, double gap) {
  Diags diags = {.arena = &sample->arena};
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  FontSet *fonts = fonts_open(&sample->arena, &options, &diags);
  TextStyle style = {.size = 10};
  ShapedText *shaped = text_shape_label(fonts, &sample->arena, str_from(words),
                                        &style, (Place){0}, &diags);
  assert_int_equal(shaped->run_count, 1);
  shaped->runs[0].glyphs[0].advance += (float)(gap * style.size);
  sample->text = text_clusters(&sample->arena, &shaped->runs[0], 0, 0);
}

static void expect(Sample *sample, int cluster, int bytes, int glyphs) {
  assert_true(cluster < sample->text.clusters.count);
  const cairo_text_cluster_t *found = &sample->text.clusters.items[cluster];
  assert_int_equal(found->num_bytes, bytes);
  assert_int_equal(found->num_glyphs, glyphs);
}

static void plain_letters_stand_alone(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가나 다", 0);
  assert_int_equal(sample.text.clusters.count, 4);
  expect(&sample, 0, 3, 1);
  arena_clear(&sample.arena);
}

/* Beside a space a blank glyph ends the box of a cut bracket. */
static void brackets_beside_spaces(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가 〈나〉 다", 0);
  assert_int_equal(sample.text.clusters.count, 7);
  expect(&sample, 2, 3, 2);
  expect(&sample, 4, 3, 2);
  assert_true(sample.text.glyphs.items[2].x > sample.text.glyphs.items[3].x);
  arena_clear(&sample.arena);
}

/* Inside a word no blank stands: the bracket is one with its neighbour. */
static void brackets_in_words(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가「나」다", 0);
  assert_int_equal(sample.text.clusters.count, 3);
  expect(&sample, 0, 6, 2);
  expect(&sample, 2, 6, 2);
  assert_int_equal(sample.text.glyphs.count, 5);
  arena_clear(&sample.arena);
}

static void thin_gaps_are_no_spaces(void **state) {
  (void)state;
  Sample sample = {0};
  set(&sample, "가나", .125);
  assert_int_equal(sample.text.clusters.count, 1);
  expect(&sample, 0, 6, 2);
  arena_clear(&sample.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_letters_stand_alone),
      cmocka_unit_test(brackets_beside_spaces),
      cmocka_unit_test(brackets_in_words),
      cmocka_unit_test(thin_gaps_are_no_spaces),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
