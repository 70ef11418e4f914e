/* SQLite -> table, by one SELECT under the rules of a reader who trusts neither
 * the database nor the statement. */
#include "table/sqlite.h"

#include <sqlite3.h>
#include <string.h>

#include "base/limits.h"
#include "table/rows.h"

enum { STEPS_A_CALL = 100000, MOST_CALLS = 10000 }; /* some 15 seconds */

typedef struct SqliteReading {
  Arena *arena;
  sqlite3 *database;
  sqlite3_stmt *statement;
  Str path, sql;
  Place asked;
  Diags *diags;
  int calls; /* of the progress handler */
} SqliteReading;

static void close_database(void *database) {
  sqlite3_close_v2(database);
}

static void finalize_statement(void *statement) {
  sqlite3_finalize(statement);
}

static bool fail(SqliteReading *reading, const char *why) {
  return diag(reading->diags, DIAG_TABLE_SQL, reading->asked,
              "'%.*s' cannot be asked: %s", STR(reading->path), why);
}

/* Reading and calling functions is all that a statement may do. */
static int authorize(void *owner, int action, const char *a, const char *b,
                     const char *database, const char *inner) {
  (void)owner, (void)a, (void)database, (void)inner;
  if (action == SQLITE_FUNCTION && b && !strcmp(b, "load_extension"))
    return SQLITE_DENY;
  bool reads = action == SQLITE_SELECT || action == SQLITE_READ ||
               action == SQLITE_FUNCTION || action == SQLITE_RECURSIVE;
  return reads ? SQLITE_OK : SQLITE_DENY;
}

/* Bounded by steps, not by a clock: the same on every machine. */
static int is_too_long(void *owner) {
  SqliteReading *reading = owner;
  return ++reading->calls > MOST_CALLS;
}

static bool open_database(SqliteReading *reading) {
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  int status = sqlite3_open_v2(str_c(reading->arena, reading->path),
                               &reading->database, flags, NULL);
  arena_defer(reading->arena, close_database, reading->database);
  if (status != SQLITE_OK)
    return fail(reading, sqlite3_errmsg(reading->database));
  sqlite3_db_config(reading->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config(reading->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_limit(reading->database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(reading->database, SQLITE_LIMIT_LENGTH, 64 << 20);
  sqlite3_set_authorizer(reading->database, authorize, NULL);
  sqlite3_progress_handler(reading->database, STEPS_A_CALL, is_too_long,
                           reading);
  return true;
}

static bool prepare(SqliteReading *reading) {
  const char *rest;
  int status = sqlite3_prepare_v2(reading->database, reading->sql.text,
                                  reading->sql.len, &reading->statement, &rest);
  arena_defer(reading->arena, finalize_statement, reading->statement);
  if (status == SQLITE_AUTH)
    return fail(reading, "the statement may only select");
  if (status != SQLITE_OK)
    return fail(reading, sqlite3_errmsg(reading->database));
  int used = (int)(rest - reading->sql.text);
  Str after = str_trim(str_slice(reading->sql, used, reading->sql.len));
  if (after.len && !str_is(after, ";"))
    return fail(reading, "more than one statement was given");
  if (!reading->statement) return fail(reading, "the statement is empty");
  return true;
}

static Value cell_value(SqliteReading *reading, int column) {
  sqlite3_stmt *statement = reading->statement;
  switch (sqlite3_column_type(statement, column)) {
  case SQLITE_INTEGER:
  case SQLITE_FLOAT:
    return value_number(sqlite3_column_double(statement, column));
  case SQLITE_TEXT: {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    Str str = {text, sqlite3_column_bytes(statement, column)};
    return value_str(str_copy(reading->arena, str));
  }
  default:
    return value_null();
  }
}

static Table *read_rows(SqliteReading *reading) {
  int columns = sqlite3_column_count(reading->statement);
  List(Value) cells = {0};
  int rows = 0, status;
  while ((status = sqlite3_step(reading->statement)) == SQLITE_ROW) {
    if (rows++ == LIMIT_TABLE_ROWS || cells.count > (1 << 29)) {
      fail(reading, "the answer has more rows than the limit");
      return NULL;
    }
    for (int i = 0; i < columns; i++)
      list_add(reading->arena, &cells, cell_value(reading, i));
  }
  if (status != SQLITE_DONE) {
    fail(reading, status == SQLITE_INTERRUPT
                      ? "the statement takes too many steps"
                      : sqlite3_errmsg(reading->database));
    return NULL;
  }
  Table *table = table_new(reading->arena, rows);
  for (int i = 0; i < columns; i++) {
    const char *name = sqlite3_column_name(reading->statement, i);
    Column *column = table_add(reading->arena, table,
                               str_copy(reading->arena, str_from(name)));
    for (int row = 0; row < rows; row++)
      column->cells[row] = cells.items[row * columns + i];
  }
  return table;
}

Table *sqlite_read(Arena *arena, Str path, Str sql, Place asked, Diags *diags) {
  SqliteReading reading = {.arena = arena,
                           .path = path,
                           .sql = str_copy(arena, sql),
                           .asked = asked,
                           .diags = diags};
  if (!str_trim(sql).len) {
    diag(diags, DIAG_TABLE_SQL, asked, "'%.*s' needs an 'sql' statement",
         STR(path));
    return NULL;
  }
  if (!open_database(&reading) || !prepare(&reading)) return NULL;
  return read_rows(&reading);
}
