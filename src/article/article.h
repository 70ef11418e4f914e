/* An article read from Markdown: blocks and inlines, numbered and with its
 * values and references filled in. The door of article/. */
#ifndef JIKJI_ARTICLE_ARTICLE_H
#define JIKJI_ARTICLE_ARTICLE_H

#include "article/elements.h"
#include "base/file.h"
#include "base/tree.h"
#include "table/table.h"

typedef struct Footnote {
  BlockList blocks;
  Str name;   /* of its mark, [^name] */
  Str number; /* as printed */
  Place place;
} Footnote;

typedef struct Article {
  const Source *source;
  FolderAccess access; /* the report's folder */
  const Tree *front;   /* the front matter; root is an object, maybe empty */
  Str title, subtitle, organization, edition, description, language;
  List(Str) authors;
  List(Str) keywords;
  Str date;        /* ISO 8601, or empty */
  TableSet tables; /* the tables of `data:` */
  BlockList blocks;
  List(Footnote) footnotes;
  List(Str) inputs; /* paths of all files read, in order, for the manifest */
} Article;

typedef struct ArticleRequest {
  Str path; /* of the Markdown file */
  const Str *allowed_folders;
  int allowed_count;
  const ValueMember *params; /* --param NAME=VALUE: params.NAME in text */
  int param_count;
} ArticleRequest;

/* Reads, fills in values with their particles, numbers and resolves. NULL when
 * nothing usable was made; errors may be recorded all the same otherwise, so
 * that later stages find more. */
Article *article_read(Arena *report, const ArticleRequest *request,
                      Diags *diags);

/* The same for a text that is already in memory; request->path says where it
 * stands. */
Article *article_read_source(Arena *report, const Source *source,
                             const ArticleRequest *request, Diags *diags);

/* Warns of headings that skip a level, pictures without alt text, tables
 * without head cells, links whose words say nothing. */
void article_check_access(const Article *article, Diags *diags);

/* Whether a figure's target is a chart spec, by its ending. */
bool target_is_chart(Str target);

/* The text of inlines without markup, footnote marks left out. */
Str inlines_plain(Arena *arena, const InlineList *inlines);

/* The article as indented text, for tests. */
void article_dump(const Article *article, StrBuf *text);

#endif
