/* Spans -> clusters: shaped, measured, with the glue and the breaks between
 * them. Sums along the paragraph make every line's measure a subtraction. */
#include "page/paragraph/letter_marks.h"

enum { NO_BREAK_SPACE = 0xA0 };

static void shape(Paragraph *paragraph) {
  int count = paragraph->spans.count;
  TextSpan *spans = arena_array(paragraph->scratch, TextSpan, count);
  for (int i = 0; i < count; i++) {
    const ParagraphSpan *span = &paragraph->spans.items[i];
    spans[i] = (TextSpan){span->text, &span->style, span->place};
  }
  paragraph->shaped = text_shape(paragraph->context->fonts, paragraph->scratch,
                                 spans, count, paragraph->context->diags);
}

/* Whether a line may space the letter from those beside it: not where a script
 * joins them. */
static bool stands_apart(uint32_t c, LineClass class_of) {
  enum { FIRST_JOINED = 0x590, LAST_JOINED = 0x10FF }; /* Arabic, Devanagari */
  return class_of <= LINE_UNIT && (c < FIRST_JOINED || c > LAST_JOINED);
}

static void cut_clusters(Paragraph *paragraph) {
  Str text = paragraph->text;
  Arena *scratch = paragraph->scratch;
  paragraph->clusters =
      arena_array(scratch, ParagraphCluster, str_length(text) + 1);
  paragraph->cluster_of = arena_array(scratch, int, text.len + 1);
  int count = 0, span = 0;
  for (int at = 0; at < text.len;) {
    int start = at;
    uint32_t c = str_next(text, &at);
    LineClass class_of = line_class(c);
    const ParagraphSpan *spans = paragraph->spans.items;
    while (text.text + start >= spans[span].text.text + spans[span].text.len)
      span++;
    if (count == 0 || class_of != LINE_MARK)
      paragraph->clusters[count++] = (ParagraphCluster){
          .start = start,
          .span = span,
          .line_class = class_of,
          .is_word_space = class_of == LINE_SPACE || c == NO_BREAK_SPACE,
          .stands_apart = stands_apart(c, class_of)};
    for (int i = start; i < at; i++)
      paragraph->cluster_of[i] = count - 1;
  }
  paragraph->cluster_of[text.len] = count;
  paragraph->clusters[count].start = text.len;
  paragraph->cluster_count = count;
}

static void measure_clusters(Paragraph *paragraph) {
  for (int i = 0; i < paragraph->shaped->run_count; i++) {
    const GlyphRun *run = &paragraph->shaped->runs[i];
    int offset = (int)(run->text.text - paragraph->text.text);
    for (int j = 0; j < run->glyph_count; j++) {
      int at = paragraph->cluster_of[offset + run->glyphs[j].cluster];
      paragraph->clusters[at].width += (double)run->glyphs[j].advance;
    }
  }
}

/* Word spaces take the width that the form asks for. */
static void widen_spaces(Paragraph *paragraph) {
  double factor = paragraph->style->form.space_width;
  if (factor <= 0 || factor == 1) return;
  for (int i = 0; i < paragraph->shaped->run_count; i++) {
    const GlyphRun *run = &paragraph->shaped->runs[i];
    int offset = (int)(run->text.text - paragraph->text.text);
    for (int j = 0; j < run->glyph_count; j++) {
      int at = paragraph->cluster_of[offset + run->glyphs[j].cluster];
      if (paragraph->clusters[at].is_word_space)
        run->glyphs[j].advance *= (float)factor;
    }
  }
}

/* Of several spaces the first has width; those at the start, and the marks of
 * line breaks, have none. */
static void drop_spaces(Paragraph *paragraph) {
  bool after_space = true;
  for (int i = 0; i < paragraph->cluster_count; i++) {
    ParagraphCluster *cluster = &paragraph->clusters[i];
    bool is_break = cluster->line_class == LINE_BREAK ||
                    cluster->line_class == LINE_ZERO_BREAK;
    bool is_space = cluster->line_class == LINE_SPACE;
    if (is_break || (is_space && after_space)) cluster->width = 0;
    after_space = is_space || cluster->line_class == LINE_BREAK;
  }
}

/* The glue between a cluster and the one before it, in em of the text. Letters
 * and marks half as wide as a syllable take half as much, so that the whole
 * line is spaced alike; two dashes are one. */
static double letter_gap(const Paragraph *paragraph, int at) {
  static const double share_of_half_widths = .5;
  const ParagraphCluster *next = &paragraph->clusters[at];
  const ParagraphSpan *span = &paragraph->spans.items[next->span];
  if (at == 0 || span->is_code || span->is_attached) return 0;
  if (next->before.between_syllables) return span->style.size;
  bool are_dashes = next->line_class >= LINE_MIDDLE &&
                    next->line_class == next[-1].line_class;
  bool gives = !are_dashes && next->stands_apart && next->width > 0 &&
               next[-1].stands_apart && next[-1].width > 0;
  return gives ? share_of_half_widths * span->style.size : 0;
}

static void find_breaks(Paragraph *paragraph) {
  int count = paragraph->cluster_count;
  int *starts = arena_array(paragraph->scratch, int, count);
  LineBreak *breaks = arena_array(paragraph->scratch, LineBreak, count);
  for (int i = 0; i < count; i++)
    starts[i] = paragraph->clusters[i].start;
  line_breaks(paragraph->text, starts, count, breaks);
  for (int i = 0; i < count; i++) {
    ParagraphCluster *cluster = &paragraph->clusters[i];
    const ParagraphSpan *span = &paragraph->spans.items[cluster->span];
    cluster->before = breaks[i];
    bool in_ruby = span->ruby.len && i && cluster[-1].span == cluster->span;
    if ((span->is_attached || in_ruby) && breaks[i].chance != LINE_MUST)
      cluster->before = (LineBreak){.chance = LINE_NEVER};
    cluster->gap = letter_gap(paragraph, i);
  }
}

static void sum_up(Paragraph *paragraph) {
  int count = paragraph->cluster_count;
  Arena *scratch = paragraph->scratch;
  paragraph->widths = arena_array(scratch, double, count + 1);
  paragraph->spaces = arena_array(scratch, double, count + 1);
  paragraph->gaps = arena_array(scratch, double, count + 1);
  paragraph->scripts = arena_array(scratch, double, count + 1);
  double gaps = 0, scripts = 0;
  for (int i = 0; i < count; i++) {
    const ParagraphCluster *cluster = &paragraph->clusters[i];
    double em = paragraph->spans.items[cluster->span].style.size;
    double space = cluster->is_word_space ? cluster->width : 0;
    paragraph->widths[i + 1] = paragraph->widths[i] + cluster->width;
    paragraph->spaces[i + 1] = paragraph->spaces[i] + space;
    gaps += cluster->gap;
    if (cluster->before.hangul_latin)
      scripts += em * paragraph->style->form.hangul_latin;
    paragraph->gaps[i] = gaps;
    paragraph->scripts[i] = scripts;
  }
}

void paragraph_prepare(Paragraph *paragraph) {
  shape(paragraph);
  cut_clusters(paragraph);
  widen_spaces(paragraph);
  letter_marks_make_room(paragraph);
  measure_clusters(paragraph);
  drop_spaces(paragraph);
  find_breaks(paragraph);
  sum_up(paragraph);
  paragraph->hyphen_width =
      text_width(paragraph->context->fonts, S("-"), &paragraph->style->text);
}
