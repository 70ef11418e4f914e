/* What a reader sees of shaping: which face, how wide, what is missing. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <hb.h>

#include "text/text.h"

typedef struct Fixture {
  Arena arena;
  Diags diags;
  FontSet *fonts;
} Fixture;

static int open_fonts(void **state) {
  static Fixture fixture;
  fixture = (Fixture){0};
  fixture.diags.arena = &fixture.arena;
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  fixture.fonts = fonts_open(&fixture.arena, &options, &fixture.diags);
  *state = &fixture;
  return fixture.fonts ? 0 : -1;
}

static int close_fonts(void **state) {
  Fixture *fixture = *state;
  arena_clear(&fixture->arena);
  return 0;
}

static void assert_near(double actual, double expected) {
  assert_true(fabs(actual - expected) < 1e-4);
}

static double width(Fixture *fixture, const char *text, TextStyle style) {
  style.size = 1;
  return text_width(fixture->fonts, str_from(text), &style);
}

static void quotes_have_their_korean_width(void **state) {
  assert_true(width(*state, "“", (TextStyle){0}) < .6);
  assert_true(width(*state, "한 “", (TextStyle){0}) -
                  width(*state, "한 ", (TextStyle){0}) <
              .6);
}

static void brackets_are_half_as_wide(void **state) {
  TextStyle serif = {0};
  double bare = width(*state, "법", serif);
  assert_near(width(*state, "「법」", serif), bare + 1);
}

static void tabular_digits_are_alike(void **state) {
  TextStyle serif = {.tabular = true};
  double zero = width(*state, "0", serif);
  char digit[2] = "0";
  for (; digit[0] <= '9'; digit[0]++)
    assert_near(width(*state, digit, serif), zero);
  TextStyle bold = {.tabular = true, .weight = 700};
  assert_near(width(*state, "1", bold), width(*state, "8", bold));
}

static void widths_scale_and_track(void **state) {
  Fixture *fixture = *state;
  TextStyle style = {.size = 10};
  double plain = text_width(fixture->fonts, S("전자정부"), &style);
  style.tracking = .1;
  assert_near(text_width(fixture->fonts, S("전자정부"), &style), plain + 4);
  style.tracking = 0;
  style.stretch = .9;
  assert_near(text_width(fixture->fonts, S("전자정부"), &style), plain * .9);
}

static void width_is_that_of_the_label(void **state) {
  Fixture *fixture = *state;
  TextStyle style = {.family = S("sans-serif"), .size = 9, .tracking = -.02};
  Str text = S("1,094만 건 (2018년) AV “말”");
  ShapedText *shaped = text_shape_label(fixture->fonts, &fixture->arena, text,
                                        &style, (Place){0}, &fixture->diags);
  assert_near(text_width(fixture->fonts, text, &style), shaped->width);
}

static void old_hangul_is_one_cluster(void **state) {
  Fixture *fixture = *state;
  TextStyle style = {.size = 1};
  ShapedText *shaped =
      text_shape_label(fixture->fonts, &fixture->arena, S("ᄒᆞᆫ글"), &style,
                       (Place){0}, &fixture->diags);
  assert_int_equal(shaped->run_count, 1);
  assert_true(shaped->width < 2.1);
  assert_int_equal(fixture->diags.error_count, 0);
}

static void missing_characters_are_errors(void **state) {
  Fixture *fixture = *state;
  Source source = {S("a.md"), S("가 😀")};
  TextStyle style = {.size = 1};
  Place place = place_at(&source, 0, source.text.len);
  for (int i = 0; i < 2; i++)
    text_shape_label(fixture->fonts, &fixture->arena, source.text, &style,
                     place, &fixture->diags);
  assert_int_equal(fixture->diags.error_count, 1);
  const Diag *message = &fixture->diags.list.items[0];
  assert_string_equal(diag_code_name(message->code), "text/no-glyph");
  assert_int_equal(source_position(&source, message->place.offset).column, 3);
  assert_true(str_find(message->message, S("U+1F600")) >= 0);
}

static void bold_is_another_face(void **state) {
  Fixture *fixture = *state;
  TextStyle style = {.family = S("monospace"), .size = 1, .weight = 700};
  ShapedText *shaped =
      text_shape_label(fixture->fonts, &fixture->arena, S("code"), &style,
                       (Place){0}, &fixture->diags);
  const FaceInfo *info = face_info(shaped->runs[0].face);
  assert_true(str_is(info->family, "Noto Sans Mono CJK KR"));
  assert_int_equal(info->weight, 700);
  assert_true(info->is_pinned);
}

/* A run shaped by HarfBuzz in one piece has these glyphs and advances. */
static void assert_same_in_one_piece(const GlyphRun *run) {
  hb_font_t *font = hb_font_create(face_harfbuzz(run->face));
  hb_buffer_t *buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, run->text.text, run->text.len, 0, run->text.len);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, HB_SCRIPT_HANGUL);
  hb_buffer_set_language(buffer, hb_language_from_string("ko", -1));
  hb_shape(font, buffer, NULL, 0);
  unsigned count;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
  hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, NULL);
  double units = face_info(run->face)->units_per_em;
  assert_int_equal(run->glyph_count, count);
  for (unsigned i = 0; i < count; i++) {
    assert_int_equal(run->glyphs[i].id, infos[i].codepoint);
    assert_int_equal(run->glyphs[i].cluster, infos[i].cluster);
    assert_near((double)run->glyphs[i].advance, places[i].x_advance / units);
  }
  hb_buffer_destroy(buffer);
  hb_font_destroy(font);
}

static void words_are_set_as_the_whole_is(void **state) {
  Fixture *fixture = *state;
  static const char *const texts[] = {
      "글줄을 고르게 세우는 일은, 글을 읽는 사람을 위한 일이다.",
      "  글줄을  세우는 일은  ", "ᄒᆞᆫ글 나랏말ᄊᆞ미 ᄉᆞᄆᆞᆺ디",
      "漢字와 한글, 漢字와 한글",
      "3.5%로 늘어 1,234건이다. 3.5%로 줄어 2018년이다."};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    TextStyle style = {.size = 1};
    ShapedText *shaped =
        text_shape_label(fixture->fonts, &fixture->arena, str_from(texts[i]),
                         &style, (Place){0}, &fixture->diags);
    assert_int_equal(shaped->run_count, 1);
    assert_same_in_one_piece(&shaped->runs[0]);
  }
}

static void threads_share_faces(void **state) {
  Fixture *fixture = *state;
  Arena arena = {0};
  FontSet *other = fonts_share(&arena, fixture->fonts);
  TextStyle style = {.size = 10};
  assert_near(text_width(other, S("가나"), &style),
              text_width(fixture->fonts, S("가나"), &style));
  assert_ptr_equal(fonts_face(other, 0), fonts_face(fixture->fonts, 0));
  arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, open_fonts, close_fonts)
      TEST(quotes_have_their_korean_width), TEST(brackets_are_half_as_wide),
      TEST(tabular_digits_are_alike),       TEST(widths_scale_and_track),
      TEST(width_is_that_of_the_label),     TEST(old_hangul_is_one_cluster),
      TEST(missing_characters_are_errors),  TEST(bold_is_another_face),
      TEST(words_are_set_as_the_whole_is),  TEST(threads_share_faces),
#undef TEST
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
