/* Column widths: what a reader of a table would see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/grid/grid.h"

static double total(const GridColumn *columns, int count) {
  double sum = 0;
  for (int i = 0; i < count; i++)
    sum += columns[i].width;
  return sum;
}

static void what_fits_keeps_its_natural_width(void **state) {
  (void)state;
  GridColumn columns[] = {{.natural = 50, .minimum = 20},
                          {.natural = 80, .minimum = 30}};
  assert_true(columns_solve(columns, 2, 200));
  assert_true(columns[0].width >= 50 && columns[1].width >= 80);
}

static void labels_stay_on_one_line(void **state) {
  (void)state;
  GridColumn columns[] = {{.natural = 70, .minimum = 30},
                          {.natural = 400, .minimum = 40},
                          {.natural = 300, .minimum = 40}};
  assert_true(columns_solve(columns, 3, 300));
  assert_true(columns[0].width >= 70);
  assert_true(columns[1].width > columns[2].width);
  assert_true(total(columns, 3) <= 300.01);
}

static void no_word_is_broken_while_there_is_air(void **state) {
  (void)state;
  GridColumn columns[] = {{.natural = 100, .minimum = 20},
                          {.natural = 90, .minimum = 90},
                          {.natural = 900, .minimum = 30}};
  assert_true(columns_solve(columns, 3, 220));
  assert_true(columns[1].width >= 90);
  assert_true(columns[0].width >= 20 && columns[2].width >= 30);
  assert_true(total(columns, 3) <= 220.01);
}

static void too_wide_is_told_and_squeezed(void **state) {
  (void)state;
  GridColumn columns[] = {{.natural = 200, .minimum = 150},
                          {.natural = 200, .minimum = 150}};
  assert_false(columns_solve(columns, 2, 200));
  assert_true(total(columns, 2) <= 200.01);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_fits_keeps_its_natural_width),
      cmocka_unit_test(labels_stay_on_one_line),
      cmocka_unit_test(no_word_is_broken_while_there_is_air),
      cmocka_unit_test(too_wide_is_told_and_squeezed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
