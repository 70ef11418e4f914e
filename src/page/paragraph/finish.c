/* Chosen lines -> frames: the room left is shared out among the glues, glyph
 * runs are cut at the lines, links and note marks get their places. */

#include <string.h>

#include "page/paragraph/breaking.h"
#include "page/paragraph/letter_marks.h"

/* Added to a word space; a line that would need more is left short. */
static const double widest_space = 1.5;
static const double em_ascent = .88; /* of the em box, over the baseline */
static const double link_descent = .2;

typedef struct PlacedRuby {
  const ParagraphSpan *span;
  Point origin;
} PlacedRuby;

/* A line while it is drawn. */
typedef struct LineWork {
  const Paragraph *paragraph;
  const ChosenLine *chosen;
  Line *line;
  double space_factor; /* word spaces are multiplied by it */
  double gap;          /* em added between letters */
  double glyph_factor; /* letters' widths are multiplied by it */
  int from, to;        /* bytes shown, a space at the end included */
  int *run; /* the next shaped run to look at, kept from line to line */
  double x;
  int open_link; /* a link whose rectangle is still growing, or -1 */
  double link_x, link_size;
  int link_from, link_to; /* bytes of its text */
  List(PlacedRuby) rubies;
} LineWork;

/* Shares the room out, so that the line ends exactly at the edge. */
static void share_room(LineWork *work, const LineMeasure *measure,
                       BreakPass pass) {
  const GlueLimits *glue = &work->paragraph->style->form.glue;
  GlueShare share = line_set_share(glue, measure, &work->chosen->point, pass);
  work->line->ratio = share.ratio;
  bool lacks_spaces = measure->spaces <= 0 && share.ratio > glue->stretch_reach;
  if (lacks_spaces || share.space > widest_space) {
    work->line->align = LINES_LEFT;
    return;
  }
  work->gap = share.gap;
  work->glyph_factor = 1 + share.glyph;
  work->space_factor = 1 + share.space;
  if (measure->spaces > 0) work->line->space = work->space_factor;
}

static double cluster_em(const Paragraph *paragraph, int at) {
  return paragraph->spans.items[paragraph->clusters[at].span].style.size;
}

/* What is added after cluster `at` of the line. */
static double glue_after(const LineWork *work, int at) {
  const Paragraph *paragraph = work->paragraph;
  const ParagraphCluster *cluster = &paragraph->clusters[at];
  int end = work->chosen->point.end;
  double added = 0;
  if (cluster->is_word_space && at < end)
    added += cluster->width * (work->space_factor - 1);
  if (at + 1 >= end) return added;
  added += cluster[1].gap * work->gap;
  if (cluster[1].before.hangul_latin)
    added +=
        cluster_em(paragraph, at + 1) * paragraph->style->form.hangul_latin;
  return added;
}

/* Spaces and marks of line breaks that have no width are not drawn. */
static bool is_dropped(const ParagraphCluster *cluster) {
  return cluster->width <= 0 && (cluster->line_class == LINE_SPACE ||
                                 cluster->line_class == LINE_BREAK ||
                                 cluster->line_class == LINE_ZERO_BREAK);
}

/* The first glyph of a run at or after a byte of it. Right-to-left runs, whose
 * clusters fall, are looked through whole. */
static int first_glyph(const GlyphRun *run, int byte) {
  int low = 0, high = run->glyph_count;
  if (high && run->glyphs[0].cluster > run->glyphs[high - 1].cluster) return 0;
  while (low < high) {
    int middle = (low + high) / 2;
    if (run->glyphs[middle].cluster < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* How many glyphs at most show the bytes of a run from `from` to `to`. */
static int count_glyphs(const GlyphRun *run, int from, int to) {
  bool runs_backward =
      run->glyph_count &&
      run->glyphs[0].cluster > run->glyphs[run->glyph_count - 1].cluster;
  if (runs_backward) return run->glyph_count;
  return first_glyph(run, to) - first_glyph(run, from);
}

/* The part of a shaped run that stands on the line, glue in its advances. */
static GlyphRun *cut_run(const LineWork *work, const GlyphRun *run) {
  const Paragraph *paragraph = work->paragraph;
  Arena *report = paragraph->context->report;
  int offset = (int)(run->text.text - paragraph->text.text);
  int from = offset > work->from ? offset : work->from;
  int end = offset + run->text.len;
  int to = end < work->to ? end : work->to;
  GlyphRun *cut = arena_new(report, GlyphRun);
  *cut = *run;
  cut->text = str_slice(paragraph->text, from, to);
  cut->stretch *= work->glyph_factor;
  cut->glyphs =
      arena_array(report, Glyph, count_glyphs(run, from - offset, to - offset));
  cut->glyph_count = 0;
  return cut;
}

static bool is_past(const GlyphRun *run, int glyph, int byte) {
  return run->glyphs[glyph].cluster >= byte &&
         run->glyphs[0].cluster <= run->glyphs[run->glyph_count - 1].cluster;
}

/* Fills the cut run; returns the width of its ink, a last space left out. */
static double fill_run(const LineWork *work, const GlyphRun *run,
                       GlyphRun *cut) {
  const Paragraph *paragraph = work->paragraph;
  int offset = (int)(run->text.text - paragraph->text.text);
  int start = (int)(cut->text.text - paragraph->text.text);
  double ink = 0;
  for (int i = first_glyph(run, start - offset); i < run->glyph_count; i++) {
    int byte = offset + run->glyphs[i].cluster;
    int at = paragraph->cluster_of[byte];
    if (is_past(run, i, start + cut->text.len - offset)) break;
    if (byte < start || byte >= start + cut->text.len ||
        is_dropped(&paragraph->clusters[at]))
      continue;
    bool ends =
        i + 1 == run->glyph_count ||
        paragraph->cluster_of[offset + run->glyphs[i + 1].cluster] != at;
    Glyph glyph = run->glyphs[i];
    glyph.cluster = byte - start;
    if (!paragraph->clusters[at].is_word_space) {
      glyph.advance *= (float)work->glyph_factor;
      glyph.x_offset *= (float)work->glyph_factor;
    }
    if (ends) glyph.advance += (float)glue_after(work, at);
    cut->glyphs[cut->glyph_count++] = glyph;
    if (at < work->chosen->point.end) ink += (double)glyph.advance;
  }
  return ink;
}

static double run_width(const GlyphRun *run) {
  double width = 0;
  for (int i = 0; i < run->glyph_count; i++)
    width += (double)run->glyphs[i].advance;
  return width;
}

/* Ends the rectangle of the open link at `x`. */
static void close_link(LineWork *work, double x) {
  if (work->open_link < 0) return;
  const Paragraph *paragraph = work->paragraph;
  const ParagraphLink *link = &paragraph->links.items[work->open_link];
  double size = work->link_size;
  Rect rect = {work->link_x, work->line->baseline - size * em_ascent,
               x - work->link_x, size * (em_ascent + link_descent)};
  FrameItem *item = frame_add_link(work->line->frame, rect, link->destination,
                                   link->address, link->element);
  item->link.contents =
      str_slice(paragraph->text, work->link_from, work->link_to);
  work->open_link = -1;
}

/* Opens, widens or closes the link that a run stands in. */
static void follow_link(LineWork *work, const ParagraphSpan *span,
                        const GlyphRun *cut) {
  int from = (int)(cut->text.text - work->paragraph->text.text);
  if (work->open_link != span->link) close_link(work, work->x);
  if (span->link < 0) return;
  if (work->open_link < 0) {
    work->open_link = span->link;
    work->link_x = work->x;
    work->link_size = work->paragraph->style->text.size;
    work->link_from = from;
  }
  work->link_to = from + cut->text.len;
}

/* A note's mark belongs to the line on which it begins. */
static void note_mark(LineWork *work, const ParagraphSpan *span,
                      const GlyphRun *cut) {
  if (span->footnote < 0 || cut->text.text != span->text.text) return;
  Arena *report = work->paragraph->context->report;
  Line *line = work->line;
  int *grown = arena_array(report, int, line->footnote_count + 1);
  if (line->footnote_count)
    memcpy(grown, line->footnotes,
           (size_t)line->footnote_count * sizeof *grown);
  grown[line->footnote_count++] = span->footnote;
  line->footnotes = grown;
  frame_add_anchor(line->frame,
                   str_format(report, "fnref-%d", span->footnote + 1),
                   (Point){work->x, 0});
}

/* One of the author's hyphens at which a line ends is followed by a soft one in
 * the text, so that readers who drop a hyphen there keep the author's. */
static void keep_hyphen(const LineWork *work, GlyphRun *cut, int start) {
  const Paragraph *paragraph = work->paragraph;
  const BreakPoint *point = &work->chosen->point;
  if (point->next >= paragraph->cluster_count ||
      !cluster_is_hyphen(paragraph, point->end - 1))
    return;
  int end = paragraph->clusters[point->end].start - start;
  if (end <= 0 || end > cut->text.len) return;
  cut->text = str_format(paragraph->context->report, "%.*s\u00AD%.*s",
                         STR(str_slice(cut->text, 0, end)),
                         STR(str_slice(cut->text, end, cut->text.len)));
  for (int i = 0; i < cut->glyph_count; i++)
    if (cut->glyphs[i].cluster >= end) cut->glyphs[i].cluster += 2;
}

static void draw_run(LineWork *work, const GlyphRun *run) {
  const ParagraphSpan *span = &work->paragraph->spans.items[run->span];
  GlyphRun *cut = cut_run(work, run);
  double ink = fill_run(work, run, cut);
  if (cut->glyph_count == 0) return;
  follow_link(work, span, cut);
  note_mark(work, span, cut);
  Point origin = {work->x, work->line->baseline - span->raise};
  FrameItem *item =
      frame_add_glyphs(work->line->frame, cut, origin, span->color);
  if (span->leaf) item->tag = tag_content(span->leaf);
  letter_marks_draw(work->line->frame, span, cut, origin, ink);
  if (span->ruby.len && cut->text.text == span->text.text)
    list_add(work->paragraph->scratch, &work->rubies,
             ((PlacedRuby){span, origin}));
  keep_hyphen(work, cut, (int)(cut->text.text - work->paragraph->text.text));
  work->x += run_width(cut);
  work->line->width += ink;
}

/* The hyphen of a word broken by the program: a soft hyphen to those who read
 * the text (ISO 32000-1, 14.8.2.2.3). */
static void draw_hyphen(LineWork *work) {
  const Paragraph *paragraph = work->paragraph;
  Arena *report = paragraph->context->report;
  int last = work->chosen->point.next - 1;
  const ParagraphSpan *span =
      &paragraph->spans.items[paragraph->clusters[last].span];
  ShapedText *hyphen =
      text_shape_label(paragraph->context->fonts, report, S("-"), &span->style,
                       span->place, paragraph->context->diags);
  for (int i = 0; i < hyphen->run_count; i++) {
    hyphen->runs[i].text = S("\u00AD");
    Point origin = {work->x, work->line->baseline - span->raise};
    FrameItem *item = frame_add_glyphs(work->line->frame, &hyphen->runs[i],
                                       origin, span->color);
    if (span->leaf) item->tag = tag_content(span->leaf);
  }
  work->line->width += hyphen->width;
  work->x += hyphen->width;
}

static void draw_runs(LineWork *work) {
  const Paragraph *paragraph = work->paragraph;
  const ShapedText *shaped = paragraph->shaped;
  for (; *work->run < shaped->run_count; (*work->run)++) {
    const GlyphRun *run = &shaped->runs[*work->run];
    int offset = (int)(run->text.text - paragraph->text.text);
    if (offset >= work->to) break;
    if (offset + run->text.len > work->from) draw_run(work, run);
    if (offset + run->text.len > work->to) break;
  }
  if (work->chosen->point.extra > 0) draw_hyphen(work);
  close_link(work, work->x);
  for (int i = 0; i < work->rubies.count; i++)
    letter_marks_ruby(paragraph, work->line->frame, work->rubies.items[i].span,
                      work->rubies.items[i].origin);
}

static double align_offset(const Paragraph *paragraph,
                           const LineMeasure *measure) {
  double rest = measure->available - measure->natural;
  if (paragraph->align == LINES_RIGHT) return rest;
  return paragraph->align == LINES_CENTER ? rest / 2 : 0;
}

/* The byte after the line's last cluster and the space behind that. */
static int shown_end(const Paragraph *paragraph, const BreakPoint *point) {
  int end = point->end;
  if (end < point->next && paragraph->clusters[end].line_class == LINE_SPACE)
    end++;
  return paragraph->clusters[end].start;
}

/* As far as the span goes that the line begins in. */
static Place line_place(const Paragraph *paragraph, int start, int end) {
  const ParagraphCluster *cluster = &paragraph->clusters[start];
  const ParagraphSpan *span = &paragraph->spans.items[cluster->span];
  if (span->place.length != span->text.len) return span->place;
  int from = cluster->start - (int)(span->text.text - paragraph->text.text);
  int bytes = paragraph->clusters[end].start - cluster->start;
  int rest = span->text.len - from;
  return place_within(span->place, from, bytes < rest ? bytes : rest);
}

static void finish_line(const Paragraph *paragraph, const ChosenLine *chosen,
                        BreakPass pass, int *run, Line *line) {
  const ParagraphStyle *style = paragraph->style;
  const BreakPoint *point = &chosen->point;
  LineMeasure measure = paragraph_line(paragraph, chosen->start, point);
  double size = style->text.size;
  *line = (Line){
      .frame =
          frame_new(paragraph->context->report, style->measure, style->leading),
      .place = line_place(paragraph, chosen->start, point->end),
      .baseline = (style->leading - size) / 2 + size * em_ascent,
      .natural_width = measure.natural,
      .space = 1,
      .demerits = chosen->demerits,
      .align = paragraph->align,
      .end = point->why,
      .breaks_word = point->why == LINE_ENDS_IN_WORD ||
                     point->why == LINE_ENDS_AT_HYPHEN ||
                     point->why == LINE_ENDS_ANYWHERE,
  };
  LineWork work = {.paragraph = paragraph,
                   .chosen = chosen,
                   .line = line,
                   .space_factor = 1,
                   .glyph_factor = 1,
                   .from = paragraph->clusters[chosen->start].start,
                   .to = shown_end(paragraph, point),
                   .run = run,
                   .open_link = -1};
  if (paragraph->align == LINES_JUSTIFIED) share_room(&work, &measure, pass);
  work.x = paragraph_indent(paragraph, chosen->start == 0) +
           align_offset(paragraph, &measure);
  draw_runs(&work);
  line->width -= measure.hanging;
}

void paragraph_finish(const Paragraph *paragraph, const ChosenLines *chosen,
                      Lines *lines) {
  lines->items = arena_array(paragraph->context->report, Line, chosen->count);
  lines->count = chosen->count;
  int run = 0;
  for (int i = 0; i < chosen->count; i++)
    finish_line(paragraph, &chosen->items[i], lines->pass, &run,
                &lines->items[i]);
}
