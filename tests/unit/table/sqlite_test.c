/* What a report may ask of a database, and what it may not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <glib.h>
#include <sqlite3.h>
#include <unistd.h>

#include "table/table.h"

static char *path;

static int make_database(void **state) {
  (void)state;
  sqlite3 *database;
  close(g_file_open_tmp(NULL, &path, NULL));
  sqlite3_open(path, &database);
  int status = sqlite3_exec(
      database,
      "create table sales (year integer, amount real, note text);"
      "insert into sales values (2017, 1.5, '가'), (2018, null, 'b');",
      NULL, NULL, NULL);
  sqlite3_close(database);
  return status;
}

static int remove_database(void **state) {
  (void)state;
  int status = unlink(path);
  g_free(path);
  return status;
}

/* The rows of a statement, or NULL with one error. */
static Table *ask(Arena *arena, const char *sql) {
  Diags diags = {.arena = arena, .strict_data = true};
  DataFormat format = {.type = S("sqlite"), .sql = str_from(sql)};
  Table *table = table_load(arena, str_from(path), &format, (Place){0}, &diags);
  assert_int_equal(diags.error_count, table ? 0 : 1);
  return table;
}

static void rows_have_their_types(void **state) {
  (void)state;
  Arena arena = {0};
  Table *table = ask(&arena, "select * from sales order by year");
  assert_non_null(table);
  assert_int_equal(table->row_count, 2);
  assert_true(table_cell(table, 0, 1).number == 2018);
  assert_int_equal(table_cell(table, 1, 1).kind, VALUE_NULL);
  assert_true(str_is(value_text(&table->columns.items[2].cells[0]), "가"));
  arena_clear(&arena);
}

static void an_answer_may_be_empty(void **state) {
  (void)state;
  Arena arena = {0};
  Table *table = ask(&arena, "select year from sales where year > 3000;");
  assert_int_equal(table->row_count, 0);
  assert_int_equal(table->columns.count, 1);
  arena_clear(&arena);
}

static void only_one_select_is_allowed(void **state) {
  (void)state;
  static const char *const refused[] = {
      "delete from sales",
      "insert into sales values (1, 2, 'x')",
      "create table other (a)",
      "pragma journal_mode = wal",
      "attach 'other.db' as other",
      "select 1; select 2",
      "select load_extension('x.so')",
      "selec 1",
      "select nothing from sales",
      "",
  };
  Arena arena = {0};
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
    assert_null(ask(&arena, refused[i]));
  arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_have_their_types),
      cmocka_unit_test(an_answer_may_be_empty),
      cmocka_unit_test(only_one_select_is_allowed),
  };
  return cmocka_run_group_tests(tests, make_database, remove_database);
}
