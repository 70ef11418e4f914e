/* Labels broken into lines where Korean lines may end. */
#include "chart/scene/group.h"
#include "korean/line_class.h"

enum { WRAPPED_MOST = 4000 }; /* code points; a longer line stays whole */

typedef struct Wrapping {
  const Lettering *lettering;
  const TextStyle *style;
  Str text;
  int *starts; /* bytes of the code points, and the end */
  LineBreak *breaks;
  int count;
  List(Str) lines;
} Wrapping;

static void split(Wrapping *wrapping) {
  Arena *arena = wrapping->lettering->arena;
  int offset = 0, length = str_length(wrapping->text);
  wrapping->starts = arena_array(arena, int, length + 1);
  wrapping->breaks = arena_array(arena, LineBreak, length + 1);
  wrapping->count = 0;
  while (offset < wrapping->text.len) {
    wrapping->starts[wrapping->count++] = offset;
    str_next(wrapping->text, &offset);
  }
  wrapping->starts[wrapping->count] = wrapping->text.len;
  line_breaks(wrapping->text, wrapping->starts, wrapping->count,
              wrapping->breaks);
}

static Str part(const Wrapping *wrapping, int from, int to) {
  return str_slice(wrapping->text, wrapping->starts[from],
                   wrapping->starts[to]);
}

static double width_of(const Wrapping *wrapping, int from, int to) {
  return text_width(wrapping->lettering->fonts,
                    str_trim(part(wrapping, from, to)), wrapping->style);
}

/* The end of the line that starts at `from`: the last space within the width;
 * where a word alone is wider, the last place within the word. */
static int line_end(const Wrapping *wrapping, int from, double width) {
  int space = -1, inside = -1;
  for (int i = from + 1; i <= wrapping->count; i++) {
    bool is_end = i == wrapping->count;
    LineChance chance = is_end ? LINE_AT_SPACE : wrapping->breaks[i].chance;
    if (chance == LINE_NEVER || chance == LINE_BY_SYLLABLE) continue;
    bool fits = width_of(wrapping, from, i) <= width;
    if (!fits && space > 0) return space;
    if (!fits && inside > 0) return inside;
    if (chance == LINE_IN_WORD) {
      inside = i;
      continue;
    }
    if (!fits) return i;
    space = i;
    if (chance == LINE_MUST) return i;
  }
  return wrapping->count;
}

static void wrap_line(Wrapping *wrapping, Str line, double width) {
  Arena *arena = wrapping->lettering->arena;
  wrapping->text = line;
  bool fits =
      text_width(wrapping->lettering->fonts, line, wrapping->style) <= width;
  if (fits || str_length(line) > WRAPPED_MOST) {
    list_add(arena, &wrapping->lines, line);
    return;
  }
  split(wrapping);
  for (int from = 0, to; from < wrapping->count; from = to) {
    to = line_end(wrapping, from, width);
    list_add(arena, &wrapping->lines, str_trim(part(wrapping, from, to)));
  }
}

/* How much of what a block grows by goes above its place. */
static double share_above(LabelBaseline baseline) {
  if (baseline == BASELINE_MIDDLE) return .5;
  return baseline == BASELINE_BOTTOM || baseline == BASELINE_LINE_BOTTOM;
}

void label_wrap(const Lettering *lettering, Label *label, double width) {
  Wrapping wrapping = {.lettering = lettering, .style = &label->style};
  for (int i = 0; i < label->line_count; i++)
    wrap_line(&wrapping, label->lines[i], width);
  int added = wrapping.lines.count - label->line_count;
  double pitch =
      label->line_height > 0 ? label->line_height : label->style.size + 2;
  label->dy -= added * pitch * share_above(label->baseline);
  label->lines = wrapping.lines.items;
  label->line_count = wrapping.lines.count;
}
