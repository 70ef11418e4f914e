/* Any bytes as an article: no crash, no endless work. Files are not reached:
 * the article stands in a folder that does not exist. */
#include <glib.h>

#include "article/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size > 1 << 16 || !g_utf8_validate((const char *)bytes, (gssize)size, 0))
    return 0;
  Arena arena = {0};
  Diags diags = {.arena = &arena};
  Source source = {S("report.md"),
                   str_copy(&arena, (Str){(const char *)bytes, (int)size})};
  ArticleRequest request = {.path = S("/nowhere/report.md")};
  Article *article = article_read_source(&arena, &source, &request, &diags);
  StrBuf dump = {.arena = &arena};
  if (article) article_dump(article, &dump);
  arena_clear(&arena);
  return 0;
}
