/* Curves, sectors and trails as outlines; the numbers are d3-shape's. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chart/mark/outline.h"

/* cmocka's own compares floats. */
static void assert_near(double actual, double expected, double tolerance) {
  assert_true(fabs(actual - expected) <= tolerance);
}

static Path *curve_of(Arena *arena, const char *name, double tension,
                      const Point *points, int count) {
  Path *path = path_new(arena);
  Curve curve = {.interpolate = str_from(name), .tension = tension};
  curve_add(path, &curve, points, count, false);
  return path;
}

static void assert_segment(const Path *path, int index, PathVerb verb, double x,
                           double y) {
  const PathSegment *segment = &path->segments.items[index];
  assert_int_equal(segment->verb, verb);
  Point end = segment->p[verb == PATH_CURVE ? 2 : 0];
  assert_near(end.x, x, 1e-9);
  assert_near(end.y, y, 1e-9);
}

static const Point zigzag[] = {{0, 0}, {10, 10}, {20, 0}};

static void test_steps(void **state) {
  (void)state;
  Arena arena = {0};
  Path *path = curve_of(&arena, "step-after", NAN, zigzag, 3);
  assert_int_equal(path->segments.count, 5);
  assert_segment(path, 1, PATH_LINE, 10, 0);
  assert_segment(path, 2, PATH_LINE, 10, 10);
  path = curve_of(&arena, "step", NAN, zigzag, 3);
  assert_segment(path, 1, PATH_LINE, 5, 0);
  assert_segment(path, 5, PATH_LINE, 20, 0);
  arena_clear(&arena);
}

/* A curve that must not rise above its highest point. */
static void test_monotone(void **state) {
  (void)state;
  Arena arena = {0};
  Path *path = curve_of(&arena, "monotone", NAN, zigzag, 3);
  assert_int_equal(path->segments.count, 3);
  assert_segment(path, 1, PATH_CURVE, 10, 10);
  assert_near(path->segments.items[1].p[1].y, 10, 1e-9);
  Rect bounds = path_bounds(path);
  assert_near(bounds.y + bounds.height, 10, 1e-9);
  arena_clear(&arena);
}

static void test_closed(void **state) {
  (void)state;
  Arena arena = {0};
  Path *path = curve_of(&arena, "cardinal-closed", NAN, zigzag, 3);
  assert_int_equal(path->segments.count, 4);
  assert_segment(path, 0, PATH_MOVE, 10, 10);
  assert_segment(path, 3, PATH_CURVE, 10, 10);
  arena_clear(&arena);
}

/* One point is a dot; none, or too few for the curve, is nothing. */
static void test_short_runs(void **state) {
  (void)state;
  Arena arena = {0};
  Path *path = curve_of(&arena, "natural", NAN, zigzag, 1);
  assert_int_equal(path->segments.count, 2);
  assert_int_equal(path->segments.items[1].verb, PATH_CLOSE);
  path = curve_of(&arena, "cardinal-open", NAN, zigzag, 2);
  assert_int_equal(path->segments.count, 0);
  path = curve_of(&arena, "linear", NAN, zigzag, 0);
  assert_int_equal(path->segments.count, 0);
  arena_clear(&arena);
}

static Rect sector_bounds(Arena *arena, ArcShape arc) {
  Path *path = path_new(arena);
  arc_outline_add(path, &arc);
  return path_bounds(path);
}

static void test_sectors(void **state) {
  (void)state;
  Arena arena = {0};
  ArcShape arc = {.outer_radius = 100, .end_angle = M_PI / 2};
  Rect quarter = sector_bounds(&arena, arc);
  assert_near(quarter.x, 0, 1e-6);
  assert_near(quarter.y, -100, 0.05);
  assert_near(quarter.width, 100, 0.05);
  arc.end_angle = 2 * M_PI;
  arc.inner_radius = 40;
  Rect ring = sector_bounds(&arena, arc);
  assert_near(ring.x, -100, 0.05);
  assert_near(ring.height, 200, 0.1);
  arena_clear(&arena);
}

/* Padding and corners take away, and never add. */
static void test_padded_sectors(void **state) {
  (void)state;
  Arena arena = {0};
  ArcShape arc = {.inner_radius = 50,
                  .outer_radius = 100,
                  .end_angle = M_PI / 2,
                  .pad_angle = 0.1,
                  .corner_radius = 10};
  Rect bounds = sector_bounds(&arena, arc);
  assert_true(bounds.x > 3 && bounds.y > -100.05);
  assert_true(bounds.x + bounds.width < 100.05);
  assert_true(bounds.y + bounds.height < -3);
  arc.pad_angle = 4; /* more padding than sector */
  sector_bounds(&arena, arc);
  arc.outer_radius = 0;
  sector_bounds(&arena, arc);
  arena_clear(&arena);
}

static void test_trail(void **state) {
  (void)state;
  Arena arena = {0};
  TrailPoint points[] = {{{0, 0}, 4}, {{10, 0}, 8}};
  Path *path = path_new(&arena);
  trail_outline_add(path, points, 2);
  Rect bounds = path_bounds(path);
  assert_near(bounds.x, -2, 0.01);
  assert_near(bounds.x + bounds.width, 14, 0.01);
  assert_near(bounds.height, 8, 0.01);
  arena_clear(&arena);
}

static void test_symbols(void **state) {
  (void)state;
  Arena arena = {0};
  Path *path = path_new(&arena);
  symbol_add(path, S("square"), (Point){10, 10}, 100);
  Rect bounds = path_bounds(path);
  assert_near(bounds.x, 5, 1e-9);
  assert_near(bounds.width, 10, 1e-9);
  path = path_new(&arena);
  symbol_add(path, S("M-1,-1H1V1Z"), (Point){0, 0}, 16);
  assert_near(path_bounds(path).width, 4, 1e-9);
  arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_steps),   cmocka_unit_test(test_monotone),
      cmocka_unit_test(test_closed),  cmocka_unit_test(test_short_runs),
      cmocka_unit_test(test_sectors), cmocka_unit_test(test_padded_sectors),
      cmocka_unit_test(test_trail),   cmocka_unit_test(test_symbols),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
