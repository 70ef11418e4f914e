/* The lexical grammar of ECMAScript as far as Vega's expressions use it. */
#include "expr/lex.h"

#include <glib.h>
#include <string.h>

#include "base/number.h"
#include "expr/node.h"

static char peek(const Lexer *lexer, int ahead) {
  int at = lexer->at + ahead;
  return at < lexer->text.len ? lexer->text.text[at] : '\0';
}

static Token fault(Lexer *lexer, int offset, const char *message) {
  diag(lexer->diags, DIAG_EXPR_SYNTAX,
       expr_place(lexer->text, lexer->place, offset, 1), "%s", message);
  return (Token){.kind = TOKEN_FAULT, .offset = offset};
}

static bool is_name_start(char c) {
  return g_ascii_isalpha(c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static void skip_space(Lexer *lexer) {
  Str rest = str_slice(lexer->text, lexer->at, lexer->text.len);
  while (rest.len) {
    if (g_ascii_isspace(rest.text[0]) || rest.text[0] == '\v')
      lexer->at++;
    else if (str_starts(rest, S("\xC2\xA0")))
      lexer->at += 2;
    else
      return;
    rest = str_slice(lexer->text, lexer->at, lexer->text.len);
  }
}

static Token radix_number(Lexer *lexer, int radix) {
  int start = lexer->at;
  double number = 0;
  lexer->at += 2;
  int first = lexer->at;
  for (; g_ascii_isxdigit(peek(lexer, 0)); lexer->at++) {
    int digit = g_ascii_xdigit_value(peek(lexer, 0));
    if (digit >= radix) break;
    number = number * radix + digit;
  }
  if (lexer->at == first || is_name_start(peek(lexer, 0)))
    return fault(lexer, start, "this is no number");
  return (Token){.kind = TOKEN_NUMBER, .offset = start, .number = number};
}

static Token number(Lexer *lexer) {
  int start = lexer->at;
  if (peek(lexer, 0) == '0') {
    char letter = g_ascii_tolower(peek(lexer, 1));
    int radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (radix) return radix_number(lexer, radix);
  }
  while (g_ascii_isdigit(peek(lexer, 0)))
    lexer->at++;
  if (peek(lexer, 0) == '.') lexer->at++;
  while (g_ascii_isdigit(peek(lexer, 0)))
    lexer->at++;
  if (g_ascii_tolower(peek(lexer, 0)) == 'e') {
    lexer->at++;
    if (peek(lexer, 0) == '+' || peek(lexer, 0) == '-') lexer->at++;
    while (g_ascii_isdigit(peek(lexer, 0)))
      lexer->at++;
  }
  Token token = {.kind = TOKEN_NUMBER, .offset = start};
  Str text = str_slice(lexer->text, start, lexer->at);
  token.number = value_to_number(value_str(text));
  if (token.number != token.number || is_name_start(peek(lexer, 0)))
    return fault(lexer, start, "this is no number");
  return token;
}

/* The code point of `count` hexadecimal digits at reading's place, moving past
 * them; 0 with another text. */
static uint32_t hexadecimal(Lexer *lexer, int count) {
  uint32_t code = 0;
  for (int i = 0; i < count; i++) {
    if (!g_ascii_isxdigit(peek(lexer, 0))) return 0;
    code = code * 16 + (uint32_t)g_ascii_xdigit_value(peek(lexer, 0));
    lexer->at++;
  }
  return code;
}

/* What follows "\u": four digits, a pair of surrogates, or {digits}. */
static uint32_t unicode_escape(Lexer *lexer) {
  if (peek(lexer, 0) == '{') {
    int close = 1;
    while (g_ascii_isxdigit(peek(lexer, close)) && close < 8)
      close++;
    lexer->at++;
    uint32_t code = hexadecimal(lexer, close - 1);
    if (peek(lexer, 0) == '}') lexer->at++;
    return code;
  }
  uint32_t code = hexadecimal(lexer, 4);
  if ((code & 0xFC00) != 0xD800 || peek(lexer, 0) != '\\' ||
      peek(lexer, 1) != 'u')
    return code;
  lexer->at += 2;
  uint32_t low = hexadecimal(lexer, 4);
  return 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF);
}

static void add_escape(Lexer *lexer, StrBuf *buf) {
  char c = peek(lexer, 0);
  static const char from[] = "nrtbfv0", to[] = "\n\r\t\b\f\v\0";
  lexer->at++;
  const char *found = c ? strchr(from, c) : NULL;
  if (found) {
    strbuf_add(buf, (Str){to + (found - from), 1});
  } else if (c == 'x' || c == 'u') {
    uint32_t code = c == 'x' ? hexadecimal(lexer, 2) : unicode_escape(lexer);
    bool is_scalar = code <= 0x10FFFF && (code & 0xFFFFF800) != 0xD800;
    if (code == 0)
      strbuf_add(buf, (Str){"", 1});
    else
      strbuf_add_char(buf, is_scalar ? code : 0xFFFD);
  } else if (c != '\n') { /* an escaped line break is none */
    strbuf_add(buf, (Str){&c, 1});
  }
}

static Token string(Lexer *lexer) {
  int start = lexer->at;
  char quote = peek(lexer, 0);
  StrBuf buf = {.arena = lexer->arena};
  lexer->at++;
  for (;;) {
    if (lexer->at >= lexer->text.len)
      return fault(lexer, start, "this text is never closed");
    char c = peek(lexer, 0);
    lexer->at++;
    if (c == quote) break;
    if (c == '\\' && lexer->at < lexer->text.len)
      add_escape(lexer, &buf);
    else
      strbuf_add(&buf, (Str){&c, 1});
  }
  return (Token){
      .kind = TOKEN_STRING, .offset = start, .text = strbuf_str(&buf)};
}

static Token regexp(Lexer *lexer) {
  int start = lexer->at;
  bool in_class = false;
  for (lexer->at++; in_class || peek(lexer, 0) != '/'; lexer->at++) {
    char c = peek(lexer, 0);
    if (lexer->at >= lexer->text.len || c == '\n')
      return fault(lexer, start, "this regular expression is never closed");
    if (c == '\\' && lexer->at + 1 < lexer->text.len) lexer->at++;
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
  }
  Token token = {.kind = TOKEN_REGEXP, .offset = start};
  token.text = str_slice(lexer->text, start + 1, lexer->at);
  int flags = ++lexer->at;
  while (g_ascii_isalpha(peek(lexer, 0)))
    lexer->at++;
  token.flags = str_slice(lexer->text, flags, lexer->at);
  return token;
}

static Token name(Lexer *lexer) {
  int start = lexer->at;
  while (is_name_start(peek(lexer, 0)) || g_ascii_isdigit(peek(lexer, 0)))
    lexer->at++;
  return (Token){.kind = TOKEN_NAME,
                 .offset = start,
                 .text = str_slice(lexer->text, start, lexer->at)};
}

/* The longest first. */
static Token sign(Lexer *lexer) {
  static const char *const signs[] = {
      "===", "!==", ">>>", "==", "!=", "<=", ">=", "<<", ">>", "&&", "||",
      "+",   "-",   "*",   "/",  "%",  "<",  ">",  "!",  "~",  "&",  "|",
      "^",   "?",   ":",   ",",  "(",  ")",  "[",  "]",  "{",  "}",  "."};
  int start = lexer->at;
  Str rest = str_slice(lexer->text, start, lexer->text.len);
  for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
    if (!str_starts(rest, str_from(signs[i]))) continue;
    lexer->at += (int)strlen(signs[i]);
    return (Token){
        .kind = TOKEN_SIGN, .offset = start, .text = str_from(signs[i])};
  }
  if (rest.text[0] != '=')
    return fault(lexer, start, "this character has no meaning here");
  Token token = fault(lexer, start, "values cannot be assigned");
  diag_hint(lexer->diags, "to compare, write '=='");
  return token;
}

static Token scan(Lexer *lexer, bool operand_due) {
  char c = peek(lexer, 0);
  if (lexer->at >= lexer->text.len)
    return (Token){.kind = TOKEN_END, .offset = lexer->at};
  if (g_ascii_isdigit(c) || (c == '.' && g_ascii_isdigit(peek(lexer, 1))))
    return number(lexer);
  if (c == '"' || c == '\'') return string(lexer);
  if (is_name_start(c)) return name(lexer);
  if (c == '/' && operand_due) return regexp(lexer);
  return sign(lexer);
}

Token lex_next(Lexer *lexer, bool operand_due) {
  skip_space(lexer);
  Token token = scan(lexer, operand_due);
  token.length = lexer->at - token.offset;
  return token;
}
