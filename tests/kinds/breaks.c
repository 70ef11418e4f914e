/* Lines of text in; each with the places where it may break: `|` at a word
 * space, `¦` inside an eojeol (pass 2 only), `!` where it must. A penalty other
 * than the usual one (0, and 150 inside an eojeol) stands behind in braces. A
 * line after "글자 " shows all the places where lines may end when syllables
 * are the unit, without penalties. */
#include "cases.h"
#include "korean/line_class.h"

enum { USUAL_IN_WORD = 150 };

static int split_clusters(Str text, int *starts) {
  int count = 0;
  for (int at = 0; at < text.len;) {
    int start = at;
    uint32_t c = str_next(text, &at);
    if (count == 0 || line_class(c) != LINE_MARK) starts[count++] = start;
  }
  return count;
}

static void add_break(StrBuf *output, const LineBreak *chance,
                      bool by_syllable) {
  static const char *const marks[] = {"", "|", "¦", "¦", "!"};
  if (chance->chance == LINE_BY_SYLLABLE && !by_syllable) return;
  int usual = chance->chance == LINE_IN_WORD ? USUAL_IN_WORD : 0;
  strbuf_add_c(output, marks[chance->chance]);
  if (!by_syllable && chance->penalty != usual)
    strbuf_addf(output, "{%d}", chance->penalty);
}

static void add_line(Arena *arena, Str line, StrBuf *output) {
  bool by_syllable = str_starts(line, S("글자 "));
  if (by_syllable) line = str_slice(line, S("글자 ").len, line.len);
  int *starts = arena_array(arena, int, line.len + 1);
  int count = split_clusters(line, starts);
  LineBreak *breaks = arena_array(arena, LineBreak, count);
  line_breaks(line, starts, count, breaks);
  starts[count] = line.len;
  for (int i = 0; i < count; i++) {
    add_break(output, &breaks[i], by_syllable);
    strbuf_add(output, str_slice(line, starts[i], starts[i + 1]));
  }
  strbuf_add_c(output, "\n");
}

void case_breaks(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)path;
  while (input.len) {
    int end = str_find_char(input, '\n');
    if (end < 0) end = input.len;
    add_line(arena, str_slice(input, 0, end), output);
    input =
        str_slice(input, end + 1 < input.len ? end + 1 : input.len, input.len);
  }
}
