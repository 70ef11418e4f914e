/* Files that go into the report's PDF. Private to build/. */
#ifndef JIKJI_BUILD_ATTACHMENTS_H
#define JIKJI_BUILD_ATTACHMENTS_H

#include "article/article.h"
#include "chart/chart.h"
#include "frame/pages.h"

/* Adds the rows behind a chart as CSV files that belong to `figure`, once for
 * each figure: a chart has the same rows at any width. */
void attachments_add_chart(Arena *report, AttachmentList *files,
                           const Chart *chart, Str figure, Str description);

/* Adds the article's own text. */
void attachments_add_source(Arena *report, AttachmentList *files,
                            const Article *article, Str name);

#endif
