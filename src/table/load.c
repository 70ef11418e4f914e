/* File -> table: reads the bytes, makes them UTF-8, and chooses the reader. */
#include <glib.h>
#include <string.h>

#include "base/limits.h"
#include "table/csv.h"
#include "table/json.h"
#include "table/sqlite.h"
#include "table/topojson.h"

/* What a reader works with. */
typedef struct Loading {
  Arena *arena;
  Str path;
  const DataFormat *format;
  Place asked;
  Diags *diags;
} Loading;

typedef Table *LoadTable(const Loading *loading);

/* iconv takes "" and suffixes such as //IGNORE, which would lose text. */
static bool is_encoding_name(Str encoding) {
  for (int i = 0; i < encoding.len; i++)
    if (!g_ascii_isalnum(encoding.text[i]) &&
        !memchr("-_.:", encoding.text[i], 4))
      return false;
  return encoding.len > 0;
}

/* Bytes -> UTF-8 in the arena by the name of an encoding; false if they are not
 * in it, *broken being the first byte that is not. "EUC-KR" is opened as CP949,
 * its superset: glibc's own EUC-KR turns syllables outside it to rubbish
 * without an error. */
static bool convert(Arena *arena, Str bytes, Str encoding, Str *text,
                    int *broken) {
  char *name = g_ascii_strup(encoding.text, encoding.len);
  bool is_korean = g_str_has_prefix(name, "EUC") || !g_strcmp0(name, "UHC") ||
                   !g_strcmp0(name, "KS_C_5601-1987");
  gsize written = 0, read = 0;
  char *converted =
      g_convert(bytes.text, bytes.len, "UTF-8", is_korean ? "CP949" : name,
                &read, &written, NULL);
  *broken = (int)MIN(read, (gsize)bytes.len);
  g_free(name);
  if (!converted || written > LIMIT_FILE_BYTES) {
    g_free(converted);
    return false;
  }
  *text = str_copy(arena, (Str){converted, (int)written});
  g_free(converted);
  return true;
}

static bool decode(const Loading *loading, Source *source) {
  Str bytes = source->text, encoding = loading->format->encoding;
  if (str_starts(bytes, S("\xEF\xBB\xBF"))) {
    source->text = bytes = str_slice(bytes, 3, bytes.len);
    encoding = S("UTF-8");
  } else if (str_starts(bytes, S("\xFF\xFE")) ||
             str_starts(bytes, S("\xFE\xFF"))) {
    encoding = S("UTF-16");
  }
  bool is_utf8 = g_utf8_validate(bytes.text, bytes.len, NULL);
  if (is_utf8 &&
      (!encoding.len || str_is(encoding, "UTF-8") || str_is(encoding, "utf-8")))
    return true;
  bool is_given = encoding.len > 0;
  if (!is_given) encoding = S("CP949");
  if (!is_encoding_name(encoding))
    return diag(loading->diags, DIAG_TABLE_ENCODING, loading->asked,
                "'%.*s' is no name of an encoding", STR(encoding));
  int broken = 0;
  if (convert(loading->arena, bytes, encoding, &source->text, &broken))
    return true;
  Place place = place_at(source, broken, 1);
  if (is_given)
    return diag(loading->diags, DIAG_TABLE_ENCODING, place,
                "the text is not in the encoding '%.*s' from here on",
                STR(encoding));
  diag(loading->diags, DIAG_FILE_NOT_UTF8, place,
       "the text is neither UTF-8 nor CP949 from here on");
  diag_hint(loading->diags, "say what it is: \"encoding\" beside its url");
  return false;
}

static const Source *load_text(const Loading *loading) {
  Source *source = arena_new(loading->arena, Source);
  source->path = str_copy(loading->arena, loading->path);
  if (!file_read(loading->arena, loading->path, LIMIT_FILE_BYTES,
                 loading->asked, loading->diags, &source->text))
    return NULL;
  return decode(loading, source) ? source : NULL;
}

static Table *load_delimited(const Loading *loading, Str delimiter) {
  const Source *source = load_text(loading);
  if (!source) return NULL;
  return csv_read(loading->arena, source, delimiter, loading->diags);
}

static Table *load_csv(const Loading *loading) {
  return load_delimited(loading, S(","));
}

static Table *load_tsv(const Loading *loading) {
  return load_delimited(loading, S("\t"));
}

static Table *load_dsv(const Loading *loading) {
  Str delimiter = loading->format->delimiter;
  bool usable = str_length(delimiter) == 1 && !str_is(delimiter, "\"") &&
                !str_is(delimiter, "\n") && !str_is(delimiter, "\r");
  if (usable) return load_delimited(loading, delimiter);
  diag(loading->diags, DIAG_TABLE_FORMAT, loading->asked,
       "the delimiter of '%.*s' must be one character, and no quote",
       STR(loading->path));
  return NULL;
}

static Table *load_json(const Loading *loading) {
  const Source *source = load_text(loading);
  if (!source) return NULL;
  return json_rows_read(loading->arena, source, loading->format->property,
                        loading->diags);
}

static Table *load_ndjson(const Loading *loading) {
  const Source *source = load_text(loading);
  return source ? ndjson_read(loading->arena, source, loading->diags) : NULL;
}

static Table *load_topojson(const Loading *loading) {
  const Source *source = load_text(loading);
  if (!source) return NULL;
  return topojson_read(loading->arena, source, loading->format, loading->diags);
}

static Table *load_sqlite(const Loading *loading) {
  return sqlite_read(loading->arena, loading->path, loading->format->sql,
                     loading->asked, loading->diags);
}

static const struct {
  const char *type, *ending;
  LoadTable *load;
} readers[] = {
    {"csv", ".csv", load_csv},
    {"tsv", ".tsv", load_tsv},
    {"dsv", ".txt", load_dsv},
    {"json", ".json", load_json},
    {"ndjson", ".ndjson", load_ndjson},
    {"ndjson", ".jsonl", load_ndjson},
    {"sqlite", ".db", load_sqlite},
    {"sqlite", ".sqlite", load_sqlite},
    {"sqlite", ".sqlite3", load_sqlite},
    {"topojson", ".topojson", load_topojson},
};

static LoadTable *find_reader(Str type, Str path) {
  for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
    if (type.len ? str_is(type, readers[i].type)
                 : str_ends(path, str_from(readers[i].ending)))
      return readers[i].load;
  }
  return NULL;
}

Table *table_load(Arena *arena, Str path, const DataFormat *format, Place asked,
                  Diags *diags) {
  static const DataFormat by_name = {0};
  static const char *const types[] = {"csv",    "tsv",    "dsv",     "json",
                                      "ndjson", "sqlite", "topojson"};
  Loading loading = {arena, path, format ? format : &by_name, asked, diags};
  Str type = loading.format->type;
  if (!type.len && loading.format->delimiter.len) type = S("dsv");
  LoadTable *load = find_reader(type, path);
  if (load) return load(&loading);
  if (type.len) {
    diag(diags, DIAG_TABLE_FORMAT, asked, "no data format is called '%.*s'",
         STR(type));
    diag_hint_nearest(diags, type, types, (int)G_N_ELEMENTS(types));
  } else {
    diag(diags, DIAG_TABLE_FORMAT, asked,
         "the ending of '%.*s' does not say what data it holds", STR(path));
    diag_hint(diags, "name it: format csv, tsv, dsv, json, ndjson or sqlite");
  }
  return NULL;
}
