/* Fences of code, captions, definitions: seen line by line. */
#include "article/marked_lines.h"

#include <string.h>

static int run_length(Str line, char sign) {
  int length = 0;
  while (length < line.len && line.text[length] == sign)
    length++;
  return length;
}

bool fence_pass(Fence *fence, Str line) {
  if (!line.len) return fence->length > 0;
  char sign = fence->length ? fence->sign : line.text[0];
  int length = sign == '`' || sign == '~' ? run_length(line, sign) : 0;
  Str after = str_trim(str_slice(line, length, line.len));
  if (fence->length) {
    if (length >= fence->length && !after.len) fence->length = 0;
    return true;
  }
  bool opens = length >= 3 && (sign == '~' || str_find_char(after, '`') < 0);
  if (opens) *fence = (Fence){sign, length};
  return opens;
}

/* The last line of the text, trimmed; what stands before it stays in `text`. */
static Str take_last_line(Str *text) {
  Str all = *text;
  if (all.len && all.text[all.len - 1] == '\n') all.len--;
  int start = all.len;
  while (start > 0 && all.text[start - 1] != '\n')
    start--;
  *text = str_slice(all, 0, start);
  return str_trim(str_slice(all, start, all.len));
}

bool line_is_caption(Str before, Str line) {
  if (!str_starts(line, S(": "))) return false;
  return str_starts(take_last_line(&before), S("|"));
}

/* Tables, divs, headings and the like have no meanings below them. */
static bool is_term(Str line) {
  return line.len > 0 && !strchr("|#>`~", line.text[0]) &&
         !str_starts(line, S("+-")) && !str_starts(line, S("+=")) &&
         !str_starts(line, S(":::")) && !str_starts(line, S("!["));
}

bool line_is_definition(Str before, Str line) {
  if (line.len < 3 || line.text[0] != ':' ||
      (line.text[1] != ' ' && line.text[1] != '\t'))
    return false;
  Str last = take_last_line(&before);
  if (!last.len) last = take_last_line(&before);
  return is_term(last);
}
