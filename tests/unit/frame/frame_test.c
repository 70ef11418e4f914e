/* Geometry, outlines, colours, and frames as text. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "frame/coordinate.h"
#include "frame/frame.h"

static void assert_near(double a, double b) {
  assert_true(fabs(a - b) < 1e-6);
}

static void assert_rect(Rect rect, double x, double y, double w, double h) {
  assert_near(rect.x, x);
  assert_near(rect.y, y);
  assert_near(rect.width, w);
  assert_near(rect.height, h);
}

static void assert_text(const StrBuf *text, const char *expected) {
  char *words = str_c(text->arena, strbuf_str(text));
  assert_string_equal(words, expected);
}

static void coordinates_have_two_decimals(void **state) {
  (void)state;
  Arena arena = {0};
  StrBuf text = {.arena = &arena};
  const double numbers[] = {0, -0.001, 1.5, -12.346, 100, 0.05, 1e13};
  for (int i = 0; i < 7; i++) {
    coordinate_add(&text, numbers[i]);
    strbuf_add(&text, S(" "));
  }
  assert_text(&text, "0 0 1.5 -12.35 100 0.05 10000000000000 ");
  arena_clear(&arena);
}

static void zero_matrix_is_identity(void **state) {
  (void)state;
  Point p = matrix_apply((Matrix){0}, (Point){3, 4});
  assert_near(p.x, 3);
  assert_near(p.y, 4);
  p = matrix_apply(matrix_multiply((Matrix){0}, matrix_move(1, 2)), p);
  assert_near(p.x, 4);
  assert_near(p.y, 6);
}

static void matrices_apply_the_inner_one_first(void **state) {
  (void)state;
  Matrix both = matrix_multiply(matrix_rotate(90), matrix_move(10, 0));
  Point p = matrix_apply(both, (Point){1, 0});
  assert_near(p.x, 10);
  assert_near(p.y, 1); /* clockwise, as y points down */
  assert_false(matrix_is_usable(matrix_scale(0, 0)));
}

static void curves_have_exact_bounds(void **state) {
  (void)state;
  Arena arena = {0};
  Path *circle = path_new(&arena);
  path_arc(circle, (Point){10, 20}, 5, 0, 2 * acos(-1));
  Rect bounds = path_bounds(circle);
  assert_true(fabs(bounds.x - 5) < 0.01 && fabs(bounds.width - 10) < 0.01);
  Path *curve = path_new(&arena);
  path_move(curve, 0, 0);
  path_curve(curve, 0, 100, 100, 100, 100, 0);
  assert_rect(path_bounds(curve), 0, 0, 100, 75);
  arena_clear(&arena);
}

static void svg_data_reads_all_commands(void **state) {
  (void)state;
  static const struct {
    const char *data, *path;
  } cases[] = {
      {"M1,2 3,4", "M1,2L3,4"},
      {"m1 2 l3 4z m1 1h5v-5", "M1,2L4,6ZM2,3L7,3L7,-2"},
      {"M0 0Q3 3 6 0T12 0", "M0,0C2,2 4,2 6,0C8,-2 10,-2 12,0"},
      {"M0,0C1,1 2,1 3,0S5-1 6,0", "M0,0C1,1 2,1 3,0C4,-1 5,-1 6,0"},
      {"M0 0A5 5 0 01 10 0", "M0,0C0,-2.76 2.24,-5 5,-5C7.76,-5 10,-2.76 10,0"},
      {"M.5.5-1-1", "M0.5,0.5L-1,-1"},
      {"M0 0L1 1ZL2 2", "M0,0L1,1ZM0,0L2,2"},
  };
  Arena arena = {0};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Path *path = path_new(&arena);
    assert_true(path_read_svg(path, str_from(cases[i].data), 1, (Point){0, 0}));
    StrBuf text = {.arena = &arena};
    coordinate_add_path(&text, path);
    assert_text(&text, cases[i].path);
  }
  static const char *const wrong[] = {"", "circle", "L1 1", "M1", "M1 1 X"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(
        path_read_svg(path_new(&arena), str_from(wrong[i]), 1, (Point){0, 0}));
  arena_clear(&arena);
}

static void great_radii_are_cut_down_together(void **state) {
  (void)state;
  Arena arena = {0};
  Path *path = path_new(&arena);
  path_round_rect(path, (Rect){0, 0, 10, 4}, (double[]){8, 0, 0, 8});
  assert_rect(path_bounds(path), 0, 0, 10, 4);
  assert_near(path->segments.items[0].p[0].x, 2);
  arena_clear(&arena);
}

static void colors_are_read_as_in_css(void **state) {
  (void)state;
  static const struct {
    const char *text;
    unsigned rgb;
    double alpha;
  } cases[] = {
      {"steelblue", 0x4682B4, 1},
      {" RebeccaPurple ", 0x663399, 1},
      {"#abc", 0xAABBCC, 1},
      {"#11223380", 0x112233, 128 / 255.0},
      {"rgb(255, 0, 128)", 0xFF0080, 1},
      {"rgba(100%, 0%, 50%, 0.5)", 0xFF0080, 0.5},
      {"rgb(255 0 128 / 25%)", 0xFF0080, 0.25},
      {"hsl(120, 100%, 25%)", 0x008000, 1},
      {"hsl(-120deg 100% 50%)", 0x0000FF, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Color color;
    assert_true(color_read(str_from(cases[i].text), &color));
    Color expected = color_rgb(cases[i].rgb);
    assert_true(fabs(color.red - expected.red) < 0.003);
    assert_true(fabs(color.green - expected.green) < 0.003);
    assert_true(fabs(color.blue - expected.blue) < 0.003);
    assert_near(color.alpha, cases[i].alpha);
  }
  static const char *const wrong[] = {"",       "#12",       "bluish",
                                      "rgb(1)", "rgb(1,2,3", "#ggg"};
  Color color;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(color_read(str_from(wrong[i]), &color));
}

static void bounds_hold_strokes_miters_and_clips(void **state) {
  (void)state;
  Arena arena = {0};
  Frame *frame = frame_new(&arena, 100, 100);
  assert_true(rect_is_empty(frame_bounds(frame)));
  frame_add_line(frame, (Point){10, 10}, (Point){20, 10}, 2, color_rgb(0));
  assert_rect(frame_bounds(frame), 9, 9, 12, 2);
  Frame *sharp = frame_new(&arena, 100, 100);
  Path *path = path_new(&arena);
  path_move(path, 0, 0);
  path_line(path, 10, 2);
  path_line(path, 0, 4);
  Stroke stroke = {
      .paint = paint_color(color_rgb(0)), .width = 1, .miter_limit = 10};
  frame_add_path(sharp, path, (Paint){0}, &stroke);
  Rect bounds = frame_bounds(sharp);
  assert_true(bounds.x + bounds.width > 12.5); /* the tip of the miter */
  Path *clip = path_new(&arena);
  path_rect(clip, (Rect){0, 0, 5, 5});
  Frame *outer = frame_new(&arena, 100, 100);
  FrameItem *group = frame_add_group(outer, sharp, matrix_move(50, 0));
  group->group.clip = clip;
  bounds = frame_bounds(outer);
  assert_near(bounds.x + bounds.width, 55);
  arena_clear(&arena);
}

static void frames_dump_one_item_a_line(void **state) {
  (void)state;
  Arena arena = {0};
  Frame *frame = frame_new(&arena, 100, 100);
  frame_add_rect(frame, (Rect){24, 80, 12, 40},
                 paint_color(color_rgb(0x4c78a8)));
  Frame *inner = frame_new(&arena, 10, 10);
  frame_add_line(inner, (Point){0, 0}, (Point){5, 0}, 1, color_rgb(0x888888));
  FrameItem *group = frame_add_group(frame, inner, matrix_move(3, -0.001));
  group->group.name = S("axis");
  group->group.opacity = 0.5;
  frame_add_anchor(frame, S("fig-1"), (Point){1, 2});
  frame_add_link(frame, (Rect){0, 0, 5, 5}, S("fig-1"), (Str){0}, NULL);
  StrBuf text = {.arena = &arena};
  frame_dump(frame, &text);
  assert_text(&text, "rect 24,80 12x40 fill #4c78a8\n"
                     "group axis at 3,0 opacity 0.5\n"
                     "  path M0,0L5,0 stroke #888888 1\n"
                     "anchor #fig-1 1,2\n"
                     "link 0,0 5x5 to #fig-1\n");
  arena_clear(&arena);
}

/* One of each item that points to something. */
static Frame *full_frame(Arena *arena) {
  Frame *frame = frame_new(arena, 100, 80);
  GradientStop *stops = arena_array(arena, GradientStop, 2);
  stops[0] = (GradientStop){0, color_rgb(0x112233)};
  stops[1] = (GradientStop){1, color_rgb(0x445566)};
  Gradient *gradient = arena_new(arena, Gradient);
  *gradient = (Gradient){.to = {0, 9}, .stops = stops, .stop_count = 2};
  Paint fade = {.kind = PAINT_LINEAR, .gradient = gradient};
  double *dashes = arena_array(arena, double, 2);
  dashes[0] = dashes[1] = 3;
  Stroke stroke = {.paint = paint_color(color_rgb(0xff0000)),
                   .width = 2,
                   .dashes = dashes,
                   .dash_count = 2};
  Path *path = path_new(arena);
  path_rect(path, (Rect){1, 2, 3, 4});
  frame_add_path(frame, path, fade, &stroke);
  Stamps *stamps = arena_new(arena, Stamps);
  list_add(arena, &stamps->looks, ((StampLook){.path = path, .fill = fade}));
  list_add(arena, &stamps->list, ((Stamp){{5, 6}, 0}));
  frame_add_stamps(frame, stamps);
  Frame *inner = frame_new(arena, 10, 10);
  frame_add_link(inner, (Rect){0, 0, 5, 5}, (Str){0},
                 str_copy(arena, S("https://a.kr")), NULL);
  FrameItem *group = frame_add_group(frame, inner, matrix_move(3, 4));
  group->group.name = str_copy(arena, S("mark bar"));
  group->group.clip = path;
  frame_add_anchor(frame, str_copy(arena, S("fig-1")), (Point){1, 2});
  return frame;
}

static void a_copy_needs_nothing_of_the_frame(void **state) {
  (void)state;
  Arena first = {0}, second = {0};
  Frame *frame = full_frame(&first);
  StrBuf before = {.arena = &second}, after = {.arena = &second};
  frame_dump(frame, &before);
  Frame *copy = frame_copy(&second, frame);
  arena_clear(&first);
  frame_dump(copy, &after);
  assert_true(before.len > 200);
  assert_text(&after, before.text);
  arena_clear(&second);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(coordinates_have_two_decimals),
      cmocka_unit_test(zero_matrix_is_identity),
      cmocka_unit_test(matrices_apply_the_inner_one_first),
      cmocka_unit_test(curves_have_exact_bounds),
      cmocka_unit_test(svg_data_reads_all_commands),
      cmocka_unit_test(great_radii_are_cut_down_together),
      cmocka_unit_test(colors_are_read_as_in_css),
      cmocka_unit_test(bounds_hold_strokes_miters_and_clips),
      cmocka_unit_test(frames_dump_one_item_a_line),
      cmocka_unit_test(a_copy_needs_nothing_of_the_frame),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
