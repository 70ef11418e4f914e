/* Runs the cases under tests/cases: run_cases [--update] [KIND [NAME]]. A case
 * fails when its output is not the expected text; --update rewrites that. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "cases.h"

static const CaseKind kinds[] = {
    {"csv", case_csv, NULL, NULL},
    {"expr", case_expr, NULL, NULL},
    {"format", case_format, NULL, NULL},
    {"korean-number", case_format, NULL, NULL},
    {"article", case_article, NULL, NULL},
    {"breaks", case_breaks, NULL, NULL},
    {"cli", case_cli, NULL, NULL},
    {"emphasis", case_emphasis, NULL, NULL},
    {"frame", case_frame, NULL, NULL},
    {"josa", case_josa, NULL, NULL},
    {"paragraph", case_paragraph, NULL, NULL},
    {"scale", case_scale, NULL, NULL},
    {"transform", case_transform, NULL, NULL},
    {"tree", case_tree, NULL, NULL},
    {"chart", case_chart, ".vl.json", ".frame"},
    {"page", case_page, ".md", ".pages"},
    {"tags", case_tags, ".md", ".tags"},
};

typedef struct Run {
  bool update;
  const char *name; /* only this case, or NULL */
  int passed, failed, changed;
} Run;

void case_add_diags(StrBuf *output, const Diags *diags) {
  static const char *const words[] = {"error", "warning", "note"};
  for (int i = 0; i < diags->list.count; i++) {
    const Diag *message = &diags->list.items[i];
    if (message->place.source && message->place.offset >= 0) {
      LineColumn at =
          source_position(message->place.source, message->place.offset);
      strbuf_addf(output, "%d:%d: ", at.line, at.column);
    }
    strbuf_addf(output, "%s[%s]: %.*s\n", words[message->severity],
                diag_code_name(message->code), STR(message->message));
    if (message->hint.len)
      strbuf_addf(output, "  hint: %.*s\n", STR(message->hint));
  }
}

static Str read_text(Arena *arena, Str path) {
  Diags diags = {.arena = arena};
  Str text = {0};
  file_read(arena, path, LIMIT_FILE_BYTES, (Place){0}, &diags, &text);
  return text;
}

static void write_text(Arena *arena, Str path, Str text) {
  g_file_set_contents(str_c(arena, path), text.text, text.len, NULL);
}

/* Shows where two texts part, a few lines around it. */
static void show_difference(Str name, Str expected, Str actual) {
  int at = 0, line = 1, start = 0;
  while (at < expected.len && at < actual.len &&
         expected.text[at] == actual.text[at]) {
    if (expected.text[at++] == '\n') {
      line++;
      start = at;
    }
  }
  printf("FAILED %.*s, from line %d:\n--- expected\n%.*s\n--- got\n%.*s\n",
         STR(name), line, MIN(expected.len - start, 600), expected.text + start,
         MIN(actual.len - start, 600), actual.text + start);
}

static bool judge(Run *run, Str name, Str expected, Str actual) {
  bool same = str_equal(expected, actual);
  if (same || run->update) {
    run->passed++;
    run->changed += !same;
    return same;
  }
  run->failed++;
  show_difference(name, expected, actual);
  return false;
}

static bool is_wanted(const Run *run, Str name) {
  return !run->name || str_is(name, run->name);
}

/* The next line from *at with its break; empty at the end. */
static Str next_line(Str text, int *at) {
  int start = *at;
  while (*at < text.len && text.text[*at] != '\n')
    (*at)++;
  if (*at < text.len) (*at)++;
  return str_slice(text, start, *at);
}

static bool is_separator(Str line) {
  return str_is(line, "---\n");
}

/* Runs the cases of one file and, when updating, writes it anew. */
static void run_file(Run *run, const CaseKind *kind, Arena *arena, Str path) {
  Str text = read_text(arena, path);
  StrBuf rewritten = {.arena = arena};
  int at = 0;
  Str line = next_line(text, &at);
  while (line.len) {
    if (!str_starts(line, S("=== "))) { /* a comment before the first case */
      strbuf_add(&rewritten, line);
      line = next_line(text, &at);
      continue;
    }
    Str name = str_trim(str_slice(line, 4, line.len));
    int start = at;
    strbuf_add(&rewritten, line);
    while ((line = next_line(text, &at)).len && !is_separator(line))
      ;
    Str input = str_slice(text, start, at - line.len);
    int body = at;
    while ((line = next_line(text, &at)).len && !str_starts(line, S("=== ")))
      ;
    Str expected = str_slice(text, body < at ? body : at, at - line.len);
    StrBuf output = {.arena = arena};
    if (is_wanted(run, name)) {
      kind->run(arena, path, input, &output);
      judge(run, name, expected, strbuf_str(&output));
    } else {
      strbuf_add(&output, expected);
    }
    strbuf_addf(&rewritten, "%.*s---\n%.*s", STR(input),
                STR(strbuf_str(&output)));
  }
  Str whole = strbuf_str(&rewritten);
  if (run->update && !str_equal(whole, text)) write_text(arena, path, whole);
}

/* One case: NAME.input against NAME.expected. */
static void run_pair(Run *run, const CaseKind *kind, Arena *arena, Str path) {
  Str stem = str_slice(path, 0, path.len - (int)strlen(kind->input_ending));
  Str name = path_name(stem);
  if (!is_wanted(run, name)) return;
  Str other = str_format(arena, "%.*s%s", STR(stem), kind->expected_ending);
  Str expected = {0};
  if (g_file_test(other.text, G_FILE_TEST_EXISTS))
    expected = read_text(arena, other);
  StrBuf output = {.arena = arena};
  kind->run(arena, path, read_text(arena, path), &output);
  if (!judge(run, name, expected, strbuf_str(&output)) && run->update)
    write_text(arena, other, strbuf_str(&output));
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *sorted_names(const char *folder) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GDir *dir = g_dir_open(folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));)
    g_ptr_array_add(names, g_strdup(name));
  if (dir) g_dir_close(dir);
  if (names->len) qsort(names->pdata, names->len, sizeof(char *), by_name);
  return names;
}

static void run_kind(Run *run, const CaseKind *kind) {
  char *folder = g_build_filename(JIKJI_CASES, kind->folder, NULL);
  GPtrArray *names = sorted_names(folder);
  const char *ending = kind->input_ending ? kind->input_ending : ".txt";
  for (guint i = 0; i < names->len; i++) {
    char *path = g_build_filename(folder, names->pdata[i], NULL);
    Arena arena = {0};
    if (g_str_has_suffix(path, ending)) {
      if (kind->input_ending)
        run_pair(run, kind, &arena, str_from(path));
      else
        run_file(run, kind, &arena, str_from(path));
    }
    arena_clear(&arena);
    g_free(path);
  }
  g_ptr_array_free(names, TRUE);
  g_free(folder);
}

int main(int count, char **arguments) {
  Run run = {0};
  const char *kind_name = NULL;
  for (int i = 1; i < count; i++) {
    if (!strcmp(arguments[i], "--update"))
      run.update = true;
    else if (!kind_name)
      kind_name = arguments[i];
    else
      run.name = arguments[i];
  }
  bool known = !kind_name;
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    if (kind_name && strcmp(kind_name, kinds[i].folder)) continue;
    known = true;
    run_kind(&run, &kinds[i]);
  }
  if (!known) {
    fprintf(stderr, "run_cases: no kind of case is called '%s'\n", kind_name);
    return 2;
  }
  if (run.changed) printf("%d cases rewritten\n", run.changed);
  printf("%d passed, %d failed\n", run.passed, run.failed);
  return run.failed ? 1 : 0;
}
