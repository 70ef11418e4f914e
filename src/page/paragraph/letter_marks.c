/* What is drawn over, under and through the letters of a line: strokes, the
 * dots of emphasis (드러냄표), ruby. */
#include "page/paragraph/letter_marks.h"

#include <math.h>

static const double em_ascent = .88;
static const double stroke_weight = .05, strike_height = .3,
                    underline_depth = .2;
static const double dot_radius = .075, dot_height = 1.0; /* em */
static const double ruby_size = .5, ruby_gap = .02;

static void draw_stroke(Frame *frame, const ParagraphSpan *span, Point from,
                        double width, double height) {
  double y = from.y - span->style.size * height;
  frame_add_line(frame, (Point){from.x, y}, (Point){from.x + width, y},
                 span->style.size * stroke_weight, span->color)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
}

static void draw_dot(Frame *frame, const ParagraphSpan *span, double x,
                     double baseline) {
  enum { FULL_TURN_HALVES = 2 };
  double em = span->style.size;
  Path *path = path_new(frame->arena);
  path_arc(path, (Point){x, baseline - em * dot_height}, em * dot_radius, 0,
           FULL_TURN_HALVES * M_PI);
  path_close(path);
  frame_add_path(frame, path, paint_color(span->color), NULL)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
}

/* One dot over the middle of each letter, whatever stands between it and the
 * next; none over spaces and punctuation. */
static void draw_dots(Frame *frame, const ParagraphSpan *span,
                      const GlyphRun *run, Point origin) {
  double x = origin.x, em = run->size * run->stretch;
  for (int i = 0; i < run->glyph_count; i++) {
    const Glyph *glyph = &run->glyphs[i];
    int at = glyph->cluster;
    bool begins = i == 0 || run->glyphs[i - 1].cluster != at;
    uint32_t c = at < run->text.len ? str_next(run->text, &at) : 0;
    double middle = (double)glyph->x_offset +
                    face_glyph_advance(run->face, glyph->id) * em / 2;
    if (begins && line_class(c) <= LINE_DIGIT)
      draw_dot(frame, span, x + middle, origin.y);
    x += (double)glyph->advance;
  }
}

static TextStyle ruby_style(const ParagraphSpan *span) {
  TextStyle style = span->style;
  style.size *= ruby_size;
  style.tracking = 0;
  return style;
}

/* The clusters of the span that the run begins, as wide as they are set. */
static double base_width(const Paragraph *paragraph,
                         const ParagraphSpan *span) {
  int start = (int)(span->text.text - paragraph->text.text);
  int first = paragraph->cluster_of[start];
  int end = paragraph->cluster_of[start + span->text.len];
  return paragraph->widths[end] - paragraph->widths[first];
}

void letter_marks_ruby(const Paragraph *paragraph, Frame *frame,
                       const ParagraphSpan *span, Point origin) {
  const ParagraphContext *context = paragraph->context;
  TextStyle style = ruby_style(span);
  ShapedText *ruby =
      text_shape_label(context->fonts, context->report, span->ruby, &style,
                       span->place, context->diags);
  double rest = base_width(paragraph, span) - ruby->width;
  Point place = {origin.x + rest / 2,
                 origin.y - span->style.size * (em_ascent + ruby_gap)};
  Tag tag = span->ruby_leaf ? tag_content(span->ruby_leaf) : (Tag){0};
  frame_add_text(frame, ruby, place, span->color, tag);
}

void letter_marks_draw(Frame *frame, const ParagraphSpan *span,
                       const GlyphRun *run, Point origin, double ink) {
  if (ink <= 0) return;
  if (span->is_struck) draw_stroke(frame, span, origin, ink, strike_height);
  if (span->is_underlined)
    draw_stroke(frame, span, origin, ink, -underline_depth);
  if (span->is_dotted) draw_dots(frame, span, run, origin);
}

/* Glyphs of one span that have a width, and what they take together. */
typedef struct Base {
  int count;
  double width;
} Base;

static Base measure_base(const ShapedText *shaped, int span) {
  Base base = {0};
  for (int i = 0; i < shaped->run_count; i++) {
    const GlyphRun *run = &shaped->runs[i];
    for (int j = 0; run->span == span && j < run->glyph_count; j++) {
      base.count += run->glyphs[j].advance > 0;
      base.width += (double)run->glyphs[j].advance;
    }
  }
  return base;
}

static void spread_base(const ShapedText *shaped, int span, double each) {
  for (int i = 0; i < shaped->run_count; i++) {
    const GlyphRun *run = &shaped->runs[i];
    for (int j = 0; run->span == span && j < run->glyph_count; j++) {
      Glyph *glyph = &run->glyphs[j];
      if (glyph->advance <= 0) continue;
      glyph->advance += (float)each;
      glyph->x_offset += (float)(each / 2);
    }
  }
}

void letter_marks_make_room(const Paragraph *paragraph) {
  for (int i = 0; i < paragraph->spans.count; i++) {
    const ParagraphSpan *span = &paragraph->spans.items[i];
    if (!span->ruby.len) continue;
    TextStyle style = ruby_style(span);
    Base base = measure_base(paragraph->shaped, i);
    double wider =
        text_width(paragraph->context->fonts, span->ruby, &style) - base.width;
    if (wider > 0 && base.count)
      spread_base(paragraph->shaped, i, wider / base.count);
  }
}
