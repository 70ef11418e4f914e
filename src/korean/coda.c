/* How a word ends when it is read aloud. */
#include <glib.h>

#include "korean/hanja.h"
#include "korean/josa_words.h"
#include "korean/korean.h"

static bool is_digit(char c) {
  return g_ascii_isdigit(c);
}

static uint32_t last_character(Str word, int *start) {
  const char *at = g_utf8_find_prev_char(word.text, word.text + word.len);
  if (!at) at = word.text + word.len - 1;
  *start = (int)(at - word.text);
  int offset = *start;
  return str_next(word, &offset);
}

/* -- Numbers -- */

/* 영 일 이 삼 사 오 육 칠 팔 구 */
static Coda digit_coda(char digit) {
  static const Coda codas[] = {CODA_OTHER, CODA_RIEUL, CODA_NONE,  CODA_OTHER,
                               CODA_NONE,  CODA_NONE,  CODA_OTHER, CODA_RIEUL,
                               CODA_RIEUL, CODA_NONE};
  return codas[digit - '0'];
}

/* 십 백 천 만 억 조 경 해 자 양, by the zeros at the end of an integer */
static Coda zeros_coda(int zeros) {
  static const Coda by_four[] = {CODA_OTHER, CODA_OTHER, CODA_OTHER,
                                 CODA_NONE,  CODA_OTHER, CODA_NONE,
                                 CODA_NONE,  CODA_OTHER};
  int group = zeros / 4;
  return group < (int)G_N_ELEMENTS(by_four) ? by_four[group] : CODA_UNKNOWN;
}

/* `word` ends in a digit. */
static Coda number_coda(Str word) {
  int start = word.len;
  while (start > 0 && (is_digit(word.text[start - 1]) ||
                       (word.text[start - 1] == ',' && start < word.len) ||
                       (word.text[start - 1] == '.' && start < word.len)))
    start--;
  Str number = str_slice(word, start, word.len);
  char last = number.text[number.len - 1];
  if (last != '0' || str_find_char(number, '.') > 0) return digit_coda(last);
  int zeros = 0;
  bool is_zero = true;
  for (int i = number.len - 1; i >= 0 && is_zero; i--) {
    if (number.text[i] == '0') zeros++;
    is_zero = number.text[i] == '0' || number.text[i] == ',';
  }
  return is_zero ? CODA_OTHER : zeros_coda(zeros);
}

/* -- Latin letters -- */

static bool is_capital_word(Str word) {
  for (int i = 0; i < word.len; i++)
    if (g_ascii_islower(word.text[i])) return false;
  return true;
}

/* Read by the letter's name: 엘 알, 엠 엔; the others end in a vowel. */
static Coda letter_coda(char letter) {
  switch (g_ascii_toupper(letter)) {
  case 'L':
  case 'R':
    return CODA_RIEUL;
  case 'M':
  case 'N':
    return CODA_OTHER;
  default:
    return CODA_NONE;
  }
}

/* A word read as a word: only endings that Korean transcribes in one way
 * (-ing 잉, -ation 션, -or 어, -s 스). The others must be known words. */
static Coda ending_coda(char last) {
  switch (g_ascii_tolower(last)) {
  case 'm':
  case 'n':
    return CODA_OTHER;
  case 'l':
    return CODA_RIEUL;
  case 'a':
  case 'd':
  case 'f':
  case 'h':
  case 'i':
  case 'o':
  case 'r':
  case 's':
  case 'u':
  case 'w':
  case 'x':
  case 'y':
  case 'z':
    return CODA_NONE;
  default:
    return CODA_UNKNOWN;
  }
}

static Coda latin_word_coda(Str word) {
  Coda coda;
  if (josa_word_coda(word, &coda)) return coda;
  char last = word.text[word.len - 1];
  if (word.len == 1 || is_capital_word(word)) return letter_coda(last);
  if (str_ends(word, S("ing"))) return CODA_OTHER;
  bool is_inner_capital = g_ascii_isupper(last); /* BcN, IoT */
  return is_inner_capital ? letter_coda(last) : ending_coda(last);
}

/* `word` ends in a letter. */
static Coda latin_coda(Str word) {
  int start = word.len;
  while (start > 0 && g_ascii_isalpha(word.text[start - 1]))
    start--;
  Str letters = str_slice(word, start, word.len);
  Str before = str_trim(str_slice(word, 0, start));
  char previous = before.len ? before.text[before.len - 1] : ' ';
  Coda coda;
  if ((is_digit(previous) || previous == '%') && josa_unit_coda(letters, &coda))
    return coda;
  if (is_digit(previous) && start > 0 && is_digit(word.text[start - 1]) &&
      is_capital_word(letters))
    return letter_coda(letters.text[letters.len - 1]); /* G4C */
  return latin_word_coda(letters);
}

/* -- Signs -- */

typedef struct Sign {
  uint32_t c;
  Coda coda;
} Sign;

static const Sign signs[] = {
    {'%', CODA_NONE},     /* 퍼센트 */
    {0xFF05, CODA_NONE},  /* full-width % */
    {0x2030, CODA_RIEUL}, /* 퍼밀 */
    {'$', CODA_NONE},     /* 달러 */
    {0x20A9, CODA_OTHER}, /* 원 */
    {0xFFE6, CODA_OTHER}, /* 원 */
    {0x20AC, CODA_NONE},  /* 유로 */
    {0xA5, CODA_OTHER},   /* 엔 */
    {0xB0, CODA_NONE},    /* 도 */
    {0x2103, CODA_NONE},  /* 도 */
    {0x2109, CODA_NONE},  /* 도 */
    {'+', CODA_NONE},     /* 플러스 */
    {'#', CODA_OTHER},    /* 샵 */
    {'&', CODA_NONE},     /* 앤드 */
    {0xB2, CODA_NONE},    /* 제곱미터 */
    {0xB3, CODA_NONE},    /* 세제곱미터 */
    {0x2113, CODA_NONE},  /* 리터 */
};

/* ㎀ .. ㏝: by what the square holds at its end. */
static Coda square_unit_coda(uint32_t c) {
  static const Str rieul = {"㏈㎩㎪㎫㎬", 15};
  static const Str other = {"㎍㎎㎏", 9};
  char bytes[6];
  Str one = {bytes, g_unichar_to_utf8(c, bytes)};
  if (str_find(other, one) >= 0) return CODA_OTHER;
  if (str_find(rieul, one) >= 0) return CODA_RIEUL;
  return CODA_NONE;
}

static Coda counted_coda(uint32_t number) { /* ① Ⅳ */
  if (number % 10 == 0) return CODA_OTHER;
  return digit_coda((char)('0' + number % 10));
}

/* ㉮ ㈎ are read as their syllables, which all end in a vowel. */
static bool is_enclosed_syllable(uint32_t c) {
  return (c >= 0x326E && c <= 0x327B) || (c >= 0x320E && c <= 0x321B);
}

static Coda sign_coda(uint32_t c) {
  for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
    if (signs[i].c == c) return signs[i].coda;
  if (c >= 0x3380 && c <= 0x33DD) return square_unit_coda(c);
  if (c >= 0x2460 && c <= 0x2473) return counted_coda(c - 0x2460 + 1);
  if (c >= 0x2160 && c <= 0x216B) return counted_coda(c - 0x2160 + 1);
  if (c >= 0x2170 && c <= 0x217B) return counted_coda(c - 0x2170 + 1);
  if (c >= 0x3251 && c <= 0x325F) return counted_coda(c - 0x3251 + 21);
  if (c >= 0x32B1 && c <= 0x32BF) return counted_coda(c - 0x32B1 + 36);
  if (is_enclosed_syllable(c)) return CODA_NONE;
  if (c >= 0xFF10 && c <= 0xFF19) return counted_coda(c - 0xFF10);
  return hanja_coda(c);
}

static Coda hangul_coda(uint32_t c) {
  uint32_t coda = (c - 0xAC00) % 28;
  return coda == 0 ? CODA_NONE : coda == 8 ? CODA_RIEUL : CODA_OTHER;
}

/* ㄱ 기역 .. ㅎ 히읗, ㅏ .. ㅣ; ㄹ 리을 */
static Coda jamo_coda(uint32_t c) {
  if (c >= 0x314F) return CODA_NONE;
  return c == 0x3139 ? CODA_RIEUL : CODA_OTHER;
}

/* -- What is looked past -- */

static bool is_closer(uint32_t c) {
  switch (c) {
  case '"':
  case '\'':
  case ']':
  case '}':
  case '>':
  case '.':
  case ',':
  case '!':
  case '?':
  case '*':
  case 0x2019:
  case 0x201D:
  case 0x3009:
  case 0x300B:
  case 0x300D:
  case 0x300F:
  case 0x3011:
  case 0x3015:
  case 0xFF1E:
  case 0xFF3D:
  case 0xBB:
  case 0x2026:
  case 0x20DD: /* a circle around what stands before */
    return true;
  default:
    return g_unichar_isspace(c);
  }
}

static bool is_close_parenthesis(uint32_t c) {
  return c == ')' || c == 0xFF09;
}

static bool is_open_parenthesis(uint32_t c) {
  return c == '(' || c == 0xFF08;
}

/* The word without its last parenthesis; as it is, less the closing sign, when
 * nothing stands before the parenthesis. */
static Str without_parenthesis(Str word, int close) {
  int depth = 0;
  Str rest = word;
  while (rest.len > 0) {
    int start;
    uint32_t c = last_character(rest, &start);
    rest = str_slice(rest, 0, start);
    if (is_close_parenthesis(c)) depth++;
    if (is_open_parenthesis(c) && --depth == 0) break;
  }
  bool holds_all = depth != 0 || str_trim(rest).len == 0;
  return holds_all ? str_slice(word, 0, close) : rest;
}

static Str readable_part(Str word) {
  while (word.len > 0) {
    int start;
    uint32_t c = last_character(word, &start);
    if (is_close_parenthesis(c))
      word = without_parenthesis(word, start);
    else if (is_closer(c))
      word = str_slice(word, 0, start);
    else
      break;
  }
  return word;
}

Coda josa_coda(Str word) {
  enum { LONGEST = 512 }; /* more than any word; keeps the work bounded */
  if (word.len > LONGEST) {
    int start = word.len - LONGEST;
    while (start < word.len && (word.text[start] & 0xC0) == 0x80)
      start++;
    word = str_slice(word, start, word.len);
  }
  word = readable_part(word);
  if (word.len == 0) return CODA_UNKNOWN;
  int start;
  uint32_t c = last_character(word, &start);
  if (c >= 0xAC00 && c <= 0xD7A3) return hangul_coda(c);
  if (c >= 0x3131 && c <= 0x3163) return jamo_coda(c);
  if (c < 0x80 && is_digit((char)c)) return number_coda(word);
  if (c < 0x80 && g_ascii_isalpha((char)c)) return latin_coda(word);
  return sign_coda(c);
}
