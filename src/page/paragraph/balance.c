/* Lines of like length: as few as the measure allows, in the narrowest measure
 * that keeps their number, so that none is much longer than another. */
#include "page/paragraph/breaking.h"

enum { HALVINGS = 16 };

/* Lines of a first fit in a narrower measure; stops counting over `most`. */
static int count_lines(const Paragraph *paragraph, const BreakPointList *points,
                       double narrower, int most) {
  int lines = 0, start = 0;
  for (int i = 0; i < points->count && lines <= most;) {
    int fits = i;
    for (int j = i; j < points->count; j++) {
      LineMeasure line = paragraph_line(paragraph, start, &points->items[j]);
      if (line.natural > line.available - narrower && j > i) break;
      fits = j;
      if (points->items[j].why == LINE_ENDS_HARD) break;
    }
    lines++;
    start = points->items[fits].next;
    i = fits + 1;
  }
  return lines;
}

/* Too narrow for some word, or for the number of lines. */
static bool is_too_narrow(const Paragraph *paragraph,
                          const BreakPointList *points, double narrower,
                          int lines) {
  int start = 0;
  for (int i = 0; i < points->count; i++) {
    LineMeasure line = paragraph_line(paragraph, start, &points->items[i]);
    if (line.natural > line.available - narrower) return true;
    start = points->items[i].next;
  }
  return count_lines(paragraph, points, narrower, lines) > lines;
}

ChosenLines paragraph_balance(const Paragraph *paragraph,
                              const BreakPointList *points, BreakPass pass) {
  double measure = paragraph->style->measure;
  int lines = count_lines(paragraph, points, 0, points->count);
  double low = 0, high = measure;
  for (int i = 0; i < HALVINGS && lines > 1; i++) {
    double middle = (low + high) / 2;
    if (is_too_narrow(paragraph, points, middle, lines))
      high = middle;
    else
      low = middle;
  }
  return paragraph_fit(paragraph, points, pass, measure - low);
}
