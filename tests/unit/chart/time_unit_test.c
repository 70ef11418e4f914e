/* Time units and intervals of the calendar. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "chart/scale/bin.h"
#include "chart/scale/interval.h"

static double moment(int year, int month, int day, int hour) {
  CivilTime civil = {.year = year, .month = month, .day = day, .hour = hour};
  return calendar_milliseconds(civil);
}

static TimeUnit unit_of(const char *name) {
  TimeUnit unit = {0};
  assert_true(time_unit_read(str_from(name), &unit));
  return unit;
}

static void assert_moment(double actual, double expected) {
  assert_true(actual == expected);
}

static void test_names(void **state) {
  (void)state;
  Arena arena = {0};
  TimeUnit unit = unit_of("binnedutcyearmonthdate");
  assert_true(unit.binned && unit.utc);
  assert_true(str_is(time_unit_name(&arena, unit), "yearmonthdate"));
  assert_false(time_unit_read(S("yearmoon"), &unit));
  assert_false(time_unit_read(S("utc"), &unit));
  assert_false(time_unit_read(S("weekmonth"), &unit)); /* do not go together */
  arena_clear(&arena);
}

static void test_floor(void **state) {
  (void)state;
  double at = moment(2024, 8, 15, 13);
  assert_moment(time_unit_floor(unit_of("yearquarter"), at),
                moment(2024, 7, 1, 0));
  assert_moment(time_unit_floor(unit_of("yearweek"), at),
                moment(2024, 8, 11, 0)); /* a Sunday */
  assert_moment(time_unit_floor(unit_of("month"), at), moment(2012, 8, 1, 0));
  assert_moment(time_unit_floor(unit_of("day"), at), moment(2012, 1, 5, 0));
  assert_true(isnan(time_unit_floor(unit_of("year"), NAN)));
  assert_true(isnan(time_unit_floor(unit_of("year"), 1e300)));
}

static void test_step_and_next(void **state) {
  (void)state;
  TimeUnit decade = unit_of("year");
  decade.step = 10;
  double start = time_unit_floor(decade, moment(1999, 5, 1, 0));
  assert_moment(start, moment(1990, 1, 1, 0));
  assert_moment(time_unit_next(decade, start), moment(2000, 1, 1, 0));
  TimeUnit month = unit_of("yearmonth");
  assert_moment(time_unit_next(month, moment(2024, 12, 1, 0)),
                moment(2025, 1, 1, 0));
}

static void test_specifiers(void **state) {
  (void)state;
  Arena arena = {0};
  TimeFormat overrides[] = {{S("year-month"), S("%b %Y ")}};
  assert_true(str_is(time_unit_specifier(&arena, unit_of("yearmonth"), NULL, 0),
                     "%Y-%m"));
  assert_true(str_is(
      time_unit_specifier(&arena, unit_of("yearmonthdatehours"), NULL, 0),
      "%Y-%m-%d %H:00"));
  assert_true(
      str_is(time_unit_specifier(&arena, unit_of("yearmonth"), overrides, 1),
             "%b %Y"));
  arena_clear(&arena);
}

/* Every second day starts anew with each month. */
static void test_intervals(void **state) {
  (void)state;
  Interval days = {.part = TIME_DATE, .step = 2};
  assert_moment(interval_floor(days, moment(2024, 3, 2, 5)),
                moment(2024, 3, 1, 0));
  assert_moment(interval_next(days, moment(2024, 1, 31, 0)),
                moment(2024, 2, 1, 0));
  assert_moment(interval_ceil(days, moment(2024, 3, 1, 0)),
                moment(2024, 3, 1, 0));
  Interval quarter = {.part = TIME_QUARTER};
  assert_moment(interval_ceil(quarter, moment(2024, 2, 1, 0)),
                moment(2024, 4, 1, 0));
}

static void test_bins(void **state) {
  (void)state;
  BinRequest request = bin_request();
  request.low = 0;
  request.high = 97;
  request.maxbins = 10;
  BinSteps steps = bin_steps(&request);
  assert_true(steps.start == 0 && steps.stop == 100 && steps.step == 10);
  assert_true(bin_floor(steps, 10) == 10);
  assert_true(bin_floor(steps, 100) == 90); /* the last bin is closed */
  assert_true(bin_floor(steps, 100.5) == INFINITY);
  assert_true(isnan(bin_floor(steps, NAN)));
  request.maxbins = NAN; /* nonsense ends, too */
  request.base = -1;
  request.low = request.high = 1e308;
  bin_steps(&request);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),         cmocka_unit_test(test_floor),
      cmocka_unit_test(test_step_and_next), cmocka_unit_test(test_specifiers),
      cmocka_unit_test(test_intervals),     cmocka_unit_test(test_bins),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
