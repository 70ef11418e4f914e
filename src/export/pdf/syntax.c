/* Numbers, strings and names in, their bytes in a PDF file out. */
#include "export/pdf/syntax.h"

#include <math.h>
#include <string.h>

/* Beyond this readers that count in 32 bits go astray. */
static const double number_max = 2e7;

static const int powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

long long pdf_scaled(double number, int decimals) {
  if (isnan(number)) return 0;
  if (number > number_max) number = number_max;
  if (number < -number_max) number = -number_max;
  double scaled = number * powers[decimals];
  return (long long)(scaled < 0 ? scaled - .5 : scaled + .5);
}

char *pdf_write_scaled(char *at, long long scaled, int decimals) {
  char digits[PDF_NUMBER_BYTES]; /* the last one first */
  int count = 0, last = 0;
  if (scaled < 0) *at++ = '-';
  unsigned long long left = (unsigned long long)(scaled < 0 ? -scaled : scaled);
  while (left || count <= decimals) {
    digits[count++] = (char)('0' + left % 10);
    left /= 10;
  }
  while (last < decimals && digits[last] == '0')
    last++;
  bool is_fraction = last < decimals;
  if (is_fraction && count == decimals + 1 && digits[decimals] == '0') count--;
  while (count > decimals)
    *at++ = digits[--count];
  if (is_fraction) *at++ = '.';
  while (is_fraction && count > last)
    *at++ = digits[--count];
  return at;
}

static void put_scaled(StrBuf *body, long long scaled, int decimals) {
  strbuf_reserve(body, PDF_NUMBER_BYTES);
  char *end = pdf_write_scaled(body->text + body->len, scaled, decimals);
  body->len = (int)(end - body->text);
}

void pdf_put_integer(StrBuf *body, int number) {
  put_scaled(body, number, 0);
}

void pdf_put_number(StrBuf *body, double number) {
  put_scaled(body, pdf_scaled(number, 3), 3);
}

static void put_all(StrBuf *body, const double *numbers, int count,
                    int decimals) {
  for (int i = 0; i < count; i++) {
    if (i) strbuf_add(body, S(" "));
    put_scaled(body, pdf_scaled(numbers[i], decimals), decimals);
  }
}

void pdf_put_numbers(StrBuf *body, const double *numbers, int count) {
  put_all(body, numbers, count, 3);
}

void pdf_put_rect(StrBuf *body, Rect rect) {
  const double sides[] = {rect.x, rect.y, rect.x + rect.width,
                          rect.y + rect.height};
  put_all(body, sides, 4, 3);
}

void pdf_put_matrix(StrBuf *body, Matrix m) {
  if (matrix_is_identity(m)) m = matrix_scale(1, 1);
  const double numbers[] = {m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
  put_all(body, numbers, 6, 6);
}

void pdf_put_reference(StrBuf *body, const char *key, int number) {
  if (key[0]) {
    strbuf_add_c(body, key);
    strbuf_add(body, S(" "));
  }
  pdf_put_integer(body, number);
  strbuf_add(body, S(" 0 R"));
}

/* What a byte is in a string; NULL: itself. A bare line end would be read as
 * another. */
static const char *escaped(char c) {
  switch (c) {
  case '(':
    return "\\(";
  case ')':
    return "\\)";
  case '\\':
    return "\\\\";
  case '\r':
    return "\\r";
  default:
    return NULL;
  }
}

void pdf_put_bytes(StrBuf *body, Str bytes) {
  strbuf_add(body, S("("));
  int kept = 0;
  for (int i = 0; i < bytes.len; i++) {
    const char *other = escaped(bytes.text[i]);
    if (!other) continue;
    strbuf_add(body, str_slice(bytes, kept, i));
    strbuf_add_c(body, other);
    kept = i + 1;
  }
  strbuf_add(body, str_slice(bytes, kept, bytes.len));
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

static char *write_hex(char *at, uint32_t unit) {
  static const char digits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4)
    *at++ = digits[unit >> shift & 15];
  return at;
}

static void put_utf16(StrBuf *body, Str text) {
  enum { UNIT_DIGITS = 4 };
  strbuf_reserve(body, UNIT_DIGITS * text.len); /* at most one a byte */
  char *at = body->text + body->len;
  for (int i = 0; i < text.len;) {
    uint32_t c = str_next(text, &i);
    if (c >= 0x10000) {
      at = write_hex(at, 0xD800 + ((c - 0x10000) >> 10));
      c = 0xDC00 + ((c - 0x10000) & 0x3FF);
    }
    at = write_hex(at, c);
  }
  body->len = (int)(at - body->text);
}

void pdf_put_utf16(StrBuf *body, Str text) {
  strbuf_add(body, S("<"));
  put_utf16(body, text);
  strbuf_add(body, S(">"));
}

void pdf_put_text(StrBuf *body, Str whole) {
  Str text = shortened(whole);
  if (is_ascii(text)) {
    pdf_put_bytes(body, text);
    return;
  }
  strbuf_add(body, S("<FEFF"));
  put_utf16(body, text);
  strbuf_add(body, S(">"));
}

static bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') || (c && strchr("-_.+", c));
}

void pdf_put_name(StrBuf *body, Str name) {
  strbuf_add(body, S("/"));
  for (int i = 0; i < name.len; i++) {
    if (is_plain(name.text[i]))
      strbuf_add(body, str_slice(name, i, i + 1));
    else
      strbuf_addf(body, "#%02X", (unsigned char)name.text[i]);
  }
}
