/* The list of mutations: what is taken away, and the rule that must notice. */
#include "mutations.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "rules.h"

/* Changes the first thing of its kind; false when the file has none. */
typedef bool Mutate(PdfModel *model, const char *argument);

/* Takes a key away wherever it stands first, at any depth. */
static bool remove_key(json_t *value, const char *key) {
  json_t *inner;
  const char *name;
  size_t i;
  if (json_is_object(value)) {
    if (json_object_del(value, key) == 0) return true;
    json_object_foreach(value, name, inner) {
      if (remove_key(inner, key)) return true;
    }
  }
  json_array_foreach(value, i, inner) {
    if (remove_key(inner, key)) return true;
  }
  return false;
}

static bool without(PdfModel *model, const char *key) {
  return remove_key(model->objects, key);
}

static bool without_catalog_entry(PdfModel *model, const char *key) {
  return json_object_del(model->catalog, key) == 0;
}

static bool without_trailer_entry(PdfModel *model, const char *key) {
  return json_object_del(model->trailer, key) == 0;
}

static bool is_kind(const json_t *value, const char *kind) {
  static const char *const keys[] = {"/S", "/Subtype", "/Type"};
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    if (!strcmp(model_name(json_object_get(value, keys[i])), kind)) return true;
  return false;
}

/* The first dictionary of a kind: an element's role, an annotation's type. */
static json_t *find_kind(PdfModel *model, const char *kind) {
  const char *key;
  json_t *object;
  json_object_foreach(model->objects, key, object) {
    json_t *value = json_object_get(object, "value");
    json_t *stream = json_object_get(object, "stream");
    if (stream) value = json_object_get(stream, "dict");
    if (is_kind(value, kind)) return value;
  }
  return NULL;
}

/* From every page, since not all have annotations. */
static bool without_tabs(PdfModel *model, const char *key) {
  if (!find_kind(model, "Annot")) return false;
  while (remove_key(model->objects, key))
    ;
  return true;
}

/* "Figure /Alt": takes a key from the first dictionary of a kind. */
static bool without_entry(PdfModel *model, const char *argument) {
  char **words = g_strsplit(argument, " ", 2);
  bool is_done = remove_key(find_kind(model, words[0]), words[1]);
  g_strfreev(words);
  return is_done;
}

static json_t *find_element(PdfModel *model, const char *role) {
  const char *key;
  json_t *object;
  json_object_foreach(model->objects, key, object) {
    json_t *value = json_object_get(object, "value");
    if (is_kind(value, "StructElem") && is_kind(value, role)) return value;
  }
  return NULL;
}

static bool without_ids(PdfModel *model, const char *role) {
  const char *key;
  json_t *object;
  bool is_done = false;
  json_object_foreach(model->objects, key, object) {
    json_t *value = json_object_get(object, "value");
    if (is_kind(value, "StructElem") && is_kind(value, role))
      is_done |= json_object_del(value, "/ID") == 0;
  }
  return is_done;
}

/* "TBody TH": the first element of one role gets the other. */
static bool with_role(PdfModel *model, const char *argument) {
  char **words = g_strsplit(argument, " ", 2);
  json_t *element = find_element(model, words[0]);
  char *name = g_strconcat("/", words[1], NULL);
  if (element) json_object_set_new(element, "/S", json_string(name));
  g_free(name);
  g_strfreev(words);
  return element != NULL;
}

/* The first cell spans more columns than it has. */
static bool with_wide_cell(PdfModel *model, const char *role) {
  json_t *cell = find_element(model, role);
  return cell && json_object_set_new(cell, "/A",
                                     json_pack("{s:s,s:i}", "/O", "/Table",
                                               "/ColSpan", 2)) == 0;
}

/* "/F 2": the first such entry gets the number. */
static bool set_number(json_t *value, const char *key, int number) {
  json_t *inner;
  const char *name;
  size_t i;
  if (json_is_integer(json_object_get(value, key)))
    return json_object_set_new(value, key, json_integer(number)) == 0;
  json_object_foreach(value, name, inner) {
    if (set_number(inner, key, number)) return true;
  }
  json_array_foreach(value, i, inner) {
    if (set_number(inner, key, number)) return true;
  }
  return false;
}

static bool with_number(PdfModel *model, const char *argument) {
  char **words = g_strsplit(argument, " ", 2);
  int number = (int)g_ascii_strtoll(words[1], NULL, 10);
  bool is_done = set_number(model->objects, words[0], number);
  g_strfreev(words);
  return is_done;
}

static bool with_language(PdfModel *model, const char *argument) {
  return json_object_set_new(model->catalog, "/Lang", json_string(argument)) ==
         0;
}

/* "old|new", wherever it stands in a stream. */
static bool replace_in(PdfModel *model, const json_t *reference,
                       const char *argument) {
  char **words = g_strsplit(argument, "|", 2);
  Str bytes = model_stream(model, model->arena, reference);
  bool is_there = str_find(bytes, str_from(words[0])) >= 0;
  if (is_there) {
    char **parts = g_strsplit(str_c(model->arena, bytes), words[0], -1);
    char *whole = g_strjoinv(words[1], parts);
    model_set_stream(model, json_string_value(reference), str_from(whole));
    g_free(whole);
    g_strfreev(parts);
  }
  g_strfreev(words);
  return is_there;
}

static bool in_content(PdfModel *model, const char *argument) {
  for (int i = 0; i < model->pages.count; i++) {
    json_t *name = json_string(model->pages.items[i]);
    const json_t *contents =
        json_object_get(model_resolve(model, name), "/Contents");
    bool is_done = replace_in(model, contents, argument);
    json_decref(name);
    if (is_done) return true;
  }
  return false;
}

static bool in_metadata(PdfModel *model, const char *argument) {
  return replace_in(model, json_object_get(model->catalog, "/Metadata"),
                    argument);
}

static bool in_unicode_map(PdfModel *model, const char *argument) {
  const char *key;
  json_t *object;
  json_object_foreach(model->objects, key, object) {
    json_t *map =
        json_object_get(json_object_get(object, "value"), "/ToUnicode");
    if (map) return replace_in(model, map, argument);
  }
  return false;
}

static bool in_bytes(PdfModel *model, const char *argument) {
  char *text = str_c(model->arena, model->bytes);
  text[(int)g_ascii_strtoll(argument, NULL, 10)] = 'x';
  model->bytes.text = text;
  return true;
}

static const struct {
  const char *rule;
  Mutate *mutate;
  const char *argument;
} mutations[] = {
    {"ua 7.3-1", without_entry, "Figure /Alt"},
    {"ISO 32000-1 14.8.5.4.3", without_entry, "Figure /BBox"},
    {"ua 7.7-1", without_entry, "Formula /Alt"},
    {"ua 7.5-1", without, "/Scope"},
    {"ua 7.2-34", without_catalog_entry, "/Lang"},
    {"ua 7.2-29", with_language, "u:한국어"},
    {"ua 7.18.3-1", without_tabs, "/Tabs"},
    {"ua 7.18.5-2", without_entry, "Annot /Contents"},
    {"ua 7.18.5-1", without, "/StructParent"},
    {"ua 7.18.5-1", with_role, "Link Span"},
    {"a 6.3.2-1", without_entry, "Annot /F"},
    {"ua 7.1-3", in_content, "/Artifact<<|/Untold<<"},
    {"ua 7.1-3", in_content, "EMC|q Q"},
    {"ua 7.1-3", without, "/ParentTree"},
    {"ua 7.1-3", with_number, "/StructParents 9999"},
    {"a 6.2.4.3-2", without_catalog_entry, "/OutputIntents"},
    {"ua 7.21.3.2-1", without, "/CIDToGIDMap"},
    {"ua 7.21.4.1-1", without, "/FontFile3"},
    {"ua 7.21.5-1", without, "/W"},
    {"ua 7.21.7-1", without, "/ToUnicode"},
    {"ua 7.21.7-2", in_unicode_map, "endbfchar|<0001><FEFF>\nendbfchar"},
    {"ua 7.1-10", without_catalog_entry, "/ViewerPreferences"},
    {"a 6.7.2-1", without_catalog_entry, "/MarkInfo"},
    {"a 6.7.3-1", without_catalog_entry, "/StructTreeRoot"},
    {"ua 7.1-8", without_catalog_entry, "/Metadata"},
    {"a 6.1.3-1", without_trailer_entry, "/ID"},
    {"a 6.1.2-2", in_bytes, "10"},
    {"ua 5-1", in_metadata, "<pdfuaid:part>1|<pdfuaid:part>2"},
    {"ua 7.1-9", in_metadata, "dc:title|dc:label"},
    {"a 6.6.2.3-7", in_metadata,
     "pdfaSchema:prefix>pdfuaid|pdfaSchema:prefix>other"},
    {"a 6.6.4-3", in_metadata, "conformance>A|conformance>B"},
    {"a1 6.7.3", without_trailer_entry, "/Info"},
    {"ua 7.9-1", without_entry, "Note /ID"},
    {"ua 7.5-2", without_ids, "TH"},
    {"ua 7.2-14", with_role, "TBody TFoot"},
    {"ua 7.2-42", with_wide_cell, "TD"},
    {"ua 7.2-42", without, "/RowSpan"},
    {"ua 7.2-17", with_role, "L Div"},
    {"ua 7.2-20", with_role, "LBody P"},
    {"ua 7.2-26", with_role, "TOC Div"},
    {"ua 7.4.2-1", with_role, "H1 H3"},
    {"ua 7.1-5", with_role, "P Paragraph"},
    {"a 6.8-3", without, "/AFRelationship"},
    {"a 6.8-4", without_catalog_entry, "/AF"},
    {"ISO 19005-3 6.8", without_entry, "EmbeddedFile /ModDate"},
};

static bool finds(Arena *arena, const PdfModel *model, const char *rule) {
  Inspection inspection;
  inspect(arena, model, &inspection);
  for (int i = 0; i < inspection.violations.count; i++)
    if (!strcmp(inspection.violations.items[i].rule, rule)) return true;
  return false;
}

/* Whether one of the files is found to lack what the mutation takes; in others
 * the thing may be one that need not be there. */
static bool try_one(Arena *arena, PdfModel *const *models, int count, int at) {
  for (int i = 0; i < count; i++) {
    PdfModel *copy = model_copy(arena, models[i]);
    if (mutations[at].mutate(copy, mutations[at].argument) &&
        finds(arena, copy, mutations[at].rule))
      return true;
  }
  return false;
}

void mutations_try(Arena *arena, char *const *paths, int count, int *passed,
                   int *failed) {
  PdfModel **models = arena_array(arena, PdfModel *, count);
  for (int i = 0; i < count; i++) {
    models[i] = model_read(arena, str_from(paths[i]));
    if (models[i]) continue;
    printf("FAILED %s: qpdf cannot read it\n", paths[i]);
    ++*failed;
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(mutations); i++) {
    bool is_found = try_one(arena, models, count, (int)i);
    ++*(is_found ? passed : failed);
    if (!is_found)
      printf("FAILED: nothing finds that '%s' is gone (%s)\n",
             mutations[i].argument, mutations[i].rule);
  }
}
