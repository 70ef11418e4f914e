/* `data:` entries -> tables, and the list of files that were read. */
#include "article/data.h"

#include <glib.h>

#include "article/fill.h"
#include "article/front_matter.h"

static const char *const keys[] = {"url",      "values",    "sql",
                                   "format",   "delimiter", "encoding",
                                   "property", "types"};

typedef struct Entry {
  Reading *reading;
  const char *name;
  const json_t *json;
  Place place; /* of the name */
} Entry;

static Str entry_text(const Entry *entry, const char *key) {
  const json_t *value = json_object_get(entry->json, key);
  if (!value || json_is_null(value)) return (Str){0};
  Place place = front_text_place(entry->reading, entry->json, key);
  if (!json_is_string(value)) {
    diag(entry->reading->diags, DIAG_ARTICLE_WRONG_KIND, place,
         "'%s' must be text", key);
    return (Str){0};
  }
  return fill_str(entry->reading, json_str(value), place);
}

static DataFormat entry_format(const Entry *entry) {
  return (DataFormat){.type = entry_text(entry, "format"),
                      .delimiter = entry_text(entry, "delimiter"),
                      .property = entry_text(entry, "property"),
                      .sql = entry_text(entry, "sql"),
                      .encoding = entry_text(entry, "encoding"),
                      .parse = json_object_get(entry->json, "types")};
}

/* A password in a document must not be printed, nor the line that holds it. */
static bool holds_password(Str url) {
  int scheme = str_find(url, S("://"));
  if (scheme < 0) return false;
  Str rest = str_slice(url, scheme + 3, url.len);
  int at = str_find_char(rest, '@');
  int colon = str_find_char(rest, ':');
  int slash = str_find_char(rest, '/');
  return at > 0 && colon >= 0 && colon < at && (slash < 0 || at < slash);
}

static Table *load_file(const Entry *entry, Str url) {
  Reading *reading = entry->reading;
  Article *article = reading->article;
  Place asked = front_text_place(reading, entry->json, "url");
  if (holds_password(url)) {
    diag(reading->diags, DIAG_ARTICLE_SECRET, place_whole(reading->source),
         "the address of the data '%s' holds a password", entry->name);
    diag_hint(reading->diags, "keep it out of the document");
    return NULL;
  }
  Str path = file_resolve(reading->report, &article->access, url, asked,
                          reading->diags);
  if (path.len == 0) return NULL;
  DataFormat format = entry_format(entry);
  Table *table =
      table_load(reading->report, path, &format, asked, reading->diags);
  if (!table) return NULL;
  bool is_known = false;
  for (int i = 0; i < article->inputs.count && !is_known; i++)
    is_known = str_equal(article->inputs.items[i], path);
  if (!is_known) list_add(reading->report, &article->inputs, path);
  table_infer(reading->report, table, &format, reading->diags);
  return table;
}

static Table *inline_text(const Entry *entry, Str text) {
  Reading *reading = entry->reading;
  Source *source = arena_new(reading->report, Source);
  *source = (Source){reading->source->path, text};
  Str delimiter = entry_text(entry, "delimiter");
  Table *table =
      table_read_csv(reading->report, source,
                     delimiter.len ? delimiter.text[0] : ',', reading->diags);
  DataFormat format = entry_format(entry);
  if (table) table_infer(reading->report, table, &format, reading->diags);
  return table;
}

static Table *load(const Entry *entry) {
  Reading *reading = entry->reading;
  const json_t *values = json_object_get(entry->json, "values");
  Str url = entry_text(entry, "url");
  if (url.len && !values) return load_file(entry, url);
  if (values && !url.len) {
    if (json_is_string(values)) return inline_text(entry, json_str(values));
    Table *table = table_from_json(reading->report, values);
    DataFormat format = entry_format(entry);
    if (table && format.parse)
      table_infer(reading->report, table, &format, reading->diags);
    return table;
  }
  diag(reading->diags, DIAG_ARTICLE_DATA, entry->place,
       url.len ? "the data '%s' has both a url and values"
               : "the data '%s' has neither a url nor values",
       entry->name);
  diag_hint(reading->diags, "write %s: {url: file.csv}", entry->name);
  return NULL;
}

static void read_entry(Entry *entry) {
  Reading *reading = entry->reading;
  if (!json_is_object(entry->json)) {
    diag(reading->diags, DIAG_ARTICLE_WRONG_KIND, entry->place,
         "the data '%s' must be a map such as {url: file.csv}", entry->name);
    return;
  }
  front_check_keys(reading, entry->json, keys, (int)G_N_ELEMENTS(keys));
  int errors = reading->diags->error_count;
  const Table *table = load(entry);
  if (!table) {
    if (reading->diags->error_count == errors)
      diag(reading->diags, DIAG_ARTICLE_DATA, entry->place,
           "the data '%s' holds no rows", entry->name);
    return;
  }
  list_add(reading->report, &reading->article->tables.list,
           ((NamedTable){str_from(entry->name), table}));
}

void data_read(Reading *reading) {
  const Tree *front = reading->article->front;
  const json_t *all = json_object_get(front->root, "data");
  const char *name;
  json_t *json;
  json_object_foreach((json_t *)all, name, json) {
    Entry entry = {reading, name, json, tree_place_key(front, all, name)};
    read_entry(&entry);
  }
}
