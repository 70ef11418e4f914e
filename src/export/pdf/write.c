/* Objects in, the bytes of the file out (ISO 32000-1, 7.5.7 and 7.5.8). */
#include "export/pdf/write.h"

#include <assert.h>

#include "base/file.h"

enum { OBJECTS_PER_STREAM = 256, XREF_COLUMNS = 7 };

void pdf_open(PdfWriter *writer, Arena *scratch, Arena *arena, int pages) {
  enum { PAGE_BYTES = 4500 }; /* of text, as packed */
  *writer = (PdfWriter){.scratch = scratch,
                        .deflater = deflater_open(scratch, DEFLATE_PAGES),
                        .file = {.arena = arena},
                        .packed = {.arena = scratch},
                        .heads = {.arena = scratch},
                        .bodies = {.arena = scratch}};
  strbuf_reserve(&writer->file, PAGE_BYTES * pages);
  strbuf_add(&writer->file, S("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
}

int pdf_reserve(PdfWriter *writer) {
  list_add(writer->scratch, &writer->xref, (PdfXref){0});
  return writer->xref.count;
}

static void place(PdfWriter *writer, int number, PdfXref xref) {
  assert(!writer->xref.items[number - 1].offset);
  writer->xref.items[number - 1] = xref;
}

/* ---- Streams stand in the file itself ---- */

static void put_stream(PdfWriter *writer, int number, Str entries, Str filter,
                       Str bytes) {
  StrBuf *file = &writer->file;
  place(writer, number, (PdfXref){file->len, -1});
  pdf_put_integer(file, number);
  strbuf_add(file, S(" 0 obj\n<<"));
  strbuf_add(file, entries);
  strbuf_add(file, filter);
  strbuf_add(file, S("/Length "));
  pdf_put_integer(file, bytes.len);
  strbuf_add(file, S(">>stream\n"));
  strbuf_add(file, bytes);
  strbuf_add(file, S("\nendstream\nendobj\n"));
}

void pdf_set_packed(PdfWriter *writer, int number, Str entries, Str bytes) {
  put_stream(writer, number, entries, (Str){0}, bytes);
}

void pdf_set_stream(PdfWriter *writer, int number, Str entries, Str bytes) {
  writer->packed.len = 0;
  deflate_onto(writer->deflater, &writer->packed, bytes);
  put_stream(writer, number, entries, S("/Filter/FlateDecode"),
             strbuf_str(&writer->packed));
}

int pdf_add_stream(PdfWriter *writer, Str entries, Str bytes) {
  int number = pdf_reserve(writer);
  pdf_set_stream(writer, number, entries, bytes);
  return number;
}

/* ---- Other objects share streams ---- */

static void end_object_stream(PdfWriter *writer) {
  if (!writer->stream) return;
  StrBuf entries = {.arena = writer->scratch};
  strbuf_addf(&entries, "/Type/ObjStm/N %d/First %d", writer->held,
              writer->heads.len);
  strbuf_add(&writer->heads, strbuf_str(&writer->bodies));
  pdf_set_stream(writer, writer->stream, strbuf_str(&entries),
                 strbuf_str(&writer->heads));
  writer->heads.len = writer->bodies.len = 0;
  writer->stream = writer->held = 0;
}

StrBuf *pdf_begin(PdfWriter *writer, int number) {
  assert(!writer->open && number > 0);
  if (!writer->stream) writer->stream = pdf_reserve(writer);
  place(writer, number, (PdfXref){writer->stream, writer->held++});
  pdf_put_integer(&writer->heads, number);
  strbuf_add(&writer->heads, S(" "));
  pdf_put_integer(&writer->heads, writer->bodies.len);
  strbuf_add(&writer->heads, S(" "));
  writer->open = number;
  return &writer->bodies;
}

void pdf_end(PdfWriter *writer) {
  strbuf_add(&writer->bodies, S("\n"));
  writer->open = 0;
  if (writer->held == OBJECTS_PER_STREAM) end_object_stream(writer);
}

void pdf_set(PdfWriter *writer, int number, Str body) {
  assert(body.len);
  strbuf_add(pdf_begin(writer, number), body);
  pdf_end(writer);
}

int pdf_add(PdfWriter *writer, Str body) {
  int number = pdf_reserve(writer);
  pdf_set(writer, number, body);
  return number;
}

/* ---- The cross-reference stream ---- */

static void put_field(unsigned char *at, int width, unsigned value) {
  for (int i = width - 1; i >= 0; i--, value >>= 8)
    at[i] = (unsigned char)value;
}

/* Type, offset and index of object `number`; 0 is the head of the free. */
static void put_row(const PdfWriter *writer, int number,
                    unsigned char row[XREF_COLUMNS]) {
  const PdfXref free_head = {0, 0xFFFF};
  const PdfXref *xref = number ? &writer->xref.items[number - 1] : &free_head;
  assert(!number || xref->offset); /* else it was reserved and never set */
  row[0] = (unsigned char)(!number ? 0 : xref->index < 0 ? 1 : 2);
  put_field(row + 1, 4, (unsigned)xref->offset);
  put_field(row + 5, 2, xref->index < 0 ? 0 : (unsigned)xref->index);
}

/* Each row less the one above (PNG's filter 2). */
static Str xref_rows(const PdfWriter *writer) {
  int count = writer->xref.count + 1, row_bytes = XREF_COLUMNS + 1;
  unsigned char *rows =
      arena_alloc_array(writer->scratch, count, (size_t)row_bytes);
  unsigned char above[XREF_COLUMNS] = {0}, row[XREF_COLUMNS];
  unsigned char *out = rows;
  for (int i = 0; i < count; i++) {
    put_row(writer, i, row);
    *out++ = 2;
    for (int k = 0; k < XREF_COLUMNS; k++) {
      *out++ = (unsigned char)(row[k] - above[k]);
      above[k] = row[k];
    }
  }
  return (Str){(const char *)rows, count * row_bytes};
}

Str pdf_close(PdfWriter *writer, int catalog, int info) {
  end_object_stream(writer);
  StrBuf *file = &writer->file;
  Str id = str_slice(sha256_hex(writer->scratch, strbuf_str(file)), 0, 32);
  int number = pdf_reserve(writer), offset = file->len;
  place(writer, number, (PdfXref){offset, -1});
  Str entries = str_format(
      writer->scratch,
      "/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%.*s><%.*s>]"
      "/DecodeParms<</Predictor 12/Columns %d>>",
      number + 1, catalog, info, STR(id), STR(id), XREF_COLUMNS);
  Str rows = xref_rows(writer);
  writer->xref.items[number - 1] = (PdfXref){0};
  pdf_set_stream(writer, number, entries, rows);
  strbuf_addf(file, "startxref\n%d\n%%%%EOF\n", offset);
  return strbuf_str(file);
}
