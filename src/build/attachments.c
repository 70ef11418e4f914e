/* Charts' rows and the article's text as files (ISO 19005-3, 6.8). */
#include "build/attachments.h"

static bool has_figure(const AttachmentList *files, Str figure) {
  for (int i = 0; i < files->count; i++)
    if (str_equal(files->items[i].figure, figure)) return true;
  return false;
}

static Str file_name(Arena *report, Str figure, int number) {
  if (number == 1) return str_format(report, "%.*s.csv", STR(figure));
  return str_format(report, "%.*s-%d.csv", STR(figure), number);
}

void attachments_add_chart(Arena *report, AttachmentList *files,
                           const Chart *chart, Str figure, Str description) {
  if (has_figure(files, figure)) return;
  for (int i = 0; i < chart->data.count; i++) {
    Attachment file = {.name = file_name(report, figure, i + 1),
                       .description = description,
                       .media_type = S("text/csv"),
                       .relationship = S("Data"),
                       .figure = figure,
                       .bytes = table_write_csv(report, chart->data.items[i])};
    list_add(report, files, file);
  }
}

void attachments_add_source(Arena *report, AttachmentList *files,
                            const Article *article, Str name) {
  Attachment file = {.name = name,
                     .description = article->title,
                     .media_type = S("text/markdown"),
                     .relationship = S("Source"),
                     .bytes = article->source->text};
  list_add(report, files, file);
}
