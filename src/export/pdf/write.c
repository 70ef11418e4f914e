/* Objects in, the bytes of the file out (ISO 32000-1, 7.5.7 and 7.5.8). */
#include "export/pdf/write.h"

#include <assert.h>

#include "base/file.h"
#include "export/deflate.h"
#include "frame/coordinate.h"

enum { OBJECTS_PER_STREAM = 256, XREF_COLUMNS = 7 };

int pdf_reserve(PdfWriter *writer) {
  list_add(writer->scratch, &writer->entries, (PdfEntry){0});
  return writer->entries.count;
}

void pdf_set(PdfWriter *writer, int number, Str body) {
  PdfEntry *entry = &writer->entries.items[number - 1];
  assert(!entry->body.len && body.len);
  entry->body = body;
}

int pdf_add(PdfWriter *writer, Str body) {
  int number = pdf_reserve(writer);
  pdf_set(writer, number, body);
  return number;
}

void pdf_set_packed(PdfWriter *writer, int number, Str entries, Str bytes) {
  StrBuf body = {.arena = writer->scratch};
  strbuf_addf(&body, "<<%.*s/Length %d>>stream\n", STR(entries), bytes.len);
  strbuf_add(&body, bytes);
  strbuf_add(&body, S("\nendstream"));
  pdf_set(writer, number, strbuf_str(&body));
  writer->entries.items[number - 1].is_stream = true;
}

void pdf_set_stream(PdfWriter *writer, int number, Str entries, Str bytes) {
  Str packed = deflate_bytes(writer->scratch, bytes);
  Str all = str_join(writer->scratch, entries, S("/Filter/FlateDecode"));
  pdf_set_packed(writer, number, all, packed);
}

void pdf_put_bytes(StrBuf *body, Str bytes) {
  strbuf_add(body, S("("));
  for (int i = 0; i < bytes.len; i++) {
    char c = bytes.text[i];
    if (c == '(' || c == ')' || c == '\\')
      strbuf_addf(body, "\\%c", c);
    else if (c == '\r')
      strbuf_add(body, S("\\r"));
    else
      strbuf_add(body, (Str){&c, 1});
  }
  strbuf_add(body, S(")"));
}

static bool is_ascii(Str text) {
  for (int i = 0; i < text.len; i++)
    if (text.text[i] < ' ' || text.text[i] > '~') return false;
  return true;
}

/* No string is longer than 32767 bytes (ISO 19005-2, 6.1.13); each byte of
 * UTF-8 is at most two of UTF-16. */
static Str shortened(Str text) {
  enum { TEXT_MAX = 16000 };
  if (text.len <= TEXT_MAX) return text;
  int end = TEXT_MAX;
  while (end > 0 && (text.text[end] & 0xC0) == 0x80)
    end--;
  return str_slice(text, 0, end);
}

void pdf_put_text(StrBuf *body, Str whole) {
  Str text = shortened(whole);
  if (is_ascii(text)) {
    pdf_put_bytes(body, text);
    return;
  }
  strbuf_add(body, S("<FEFF"));
  for (int at = 0; at < text.len;) {
    uint32_t c = str_next(text, &at);
    if (c >= 0x10000) {
      strbuf_addf(body, "%04X", 0xD800 + ((c - 0x10000) >> 10));
      c = 0xDC00 + ((c - 0x10000) & 0x3FF);
    }
    strbuf_addf(body, "%04X", c);
  }
  strbuf_add(body, S(">"));
}

void pdf_put_name(StrBuf *body, Str name) {
  strbuf_add(body, S("/"));
  for (int i = 0; i < name.len; i++) {
    char c = name.text[i];
    bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                    (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
    if (is_plain)
      strbuf_add(body, (Str){&c, 1});
    else
      strbuf_addf(body, "#%02X", (unsigned char)c);
  }
}

void pdf_put_number(StrBuf *body, double number) {
  coordinate_add_fixed(body, number, 3);
}

/* Where each object ended up: in the file, or in an object stream. */
typedef struct PdfXref {
  int offset; /* in the file, or the stream's number */
  int index;  /* in the stream; -1: in the file */
} PdfXref;

typedef struct PdfOutput {
  PdfWriter *writer;
  StrBuf file;
  PdfXref *xref; /* of object i + 1 */
} PdfOutput;

static void put_object(PdfOutput *output, int number) {
  output->xref[number - 1] = (PdfXref){output->file.len, -1};
  strbuf_addf(&output->file, "%d 0 obj\n", number);
  strbuf_add(&output->file, output->writer->entries.items[number - 1].body);
  strbuf_add(&output->file, S("\nendobj\n"));
}

static void put_streams(PdfOutput *output, int count) {
  for (int i = 0; i < count; i++)
    if (output->writer->entries.items[i].is_stream) put_object(output, i + 1);
}

/* One object stream of the plain objects from *at on; false: none is left. */
static bool put_object_stream(PdfOutput *output, int *at, int count) {
  PdfWriter *writer = output->writer;
  StrBuf head = {.arena = writer->scratch}, bodies = {.arena = writer->scratch};
  int packed = 0, number = writer->entries.count + 1;
  for (; *at < count && packed < OBJECTS_PER_STREAM; (*at)++) {
    const PdfEntry *entry = &writer->entries.items[*at];
    if (entry->is_stream) continue;
    assert(entry->body.len && "an object was reserved but never set");
    output->xref[*at] = (PdfXref){number, packed++};
    strbuf_addf(&head, "%d %d ", *at + 1, bodies.len);
    strbuf_add(&bodies, entry->body);
    strbuf_add(&bodies, S("\n"));
  }
  if (!packed) return false;
  Str entries = str_format(writer->scratch, "/Type/ObjStm/N %d/First %d",
                           packed, head.len);
  strbuf_add(&head, strbuf_str(&bodies));
  pdf_set_stream(writer, pdf_reserve(writer), entries, strbuf_str(&head));
  put_object(output, number);
  return true;
}

static void put_field(unsigned char *at, int width, unsigned value) {
  for (int i = width - 1; i >= 0; i--, value >>= 8)
    at[i] = (unsigned char)value;
}

/* Rows of type, offset and index, each less the one above (filter 2). */
static Str xref_rows(const PdfOutput *output, int count) {
  Arena *scratch = output->writer->scratch;
  int row_bytes = XREF_COLUMNS + 1;
  unsigned char *rows = arena_alloc_array(scratch, count, (size_t)row_bytes);
  unsigned char above[XREF_COLUMNS] = {0};
  for (int i = 0; i < count; i++) {
    unsigned char row[XREF_COLUMNS] = {0};
    const PdfXref *xref = i ? &output->xref[i - 1] : NULL;
    row[0] = (unsigned char)(!xref ? 0 : xref->index < 0 ? 1 : 2);
    if (xref) put_field(row + 1, 4, (unsigned)xref->offset);
    put_field(row + 5, 2,
              !xref             ? 0xFFFFu
              : xref->index < 0 ? 0
                                : (unsigned)xref->index);
    unsigned char *out = rows + (size_t)i * (size_t)row_bytes;
    out[0] = 2;
    for (int k = 0; k < XREF_COLUMNS; k++) {
      out[k + 1] = (unsigned char)(row[k] - above[k]);
      above[k] = row[k];
    }
  }
  return (Str){(const char *)rows, count * row_bytes};
}

static void put_xref(PdfOutput *output, int catalog, int info) {
  PdfWriter *writer = output->writer;
  Str id =
      str_slice(sha256_hex(writer->scratch, strbuf_str(&output->file)), 0, 32);
  int number = pdf_reserve(writer), offset = output->file.len;
  output->xref[number - 1] = (PdfXref){offset, -1};
  Str entries = str_format(
      writer->scratch,
      "/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%.*s><%.*s>]"
      "/DecodeParms<</Predictor 12/Columns %d>>",
      number + 1, catalog, info, STR(id), STR(id), XREF_COLUMNS);
  pdf_set_stream(writer, number, entries, xref_rows(output, number + 1));
  put_object(output, number);
  strbuf_addf(&output->file, "startxref\n%d\n%%%%EOF\n", offset);
}

Str pdf_write(PdfWriter *writer, Arena *arena, int catalog, int info) {
  int count = writer->entries.count;
  int room = count + count / OBJECTS_PER_STREAM + 8;
  PdfOutput output = {.writer = writer,
                      .file = {.arena = arena},
                      .xref = arena_array(writer->scratch, PdfXref, room)};
  strbuf_add(&output.file, S("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
  put_streams(&output, count);
  for (int at = 0; put_object_stream(&output, &at, count);)
    ;
  put_xref(&output, catalog, info);
  return strbuf_str(&output.file);
}
