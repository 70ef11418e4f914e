/* d3-format: a specifier [[fill]align][sign][symbol][0][width][,][.precision]
 * [~][type] and a number -> text. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "expr/digits.h"
#include "expr/expr.h"

enum { WIDEST = 1000, UNSET = -1 };

typedef struct NumberFormat {
  Str fill;
  char align;  /* < > = ^ */
  char sign;   /* + - ( or space */
  char symbol; /* $ # or 0 */
  bool zero, comma, trim;
  int width, precision;
  char type; /* of "efgrs%pbodxXc" */
} NumberFormat;

/* A text in the making: what stands before and after the grouped digits. */
typedef struct NumberText {
  Str prefix, digits, suffix;
} NumberText;

static char take_one_of(Str *rest, const char *set) {
  if (!rest->len || !rest->text[0] || !strchr(set, rest->text[0])) return 0;
  char taken = rest->text[0];
  *rest = str_slice(*rest, 1, rest->len);
  return taken;
}

static int take_digits(Str *rest) {
  int number = UNSET;
  while (rest->len && g_ascii_isdigit(rest->text[0])) {
    number = (number == UNSET ? 0 : number) * 10 + rest->text[0] - '0';
    number = MIN(number, 1000000);
    *rest = str_slice(*rest, 1, rest->len);
  }
  return number;
}

static void take_fill_and_align(Str *rest, NumberFormat *format) {
  int first = 0;
  str_next(*rest, &first);
  if (rest->len > first && strchr("<>=^", rest->text[first]) &&
      rest->text[first]) {
    format->fill = str_slice(*rest, 0, first);
    format->align = rest->text[first];
    *rest = str_slice(*rest, first + 1, rest->len);
    return;
  }
  char align = take_one_of(rest, "<>=^");
  if (align) format->align = align;
}

/* What the letters mean together: aliases, zero fill, bounds. */
static void settle(NumberFormat *format) {
  if (format->type == 'n') {
    format->comma = true;
    format->type = 'g';
  } else if (!format->type || !strchr("%bcdefgoprsXx", format->type)) {
    if (format->precision == UNSET) format->precision = 12;
    format->trim = true;
    format->type = 'g';
  }
  if (format->zero || (str_is(format->fill, "0") && format->align == '=')) {
    format->zero = true;
    format->fill = S("0");
    format->align = '=';
  }
  bool significant = strchr("gprs", format->type) != NULL;
  if (format->precision == UNSET)
    format->precision = 6;
  else
    format->precision = significant ? CLAMP(format->precision, 1, 21)
                                    : CLAMP(format->precision, 0, 20);
}

static bool read_format(Str specifier, NumberFormat *format) {
  *format = (NumberFormat){.fill = S(" "), .align = '>', .sign = '-'};
  Str rest = specifier;
  take_fill_and_align(&rest, format);
  char sign = take_one_of(&rest, "+-( ");
  if (sign) format->sign = sign;
  format->symbol = take_one_of(&rest, "$#");
  format->zero = take_one_of(&rest, "0") != 0;
  format->width = take_digits(&rest);
  format->comma = take_one_of(&rest, ",") != 0;
  format->precision = UNSET;
  if (take_one_of(&rest, ".")) {
    format->precision = take_digits(&rest);
    if (format->precision == UNSET) return false;
  }
  format->trim = take_one_of(&rest, "~") != 0;
  if (rest.len == 1 && (g_ascii_isalpha(rest.text[0]) || rest.text[0] == '%'))
    format->type = rest.text[0];
  else if (rest.len)
    return false;
  settle(format);
  return format->width <= WIDEST;
}

/* Coefficient and exponent, one digit before the point; of the shortest digits
 * where precision is 0. */
static int coefficient(double number, int precision, char digits[24]) {
  int exponent;
  if (precision)
    digits_rounded(number, precision, digits, &exponent);
  else
    number_digits(number, digits, &exponent);
  return exponent - 1;
}

static void add_zeros(StrBuf *buf, int count) {
  for (int i = 0; i < count; i++)
    strbuf_add_c(buf, "0");
}

static Str format_rounded(Arena *arena, double number, int precision) {
  if (number == 0) return S("0");
  char digits[24];
  int exponent = coefficient(number, precision, digits);
  int len = (int)strlen(digits);
  StrBuf buf = {.arena = arena};
  if (exponent < 0) {
    strbuf_add_c(&buf, "0.");
    add_zeros(&buf, -exponent - 1);
    strbuf_add_c(&buf, digits);
  } else if (len > exponent + 1) {
    strbuf_addf(&buf, "%.*s.%s", exponent + 1, digits, digits + exponent + 1);
  } else {
    strbuf_add_c(&buf, digits);
    add_zeros(&buf, exponent - len + 1);
  }
  return strbuf_str(&buf);
}

/* Digits scaled by a power of 1000, which *prefix gets: -8 is y, 8 is Y. */
static Str format_si(Arena *arena, double number, int precision, int *prefix) {
  *prefix = 0;
  if (number == 0) return digits_precision(arena, 0, precision);
  char digits[24];
  int exponent = coefficient(number, precision, digits);
  int len = (int)strlen(digits);
  *prefix = CLAMP((int)floor(exponent / 3.0), -8, 8);
  int whole = exponent - *prefix * 3 + 1;
  StrBuf buf = {.arena = arena};
  if (whole >= len) {
    strbuf_add_c(&buf, digits);
    add_zeros(&buf, whole - len);
  } else if (whole > 0) {
    strbuf_addf(&buf, "%.*s.%s", whole, digits, digits + whole);
  } else { /* less than a yocto */
    strbuf_add_c(&buf, "0.");
    add_zeros(&buf, -whole);
    coefficient(number, MAX(0, precision + whole - 1), digits);
    strbuf_add_c(&buf, digits);
  }
  return strbuf_str(&buf);
}

static double round_half_up(double number) {
  double whole = floor(number);
  return number - whole >= 0.5 ? whole + 1 : whole;
}

/* "d": a whole number, never with an exponent. */
static Str format_integer(Arena *arena, double number) {
  if (number < 1e21) return number_text(arena, number);
  char digits[24];
  int exponent, count = number_digits(number, digits, &exponent);
  StrBuf buf = {.arena = arena};
  strbuf_add(&buf, (Str){digits, count});
  add_zeros(&buf, exponent - count);
  return strbuf_str(&buf);
}

/* A finite number >= 0 by its type. */
static Str format_magnitude(Arena *arena, const NumberFormat *format,
                            double number, int *prefix) {
  int precision = format->precision;
  switch (format->type) {
  case '%':
    return digits_fixed(arena, number * 100, precision);
  case 'b':
    return digits_radix(arena, round_half_up(number), 2);
  case 'd':
    return format_integer(arena, round_half_up(number));
  case 'e':
    return digits_exponential(arena, number, precision);
  case 'f':
    return digits_fixed(arena, number, precision);
  case 'o':
    return digits_radix(arena, round_half_up(number), 8);
  case 'p':
    return format_rounded(arena, number * 100, precision);
  case 'r':
    return format_rounded(arena, number, precision);
  case 's':
    return format_si(arena, number, precision, prefix);
  case 'x':
  case 'X':
    return digits_radix(arena, round_half_up(number), 16);
  default:
    return digits_precision(arena, number, precision);
  }
}

/* Zeros that end the fraction go, and the point after them; an exponent stays.
 */
static Str trim_zeros(Arena *arena, Str text) {
  int point = str_find_char(text, '.');
  if (point < 0) return text;
  int end = point + 1, keep = point;
  for (; end < text.len && g_ascii_isdigit(text.text[end]); end++)
    if (text.text[end] != '0') keep = end + 1;
  return str_join(arena, str_slice(text, 0, keep),
                  str_slice(text, end, text.len));
}

static bool reads_as_zero(Str text) {
  for (int i = 0; i < text.len; i++) {
    if (text.text[i] == 'e') return true;
    if (text.text[i] != '0' && text.text[i] != '.') return false;
  }
  return true;
}

/* Digits in groups from the right, at most `width` characters wide. */
static Str group_digits(Arena *arena, Str digits, int width,
                        const Locale *locale) {
  if (!locale->grouping_count) return digits;
  Str parts[400];
  int count = 0, at = digits.len, len = 0, j = 0;
  int group = locale->grouping[0];
  while (at > 0 && group > 0 && count < (int)G_N_ELEMENTS(parts)) {
    if (len + group + 1 > width) group = MAX(1, width - len);
    int start = MAX(0, at - group);
    parts[count++] = str_slice(digits, start, at);
    at = start;
    if ((len += group + 1) > width) break;
    j = (j + 1) % locale->grouping_count;
    group = locale->grouping[j];
  }
  StrBuf buf = {.arena = arena};
  for (int i = count - 1; i >= 0; i--) {
    strbuf_add(&buf, parts[i]);
    if (i) strbuf_add(&buf, locale->thousands);
  }
  return strbuf_str(&buf);
}

static void add_sign(StrBuf *prefix, const NumberFormat *format, bool negative,
                     const Locale *locale) {
  if (negative && format->sign != '(')
    strbuf_add(prefix, locale->minus.len ? locale->minus : S("\u2212"));
  else if (negative)
    strbuf_add_c(prefix, "(");
  else if (format->sign == '+' || format->sign == ' ')
    strbuf_add_char(prefix, (uint32_t)format->sign);
}

/* What follows the whole digits: the fraction or exponent, after them the SI
 * prefix, percent sign or currency. */
static Str split_fraction(Arena *arena, const NumberFormat *format, Str *digits,
                          const Locale *locale) {
  if (!strchr("defgprs%", format->type)) return (Str){"", 0};
  int i = 0;
  while (i < digits->len && g_ascii_isdigit(digits->text[i]))
    i++;
  Str fraction = str_slice(*digits, i, digits->len);
  *digits = str_slice(*digits, 0, i);
  if (!fraction.len || fraction.text[0] != '.') return fraction;
  return str_join(arena, locale->decimal, str_slice(fraction, 1, fraction.len));
}

static Str si_prefix(int prefix) {
  static const char *const prefixes[] = {"y",      "z", "a", "f", "p", "n",
                                         "\u00B5", "m", "",  "k", "M", "G",
                                         "T",      "P", "E", "Z", "Y"};
  return str_from(prefixes[8 + prefix]);
}

static Str unsigned_text(Arena *arena, const NumberFormat *format,
                         double number, const Locale *locale, int *prefix) {
  if (isnan(number)) return locale->nan.len ? locale->nan : S("NaN");
  if (isinf(number))
    return format->type == 'd'   ? S("∞")
           : format->type == 'X' ? S("INFINITY")
                                 : S("Infinity");
  bool is_percent = format->type == '%' || format->type == 'p';
  if (is_percent && isinf(number * 100)) return S("Infinity");
  Str digits = format_magnitude(arena, format, number, prefix);
  if (format->type == 'X') {
    char *upper = str_c(arena, digits);
    for (char *c = upper; *c; c++)
      *c = g_ascii_toupper(*c);
    digits.text = upper;
  }
  return format->trim ? trim_zeros(arena, digits) : digits;
}

static NumberText make_text(Arena *arena, const NumberFormat *format,
                            double number, const Locale *locale) {
  NumberText text = {0};
  StrBuf before = {.arena = arena}, after = {.arena = arena};
  bool is_radix = strchr("boxX", format->type) != NULL;
  bool is_percent = format->type == '%' || format->type == 'p';
  int prefix = 0;
  bool negative = signbit(number) && !isnan(number);
  text.digits = unsigned_text(arena, format, fabs(number), locale, &prefix);
  if (negative && format->sign != '+' && reads_as_zero(text.digits))
    negative = false;
  add_sign(&before, format, negative, locale);
  if (format->symbol == '$') strbuf_add(&before, locale->currency[0]);
  if (format->symbol == '#' && is_radix)
    strbuf_addf(&before, "0%c", g_ascii_tolower(format->type));
  strbuf_add(&after, split_fraction(arena, format, &text.digits, locale));
  if (format->type == 's' && isfinite(number))
    strbuf_add(&after, si_prefix(prefix));
  if (format->symbol == '$')
    strbuf_add(&after, locale->currency[1]);
  else if (is_percent)
    strbuf_add(&after, locale->percent.len ? locale->percent : S("%"));
  if (negative && format->sign == '(') strbuf_add_c(&after, ")");
  text.prefix = strbuf_str(&before);
  text.suffix = strbuf_str(&after);
  return text;
}

/* "c": the number as it is, as a suffix. */
static NumberText plain_text(Arena *arena, const NumberFormat *format,
                             double number, const Locale *locale) {
  bool has_currency = format->symbol == '$';
  NumberText text = {.prefix = has_currency ? locale->currency[0] : (Str){0}};
  text.suffix = str_join(arena, number_text(arena, number),
                         has_currency ? locale->currency[1] : (Str){0});
  return text;
}

static Str padding_of(Arena *arena, const NumberFormat *format, int length) {
  StrBuf buf = {.arena = arena};
  for (int i = length; i < format->width; i++)
    strbuf_add(&buf, format->fill);
  return strbuf_str(&buf);
}

static Str assemble(Arena *arena, const NumberFormat *format,
                    const NumberText *text, Str padding) {
  Str none = {"", 0}, before = none, inside = none, after = none;
  if (format->align == '<')
    after = padding;
  else if (format->align == '=')
    inside = padding;
  else if (format->align == '^') {
    int half = str_length(padding) / 2 * format->fill.len;
    before = str_slice(padding, 0, half);
    after = str_slice(padding, half, padding.len);
  } else
    before = padding;
  StrBuf buf = {.arena = arena};
  const Str parts[] = {before,       text->prefix, inside,
                       text->digits, text->suffix, after};
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    strbuf_add(&buf, parts[i]);
  return strbuf_str(&buf);
}

static Str replace_numerals(Arena *arena, Str text, const Locale *locale) {
  if (!locale->has_numerals) return text;
  StrBuf buf = {.arena = arena};
  for (int i = 0; i < text.len; i++) {
    char c = text.text[i];
    strbuf_add(&buf, g_ascii_isdigit(c) ? locale->numerals[c - '0']
                                        : str_slice(text, i, i + 1));
  }
  return strbuf_str(&buf);
}

bool format_number(Arena *arena, Str specifier, double number,
                   const Locale *locale, Str *text) {
  NumberFormat format;
  if (!read_format(specifier, &format)) return false;
  locale = locale_or_english(locale);
  NumberText made = format.type == 'c'
                        ? plain_text(arena, &format, number, locale)
                        : make_text(arena, &format, number, locale);
  if (format.comma && !format.zero)
    made.digits = group_digits(arena, made.digits, INT32_MAX, locale);
  int length = str_length(made.prefix) + str_length(made.digits) +
               str_length(made.suffix);
  Str padding = padding_of(arena, &format, length);
  if (format.comma && format.zero) {
    int width =
        padding.len ? format.width - str_length(made.suffix) : INT32_MAX;
    made.digits = group_digits(arena, str_join(arena, padding, made.digits),
                               width, locale);
    padding = (Str){"", 0};
  }
  *text = assemble(arena, &format, &made, padding);
  *text = replace_numerals(arena, *text, locale);
  return true;
}
