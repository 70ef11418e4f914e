/* Outlines, fills and strokes onto cairo. */
#include <math.h>

#include "export/draw.h"

/* cairo keeps coordinates in 24.8 bits; beyond that they would wrap round. */
static const double coordinate_max = 4e6;

static double bounded(double value) {
  if (isnan(value)) return 0;
  return fmax(-coordinate_max, fmin(coordinate_max, value));
}

static void add_segment(cairo_t *cairo, const PathSegment *segment) {
  const Point *p = segment->p;
  switch (segment->verb) {
  case PATH_MOVE:
    cairo_move_to(cairo, bounded(p[0].x), bounded(p[0].y));
    break;
  case PATH_LINE:
    cairo_line_to(cairo, bounded(p[0].x), bounded(p[0].y));
    break;
  case PATH_CURVE:
    cairo_curve_to(cairo, bounded(p[0].x), bounded(p[0].y), bounded(p[1].x),
                   bounded(p[1].y), bounded(p[2].x), bounded(p[2].y));
    break;
  case PATH_CLOSE:
    cairo_close_path(cairo);
    break;
  }
}

void draw_path(cairo_t *cairo, const Path *path) {
  cairo_new_path(cairo);
  for (int i = 0; i < path->segments.count; i++)
    add_segment(cairo, &path->segments.items[i]);
}

static cairo_pattern_t *gradient_pattern(const Paint *paint) {
  const Gradient *gradient = paint->gradient;
  Point from = gradient->from, to = gradient->to;
  cairo_pattern_t *pattern =
      paint->kind == PAINT_LINEAR
          ? cairo_pattern_create_linear(from.x, from.y, to.x, to.y)
          : cairo_pattern_create_radial(from.x, from.y, gradient->from_radius,
                                        to.x, to.y, gradient->to_radius);
  for (int i = 0; i < gradient->stop_count; i++) {
    Color color = gradient->stops[i].color;
    cairo_pattern_add_color_stop_rgba(pattern, gradient->stops[i].offset,
                                      color.red, color.green, color.blue,
                                      color.alpha);
  }
  cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
  return pattern;
}

void draw_paint(cairo_t *cairo, const Paint *paint) {
  if (paint->kind == PAINT_COLOR) {
    cairo_set_source_rgba(cairo, paint->color.red, paint->color.green,
                          paint->color.blue, paint->color.alpha);
    return;
  }
  cairo_pattern_t *pattern = gradient_pattern(paint);
  cairo_set_source(cairo, pattern);
  cairo_pattern_destroy(pattern);
}

/* cairo takes no dashes below zero, nor all of them nothing. */
static bool has_dashes(const Stroke *stroke) {
  double sum = 0;
  for (int i = 0; i < stroke->dash_count; i++) {
    if (!(stroke->dashes[i] >= 0)) return false;
    sum += stroke->dashes[i];
  }
  return sum > 0 && isfinite(sum);
}

static void set_stroke(cairo_t *cairo, const Stroke *stroke) {
  static const cairo_line_cap_t caps[] = {
      CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
  static const cairo_line_join_t joins[] = {
      CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND, CAIRO_LINE_JOIN_BEVEL};
  cairo_set_line_width(cairo, stroke->width);
  cairo_set_line_cap(cairo, caps[stroke->cap]);
  cairo_set_line_join(cairo, joins[stroke->join]);
  cairo_set_miter_limit(cairo,
                        stroke->miter_limit > 0 ? stroke->miter_limit : 4);
  bool dashed = has_dashes(stroke);
  cairo_set_dash(cairo, stroke->dashes, dashed ? stroke->dash_count : 0,
                 dashed ? stroke->dash_offset : 0);
}

void draw_path_item(cairo_t *cairo, const FrameItem *item) {
  const Stroke *stroke = item->path.stroke;
  bool is_stroked = stroke_is_painted(stroke);
  draw_path(cairo, item->path.path);
  if (item->path.fill.kind != PAINT_NONE) {
    draw_paint(cairo, &item->path.fill);
    if (is_stroked)
      cairo_fill_preserve(cairo);
    else
      cairo_fill(cairo);
  }
  if (!is_stroked) return;
  set_stroke(cairo, stroke);
  draw_paint(cairo, &stroke->paint);
  cairo_stroke(cairo);
}
