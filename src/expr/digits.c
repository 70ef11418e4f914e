/* printf gives as many exact digits as asked for, but rounds ties to even: so
 * it is asked for far more than a double can tell apart, and the rest is
 * rounded here. */
#include "expr/digits.h"

#include <assert.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { GUARD = 25, ROOM = 128 };

/* Rounds the digits at `count`; true when they carried into a new first digit,
 * which is 1 then and the last one dropped. */
static bool round_digits(char *digits, int count, char next) {
  if (next < '5') return false;
  int i = count - 1;
  while (i >= 0 && digits[i] == '9')
    digits[i--] = '0';
  if (i >= 0) {
    digits[i]++;
    return false;
  }
  memmove(digits + 1, digits, (size_t)(count > 0 ? count - 1 : 0));
  digits[0] = '1';
  return true;
}

static void print(char text[ROOM], char kind, int decimals, double number) {
  char format[8];
  g_snprintf(format, sizeof format, "%%.%d%c", decimals, kind);
  g_ascii_formatd(text, ROOM, format, number);
}

void digits_rounded(double number, int count, char digits[24], int *exponent) {
  assert(1 <= count && count <= 21);
  char text[ROOM];
  print(text, 'e', count + GUARD, number);
  digits[0] = text[0];
  memcpy(digits + 1, text + 2, (size_t)count);
  char next = digits[count];
  digits[count] = '\0';
  *exponent = number == 0 ? 1 : atoi(strchr(text, 'e') + 1) + 1;
  if (round_digits(digits, count, next)) ++*exponent;
}

Str digits_fixed(Arena *arena, double number, int decimals) {
  if (number >= 1e21) return number_text(arena, number);
  char text[ROOM], digits[ROOM];
  print(text, 'f', decimals + GUARD, number);
  int whole = (int)(strchr(text, '.') - text), count = whole + decimals;
  memcpy(digits, text, (size_t)whole);
  memcpy(digits + whole, text + whole + 1, (size_t)decimals + 1);
  char next = digits[count];
  bool carried = round_digits(digits, count, next);
  if (carried && count) digits[count] = '0';
  if (carried) whole++, count++;
  StrBuf buf = {.arena = arena};
  strbuf_add(&buf, (Str){digits, whole});
  if (decimals) {
    strbuf_add_c(&buf, ".");
    strbuf_add(&buf, (Str){digits + whole, decimals});
  }
  return strbuf_str(&buf);
}

Str digits_exponential(Arena *arena, double number, int decimals) {
  char digits[24];
  int exponent;
  digits_rounded(number, decimals + 1, digits, &exponent);
  exponent--;
  return str_format(arena, "%c%s%s%s%d", digits[0], decimals ? "." : "",
                    digits + 1, exponent < 0 ? "e-" : "e+", abs(exponent));
}

Str digits_precision(Arena *arena, double number, int precision) {
  char digits[24];
  int exponent;
  digits_rounded(number, precision, digits, &exponent);
  int e = exponent - 1;
  if (e < -6 || e >= precision)
    return digits_exponential(arena, number, precision - 1);
  if (e == precision - 1) return str_copy(arena, str_from(digits));
  StrBuf buf = {.arena = arena};
  if (e >= 0) {
    strbuf_addf(&buf, "%.*s.%s", e + 1, digits, digits + e + 1);
    return strbuf_str(&buf);
  }
  strbuf_add_c(&buf, "0.");
  for (int i = e + 1; i < 0; i++)
    strbuf_add_c(&buf, "0");
  strbuf_add_c(&buf, digits);
  return strbuf_str(&buf);
}

Str digits_radix(Arena *arena, double number, int radix) {
  if (number == 0) return S("0");
  char digits[1100];
  int at = (int)sizeof digits;
  while (number >= 1) {
    digits[--at] = "0123456789abcdef"[(int)fmod(number, radix)];
    number = floor(number / radix);
  }
  return str_copy(arena, (Str){digits + at, (int)sizeof digits - at});
}
