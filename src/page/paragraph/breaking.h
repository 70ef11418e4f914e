/* Breaking a prepared paragraph: the points where lines may end, what a line
 * measures, the lines that are chosen. Private to paragraph/. */
#ifndef JIKJI_PAGE_PARAGRAPH_BREAKING_H
#define JIKJI_PAGE_PARAGRAPH_BREAKING_H

#include "page/paragraph/paragraph_parts.h"

/* Why a line ends. */
typedef struct BreakPoint {
  int next; /* the cluster that begins the line after */
  int end;  /* the line's last cluster, without spaces, is the one before */
  int penalty;
  LineEnd why;
  double extra; /* width of the hyphen that the program sets there, or 0 */
} BreakPoint;

typedef List(BreakPoint) BreakPointList;

/* The places where lines may end in a pass. The end of the text is the last. */
BreakPointList paragraph_points(const Paragraph *paragraph, BreakPass pass);

/* A line from cluster `start` to the point, before it is justified. */
typedef struct LineMeasure {
  double available; /* without the indent */
  double natural;   /* without what hangs beyond the edge */
  double hanging;
  double spaces; /* sum of the word spaces */
  double gaps;   /* em of the glues between letters */
  double boxes;  /* sum of the letters */
} LineMeasure;

/* Is the cluster, which may be -1, a hyphen of the author's? */
bool cluster_is_hyphen(const Paragraph *paragraph, int cluster);

LineMeasure paragraph_line(const Paragraph *paragraph, int start,
                           const BreakPoint *point);

bool point_ends_short(const BreakPoint *point); /* the last, or a hard one */

/* What a line's parts take of the room: what is added to each word space and to
 * the letters' width, as shares of them, and em added between letters. The
 * ratio is 1 where they gave what they may; under -shrink_reach a line is
 * overfull. Zero for a last line that fits. */
typedef struct GlueShare {
  double ratio, space, gap, glyph;
} GlueShare;
GlueShare line_share(const GlueLimits *glue, const LineMeasure *line,
                     const BreakPoint *point, BreakPass pass);

/* The same for a line that is set: letters widen in steps of a hundredth,
 * so that few sizes of a face are drawn, and the gaps and spaces fill the rest.
 */
GlueShare line_set_share(const GlueLimits *glue, const LineMeasure *line,
                         const BreakPoint *point, BreakPass pass);

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
                          const BreakPointList *points, BreakPass pass,
                          double measure_limit);

/* Lines of like length, as few as the measure allows. */
ChosenLines paragraph_balance(const Paragraph *paragraph,
                              const BreakPointList *points, BreakPass pass);

/* Chosen lines -> frames. */
void paragraph_finish(const Paragraph *paragraph, const ChosenLines *chosen,
                      Lines *lines);
/* Where line `index` begins, in points from the left. */
double paragraph_indent(const Paragraph *paragraph, bool is_first);

#endif
