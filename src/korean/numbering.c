/* A pattern and counts -> the printed number. */
#include <glib.h>

#include "korean/korean.h"

typedef void WriteNumber(StrBuf *text, int number);

static void write_digits(StrBuf *text, int number) {
  strbuf_addf(text, "%d", number);
}

/* 가 나 다 ... 하, 거 너 ... 허, 고 ... 호, 구 ... 후, 그 ... 흐, 기 ... 히:
 * consonants in their order, then the next vowel. */
static const uint32_t onsets[] = {0,  2,  3,  5,  6,  7,  9,
                                  11, 12, 14, 15, 16, 17, 18};
static const uint32_t vowels[] = {0, 4, 8, 13, 18, 20};
enum {
  ONSET_COUNT = 14,
  SYLLABLE_MAX = ONSET_COUNT * 6,
  VOWELS = 21,
  CODAS = 28,
  ENCLOSING_CIRCLE = 0x20DD
};

static void write_syllable(StrBuf *text, int number) {
  if (number < 1 || number > SYLLABLE_MAX) {
    write_digits(text, number);
    return;
  }
  uint32_t onset = onsets[(number - 1) % ONSET_COUNT];
  uint32_t vowel = vowels[(number - 1) / ONSET_COUNT];
  strbuf_add_char(text, 0xAC00 + (onset * VOWELS + vowel) * CODAS);
}

static void write_consonant(StrBuf *text, int number) {
  static const uint32_t letters[] = {0x3131, 0x3134, 0x3137, 0x3139, 0x3141,
                                     0x3142, 0x3145, 0x3147, 0x3148, 0x314A,
                                     0x314B, 0x314C, 0x314D, 0x314E};
  if (number < 1 || number > ONSET_COUNT)
    write_digits(text, number);
  else
    strbuf_add_char(text, letters[number - 1]);
}

/* Runs of circled numbers in Unicode: 1-20, 21-35, 36-50. */
static void write_circled(StrBuf *text, int number) {
  static const struct {
    int first, last;
    uint32_t character;
  } runs[] = {{1, 20, 0x2460}, {21, 35, 0x3251}, {36, 50, 0x32B1}};
  for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
    if (number < runs[i].first || number > runs[i].last) continue;
    strbuf_add_char(text,
                    runs[i].character + (uint32_t)(number - runs[i].first));
    return;
  }
  write_digits(text, number);
  strbuf_add_char(text, ENCLOSING_CIRCLE);
}

static void write_circled_syllable(StrBuf *text, int number) {
  if (number >= 1 && number <= ONSET_COUNT) {
    strbuf_add_char(text, 0x326E + (uint32_t)(number - 1));
    return;
  }
  write_syllable(text, number);
  strbuf_add_char(text, ENCLOSING_CIRCLE);
}

static void write_roman(StrBuf *text, int number, bool is_small) {
  static const struct {
    int value;
    const char *big, *small;
  } digits[] = {{1000, "M", "m"},  {900, "CM", "cm"}, {500, "D", "d"},
                {400, "CD", "cd"}, {100, "C", "c"},   {90, "XC", "xc"},
                {50, "L", "l"},    {40, "XL", "xl"},  {10, "X", "x"},
                {9, "IX", "ix"},   {5, "V", "v"},     {4, "IV", "iv"},
                {1, "I", "i"}};
  if (number < 1 || number > 3999) {
    write_digits(text, number);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(digits); i++)
    for (; number >= digits[i].value; number -= digits[i].value)
      strbuf_add_c(text, is_small ? digits[i].small : digits[i].big);
}

static void write_big_roman(StrBuf *text, int number) {
  write_roman(text, number, false);
}

static void write_small_roman(StrBuf *text, int number) {
  write_roman(text, number, true);
}

/* Ⅰ to Ⅻ are characters of their own; beyond, letters. */
static void write_roman_character(StrBuf *text, int number) {
  if (number >= 1 && number <= 12)
    strbuf_add_char(text, 0x2160 + (uint32_t)(number - 1));
  else
    write_roman(text, number, false);
}

static void write_small_roman_character(StrBuf *text, int number) {
  if (number >= 1 && number <= 12)
    strbuf_add_char(text, 0x2170 + (uint32_t)(number - 1));
  else
    write_roman(text, number, true);
}

/* A to Z, AA, AB and so on. */
static void write_letters(StrBuf *text, int number, char first) {
  char letters[16];
  int at = (int)sizeof letters;
  for (; number > 0 && at > 0; number = (number - 1) / 26)
    letters[--at] = (char)(first + (number - 1) % 26);
  strbuf_add(text, (Str){letters + at, (int)sizeof letters - at});
}

static void write_big_letter(StrBuf *text, int number) {
  write_letters(text, number, 'A');
}

static void write_small_letter(StrBuf *text, int number) {
  write_letters(text, number, 'a');
}

/* 一 to 九十九. */
static void write_hanja(StrBuf *text, int number) {
  static const char *const digits[] = {"",   "一", "二", "三", "四",
                                       "五", "六", "七", "八", "九"};
  if (number < 1 || number > 99) {
    write_digits(text, number);
    return;
  }
  if (number >= 20) strbuf_add_c(text, digits[number / 10]);
  if (number >= 10) strbuf_add_c(text, "十");
  strbuf_add_c(text, digits[number % 10]);
}

static const struct {
  uint32_t character;
  WriteNumber *write;
  bool stands_alone; /* it counts only apart from letters and syllables */
} signs[] = {
    {'1', write_digits, false},
    {0xAC00, write_syllable, true},
    {0x3131, write_consonant, true},
    {0x2460, write_circled, false},
    {0x326E, write_circled_syllable, false},
    {0x2160, write_roman_character, false},
    {0x2170, write_small_roman_character, false},
    {'I', write_big_roman, true},
    {'i', write_small_roman, true},
    {'A', write_big_letter, true},
    {'a', write_small_letter, true},
    {0x4E00, write_hanja, false},
};

/* The sign that the character at `at` is, given the one before it; -1: none. */
static int sign_at(Str pattern, int at, uint32_t before) {
  int next = at;
  uint32_t c = str_next(pattern, &next);
  uint32_t after = str_next(pattern, &next);
  bool is_alone = !g_unichar_isalpha(before) && !g_unichar_isalpha(after);
  for (int i = 0; i < (int)G_N_ELEMENTS(signs); i++)
    if (signs[i].character == c && (is_alone || !signs[i].stands_alone))
      return i;
  return -1;
}

int numbering_signs(Str pattern) {
  int count = 0;
  uint32_t before = ' ';
  for (int at = 0; at < pattern.len;) {
    count += sign_at(pattern, at, before) >= 0;
    before = str_next(pattern, &at);
  }
  return count;
}

Str numbering_print(Arena *arena, Str pattern, const int *counts, int count) {
  StrBuf text = {.arena = arena};
  int index = count - numbering_signs(pattern);
  uint32_t before = ' ';
  for (int at = 0; at < pattern.len;) {
    int sign = sign_at(pattern, at, before);
    before = str_next(pattern, &at);
    if (sign < 0) {
      strbuf_add_char(&text, before);
      continue;
    }
    signs[sign].write(&text, index >= 0 ? counts[index] : 0);
    index++;
  }
  return strbuf_str(&text);
}
