/* Numbers as Koreans write and read them: in units of 만, 억, 조 and 경. */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "korean/korean.h"

typedef struct Unit {
  const char *name;
  int power; /* of ten */
} Unit;

static const Unit units[] = {
    {"경", 16}, {"조", 12}, {"억", 8}, {"만", 4}, {"천", 3}};

enum { UNIT_COUNT = sizeof units / sizeof *units, UNSET = -1, ROOM = 400 };

/* The decimal digits of a number >= 0: `count` of them stand before the point
 * of 0.DIGITS x 10^exponent. */
typedef struct Decimal {
  char digits[24];
  int count, exponent;
} Decimal;

static Decimal decimal_of(double number) {
  Decimal decimal = {.digits = "0", .count = 1, .exponent = 1};
  if (number != 0)
    decimal.count = number_digits(number, decimal.digits, &decimal.exponent);
  return decimal;
}

/* Keeps the digits down to 10^-decimals, half away from zero. */
static void round_decimal(Decimal *decimal, int decimals) {
  int keep = decimal->exponent + decimals;
  if (keep >= decimal->count) return;
  bool up = keep >= 0 && decimal->digits[keep] >= '5';
  int last = keep - 1;
  while (up && last >= 0 && decimal->digits[last] == '9')
    last--;
  if (up && last < 0) {
    *decimal = (Decimal){"1", 1, decimal->exponent + 1};
    if (keep < 0) *decimal = decimal_of(0);
    return;
  }
  if (!up && keep <= 0) {
    *decimal = decimal_of(0);
    return;
  }
  decimal->count = up ? last + 1 : keep;
  if (up) decimal->digits[last]++;
  while (decimal->count > 1 && decimal->digits[decimal->count - 1] == '0')
    decimal->count--;
  decimal->digits[decimal->count] = '\0';
}

static char digit_at(const Decimal *decimal, int place) {
  int i = decimal->exponent - 1 - place;
  return i >= 0 && i < decimal->count ? decimal->digits[i] : '0';
}

static bool is_zero(const Decimal *decimal) {
  return decimal->count == 1 && decimal->digits[0] == '0';
}

/* The number with commas; `decimals` digits after the point, or as many as it
 * has where that is UNSET. */
static void write_decimal(StrBuf *buf, const Decimal *decimal, int decimals) {
  int whole = decimal->exponent > 0 ? decimal->exponent : 1;
  for (int place = whole - 1; place >= 0; place--) {
    char digit[2] = {digit_at(decimal, place)};
    strbuf_add_c(buf, digit);
    if (place && place % 3 == 0) strbuf_add_c(buf, ",");
  }
  int shown = decimals;
  if (decimals == UNSET) {
    shown = decimal->count - decimal->exponent;
    if (is_zero(decimal)) shown = 0;
  }
  for (int place = 1; place <= shown; place++) {
    char digit[3] = {'.', digit_at(decimal, -place)};
    strbuf_add_c(buf, place == 1 ? digit : digit + 1);
  }
}

typedef struct KoreanFormat {
  int decimals; /* UNSET: as many as fit the unit */
  int power;    /* of the unit; UNSET: chosen by the number */
  Str suffix;
} KoreanFormat;

static bool read_decimals(Str *rest, int *decimals) {
  *decimals = UNSET;
  if (!str_starts(*rest, S("."))) return true;
  if (rest->len < 2 || rest->text[1] < '0' || rest->text[1] > '9') return false;
  *decimals = rest->text[1] - '0';
  *rest = str_slice(*rest, 2, rest->len);
  if (rest->len && rest->text[0] >= '0' && rest->text[0] <= '9') return false;
  return true;
}

/* A specifier of d3 is not one of ours. */
static bool is_suffix(Str suffix) {
  for (int i = 0; i < suffix.len; i++)
    if (strchr("0123456789~$#^<>=%+", suffix.text[i])) return false;
  Str word = str_trim(suffix);
  return word.len != 1 || !strchr("efgrsdboxXcnp", word.text[0]);
}

static bool read_format(Str text, KoreanFormat *format) {
  *format = (KoreanFormat){.power = UNSET};
  if (str_starts(text, S(","))) text = str_slice(text, 1, text.len);
  if (!read_decimals(&text, &format->decimals)) return false;
  if (str_starts(text, S("auto"))) {
    format->suffix = str_slice(text, 4, text.len);
    return is_suffix(format->suffix);
  }
  for (int i = 0; i < UNIT_COUNT; i++) {
    Str name = str_from(units[i].name);
    if (!str_starts(text, name)) continue;
    format->power = units[i].power;
    format->suffix = str_slice(text, name.len, text.len);
    return is_suffix(format->suffix);
  }
  format->suffix = text;
  return is_suffix(text);
}

static Str unit_name(int power) {
  for (int i = 0; i < UNIT_COUNT; i++)
    if (units[i].power == power) return str_from(units[i].name);
  return (Str){"", 0};
}

/* The power of the largest unit, 천 aside, that is not over the number. */
static int fitting_power(const Decimal *decimal) {
  int power = (decimal->exponent - 1) / 4 * 4;
  return decimal->exponent < 1 || is_zero(decimal) ? 0
         : power > 16                              ? 16
                                                   : power;
}

/* The number in a unit, rounded. Without asked decimals a unit shows one at
 * most, and no zero for it; a plain number all it has. */
static Decimal in_unit(Decimal decimal, int power, int decimals) {
  if (!is_zero(&decimal)) decimal.exponent -= power;
  if (decimals == UNSET && power == 0) return decimal;
  round_decimal(&decimal, decimals == UNSET ? 1 : decimals);
  return decimal;
}

bool korean_number(Arena *arena, Str text, double number, Str *result) {
  KoreanFormat format;
  if (!read_format(text, &format) || !isfinite(number)) return false;
  Decimal decimal = decimal_of(fabs(number));
  bool is_chosen = format.power == UNSET;
  int power = is_chosen ? fitting_power(&decimal) : format.power;
  Decimal shown = in_unit(decimal, power, format.decimals);
  bool is_full = power % 4 == 0 && power < 16 && shown.exponent > 4;
  if (is_full && is_chosen && !is_zero(&shown)) {
    power += 4; /* 9999.96만 is 1억 */
    shown = in_unit(decimal, power, format.decimals);
  }
  StrBuf buf = {.arena = arena};
  if (number < 0 && !is_zero(&shown)) strbuf_add_c(&buf, "\u2212");
  write_decimal(&buf, &shown, format.decimals);
  strbuf_add(&buf,
             is_zero(&shown) && is_chosen ? (Str){"", 0} : unit_name(power));
  strbuf_add(&buf, format.suffix);
  *result = strbuf_str(&buf);
  return true;
}

bool korean_format_is_auto(Str text, Str *suffix) {
  KoreanFormat format;
  bool is_auto = read_format(text, &format) && format.power == UNSET &&
                 (text.len == 0 || str_find(text, S("auto")) >= 0);
  *suffix = is_auto ? format.suffix : (Str){"", 0};
  return is_auto;
}

double korean_unit(double magnitude, Str *name) {
  Decimal decimal = decimal_of(isfinite(magnitude) ? fabs(magnitude) : 0);
  int power = fitting_power(&decimal);
  *name = unit_name(power);
  double divisor = 1;
  for (int i = 0; i < power; i++)
    divisor *= 10;
  return divisor;
}

static const char *const digit_names[] = {"영", "일", "이", "삼", "사",
                                          "오", "육", "칠", "팔", "구"};

/* Four digits: 이천십일. The digit one is silent before 십, 백 and 천. */
static void read_four(StrBuf *buf, const Decimal *decimal, int lowest) {
  static const char *const places[] = {"", "십", "백", "천"};
  for (int place = 3; place >= 0; place--) {
    int digit = digit_at(decimal, lowest + place) - '0';
    if (!digit) continue;
    if (digit > 1 || place == 0) strbuf_add_c(buf, digit_names[digit]);
    strbuf_add_c(buf, places[place]);
  }
}

static bool is_only_one(const Decimal *decimal, int lowest) {
  return decimal->exponent == lowest + 1 && digit_at(decimal, lowest) == '1';
}

static void read_whole(StrBuf *buf, const Decimal *decimal) {
  bool spoken = false;
  for (int lowest = 16; lowest >= 0; lowest -= 4) {
    StrBuf group = {.arena = buf->arena};
    read_four(&group, decimal, lowest);
    if (!group.len) continue;
    if (spoken) strbuf_add_c(buf, " ");
    spoken = true;
    /* 만 alone is read without its one; 일억 is not. */
    if (lowest != 4 || !is_only_one(decimal, 4))
      strbuf_add(buf, strbuf_str(&group));
    strbuf_add(buf, lowest == 4 ? S("만") : unit_name(lowest));
  }
  if (!spoken) strbuf_add_c(buf, digit_names[0]);
}

Str korean_reading(Arena *arena, double number) {
  if (!isfinite(number)) return (Str){"", 0};
  Decimal decimal = decimal_of(fabs(number));
  if (decimal.exponent > 20) return number_text(arena, number);
  StrBuf buf = {.arena = arena};
  if (number < 0) strbuf_add_c(&buf, "마이너스 ");
  read_whole(&buf, &decimal);
  int decimals = is_zero(&decimal) ? 0 : decimal.count - decimal.exponent;
  if (decimals > 0) strbuf_add_c(&buf, " 점 ");
  for (int place = 1; place <= decimals; place++)
    strbuf_add_c(&buf, digit_names[digit_at(&decimal, -place) - '0']);
  return strbuf_str(&buf);
}
