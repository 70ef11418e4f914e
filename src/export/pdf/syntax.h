/* PDF's values as text (ISO 32000-1, 7.3). Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_SYNTAX_H
#define JIKJI_EXPORT_PDF_SYNTAX_H

#include "base/str.h"
#include "frame/geometry.h"

/* No number written below needs more bytes. */
enum { PDF_NUMBER_BYTES = 24 };

/* A decimal fraction without needless digits: 12345 of 3 decimals is "12.345",
 * -500 is "-.5". Written at `at`, which has room; returns the end. */
char *pdf_write_scaled(char *at, long long scaled, int decimals);

/* The nearest multiple of 10^-decimals, as a count of them. What is no number,
 * or out of all bounds, becomes the nearest that PDF can hold. */
long long pdf_scaled(double number, int decimals);

void pdf_put_integer(StrBuf *body, int number);
void pdf_put_number(StrBuf *body, double number); /* to .001 */
void pdf_put_numbers(StrBuf *body, const double *numbers, int count);
void pdf_put_rect(StrBuf *body, Rect rect);       /* "x1 y1 x2 y2" */
void pdf_put_matrix(StrBuf *body, Matrix matrix); /* six numbers, to 1e-6 */

/* "/Key 12 0 R"; without a key "12 0 R". */
void pdf_put_reference(StrBuf *body, const char *key, int number);

/* A text string (7.9.2.2), a byte string, a name of any bytes. */
void pdf_put_text(StrBuf *body, Str text);
void pdf_put_bytes(StrBuf *body, Str bytes);
void pdf_put_name(StrBuf *body, Str name);

/* "<0041AC00>": UTF-16 as CMaps have it. */
void pdf_put_utf16(StrBuf *body, Str text);

#endif
