/* Memory, lists and text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/list.h"
#include "base/str.h"

static char order[4];

static void note_release(void *thing) {
  strcat(order, thing);
}

static void an_arena_releases_the_latest_first(void **state) {
  (void)state;
  Arena arena = {0};
  order[0] = '\0';
  arena_defer(&arena, note_release, "a");
  arena_defer(&arena, note_release, "b");
  arena_clear(&arena);
  assert_string_equal(order, "ba");
  arena_defer(&arena, note_release, "c");
  arena_clear(&arena);
  assert_string_equal(order, "bac");
}

static void memory_is_zeroed_aligned_and_kept_when_it_moves(void **state) {
  (void)state;
  Arena arena = {0};
  char *bytes = arena_alloc(&arena, 5);
  memcpy(bytes, "hello", 5);
  for (size_t size = 5; size < 300000; size *= 3) {
    bytes = arena_resize(&arena, bytes, size, size * 3);
    assert_int_equal((size_t)bytes % 16, 0);
    assert_memory_equal(bytes, "hello", 5);
    for (size_t i = 5; i < size * 3; i++)
      assert_int_equal(bytes[i], 0);
    char *other = arena_alloc(&arena, 1); /* in the way of growing in place */
    *other = 'x';
  }
  assert_non_null(arena_array(&arena, int, 0));
  arena_clear(&arena);
}

static void lists_keep_what_they_are_given(void **state) {
  (void)state;
  Arena arena = {0};
  List(int) numbers = {0};
  for (int i = 0; i < 10000; i++)
    list_add(&arena, &numbers, i);
  assert_int_equal(numbers.count, 10000);
  for (int i = 0; i < numbers.count; i++)
    assert_int_equal(numbers.items[i], i);
  assert_int_equal(*list_new(&arena, &numbers), 0);
  assert_int_equal(*list_last(&numbers), 0);
  arena_clear(&arena);
}

static void texts_are_compared_and_searched(void **state) {
  (void)state;
  assert_true(str_equal((Str){0}, S("")));
  assert_true(str_compare(S("a"), S("ab")) < 0);
  assert_true(str_compare(S("힣"), S("a")) > 0);
  assert_true(str_starts(S("가나"), S("가")));
  assert_false(str_starts(S("가"), S("가나")));
  assert_true(str_ends(S("가나"), S("나")));
  assert_int_equal(str_find(S("가나다"), S("다")), 6);
  assert_int_equal(str_find(S("aab"), S("ab")), 1);
  assert_int_equal(str_find(S("a"), S("ab")), -1);
  assert_int_equal(str_find_char((Str){0}, 'x'), -1);
  assert_true(str_is(str_trim(S(" \t가 나\n")), "가 나"));
  assert_int_equal(str_trim(S(" \n ")).len, 0);
}

static void broken_bytes_count_as_one_character_each(void **state) {
  (void)state;
  int at = 0;
  Str text = S("가\xff\xeaz");
  assert_int_equal(str_next(text, &at), 0xAC00);
  assert_int_equal(str_next(text, &at), 0xFFFD);
  assert_int_equal(str_next(text, &at), 0xFFFD);
  assert_int_equal(str_next(text, &at), 'z');
  assert_int_equal(str_next(text, &at), 0);
  assert_int_equal(str_length(text), 4);
}

static void a_builder_grows_and_ends_in_nul(void **state) {
  (void)state;
  Arena arena = {0};
  StrBuf buf = {.arena = &arena};
  assert_int_equal(strbuf_str(&buf).len, 0);
  for (int i = 0; i < 1000; i++) {
    strbuf_addf(&buf, "%d", i % 10);
    strbuf_add_char(&buf, 0xAC00);
  }
  Str text = strbuf_str(&buf);
  assert_int_equal(text.len, 4000);
  assert_int_equal(strlen(text.text), 4000);
  assert_true(str_is(str_slice(text, 3996, 4000), "9가"));
  arena_clear(&arena);
}

static void only_near_names_are_meant(void **state) {
  (void)state;
  static const char *const names[] = {"color", "column", "총계", "평균"};
  assert_true(str_is(str_nearest(S("colour"), names, 4), "color"));
  assert_true(str_is(str_nearest(S("COLOR"), names, 4), "color"));
  assert_true(str_is(str_nearest(S("총게"), names, 4), "총계"));
  assert_int_equal(str_nearest(S("height"), names, 4).len, 0);
  assert_int_equal(str_nearest(S("x"), names, 4).len, 0);
  assert_int_equal(str_nearest(S("color"), NULL, 0).len, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_arena_releases_the_latest_first),
      cmocka_unit_test(memory_is_zeroed_aligned_and_kept_when_it_moves),
      cmocka_unit_test(lists_keep_what_they_are_given),
      cmocka_unit_test(texts_are_compared_and_searched),
      cmocka_unit_test(broken_bytes_count_as_one_character_each),
      cmocka_unit_test(a_builder_grows_and_ends_in_nul),
      cmocka_unit_test(only_near_names_are_meant),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
