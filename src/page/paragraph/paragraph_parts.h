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
  bool is_struck;
  bool is_code;     /* no glue between its syllables */
  bool is_attached; /* a note mark, a raised sign: never broken off */
  int link;         /* into Paragraph.links, or -1 */
  int footnote;     /* into the article's, or -1 */
  Element *leaf;    /* the content it belongs to, or NULL */
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
  LineBreak before; /* what may happen before it */
  double width;
} ParagraphCluster;

/* Why a line ends. */
typedef struct BreakPoint {
  int next; /* the cluster that begins the line after */
  int end;  /* the line's last cluster, without spaces, is the one before */
  int penalty;
  LineEnd why;
  double extra; /* width of a hyphen */
} BreakPoint;

typedef struct Paragraph {
  const ParagraphContext *context;
  const ParagraphStyle *style;
  Arena *scratch;
  Element *parent;
  LineAlign align; /* the style's, or ragged where it is too narrow */
  Str text;        /* the report's */
  List(ParagraphSpan) spans;
  List(ParagraphLink) links;
  ShapedText *shaped;
  int *cluster_of; /* of each byte of the text */
  ParagraphCluster *clusters;
  int cluster_count;
  double *widths;    /* sums: of the clusters before i */
  double *spaces;    /* sums: of the word spaces among them */
  double *syllables; /* sums: em of the glues between syllables up to i */
  double *scripts;   /* sums: of the gaps between Hangul and Latin up to i */
  double hyphen_width;
} Paragraph;

/* Inlines -> spans. */
void paragraph_collect(Paragraph *paragraph, const InlineList *inlines);

/* Spans -> clusters with their widths, glues and breaks. */
void paragraph_prepare(Paragraph *paragraph);

typedef List(BreakPoint) BreakPointList;

/* The places where lines may end: at spaces (pass 1), also inside words (2),
 * also inside what is wider than the measure (3). The end of the text is the
 * last. */
BreakPointList paragraph_points(const Paragraph *paragraph, int pass);

/* A line from cluster `start` to the point, before it is justified. */
typedef struct LineMeasure {
  double available; /* without the indent */
  double natural;
  double spaces;    /* sum of the word spaces */
  double syllables; /* em of the glues between syllables */
} LineMeasure;

LineMeasure paragraph_line(const Paragraph *paragraph, int start,
                           const BreakPoint *point);

bool point_ends_short(const BreakPoint *point); /* the last, or a hard one */

/* What the glues of a line take of the room: em added between syllables, and
 * what is added to each word space as a share of it; the ratio is 1 where they
 * gave what they may, GLUE_RATIO_LIMIT where syllables gave all they can. Under
 * minus that a line is overfull. Zero for a last line that fits. */
#define GLUE_RATIO_LIMIT 1.25
typedef struct GlueShare {
  double ratio, space, syllable;
} GlueShare;
GlueShare line_share(const LineMeasure *line, const BreakPoint *point,
                     int pass);

/* A line as the breaker chose it. */
typedef struct ChosenLine {
  int start;
  BreakPoint point;
  double ratio, demerits;
} ChosenLine;

typedef struct ChosenLines {
  ChosenLine *items;
  int count;
  double worst;     /* greatest |ratio| of the justified lines */
  bool is_overfull; /* some line is too long */
} ChosenLines;

/* Total fit over the points. `measure_limit` narrows the lines (for balanced
 * ones); 0 does not. */
ChosenLines paragraph_fit(const Paragraph *paragraph,
                          const BreakPointList *points, int pass,
                          double measure_limit);

/* Lines of like length, as few as the measure allows. */
ChosenLines paragraph_balance(const Paragraph *paragraph,
                              const BreakPointList *points, int pass);

/* Chosen lines -> frames. */
void paragraph_finish(const Paragraph *paragraph, const ChosenLines *chosen,
                      Lines *lines);
/* Where line `index` begins, in points from the left. */
double paragraph_indent(const Paragraph *paragraph, bool is_first);

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
