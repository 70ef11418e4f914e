/* ISO 19005-2, 6.6 and ISO 14289-1, 5 and 7.1: what the file says of itself. */
#include <glib.h>
#include <string.h>

#include "rules.h"

/* Simple properties and the items of lists, by their path of element names. */
typedef struct Xmp {
  GHashTable *values; /* "rdf:RDF/…/pdfaid:part" without the head -> text */
  GString *path;
  References names; /* of properties: the children of rdf:Description */
  Arena *arena;
} Xmp;

static void start_element(GMarkupParseContext *context, const char *name,
                          const char **attributes, const char **values,
                          gpointer data, GError **error) {
  (void)context, (void)attributes, (void)values, (void)error;
  Xmp *xmp = data;
  if (g_str_has_suffix(xmp->path->str, "/rdf:Description"))
    list_add(xmp->arena, &xmp->names, str_c(xmp->arena, str_from(name)));
  g_string_append_printf(xmp->path, "/%s", name);
}

static void end_element(GMarkupParseContext *context, const char *name,
                        gpointer data, GError **error) {
  (void)context, (void)name, (void)error;
  Xmp *xmp = data;
  g_string_truncate(xmp->path,
                    (gsize)(strrchr(xmp->path->str, '/') - xmp->path->str));
}

static void add_text(GMarkupParseContext *context, const char *text, gsize len,
                     gpointer data, GError **error) {
  (void)context, (void)error;
  Xmp *xmp = data;
  const char *key = strstr(xmp->path->str, "/rdf:Description/");
  if (!key) return;
  g_hash_table_insert(xmp->values, g_strdup(key + strlen("/rdf:Description/")),
                      g_strndup(text, len));
}

static bool read_xmp(Xmp *xmp, Str bytes) {
  static const GMarkupParser parser = {start_element, end_element, add_text,
                                       NULL, NULL};
  GMarkupParseContext *context =
      g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, xmp, NULL);
  bool is_read = g_markup_parse_context_parse(context, bytes.text,
                                              (gssize)bytes.len, NULL) &&
                 g_markup_parse_context_end_parse(context, NULL);
  g_markup_parse_context_free(context);
  return is_read;
}

static const char *value_of(const Xmp *xmp, const char *key) {
  const char *value = g_hash_table_lookup(xmp->values, key);
  return value ? value : "";
}

static void check_claims(Inspection *inspection, const Xmp *xmp) {
  inspection->part =
      (int)g_ascii_strtoll(value_of(xmp, "pdfaid:part"), NULL, 10);
  if (inspection->part != 2 && inspection->part != 3)
    violation(inspection, "a 6.6.4-2", "the part of PDF/A is not told");
  if (strcmp(value_of(xmp, "pdfaid:conformance"), "A"))
    violation(inspection, "a 6.6.4-3", "the level is not A");
  if (strcmp(value_of(xmp, "pdfuaid:part"), "1"))
    violation(inspection, "ua 5-1", "PDF/UA-1 is not claimed");
  if (!value_of(xmp, "dc:title/rdf:Alt/rdf:li")[0])
    violation(inspection, "ua 7.1-9", "the metadata have no dc:title");
}

/* XMP of 2005 knows these; pdfuaid needs a schema in the file. */
static void check_schemas(Inspection *inspection, const Xmp *xmp) {
  static const char *const known[] = {
      "dc:", "xmp:", "pdf:", "pdfaid:", "pdfaExtension:"};
  const char *described =
      value_of(xmp, "pdfaExtension:schemas/rdf:Bag/rdf:li/pdfaSchema:prefix");
  for (int i = 0; i < xmp->names.count; i++) {
    const char *name = xmp->names.items[i];
    bool is_known = g_str_has_prefix(name, described) && described[0];
    for (size_t k = 0; k < G_N_ELEMENTS(known); k++)
      is_known = is_known || g_str_has_prefix(name, known[k]);
    if (!is_known)
      violation(inspection, "a 6.6.2.3-7", "no schema describes %s", name);
  }
}

static void check_in_step(Inspection *inspection, const Xmp *xmp) {
  static const struct {
    const char *info, *xmp;
  } pairs[] = {{"/Title", "dc:title/rdf:Alt/rdf:li"},
               {"/Author", "dc:creator/rdf:Seq/rdf:li"},
               {"/Subject", "dc:description/rdf:Alt/rdf:li"},
               {"/Keywords", "pdf:Keywords"},
               {"/Creator", "xmp:CreatorTool"},
               {"/Producer", "pdf:Producer"}};
  const json_t *info =
      model_find(inspection->model, inspection->model->trailer, "/Info");
  for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (strcmp(model_text(json_object_get(info, pairs[i].info)),
               value_of(xmp, pairs[i].xmp)))
      violation(inspection, "a1 6.7.3", "Info and XMP tell two %s",
                pairs[i].info);
}

static void check_packet(Inspection *inspection, Str packet, const Xmp *xmp) {
  int head = str_find(packet, S("?>"));
  Str first = str_slice(packet, 0, head < 0 ? 0 : head);
  if (str_find(first, S("bytes=")) >= 0)
    violation(inspection, "a 6.6.2.1-2", "the packet has bytes=");
  if (str_find(first, S("encoding=")) >= 0)
    violation(inspection, "a 6.6.2.1-3", "the packet has encoding=");
  check_claims(inspection, xmp);
  check_schemas(inspection, xmp);
  check_in_step(inspection, xmp);
}

static void check_metadata(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  const json_t *reference = json_object_get(model->catalog, "/Metadata");
  Str packet = model_stream(model, inspection->arena, reference);
  if (!packet.len) {
    violation(inspection, "ua 7.1-8", "the catalog has no Metadata");
    return;
  }
  if (json_object_get(model_find(model, model->catalog, "/Metadata"),
                      "/Filter"))
    violation(inspection, "jikji", "the metadata are packed");
  Xmp xmp = {.values =
                 g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
             .path = g_string_new(""),
             .arena = inspection->arena};
  if (read_xmp(&xmp, packet))
    check_packet(inspection, packet, &xmp);
  else
    violation(inspection, "a 6.6.2.1-4", "the metadata are no XML");
  g_hash_table_unref(xmp.values);
  g_string_free(xmp.path, TRUE);
}

static void check_viewer(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  const json_t *viewer =
      model_find(model, model->catalog, "/ViewerPreferences");
  if (!json_is_true(json_object_get(viewer, "/DisplayDocTitle")))
    violation(inspection, "ua 7.1-10",
              "viewers are not told to show the title");
  const json_t *marks = model_find(model, model->catalog, "/MarkInfo");
  if (!json_is_true(json_object_get(marks, "/Marked")))
    violation(inspection, "a 6.7.2-1", "the file does not say it is marked");
  if (json_is_true(json_object_get(marks, "/Suspects")))
    violation(inspection, "ua 7.1-4", "the file suspects its tags");
}

void rules_metadata(Inspection *inspection) {
  check_metadata(inspection);
  check_viewer(inspection);
}
