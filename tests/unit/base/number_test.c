/* Numbers as ECMAScript writes them, and the calendar. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "base/number.h"

static void assert_text(double number, const char *expected) {
  Arena arena = {0};
  Str text = number_text(&arena, number);
  char *c = str_c(&arena, text);
  assert_string_equal(c, expected);
  arena_clear(&arena);
}

static void numbers_are_written_as_ecmascript_does(void **state) {
  (void)state;
  assert_text(0, "0");
  assert_text(-0.0, "0");
  assert_text(0.1 + 0.2, "0.30000000000000004");
  assert_text(1.0 / 3, "0.3333333333333333");
  assert_text(100, "100");
  assert_text(-1.5, "-1.5");
  assert_text(1e20, "100000000000000000000");
  assert_text(1e21, "1e+21");
  assert_text(123456789012345680000.0, "123456789012345680000");
  assert_text(1e-6, "0.000001");
  assert_text(1e-7, "1e-7");
  assert_text(1.5e-9, "1.5e-9");
  assert_text(1.7976931348623157e308, "1.7976931348623157e+308");
  assert_text(5e-324, "5e-324");
  assert_text(2.2250738585072014e-308, "2.2250738585072014e-308");
  assert_text(9007199254740992, "9007199254740992");
  assert_text(4.35, "4.35");
  assert_text(1e23, "1e+23");
  assert_text(NAN, "NaN");
  assert_text(-INFINITY, "-Infinity");
}

static void a_whole_number_is_held_within_bounds(void **state) {
  (void)state;
  assert_int_equal(number_whole(2.9), 2);
  assert_int_equal(number_whole(-2.9), -2);
  assert_int_equal(number_whole(1e308), 1000000000);
  assert_int_equal(number_whole(-INFINITY), -1000000000);
  assert_int_equal(number_whole(NAN), 0);
}

static void every_text_reads_back_as_its_number(void **state) {
  (void)state;
  Arena arena = {0};
  for (int i = 1; i < 20000; i++) {
    double number = sin(i) * pow(10, i % 600 - 300), read = 0;
    assert_true(number_read(number_text(&arena, number), &read));
    assert_true(read == number);
  }
  arena_clear(&arena);
}

static void only_whole_decimal_texts_are_numbers(void **state) {
  (void)state;
  double number;
  const Str wrong[] = {S(""),  S(" "),   S("1,234"), S("0x10"),
                       S("e"), S("1e"),  S("1 2"),   S("inf"),
                       S("."), S("1\0"), S("nan"),   S("１")};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(number_read(wrong[i], &number));
  assert_true(number_read(S(" -12.5e1\n"), &number));
  assert_true(number == -125);
}

static void assert_civil(double milliseconds, CivilTime expected) {
  CivilTime civil = calendar_civil(milliseconds);
  assert_int_equal(civil.year, expected.year);
  assert_int_equal(civil.month, expected.month);
  assert_int_equal(civil.day, expected.day);
  assert_int_equal(civil.hour, expected.hour);
  assert_int_equal(civil.weekday, expected.weekday);
  assert_int_equal(civil.day_of_year, expected.day_of_year);
}

static void known_days_have_their_dates(void **state) {
  (void)state;
  assert_civil(
      0,
      (CivilTime){
          .year = 1970, .month = 1, .day = 1, .weekday = 4, .day_of_year = 1});
  assert_civil(951782400000, (CivilTime){.year = 2000,
                                         .month = 2,
                                         .day = 29,
                                         .weekday = 2,
                                         .day_of_year = 60});
  assert_civil(-1, (CivilTime){.year = 1969,
                               .month = 12,
                               .day = 31,
                               .hour = 23,
                               .weekday = 3,
                               .day_of_year = 365});
  assert_civil(
      -2203891200000,
      (CivilTime){
          .year = 1900, .month = 3, .day = 1, .weekday = 4, .day_of_year = 60});
}

static void days_go_there_and_back_far_from_1970(void **state) {
  (void)state;
  for (long day = -100000000; day <= 100000000; day += 9973) {
    CivilTime civil = calendar_civil((double)day * 86400000.0 + 86399999.0);
    assert_int_equal(calendar_days(civil.year, civil.month, civil.day), day);
    assert_int_equal(civil.millisecond, 999);
    assert_int_equal(civil.hour, 23);
    double back = calendar_milliseconds(civil);
    assert_true(back == (double)day * 86400000.0 + 86399999.0);
  }
}

static void fields_out_of_range_carry_over(void **state) {
  (void)state;
  assert_int_equal(calendar_days(2019, 14, 30), calendar_days(2020, 3, 1));
  assert_int_equal(calendar_days(2020, 0, 1), calendar_days(2019, 12, 1));
  assert_int_equal(calendar_days(2020, -11, 1), calendar_days(2019, 1, 1));
  CivilTime late = {.year = 2020, .month = 12, .day = 31, .hour = 25};
  assert_int_equal(calendar_civil(calendar_milliseconds(late)).year, 2021);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_written_as_ecmascript_does),
      cmocka_unit_test(a_whole_number_is_held_within_bounds),
      cmocka_unit_test(every_text_reads_back_as_its_number),
      cmocka_unit_test(only_whole_decimal_texts_are_numbers),
      cmocka_unit_test(known_days_have_their_dates),
      cmocka_unit_test(days_go_there_and_back_far_from_1970),
      cmocka_unit_test(fields_out_of_range_carry_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
