/* What a line of text is made of. A part of the door article/article.h. */
#ifndef JIKJI_ARTICLE_INLINE_H
#define JIKJI_ARTICLE_INLINE_H

#include "base/list.h"
#include "base/source.h"

typedef struct Inline Inline;

typedef List(Inline) InlineList;

typedef enum InlineKind {
  INLINE_TEXT,       /* text; values and references are already text */
  INLINE_SPACE,      /* a soft line break of the source: a word space */
  INLINE_LINE_BREAK, /* a hard one */
  INLINE_EMPHASIS,
  INLINE_STRONG,
  INLINE_STRIKE,
  INLINE_SUPERSCRIPT,
  INLINE_SUBSCRIPT,
  INLINE_CODE,
  INLINE_LINK,
  INLINE_IMAGE,
  INLINE_FOOTNOTE,    /* the mark; the note's blocks are in Footnote */
  INLINE_REFERENCE,   /* text such as [그림 3]; leads to target */
  INLINE_PAGE_NUMBER, /* of the page of target; text: the particle pair that
                         follows, or empty */
  INLINE_NOTE_NUMBER, /* of a footnote, as 각주 3; text: as above */
  INLINE_SPAN         /* [text]{.class} */
} InlineKind;

struct Inline {
  InlineKind kind;
  Str text;   /* of text, code, reference; alt of an image */
  Str target; /* address of a link or image; id of a reference */
  Str title;
  Str classes;      /* of a span, "a b" */
  Str language;     /* of a span: "en", "zh-Hant" */
  Str expansion;    /* of a span: what its abbreviation stands for */
  Str alt;          /* of a span that is a formula */
  Str ruby, hanja;  /* of a span: over it, and in brackets behind it */
  int footnote;     /* of marks and numbers: index into the footnotes; -1: that
                       which `text` names */
  InlineList inner; /* of emphasis, strong, strike, link, span ... */
  Place place;
};

#endif
