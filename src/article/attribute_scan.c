/* The grammar of attributes: #id .class - key=value key="value". */
#include "article/attribute_scan.h"

#include <glib.h>
#include <string.h>

static char peek(const AttributeScan *scan) {
  return scan->at < scan->text.len ? scan->text.text[scan->at] : '\0';
}

/* Space, and at most one line break in a row. False at an empty line. */
static bool skip_space(AttributeScan *scan) {
  int breaks = 0;
  while (peek(scan) && strchr(" \t\r\n", peek(scan))) {
    breaks += peek(scan) == '\n';
    scan->at++;
  }
  return breaks < 2;
}

static bool is_name_byte(char c) {
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == ':' || c == '.' ||
         (unsigned char)c >= 0x80;
}

static bool read_name(AttributeScan *scan) {
  scan->name_start = scan->at;
  while (is_name_byte(peek(scan)))
    scan->at++;
  scan->name_end = scan->at;
  return scan->name_end > scan->name_start;
}

/* Past a value in the value ("{{ x['a'] }}"), whose quotes do not end it. */
static void skip_template(AttributeScan *scan) {
  Str rest = str_slice(scan->text, scan->at, scan->text.len);
  int line = str_find(rest, S("\n\n"));
  if (line >= 0) rest = str_slice(rest, 0, line);
  int end = str_find(rest, S("}}"));
  scan->at += end < 0 ? 1 : end + 2;
}

static bool read_quoted(AttributeScan *scan, char quote) {
  scan->value_start = ++scan->at;
  for (char c; (c = peek(scan)) != '\0';) {
    if (c == quote) {
      scan->value_end = scan->at++;
      return true;
    }
    if (c == '\n' && scan->at + 1 < scan->text.len &&
        scan->text.text[scan->at + 1] == '\n')
      return false;
    Str rest = str_slice(scan->text, scan->at, scan->text.len);
    if (str_starts(rest, S("{{")))
      skip_template(scan);
    else
      scan->at += c == '\\' && rest.len > 1 ? 2 : 1;
  }
  return false;
}

static bool read_value(AttributeScan *scan) {
  char c = peek(scan);
  if (c == '"' || c == '\'') return read_quoted(scan, c);
  scan->value_start = scan->at;
  while (peek(scan) && !strchr(" \t\r\n}", peek(scan)))
    scan->at++;
  scan->value_end = scan->at;
  return scan->value_end > scan->value_start;
}

static AttributeToken read_pair(AttributeScan *scan) {
  if (!read_name(scan) || peek(scan) != '=') return TOKEN_NONE;
  scan->at++;
  return read_value(scan) ? TOKEN_PAIR : TOKEN_NONE;
}

AttributeToken attribute_next(AttributeScan *scan) {
  if (!skip_space(scan)) return TOKEN_NONE;
  switch (peek(scan)) {
  case '}':
    scan->at++;
    return TOKEN_END;
  case '#':
    scan->at++;
    return read_name(scan) ? TOKEN_ID : TOKEN_NONE;
  case '.':
    scan->at++;
    return read_name(scan) ? TOKEN_CLASS : TOKEN_NONE;
  case '-':
    scan->name_start = scan->at;
    scan->name_end = ++scan->at;
    return strchr(" \t}", peek(scan)) && peek(scan) ? TOKEN_UNNUMBERED
                                                    : TOKEN_NONE;
  default:
    return read_pair(scan);
  }
}
