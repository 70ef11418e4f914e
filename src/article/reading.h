/* What the stages of reading an article share. Private to article/. */
#ifndef JIKJI_ARTICLE_READING_H
#define JIKJI_ARTICLE_READING_H

#include "article/article.h"

struct Values;

/* One article being read. Everything made lives as long as the report. */
typedef struct Reading {
  Arena *report;
  Diags *diags;
  Article *article;
  const Source *source;
  const ArticleRequest *request;
  struct Values *values; /* of the front matter, and the parameters */
  int body;              /* where the Markdown starts, in bytes */
} Reading;

/* The text at a place. */
Str reading_text(const Reading *reading, Place place);

#endif
