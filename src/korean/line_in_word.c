/* Breaks inside an eojeol: which pairs hold together, and what the others cost
 * in pass 2. */
#include "korean/line_clusters.h"

enum {
  LEAST_SYLLABLES = 2,      /* on either side of a break inside a word */
  PENALTY_BRACKET = 100,    /* before an opening bracket */
  PENALTY_SYLLABLE = 150,   /* between two syllables */
  PENALTY_SHORT_REST = 200, /* ... that leaves but two, often a mere ending */
  PENALTY_MIDDLE_DOT = 150, /* after · */
  PENALTY_SLASH = 200,      /* after / */
  PENALTY_SCRIPT = 200,     /* between Hangul and Latin */
  PENALTY_DASH = 300,       /* after - ~ – — */
  PENALTY_ADDRESS = 300     /* after a separator of a URL */
};

static const LineBreak never = {.chance = LINE_NEVER};

static LineBreak in_word(int penalty) {
  return (LineBreak){.chance = LINE_IN_WORD, .penalty = penalty};
}

static bool is_syllable(LineClass line_class) {
  return line_class == LINE_HANGUL || line_class == LINE_HANJA;
}

static int middle_penalty(uint32_t c) {
  switch (c) {
  case 0xB7:
  case 0x2027:
  case 0x2219:
  case 0x22C5:
  case 0x30FB:
  case 0x318D:
    return PENALTY_MIDDLE_DOT;
  case '/':
  case 0x2044:
  case 0xFF0F:
    return PENALTY_SLASH;
  default:
    return PENALTY_DASH;
  }
}

/* K-방역, e-, 2-1: the hyphen belongs to what stands before it. */
static bool is_bound_hyphen(const LineClusters *clusters, int hyphen) {
  const LineCluster *items = clusters->items;
  if (items[hyphen].code_point != '-' && items[hyphen].code_point != 0x2010)
    return false;
  LineClass before = items[hyphen - 1].line_class;
  if (before == LINE_DIGIT) return true;
  bool is_alone = hyphen - 1 == items[hyphen].word_start ||
                  items[hyphen - 2].line_class > LINE_DIGIT;
  return before == LINE_LATIN && is_alone;
}

/* 3~6, and 1.~6. */
static bool is_between_digits(const LineCluster *middle,
                              const LineCluster *next) {
  bool dot = middle[-1].code_point == '.' && middle[-1].word_before > 0;
  return next->line_class == LINE_DIGIT &&
         middle[dot ? -2 : -1].line_class == LINE_DIGIT;
}

static LineBreak after_middle(const LineClusters *clusters, int at) {
  const LineCluster *middle = &clusters->items[at - 1];
  const LineCluster *next = &clusters->items[at];
  if (at - 1 == middle->word_start) return never;
  if (is_between_digits(middle, next) || is_bound_hyphen(clusters, at - 1))
    return never;
  if (next->line_class > LINE_OPEN) return never;
  if (next->word_before < LEAST_SYLLABLES || next->word_after < LEAST_SYLLABLES)
    return never;
  return in_word(middle_penalty(middle->code_point));
}

static bool separates_address(uint32_t c) {
  return c == '/' || c == '.' || c == '-' || c == '_' || c == '?' || c == '&' ||
         c == '=';
}

/* Inside a URL: after a separator that no other one stands beside. */
static LineBreak in_address(const LineCluster *last, const LineCluster *next) {
  bool goes_on = next->line_class == LINE_LATIN ||
                 next->line_class == LINE_DIGIT ||
                 next->line_class == LINE_UNIT;
  return goes_on && separates_address(last->code_point) &&
                 !separates_address(next->code_point) &&
                 !separates_address(last[-1].code_point)
             ? in_word(PENALTY_ADDRESS)
             : never;
}

/* [1] after a word is a note's mark, which stays with it. */
static LineBreak before_open(const LineCluster *last, const LineCluster *next) {
  if (next->code_point == '[' && next[1].line_class == LINE_DIGIT) return never;
  if (last->line_class == LINE_CLOSE) return in_word(PENALTY_SYLLABLE);
  bool is_word =
      last->line_class <= LINE_DIGIT && next->stretch_before >= LEAST_SYLLABLES;
  bool is_one_letter =
      last->line_class == LINE_LATIN && last->stretch_before == 0;
  return is_word && !is_one_letter && next->word_after >= LEAST_SYLLABLES
             ? in_word(PENALTY_BRACKET)
             : never;
}

/* Between two letters: syllables may part, scripts may, numbers never. */
static LineBreak between_letters(const LineCluster *last,
                                 const LineCluster *next) {
  bool syllables =
      is_syllable(last->line_class) && is_syllable(next->line_class);
  bool scripts = is_syllable(last->line_class) != is_syllable(next->line_class);
  bool number =
      last->line_class == LINE_DIGIT || next->line_class == LINE_DIGIT;
  bool may_part = !number && (syllables || scripts);
  bool is_short = next->stretch_before < LEAST_SYLLABLES ||
                  next->stretch_after < LEAST_SYLLABLES;
  LineBreak result = never;
  if (may_part && is_short)
    result.chance = LINE_BY_SYLLABLE;
  else if (may_part)
    result =
        in_word(!syllables                              ? PENALTY_SCRIPT
                : next->stretch_after > LEAST_SYLLABLES ? PENALTY_SYLLABLE
                                                        : PENALTY_SHORT_REST);
  result.between_syllables = syllables;
  result.hangul_latin = scripts;
  return result;
}

LineBreak line_break_in_word(const LineClusters *clusters, int at) {
  const LineCluster *last = &clusters->items[at - 1];
  const LineCluster *next = &clusters->items[at];
  if (last->in_address && next->in_address) return in_address(last, next);
  if (last->line_class <= LINE_DIGIT && next->line_class <= LINE_DIGIT)
    return between_letters(last, next);
  if (last->line_class == LINE_OPEN) return never;
  if (next->line_class == LINE_OPEN && last->line_class != LINE_MIDDLE)
    return at + 1 < clusters->count ? before_open(last, next) : never;
  if (last->line_class == LINE_MIDDLE) return after_middle(clusters, at);
  return never;
}
