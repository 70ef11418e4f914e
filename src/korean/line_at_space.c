/* Breaks at a word space: allowed but where the words on either side belong
 * together. */
#include "korean/line_clusters.h"

enum {
  PENALTY_COUNTER = 500,       /* 921만 | 명 */
  PENALTY_DATE_NUMBERS = 5000, /* 2018. | 7. | 1. */
  PENALTY_DATE_WORDS = 100,    /* 2018년 | 7월 */
  PENALTY_LONE_HYPHEN = 600,   /* a - | b: readers of a PDF drop it there */
  PENALTY_NUMERAL = 200,       /* 12억 | 3456만 */
  PENALTY_ITEM_NUMBER = 500,   /* (1) | 첫째 */
  LONGEST_WORD = 8             /* clusters compared with a word of a table */
};

enum { YEO = 0xC5EC }; /* 여, of 10여 */

static const LineBreak never = {.chance = LINE_NEVER};

static LineBreak at_space(int penalty) {
  return (LineBreak){.chance = LINE_AT_SPACE, .penalty = penalty};
}

/* Units that are counted, as they follow a number. */
static const char *const counters[] = {
    "가구", "가지", "개국", "주년", "학년", "절",   "항",   "층",   "급",
    "개년", "개사", "개소", "개월", "개",   "건",   "곳",   "군데", "권",
    "그루", "기",   "년",   "단계", "달러", "대",   "량",   "마리", "만",
    "매",   "면",   "명",   "문항", "배",   "번",   "부",   "분",   "사람",
    "살",   "세대", "세",   "센트", "송이", "시간", "시",   "쌍",   "억",
    "엔",   "원",   "월",   "위안", "위",   "유로", "인",   "일",   "장",
    "점",   "조",   "종",   "주",   "줄",   "차례", "차",   "채",   "척",
    "초",   "쪽",   "천",   "치",   "칸",   "켤레", "톤",   "통",   "파운드",
    "판",   "편",   "평",   "호",   "회",   "mmHg", "mg",   "mL",   "ml",
    "kg",   "km",   "g",    "m",    "cm",   "mm",   "ha",   "hPa",  "L",
    "l",    "kB",   "KB",   "MB",   "GB",   "TB",   "Mbps", "Gbps", "bit",
    "kWh",  "kW",   "MWh",  "MW",   "GWh",  "GW",   "TWh",  "V",    "A",
    "W",    "Hz",   "kHz",  "MHz",  "GHz",  "dB",   "Pa",   "ms",   "s",
    "fps",  "rpm",  "ppm",  "dpi",  "bp",   "pt",   "px",
};

/* What may follow a counter in its eojeol: first syllables of particles. */
static const char particles[] =
    "이가을를은는의에로으와과도만씩당째쯤여인이상까부마간짜";

/* Words that name a numbered thing. */
static const char *const labels[] = {
    "그림", "표",  "식",  "부록", "별표", "별첨", "사진", "차트", "도표",
    "제",   "No.", "no.", "Vol.", "vol.", "p.",   "pp.",  "Fig.", "Table"};

static bool is_digit(const LineClusters *clusters, int at, int start) {
  return at >= start && clusters->items[at].line_class == LINE_DIGIT;
}

/* The clusters from `at` that spell the word: their count, or 0. */
static int word_matches(const LineClusters *clusters, int at, int end,
                        const char *word) {
  Str text = str_from(word);
  int i = at;
  for (int offset = 0; offset < text.len; i++) {
    uint32_t c = str_next(text, &offset);
    if (i >= end || clusters->items[i].code_point != c) return 0;
  }
  return i - at;
}

static bool is_counter(const LineClusters *clusters, int at, int end) {
  for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
    int length = word_matches(clusters, at, end, counters[i]);
    if (!length) continue;
    const LineCluster *next = &clusters->items[at + length];
    if (at + length == end || next->line_class > LINE_DIGIT) return true;
    bool changes_script = next->line_class != clusters->items[at].line_class;
    if (changes_script || characters_hold(particles, next->code_point))
      return true;
  }
  return false;
}

/* The eojeol ends in a number: 10, 1,094, 921만, 제10. */
static bool ends_in_number(const LineClusters *clusters, int last) {
  const LineCluster *items = clusters->items;
  int start = items[last].word_start;
  int at = last;
  while (at > start && characters_hold("여십백천만억조", items[at].code_point))
    at--;
  return is_digit(clusters, at, start);
}

/* 12억 | 3456만: the eojeol is a number in one of its own numerals. */
static bool ends_in_numeral(const LineClusters *clusters, int last) {
  return clusters->items[last].line_class == LINE_HANGUL &&
         ends_in_number(clusters, last) &&
         clusters->items[last].code_point != YEO;
}

/* Digits from `at`, then the mark (0: none asked for). */
static bool is_number_with(const LineClusters *clusters, int at, int end,
                           uint32_t mark) {
  int i = at;
  while (i < end && clusters->items[i].line_class == LINE_DIGIT)
    i++;
  return i > at && i < end && clusters->items[i].code_point == mark;
}

static int date_penalty(const LineClusters *clusters, int last, int at) {
  enum { YEAR = 0xB144, MONTH = 0xC6D4, DAY = 0xC77C };
  const LineCluster *items = clusters->items;
  int start = items[last].word_start, end = items[at].word_end;
  if (!is_digit(clusters, last - 1, start)) return 0;
  uint32_t c = items[last].code_point;
  if (c == '.' && is_number_with(clusters, at, end, '.'))
    return PENALTY_DATE_NUMBERS;
  if (c == YEAR && is_number_with(clusters, at, end, MONTH))
    return PENALTY_DATE_WORDS;
  if (c == MONTH && is_number_with(clusters, at, end, DAY))
    return PENALTY_DATE_WORDS;
  return 0;
}

/* 그림 1, 〈표 2〉: the word before the space, inside a bracket or not. */
static bool is_label(const LineClusters *clusters, int last) {
  const LineCluster *items = clusters->items;
  int start = last;
  while (start > items[last].word_start && last - start < LONGEST_WORD &&
         (items[start - 1].line_class == LINE_HANGUL ||
          items[start - 1].line_class == LINE_LATIN))
    start--;
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (word_matches(clusters, start, last + 1, labels[i]) == last + 1 - start)
      return true;
  return false;
}

static bool is_enclosed_number(uint32_t c) {
  return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3200 && c <= 0x32FF) ||
         (c >= 0x2776 && c <= 0x2793);
}

/* 3분의 1, 10만분의 1 */
static bool is_denominator(const LineClusters *clusters, int last) {
  enum { PART = 0xBD84, OF = 0xC758 }; /* 분의 */
  const LineCluster *items = clusters->items;
  return last - 2 >= items[last].word_start && items[last].code_point == OF &&
         items[last - 1].code_point == PART &&
         ends_in_number(clusters, last - 2);
}

static bool is_roman(uint32_t c) {
  return c >= 0x2160 && c <= 0x217F;
}

/* (1), 1), (가) or 가) alone: most likely the number of an item in the text. */
static bool is_item_number(const LineClusters *clusters, int last) {
  static const char ordinals[] = "가나다라마바사아자차카타파하";
  const LineCluster *items = clusters->items;
  int first = items[last].word_start;
  if (items[first].code_point == '(') first++;
  int count = last - first;
  if (items[last].code_point != ')' || count < 1 || count > 2) return false;
  bool are_digits = items[first].line_class == LINE_DIGIT &&
                    items[last - 1].line_class == LINE_DIGIT;
  return are_digits ||
         (count == 1 && (items[first].line_class == LINE_LATIN ||
                         characters_hold(ordinals, items[first].code_point)));
}

/* The mark of an item: Ⅰ. and ① and ※ anywhere, □ ○ • 1. 가. 1) (1) first. */
static bool is_item_mark(const LineClusters *clusters, int last) {
  const LineCluster *items = clusters->items;
  uint32_t c = items[last].code_point;
  bool is_alone = last == items[last].word_start;
  if (is_enclosed_number(c) || items[last].line_class == LINE_SYMBOL ||
      c == 0x203B || c == '*')
    return is_alone;
  if (!is_alone && (c == '.' || c == ')') &&
      is_roman(items[last - 1].code_point))
    return last - 1 == items[last].word_start;
  if (items[last].word_start != 0) return false;
  int length = last + 1;
  bool closes = length >= 2 && length <= 4 && (c == '.' || c == ')');
  return closes && items[last].word_before <= 2 &&
         (items[last - 1].line_class == LINE_DIGIT ||
          (items[last - 1].line_class == LINE_HANGUL &&
           items[last].word_before == 1));
}

/* No line begins with these, whatever stands before them (KLREQ). */
static bool is_barred_from_start(const LineCluster *cluster) {
  switch (cluster->line_class) {
  case LINE_CLOSE:
  case LINE_STOP:
  case LINE_MIDDLE:
  case LINE_ELLIPSIS:
  case LINE_UNIT:
  case LINE_GLUE:
    return true;
  default:
    return false;
  }
}

/* .proto, /usr/share, --continue: a mark that begins a name. */
static bool begins_name(const LineClusters *clusters, int at) {
  const LineCluster *items = clusters->items;
  uint32_t c = items[at].code_point;
  int letter = at + 1;
  if (c == '-' && letter < items[at].word_end &&
      items[letter].code_point == '-')
    letter++;
  return (c == '.' || c == '/' || c == '-') && letter < items[at].word_end &&
         items[letter].line_class == LINE_LATIN;
}

LineBreak line_break_at_space(const LineClusters *clusters, int last, int at) {
  const LineCluster *before = &clusters->items[last];
  const LineCluster *after = &clusters->items[at];
  bool is_barred = is_barred_from_start(after) && !begins_name(clusters, at);
  if (is_barred || before->line_class == LINE_OPEN ||
      before->line_class == LINE_PREFIX || before->line_class == LINE_GLUE)
    return never;
  if (is_item_mark(clusters, last)) return never;
  if (is_item_number(clusters, last)) return at_space(PENALTY_ITEM_NUMBER);
  if (before->code_point == '-' && before->word_start == last)
    return at_space(PENALTY_LONE_HYPHEN);
  if (after->line_class == LINE_DIGIT) {
    if (is_label(clusters, last)) return never;
    if (is_denominator(clusters, last)) return at_space(PENALTY_COUNTER);
    if (ends_in_numeral(clusters, last)) return at_space(PENALTY_NUMERAL);
    return at_space(date_penalty(clusters, last, at));
  }
  if (ends_in_number(clusters, last) &&
      is_counter(clusters, at, after->word_end))
    return at_space(PENALTY_COUNTER);
  return at_space(0);
}
