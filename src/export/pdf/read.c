/* cairo's file in, its objects and pages out (ISO 32000-1, 7.5). */
#include "export/pdf/read.h"

#include <string.h>

#include "base/limits.h"
#include "export/deflate.h"

/* The offset after the last "startxref". */
static int xref_offset(Str bytes) {
  static const char word[] = "startxref";
  int len = (int)strlen(word);
  for (int at = bytes.len - len; at >= 0; at--) {
    if (memcmp(bytes.text + at, word, (size_t)len)) continue;
    int after = at + len;
    return pdf_integer(pdf_token_next(bytes, &after).text, -1);
  }
  return -1;
}

/* One section, as cairo writes it: "xref", 0, the count, 20 bytes an entry. */
static bool read_xref(Arena *scratch, PdfFile *file, int *at) {
  Str bytes = file->bytes;
  if (!str_is(pdf_token_next(bytes, at).text, "xref")) return false;
  int first = pdf_integer(pdf_token_next(bytes, at).text, -1);
  file->count = pdf_integer(pdf_token_next(bytes, at).text, -1);
  if (first != 0 || file->count <= 0 || file->count > bytes.len / 20)
    return false;
  file->offsets = arena_array(scratch, int, file->count);
  for (int i = 0; i < file->count; i++) {
    int offset = pdf_integer(pdf_token_next(bytes, at).text, -1);
    pdf_token_next(bytes, at);
    bool is_used = str_is(pdf_token_next(bytes, at).text, "n");
    if (is_used && (offset <= 0 || offset >= bytes.len)) return false;
    file->offsets[i] = is_used ? offset : 0;
  }
  return str_is(pdf_token_next(bytes, at).text, "trailer");
}

/* Bytes of a stream begin after "stream" and a line break. */
static Str stream_bytes(const PdfFile *file, Str dictionary, int at) {
  Str length = pdf_resolve(file, pdf_dictionary_find(dictionary, "Length"));
  int len = pdf_integer(length, -1);
  if (at < file->bytes.len && file->bytes.text[at] == '\r') at++;
  if (at < file->bytes.len && file->bytes.text[at] == '\n') at++;
  if (len < 0 || len > file->bytes.len - at) return (Str){0};
  return str_slice(file->bytes, at, at + len);
}

PdfObject pdf_object(const PdfFile *file, int number) {
  PdfObject object = {0};
  if (number <= 0 || number >= file->count || !file->offsets[number])
    return object;
  int at = file->offsets[number];
  bool is_it = pdf_integer(pdf_token_next(file->bytes, &at).text, -1) == number;
  pdf_token_next(file->bytes, &at);
  if (!is_it || !str_is(pdf_token_next(file->bytes, &at).text, "obj"))
    return object;
  object.value = pdf_value_next(file->bytes, &at);
  if (!str_is(pdf_token_next(file->bytes, &at).text, "stream")) return object;
  object.is_stream = true;
  object.stream = stream_bytes(file, object.value, at);
  return object;
}

/* cairo refers to lengths only, and those are numbers: one step is enough. */
Str pdf_resolve(const PdfFile *file, Str value) {
  int number = pdf_reference(value);
  if (!number || number >= file->count || !file->offsets[number]) return value;
  int at = file->offsets[number];
  for (int i = 0; i < 3; i++)
    pdf_token_next(file->bytes, &at);
  return pdf_value_next(file->bytes, &at);
}

bool pdf_stream_bytes(Arena *scratch, const PdfObject *object, Str *bytes) {
  Str filter = pdf_dictionary_find(object->value, "Filter");
  *bytes = object->stream;
  if (!filter.len) return true;
  return str_is(filter, "/FlateDecode") &&
         inflate_bytes(scratch, object->stream, LIMIT_FILE_BYTES, bytes);
}

/* cairo's tree of pages has one level. */
static bool read_pages(Arena *scratch, PdfFile *file, Str trailer) {
  int root = pdf_reference(pdf_dictionary_find(trailer, "Root"));
  Str catalog = pdf_object(file, root).value;
  int tree = pdf_reference(pdf_dictionary_find(catalog, "Pages"));
  Str kids = pdf_dictionary_find(pdf_object(file, tree).value, "Kids");
  List(int) pages = {0};
  int at = 0;
  if (pdf_token_next(kids, &at).kind != PDF_OPEN_ARRAY) return false;
  for (Str kid; (kid = pdf_value_next(kids, &at)).len;)
    list_add(scratch, &pages, pdf_reference(kid));
  file->pages = pages.items;
  file->page_count = pages.count;
  return pages.count > 0;
}

bool pdf_file_read(Arena *scratch, Str bytes, PdfFile *file) {
  *file = (PdfFile){.bytes = bytes};
  int at = xref_offset(bytes);
  if (at < 0 || at >= bytes.len || !read_xref(scratch, file, &at)) return false;
  return read_pages(scratch, file, pdf_value_next(bytes, &at));
}
