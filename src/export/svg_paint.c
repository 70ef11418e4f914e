/* Colours, gradients, strokes and pictures in SVG's words. */
#include <math.h>

#include "export/picture.h"
#include "export/svg.h"
#include "frame/coordinate.h"

/* Characters of XML 1.0, 2.2; the others cannot even be escaped. */
static bool is_allowed(uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' ||
         (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

void svg_add_escaped(StrBuf *text, Str words) {
  int at = 0;
  for (uint32_t c; at < words.len;) {
    c = str_next(words, &at);
    if (!is_allowed(c)) continue;
    if (c == '<')
      strbuf_add(text, S("&lt;"));
    else if (c == '>')
      strbuf_add(text, S("&gt;"));
    else if (c == '&')
      strbuf_add(text, S("&amp;"));
    else if (c == '"')
      strbuf_add(text, S("&quot;"));
    else
      strbuf_add_char(text, c);
  }
}

static unsigned byte_of(double part) {
  return (unsigned)lround(fmax(0, fmin(1, part)) * 255);
}

static void add_color(StrBuf *text, Color color) {
  strbuf_addf(text, "#%02x%02x%02x", byte_of(color.red), byte_of(color.green),
              byte_of(color.blue));
}

static void add_number(StrBuf *text, const char *name, double value) {
  strbuf_addf(text, " %s=\"", name);
  coordinate_add(text, value);
  strbuf_add(text, S("\""));
}

static void add_opacity(StrBuf *text, const char *name, double alpha) {
  if (alpha >= 1) return;
  strbuf_addf(text, " %s=\"", name);
  coordinate_add_fixed(text, fmax(0, alpha), 3);
  strbuf_add(text, S("\""));
}

static void add_ends(StrBuf *text, const Paint *paint) {
  const Gradient *gradient = paint->gradient;
  if (paint->kind == PAINT_LINEAR) {
    add_number(text, "x1", gradient->from.x);
    add_number(text, "y1", gradient->from.y);
    add_number(text, "x2", gradient->to.x);
    add_number(text, "y2", gradient->to.y);
    return;
  }
  add_number(text, "cx", gradient->to.x);
  add_number(text, "cy", gradient->to.y);
  add_number(text, "r", gradient->to_radius);
  add_number(text, "fx", gradient->from.x);
  add_number(text, "fy", gradient->from.y);
  add_number(text, "fr", gradient->from_radius);
}

int svg_add_gradient(SvgFile *file, const Paint *paint) {
  if (!paint_is_gradient(paint)) return 0;
  const char *element =
      paint->kind == PAINT_LINEAR ? "linearGradient" : "radialGradient";
  StrBuf *body = &file->body;
  int id = ++file->ids;
  strbuf_addf(body, "<%s id=\"p%d\" gradientUnits=\"userSpaceOnUse\"", element,
              id);
  add_ends(body, paint);
  strbuf_add(body, S(">"));
  for (int i = 0; i < paint->gradient->stop_count; i++) {
    const GradientStop *stop = &paint->gradient->stops[i];
    strbuf_add(body, S("<stop offset=\""));
    coordinate_add_fixed(body, stop->offset, 4);
    strbuf_add(body, S("\" stop-color=\""));
    add_color(body, stop->color);
    strbuf_add(body, S("\""));
    add_opacity(body, "stop-opacity", stop->color.alpha);
    strbuf_add(body, S("/>"));
  }
  strbuf_addf(body, "</%s>\n", element);
  return id;
}

void svg_add_paint(SvgFile *file, const char *attribute, const Paint *paint,
                   int gradient) {
  StrBuf *body = &file->body;
  strbuf_addf(body, " %s=\"", attribute);
  if (gradient)
    strbuf_addf(body, "url(#p%d)", gradient);
  else if (paint->kind == PAINT_NONE)
    strbuf_add(body, S("none"));
  else
    add_color(body, paint->color);
  strbuf_add(body, S("\""));
  if (paint->kind == PAINT_COLOR && paint->color.alpha < 1) {
    Str name = str_format(file->scratch, "%s-opacity", attribute);
    add_opacity(body, name.text, paint->color.alpha);
  }
}

static void add_dashes(StrBuf *body, const Stroke *stroke) {
  strbuf_add(body, S(" stroke-dasharray=\""));
  for (int i = 0; i < stroke->dash_count; i++) {
    if (i) strbuf_add(body, S(" "));
    coordinate_add(body, fmax(0, stroke->dashes[i]));
  }
  strbuf_add(body, S("\""));
  if (stroke->dash_offset != 0)
    add_number(body, "stroke-dashoffset", stroke->dash_offset);
}

void svg_add_stroke(SvgFile *file, const Stroke *stroke, int gradient) {
  static const char *const caps[] = {"butt", "round", "square"};
  static const char *const joins[] = {"miter", "round", "bevel"};
  StrBuf *body = &file->body;
  svg_add_paint(file, "stroke", &stroke->paint, gradient);
  if (stroke->width != 1) add_number(body, "stroke-width", stroke->width);
  if (stroke->cap != CAP_BUTT)
    strbuf_addf(body, " stroke-linecap=\"%s\"", caps[stroke->cap]);
  if (stroke->join != JOIN_MITER)
    strbuf_addf(body, " stroke-linejoin=\"%s\"", joins[stroke->join]);
  if (stroke->miter_limit > 0 && stroke->miter_limit != 4)
    add_number(body, "stroke-miterlimit", stroke->miter_limit);
  if (stroke->dash_count) add_dashes(body, stroke);
}

void svg_add_matrix(SvgFile *file, Matrix m) {
  StrBuf *body = &file->body;
  if (matrix_is_identity(m)) return;
  if (m.xx == 1 && m.yy == 1 && m.xy == 0 && m.yx == 0) {
    strbuf_add(body, S(" transform=\"translate("));
    coordinate_add_point(body, (Point){m.x0, m.y0});
    strbuf_add(body, S(")\""));
    return;
  }
  const double parts[] = {m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
  strbuf_add(body, S(" transform=\"matrix("));
  for (int i = 0; i < 6; i++) {
    if (i) strbuf_add(body, S(" "));
    coordinate_add_fixed(body, parts[i], i < 4 ? 6 : 3);
  }
  strbuf_add(body, S(")\""));
}

/* Where the pixels of a turned JPEG go: into the unit square, then the rect. */
static Matrix turned_into(const Image *image, Rect rect, JpegHead *head) {
  Picture seen = {0};
  if (image->kind == IMAGE_JPEG && jpeg_head_read(image->bytes, head))
    seen = jpeg_turned(head);
  if (!seen.width || head->orientation == 1) return (Matrix){0};
  Matrix into_rect = matrix_multiply(
      matrix_scale(rect.width / seen.width, rect.height / seen.height),
      matrix_move(rect.x, rect.y));
  return matrix_multiply(seen.turn, into_rect);
}

void svg_add_image(SvgFile *file, const FrameItem *item) {
  static const char *const types[] = {
      [IMAGE_PNG] = "png", [IMAGE_JPEG] = "jpeg", [IMAGE_SVG] = "svg+xml"};
  const Image *image = item->image.image;
  Rect rect = item->image.rect;
  if (!(rect.width > 0 && rect.height > 0)) return;
  StrBuf *body = &file->body;
  JpegHead head = {.orientation = 1};
  Matrix turn = turned_into(image, rect, &head);
  if (head.orientation != 1) rect = (Rect){0, 0, head.width, head.height};
  strbuf_add(body, S("<image preserveAspectRatio=\"none\""));
  add_number(body, "x", rect.x);
  add_number(body, "y", rect.y);
  add_number(body, "width", rect.width);
  add_number(body, "height", rect.height);
  if (head.orientation != 1) {
    strbuf_add(body, S(" style=\"image-orientation:none\""));
    svg_add_matrix(file, turn);
  }
  if (!item->image.smooth)
    strbuf_add(body, S(" image-rendering=\"optimizeSpeed\""));
  gchar *base64 = g_base64_encode((const guchar *)image->bytes.text,
                                  (gsize)image->bytes.len);
  strbuf_addf(body, " xlink:href=\"data:image/%s;base64,", types[image->kind]);
  strbuf_add_c(body, base64);
  g_free(base64);
  strbuf_add(body, S("\"/>\n"));
}
