/* The objects of the file that cairo wrote. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_READ_H
#define JIKJI_EXPORT_PDF_READ_H

#include "export/pdf/tokens.h"

typedef struct PdfFile {
  Str bytes;
  int *offsets; /* of object i; 0 where there is none */
  int count;
  int *pages; /* object numbers of the pages, in order */
  int page_count;
} PdfFile;

typedef struct PdfObject {
  Str value;  /* the dictionary or other value; empty: no such object */
  Str stream; /* its bytes as they stand in the file */
  bool is_stream;
} PdfObject;

/* Reads the cross-reference table and the list of pages. False when the file is
 * not as cairo writes it. */
bool pdf_file_read(Arena *scratch, Str bytes, PdfFile *file);

PdfObject pdf_object(const PdfFile *file, int number);

/* The value itself, or the object's where it is a reference. */
Str pdf_resolve(const PdfFile *file, Str value);

/* A stream's bytes, unpacked where they are packed. */
bool pdf_stream_bytes(Arena *scratch, const PdfObject *object, Str *bytes);

#endif
