/* Files in: read whole, with limits, from inside the report's folder. */
#ifndef JIKJI_BASE_FILE_H
#define JIKJI_BASE_FILE_H

#include "base/diag.h"

/* Where an author's file may name others. */
typedef struct FolderAccess {
  Str folder;         /* relative paths start here */
  const Str *allowed; /* further folders that paths may lead into */
  int allowed_count;
} FolderAccess;

/* The path of `name` as given in a file of that folder. Refuses addresses of
 * the network and paths that leave the folder and the allowed ones: an error at
 * `asked`, and an empty Str. */
Str file_resolve(Arena *arena, const FolderAccess *access, Str name,
                 Place asked, Diags *diags);

/* Reads a regular file of at most `limit` bytes. On failure records an error at
 * `asked` (or with the path, where asked is no place) and returns false. The
 * bytes are the arena's and NUL-terminated. */
bool file_read(Arena *arena, Str path, int limit, Place asked, Diags *diags,
               Str *bytes);

/* Reads a file of UTF-8 text as a Source; a byte-order mark is skipped. NULL
 * after an error. */
const Source *file_read_source(Arena *arena, Str path, int limit, Place asked,
                               Diags *diags);

/* The folder part of a path, "." when it has none; the last part; the last part
 * without its ending(s) after the first dot. */
Str path_folder(Arena *arena, Str path);
Str path_name(Str path);
Str path_stem(Str path);
Str path_join(Arena *arena, Str folder, Str name);

/* Lower-case hexadecimal SHA-256. */
Str sha256_hex(Arena *arena, Str bytes);

#endif
