/* Ids out of titles. */
#include "article/title_id.h"

#include <glib.h>

static bool stays(gunichar c) {
  return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '_' || c == '-' ||
         c == '.';
}

Str title_id(Arena *arena, Str title) {
  StrBuf id = {.arena = arena};
  for (int at = 0; at < title.len;) {
    gunichar c = str_next(title, &at);
    if (id.len == 0 && !g_unichar_isalpha(c)) continue;
    if (g_unichar_isspace(c)) {
      strbuf_add(&id, S("-"));
    } else if (stays(c)) {
      char bytes[6];
      int length = g_unichar_to_utf8(g_unichar_tolower(c), bytes);
      strbuf_add(&id, (Str){bytes, length});
    }
  }
  return strbuf_str(&id);
}
