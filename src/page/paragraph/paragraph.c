/* The order of the stages. */
#include "page/paragraph/breaking.h"

#include <math.h>

static const double default_tolerance = 1;
static const double visible_excess = .5;

static LineAlign settled_align(const ParagraphStyle *style) {
  bool is_narrow = style->measure < style->form.narrow * style->text.size;
  return style->align == LINES_JUSTIFIED && is_narrow ? LINES_LEFT
                                                      : style->align;
}

static ChosenLines choose_lines(const Paragraph *paragraph, BreakPass pass) {
  BreakPointList points = paragraph_points(paragraph, pass);
  if (paragraph->align == LINES_BALANCED)
    return paragraph_balance(paragraph, &points, pass);
  return paragraph_fit(paragraph, &points, pass, 0);
}

static BreakPass first_pass(const Paragraph *paragraph) {
  bool by_syllable = paragraph->style->form.break_unit == BREAK_SYLLABLES;
  return paragraph->parts_words && by_syllable ? PASS_SYLLABLES : PASS_SPACES;
}

/* The worst |ratio| that each pass may leave; over it the next one is tried. */
static double pass_limit(const Paragraph *paragraph, BreakPass pass) {
  static const double hole = 1.9; /* spaces of nearly 200 % */
  double tolerance = paragraph->style->form.tolerance;
  if (!paragraph->parts_words || pass >= PASS_SYLLABLES) return INFINITY;
  if (pass == PASS_WORDS) return hole;
  return tolerance > 0 ? tolerance : default_tolerance;
}

static ChosenLines break_lines(const Paragraph *paragraph, BreakPass *pass) {
  *pass = first_pass(paragraph);
  ChosenLines lines = choose_lines(paragraph, *pass);
  while (*pass < PASS_ANYWHERE &&
         (lines.is_overfull || lines.worst > pass_limit(paragraph, *pass))) {
    *pass = paragraph->parts_words ? *pass + 1 : PASS_ANYWHERE;
    lines = choose_lines(paragraph, *pass);
  }
  return lines;
}

static void warn_overfull(const Paragraph *paragraph, const Lines *lines,
                          const ChosenLines *chosen) {
  for (int i = 0; i < lines->count; i++) {
    double room = paragraph->style->measure -
                  paragraph_indent(paragraph, chosen->items[i].start == 0);
    double over = lines->items[i].width - room;
    int cluster = chosen->items[i].start;
    if (over <= visible_excess || cluster >= paragraph->cluster_count) continue;
    int span = paragraph->clusters[cluster].span;
    diag(paragraph->context->diags, DIAG_PARAGRAPH_OVERFULL,
         paragraph->spans.items[span].place,
         "a line is %.1f pt wider than its column", over);
  }
}

Lines *paragraph_set(const ParagraphContext *context, const InlineList *inlines,
                     const ParagraphStyle *style, Element *parent) {
  Arena scratch = {0};
  Paragraph paragraph = {.context = context,
                         .style = style,
                         .scratch = &scratch,
                         .parent = parent,
                         .align = settled_align(style)};
  paragraph.parts_words = paragraph.align == LINES_JUSTIFIED &&
                          style->form.break_unit != BREAK_WORDS;
  Lines *lines = arena_new(context->report, Lines);
  paragraph_collect(&paragraph, inlines);
  if (paragraph.text.len) {
    paragraph_prepare(&paragraph);
    ChosenLines chosen = break_lines(&paragraph, &lines->pass);
    paragraph_finish(&paragraph, &chosen, lines);
    if (chosen.is_overfull) warn_overfull(&paragraph, lines, &chosen);
  }
  arena_clear(&scratch);
  return lines;
}

ParagraphWidths paragraph_widths(const ParagraphContext *context,
                                 const InlineList *inlines,
                                 const ParagraphStyle *style) {
  Arena scratch = {0};
  Paragraph paragraph = {
      .context = context, .style = style, .scratch = &scratch};
  ParagraphWidths widths = {0};
  paragraph_collect(&paragraph, inlines);
  if (paragraph.text.len) paragraph_prepare(&paragraph);
  BreakPointList points = {0};
  if (paragraph.text.len) points = paragraph_points(&paragraph, 1);
  int line_start = 0, part_start = 0;
  for (int i = 0; i < points.count; i++) {
    const BreakPoint *point = &points.items[i];
    LineMeasure part = paragraph_line(&paragraph, part_start, point);
    widths.minimum = fmax(widths.minimum, part.natural);
    part_start = point->next;
    if (point->why != LINE_ENDS_HARD && point->why != LINE_ENDS_TEXT) continue;
    LineMeasure line = paragraph_line(&paragraph, line_start, point);
    widths.natural = fmax(widths.natural, line.natural);
    line_start = point->next;
  }
  arena_clear(&scratch);
  return widths;
}

InlineList inlines_of(Arena *arena, Str text, Place place) {
  InlineList inlines = {0};
  Inline words = {.kind = INLINE_TEXT, .text = text, .place = place};
  list_add(arena, &inlines, words);
  return inlines;
}
