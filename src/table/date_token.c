/* Text -> tokens of a date. */
#include "table/date_token.h"

#include <glib.h>
#include <string.h>

typedef struct DateWord {
  char letters[4]; /* the first three; shorter words are whole */
  DateTokenKind kind;
  int value;
} DateWord;

static const DateWord words[] = {
    {"jan", DATE_MONTH, 1},  {"feb", DATE_MONTH, 2},  {"mar", DATE_MONTH, 3},
    {"apr", DATE_MONTH, 4},  {"may", DATE_MONTH, 5},  {"jun", DATE_MONTH, 6},
    {"jul", DATE_MONTH, 7},  {"aug", DATE_MONTH, 8},  {"sep", DATE_MONTH, 9},
    {"oct", DATE_MONTH, 10}, {"nov", DATE_MONTH, 11}, {"dec", DATE_MONTH, 12},
    {"am", DATE_AM_PM, 0},   {"pm", DATE_AM_PM, 12},  {"ut", DATE_ZONE, 0},
    {"utc", DATE_ZONE, 0},   {"z", DATE_ZONE, 0},     {"gmt", DATE_ZONE, 0},
    {"cdt", DATE_ZONE, -5},  {"cst", DATE_ZONE, -6},  {"edt", DATE_ZONE, -4},
    {"est", DATE_ZONE, -5},  {"mdt", DATE_ZONE, -6},  {"mst", DATE_ZONE, -7},
    {"pdt", DATE_ZONE, -7},  {"pst", DATE_ZONE, -8},  {"t", DATE_T, 0},
};

static DateToken word_token(Str word) {
  DateToken token = {DATE_WORD, 0, word.len};
  char start[4] = {0};
  for (int i = 0; i < 3 && i < word.len; i++)
    start[i] = g_ascii_tolower(word.text[i]);
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
    if (memcmp(start, words[i].letters, sizeof start) != 0) continue;
    if (word.len > 3 && words[i].kind != DATE_MONTH) continue;
    token.kind = words[i].kind;
    token.value = words[i].value;
  }
  return token;
}

/* Leading zeros are free; of the rest nine digits count. */
static DateToken number_token(Str digits) {
  DateToken token = {DATE_NUMBER, 0, digits.len};
  int counted = 0;
  for (int i = 0; i < digits.len && counted < 9; i++) {
    token.value = token.value * 10 + digits.text[i] - '0';
    counted += token.value > 0;
  }
  return token;
}

static bool is_word_byte(char c) {
  return (unsigned char)c >= 'A';
}

static DateToken scan(DateScanner *scanner) {
  int start = scanner->at, end = scanner->text.len;
  const char *text = scanner->text.text;
  if (start >= end) return (DateToken){DATE_END, 0, 0};
  char c = text[scanner->at++];
  if (g_ascii_isdigit(c)) {
    while (scanner->at < end && g_ascii_isdigit(text[scanner->at]))
      scanner->at++;
    return number_token(str_slice(scanner->text, start, scanner->at));
  }
  if (is_word_byte(c)) {
    while (scanner->at < end && is_word_byte(text[scanner->at]))
      scanner->at++;
    return word_token(str_slice(scanner->text, start, scanner->at));
  }
  if (!g_ascii_isspace(c)) return (DateToken){DATE_SYMBOL, c, 1};
  while (scanner->at < end && g_ascii_isspace(text[scanner->at]))
    scanner->at++;
  return (DateToken){DATE_SPACE, 0, scanner->at - start};
}

DateScanner date_scanner(Str text) {
  DateScanner scanner = {.text = text};
  scanner.next = scan(&scanner);
  return scanner;
}

DateToken date_token_take(DateScanner *scanner) {
  DateToken token = scanner->next;
  scanner->next = scan(scanner);
  return token;
}

bool date_is_symbol(DateToken token, char symbol) {
  return token.kind == DATE_SYMBOL && token.value == symbol;
}

bool date_symbol_skip(DateScanner *scanner, char symbol) {
  if (!date_is_symbol(scanner->next, symbol)) return false;
  date_token_take(scanner);
  return true;
}

bool date_is_sign(DateToken token) {
  return date_is_symbol(token, '+') || date_is_symbol(token, '-');
}

bool date_is_z(DateToken token) {
  return token.kind == DATE_ZONE && token.length == 1;
}

bool date_is_fixed(DateToken token, int length) {
  return token.kind == DATE_NUMBER && token.length == length;
}
