/* What the stages of setting a paragraph hand on. Private to paragraph/. */
#ifndef JIKJI_PAGE_PARAGRAPH_PARAGRAPH_PARTS_H
#define JIKJI_PAGE_PARAGRAPH_PARAGRAPH_PARTS_H

#include "korean/line_class.h"
#include "page/paragraph/paragraph.h"

/* A stretch of the paragraph's text that is set alike. */
typedef struct ParagraphSpan {
  Str text; /* a slice of Paragraph.text */
  Place place;
  TextStyle style;
  Color color;
  double raise; /* of the baseline, points upwards */
  bool is_struck, is_underlined;
  bool is_dotted;   /* 드러냄표 over each letter */
  bool is_code;     /* no glue between its syllables */
  bool is_attached; /* a note mark, a raised sign: never broken off */
  int link;         /* into Paragraph.links, or -1 */
  int footnote;     /* into the article's, or -1 */
  Str ruby;         /* set small over it; or empty */
  Element *leaf;    /* the content it belongs to, or NULL */
  Element *ruby_leaf;
} ParagraphSpan;

typedef struct ParagraphLink {
  Str destination, address;
  Element *element;
} ParagraphLink;

/* What a line break falls between: a character with its combining marks. */
typedef struct ParagraphCluster {
  int start; /* byte in the text */
  int span;
  LineClass line_class;
  bool is_word_space; /* breaking or not: it gives as glue */
  bool stands_apart;  /* a letter that may be spaced from its neighbours */
  LineBreak before;   /* what may happen before it */
  double width;
  double gap; /* em of the glue before it that letters share */
} ParagraphCluster;

typedef struct Paragraph {
  const ParagraphContext *context;
  const ParagraphStyle *style;
  Arena *scratch;
  Element *parent;
  LineAlign align;  /* the style's, or ragged where it is too narrow */
  bool parts_words; /* lines may end inside an eojeol */
  Str text;         /* the report's */
  List(ParagraphSpan) spans;
  List(ParagraphLink) links;
  ShapedText *shaped;
  int *cluster_of; /* of each byte of the text */
  ParagraphCluster *clusters;
  int cluster_count;
  double *widths;  /* sums: of the clusters before i */
  double *spaces;  /* sums: of the word spaces among them */
  double *gaps;    /* sums: em of the glues between letters up to i */
  double *scripts; /* sums: of the gaps between Hangul and Latin up to i */
  double hyphen_width;
} Paragraph;

/* Inlines -> spans. */
void paragraph_collect(Paragraph *paragraph, const InlineList *inlines);

/* Spans -> clusters with their widths, glues and breaks. */
void paragraph_prepare(Paragraph *paragraph);

/* A quote that is curled, by its byte in the raw text. */
typedef struct CurledQuote {
  int offset;
  uint32_t curled;
} CurledQuote;
typedef List(CurledQuote) CurledQuoteList;

/* The ASCII quotes of a Korean text that become curly, in order. `kept[i]`
 * tells bytes that stay as they are (code). */
CurledQuoteList paragraph_curl_quotes(Arena *scratch, Str text,
                                      const bool *kept);

/* Where an English word may be hyphenated: adds byte offsets in the word. */
typedef List(int) OffsetList;
void hyphenator_word(struct Hyphenator *hyphenator, Arena *scratch, Str word,
                     OffsetList *offsets);

#endif
