/* The words of PDF syntax (ISO 32000-1, 7.2 and 7.3), as slices of the bytes
 * they were read from. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_TOKENS_H
#define JIKJI_EXPORT_PDF_TOKENS_H

#include "base/list.h"
#include "base/str.h"

typedef enum PdfTokenKind {
  PDF_END, /* of the bytes */
  PDF_NUMBER,
  PDF_NAME,   /* with its slash */
  PDF_STRING, /* "(…)" or "<…>", with its brackets */
  PDF_OPEN_ARRAY,
  PDF_CLOSE_ARRAY,
  PDF_OPEN_DICTIONARY,
  PDF_CLOSE_DICTIONARY,
  PDF_WORD, /* operators, obj, R, true, null … */
  PDF_BROKEN
} PdfTokenKind;

typedef struct PdfToken {
  PdfTokenKind kind;
  Str text;
} PdfToken;

/* The token from byte *at on, which moves behind it. Spaces and comments before
 * it are passed over. Never reads outside the bytes. */
PdfToken pdf_token_next(Str bytes, int *at);

/* The whole value from *at on: a token, an array, a dictionary or a reference.
 * Empty at the end, at a closing bracket and for broken syntax. */
Str pdf_value_next(Str bytes, int *at);

/* What a dictionary ("<<…>>") holds under a name given without slash; empty
 * when it does not. */
Str pdf_dictionary_find(Str dictionary, const char *name);

/* "12 0 R": the object number; 0 when the value is no reference. */
int pdf_reference(Str value);

/* A whole number; `otherwise` when it is none. */
int pdf_integer(Str value, int otherwise);

#endif
