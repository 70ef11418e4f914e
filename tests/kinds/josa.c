/* Lines of a word and a particle pair, parted by the last space; the word with
 * the particle that agrees out. */
#include "cases.h"
#include "korean/korean.h"

static void choose(Str line, StrBuf *output) {
  int space = line.len - 1;
  while (space > 0 && line.text[space] != ' ')
    space--;
  Str word = str_slice(line, 0, space);
  Str rest = str_slice(line, space + (space < line.len), line.len);
  JosaPair pair;
  if (!josa_find(rest, &pair)) {
    strbuf_addf(output, "%.*s: no pair\n", STR(line));
    return;
  }
  Str chosen = josa_choose(&pair, josa_coda(word));
  Str after = str_slice(rest, pair.written.len, rest.len);
  strbuf_addf(output, "%.*s%.*s%.*s\n", STR(word), STR(chosen), STR(after));
}

void case_josa(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)arena, (void)path;
  for (int start = 0; start < input.len;) {
    Str rest = str_slice(input, start, input.len);
    int end = str_find_char(rest, '\n');
    if (end < 0) end = rest.len;
    choose(str_slice(rest, 0, end), output);
    start += end + 1;
  }
}
