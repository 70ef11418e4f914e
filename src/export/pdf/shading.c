/* Gradients in, shadings out (ISO 32000-1, 8.7.4.5): as patterns, and as masks
 * where their alpha changes (11.6.5.3). */
#include "export/pdf/document.h"

#include <math.h>

/* Stops by rising offset, from 0 to 1. */
typedef List(GradientStop) Stops;

static void insert_stop(Arena *scratch, Stops *stops, GradientStop stop) {
  stop.offset = fmax(0, fmin(1, stop.offset));
  list_add(scratch, stops, stop);
  int at = stops->count - 1;
  for (; at > 0 && stops->items[at - 1].offset > stop.offset; at--)
    stops->items[at] = stops->items[at - 1];
  stops->items[at] = stop;
}

static Stops sorted_stops(Arena *scratch, const Gradient *gradient) {
  Stops stops = {0};
  for (int i = 0; i < gradient->stop_count; i++)
    insert_stop(scratch, &stops, gradient->stops[i]);
  GradientStop first = stops.items[0], last = *list_last(&stops);
  first.offset = 0;
  last.offset = 1;
  if (stops.items[0].offset > 0) insert_stop(scratch, &stops, first);
  if (list_last(&stops)->offset < 1) list_add(scratch, &stops, last);
  return stops;
}

/* A colour as the shading has it: three numbers, or its alpha alone. */
static void put_color(StrBuf *body, Color color, bool is_alpha) {
  const double parts[] = {color.red, color.green, color.blue};
  if (is_alpha)
    pdf_put_number(body, color.alpha);
  else
    pdf_put_numbers(body, parts, 3);
}

static void put_step(StrBuf *body, Color from, Color to, bool is_alpha) {
  strbuf_add(body, S("<</FunctionType 2/Domain[0 1]/N 1/C0["));
  put_color(body, from, is_alpha);
  strbuf_add(body, S("]/C1["));
  put_color(body, to, is_alpha);
  strbuf_add(body, S("]>>"));
}

/* Steps that have a length. */
static bool is_step(const Stops *stops, int index) {
  return stops->items[index + 1].offset > stops->items[index].offset;
}

static void put_bounds(StrBuf *body, const Stops *stops) {
  int steps = 0;
  strbuf_add(body, S("]/Bounds["));
  for (int i = 0; i + 1 < stops->count; i++) {
    if (!is_step(stops, i)) continue;
    if (steps > 1) strbuf_add(body, S(" "));
    if (steps++) pdf_put_number(body, stops->items[i].offset);
  }
  strbuf_add(body, S("]/Encode["));
  for (int i = 0; i < steps; i++)
    strbuf_add_c(body, i ? " 0 1" : "0 1");
}

/* Steps one after the other (7.10.4). */
static void put_function(StrBuf *body, const Stops *stops, bool is_alpha) {
  strbuf_add(body, S("<</FunctionType 3/Domain[0 1]/Functions["));
  for (int i = 0; i + 1 < stops->count; i++)
    if (is_step(stops, i))
      put_step(body, stops->items[i].color, stops->items[i + 1].color,
               is_alpha);
  put_bounds(body, stops);
  strbuf_add(body, S("]>>"));
}

static void put_shading(Arena *scratch, StrBuf *body, const Paint *paint,
                        bool is_alpha) {
  const Gradient *gradient = paint->gradient;
  Point from = gradient->from, to = gradient->to;
  bool is_linear = paint->kind == PAINT_LINEAR;
  const double line[] = {from.x, from.y, to.x, to.y};
  const double circles[] = {from.x, from.y, fabs(gradient->from_radius),
                            to.x,   to.y,   fabs(gradient->to_radius)};
  strbuf_addf(body, "<</ShadingType %d/ColorSpace/%s/Extend[true true]/Coords[",
              is_linear ? 2 : 3, is_alpha ? "DeviceGray" : "DeviceRGB");
  pdf_put_numbers(body, is_linear ? line : circles, is_linear ? 4 : 6);
  strbuf_add(body, S("]/Function"));
  Stops stops = sorted_stops(scratch, gradient);
  put_function(body, &stops, is_alpha);
  strbuf_add(body, S(">>"));
}

int pdf_add_gradient(PdfDocument *document, const Paint *paint, Matrix matrix) {
  int number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("<</Type/Pattern/PatternType 2/Matrix["));
  pdf_put_matrix(body, matrix);
  strbuf_add(body, S("]/Shading"));
  put_shading(document->scratch, body, paint, false);
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
  return number;
}

static bool fades(const Gradient *gradient) {
  for (int i = 1; i < gradient->stop_count; i++)
    if (gradient->stops[i].color.alpha != gradient->stops[0].color.alpha)
      return true;
  return false;
}

/* A page full of the gradient's alpha as shades of grey. */
static int add_mask(PdfDocument *document, const Paint *paint, Matrix matrix,
                    Rect page) {
  StrBuf entries = {.arena = document->scratch};
  StrBuf content = {.arena = document->scratch};
  strbuf_add(&entries, S("/Type/XObject/Subtype/Form/BBox["));
  pdf_put_rect(&entries, page);
  strbuf_add(&entries, S("]/Group<</S/Transparency/CS/DeviceGray>>"
                         "/Resources<</Shading<</S"));
  put_shading(document->scratch, &entries, paint, true);
  strbuf_add(&entries, S(">>>>"));
  pdf_put_matrix(&content, matrix);
  strbuf_add(&content, S(" cm/S sh\n"));
  return pdf_add_stream(&document->writer, strbuf_str(&entries),
                        strbuf_str(&content));
}

int pdf_add_fading(PdfDocument *document, const Paint *paint, Matrix matrix,
                   Rect page) {
  if (!fades(paint->gradient)) return 0;
  int mask = add_mask(document, paint, matrix, page);
  int number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("<</Type/ExtGState/SMask<</S/Luminosity"));
  pdf_put_reference(body, "/G", mask);
  strbuf_add(body, S(">>>>"));
  pdf_end(&document->writer);
  return number;
}
