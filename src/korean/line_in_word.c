/* Breaks inside an eojeol: which pairs hold together, and what the others cost
 * in pass 2. */
#include "korean/line_clusters.h"

enum {
  LEAST_SYLLABLES = 2,      /* on either side of a break inside a word */
  LEAST_LETTERS = 2,        /* ... of one after a dash, a dot, a slash */
  LEAST_AT_HYPHEN = 3,      /* ... after a hyphen between Latin words */
  PENALTY_BRACKET = 100,    /* before an opening bracket */
  PENALTY_SYLLABLE = 150,   /* between two syllables */
  PENALTY_SHORT_REST = 200, /* ... that leaves but two, often a mere ending */
  PENALTY_MIDDLE_DOT = 150, /* after · */
  PENALTY_SLASH = 200,      /* after / */
  PENALTY_SCRIPT = 200,     /* between Hangul and Latin */
  PENALTY_DASH = 300        /* after ~ – — - */
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

static bool is_beside_digit(const LineCluster *mark) {
  return mark[-1].line_class == LINE_DIGIT || mark[1].line_class == LINE_DIGIT;
}

/* 3만~5만: whether a number, with its numeral or a full stop, ends before the
 * mark. */
static bool follows_number(const LineCluster *mark) {
  static const char numerals[] = "십백천만억조";
  const LineCluster *last = &mark[-1];
  bool has_tail =
      last->word_before > 0 &&
      (last->code_point == '.' || characters_hold(numerals, last->code_point));
  return last[has_tail ? -1 : 0].line_class == LINE_DIGIT;
}

/* Before `at`: 3~6, 1.~6. and ’22~’24 */
static bool is_between_numbers(const LineClusters *clusters, int at) {
  const LineCluster *items = clusters->items;
  uint32_t c = items[at].code_point;
  bool is_year = c == '\'' || c == 0x2018 || c == 0x2019;
  int digit = at + is_year;
  return digit < items[at].word_end && items[digit].line_class == LINE_DIGIT &&
         follows_number(&items[at - 1]);
}

/* 1,350원/달러, 2D/3D: the letters before the mark begin with digits. */
static bool follows_quantity(const LineClusters *clusters, int mark) {
  const LineCluster *items = clusters->items;
  int first = mark;
  while (first > items[mark].word_start &&
         items[first - 1].line_class <= LINE_DIGIT)
    first--;
  return first < mark && items[first].line_class == LINE_DIGIT;
}

/* Whether so many letters stand side by side before `at` (step -1) or from it
 * on (step 1), so that neither x/y nor 시·군·구 is parted. What is in brackets
 * is enough by itself. */
static bool has_letters(const LineClusters *clusters, int at, int step,
                        int wanted) {
  const LineCluster *middle = &clusters->items[step < 0 ? at : at - 1];
  int found = 0;
  for (int i = step < 0 ? at - 1 : at;
       i >= middle->word_start && i < middle->word_end && found < wanted;
       i += step, found++) {
    LineClass line_class = clusters->items[i].line_class;
    if (line_class == LINE_OPEN || line_class == LINE_CLOSE) return !found;
    if (line_class > LINE_DIGIT) break;
  }
  return found == wanted;
}

/* A에서, x축: one letter of an alphabet is read with what stands beside it. */
static bool is_lone_latin(const LineClusters *clusters, int at) {
  const LineCluster *items = clusters->items;
  if (items[at].line_class != LINE_LATIN) return false;
  bool goes_on =
      at > items[at].word_start && items[at - 1].line_class == LINE_LATIN;
  bool goes_ahead =
      at + 1 < items[at].word_end && items[at + 1].line_class == LINE_LATIN;
  return !goes_on && !goes_ahead;
}

static LineBreak after_middle(const LineClusters *clusters, int at) {
  const LineCluster *middle = &clusters->items[at - 1];
  const LineCluster *next = &clusters->items[at];
  if (at - 1 == middle->word_start) return never;
  if (is_between_numbers(clusters, at)) return never;
  if (middle->code_point == '/' &&
      (follows_quantity(clusters, at - 1) || middle[-1].code_point == '='))
    return never;
  if (next->line_class > LINE_OPEN) return never;
  if (is_lone_latin(clusters, at)) return never;
  bool is_hyphen = middle->code_point == '-' || middle->code_point == 0x2010;
  if (is_hyphen && is_beside_digit(middle)) return never;
  bool is_latin =
      middle[-1].line_class == LINE_LATIN || next->line_class == LINE_LATIN;
  int wanted = is_hyphen && is_latin ? LEAST_AT_HYPHEN : LEAST_LETTERS;
  if (!has_letters(clusters, at - 1, -1, wanted) ||
      !has_letters(clusters, at, 1, wanted))
    return never;
  return in_word(middle_penalty(middle->code_point));
}

/* What a bracket that opens before `at` begins with is a word, not 고(高). */
static bool holds_word(const LineClusters *clusters, int at) {
  const LineCluster *items = clusters->items;
  int inner = at;
  while (inner < items[at].word_end && items[inner].line_class == LINE_OPEN)
    inner++;
  if (inner == items[at].word_end || items[inner].line_class == LINE_CLOSE)
    return false;
  return items[inner].line_class > LINE_DIGIT ||
         items[inner].stretch_after >= LEAST_SYLLABLES;
}

/* [1] after a word is a note's mark, which stays with it. */
static LineBreak before_open(const LineClusters *clusters, int at) {
  const LineCluster *next = &clusters->items[at], *last = next - 1;
  bool is_note = next->code_point == '[' && at + 1 < next->word_end &&
                 next[1].line_class == LINE_DIGIT;
  if (is_note || !holds_word(clusters, at)) return never;
  if (last->line_class == LINE_CLOSE) return in_word(PENALTY_SYLLABLE);
  bool is_word =
      last->line_class <= LINE_DIGIT && next->stretch_before >= LEAST_SYLLABLES;
  bool is_one_letter =
      last->line_class == LINE_LATIN && last->stretch_before == 0;
  return is_word && !is_one_letter ? in_word(PENALTY_BRACKET) : never;
}

/* 제3조의2, 24시간365일: a few syllables between two numbers. */
static bool stands_between_numbers(const LineClusters *clusters, int at) {
  enum { LONGEST = 3 };
  const LineCluster *items = clusters->items;
  int first = at - 1, end = at;
  while (first > items[at].word_start && at - first <= LONGEST &&
         is_syllable(items[first - 1].line_class))
    first--;
  while (end < items[at].word_end && end - at <= LONGEST &&
         is_syllable(items[end].line_class))
    end++;
  return end - first <= LONGEST && first > items[at].word_start &&
         end < items[at].word_end &&
         items[first - 1].line_class == LINE_DIGIT &&
         items[end].line_class == LINE_DIGIT;
}

/* 2020년=100: after the sign, where a Hangul word stands before it. */
static bool follows_equals(const LineClusters *clusters, int at) {
  const LineCluster *sign = &clusters->items[at - 1];
  return sign->code_point == '=' && at - 1 > sign->word_start &&
         is_syllable(sign[-1].line_class);
}

/* Whether two syllables stand on either side of the break: neither 90년|대생
 * nor IT기|업은, nor 코로|나19는. */
static bool is_inside_syllables(const LineClusters *clusters, int at) {
  const LineCluster *items = clusters->items;
  return at - 2 >= items[at].word_start && at + 1 < items[at].word_end &&
         is_syllable(items[at - 2].line_class) &&
         is_syllable(items[at + 1].line_class);
}

/* 제1호가목: a letter and its 목 behind a 호. */
static bool is_law_item(const LineClusters *clusters, int at) {
  enum { SUBPARAGRAPH = 0xD638, ITEM = 0xBAA9 }; /* 호, 목 */
  const LineCluster *next = &clusters->items[at];
  return next->code_point == ITEM && at - 2 > next->word_start &&
         next[-2].code_point == SUBPARAGRAPH &&
         next[-3].line_class == LINE_DIGIT;
}

/* GPU에서는, 65kg이다: what follows a Latin word looks like its ending. */
static bool is_ending(const LineCluster *last, const LineCluster *next) {
  static const char first_syllables[] =
      "이에으까부보처만라하한했되된됐의은는을를가와과로도나든들인일임였용님짜";
  return last->line_class == LINE_LATIN &&
         characters_hold(first_syllables, next->code_point);
}

/* = + & _ and their like, which count as letters. */
static bool is_sign(uint32_t c) {
  return c < 'A' || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x80);
}

/* A Latin word and a Hangul one. */
static bool may_part_scripts(const LineClusters *clusters, int at) {
  const LineCluster *last = &clusters->items[at - 1];
  const LineCluster *next = &clusters->items[at];
  return is_syllable(last->line_class) != is_syllable(next->line_class) &&
         !is_lone_latin(clusters, at - 1) && !is_lone_latin(clusters, at) &&
         !is_sign(last->code_point) && !is_sign(next->code_point);
}

/* Between two letters: syllables may part, scripts may, numbers never. */
static LineBreak between_letters(const LineClusters *clusters, int at) {
  const LineCluster *last = &clusters->items[at - 1];
  const LineCluster *next = &clusters->items[at];
  bool syllables =
      is_syllable(last->line_class) && is_syllable(next->line_class);
  bool scripts = is_syllable(last->line_class) != is_syllable(next->line_class);
  bool number =
      last->line_class == LINE_DIGIT || next->line_class == LINE_DIGIT;
  bool may_part = !number && (syllables || may_part_scripts(clusters, at));
  bool is_short = next->stretch_before < LEAST_SYLLABLES ||
                  next->stretch_after < LEAST_SYLLABLES ||
                  stands_between_numbers(clusters, at) ||
                  (syllables && !is_inside_syllables(clusters, at)) ||
                  is_law_item(clusters, at) || is_ending(last, next);
  LineBreak result = never;
  if (follows_equals(clusters, at) || (may_part && is_short))
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
  if (last->in_address && next->in_address)
    return line_break_in_address(last, next);
  if (line_parts_name(clusters, at)) return in_word(LINE_PENALTY_NAME);
  if (last->line_class <= LINE_DIGIT && next->line_class <= LINE_DIGIT)
    return between_letters(clusters, at);
  if (last->line_class == LINE_OPEN) return never;
  if (next->line_class == LINE_OPEN && last->line_class != LINE_MIDDLE)
    return before_open(clusters, at);
  if (last->line_class == LINE_MIDDLE) return after_middle(clusters, at);
  return never;
}
