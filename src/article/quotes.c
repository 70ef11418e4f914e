/* Which way a quote turns is seen from both its neighbours, across emphasis. */
#include "article/quotes.h"

#include <glib.h>

typedef struct Curling {
  Arena *report;
  uint32_t before;     /* the character before, 0: the start */
  List(uint32_t) open; /* quotes that were opened and not closed */
} Curling;

static bool is_hangul(uint32_t c) {
  return c >= 0x1100 && g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL;
}

static bool opens(uint32_t before) {
  if (before == 0 || g_unichar_isspace(before)) return true;
  GUnicodeType type = g_unichar_type(before);
  return type == G_UNICODE_OPEN_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION ||
         type == G_UNICODE_DASH_PUNCTUATION;
}

/* The first character of the inlines from item `i` on. */
static uint32_t first_character(const InlineList *list, int i, int depth) {
  enum { DEEPEST = 8 };
  for (; i < list->count && depth < DEEPEST; i++) {
    const Inline *item = &list->items[i];
    int at = 0;
    if (item->kind == INLINE_SPACE || item->kind == INLINE_LINE_BREAK)
      return ' ';
    if (item->text.len && item->kind != INLINE_IMAGE)
      return str_next(item->text, &at);
    uint32_t inner = first_character(&item->inner, 0, depth + 1);
    if (inner) return inner;
  }
  return 0;
}

/* The curly form of a quote between two characters, 0: it stays straight. */
static uint32_t curly(Curling *curling, uint32_t quote, uint32_t after) {
  bool is_double = quote == '"';
  bool is_open = false;
  for (int i = 0; i < curling->open.count; i++)
    is_open |= curling->open.items[i] == quote;
  if (opens(curling->before) && !is_open) {
    if (!is_hangul(after)) return 0;
    list_add(curling->report, &curling->open, quote);
    return is_double ? 0x201C : 0x2018;
  }
  if (!is_open && !is_hangul(curling->before)) return 0;
  while (is_open && curling->open.count &&
         curling->open.items[--curling->open.count] != quote)
    ;
  return is_double ? 0x201D : 0x2019;
}

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

static void curl_text(Curling *curling, InlineList *out, const InlineList *list,
                      int index) {
  const Inline *item = &list->items[index];
  int kept = 0;
  for (int at = 0; at < item->text.len;) {
    int start = at;
    uint32_t c = str_next(item->text, &at);
    uint32_t turned = 0;
    if (c == '"' || c == '\'') {
      int next = at;
      uint32_t after = str_next(item->text, &next);
      if (after == 0) after = first_character(list, index + 1, 0);
      turned = curly(curling, c, after);
    }
    if (turned) {
      add_part(curling, out, item, kept, start);
      add_quote(curling, out, item, start, turned);
      kept = at;
    }
    curling->before = turned ? turned : c;
  }
  add_part(curling, out, item, kept, item->text.len);
}

static void curl_list(Curling *curling, InlineList *inlines) {
  InlineList curled = {0};
  list_reserve(curling->report, &curled, inlines->count);
  for (int i = 0; i < inlines->count; i++) {
    Inline item = inlines->items[i];
    if (item.kind == INLINE_TEXT) {
      curl_text(curling, &curled, inlines, i);
      continue;
    }
    curl_list(curling, &item.inner);
    if (item.kind == INLINE_SPACE || item.kind == INLINE_LINE_BREAK)
      curling->before = ' ';
    else if (item.text.len && item.kind != INLINE_IMAGE)
      curling->before = 'x';
    list_add(curling->report, &curled, item);
  }
  *inlines = curled;
}

static bool holds_quote(const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    if (item->kind == INLINE_TEXT && (str_find_char(item->text, '"') >= 0 ||
                                      str_find_char(item->text, '\'') >= 0))
      return true;
    if (holds_quote(&item->inner)) return true;
  }
  return false;
}

void quotes_curl(Arena *report, InlineList *inlines) {
  if (!holds_quote(inlines)) return;
  Curling curling = {.report = report};
  curl_list(&curling, inlines);
}
