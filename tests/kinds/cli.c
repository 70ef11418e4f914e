/* The program as a user runs it, in a fresh folder. Lines of the input:
 *   @file NAME          the lines up to the next @ are that file; a line "--"
 *                       stands for "---", which ends a case's input
 *   @size, @hex, @repeat, @sql, @link      make files as well: cli_files.c
 *   @limit BYTES        no file may grow over this from here on (a full disk)
 *   @env NAME=VALUE     for the runs that follow
 *   @run ARGUMENTS      runs jikji; its exit status and messages are output
 *   @stamp DIR          remembers the bytes of DIR
 *   @compare DIR        says whether they are as remembered
 *   @list DIR           names of the files in DIR
 *   @show FILE          its text
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/limits.h"
#include "cases.h"

typedef struct Session {
  Arena *arena;
  StrBuf *output;
  Str folder;
  char **environment;
  long file_limit;
  Str stamp;
} Session;

static void limit_files(void *data) {
  long limit = *(const long *)data;
  if (limit < 0) return;
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit size = {(rlim_t)limit, (rlim_t)limit};
  setrlimit(RLIMIT_FSIZE, &size);
}

static Str without_folder(Session *session, const char *text) {
  char **parts = g_strsplit(text, str_c(session->arena, session->folder), -1);
  char *joined = g_strjoinv("DIR", parts);
  Str copy = str_copy(session->arena, str_from(joined));
  g_free(joined);
  g_strfreev(parts);
  return copy;
}

static void run_program(Session *session, Str arguments) {
  char *line = g_strdup_printf("%s %.*s", JIKJI_PROGRAM, STR(arguments));
  char **words = NULL;
  g_shell_parse_argv(line, NULL, &words, NULL);
  char *out = NULL, *messages = NULL;
  int status = -1;
  g_spawn_sync(str_c(session->arena, session->folder), words,
               session->environment, G_SPAWN_DEFAULT, limit_files,
               &session->file_limit, &out, &messages, &status, NULL);
  strbuf_addf(session->output, "$ jikji %.*s\n", STR(arguments));
  if (out) strbuf_add(session->output, without_folder(session, out));
  if (messages) strbuf_add(session->output, without_folder(session, messages));
  strbuf_addf(session->output, "exit %d\n",
              WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  g_free(out);
  g_free(messages);
  g_strfreev(words);
  g_free(line);
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All files under a folder, sorted, relative to it. */
static void find_files(const char *root, const char *inner, GPtrArray *names) {
  char *folder = g_build_filename(root, inner, NULL);
  GDir *dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    char *relative = g_build_filename(inner, name, NULL);
    char *path = g_build_filename(root, relative, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
      find_files(root, relative, names);
      g_free(relative);
    } else {
      g_ptr_array_add(names, relative);
    }
    g_free(path);
  }
  if (dir) g_dir_close(dir);
  g_free(folder);
}

static GPtrArray *files_of(Session *session, Str name) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  Str root = path_join(session->arena, session->folder, name);
  find_files(root.text, "", names);
  if (names->len) qsort(names->pdata, names->len, sizeof(char *), by_text);
  return names;
}

static Str stamp_of(Session *session, Str name) {
  GPtrArray *names = files_of(session, name);
  Str root = path_join(session->arena, session->folder, name);
  StrBuf stamp = {.arena = session->arena};
  for (guint i = 0; i < names->len; i++) {
    Diags diags = {.arena = session->arena};
    Str bytes = {0},
        path = path_join(session->arena, root, str_from(names->pdata[i]));
    file_read(session->arena, path, LIMIT_FILE_BYTES, (Place){0}, &diags,
              &bytes);
    strbuf_addf(&stamp, "%s %.*s\n", (char *)names->pdata[i],
                STR(sha256_hex(session->arena, bytes)));
  }
  g_ptr_array_free(names, TRUE);
  return strbuf_str(&stamp);
}

static void list_files(Session *session, Str name) {
  GPtrArray *names = files_of(session, name);
  for (guint i = 0; i < names->len; i++)
    strbuf_addf(session->output, "%s\n", (char *)names->pdata[i]);
  g_ptr_array_free(names, TRUE);
}

static void show_file(Session *session, Str name) {
  Diags diags = {.arena = session->arena};
  Str text = {0};
  if (file_read(session->arena,
                path_join(session->arena, session->folder, name),
                LIMIT_FILE_BYTES, (Place){0}, &diags, &text))
    strbuf_add(session->output, text);
  else
    strbuf_addf(session->output, "no file %.*s\n", STR(name));
}

/* The end of the line that starts at `at`, after its break. */
static int line_end(Str text, int at) {
  while (at < text.len && text.text[at] != '\n')
    at++;
  return at < text.len ? at + 1 : at;
}

static Str with_front_matter(Session *session, Str text) {
  StrBuf result = {.arena = session->arena};
  for (int at = 0; at < text.len;) {
    int end = line_end(text, at);
    Str line = str_slice(text, at, end);
    strbuf_add(&result, str_is(line, "--\n") ? S("---\n") : line);
    at = end;
  }
  return strbuf_str(&result);
}

static void write_file(Session *session, Str name, Str text) {
  text = with_front_matter(session, text);
  Str path = path_join(session->arena, session->folder, name);
  g_mkdir_with_parents(path_folder(session->arena, path).text, 0777);
  g_file_set_contents(path.text, text.text, text.len, NULL);
}

static void set_environment(Session *session, Str text) {
  int equals = str_find_char(text, '=');
  if (equals < 0) return;
  session->environment = g_environ_setenv(
      session->environment, str_c(session->arena, str_slice(text, 0, equals)),
      str_c(session->arena, str_slice(text, equals + 1, text.len)), TRUE);
}

static void run_line(Session *session, const CliLine *line) {
  Str word = line->word, rest = line->rest;
  if (cli_make_file(session->arena, session->folder, line)) return;
  if (str_is(word, "@file")) {
    write_file(session, rest, line->body);
  } else if (str_is(word, "@run")) {
    run_program(session, rest);
  } else if (str_is(word, "@env")) {
    set_environment(session, rest);
  } else if (str_is(word, "@limit")) {
    session->file_limit = strtol(str_c(session->arena, rest), NULL, 10);
  } else if (str_is(word, "@stamp")) {
    session->stamp = stamp_of(session, rest);
  } else if (str_is(word, "@compare")) {
    bool is_same = str_equal(session->stamp, stamp_of(session, rest));
    strbuf_addf(session->output, "%.*s is %s\n", STR(rest),
                is_same ? "as before" : "changed");
  } else if (str_is(word, "@list")) {
    list_files(session, rest);
  } else if (str_is(word, "@show")) {
    show_file(session, rest);
  } else {
    strbuf_addf(session->output, "unknown line %.*s\n", STR(word));
  }
}

static void run_script(Session *session, Str input) {
  for (int at = 0; at < input.len;) {
    int end = line_end(input, at);
    Str line = str_trim(str_slice(input, at, end));
    int body = end;
    while (end < input.len && input.text[end] != '@')
      end = line_end(input, end);
    int space = str_find_char(line, ' ');
    Str word = space < 0 ? line : str_slice(line, 0, space);
    Str rest = space < 0 ? S("") : str_slice(line, space + 1, line.len);
    CliLine parts = {word, rest, str_slice(input, body, end)};
    if (line.len) run_line(session, &parts);
    at = end;
  }
}

static void remove_folder(const char *folder) {
  GDir *dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR) &&
        !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
      remove_folder(path);
    else
      g_unlink(path);
    g_free(path);
  }
  if (dir) g_dir_close(dir);
  g_rmdir(folder);
}

void case_cli(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)path;
  char *folder = g_dir_make_tmp(NULL, NULL);
  Session session = {.arena = arena,
                     .output = output,
                     .folder = str_copy(arena, str_from(folder)),
                     .environment = g_get_environ(),
                     .file_limit = -1};
  session.environment =
      g_environ_setenv(session.environment, "JIKJI_FONTS", JIKJI_FONTS, TRUE);
  session.environment =
      g_environ_unsetenv(session.environment, "SOURCE_DATE_EPOCH");
  run_script(&session, input);
  g_strfreev(session.environment);
  remove_folder(folder);
  g_free(folder);
}
