/* Bytes in, tokens and values out. */
#include "export/pdf/tokens.h"

#include <limits.h>
#include <string.h>

enum { NESTING_MAX = 100 };

static bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
         c == '\0';
}

static bool is_delimiter(char c) {
  return c && strchr("()<>[]{}/%", c);
}

static bool is_regular(Str bytes, int at) {
  return at < bytes.len && !is_space(bytes.text[at]) &&
         !is_delimiter(bytes.text[at]);
}

static int skip_space(Str bytes, int at) {
  while (at < bytes.len) {
    if (bytes.text[at] == '%')
      while (at < bytes.len && bytes.text[at] != '\n' && bytes.text[at] != '\r')
        at++;
    else if (is_space(bytes.text[at]))
      at++;
    else
      break;
  }
  return at;
}

/* Behind the string that starts at `at`; -1 when it does not end. */
static int literal_end(Str bytes, int at) {
  int depth = 0;
  for (; at < bytes.len; at++) {
    char c = bytes.text[at];
    if (c == '\\')
      at++;
    else if (c == '(')
      depth++;
    else if (c == ')' && --depth == 0)
      return at + 1;
  }
  return -1;
}

static int hex_end(Str bytes, int at) {
  while (at < bytes.len && bytes.text[at] != '>')
    at++;
  return at < bytes.len ? at + 1 : -1;
}

static PdfToken token(PdfTokenKind kind, Str bytes, int start, int *at,
                      int end) {
  if (end < 0) kind = PDF_BROKEN, end = bytes.len;
  *at = end;
  return (PdfToken){kind, str_slice(bytes, start, end)};
}

static bool is_twice(Str bytes, int at) {
  return at + 1 < bytes.len && bytes.text[at + 1] == bytes.text[at];
}

static bool is_number(Str text) {
  bool has_digit = false;
  for (int i = 0; i < text.len; i++) {
    char c = text.text[i];
    bool is_sign = (c == '-' || c == '+') && i == 0;
    if (c >= '0' && c <= '9')
      has_digit = true;
    else if (!is_sign && c != '.')
      return false;
  }
  return has_digit;
}

static PdfToken regular_token(Str bytes, int start, int *at) {
  int end = start + 1;
  while (is_regular(bytes, end))
    end++;
  PdfToken result = token(PDF_WORD, bytes, start, at, end);
  if (bytes.text[start] == '/')
    result.kind = PDF_NAME;
  else if (is_number(result.text))
    result.kind = PDF_NUMBER;
  return result;
}

PdfToken pdf_token_next(Str bytes, int *at) {
  int start = skip_space(bytes, *at);
  if (start >= bytes.len) return token(PDF_END, bytes, start, at, start);
  switch (bytes.text[start]) {
  case '[':
    return token(PDF_OPEN_ARRAY, bytes, start, at, start + 1);
  case ']':
    return token(PDF_CLOSE_ARRAY, bytes, start, at, start + 1);
  case '(':
    return token(PDF_STRING, bytes, start, at, literal_end(bytes, start));
  case '<':
    if (is_twice(bytes, start))
      return token(PDF_OPEN_DICTIONARY, bytes, start, at, start + 2);
    return token(PDF_STRING, bytes, start, at, hex_end(bytes, start));
  case '>':
    if (is_twice(bytes, start))
      return token(PDF_CLOSE_DICTIONARY, bytes, start, at, start + 2);
    return token(PDF_BROKEN, bytes, start, at, start + 1);
  case ')':
  case '{':
  case '}':
    return token(PDF_BROKEN, bytes, start, at, start + 1);
  default:
    return regular_token(bytes, start, at);
  }
}

/* Behind the array or dictionary whose opening token was just read. */
static bool skip_nested(Str bytes, int *at) {
  int depth = 1;
  while (depth > 0) {
    PdfToken next = pdf_token_next(bytes, at);
    if (next.kind == PDF_END || next.kind == PDF_BROKEN) return false;
    if (next.kind == PDF_OPEN_ARRAY || next.kind == PDF_OPEN_DICTIONARY)
      depth++;
    if (next.kind == PDF_CLOSE_ARRAY || next.kind == PDF_CLOSE_DICTIONARY)
      depth--;
    if (depth > NESTING_MAX) return false;
  }
  return true;
}

/* A number may be the first of a reference's three words. */
static int reference_end(Str bytes, int at) {
  PdfToken generation = pdf_token_next(bytes, &at);
  if (generation.kind != PDF_NUMBER) return -1;
  PdfToken word = pdf_token_next(bytes, &at);
  return word.kind == PDF_WORD && str_is(word.text, "R") ? at : -1;
}

Str pdf_value_next(Str bytes, int *at) {
  int before = *at;
  PdfToken first = pdf_token_next(bytes, at);
  int start = *at - first.text.len, end;
  switch (first.kind) {
  case PDF_OPEN_ARRAY:
  case PDF_OPEN_DICTIONARY:
    if (skip_nested(bytes, at)) return str_slice(bytes, start, *at);
    break;
  case PDF_NUMBER:
    end = reference_end(bytes, *at);
    if (end >= 0) *at = end;
    return str_slice(bytes, start, *at);
  case PDF_NAME:
  case PDF_STRING:
  case PDF_WORD:
    return first.text;
  default:
    break;
  }
  *at = before;
  return (Str){0};
}

Str pdf_dictionary_find(Str dictionary, const char *name) {
  int at = 0;
  if (pdf_token_next(dictionary, &at).kind != PDF_OPEN_DICTIONARY)
    return (Str){0};
  for (;;) {
    PdfToken key = pdf_token_next(dictionary, &at);
    if (key.kind != PDF_NAME) return (Str){0};
    Str value = pdf_value_next(dictionary, &at);
    if (str_is(str_slice(key.text, 1, key.text.len), name)) return value;
    if (!value.len) return (Str){0};
  }
}

int pdf_integer(Str value, int otherwise) {
  long long number = 0;
  if (!value.len || value.len > 10) return otherwise;
  for (int i = 0; i < value.len; i++) {
    if (value.text[i] < '0' || value.text[i] > '9') return otherwise;
    number = number * 10 + (value.text[i] - '0');
  }
  return number <= INT_MAX ? (int)number : otherwise;
}

int pdf_reference(Str value) {
  int at = 0;
  PdfToken number = pdf_token_next(value, &at);
  if (number.kind != PDF_NUMBER || reference_end(value, at) < 0) return 0;
  return pdf_integer(number.text, 0);
}
