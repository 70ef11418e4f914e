/* Breaks inside addresses and technical names, which no syllable parts. */
#include "korean/line_clusters.h"

enum { LEAST_IN_NAME = 3, LONG_NAME = 12 }; /* characters */

static bool separates_address(uint32_t c) {
  return c == '/' || c == '.' || c == '_' || c == '?' || c == '&' || c == '=';
}

LineBreak line_break_in_address(const LineCluster *last,
                                const LineCluster *next) {
  bool goes_on = next->line_class == LINE_LATIN ||
                 next->line_class == LINE_DIGIT ||
                 next->line_class == LINE_UNIT;
  return goes_on && separates_address(last->code_point) &&
                 !separates_address(next->code_point) &&
                 !separates_address(last[-1].code_point)
             ? (LineBreak){.chance = LINE_IN_WORD, .penalty = LINE_PENALTY_NAME}
             : (LineBreak){.chance = LINE_NEVER};
}

static bool separates_name(uint32_t c) {
  return c == '.' || c == '_' || c == '@' || c == '=' || c == ':';
}

static bool is_in_ascii_word(uint32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

static bool is_ascii(uint32_t c) {
  return c < 0x80;
}

/* How many characters of an eojeol from `at` on, by steps of 1 or -1, are of a
 * kind; `most` are looked at. */
static int count_kind(const LineClusters *clusters, int at, int step, int most,
                      bool (*is_kind)(uint32_t)) {
  const LineCluster *items = clusters->items;
  int start = items[at].word_start, end = items[at].word_end, count = 0;
  for (int i = at; i >= start && i < end && count < most; i += step, count++)
    if (!is_kind(items[i].code_point)) break;
  return count;
}

bool line_parts_name(const LineClusters *clusters, int at) {
  enum { LEAST = LEAST_IN_NAME };
  const LineCluster *mark = &clusters->items[at - 1];
  if (!separates_name(mark->code_point) || at - 2 < mark->word_start ||
      mark[-1].line_class == LINE_DIGIT || mark[1].line_class == LINE_DIGIT)
    return false;
  return count_kind(clusters, at, 1, LEAST, is_in_ascii_word) == LEAST &&
         count_kind(clusters, at - 2, -1, LEAST, is_in_ascii_word) == LEAST &&
         count_kind(clusters, at, 1, LONG_NAME, is_ascii) +
                 count_kind(clusters, at - 1, -1, LONG_NAME, is_ascii) >=
             LONG_NAME;
}
