/* ASCII quotes in Korean text become curly. A pair counts as Korean when Hangul
 * stands inside or beside it; its direction comes from the spaces and brackets
 * around. */
#include "page/paragraph/paragraph_parts.h"

typedef struct QuoteScan {
  Arena *scratch;
  CurledQuoteList curled;
  int open[2];         /* index in curled of the open ' and ", or -1 */
  bool open_korean[2]; /* Hangul stood beside the opening one */
  int hangul_at_open[2];
  int hangul; /* Hangul letters so far */
} QuoteScan;

enum {
  LEFT_SINGLE = 0x2018,
  RIGHT_SINGLE = 0x2019,
  LEFT_DOUBLE = 0x201C,
  RIGHT_DOUBLE = 0x201D
};

static uint32_t curly(bool is_double, bool opens) {
  if (is_double) return opens ? LEFT_DOUBLE : RIGHT_DOUBLE;
  return opens ? LEFT_SINGLE : RIGHT_SINGLE;
}

static bool is_hangul(uint32_t c) {
  return line_class(c) == LINE_HANGUL;
}

static bool is_gap(uint32_t c) {
  if (c == 0 || c == '"' || c == '\'') return true;
  LineClass class_of = line_class(c);
  return class_of == LINE_SPACE || class_of == LINE_OPEN ||
         class_of == LINE_BREAK || class_of == LINE_GLUE;
}

/* A quote alone: an apostrophe of a year, or one of Hangul. */
static void add_single(QuoteScan *scan, int offset, bool is_double,
                       uint32_t before, uint32_t after) {
  bool year = !is_double && is_gap(before) && line_class(after) == LINE_DIGIT;
  if (!is_hangul(before) && !is_hangul(after) && !year) return;
  bool opens = is_gap(before) && !year;
  CurledQuote quote = {offset, curly(is_double, opens)};
  list_add(scan->scratch, &scan->curled, quote);
}

/* Opens a pair; what is curled is settled when it closes. */
static void open_pair(QuoteScan *scan, int offset, bool is_double,
                      bool korean) {
  scan->open[is_double] = scan->curled.count;
  scan->open_korean[is_double] = korean;
  scan->hangul_at_open[is_double] = scan->hangul;
  CurledQuote quote = {offset, curly(is_double, true)};
  list_add(scan->scratch, &scan->curled, quote);
}

/* curled == 0 marks a quote that stays. */
static void close_pair(QuoteScan *scan, int offset, bool is_double,
                       bool korean) {
  bool curls = korean || scan->open_korean[is_double] ||
               scan->hangul > scan->hangul_at_open[is_double];
  if (!curls) scan->curled.items[scan->open[is_double]].curled = 0;
  CurledQuote quote = {offset, curls ? curly(is_double, false) : 0};
  list_add(scan->scratch, &scan->curled, quote);
  scan->open[is_double] = -1;
}

static void read_quote(QuoteScan *scan, int offset, uint32_t quote,
                       const uint32_t around[2]) {
  bool is_double = quote == '"';
  uint32_t before = around[0], after = around[1];
  bool korean = is_hangul(before) || is_hangul(after);
  bool year = !is_double && is_gap(before) && line_class(after) == LINE_DIGIT;
  if (scan->open[is_double] >= 0 &&
      !(is_gap(before) && before != '"' && before != '\'' && !is_gap(after)))
    close_pair(scan, offset, is_double, korean);
  else if (is_gap(before) && !is_gap(after) && !year)
    open_pair(scan, offset, is_double, korean);
  else
    add_single(scan, offset, is_double, before, after);
}

/* Pairs left open: curly where Hangul stands right beside. */
static void settle_open(QuoteScan *scan) {
  for (int i = 0; i < 2; i++)
    if (scan->open[i] >= 0 && !scan->open_korean[i])
      scan->curled.items[scan->open[i]].curled = 0;
}

CurledQuoteList paragraph_curl_quotes(Arena *scratch, Str text,
                                      const bool *kept) {
  QuoteScan scan = {.scratch = scratch, .open = {-1, -1}};
  uint32_t before = 0;
  for (int at = 0; at < text.len;) {
    int offset = at;
    uint32_t c = str_next(text, &at);
    int peek = at;
    uint32_t after = str_next(text, &peek);
    if (is_hangul(c)) scan.hangul++;
    if ((c == '"' || c == '\'') && !kept[offset])
      read_quote(&scan, offset, c, (uint32_t[2]){before, after});
    before = c;
  }
  settle_open(&scan);
  CurledQuoteList result = {0};
  for (int i = 0; i < scan.curled.count; i++)
    if (scan.curled.items[i].curled)
      list_add(scratch, &result, scan.curled.items[i]);
  return result;
}
