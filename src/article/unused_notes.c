/* The definitions in the text, less those that the article holds. */
#include "article/unused_notes.h"

#include <glib.h>

static Str line_at(const MarkedText *marked, int line) {
  int start = marked->lines.items[line];
  int end = line + 1 < marked->lines.count ? marked->lines.items[line + 1]
                                           : marked->text.len;
  return str_slice(marked->text, start, end);
}

/* Up to three spaces are no indented code. */
static int indent_of(Str line) {
  int indent = 0;
  while (indent < line.len && line.text[indent] == ' ')
    indent++;
  return indent;
}

/* The ` or ~ of a code fence, 0: it is none. */
static char fence_of(Str line) {
  int indent = indent_of(line);
  if (indent > 3) return 0;
  Str rest = str_slice(line, indent, line.len);
  return str_starts(rest, S("```"))   ? '`'
         : str_starts(rest, S("~~~")) ? '~'
                                      : 0;
}

/* The name in "[^name]:" and where the line's mark begins; empty: none. */
static Str defined_name(Str line, int *indent) {
  *indent = indent_of(line);
  Str rest = str_slice(line, *indent, line.len);
  int close = str_find(rest, S("]:"));
  if (*indent > 3 || !str_starts(rest, S("[^")) || close < 3) return (Str){0};
  return str_slice(rest, 2, close);
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

static GHashTable *known_names(Arena *scratch, const Article *article) {
  GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
  arena_defer(scratch, release_table, names);
  for (int i = 0; i < article->footnotes.count; i++)
    g_hash_table_add(names, str_c(scratch, article->footnotes.items[i].name));
  return names;
}

void unused_notes_warn(const Reading *reading, const MarkedText *marked) {
  Arena scratch = {0};
  GHashTable *names = known_names(&scratch, reading->article);
  char fence = 0;
  for (int i = 0; i < marked->lines.count; i++) {
    Str line = line_at(marked, i);
    char found = fence_of(line);
    if (found && (!fence || fence == found)) fence = fence ? 0 : found;
    if (found || fence) continue;
    int indent;
    Str name = defined_name(line, &indent);
    if (!name.len || g_hash_table_contains(names, str_c(&scratch, name)))
      continue;
    int start = marked->lines.items[i] + indent;
    diag(reading->diags, DIAG_ARTICLE_FOOTNOTE,
         marked_place(marked, start, start + name.len + 3),
         "nothing refers to the footnote '%.*s', so it is left out", STR(name));
    diag_hint(reading->diags, "write [^%.*s] where it belongs", STR(name));
  }
  arena_clear(&scratch);
}
