/* Clusters -> the points where lines may end, pass by pass. */
#include "page/paragraph/breaking.h"

enum {
  TABLE_WORD_PENALTY = 150, /* between syllables, in korean/line_class.h */
  PENALTY_HYPHEN = 100,
  PENALTY_ANYWHERE = 5000, /* inside what is wider than the measure */
  PENALTY_UGLY = 20000,    /* ... where a rule of punctuation is broken, too */
  PENALTY_SINGLE = 1500,   /* beside a single syllable, where words are whole */
  SHORTEST_HYPHENATED = 6  /* letters */
};

/* The end of a line that breaks before cluster `next`: spaces left out. */
static int line_end(const Paragraph *paragraph, int next) {
  int end = next;
  while (end > 0) {
    LineClass last = paragraph->clusters[end - 1].line_class;
    if (last != LINE_SPACE && last != LINE_BREAK && last != LINE_ZERO_BREAK)
      break;
    end--;
  }
  return end;
}

/* Its first sign; 0 where there is no such cluster. */
static uint32_t sign_of(const Paragraph *paragraph, int cluster) {
  if (cluster < 0 || cluster >= paragraph->cluster_count) return 0;
  int at = paragraph->clusters[cluster].start;
  return str_next(paragraph->text, &at);
}

bool cluster_is_hyphen(const Paragraph *paragraph, int cluster) {
  uint32_t sign = sign_of(paragraph, cluster);
  return sign == '-' || sign == 0x2010;
}

static void add_point(const Paragraph *paragraph, BreakPointList *points,
                      int next, LineEnd why, int penalty) {
  BreakPoint point = {.next = next,
                      .end = line_end(paragraph, next),
                      .penalty = penalty,
                      .why = why};
  list_add(paragraph->scratch, points, point);
}

/* Where the program sets a hyphen. */
static void add_hyphen_point(const Paragraph *paragraph, BreakPointList *points,
                             int next) {
  add_point(paragraph, points, next, LINE_ENDS_AT_HYPHEN, PENALTY_HYPHEN);
  list_last(points)->extra = paragraph->hyphen_width;
}

/* Inside an eojeol. */
static void add_word_point(const Paragraph *paragraph, BreakPointList *points,
                           int next, LineEnd why, int penalty) {
  if (cluster_is_hyphen(paragraph, next - 1)) why = LINE_ENDS_AT_HYPHEN;
  add_point(paragraph, points, next, why, penalty);
}

static bool is_latin(const Paragraph *paragraph, int at) {
  return at < paragraph->cluster_count &&
         paragraph->clusters[at].line_class == LINE_LATIN;
}

/* Hyphens in the Latin word from cluster `start` to `end`. */
static void add_hyphens(const Paragraph *paragraph, BreakPointList *points,
                        int start, int end) {
  const ParagraphSpan *span =
      &paragraph->spans.items[paragraph->clusters[start].span];
  if (end - start < SHORTEST_HYPHENATED || span->is_code ||
      !paragraph->style->form.hyphenates || !paragraph->context->hyphenator)
    return;
  int from = paragraph->clusters[start].start;
  Str word = str_slice(paragraph->text, from, paragraph->clusters[end].start);
  OffsetList offsets = {0};
  hyphenator_word(paragraph->context->hyphenator, paragraph->scratch, word,
                  &offsets);
  for (int i = 0; i < offsets.count; i++)
    add_hyphen_point(paragraph, points,
                     paragraph->cluster_of[from + offsets.items[i]]);
}

static bool joins_names(uint32_t c) {
  return c == '/' || c == ':' || c == '@' || c == '_' || c == '=';
}

/* Whether "://" stands in the text before the cluster, up to a space. */
static bool follows_scheme(const Paragraph *paragraph, int cluster) {
  enum { LONGEST = 2048 }; /* keeps the scan linear */
  int end = paragraph->clusters[cluster].start, start = end;
  while (start > 0 && end - start < LONGEST &&
         paragraph->text.text[start - 1] != ' ')
    start--;
  return str_find(str_slice(paragraph->text, start, end), S("://")) >= 0;
}

/* The words of a URL or the name of a file are not hyphenated: nobody could
 * tell whether the hyphen belongs to it. */
static bool is_in_address(const Paragraph *paragraph, int start, int end) {
  uint32_t before = sign_of(paragraph, start - 1);
  uint32_t after = sign_of(paragraph, end);
  uint32_t then = sign_of(paragraph, end + 1);
  bool has_extension = after == '.' && (is_latin(paragraph, end + 1) ||
                                        (then >= '0' && then <= '9'));
  return joins_names(before) || joins_names(after) || before == '.' ||
         has_extension || follows_scheme(paragraph, start);
}

/* The table's penalty, brought to the scale that the style asks for. */
static int word_penalty(const Paragraph *paragraph, const LineBreak *chance) {
  static const int unit_penalties[] = {
      [BREAK_WORDS_OR_SYLLABLES] = 200, [BREAK_SYLLABLES] = 1};
  int wanted = paragraph->style->form.word_penalty
                   ? paragraph->style->form.word_penalty
                   : unit_penalties[paragraph->style->form.break_unit];
  int penalty = chance->penalty ? chance->penalty : TABLE_WORD_PENALTY;
  bool is_even = paragraph->style->form.break_unit == BREAK_SYLLABLES;
  if (!is_even && chance->chance == LINE_BY_SYLLABLE) return PENALTY_SINGLE;
  if (!chance->between_syllables && !is_even) return penalty;
  return penalty * wanted / TABLE_WORD_PENALTY;
}

/* The author's own hyphenation: U+00AD at the end of the cluster before. */
static bool follows_soft_hyphen(const Paragraph *paragraph, int i) {
  Str before = str_slice(paragraph->text, 0, paragraph->clusters[i].start);
  return str_ends(before, S("\u00AD"));
}

/* What may happen before cluster i in this pass. */
static void add_chance(const Paragraph *paragraph, BreakPointList *points,
                       int i, BreakPass pass) {
  const LineBreak *chance = &paragraph->clusters[i].before;
  if (chance->chance == LINE_MUST)
    add_point(paragraph, points, i, LINE_ENDS_HARD, 0);
  else if (follows_soft_hyphen(paragraph, i))
    add_hyphen_point(paragraph, points, i);
  else if (chance->chance == LINE_AT_SPACE)
    add_point(paragraph, points, i, LINE_ENDS_AT_SPACE, chance->penalty);
  else if (paragraph->parts_words &&
           ((chance->chance == LINE_IN_WORD && pass >= PASS_WORDS) ||
            (chance->chance == LINE_BY_SYLLABLE && pass >= PASS_SYLLABLES)))
    add_word_point(paragraph, points, i, LINE_ENDS_IN_WORD,
                   word_penalty(paragraph, chance));
}

static int emergency_penalty(const Paragraph *paragraph, int i) {
  const ParagraphCluster *next = &paragraph->clusters[i];
  if (next->before.chance == LINE_IN_WORD) return next->before.penalty;
  bool barred =
      next->line_class == LINE_CLOSE || next->line_class == LINE_STOP ||
      next->line_class == LINE_UNIT || next->line_class == LINE_MIDDLE ||
      next[-1].line_class == LINE_OPEN;
  return barred ? PENALTY_UGLY : PENALTY_ANYWHERE;
}

/* Points inside each stretch between two points that no line can hold. */
static BreakPointList with_emergencies(const Paragraph *paragraph,
                                       const BreakPointList *points) {
  BreakPointList result = {0};
  double room = paragraph->style->measure - paragraph_indent(paragraph, true);
  int start = 0;
  for (int i = 0; i < points->count; i++) {
    const BreakPoint *point = &points->items[i];
    double width = paragraph->widths[point->end] - paragraph->widths[start];
    for (int at = start + 1; width > room && at < point->end; at++)
      add_word_point(paragraph, &result, at, LINE_ENDS_ANYWHERE,
                     emergency_penalty(paragraph, at));
    list_add(paragraph->scratch, &result, *point);
    start = point->next;
  }
  return result;
}

BreakPointList paragraph_points(const Paragraph *paragraph, BreakPass pass) {
  BreakPointList points = {0};
  bool within_words = paragraph->parts_words && pass >= PASS_WORDS;
  for (int i = 1; i < paragraph->cluster_count; i++) {
    add_chance(paragraph, &points, i, pass);
    if (!within_words || !is_latin(paragraph, i) || is_latin(paragraph, i - 1))
      continue;
    int end = i;
    while (is_latin(paragraph, end))
      end++;
    if (!is_in_address(paragraph, i, end))
      add_hyphens(paragraph, &points, i, end);
  }
  add_point(paragraph, &points, paragraph->cluster_count, LINE_ENDS_TEXT, 0);
  return pass == PASS_ANYWHERE ? with_emergencies(paragraph, &points) : points;
}
