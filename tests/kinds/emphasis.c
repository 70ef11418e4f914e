/* One line of Markdown each; the line with its markup in braces out. */
#include "article/article.h"
#include "cases.h"

static void read_line(Arena *arena, Str path, Str line, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path, str_copy(arena, line)};
  Diags diags = {.arena = arena};
  ArticleRequest request = {.path = path};
  Article *article = article_read_source(arena, source, &request, &diags);
  if (article) article_dump(article, output);
  case_add_diags(output, &diags);
}

void case_emphasis(Arena *arena, Str path, Str input, StrBuf *output) {
  for (int start = 0; start < input.len;) {
    Str rest = str_slice(input, start, input.len);
    int end = str_find_char(rest, '\n');
    if (end < 0) end = rest.len;
    read_line(arena, path, str_slice(rest, 0, end), output);
    start += end + 1;
  }
}
