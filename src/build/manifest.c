/* Inputs and outputs with their sha256. */
#include "build/manifest.h"

#include <glib.h>
#include <jansson.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"

static bool holds(const Manifest *manifest, Str path) {
  for (int i = 0; i < manifest->inputs.count; i++)
    if (str_equal(manifest->inputs.items[i].path, path)) return true;
  return false;
}

/* The path seen from the folder, where it lies inside. */
static Str relative_path(Arena *arena, Str folder, Str path) {
  char *whole = g_canonicalize_filename(str_c(arena, path), NULL);
  char *home = g_canonicalize_filename(str_c(arena, folder), NULL);
  Str text = str_copy(arena, str_from(whole));
  Str start = str_format(arena, "%s/", home);
  g_free(whole);
  g_free(home);
  if (str_starts(text, start)) return str_slice(text, start.len, text.len);
  return path;
}

bool manifest_add_input(Arena *report, Manifest *manifest, Str folder, Str path,
                        Diags *diags) {
  Str name = relative_path(report, folder, path);
  if (holds(manifest, name)) return true;
  Arena scratch = {0};
  Str bytes;
  bool is_read =
      file_read(&scratch, path, LIMIT_FILE_BYTES, (Place){0}, diags, &bytes);
  if (is_read)
    list_add(report, &manifest->inputs,
             ((ManifestFile){name, sha256_hex(report, bytes), bytes.len}));
  arena_clear(&scratch);
  return is_read;
}

void manifest_add_output(Arena *report, Manifest *manifest, Str name,
                         Str bytes) {
  list_add(report, &manifest->outputs,
           ((ManifestFile){name, sha256_hex(report, bytes), bytes.len}));
}

static int by_path(const void *a, const void *b) {
  return str_compare(((const ManifestFile *)a)->path,
                     ((const ManifestFile *)b)->path);
}

static json_t *text_json(Str text) {
  return json_stringn_nocheck(text.text, (size_t)text.len);
}

static json_t *files_json(ManifestFile *files, int count) {
  if (count) qsort(files, (size_t)count, sizeof *files, by_path);
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, json_pack("{s:o,s:o,s:i}", "path",
                                          text_json(files[i].path), "sha256",
                                          text_json(files[i].sha256), "bytes",
                                          files[i].bytes));
  return list;
}

static void release_text(void *text) {
  free(text);
}

Str manifest_text(Arena *report, Manifest *manifest) {
  json_t *root = json_pack(
      "{s:i,s:o,s:o}", "manifest", 1, "inputs",
      files_json(manifest->inputs.items, manifest->inputs.count), "outputs",
      files_json(manifest->outputs.items, manifest->outputs.count));
  char *text = json_dumps(root, JSON_INDENT(2));
  json_decref(root);
  arena_defer(report, release_text, text);
  return str_format(report, "%s\n", text);
}
