/* A d3 format specifier and the step of ticks to a specifier with precision. */
#include "chart/scale/specifier.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "chart/scale/ticks.h"

/* [[fill]align][sign][symbol][0][width][,][.precision][~][type], split where a
 * precision belongs. */
typedef struct SplitSpecifier {
  Str head, precision, tail; /* tail: "~" and type */
  char type;                 /* 0: none */
} SplitSpecifier;

static bool is_one_of(Str text, int at, const char *set) {
  return at < text.len && text.text[at] && strchr(set, text.text[at]);
}

static int skip_digits(Str text, int at) {
  while (at < text.len && g_ascii_isdigit(text.text[at]))
    at++;
  return at;
}

/* After fill and align; a fill may be any one character. */
static int skip_alignment(Str text) {
  if (!text.len) return 0;
  int after_fill = 0;
  str_next(text, &after_fill);
  if (is_one_of(text, after_fill, "<>=^")) return after_fill + 1;
  return is_one_of(text, 0, "<>=^");
}

/* False: it is no specifier. */
static bool split(Str text, SplitSpecifier *parts) {
  int at = skip_alignment(text);
  at += is_one_of(text, at, "+-( ");
  at += is_one_of(text, at, "$#");
  at = skip_digits(text, at);
  at += is_one_of(text, at, ",");
  parts->head = str_slice(text, 0, at);
  int end = at;
  if (is_one_of(text, at, ".")) end = skip_digits(text, at + 1);
  if (end == at + 1) return false;
  parts->precision = str_slice(text, at, end);
  parts->tail = str_slice(text, end, text.len);
  end += is_one_of(text, end, "~");
  parts->type = 0;
  if (end < text.len) parts->type = text.text[end++];
  return end == text.len;
}

static Str with_precision(Arena *arena, const SplitSpecifier *parts,
                          double precision) {
  precision = fmax(0, fmin(100, precision));
  return str_format(arena, "%.*s.%d%.*s", STR(parts->head), (int)precision,
                    STR(parts->tail));
}

/* NaN: the type takes none, or the step is none. */
static double precision_for(char type, double step, double largest) {
  switch (type) {
  case 0:
  case 'g':
  case 'p':
  case 'r':
    return precision_round(step, largest);
  case 'e':
    return precision_round(step, largest) - 1;
  case 'f':
    return precision_fixed(step);
  case '%':
    return precision_fixed(step) - 2;
  default:
    return NAN;
  }
}

static const char *const si_prefixes[] = {"y", "z", "a", "f", "p", "n",
                                          "µ", "m", "",  "k", "M", "G",
                                          "T", "P", "E", "Z", "Y"};

/* Type "s": as type "f", scaled to the prefix of the largest. */
static NumberFormat prefixed(Arena *arena, SplitSpecifier *parts, double step,
                             double largest) {
  int exponent = si_exponent(largest);
  double precision = precision_prefix(step, largest);
  bool trims = parts->tail.len > 1;
  parts->tail = trims ? S("~f") : S("f");
  NumberFormat format = {.factor = pow(10, -exponent)};
  format.suffix = str_from(si_prefixes[8 + exponent / 3]);
  format.specifier =
      with_precision(arena, parts, isnan(precision) ? 6 : precision);
  return format;
}

NumberFormat specifier_for_step(Arena *arena, Str specifier, double step,
                                double largest) {
  SplitSpecifier parts;
  NumberFormat format = {specifier, 1, {0}};
  if (!split(specifier, &parts)) return format;
  /* A given precision keeps d3's own "s", with a prefix for each number. */
  if (parts.type == 's' && !parts.precision.len)
    return prefixed(arena, &parts, step, largest);
  double precision = precision_for(parts.type, step, largest);
  if (parts.precision.len || isnan(precision)) return format;
  format.specifier = with_precision(arena, &parts, precision);
  return format;
}

Str specifier_for_floats(Arena *arena, Str specifier, bool *trims) {
  SplitSpecifier parts;
  *trims = false;
  if (!specifier.len) specifier = S(",");
  if (!split(specifier, &parts) || parts.precision.len) return specifier;
  *trims = true;
  double precision = parts.type == '%' ? 10 : parts.type == 'e' ? 11 : 12;
  return with_precision(arena, &parts, precision);
}
