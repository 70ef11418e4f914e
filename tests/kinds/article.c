/* Markdown in; the article as text and what is wrong with it out. Files that it
 * names stand beside the case. */
#include "article/article.h"

#include "cases.h"

static const ValueMember params[] = {
    {{"region", 6}, {VALUE_STRING, 6, {.text = "서울"}}},
};

void case_article(Arena *arena, Str path, Str input, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path, str_copy(arena, input)};
  Diags diags = {.arena = arena, .strict_data = true};
  ArticleRequest request = {.path = path, .params = params, .param_count = 1};
  Article *article = article_read_source(arena, source, &request, &diags);
  if (article) article_dump(article, output);
  case_add_diags(output, &diags);
}
