/* Total fit: the breaks whose lines cost least together, by dynamic programming
 * over the points with the lines that could still be open (Knuth & Plass 1981,
 * section "More bells and whistles"). Demerits of a line are (1 + badness +
 * penalty) squared, the form that the defaults were measured with. */
#include <math.h>

#include "page/paragraph/breaking.h"

static const double ragged_stretch = 4, runt_width = 4; /* em */
static const double runt_demerits = 2e5, word_run_demerits = 1e4,
                    fitness_demerits = 3000, overfull_demerits = 1e15,
                    slack_weight = 10;
static const double beyond_limit = 600, beyond_slope = 1000;

enum { FITNESS_COUNT = 4 };

double paragraph_indent(const Paragraph *paragraph, bool is_first) {
  double indent = paragraph->style->indent;
  if (indent >= 0) return is_first ? indent : 0;
  return is_first ? 0 : -indent;
}

/* What the stop that ends a line hangs beyond its edge. */
static double hanging_width(const Paragraph *paragraph, int last) {
  double share = paragraph->style->form.hanging;
  if (share <= 0) return 0;
  const ParagraphCluster *cluster = &paragraph->clusters[last];
  int at = cluster->start;
  uint32_t c = str_next(paragraph->text, &at);
  bool hangs = c == '.' || c == ',' || c == 0x3001 || c == 0x3002;
  return hangs ? fmin(share, 1) * cluster->width : 0;
}

LineMeasure paragraph_line(const Paragraph *paragraph, int start,
                           const BreakPoint *point) {
  LineMeasure line = {.available = paragraph->style->measure -
                                   paragraph_indent(paragraph, start == 0),
                      .natural = point->extra};
  if (point->end <= start) return line;
  const TextStyle *text = &paragraph->style->text;
  int last = point->end - 1;
  line.hanging = hanging_width(paragraph, last);
  line.natural += paragraph->widths[point->end] - paragraph->widths[start] +
                  paragraph->scripts[last] - paragraph->scripts[start] -
                  text->tracking * text->size - line.hanging;
  line.spaces = paragraph->spaces[point->end] - paragraph->spaces[start];
  line.gaps = paragraph->gaps[last] - paragraph->gaps[start];
  line.boxes = line.natural - point->extra - line.spaces;
  return line;
}

bool point_ends_short(const BreakPoint *point) {
  return point->why == LINE_ENDS_TEXT || point->why == LINE_ENDS_HARD;
}

typedef struct FitNode {
  int point;    /* -1: the paragraph's start */
  int previous; /* node of the line before */
  double demerits, ratio;
  int fitness;
} FitNode;

typedef struct Fit {
  const Paragraph *paragraph;
  const BreakPointList *points;
  BreakPass pass;
  double limit; /* of the lines, for balanced ones; else 0 */
  bool is_justified;
  double em;
  List(FitNode) nodes;
  List(int) active;
  bool is_overfull;
} Fit;

static int node_start(const Fit *fit, const FitNode *node) {
  return node->point < 0 ? 0 : fit->points->items[node->point].next;
}

static bool breaks_word(const BreakPoint *point) {
  return point->why == LINE_ENDS_IN_WORD || point->why == LINE_ENDS_AT_HYPHEN;
}

static int fitness_of(double ratio) {
  return ratio < -.5 ? 0 : ratio <= .5 ? 1 : ratio <= 1 ? 2 : 3;
}

/* Cost of a ragged line by the room left at its end; a balanced one counts its
 * square, the last line included. */
static double ragged_demerits(const Fit *fit, const BreakPoint *point,
                              double rest) {
  double slack = rest / fit->em;
  if (fit->limit > 0) return slack_weight * slack * slack + point->penalty;
  double ratio = point_ends_short(point) ? 0 : slack / ragged_stretch;
  double cost = 1 + 100 * ratio * ratio * ratio + point->penalty;
  return cost * cost;
}

/* Of a justified line. One beyond the limits of its glue is worse than any
 * break that is allowed at all. */
static double badness(double ratio, double reach) {
  double size = fabs(ratio);
  double over = size - reach;
  double beyond = over > 0 ? beyond_limit + beyond_slope * over : 0;
  return 100 * size * size * size + beyond;
}

static double justified_demerits(const Fit *fit, const FitNode *node,
                                 const BreakPoint *last,
                                 const BreakPoint *point, double ratio) {
  double cost = 1 +
                badness(ratio, fit->paragraph->style->form.glue.stretch_reach) +
                point->penalty;
  double demerits = cost * cost;
  bool prefers_words =
      fit->paragraph->style->form.break_unit != BREAK_SYLLABLES;
  if (prefers_words && last && breaks_word(last) && breaks_word(point))
    demerits += word_run_demerits;
  if (abs(node->fitness - fitness_of(ratio)) > 1) demerits += fitness_demerits;
  return demerits;
}

/* A line from one cluster to the point that is tried; nodes of the same point
 * but of different fitness share it. */
typedef struct TriedLine {
  int start; /* -1: none yet */
  LineMeasure measure;
  double ratio;
  bool is_overfull;
} TriedLine;

static TriedLine measure_line(const Fit *fit, int start, int at) {
  const BreakPoint *point = &fit->points->items[at];
  TriedLine line = {.start = start,
                    .measure = paragraph_line(fit->paragraph, start, point)};
  const ParagraphStyle *style = fit->paragraph->style;
  if (fit->limit > 0) line.measure.available -= style->measure - fit->limit;
  if (fit->is_justified) {
    const GlueLimits *glue = &style->form.glue;
    line.ratio = line_share(glue, &line.measure, point, fit->pass).ratio;
    line.is_overfull = line.ratio < -glue->shrink_reach - 1e-9;
  } else {
    line.is_overfull = line.measure.available - line.measure.natural < -1e-3;
  }
  return line;
}

/* What the line costs after the node. */
static double line_demerits(const Fit *fit, const FitNode *node, int at,
                            const TriedLine *line) {
  const BreakPoint *point = &fit->points->items[at];
  const BreakPoint *last =
      node->point < 0 ? NULL : &fit->points->items[node->point];
  double rest = line->measure.available - line->measure.natural;
  double demerits =
      fit->is_justified
          ? justified_demerits(fit, node, last, point, line->ratio)
          : ragged_demerits(fit, point, fmax(rest, 0));
  bool is_runt = point->why == LINE_ENDS_TEXT && last && fit->limit <= 0 &&
                 last->why != LINE_ENDS_HARD &&
                 line->measure.natural < runt_width * fit->em;
  return is_runt ? demerits + runt_demerits : demerits;
}

/* No line that still has room beyond the point after this one ends here: most
 * pairs of points are passed over by this. */
static bool is_far_too_short(const Fit *fit, int start, int at) {
  static const double least_share = .6; /* of the measure */
  const Paragraph *paragraph = fit->paragraph;
  if (!fit->is_justified || point_ends_short(&fit->points->items[at]))
    return false;
  int next_end = fit->points->items[at + 1].end;
  return paragraph->widths[next_end] - paragraph->widths[start] <
         least_share * paragraph->style->measure;
}

/* The best ways to end a line at a point, one for each fitness. */
typedef struct BestWays {
  FitNode ways[FITNESS_COUNT];
  bool is_known[FITNESS_COUNT];
} BestWays;

static void consider(BestWays *best, FitNode way) {
  FitNode *known = &best->ways[way.fitness];
  if (best->is_known[way.fitness] && known->demerits <= way.demerits) return;
  *known = way;
  best->is_known[way.fitness] = true;
}

/* Tries every open line against the point; lines grown too long are closed. The
 * shortest of those is the way out when nothing else is. */
static BestWays try_point(Fit *fit, int at) {
  BestWays best = {0};
  int kept = 0, last_resort = -1, i = 0;
  TriedLine line = {.start = -1};
  for (; i < fit->active.count; i++) {
    int index = fit->active.items[i];
    const FitNode *node = &fit->nodes.items[index];
    int start = node_start(fit, node);
    if (is_far_too_short(fit, start, at)) break; /* so are all after it */
    if (line.start != start) line = measure_line(fit, start, at);
    if (line.is_overfull) {
      last_resort = index;
      continue;
    }
    fit->active.items[kept++] = index;
    double demerits = node->demerits + line_demerits(fit, node, at, &line);
    consider(&best, (FitNode){at, index, demerits, line.ratio,
                              fit->is_justified ? fitness_of(line.ratio) : 1});
  }
  for (; i < fit->active.count; i++)
    fit->active.items[kept++] = fit->active.items[i];
  fit->active.count = kept;
  if (kept == 0 && last_resort >= 0) {
    fit->is_overfull = true;
    double demerits = fit->nodes.items[last_resort].demerits;
    consider(&best,
             (FitNode){at, last_resort, demerits + overfull_demerits, -1, 0});
  }
  return best;
}

static void open_lines(Fit *fit, const BestWays *best,
                       const BreakPoint *point) {
  Arena *scratch = fit->paragraph->scratch;
  if (point_ends_short(point)) fit->active.count = 0;
  for (int i = 0; i < FITNESS_COUNT; i++) {
    if (!best->is_known[i]) continue;
    list_add(scratch, &fit->active, fit->nodes.count);
    list_add(scratch, &fit->nodes, best->ways[i]);
  }
}

/* The cheapest node at the end of the text, back to the start. */
static ChosenLines trace(const Fit *fit) {
  int best = fit->active.items[0];
  for (int i = 1; i < fit->active.count; i++) {
    int index = fit->active.items[i];
    if (fit->nodes.items[index].demerits < fit->nodes.items[best].demerits)
      best = index;
  }
  ChosenLines lines = {.is_overfull = fit->is_overfull};
  for (int i = best; i > 0; i = fit->nodes.items[i].previous)
    lines.count++;
  lines.items = arena_array(fit->paragraph->scratch, ChosenLine, lines.count);
  int at = lines.count;
  for (int i = best; i > 0; i = fit->nodes.items[i].previous) {
    const FitNode *node = &fit->nodes.items[i];
    const FitNode *before = &fit->nodes.items[node->previous];
    lines.items[--at] =
        (ChosenLine){node_start(fit, before), fit->points->items[node->point],
                     node->ratio, node->demerits - before->demerits};
    lines.worst = fmax(lines.worst, fabs(node->ratio));
  }
  return lines;
}

ChosenLines paragraph_fit(const Paragraph *paragraph,
                          const BreakPointList *points, BreakPass pass,
                          double measure_limit) {
  Fit fit = {.paragraph = paragraph,
             .points = points,
             .pass = pass,
             .limit = measure_limit,
             .is_justified = paragraph->align == LINES_JUSTIFIED,
             .em = paragraph->style->text.size};
  FitNode start = {.point = -1, .previous = -1, .fitness = 1};
  list_add(paragraph->scratch, &fit.nodes, start);
  list_add(paragraph->scratch, &fit.active, 0);
  for (int i = 0; i < points->count; i++) {
    BestWays best = try_point(&fit, i);
    open_lines(&fit, &best, &points->items[i]);
  }
  return trace(&fit);
}
