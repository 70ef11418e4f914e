/* Opening the locked faces, and checking that they are the ones. */
#include "text/font_set.h"

#include "base/file.h"
#include "text/measure.h"
#include "text/shape_chars.h"

static void release_store(void *thing) {
  FontStore *store = thing;
  arena_clear(&store->arena);
  g_mutex_clear(&store->lock);
  g_free(store);
}

static void release_buffer(void *buffer) {
  hb_buffer_destroy(buffer);
}

/* The path of a locked file in the first folder that holds it, or empty. */
static Str find_file(FontStore *store, Str lock_folder, Str file) {
  for (int i = 0; i < store->locked->folders.count; i++) {
    Str folder = store->locked->folders.items[i];
    if (folder.text[0] != '/')
      folder = path_join(&store->arena, lock_folder, folder);
    Str path = path_join(&store->arena, folder, file);
    if (g_file_test(str_c(&store->arena, path), G_FILE_TEST_IS_REGULAR))
      return path;
  }
  return (Str){0};
}

/* Cheap proof that a file is the locked one: its size, and the face's names,
 * version and own checksum. */
static bool check_face(const LockedFace *locked, const Face *face,
                       Diags *diags) {
  const FaceInfo *info = &face->info;
  bool same = str_equal(info->family, locked->family) &&
              str_equal(info->style, locked->style) &&
              str_equal(info->version, locked->version) &&
              face_checksum(face) == locked->checksum &&
              face_bytes(face) == locked->bytes;
  if (same) return true;
  diag(diags, DIAG_TEXT_FONT_CHANGED, locked->place,
       "%.*s holds another face than the locked '%.*s'", STR(info->path),
       STR(locked->name));
  diag_hint(diags, "it is %.*s %.*s, %.*s, %lld bytes", STR(info->family),
            STR(info->style), STR(info->version), face_bytes(face));
  return false;
}

static bool open_face(FontStore *store, Str lock_folder,
                      const LockedFace *locked, Diags *diags) {
  Str path = find_file(store, lock_folder, locked->file);
  if (path.len == 0) {
    diag(diags, DIAG_TEXT_NO_FONT, locked->place,
         "the font file %.*s is not in any folder of the lock",
         STR(locked->file));
    diag_hint(diags,
              "install the package fonts-noto-cjk, or put the file into "
              "%.*s",
              STR(lock_folder));
    return false;
  }
  Face *face = face_open(&store->arena, path, locked->index);
  if (!face)
    return diag(diags, DIAG_TEXT_NO_FONT, locked->place,
                "%.*s is no font file, or has no face %d", STR(path),
                locked->index);
  if (!check_face(locked, face, diags)) return false;
  face->info.weight = locked->weight;
  face->info.sha256 = locked->sha256;
  face->info.is_pinned = true;
  list_add(&store->arena, &store->pinned, face);
  return true;
}

static FontSet *new_set(Arena *arena, FontStore *store,
                        const FontOptions *options) {
  FontSet *fonts = arena_new(arena, FontSet);
  fonts->arena = arena;
  fonts->options = *options;
  fonts->store = store;
  fonts->buffer = hb_buffer_create();
  arena_defer(arena, release_buffer, fonts->buffer);
  fonts->widths = width_cache_open(arena);
  fonts->shapes = shape_cache_open(arena);
  return fonts;
}

FontSet *fonts_open(Arena *arena, const FontOptions *options, Diags *diags) {
  FontStore *store = g_new0(FontStore, 1);
  g_mutex_init(&store->lock);
  arena_defer(arena, release_store, store);
  store->locked = font_lock_read(arena, options->folder, diags);
  if (!store->locked) return NULL;
  bool ok = true;
  for (int i = 0; i < store->locked->faces.count; i++)
    ok = open_face(store, options->folder, &store->locked->faces.items[i],
                   diags) &&
         ok;
  return ok ? new_set(arena, store, options) : NULL;
}

FontSet *fonts_share(Arena *arena, const FontSet *fonts) {
  return new_set(arena, fonts->store, &fonts->options);
}

int fonts_face_count(const FontSet *fonts) {
  return fonts->store->pinned.count;
}

const Face *fonts_face(const FontSet *fonts, int index) {
  return fonts->store->pinned.items[index];
}

/* Sums a file once, though several faces may lie in it. */
static bool is_same_file(const LockedFace *a, const LockedFace *b) {
  return str_equal(a->file, b->file) && str_equal(a->sha256, b->sha256);
}

static bool verify_face(Arena *scratch, const LockedFace *locked,
                        const Face *face, Diags *diags) {
  unsigned size;
  const char *bytes = hb_blob_get_data(face->blob, &size);
  Str sum = sha256_hex(scratch, (Str){bytes, (int)size});
  if (str_equal(sum, locked->sha256)) return true;
  diag(diags, DIAG_TEXT_FONT_CHANGED, locked->place,
       "%.*s is not the locked file: its sha256 differs", STR(face->info.path));
  diag_hint(diags, "it is %.*s", STR(sum));
  return false;
}

bool fonts_verify(const FontSet *fonts, Diags *diags) {
  const FontStore *store = fonts->store;
  const LockedFace *locked = store->locked->faces.items;
  Arena scratch = {0};
  bool ok = true;
  for (int i = 0; i < store->pinned.count; i++) {
    bool done = false;
    for (int j = 0; j < i; j++)
      done = done || is_same_file(&locked[i], &locked[j]);
    if (!done)
      ok = verify_face(&scratch, &locked[i], store->pinned.items[i], diags) &&
           ok;
  }
  arena_clear(&scratch);
  return ok;
}
