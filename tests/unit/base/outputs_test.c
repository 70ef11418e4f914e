/* Files in and out: paths, and outputs that are whole or not at all. */
#include <glib.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/outputs.h"

typedef struct Folder {
  Arena arena;
  Diags diags;
  Str path;
} Folder;

static int make_folder(void **state) {
  Folder *folder = g_new0(Folder, 1);
  char *path = g_dir_make_tmp(NULL, NULL);
  folder->path = str_copy(&folder->arena, str_from(path));
  folder->diags.arena = &folder->arena;
  g_free(path);
  *state = folder;
  return 0;
}

static void empty_folder(const char *path) {
  GDir *dir = g_dir_open(path, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name(dir));) {
    char *inner = g_build_filename(path, name, NULL);
    if (g_file_test(inner, G_FILE_TEST_IS_DIR)) empty_folder(inner);
    g_remove(inner);
    g_free(inner);
  }
  if (dir) g_dir_close(dir);
}

static int remove_folder(void **state) {
  Folder *folder = *state;
  empty_folder(folder->path.text);
  g_rmdir(folder->path.text);
  arena_clear(&folder->arena);
  g_free(folder);
  return 0;
}

static void assert_content(Folder *folder, Str name, Str expected) {
  Diags diags = {.arena = &folder->arena};
  Str bytes = {0}, path = path_join(&folder->arena, folder->path, name);
  bool is_read =
      file_read(&folder->arena, path, 1 << 20, (Place){0}, &diags, &bytes);
  assert_int_equal(is_read, expected.text != NULL);
  assert_true(str_equal(bytes, expected));
}

static int count_files(const char *path) {
  int count = 0;
  GDir *dir = g_dir_open(path, 0, NULL);
  while (dir && g_dir_read_name(dir))
    count++;
  if (dir) g_dir_close(dir);
  return count;
}

static void paths_are_taken_apart(void **state) {
  (void)state;
  Arena arena = {0};
  assert_true(str_is(path_folder(&arena, S("a/b.c")), "a"));
  assert_true(str_is(path_folder(&arena, S("/b")), "/"));
  assert_true(str_is(path_folder(&arena, S("b")), "."));
  assert_true(str_is(path_name(S("a/b.c")), "b.c"));
  assert_true(str_is(path_stem(S("a/b.vl.json")), "b"));
  assert_true(str_is(path_stem(S(".hidden")), ".hidden"));
  assert_true(str_is(path_join(&arena, S("."), S("b")), "b"));
  assert_true(str_is(path_join(&arena, S("a/"), S("b")), "a/b"));
  assert_true(str_is(path_join(&arena, S("a"), S("/b")), "/b"));
  assert_true(str_is(path_join(&arena, S("a"), S(".")), "a"));
  arena_clear(&arena);
}

static void nothing_appears_before_the_commit(void **state) {
  Folder *folder = *state;
  Outputs *outputs = outputs_open(&folder->arena, folder->path, &folder->diags);
  assert_true(outputs_add(outputs, S("a"), S("one"), &folder->diags));
  assert_true(outputs_add(outputs, S("in/b"), S(""), &folder->diags));
  assert_content(folder, S("a"), (Str){0});
  assert_true(outputs_commit(outputs, &folder->diags));
  assert_content(folder, S("a"), S("one"));
  assert_content(folder, S("in/b"), S(""));
  assert_int_equal(count_files(folder->path.text), 2);
}

static void what_is_abandoned_leaves_the_old(void **state) {
  Folder *folder = *state;
  Outputs *outputs = outputs_open(&folder->arena, folder->path, &folder->diags);
  outputs_add(outputs, S("a"), S("one"), &folder->diags);
  outputs_commit(outputs, &folder->diags);
  outputs_add(outputs, S("a"), S("two"), &folder->diags);
  outputs_abandon(outputs);
  assert_content(folder, S("a"), S("one"));
  assert_int_equal(count_files(folder->path.text), 1);
}

static void a_full_disk_is_told_and_leaves_nothing(void **state) {
  Folder *folder = *state;
  Outputs *outputs = outputs_open(&folder->arena, folder->path, &folder->diags);
  struct rlimit before, small;
  getrlimit(RLIMIT_FSIZE, &before);
  small = (struct rlimit){.rlim_cur = 100, .rlim_max = before.rlim_max};
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  Str big = {arena_alloc(&folder->arena, 1000), 1000};
  bool is_added = outputs_add(outputs, S("a"), big, &folder->diags);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_false(is_added);
  assert_int_equal(folder->diags.error_count, 1);
  outputs_abandon(outputs);
  assert_int_equal(count_files(folder->path.text), 0);
}

static void a_folder_in_the_way_is_told(void **state) {
  Folder *folder = *state;
  Outputs *outputs = outputs_open(&folder->arena, folder->path, &folder->diags);
  outputs_add(outputs, S("a/b"), S("x"), &folder->diags);
  outputs_commit(outputs, &folder->diags);
  outputs_add(outputs, S("a"), S("y"), &folder->diags);
  assert_false(outputs_commit(outputs, &folder->diags));
  assert_int_equal(folder->diags.list.items[0].code, DIAG_FILE_UNWRITABLE);
  assert_int_equal(count_files(folder->path.text), 1);
}

static void paths_stay_inside_the_folder(void **state) {
  Folder *folder = *state;
  FolderAccess access = {.folder = folder->path};
  const Str outside[] = {S("../a"), S("/etc/passwd"), S("a/../../b"),
                         S("http://a.b/c.csv")};
  for (int i = 0; i < 4; i++)
    assert_int_equal(file_resolve(&folder->arena, &access, outside[i],
                                  (Place){0}, &folder->diags)
                         .len,
                     0);
  assert_int_equal(folder->diags.error_count, 4);
  assert_true(file_resolve(&folder->arena, &access, S("a/../b"), (Place){0},
                           &folder->diags)
                  .len > 0);
}

static void a_sum_is_the_known_one(void **state) {
  (void)state;
  Arena arena = {0};
  assert_true(str_is(
      sha256_hex(&arena, S("abc")),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  arena_clear(&arena);
}

#define IN_FOLDER(test)                                                        \
  cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(paths_are_taken_apart),
      IN_FOLDER(nothing_appears_before_the_commit),
      IN_FOLDER(what_is_abandoned_leaves_the_old),
      IN_FOLDER(a_full_disk_is_told_and_leaves_nothing),
      IN_FOLDER(a_folder_in_the_way_is_told),
      IN_FOLDER(paths_stay_inside_the_folder),
      cmocka_unit_test(a_sum_is_the_known_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
