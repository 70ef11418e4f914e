/* Files of a cli case that no text in the case could be: rows in the table at
 * the end are the lines that make them. */
#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "cases.h"

/* What a line asks for: @word NAME REST, and the lines after it. */
typedef struct FileRequest {
  Arena *arena;
  const char *path;
  Str rest, body;
} FileRequest;

static void write_bytes(const FileRequest *request, Str bytes) {
  g_file_set_contents(request->path, bytes.text, bytes.len, NULL);
}

/* @size NAME BYTES: a file of so many zero bytes, with holes. */
static void make_size(const FileRequest *request) {
  write_bytes(request, S(""));
  long long bytes = strtoll(str_c(request->arena, request->rest), NULL, 10);
  if (truncate(request->path, bytes)) g_unlink(request->path);
}

/* @hex NAME: the bytes whose hexadecimal digits follow. */
static void make_hex(const FileRequest *request) {
  StrBuf bytes = {.arena = request->arena};
  for (int i = 0, high = -1; i < request->body.len; i++) {
    int digit = g_ascii_xdigit_value(request->body.text[i]);
    if (digit < 0) continue;
    char byte = (char)(high * 16 + digit);
    if (high >= 0) strbuf_add(&bytes, (Str){&byte, 1});
    high = high < 0 ? digit : -1;
  }
  write_bytes(request, strbuf_str(&bytes));
}

/* @repeat NAME COUNT: the line that follows so often, without its break, a #
 * being the count from 1; then the lines after it. */
static void make_repeat(const FileRequest *request) {
  StrBuf bytes = {.arena = request->arena};
  int end = str_find_char(request->body, '\n');
  Str line = str_slice(request->body, 0, end < 0 ? request->body.len : end);
  long count = strtol(str_c(request->arena, request->rest), NULL, 10);
  for (long i = 1; i <= count; i++) {
    for (int at = 0; at < line.len; at++) {
      if (line.text[at] == '#')
        strbuf_addf(&bytes, "%ld", i);
      else
        strbuf_add(&bytes, str_slice(line, at, at + 1));
    }
  }
  strbuf_add(&bytes, str_slice(request->body, line.len, request->body.len));
  write_bytes(request, strbuf_str(&bytes));
}

/* @sql NAME: a SQLite database made by the statements that follow. */
static void make_sql(const FileRequest *request) {
  sqlite3 *database;
  sqlite3_open(request->path, &database);
  sqlite3_exec(database, str_c(request->arena, request->body), NULL, NULL,
               NULL);
  sqlite3_close(database);
}

/* @link NAME TARGET: a symbolic link. */
static void make_link(const FileRequest *request) {
  if (symlink(str_c(request->arena, request->rest), request->path))
    g_unlink(request->path);
}

static const struct {
  const char *word;
  void (*make)(const FileRequest *request);
} makers[] = {{"@size", make_size},
              {"@hex", make_hex},
              {"@repeat", make_repeat},
              {"@sql", make_sql},
              {"@link", make_link}};

bool cli_make_file(Arena *arena, Str folder, const CliLine *line) {
  int space = str_find_char(line->rest, ' ');
  if (space < 0) space = line->rest.len;
  Str path = path_join(arena, folder, str_slice(line->rest, 0, space));
  FileRequest request = {arena, str_c(arena, path),
                         str_trim(str_slice(line->rest, space, line->rest.len)),
                         line->body};
  for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
    if (!str_is(line->word, makers[i].word)) continue;
    g_mkdir_with_parents(str_c(arena, path_folder(arena, path)), 0777);
    makers[i].make(&request);
    return true;
  }
  return false;
}
