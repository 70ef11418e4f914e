/* Each data file is read once for all the charts of a run. */
#include "chart/data/files.h"

#include <glib.h>

struct ChartFiles {
  GMutex lock; /* guards all below; a table that stands in it never changes */
  Arena arena;
  GHashTable *tables; /* key -> Table */
};

static void release(void *thing) {
  ChartFiles *files = thing;
  g_hash_table_destroy(files->tables);
  arena_clear(&files->arena);
  g_mutex_clear(&files->lock);
  g_free(files);
}

ChartFiles *chart_files_open(Arena *arena) {
  ChartFiles *files = g_new0(ChartFiles, 1);
  g_mutex_init(&files->lock);
  files->tables = g_hash_table_new(g_str_hash, g_str_equal);
  arena_defer(arena, release, files);
  return files;
}

const Table *chart_files_load(ChartFiles *files, Str key, ReadTable *read,
                              void *owner, const Diags *diags) {
  g_mutex_lock(&files->lock);
  char *name = str_c(&files->arena, key);
  const Table *table = g_hash_table_lookup(files->tables, name);
  if (!table) {
    int told = diags->list.count;
    table = read(owner, &files->arena);
    if (table && diags->list.count == told)
      g_hash_table_insert(files->tables, name, (gpointer)table);
  }
  g_mutex_unlock(&files->lock);
  return table;
}
