/* ISO 19005-2, 6.1: the file as bytes, its limits, what the catalog may not
 * hold. */
#include <glib.h>
#include <string.h>

#include "rules.h"

static void check_header(Inspection *inspection) {
  Str bytes = inspection->model->bytes;
  bool is_head = bytes.len > 15 && str_starts(bytes, S("%PDF-1.")) &&
                 bytes.text[7] >= '0' && bytes.text[7] <= '7' &&
                 bytes.text[8] == '\n';
  if (!is_head) {
    violation(inspection, "a 6.1.2-1", "the file's first line is wrong");
    return;
  }
  bool is_binary = bytes.text[9] == '%';
  for (int i = 10; i < 14; i++)
    is_binary = is_binary && (unsigned char)bytes.text[i] > 127;
  if (!is_binary)
    violation(inspection, "a 6.1.2-2", "no comment of four high bytes");
}

static void check_trailer(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  const json_t *ids = json_object_get(model->trailer, "/ID");
  bool has_id = json_array_size(ids) == 2 &&
                model_text(json_array_get(ids, 0))[0] &&
                model_text(json_array_get(ids, 1))[0];
  if (!has_id) violation(inspection, "a 6.1.3-1", "the trailer has no ID");
  if (json_object_get(model->trailer, "/Encrypt"))
    violation(inspection, "a 6.1.3-2", "the file is encrypted");
  if (!str_ends(model->bytes, S("%%EOF\n")))
    violation(inspection, "a 6.1.3-3", "bytes follow the end of the file");
}

static void check_filter(Inspection *inspection, const json_t *filter) {
  static const char *const allowed[] = {"/FlateDecode",     "/DCTDecode",
                                        "/ASCIIHexDecode",  "/ASCII85Decode",
                                        "/RunLengthDecode", "/CCITTFaxDecode",
                                        "/JBIG2Decode",     "/JPXDecode"};
  for (size_t i = 0; i < G_N_ELEMENTS(allowed); i++)
    if (model_is_name(filter, allowed[i])) return;
  violation(inspection, "a 6.1.7-4", "a stream has a filter %s",
            model_name(filter));
}

static void check_stream(Inspection *inspection, const char *key,
                         const json_t *dictionary) {
  static const char *const outside[] = {"/F", "/FFilter", "/FDecodeParms"};
  for (size_t i = 0; i < G_N_ELEMENTS(outside); i++)
    if (json_object_get(dictionary, outside[i]))
      violation(inspection, "a 6.1.7-3", "%s has %s", key, outside[i]);
  json_t *filter = json_object_get(dictionary, "/Filter"), *one;
  if (json_is_string(filter)) check_filter(inspection, filter);
  size_t i;
  json_array_foreach(filter, i, one) {
    check_filter(inspection, one);
  }
}

/* The bytes of a string as the file has it; qpdf tells UTF-8 or hexadecimal. */
static size_t string_bytes(const char *text) {
  size_t len = strlen(text) - 2;
  return text[0] == 'b' ? len / 2 : 2 * (size_t)g_utf8_strlen(text + 2, -1) + 2;
}

static void check_text(Inspection *inspection, const char *key,
                       const char *text) {
  if (text[0] == '/' && strlen(text) > 128)
    violation(inspection, "a 6.1.13-4", "%s has a name of %zu bytes", key,
              strlen(text) - 1);
  if ((text[0] == 'u' || text[0] == 'b') && text[1] == ':' &&
      string_bytes(text) > 32767)
    violation(inspection, "a 6.1.13-3", "%s has a string of %zu bytes", key,
              string_bytes(text));
}

static void check_values(Inspection *inspection, const char *key,
                         json_t *value) {
  json_t *inner;
  const char *name;
  size_t i;
  if (json_is_integer(value)) {
    json_int_t number = json_integer_value(value);
    if (number > G_MAXINT32 || number < G_MININT32)
      violation(inspection, "a 6.1.13-1", "%s has too great a number", key);
  } else if (json_is_string(value)) {
    check_text(inspection, key, json_string_value(value));
  } else if (json_is_array(value)) {
    json_array_foreach(value, i, inner) {
      check_values(inspection, key, inner);
    }
  } else if (json_is_object(value)) {
    json_object_foreach(value, name, inner) {
      check_text(inspection, key, name);
      check_values(inspection, key, inner);
    }
  }
}

static void check_objects(Inspection *inspection) {
  const char *key;
  json_t *object;
  json_object_foreach(inspection->model->objects, key, object) {
    json_t *stream = json_object_get(object, "stream");
    json_t *dictionary = json_object_get(stream, "dict");
    if (stream) check_stream(inspection, key, dictionary);
    check_values(inspection, key,
                 stream ? dictionary : json_object_get(object, "value"));
  }
}

static void check_box(Inspection *inspection, int page, const json_t *box) {
  double sides[4] = {0};
  for (size_t i = 0; i < 4; i++)
    sides[i] = json_number_value(json_array_get(box, i));
  for (int i = 0; i < 2; i++)
    if (sides[i + 2] - sides[i] < 3 || sides[i + 2] - sides[i] > 14400)
      violation(inspection, "a 6.1.13-11", "page %d is %g units", page + 1,
                sides[i + 2] - sides[i]);
}

static void check_absent(Inspection *inspection, const char *rule,
                         const json_t *dictionary, const char *key) {
  if (json_object_get(dictionary, key))
    violation(inspection, rule, "%s stands where it may not", key);
}

static void check_pages(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  for (int i = 0; i < model->pages.count; i++) {
    json_t *name = json_string(model->pages.items[i]);
    const json_t *page = model_resolve(model, name);
    check_box(inspection, i, model_find(model, page, "/MediaBox"));
    check_absent(inspection, "a 6.5.2-2", page, "/AA");
    check_absent(inspection, "a 6.10-2", page, "/PresSteps");
    json_decref(name);
  }
}

static void check_catalog(Inspection *inspection) {
  const json_t *catalog = inspection->model->catalog;
  check_absent(inspection, "a 6.5.2-1", catalog, "/AA");
  check_absent(inspection, "a 6.11-1", catalog, "/Requirements");
  check_absent(inspection, "a 6.4.2-2", catalog, "/NeedsRendering");
  check_absent(inspection, "a 6.9-1", catalog, "/OCProperties");
  check_absent(inspection, "a 6.4.1-3", catalog, "/AcroForm");
  check_absent(inspection, "a 6.5.1-1", catalog, "/OpenAction");
}

void rules_file(Inspection *inspection) {
  check_header(inspection);
  check_trailer(inspection);
  check_objects(inspection);
  check_pages(inspection);
  check_catalog(inspection);
}
