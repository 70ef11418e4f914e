/* Which way a quote turns is seen from its partner and its neighbours, across
 * emphasis: first all quotes of a paragraph are gathered and paired, then they
 * are replaced. */
#include "article/quotes.h"

#include <glib.h>

typedef struct Quote {
  uint32_t sign; /* ' or " */
  uint32_t before, after;
  uint32_t turned; /* what it becomes; 0: it stays */
  int partner;     /* -1: none */
} Quote;

typedef struct Curling {
  Arena *report;
  List(Quote) quotes;
  uint32_t before; /* the character before; 0: the start */
  bool is_waiting; /* the latest quote lacks its `after` */
  int next;        /* quote to replace next */
} Curling;

static bool is_hangul(uint32_t c) {
  return c >= 0x1100 && g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL;
}

static bool is_quote(uint32_t c) {
  return c == '\'' || c == '"';
}

/* -- Gathering -- */

static void gather_character(Curling *curling, uint32_t c) {
  if (curling->is_waiting) list_last(&curling->quotes)->after = c;
  curling->is_waiting = is_quote(c);
  if (is_quote(c)) {
    Quote quote = {.sign = c, .before = curling->before, .partner = -1};
    list_add(curling->report, &curling->quotes, quote);
  }
  curling->before = c;
}

static void gather_opaque(Curling *curling, uint32_t c) {
  if (curling->is_waiting) list_last(&curling->quotes)->after = c;
  curling->is_waiting = false;
  curling->before = c;
}

static void gather(Curling *curling, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    if (item->kind == INLINE_SPACE || item->kind == INLINE_LINE_BREAK)
      gather_opaque(curling, ' ');
    else if (item->kind == INLINE_CODE || item->kind == INLINE_REFERENCE ||
             item->kind == INLINE_PAGE_NUMBER ||
             item->kind == INLINE_NOTE_NUMBER)
      gather_opaque(curling, 'x');
    else if (item->kind == INLINE_TEXT)
      for (int at = 0; at < item->text.len;)
        gather_character(curling, str_next(item->text, &at));
    gather(curling, &item->inner);
  }
}

/* -- Pairing -- */

static bool is_apostrophe(const Quote *quote) {
  return quote->sign == '\'' && quote->before < 0x80 && quote->after < 0x80 &&
         g_ascii_isalnum((char)quote->before) &&
         g_ascii_isalnum((char)quote->after);
}

static void pair(Curling *curling) {
  int open_single = -1, open_double = -1;
  for (int i = 0; i < curling->quotes.count; i++) {
    Quote *quote = &curling->quotes.items[i];
    int *open = quote->sign == '"' ? &open_double : &open_single;
    if (is_apostrophe(quote)) continue;
    if (*open < 0) {
      bool can_open = quote->after != 0 && !g_unichar_isspace(quote->after);
      if (can_open) *open = i;
    } else {
      quote->partner = *open;
      curling->quotes.items[*open].partner = i;
      *open = -1;
    }
  }
}

static bool is_beside_hangul(const Quote *quote) {
  return is_hangul(quote->before) || is_hangul(quote->after);
}

static bool looks_open(uint32_t before) {
  if (before == 0 || g_unichar_isspace(before)) return true;
  GUnicodeType type = g_unichar_type(before);
  return type == G_UNICODE_OPEN_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION;
}

static uint32_t curly(uint32_t sign, bool is_open) {
  if (sign == '"') return is_open ? 0x201C : 0x201D;
  return is_open ? 0x2018 : 0x2019;
}

static void turn(Curling *curling) {
  for (int i = 0; i < curling->quotes.count; i++) {
    Quote *quote = &curling->quotes.items[i];
    if (is_apostrophe(quote)) continue;
    bool is_korean = is_beside_hangul(quote);
    bool is_open = looks_open(quote->before);
    if (quote->partner >= 0) {
      is_korean |= is_beside_hangul(&curling->quotes.items[quote->partner]);
      is_open = quote->partner > i;
    }
    if (is_korean) quote->turned = curly(quote->sign, is_open);
  }
}

/* -- Replacing -- */

static void add_part(Curling *curling, InlineList *out, const Inline *item,
                     int start, int end) {
  if (start >= end) return;
  Inline part = *item;
  part.text = str_slice(item->text, start, end);
  if (item->place.length == item->text.len)
    part.place = place_within(item->place, start, end - start);
  list_add(curling->report, out, part);
}

static void add_quote(Curling *curling, InlineList *out, const Inline *item,
                      int at, uint32_t quote) {
  StrBuf text = {.arena = curling->report};
  strbuf_add_char(&text, quote);
  Inline part = *item;
  part.text = strbuf_str(&text);
  if (item->place.length == item->text.len)
    part.place = place_within(item->place, at, 1);
  list_add(curling->report, out, part);
}

static void replace_in_text(Curling *curling, InlineList *out,
                            const Inline *item) {
  int kept = 0;
  for (int at = 0; at < item->text.len; at++) {
    if (!is_quote((unsigned char)item->text.text[at])) continue;
    uint32_t turned = curling->quotes.items[curling->next++].turned;
    if (!turned) continue;
    add_part(curling, out, item, kept, at);
    add_quote(curling, out, item, at, turned);
    kept = at + 1;
  }
  add_part(curling, out, item, kept, item->text.len);
}

static void replace(Curling *curling, InlineList *inlines) {
  InlineList replaced = {0};
  list_reserve(curling->report, &replaced, inlines->count);
  for (int i = 0; i < inlines->count; i++) {
    Inline item = inlines->items[i];
    if (item.kind == INLINE_TEXT) {
      replace_in_text(curling, &replaced, &item);
      continue;
    }
    replace(curling, &item.inner);
    list_add(curling->report, &replaced, item);
  }
  *inlines = replaced;
}

void quotes_curl(Arena *report, InlineList *inlines) {
  Curling curling = {.report = report};
  gather(&curling, inlines);
  if (curling.quotes.count == 0) return;
  pair(&curling);
  turn(&curling);
  replace(&curling, inlines);
}
