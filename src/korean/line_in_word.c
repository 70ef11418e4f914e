/* Breaks inside an eojeol: which pairs hold together, and what the others cost
 * in pass 2. */
#include "korean/line_clusters.h"

enum {
  LEAST_SYLLABLES = 2,      /* on either side of a break inside a word */
  LEAST_LETTERS = 2,        /* ... of one after a dash, a dot, a slash */
  LEAST_IN_NAME = 3,        /* ... inside a technical name, or after a hyphen */
  PENALTY_BRACKET = 100,    /* before an opening bracket */
  PENALTY_SYLLABLE = 150,   /* between two syllables */
  PENALTY_SHORT_REST = 200, /* ... that leaves but two, often a mere ending */
  PENALTY_MIDDLE_DOT = 150, /* after · */
  PENALTY_SLASH = 200,      /* after / */
  PENALTY_SCRIPT = 200,     /* between Hangul and Latin */
  PENALTY_DASH = 300,       /* after ~ – — - */
  PENALTY_ADDRESS = 300     /* after a separator of a URL, of a long name */
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

/* 3~6, and 1.~6. */
static bool is_between_digits(const LineCluster *middle,
                              const LineCluster *next) {
  bool dot = middle[-1].code_point == '.' && middle[-1].word_before > 0;
  return next->line_class == LINE_DIGIT &&
         middle[dot ? -2 : -1].line_class == LINE_DIGIT;
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
  if (is_between_digits(middle, next)) return never;
  if (next->line_class > LINE_OPEN) return never;
  if (is_lone_latin(clusters, at)) return never;
  bool is_hyphen = middle->code_point == '-' || middle->code_point == 0x2010;
  if (is_hyphen && is_beside_digit(middle)) return never;
  int wanted = is_hyphen ? LEAST_IN_NAME : LEAST_LETTERS;
  if (!has_letters(clusters, at - 1, -1, wanted) ||
      !has_letters(clusters, at, 1, wanted))
    return never;
  return in_word(middle_penalty(middle->code_point));
}

static bool separates_address(uint32_t c) {
  return c == '/' || c == '.' || c == '_' || c == '?' || c == '&' || c == '=';
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

/* user.name@mail.go.kr, autovacuum_vacuum_scale_factor: names and addresses so
 * long that they would leave a hole part after a mark between their words. */
static bool parts_name(const LineClusters *clusters, int at) {
  enum { LEAST = LEAST_IN_NAME, LONG_NAME = 12 };
  const LineCluster *mark = &clusters->items[at - 1];
  if (!separates_name(mark->code_point) || at - 2 < mark->word_start ||
      is_beside_digit(mark))
    return false;
  return count_kind(clusters, at, 1, LEAST, is_in_ascii_word) == LEAST &&
         count_kind(clusters, at - 2, -1, LEAST, is_in_ascii_word) == LEAST &&
         count_kind(clusters, at, 1, LONG_NAME, is_ascii) +
                 count_kind(clusters, at - 1, -1, LONG_NAME, is_ascii) >=
             LONG_NAME;
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

/* 제3조의2, 24시간365일: a few syllables between two numbers. */
static bool is_between_numbers(const LineClusters *clusters, int at) {
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

/* 90년대, 3호선, e스포츠: the first syllable after a number or a lone letter
 * stays with the next. */
static bool is_after_counter(const LineClusters *clusters, int at) {
  const LineCluster *counter = &clusters->items[at - 1];
  return at - 1 > counter->word_start && is_syllable(counter->line_class) &&
         (counter[-1].line_class == LINE_DIGIT ||
          is_lone_latin(clusters, at - 2));
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
      "이에으까부보처만라하한했되된됐의은는을를가와과로도나든들";
  return last->line_class == LINE_LATIN &&
         characters_hold(first_syllables, next->code_point);
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
  bool may_part =
      !number && (syllables || (scripts && !is_lone_latin(clusters, at - 1) &&
                                !is_lone_latin(clusters, at)));
  bool is_short = next->stretch_before < LEAST_SYLLABLES ||
                  next->stretch_after < LEAST_SYLLABLES ||
                  is_between_numbers(clusters, at) ||
                  is_after_counter(clusters, at) || is_law_item(clusters, at) ||
                  is_ending(last, next);
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
  if (last->in_address && next->in_address) return in_address(last, next);
  if (parts_name(clusters, at)) return in_word(PENALTY_ADDRESS);
  if (last->line_class <= LINE_DIGIT && next->line_class <= LINE_DIGIT)
    return between_letters(clusters, at);
  if (last->line_class == LINE_OPEN) return never;
  if (next->line_class == LINE_OPEN && last->line_class != LINE_MIDDLE)
    return at + 1 < clusters->count ? before_open(last, next) : never;
  if (last->line_class == LINE_MIDDLE) return after_middle(clusters, at);
  return never;
}
