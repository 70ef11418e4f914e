/* The file being written: objects, then object streams and a cross-reference
 * stream. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_WRITE_H
#define JIKJI_EXPORT_PDF_WRITE_H

#include "base/list.h"
#include "base/str.h"

typedef struct PdfEntry {
  Str body; /* a value, or a whole stream with its dictionary */
  bool is_stream;
} PdfEntry;

/* {.scratch = a} is an empty one. Objects are numbered from 1. */
typedef struct PdfWriter {
  Arena *scratch;
  List(PdfEntry) entries; /* entries.items[i] is object i + 1 */
} PdfWriter;

/* A number whose object is set later; every one must be. */
int pdf_reserve(PdfWriter *writer);
void pdf_set(PdfWriter *writer, int number, Str body);
int pdf_add(PdfWriter *writer, Str body);

/* `entries` are further entries of the stream's dictionary: "/Type/X". The
 * bytes are packed, unless they are already as `entries` say. */
void pdf_set_stream(PdfWriter *writer, int number, Str entries, Str bytes);
void pdf_set_packed(PdfWriter *writer, int number, Str entries, Str bytes);

/* A text string (7.9.2.2), a byte string, a name of any bytes, a number. */
void pdf_put_text(StrBuf *body, Str text);
void pdf_put_bytes(StrBuf *body, Str bytes);
void pdf_put_name(StrBuf *body, Str name);
void pdf_put_number(StrBuf *body, double number);

/* The whole file; /ID comes from its bytes. */
Str pdf_write(PdfWriter *writer, Arena *arena, int catalog, int info);

#endif
