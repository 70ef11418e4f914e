/* Inlines become lines: collect -> shape -> break (total fit) -> finish. The
 * model is Knuth & Plass, "Breaking Paragraphs into Lines" (1981), with Korean
 * glue and breaks. */
#ifndef JIKJI_PAGE_PARAGRAPH_PARAGRAPH_H
#define JIKJI_PAGE_PARAGRAPH_PARAGRAPH_H

#include "article/article.h"
#include "frame/frame.h"
#include "page/paragraph/printed_numbers.h"

typedef enum LineAlign {
  LINES_JUSTIFIED,
  LINES_LEFT, /* ragged, total fit */
  LINES_CENTER,
  LINES_RIGHT,
  LINES_BALANCED /* ragged, lines of like length: headings, captions */
} LineAlign;

/* Where lines of Korean end (KLREQ: 어절 or 글자). */
typedef enum BreakUnit {
  BREAK_WORDS,              /* 어절 only */
  BREAK_WORDS_OR_SYLLABLES, /* inside one where a line would be too loose */
  BREAK_SYLLABLES           /* anywhere, for the evenest lines */
} BreakUnit;

/* How far a justified line gives: word spaces, as shares of the space; the gaps
 * between syllables, in em, and between other letters half as far; the letters
 * themselves, as shares of their width. */
typedef struct GlueLimits {
  double space_stretch, space_shrink;
  double gap_stretch, gap_shrink;
  double glyph_stretch, glyph_shrink;
  /* So many times that; then only spaces stretch, and a line is overfull. */
  double stretch_reach, shrink_reach;
} GlueLimits;

/* How text is broken and spaced: what an author may ask of all body text. */
typedef struct ParagraphForm {
  BreakUnit break_unit;
  GlueLimits glue;
  double narrow;       /* justified lines under so many em become LINES_LEFT */
  double tolerance;    /* of |ratio| at breaks between words; 0 means 1 */
  int word_penalty;    /* of a break between syllables; 0: the unit's own */
  double space_width;  /* of a word space, of the face's; 0 means 1 */
  double tracking;     /* 자간, em */
  double glyph_width;  /* 장평, 0 means 1 */
  double hangul_latin; /* extra space between Hangul and Latin, em */
  double hanging;      /* of a stop's width beyond the end of its line: 0..1 */
  bool hyphenates;     /* English words */
  bool dots; /* *emphasis* by 드러냄표 instead of another family */
} ParagraphForm;

/* The form that goes with a unit when the author asks for nothing else. */
ParagraphForm paragraph_form(BreakUnit unit);

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
  ParagraphForm form;
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
  Place place; /* of its first words in the author's file */
  double baseline;
  double natural_width, width; /* before and after justification */
  double ratio; /* stretch (+) or shrink (-) used, of the glue's limits */
  double space; /* word space on this line, of natural: 1.5 is 150 % */
  double demerits;
  LineAlign align;
  LineEnd end;
  bool breaks_word; /* ends inside an eojeol */
  int *footnotes;   /* indices of the notes whose marks stand on it */
  int footnote_count;
} Line;

/* Where lines may end; each is tried where the one before leaves a line too
 * loose or too long. */
typedef enum BreakPass {
  PASS_SPACES = 1, /* between words */
  PASS_WORDS,      /* also inside words, two syllables from their ends */
  PASS_SYLLABLES,  /* also beside a single syllable */
  PASS_ANYWHERE    /* also inside what is wider than the measure */
} BreakPass;

typedef struct Lines {
  Line *items;
  int count;
  BreakPass pass;
} Lines;

/* Where English words may be parted; reads the patterns when first asked. */
typedef struct Hyphenator Hyphenator;
Hyphenator *hyphenator_open(Arena *arena);

/* What setting needs besides the text. */
typedef struct ParagraphContext {
  Arena *report; /* owns what comes out */
  FontSet *fonts;
  const Article *article;
  Diags *diags;
  Hyphenator *hyphenator;        /* NULL: no word is hyphenated */
  const PageLabels *page_labels; /* NULL: not known yet */
  NoteNumbers *note_numbers;     /* NULL: the article's */
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
