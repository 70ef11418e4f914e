/* The file being written (ISO 32000-1, 7.5): an object goes into it as soon as
 * it is set, and is forgotten. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_WRITE_H
#define JIKJI_EXPORT_PDF_WRITE_H

#include "base/list.h"
#include "export/deflate.h"
#include "export/pdf/syntax.h"

/* Where an object stands: in the file, or in an object stream. */
typedef struct PdfXref {
  int offset; /* in the file; the stream's number */
  int index;  /* in the stream; -1: in the file */
} PdfXref;

/* Objects are numbered from 1. */
typedef struct PdfWriter {
  Arena *scratch;
  Deflater *deflater;
  StrBuf file;
  List(PdfXref) xref;   /* xref.items[i] is of object i + 1 */
  StrBuf packed;        /* the stream that was compressed last */
  StrBuf heads, bodies; /* of the object stream that is filled */
  int stream, held;     /* its number, 0: none; how many objects it has */
  int open;             /* the object that is written now; 0: none */
} PdfWriter;

/* The file grows in `arena`, everything else in `scratch`. `pages` is how many
 * there will be, as far as is known. */
void pdf_open(PdfWriter *writer, Arena *scratch, Arena *arena, int pages);

/* A number whose object is written later; every one must be. */
int pdf_reserve(PdfWriter *writer);

/* A value is written to the buffer between the two calls; no other one begins
 * before it ends. */
StrBuf *pdf_begin(PdfWriter *writer, int number);
void pdf_end(PdfWriter *writer);
void pdf_set(PdfWriter *writer, int number, Str body); /* both at once */
int pdf_add(PdfWriter *writer, Str body);              /* with a new number */

/* `entries` are further entries of the stream's dictionary: "/Type/X". The
 * bytes are packed, unless they are already as `entries` say. */
void pdf_set_stream(PdfWriter *writer, int number, Str entries, Str bytes);
void pdf_set_packed(PdfWriter *writer, int number, Str entries, Str bytes);
int pdf_add_stream(PdfWriter *writer, Str entries, Str bytes);

/* The whole file; /ID comes from its bytes. */
Str pdf_close(PdfWriter *writer, int catalog, int info);

#endif
