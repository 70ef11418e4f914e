/* An article from its file: the order of the stages. */
#include "article/article.h"

#include "article/blocks.h"
#include "article/data.h"
#include "article/fill.h"
#include "article/front_matter.h"
#include "article/identifiers.h"
#include "article/number.h"
#include "article/table_body.h"
#include "article/values.h"
#include "base/limits.h"

Str reading_text(const Reading *reading, Place place) {
  return str_slice(reading->source->text, place.offset,
                   place.offset + place.length);
}

Article *article_read_source(Arena *report, const Source *source,
                             const ArticleRequest *request, Diags *diags) {
  Article *article = arena_new(report, Article);
  article->source = source;
  article->access =
      (FolderAccess){path_folder(report, request->path),
                     request->allowed_folders, request->allowed_count};
  list_add(report, &article->inputs, request->path);
  Reading reading = {.report = report,
                     .diags = diags,
                     .article = article,
                     .source = source,
                     .request = request};
  front_matter_read(&reading);
  values_read(&reading);
  data_read(&reading);
  values_check(&reading);
  front_matter_apply(&reading);
  blocks_read(&reading);
  article_number(&reading);
  fill_article(&reading, identifiers_collect(&reading));
  tables_finish(&reading);
  return article;
}

Article *article_read(Arena *report, const ArticleRequest *request,
                      Diags *diags) {
  const Source *source = file_read_source(
      report, request->path, LIMIT_ARTICLE_BYTES, (Place){0}, diags);
  if (!source) return NULL;
  return article_read_source(report, source, request, diags);
}
