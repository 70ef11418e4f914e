/* Inlines become lines: collect -> shape -> break (total fit) -> finish. The
 * model is Knuth & Plass, "Breaking Paragraphs into Lines" (1981), with Korean
 * glue and breaks. */
#ifndef JIKJI_PAGE_PARAGRAPH_PARAGRAPH_H
#define JIKJI_PAGE_PARAGRAPH_PARAGRAPH_H

#include "article/article.h"
#include "frame/frame.h"

typedef enum LineAlign {
  LINES_JUSTIFIED,
  LINES_LEFT, /* ragged, total fit */
  LINES_CENTER,
  LINES_RIGHT,
  LINES_BALANCED /* ragged, lines of like length: headings, captions */
} LineAlign;

/* How a paragraph is set. Lengths are points unless named. */
typedef struct ParagraphStyle {
  TextStyle text;
  Color color;
  Str emphasis_family; /* *emphasis*: another family, never slanted Hangul */
  Str code_family;
  Color link_color;
  double measure; /* width of the lines */
  double leading; /* from baseline to baseline */
  double indent;  /* of the first line; negative hangs */
  LineAlign align;
  bool ragged_when_narrow; /* LINES_JUSTIFIED under 25 em becomes LINES_LEFT */
  bool within_words;       /* pass 2 may break inside an eojeol */
  double tolerance;        /* of |r| in pass 1; 0 means 1.45 */
  int word_break_penalty;  /* of a break between syllables; 0 means 200 */
  double hangul_latin;     /* extra space between Hangul and Latin, em */
} ParagraphStyle;

typedef enum LineEnd {
  LINE_ENDS_AT_SPACE,
  LINE_ENDS_IN_WORD, /* between syllables, after a slash, in a URL ... */
  LINE_ENDS_AT_HYPHEN,
  LINE_ENDS_ANYWHERE, /* what stands here is wider than the measure */
  LINE_ENDS_HARD,     /* the author broke the line */
  LINE_ENDS_TEXT
} LineEnd;

/* A set line. Its frame is `measure` wide and `leading` high; the baseline lies
 * `baseline` under its top. */
typedef struct Line {
  Frame *frame;
  double baseline;
  double natural_width, width; /* before and after justification */
  double ratio; /* stretch (+) or shrink (-) used, of what the glue has */
  double space; /* word space on this line, of natural: 1.5 is 150 % */
  double demerits;
  LineAlign align;
  LineEnd end;
  bool breaks_word; /* ends inside an eojeol */
  int *footnotes;   /* indices of the notes whose marks stand on it */
  int footnote_count;
} Line;

typedef struct Lines {
  Line *items;
  int count;
  int pass; /* which pass set it: 1, 2 or 3 */
} Lines;

/* Where English words may be parted; reads the patterns when first asked. */
typedef struct Hyphenator Hyphenator;
Hyphenator *hyphenator_open(Arena *arena);

/* The printed number of the page that an id stands on. */
typedef struct PageLabel {
  Str id, label;
} PageLabel;

typedef List(PageLabel) PageLabels; /* by id */

/* What setting needs besides the text. */
typedef struct ParagraphContext {
  Arena *report; /* owns what comes out */
  FontSet *fonts;
  const Article *article;
  Diags *diags;
  Hyphenator *hyphenator;        /* NULL: no word is hyphenated */
  const PageLabels *page_labels; /* NULL: not known yet */
} ParagraphContext;

/* Sets the inlines. Content leaves (and Span, Link, Reference, Note marks) are
 * made under `parent`; NULL leaves the frames untagged. Links and references
 * become FRAME_LINK items; a footnote mark links to the anchor "fn-N" and
 * leaves an anchor "fnref-N". Never fails: what does not fit is set and warned
 * of. */
Lines *paragraph_set(const ParagraphContext *context, const InlineList *inlines,
                     const ParagraphStyle *style, Element *parent);

/* The width of the inlines on one line, and of their longest unbreakable part;
 * for the columns of tables. */
typedef struct ParagraphWidths {
  double natural, minimum;
} ParagraphWidths;
ParagraphWidths paragraph_widths(const ParagraphContext *context,
                                 const InlineList *inlines,
                                 const ParagraphStyle *style);

/* An inline list of one text, for words that the program itself sets. */
InlineList inlines_of(Arena *arena, Str text, Place place);

/* The lines of a set paragraph under each other, for tests and --dump: ratio,
 * space, demerits, why it ends, text. */
void lines_dump(const Lines *lines, StrBuf *text);

#endif
