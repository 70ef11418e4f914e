/* Markdown in; the article as text and what is wrong with it out. Files that it
 * names stand beside the case. A line of -- stands for the --- of front matter,
 * which would end the case's input. */
#include "article/article.h"
#include "cases.h"

static const ValueMember params[] = {
    {{"region", 6}, {VALUE_STRING, 6, {.text = "서울"}}},
};

static Str with_front_matter(Arena *arena, Str input) {
  StrBuf text = {.arena = arena};
  for (int start = 0; start < input.len;) {
    Str rest = str_slice(input, start, input.len);
    int end = str_find_char(rest, '\n');
    end = end < 0 ? rest.len : end + 1;
    Str line = str_slice(rest, 0, end);
    strbuf_add(&text, str_is(line, "--\n") ? S("---\n") : line);
    start += end;
  }
  return strbuf_str(&text);
}

/* Messages show paths; that of the cases' folder is shown as a dot. */
static void add_without(StrBuf *output, Str text, Str folder) {
  for (int at; (at = str_find(text, folder)) >= 0;) {
    strbuf_add(output, str_slice(text, 0, at));
    strbuf_add_c(output, ".");
    text = str_slice(text, at + folder.len, text.len);
  }
  strbuf_add(output, text);
}

void case_article(Arena *arena, Str path, Str input, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path, with_front_matter(arena, input)};
  Diags diags = {.arena = arena, .strict_data = true};
  ArticleRequest request = {.path = path, .params = params, .param_count = 1};
  Article *article = article_read_source(arena, source, &request, &diags);
  if (article) article_dump(article, output);
  StrBuf messages = {.arena = arena};
  case_add_diags(&messages, &diags);
  Str folder = str_slice(path, 0, path.len - path_name(path).len - 1);
  add_without(output, strbuf_str(&messages), folder);
}
