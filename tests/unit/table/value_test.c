/* Values compared, sorted and converted by ECMAScript's rules. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "table/table.h"

static Value text(const char *literal) {
  return value_str(str_from(literal));
}

static void numbers_are_read_as_javascript_does(void **state) {
  (void)state;
  assert_true(value_to_number(text(" 12.5 ")) == 12.5);
  assert_true(value_to_number(text("")) == 0);
  assert_true(value_to_number(text("0x1F")) == 31);
  assert_true(value_to_number(text("-1e3")) == -1000);
  assert_true(value_to_number(text("0.1")) == 0.1);
  assert_true(value_to_number(text("123456789012345678")) ==
              123456789012345678.0);
  assert_true(isinf(value_to_number(text("Infinity"))));
  assert_true(isnan(value_to_number(text("1,234"))));
  assert_true(isnan(value_to_number(text("12px"))));
  assert_true(isnan(value_to_number((Value){0})));
  assert_true(value_to_number(value_null()) == 0);
}

static void nothing_sorts_before_numbers_before_text(void **state) {
  (void)state;
  const Value sorted[] = {value_null(),  value_number(NAN), value_number(-1),
                          value_time(5), value_number(10),  text("10"),
                          text("9"),     text("가"),        text("나")};
  int count = (int)(sizeof sorted / sizeof *sorted);
  for (int i = 0; i < count; i++)
    for (int j = 0; j < count; j++) {
      int order = value_compare(sorted[i], sorted[j]);
      assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
    }
}

static void equal_values_have_equal_hashes(void **state) {
  (void)state;
  assert_true(value_equal(value_number(5), value_time(5)));
  assert_int_equal(value_hash(value_number(5)), value_hash(value_time(5)));
  assert_int_equal(value_hash(value_number(0)), value_hash(value_number(-0.0)));
  assert_true(value_equal(value_number(NAN), value_number(NAN)));
  assert_false(value_equal(text("5"), value_number(5)));
  assert_false(value_equal(value_null(), (Value){0}));
}

static void rows_keep_their_places(void **state) {
  (void)state;
  Arena arena = {0};
  Diags diags = {.arena = &arena, .strict_data = true};
  Source source = {S("x.csv"), S("a,b\n1,2\n3,4\n5,6\n")};
  Table *table = table_read_csv(&arena, &source, ',', &diags);
  const int rows[] = {2, 0};
  Table *chosen = table_rows(&arena, table, rows, 2);
  Place place = table_place(chosen, 0, S("b"));
  assert_int_equal(source_position(&source, place.offset).line, 4);
  assert_true(str_is(value_text(&chosen->columns.items[1].cells[0]), "6"));
  arena_clear(&arena);
}

static void json_goes_in_and_out(void **state) {
  (void)state;
  Arena arena = {0};
  const char *written = "{\"a\":[1,2.5,null,true],\"b\":{\"c\":\"한글\"}}";
  json_t *json = json_loads(written, 0, NULL);
  json_t *again = value_to_json(value_from_json(&arena, json));
  assert_true(json_equal(json, again));
  json_decref(json);
  json_decref(again);
  arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_read_as_javascript_does),
      cmocka_unit_test(nothing_sorts_before_numbers_before_text),
      cmocka_unit_test(equal_values_have_equal_hashes),
      cmocka_unit_test(rows_keep_their_places),
      cmocka_unit_test(json_goes_in_and_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
