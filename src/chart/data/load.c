/* `data` objects: files, values, named tables. */
#include "base/limits.h"
#include "chart/data/data.h"
#include "chart/data/files.h"
#include "chart/data/generate.h"

static Str format_text(const json_t *format, const char *name) {
  return json_str(json_object_get(format, name));
}

static DataFormat format_read(const json_t *json) {
  return (DataFormat){.type = format_text(json, "type"),
                      .delimiter = format_text(json, "delimiter"),
                      .property = format_text(json, "property"),
                      .feature = format_text(json, "feature"),
                      .mesh = format_text(json, "mesh"),
                      .sql = format_text(json, "sql"),
                      .encoding = format_text(json, "encoding"),
                      .parse = json_object_get(json, "parse")};
}

/* Columns that format.parse names; the rest keep their text. */
static void parse_named(Arena *arena, Table *table, const json_t *parse) {
  const char *name;
  json_t *type;
  json_object_foreach((json_t *)parse, name, type) {
    int index = table_find_index(table, str_from(name)), first_bad;
    if (index < 0 || !json_is_string(type)) continue;
    column_parse(arena, &table->columns.items[index], table->row_count,
                 json_str(type), &first_bad);
  }
}

/* A file that is to be read. */
typedef struct DataFile {
  Str path;
  const json_t *format;
  Place asked;
  Diags *diags;
} DataFile;

static const Table *read_file(void *owner, Arena *arena) {
  const DataFile *file = owner;
  DataFormat format = format_read(file->format);
  Table *table =
      table_load(arena, file->path, &format, file->asked, file->diags);
  if (table) parse_named(arena, table, format.parse);
  return table;
}

/* What is the same for two files that give the same table. */
static Str file_key(Arena *arena, Str path, const json_t *format) {
  char *described = json_dumps(format, JSON_SORT_KEYS | JSON_COMPACT);
  Str key = str_format(arena, "%.*s %s", STR(path), described ? described : "");
  free(described);
  return key;
}

static const LoadedTable *find_loaded(const Drawing *drawing, Str key) {
  for (int i = 0; i < drawing->loaded.count; i++)
    if (str_equal(drawing->loaded.items[i].key, key))
      return &drawing->loaded.items[i];
  return NULL;
}

static const Table *load_url(Drawing *drawing, const json_t *data) {
  Arena *arena = drawing->arena;
  Str url = json_str(json_object_get(data, "url"));
  Place asked = drawing_place(drawing, data, "url");
  if (!url.len) {
    diag(drawing->diags, DIAG_CHART_NO_DATA, asked,
         "'url' must be the name of a file");
    return NULL;
  }
  DataFile file = {.format = json_object_get(data, "format"),
                   .asked = asked,
                   .diags = drawing->diags};
  Str url_key = file_key(arena, url, file.format);
  const LoadedTable *loaded = find_loaded(drawing, url_key);
  if (loaded) return loaded->table;
  file.path =
      file_resolve(arena, drawing->request->access, url, asked, drawing->diags);
  if (!file.path.len) return NULL;
  ChartFiles *files = drawing->request->files;
  const Table *table =
      files ? chart_files_load(files, file_key(arena, file.path, file.format),
                               read_file, &file, drawing->diags)
            : read_file(&file, arena);
  if (table) list_add(arena, &drawing->loaded, ((LoadedTable){url_key, table}));
  return table;
}

/* The value at a path of names apart by dots; NULL: there is none. */
static const json_t *inner_value(Drawing *drawing, const json_t *json,
                                 Str path) {
  while (path.len && json) {
    int dot = str_find_char(path, '.');
    Str name = dot < 0 ? path : str_slice(path, 0, dot);
    json = json_object_get(json, str_c(drawing->arena, name));
    path = dot < 0 ? (Str){0} : str_slice(path, dot + 1, path.len);
  }
  return json;
}

static const Table *load_values(Drawing *drawing, const json_t *data) {
  Arena *arena = drawing->arena;
  const json_t *values = json_object_get(data, "values");
  const json_t *format = json_object_get(data, "format");
  Str property = format_text(format, "property");
  if (property.len && json_is_object(values))
    values = inner_value(drawing, values, property);
  Table *table;
  if (json_is_string(values) && !str_is(format_text(format, "type"), "json")) {
    Source *source = arena_new(arena, Source);
    *source = (Source){drawing->tree->place.source->path, json_str(values)};
    char delimiter = str_is(format_text(format, "type"), "tsv") ? '\t' : ',';
    Str given = format_text(format, "delimiter");
    if (given.len) delimiter = given.text[0];
    table = table_read_csv(arena, source, delimiter, drawing->diags);
    if (table) table->source = NULL;
  } else if (json_is_string(values)) {
    json_t *parsed =
        drawing_keep(drawing, json_loadb(json_string_value(values),
                                         json_string_length(values), 0, NULL));
    table = table_from_json(arena, parsed);
  } else {
    table = table_from_json(arena, values);
  }
  if (table) parse_named(arena, table, json_object_get(format, "parse"));
  return table;
}

/* The data object with rows of its own that is called so, in a view or in those
 * in it. */
static const json_t *named_data(const json_t *spec, Str name, int depth) {
  static const char *const lists[] = {"layer", "concat", "hconcat", "vconcat"};
  if (depth > LIMIT_VIEW_DEPTH || !json_is_object(spec)) return NULL;
  const json_t *data = json_object_get(spec, "data");
  if (str_equal(json_str(json_object_get(data, "name")), name) &&
      json_object_size(data) > 1)
    return data;
  for (int i = 0; i < 4; i++) {
    const json_t *list = json_object_get(spec, lists[i]);
    for (size_t j = 0; j < json_array_size(list); j++) {
      const json_t *found =
          named_data(json_array_get(list, j), name, depth + 1);
      if (found) return found;
    }
  }
  return named_data(json_object_get(spec, "spec"), name, depth + 1);
}

static const Table *load_dataset(Drawing *drawing, const json_t *rows,
                                 const json_t *data) {
  json_t *inner = drawing_keep(drawing, drawing_copy(drawing, data));
  json_object_set(inner, "values", (json_t *)rows);
  return load_values(drawing, inner);
}

static const Table *report_table(const Drawing *drawing, Str name) {
  const TableSet *tables = drawing->request->tables;
  return tables ? table_set_find(tables, name) : NULL;
}

static const Table *find_named(Drawing *drawing, const json_t *data, Str name) {
  const json_t *rows =
      json_object_get(drawing->datasets, str_c(drawing->arena, name));
  if (rows) return load_dataset(drawing, rows, data);
  const json_t *named = named_data(drawing->tree->root, name, 0);
  return named ? data_load(drawing, named) : report_table(drawing, name);
}

const Table *data_find(Drawing *drawing, Str name) {
  const LoadedTable *loaded = find_loaded(drawing, name);
  if (loaded) return loaded->table;
  const Table *table = find_named(drawing, NULL, name);
  list_add(drawing->arena, &drawing->loaded, ((LoadedTable){name, table}));
  return table;
}

static const Table *load_named(Drawing *drawing, const json_t *data) {
  Str name = json_str(json_object_get(data, "name"));
  const Table *table = find_named(drawing, data, name);
  if (!table) {
    diag(drawing->diags, DIAG_CHART_NO_DATA,
         drawing_place(drawing, data, "name"), "no data is called '%.*s'",
         STR(name));
    diag_hint(drawing->diags, "name it under data: in the report, or under "
                              "\"datasets\" in the spec");
  }
  return table;
}

const Table *data_load(Drawing *drawing, const json_t *data) {
  if (json_object_get(data, "url")) return load_url(drawing, data);
  if (json_object_get(data, "values")) return load_values(drawing, data);
  const Table *generated;
  if (data_generate(drawing, data, &generated)) return generated;
  if (json_object_get(data, "name")) return load_named(drawing, data);
  diag(drawing->diags, DIAG_CHART_NO_DATA, drawing_place(drawing, data, NULL),
       "the data have none of url, values, name, sequence, sphere and "
       "graticule");
  return NULL;
}
