/* What is painted on a page, as the operators that a viewer gets. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "export/export.h"
#include "pdf_text.h"

typedef struct Sample {
  Arena arena;
  Diags diags;
  FontSet *fonts;
  Frame *frame; /* of the next page */
} Sample;

static int open_sample(void **state) {
  Sample *sample = calloc(1, sizeof *sample);
  sample->diags.arena = &sample->arena;
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  sample->fonts = fonts_open(&sample->arena, &options, &sample->diags);
  *state = sample;
  return sample->fonts ? 0 : -1;
}

static int new_frame(void **state) {
  Sample *sample = *state;
  sample->frame = frame_new(&sample->arena, 200, 100);
  return 0;
}

static int close_sample(void **state) {
  Sample *sample = *state;
  arena_clear(&sample->arena);
  free(sample);
  return 0;
}

static Str write_page(Sample *sample) {
  Pages *pages = pages_new(&sample->arena);
  list_add(&sample->arena, &pages->list, ((Page){.frame = sample->frame}));
  Str file;
  PdfOptions options = {.plain = true};
  assert_true(
      export_pdf(&sample->arena, pages, &options, &sample->diags, &file));
  return file;
}

/* All that the file says, and the content of its page alone. */
static Str write_text(Sample *sample) {
  return pdf_unpack(&sample->arena, write_page(sample));
}

static Str write_content(Sample *sample) {
  Str file = write_page(sample), content = {0};
  int at = pdf_first_object(file);
  for (PdfPart part; pdf_part_next(&sample->arena, file, &at, &part);) {
    bool is_content = part.is_text &&
                      !pdf_dictionary_find(part.head, "Type").len &&
                      !pdf_dictionary_find(part.head, "Subtype").len;
    if (is_content && !content.len) content = part.bytes;
  }
  return content;
}

static void expect_content(Sample *sample, const char *wanted) {
  assert_string_equal(str_c(&sample->arena, write_content(sample)), wanted);
}

static Path *lines(Sample *sample, const double *coordinates, int count) {
  Path *path = path_new(&sample->arena);
  path_move(path, coordinates[0], coordinates[1]);
  for (int i = 1; i < count; i++)
    path_line(path, coordinates[2 * i], coordinates[2 * i + 1]);
  return path;
}

static Stroke black(double width) {
  return (Stroke){.paint = paint_color(color_rgb(0)), .width = width};
}

static Paint gradient(Sample *sample, PaintKind kind, double from_alpha,
                      double to_alpha) {
  Gradient *made = arena_new(&sample->arena, Gradient);
  GradientStop *stops = arena_array(&sample->arena, GradientStop, 2);
  stops[0] = (GradientStop){0, {1, 0, 0, from_alpha}};
  stops[1] = (GradientStop){1, {0, 0, 1, to_alpha}};
  *made = (Gradient){{10, 0}, {60, 0}, 0, 20, stops, 2};
  return (Paint){.kind = kind, .gradient = made};
}

/* ---- States ---- */

static void nothing_is_said_twice(void **state) {
  Sample *sample = *state;
  static const double across[] = {0, 10, 50, 10}, below[] = {0, 20, 50, 20};
  Stroke stroke = black(1);
  frame_add_path(sample->frame, lines(sample, across, 2), (Paint){0}, &stroke);
  frame_add_path(sample->frame, lines(sample, below, 2), (Paint){0}, &stroke);
  frame_add_rect(sample->frame, (Rect){0, 30, 10.5, 20},
                 paint_color(color_rgb(0xff0000)));
  frame_add_rect(sample->frame, (Rect){10.5, 30, 10, 20},
                 paint_color(color_rgb(0xff0000)));
  expect_content(sample, "0 0 0 RG\n4 M\n"
                         "0 90 m\n50 90 l\nS\n0 80 m\n50 80 l\nS\n"
                         "1 0 0 rg\n0 50 10.5 20 re\nf\n10.5 50 10 20 re\nf\n");
}

static void what_shines_through_is_painted_apart(void **state) {
  Sample *sample = *state;
  Path *box = path_new(&sample->arena);
  path_rect(box, (Rect){10, 10, 20, 20});
  Stroke stroke = black(2);
  frame_add_path(sample->frame, box, paint_color(color_rgb(0xffffff)), &stroke);
  stroke.paint.color.alpha = .5;
  frame_add_path(sample->frame, box, paint_color(color_rgb(0xffffff)), &stroke);
  Str content = write_content(sample);
  assert_int_equal(count_of(content, " re\nB\n"), 1);
  assert_int_equal(count_of(content, " re\nf\n"), 1);
  assert_int_equal(count_of(content, " re\nS\n"), 1);
  assert_int_equal(count_of(write_text(sample), "/CA .5/ca .5"), 1);
}

static void unseen_paints_write_nothing(void **state) {
  Sample *sample = *state;
  frame_add_rect(sample->frame, (Rect){0, 0, 9, 9},
                 paint_color(color_with_alpha(color_rgb(0), 0)));
  expect_content(sample, "");
}

/* ---- Paths ---- */

static void straight_lines_are_one(void **state) {
  Sample *sample = *state;
  static const double way[] = {0, 0, 10, 0, 20, 0, 20, 0, 30, 0, 25, 0, 25, 9};
  Stroke stroke = black(1);
  frame_add_path(sample->frame, lines(sample, way, 7), (Paint){0}, &stroke);
  Str content = write_content(sample);
  assert_holds(content, "0 100 m\n30 100 l\n25 100 l\n25 91 l\nS\n");
}

static void wild_coordinates_stay_in_bounds(void **state) {
  Sample *sample = *state;
  static const double way[] = {0, 0, NAN, 10, 1e300, 20, -INFINITY, 30};
  Stroke stroke = black(1);
  frame_add_path(sample->frame, lines(sample, way, 4), (Paint){0}, &stroke);
  Str content = write_content(sample);
  assert_holds(content, "0 100 m\n0 90 l\n4000000 80 l\n-4000000 70 l\nS\n");
}

/* A line keeps its width in groups that turn and grow, and loses it in those
 * that squeeze. */
static void lines_follow_their_group(void **state) {
  Sample *sample = *state;
  static const double across[] = {0, 0, 10, 0};
  static const Matrix even = {0, 2, -2, 0, 50, 50}, odd = {2, 0, 0, 8, 50, 50};
  Stroke stroke = black(1.5);
  Frame *inner = frame_new(&sample->arena, 10, 10);
  frame_add_path(inner, lines(sample, across, 2), (Paint){0}, &stroke);
  frame_add_group(sample->frame, inner, even);
  assert_holds(write_content(sample), "3 w\n4 M\n50 50 m\n50 30 l\nS\n");
  frame_add_group(sample->frame, inner, odd);
  assert_holds(write_content(sample),
               "q\n6 w\n.5 0 0 -2 50 50 cm\n0 0 m\n40 0 l\nS\nQ\n");
}

static void expect_dashes(Sample *sample, const double *dashes, int count,
                          double offset, LineCap cap, const char *wanted) {
  static const double across[] = {0, 0, 90, 0};
  sample->frame = frame_new(&sample->arena, 200, 100);
  Stroke stroke = black(1);
  stroke.dashes = dashes;
  stroke.dash_count = count;
  stroke.dash_offset = offset;
  stroke.cap = cap;
  frame_add_path(sample->frame, lines(sample, across, 2), (Paint){0}, &stroke);
  Str content = write_content(sample);
  if (wanted)
    assert_holds(content, wanted);
  else
    assert_int_equal(count_of(content, " d\n"), 0);
}

static void dashes_are_those_that_readers_take(void **state) {
  Sample *sample = *state;
  static const double plain[] = {6, 3}, odd[] = {5}, nothing[] = {0, 0};
  static const double dots[] = {0, 4}, first[] = {0, 3, 4, 2};
  static const double second[] = {4, 2, 0, 3}, wrong[] = {3, -1};
  expect_dashes(sample, plain, 2, 0, CAP_BUTT, "[6 3]0 d\n");
  expect_dashes(sample, plain, 2, -2, CAP_BUTT, "[6 3]7 d\n");
  expect_dashes(sample, odd, 1, 1, CAP_BUTT, "[5 5]1 d\n");
  expect_dashes(sample, dots, 2, 0, CAP_ROUND, "[0 4]0 d\n");
  expect_dashes(sample, first, 4, 0, CAP_BUTT, "[4 5]6 d\n");
  expect_dashes(sample, second, 4, 0, CAP_BUTT, "[4 5]0 d\n");
  expect_dashes(sample, nothing, 2, 0, CAP_ROUND, NULL);
  expect_dashes(sample, wrong, 2, 0, CAP_BUTT, NULL);
  expect_dashes(sample, dots, 2, 0, CAP_BUTT, NULL);
  assert_int_equal(count_of(write_content(sample), "S\n"), 0);
}

/* ---- Gradients ---- */

static void gradients_are_shadings(void **state) {
  Sample *sample = *state;
  frame_add_rect(sample->frame, (Rect){10, 10, 50, 20},
                 gradient(sample, PAINT_LINEAR, 1, 1));
  frame_add_rect(sample->frame, (Rect){70, 10, 50, 20},
                 gradient(sample, PAINT_RADIAL, .5, .5));
  Str text = write_text(sample);
  assert_holds(text, "/Matrix[1 0 0 -1 0 100]/Shading<</ShadingType 2");
  assert_holds(text, "/Extend[true true]/Coords[10 0 60 0]");
  assert_holds(text, "/ShadingType 3");
  assert_holds(text, "/Coords[10 0 0 60 0 20]");
  assert_holds(text, "/C0[1 0 0]/C1[0 0 1]");
  assert_int_equal(count_of(text, "/SMask"), 0);
  assert_int_equal(count_of(text, "/ca .5"), 1); /* all of it fades alike */
}

static void fading_gradients_have_masks(void **state) {
  Sample *sample = *state;
  frame_add_rect(sample->frame, (Rect){10, 10, 50, 20},
                 gradient(sample, PAINT_LINEAR, 1, .25));
  frame_add_rect(sample->frame, (Rect){0, 40, 9, 9},
                 paint_color(color_rgb(0x00ff00)));
  Str text = write_text(sample);
  assert_int_equal(count_of(text, "/SMask<</S/Luminosity/G "), 1);
  assert_int_equal(count_of(text, "/CS/DeviceGray"), 1);
  assert_holds(text, "/C0[1]/C1[.25]");
  assert_holds(write_content(sample),
               "10 70 50 20 re\nf\nQ\n0 1 0 rg\n0 51 9 9 re\nf\n");
}

/* ---- Groups ---- */

static void a_faded_group_is_one_layer(void **state) {
  Sample *sample = *state;
  Frame *inner = frame_new(&sample->arena, 50, 50);
  for (int i = 0; i < 2; i++)
    frame_add_rect(inner, (Rect){5 * i, 0, 20, 20},
                   paint_color(color_rgb(0x0000ff)));
  FrameItem *group = frame_add_group(sample->frame, inner, matrix_move(20, 10));
  group->group.opacity = .25;
  Str text = write_text(sample);
  assert_int_equal(count_of(text, "/S/Transparency/CS/DeviceRGB/I true"), 1);
  assert_int_equal(count_of(text, "/CA .25/ca .25"), 1);
  assert_holds(text, "/BBox[19 69 46 91]");
  assert_int_equal(count_of(write_content(sample), " Do\n"), 1);
  assert_int_equal(count_of(write_content(sample), " re\n"), 0);
}

/* ISO 19005-2, 6.1.13: at most 28 states stand in each other. */
static void clips_may_nest_deeper_than_states(void **state) {
  Sample *sample = *state;
  Frame *inner = frame_new(&sample->arena, 100, 100);
  frame_add_rect(inner, (Rect){0, 0, 99, 99}, paint_color(color_rgb(0xff)));
  for (int i = 0; i < 40; i++) {
    Frame *outer = frame_new(&sample->arena, 100, 100);
    Path *clip = path_new(&sample->arena);
    path_rect(clip, (Rect){i, 0, 90 - i, 50});
    frame_add_group(outer, inner, matrix_move(.5, .5))->group.clip = clip;
    frame_add_rect(outer, (Rect){0, 0, 5, 5}, paint_color(color_rgb(0)));
    inner = outer;
  }
  frame_add_group(sample->frame, inner, (Matrix){0});
  Str content = write_content(sample);
  int depth = 0, deepest = 0;
  for (int i = 0; i + 1 < content.len; i++) {
    bool is_alone =
        (i == 0 || content.text[i - 1] == '\n') && content.text[i + 1] == '\n';
    if (is_alone && content.text[i] == 'q') depth++;
    if (is_alone && content.text[i] == 'Q') depth--;
    deepest = depth > deepest ? depth : deepest;
  }
  assert_int_equal(depth, 0);
  assert_in_range(deepest, 20, 28);
  assert_in_range(count_of(content, "W n\n"), 40, 1000);
}

static void nothing_is_seen_through_an_empty_clip(void **state) {
  Sample *sample = *state;
  Frame *inner = frame_new(&sample->arena, 100, 100);
  frame_add_rect(inner, (Rect){0, 0, 99, 99}, paint_color(color_rgb(0xff)));
  FrameItem *group = frame_add_group(sample->frame, inner, (Matrix){0});
  group->group.clip = path_new(&sample->arena);
  expect_content(sample, "");
}

/* ---- Stamps ---- */

static Stamps *many_stamps(Sample *sample, Paint fill, int count) {
  Stamps *stamps = arena_new(&sample->arena, Stamps);
  Path *dot = path_new(&sample->arena);
  path_arc(dot, (Point){0, 0}, 3, 0, 6.283185307179586);
  path_close(dot);
  list_add(&sample->arena, &stamps->looks, ((StampLook){.path = dot, fill}));
  for (int i = 0; i < count; i++)
    list_add(&sample->arena, &stamps->list,
             ((Stamp){{i % 200, i * 7 % 100}, 0}));
  return stamps;
}

static void stamps_move_from_place_to_place(void **state) {
  Sample *sample = *state;
  frame_add_stamps(sample->frame,
                   many_stamps(sample, paint_color(color_rgb(0xff0000)), 3));
  frame_add_rect(sample->frame, (Rect){0, 0, 9, 9},
                 paint_color(color_rgb(0xff0000)));
  Str content = write_content(sample);
  assert_holds(content, "q\n1 0 0 1 0 100 cm\n1 0 0 rg\n3 0 m\n");
  assert_int_equal(count_of(content, "1 0 0 1 1 -7 cm\n3 0 m\n"), 2);
  assert_holds(content, "f\nQ\n1 0 0 rg\n0 91 9 9 re\nf\n");
}

static void a_hundred_thousand_stamps_pack_small(void **state) {
  Sample *sample = *state;
  enum { COUNT = 100000, BYTES_EACH = 10 };
  frame_add_stamps(
      sample->frame,
      many_stamps(sample, paint_color(color_rgb(0xff0000)), COUNT));
  Str file = write_page(sample);
  assert_true(file.len < COUNT * BYTES_EACH);
  Str text = pdf_unpack(&sample->arena, file);
  assert_int_equal(count_of(text, " cm\n"), COUNT);
  assert_true(str_find(text, S("/Contents[")) >= 0); /* in several streams */
}

static void gradients_move_with_their_stamps(void **state) {
  Sample *sample = *state;
  frame_add_stamps(
      sample->frame,
      many_stamps(sample, gradient(sample, PAINT_LINEAR, 1, .5), 50));
  Str text = write_text(sample);
  assert_int_equal(count_of(text, " Do\n"), 50);
  assert_int_equal(count_of(text, "/PatternType 2"), 1);
}

/* ---- Text ---- */

static void add_text(Sample *sample, const char *words, Point at, double size,
                     double stretch, double angle) {
  TextStyle style = {
      .family = S("Noto Sans CJK KR"), .size = size, .stretch = stretch};
  ShapedText *text =
      text_shape_label(sample->fonts, &sample->arena, str_from(words), &style,
                       (Place){0}, &sample->diags);
  frame_add_glyphs(sample->frame, &text->runs[0], at, color_rgb(0))
      ->glyphs.angle = angle;
}

static void text_stays_in_one_object(void **state) {
  Sample *sample = *state;
  add_text(sample, "가나", (Point){10, 20}, 10, 0, 0);
  add_text(sample, "다라", (Point){10, 32}, 10, 0, 0);
  add_text(sample, "마", (Point){10, 44}, 10, .8, 0);
  add_text(sample, "바", (Point){30, 50}, 10, 0, -90);
  Str content = write_content(sample);
  assert_int_equal(count_of(content, "BT\n"), 1);
  assert_int_equal(count_of(content, " 10 Tf\n"), 1);
  assert_int_equal(count_of(content, "0 -12 Td\n"), 2);
  assert_int_equal(count_of(content, "\n80 Tz\n"), 1);
  assert_int_equal(count_of(content, "\n100 Tz\n"), 1);
  assert_holds(content, "0 1 -1 0 30 50 Tm\n");
}

static void text_may_be_a_gradient(void **state) {
  Sample *sample = *state;
  add_text(sample, "가나", (Point){10, 20}, 10, 0, 0);
  list_last(&sample->frame->items)->glyphs.paint =
      gradient(sample, PAINT_LINEAR, 1, 0);
  add_text(sample, "다", (Point){10, 40}, 10, 0, 0);
  Str content = write_content(sample);
  assert_int_equal(count_of(content, "/Pattern cs"), 1);
  assert_holds(content, "]TJ\nET\nQ\n0 0 0 rg\nBT\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(nothing_is_said_twice, new_frame),
      cmocka_unit_test_setup(what_shines_through_is_painted_apart, new_frame),
      cmocka_unit_test_setup(unseen_paints_write_nothing, new_frame),
      cmocka_unit_test_setup(straight_lines_are_one, new_frame),
      cmocka_unit_test_setup(wild_coordinates_stay_in_bounds, new_frame),
      cmocka_unit_test_setup(lines_follow_their_group, new_frame),
      cmocka_unit_test_setup(dashes_are_those_that_readers_take, new_frame),
      cmocka_unit_test_setup(gradients_are_shadings, new_frame),
      cmocka_unit_test_setup(fading_gradients_have_masks, new_frame),
      cmocka_unit_test_setup(a_faded_group_is_one_layer, new_frame),
      cmocka_unit_test_setup(clips_may_nest_deeper_than_states, new_frame),
      cmocka_unit_test_setup(nothing_is_seen_through_an_empty_clip, new_frame),
      cmocka_unit_test_setup(stamps_move_from_place_to_place, new_frame),
      cmocka_unit_test_setup(a_hundred_thousand_stamps_pack_small, new_frame),
      cmocka_unit_test_setup(gradients_move_with_their_stamps, new_frame),
      cmocka_unit_test_setup(text_stays_in_one_object, new_frame),
      cmocka_unit_test_setup(text_may_be_a_gradient, new_frame),
  };
  return cmocka_run_group_tests(tests, open_sample, close_sample);
}
