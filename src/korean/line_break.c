/* Breaks of a paragraph: each pair of clusters goes to the rules for spaces or
 * to those for words. */
#include "korean/line_clusters.h"

/* The break before cluster `at`; `last` is the latest that is no space, or -1.
 */
static LineBreak break_before(const LineClusters *clusters, int last, int at) {
  const LineBreak never = {.chance = LINE_NEVER};
  LineClass before = clusters->items[at - 1].line_class;
  LineClass after = clusters->items[at].line_class;
  if (before == LINE_BREAK) return (LineBreak){.chance = LINE_MUST};
  if (after == LINE_SPACE || after == LINE_BREAK || after == LINE_MARK ||
      after == LINE_ZERO_BREAK || last < 0)
    return never;
  if (before == LINE_SPACE) return line_break_at_space(clusters, last, at);
  if (before == LINE_ZERO_BREAK) return (LineBreak){.chance = LINE_AT_SPACE};
  return line_break_in_word(clusters, at);
}

void line_breaks(Str text, const int *starts, int count, LineBreak *breaks) {
  Arena scratch = {0};
  LineClusters clusters = line_clusters(&scratch, text, starts, count);
  int last = -1;
  for (int i = 0; i < count; i++) {
    breaks[i] = i ? break_before(&clusters, last, i)
                  : (LineBreak){.chance = LINE_NEVER};
    LineClass line_class = clusters.items[i].line_class;
    if (line_class == LINE_BREAK)
      last = -1;
    else if (line_class != LINE_SPACE)
      last = i;
  }
  arena_clear(&scratch);
}
