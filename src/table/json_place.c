/* The value under a key of a JSON object, found by walking its text, which is
 * known to be right. */
#include <string.h>

#include "table/places.h"

/* The offset behind the string whose opening quote stands at `at`. */
static int pass_string(Str text, int at) {
  for (at++; at < text.len && text.text[at] != '"'; at++)
    if (text.text[at] == '\\') at++;
  return at < text.len ? at + 1 : text.len;
}

static int pass_space(Str text, int at) {
  while (at < text.len && text.text[at] && strchr(" \t\r\n", text.text[at]))
    at++;
  return at;
}

static int pass_value(Str text, int at) {
  int depth = 0;
  while (at < text.len) {
    char c = text.text[at];
    if (c == '"') {
      at = pass_string(text, at);
      if (depth == 0) return at;
      continue;
    }
    if (c == '{' || c == '[') depth++;
    if (c == '}' || c == ']') depth--;
    if (depth < 0 || (depth == 0 && (c == ',' || c == '\n'))) return at;
    at++;
    if (depth == 0 && (c == '}' || c == ']')) return at;
  }
  return at;
}

Place json_place_cell(const Source *source, int row_offset, Str key) {
  Str text = source->text;
  int row_end = pass_value(text, row_offset);
  Place row = place_at(source, row_offset, row_end - row_offset);
  if (row_offset >= text.len || text.text[row_offset] != '{') return row;
  int at = pass_space(text, row_offset + 1);
  while (at < row_end && text.text[at] == '"') {
    int name_end = pass_string(text, at);
    Str name =
        str_slice(text, at + 1, name_end > at + 1 ? name_end - 1 : at + 1);
    int value = pass_space(text, name_end);
    value = pass_space(text, value < row_end ? value + 1 : value); /* ':' */
    int value_end = pass_value(text, value);
    if (str_equal(name, key)) {
      Str found = str_trim(str_slice(text, value, value_end));
      return place_at(source, value, found.len);
    }
    at = pass_space(text, value_end);
    if (at < row_end && text.text[at] == ',') at = pass_space(text, at + 1);
  }
  return row;
}
