/* Shortest round trip by trying 15, 16 and 17 digits; fewer for the numbers
 * near zero that have no such precision. */
#include "base/number.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

int number_digits(double number, char digits[24], int *exponent) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  number = fabs(number);
  for (int precision = number < 1e-300 ? 0 : 14; precision <= 16; precision++) {
    char format[8];
    g_snprintf(format, sizeof format, "%%.%de", precision);
    g_ascii_formatd(text, sizeof text, format, number);
    if (g_ascii_strtod(text, NULL) == number) break;
  }
  int count = 0;
  const char *c = text;
  for (; *c && *c != 'e'; c++)
    if (g_ascii_isdigit(*c)) digits[count++] = *c;
  while (count > 1 && digits[count - 1] == '0')
    count--;
  digits[count] = '\0';
  *exponent = atoi(c + 1) + 1;
  return count;
}

static void add_zeros(StrBuf *buf, int count) {
  for (int i = 0; i < count; i++)
    strbuf_add_c(buf, "0");
}

/* ECMA-262 Number::toString, steps 6 to 10: n is the decimal exponent. */
static void add_decimal(StrBuf *buf, const char *digits, int k, int n) {
  Str all = {digits, k};
  if (k <= n && n <= 21) {
    strbuf_add(buf, all);
    add_zeros(buf, n - k);
  } else if (0 < n && n <= 21) {
    strbuf_add(buf, str_slice(all, 0, n));
    strbuf_add_c(buf, ".");
    strbuf_add(buf, str_slice(all, n, k));
  } else if (-6 < n && n <= 0) {
    strbuf_add_c(buf, "0.");
    add_zeros(buf, -n);
    strbuf_add(buf, all);
  } else {
    strbuf_add(buf, str_slice(all, 0, 1));
    if (k > 1) {
      strbuf_add_c(buf, ".");
      strbuf_add(buf, str_slice(all, 1, k));
    }
    strbuf_addf(buf, "e%c%d", n - 1 < 0 ? '-' : '+', abs(n - 1));
  }
}

Str number_text(Arena *arena, double number) {
  if (isnan(number)) return S("NaN");
  if (isinf(number)) return number > 0 ? S("Infinity") : S("-Infinity");
  if (number == 0) return S("0");
  StrBuf buf = {.arena = arena};
  if (number < 0) strbuf_add_c(&buf, "-");
  char digits[24];
  int exponent, count = number_digits(number, digits, &exponent);
  add_decimal(&buf, digits, count, exponent);
  return strbuf_str(&buf);
}

static bool is_plain(Str text) {
  for (int i = 0; i < text.len; i++)
    if (!memchr("0123456789+-.eE", text.text[i], 15)) return false;
  return text.len > 0;
}

bool number_read(Str text, double *number) {
  text = str_trim(text);
  char buffer[64];
  if (text.len >= (int)sizeof buffer || !is_plain(text)) return false;
  memcpy(buffer, text.text, (size_t)text.len);
  buffer[text.len] = '\0';
  char *end;
  double value = g_ascii_strtod(buffer, &end);
  if (end == buffer || *end) return false;
  *number = value;
  return true;
}

int number_whole(double number) {
  const double most = 1e9;
  if (isnan(number)) return 0;
  return (int)fmax(-most, fmin(most, number));
}
