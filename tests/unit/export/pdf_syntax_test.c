/* Numbers, strings and names as PDF has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <math.h>

#include <cmocka.h>

#include "export/pdf/syntax.h"

static void expect_scaled(long long scaled, int decimals, const char *text) {
  char bytes[PDF_NUMBER_BYTES + 1];
  *pdf_write_scaled(bytes, scaled, decimals) = '\0';
  assert_string_equal(bytes, text);
}

static void numbers_have_no_needless_digit(void **state) {
  (void)state;
  expect_scaled(0, 0, "0");
  expect_scaled(0, 3, "0");
  expect_scaled(12345, 3, "12.345");
  expect_scaled(-500, 3, "-.5");
  expect_scaled(5, 2, ".05");
  expect_scaled(100, 2, "1");
  expect_scaled(-1, 6, "-.000001");
  expect_scaled(1000, 0, "1000");
  expect_scaled(20000000000000, 6, "20000000");
}

static void numbers_round_and_stay_in_bounds(void **state) {
  (void)state;
  assert_int_equal(pdf_scaled(1.005001, 2), 101);
  assert_int_equal(pdf_scaled(-1.236, 2), -124);
  assert_int_equal(pdf_scaled(.004, 2), 0);
  assert_int_equal(pdf_scaled(NAN, 2), 0);
  assert_int_equal(pdf_scaled(INFINITY, 2), 2000000000);
  assert_int_equal(pdf_scaled(-1e30, 2), -2000000000);
}

static void strings_end_where_they_should(void **state) {
  (void)state;
  Arena arena = {0};
  StrBuf text = {.arena = &arena};
  pdf_put_text(&text, S("a(b)\\c"));
  pdf_put_text(&text, S("가\U0001F600"));
  pdf_put_name(&text, S("text/csv a+b"));
  assert_string_equal(str_c(&arena, strbuf_str(&text)),
                      "(a\\(b\\)\\\\c)<FEFFAC00D83DDE00>/text#2Fcsv#20a+b");
  arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_have_no_needless_digit),
      cmocka_unit_test(numbers_round_and_stay_in_bounds),
      cmocka_unit_test(strings_end_where_they_should),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
