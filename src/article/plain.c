/* Inlines -> text without markup. */
#include "article/article.h"

static void add_plain(StrBuf *text, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    switch (item->kind) {
    case INLINE_SPACE:
    case INLINE_LINE_BREAK:
      strbuf_add_c(text, " ");
      break;
    case INLINE_FOOTNOTE:
    case INLINE_PAGE_NUMBER:
    case INLINE_NOTE_NUMBER:
      break;
    case INLINE_TEXT:
    case INLINE_CODE:
    case INLINE_REFERENCE:
      strbuf_add(text, item->text);
      break;
    default:
      add_plain(text, &item->inner);
    }
  }
}

Str inlines_plain(Arena *arena, const InlineList *inlines) {
  StrBuf text = {.arena = arena};
  add_plain(&text, inlines);
  return strbuf_str(&text);
}
