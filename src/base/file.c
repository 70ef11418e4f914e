/* Reading files and taking paths apart. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Str path_folder(Arena *arena, Str path) {
  for (int i = path.len - 1; i >= 0; i--)
    if (path.text[i] == '/')
      return str_copy(arena, str_slice(path, 0, i ? i : 1));
  return S(".");
}

Str path_name(Str path) {
  for (int i = path.len - 1; i >= 0; i--)
    if (path.text[i] == '/') return str_slice(path, i + 1, path.len);
  return path;
}

Str path_stem(Str path) {
  Str name = path_name(path);
  for (int i = 1; i < name.len; i++)
    if (name.text[i] == '.') return str_slice(name, 0, i);
  return name;
}

Str path_join(Arena *arena, Str folder, Str name) {
  if (name.len && name.text[0] == '/') return name;
  if (folder.len == 0 || str_is(folder, ".")) return str_copy(arena, name);
  if (name.len == 0 || str_is(name, ".")) return str_copy(arena, folder);
  const char *slash = folder.text[folder.len - 1] == '/' ? "" : "/";
  return str_format(arena, "%.*s%s%.*s", STR(folder), slash, STR(name));
}

/* The path with links followed as far as it exists; the rest cleaned. */
static Str real_path(Arena *arena, Str path) {
  Str known = path, rest = S("");
  char *resolved;
  while (!(resolved = realpath(str_c(arena, known), NULL))) {
    if (str_is(known, ".") || str_is(known, "/")) break;
    rest = path_join(arena, path_name(known), rest);
    known = path_folder(arena, known);
  }
  Str start = resolved ? str_from(resolved) : known;
  char *cleaned = g_canonicalize_filename(
      str_c(arena, path_join(arena, start, rest)), NULL);
  Str copy = str_copy(arena, str_from(cleaned));
  g_free(cleaned);
  free(resolved);
  return copy;
}

static bool is_inside(Arena *arena, Str path, Str folder) {
  Str real = real_path(arena, path), home = real_path(arena, folder);
  if (str_is(home, "/")) return true;
  return str_starts(real, home) &&
         (real.len == home.len || real.text[home.len] == '/');
}

static bool is_address(Str name) {
  int colon = str_find(name, S("://"));
  return colon > 1;
}

Str file_resolve(Arena *arena, const FolderAccess *access, Str name,
                 Place asked, Diags *diags) {
  if (is_address(name)) {
    diag(diags, DIAG_FILE_NETWORK, asked,
         "'%.*s' is an address of the network, which is never asked",
         STR(name));
    diag_hint(diags, "save the file beside the report and name it");
    return (Str){0};
  }
  Str path = path_join(arena, access->folder, name);
  if (is_inside(arena, path, access->folder)) return path;
  for (int i = 0; i < access->allowed_count; i++)
    if (is_inside(arena, path, access->allowed[i])) return path;
  diag(diags, DIAG_FILE_OUTSIDE, asked, "'%.*s' leads out of the folder '%.*s'",
       STR(name), STR(access->folder));
  diag_hint(diags, "--allow-path DIR lets a report read another folder");
  return (Str){0};
}

static bool unreadable(Diags *diags, Place asked, Str path, const char *why) {
  return diag(diags, DIAG_FILE_UNREADABLE, asked, "cannot read '%.*s': %s",
              STR(path), why);
}

static bool read_all(Arena *arena, int descriptor, int size, Str *bytes) {
  char *text = arena_alloc(arena, (size_t)size + 1);
  int len = 0;
  while (len < size) {
    ssize_t got = read(descriptor, text + len, (size_t)(size - len));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    len += (int)got;
  }
  *bytes = (Str){text, len};
  return true;
}

bool file_read(Arena *arena, Str path, int limit, Place asked, Diags *diags,
               Str *bytes) {
  int descriptor = open(str_c(arena, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return unreadable(diags, asked, path, g_strerror(errno));
  struct stat info;
  bool done = false;
  if (fstat(descriptor, &info) != 0)
    unreadable(diags, asked, path, g_strerror(errno));
  else if (!S_ISREG(info.st_mode))
    unreadable(diags, asked, path, "it is not a regular file");
  else if (info.st_size > limit)
    diag(diags, DIAG_FILE_TOO_BIG, asked,
         "'%.*s' has %lld bytes, more than the limit of %d", STR(path),
         (long long)info.st_size, limit);
  else if (!read_all(arena, descriptor, (int)info.st_size, bytes))
    unreadable(diags, asked, path, g_strerror(errno));
  else
    done = true;
  close(descriptor);
  return done;
}

const Source *file_read_source(Arena *arena, Str path, int limit, Place asked,
                               Diags *diags) {
  Source *source = arena_new(arena, Source);
  source->path = str_copy(arena, path);
  if (!file_read(arena, path, limit, asked, diags, &source->text)) return NULL;
  if (str_starts(source->text, S("\xEF\xBB\xBF")))
    source->text = str_slice(source->text, 3, source->text.len);
  const char *end;
  if (!g_utf8_validate(source->text.text, source->text.len, &end)) {
    diag(diags, DIAG_FILE_NOT_UTF8,
         place_at(source, (int)(end - source->text.text), 1),
         "the file is not UTF-8 from here on");
    return NULL;
  }
  return source;
}

Str sha256_hex(Arena *arena, Str bytes) {
  char *hex = g_compute_checksum_for_data(
      G_CHECKSUM_SHA256, (const guchar *)bytes.text, (gsize)bytes.len);
  Str copy = str_copy(arena, str_from(hex));
  g_free(hex);
  return copy;
}
