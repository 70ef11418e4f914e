/* Temporary files beside their places, then renames. */
#include "base/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

typedef struct Output {
  char *path, *temporary;
} Output;

struct Outputs {
  Arena *arena;
  Str folder;
  List(Output) list;
};

static bool unwritable(Diags *diags, const char *path, int error) {
  return diag(diags, DIAG_FILE_UNWRITABLE, (Place){0}, "cannot write '%s': %s",
              path, g_strerror(error));
}

Outputs *outputs_open(Arena *report, Str folder, Diags *diags) {
  Outputs *outputs = arena_new(report, Outputs);
  *outputs = (Outputs){.arena = report, .folder = folder};
  char *path = str_c(report, folder);
  if (g_mkdir_with_parents(path, 0777) != 0) {
    unwritable(diags, path, errno);
    return NULL;
  }
  return outputs;
}

static bool write_all(int descriptor, Str bytes) {
  int done = 0;
  while (done < bytes.len) {
    ssize_t put =
        write(descriptor, bytes.text + done, (size_t)(bytes.len - done));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    done += (int)put;
  }
  return true;
}

/* Writes and closes; a full disk may show only at the close. */
static bool write_file(const char *path, Str bytes) {
  int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return false;
  bool written = write_all(descriptor, bytes);
  int error = errno;
  bool closed = close(descriptor) == 0;
  if (!written) errno = error;
  return written && closed;
}

bool outputs_add(Outputs *outputs, Str name, Str bytes, Diags *diags) {
  Arena *arena = outputs->arena;
  Str path = path_join(arena, outputs->folder, name);
  Str folder = path_folder(arena, path);
  if (g_mkdir_with_parents(str_c(arena, folder), 0777) != 0)
    return unwritable(diags, str_c(arena, folder), errno);
  Str temporary = str_format(arena, "%.*s/.%.*s.%d.part", STR(folder),
                             STR(path_name(path)), (int)getpid());
  Output *output = list_new(arena, &outputs->list);
  *output = (Output){str_c(arena, path), str_c(arena, temporary)};
  if (!write_file(output->temporary, bytes))
    return unwritable(diags, output->path, errno);
  return true;
}

bool outputs_commit(Outputs *outputs, Diags *diags) {
  for (int i = 0; i < outputs->list.count; i++) {
    Output *output = &outputs->list.items[i];
    if (rename(output->temporary, output->path) != 0) {
      unwritable(diags, output->path, errno);
      outputs_abandon(outputs);
      return false;
    }
    output->temporary = NULL;
  }
  outputs->list.count = 0;
  return true;
}

void outputs_abandon(Outputs *outputs) {
  for (int i = 0; i < outputs->list.count; i++)
    if (outputs->list.items[i].temporary)
      g_unlink(outputs->list.items[i].temporary);
  outputs->list.count = 0;
}
