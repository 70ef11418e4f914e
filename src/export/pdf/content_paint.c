/* Colours, gradients and how much they cover, as the states that paint next. */
#include "export/pdf/content.h"

#include <math.h>

/* Colours are counted in thousandths; patterns stand above them. */
enum { SHADES = 1001, FIRST_PATTERN = SHADES * SHADES * SHADES + 1 };

static int thousandths(double part) {
  return (int)lround(1000 * fmax(0, fmin(1, part)));
}

/* Both circles are the same. */
static bool is_no_radial(const Gradient *gradient) {
  return gradient->from.x == gradient->to.x &&
         gradient->from.y == gradient->to.y &&
         fabs(gradient->from_radius) == fabs(gradient->to_radius);
}

bool paint_is_seen(const Paint *paint) {
  switch (paint->kind) {
  case PAINT_NONE:
    return false;
  case PAINT_COLOR:
    return thousandths(paint->color.alpha) > 0;
  case PAINT_LINEAR:
    return paint->gradient->stop_count > 0;
  case PAINT_RADIAL:
    return paint->gradient->stop_count > 0 && !is_no_radial(paint->gradient);
  }
  return false;
}

static Color mean(Color a, Color b) {
  return (Color){(a.red + b.red) / 2, (a.green + b.green) / 2,
                 (a.blue + b.blue) / 2, (a.alpha + b.alpha) / 2};
}

/* A line without length has its first colour on one side and its last on the
 * other, everywhere: cairo takes what is between them. */
static bool is_flat(const Paint *paint, Color *color) {
  const Gradient *gradient = paint->gradient;
  if (paint->kind == PAINT_COLOR) {
    *color = paint->color;
    return true;
  }
  const GradientStop *stops = gradient->stops;
  *color = mean(stops[0].color, stops[gradient->stop_count - 1].color);
  return gradient->stop_count == 1 ||
         (paint->kind == PAINT_LINEAR && gradient->from.x == gradient->to.x &&
          gradient->from.y == gradient->to.y);
}

static void use_state(PdfContent *content, int number) {
  content_end_showing(content);
  content_room(content, 0);
  content_put_name(content, RESOURCE_STATE, number);
  strbuf_add(&content->text, S(" gs\n"));
}

static int opacity_state(PdfDocument *document, int alpha) {
  int *number = &document->opacities[alpha];
  if (*number) return *number;
  *number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, *number);
  strbuf_add(body, S("<</Type/ExtGState/CA "));
  pdf_put_number(body, alpha / 1000.0);
  strbuf_add(body, S("/ca "));
  pdf_put_number(body, alpha / 1000.0);
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
  return *number;
}

void content_set_alpha(PdfContent *content, double opacity) {
  int alpha = thousandths(opacity);
  if (content->state.alpha == alpha) return;
  content->state.alpha = alpha;
  use_state(content, opacity_state(content->document, alpha));
}

static void set_color(PdfContent *content, Color color, bool is_stroke) {
  int parts[] = {thousandths(color.red), thousandths(color.green),
                 thousandths(color.blue)};
  int number = (parts[0] * SHADES + parts[1]) * SHADES + parts[2];
  int *held = is_stroke ? &content->state.stroke : &content->state.fill;
  content_set_alpha(content, color.alpha);
  if (*held == number) return;
  *held = number;
  content_end_showing(content);
  char *at = content_room(content, 4 * PDF_NUMBER_BYTES);
  for (int i = 0; i < 3; i++) {
    at = pdf_write_scaled(at, parts[i], 3);
    *at++ = ' ';
  }
  content_wrote(content, at);
  strbuf_add(&content->text, is_stroke ? S("RG\n") : S("rg\n"));
}

static void set_pattern(PdfContent *content, int pattern, bool is_stroke) {
  int *held = is_stroke ? &content->state.stroke : &content->state.fill;
  *held = FIRST_PATTERN + pattern;
  content_end_showing(content);
  content_room(content, 0);
  strbuf_add(&content->text, is_stroke ? S("/Pattern CS") : S("/Pattern cs"));
  content_put_name(content, RESOURCE_PATTERN, pattern);
  strbuf_add(&content->text, is_stroke ? S(" SCN\n") : S(" scn\n"));
}

bool content_set_paint(PdfContent *content, const Paint *paint, Matrix matrix,
                       bool is_stroke) {
  Color color;
  if (is_flat(paint, &color)) {
    set_color(content, color, is_stroke);
    return false;
  }
  int fading = pdf_add_fading(content->document, paint, matrix, content->page);
  if (fading) content_save(content);
  content_set_alpha(content,
                    fading ? 1 : paint->gradient->stops[0].color.alpha);
  if (fading) use_state(content, fading);
  set_pattern(content, pdf_add_gradient(content->document, paint, matrix),
              is_stroke);
  return fading != 0;
}
