/* Outlines, fills and strokes as operators (ISO 32000-1, 8.5). */
#include "export/pdf/content.h"

#include <math.h>

/* As in pictures of pixels, so that both look alike: see draw_path.c. */
static const double coordinate_max = 4e6;

static double bounded(double value) {
  if (isnan(value)) return 0;
  if (value > coordinate_max) return coordinate_max;
  return value < -coordinate_max ? -coordinate_max : value;
}

/* ---- Paths ---- */

/* A point in hundredths. */
typedef struct Spot {
  long long x, y;
} Spot;

static Spot spot_at(Point point, Matrix m) {
  double x = bounded(point.x), y = bounded(point.y);
  return (Spot){pdf_scaled(m.xx * x + m.xy * y + m.x0, 2),
                pdf_scaled(m.yx * x + m.yy * y + m.y0, 2)};
}

static char *write_pair(char *at, long long x, long long y) {
  at = pdf_write_scaled(at, x, 2);
  *at++ = ' ';
  at = pdf_write_scaled(at, y, 2);
  *at++ = ' ';
  return at;
}

/* A line is held back until it is known how the path goes on. */
typedef struct PathWriter {
  PdfContent *content;
  Matrix matrix;
  bool is_begun;
  Spot start, at; /* of the outline; where it is, as written */
  bool has_line;  /* ... and goes on from there */
  Spot line;
} PathWriter;

static void put_points(PathWriter *writer, const Spot *spots, int count,
                       char operator) {
  char *at = content_room(writer->content, 7 * PDF_NUMBER_BYTES);
  for (int i = 0; i < count; i++)
    at = write_pair(at, spots[i].x, spots[i].y);
  *at++ = operator;
  *at++ = '\n';
  content_wrote(writer->content, at);
  if (count) writer->at = spots[count - 1];
  writer->is_begun = true;
}

static void end_line(PathWriter *writer) {
  if (writer->has_line) put_points(writer, &writer->line, 1, 'l');
  writer->has_line = false;
}

/* What goes straight on is one line. */
static bool goes_straight(const PathWriter *writer, Spot to) {
  Spot at = writer->at, line = writer->line;
  long long x1 = line.x - at.x, y1 = line.y - at.y;
  long long x2 = to.x - line.x, y2 = to.y - line.y;
  return x1 * y2 == y1 * x2 && x1 * x2 + y1 * y2 >= 0;
}

static void put_line(PathWriter *writer, Spot to) {
  if (!writer->has_line || !goes_straight(writer, to)) end_line(writer);
  writer->line = to;
  writer->has_line = true;
}

/* As cairo has it, a path without a beginning begins with its first point. */
static void put_segment(PathWriter *writer, const PathSegment *segment) {
  int count = segment->verb == PATH_CURVE ? 3 : segment->verb != PATH_CLOSE;
  Spot spots[3];
  for (int i = 0; i < count; i++)
    spots[i] = spot_at(segment->p[i], writer->matrix);
  bool begins = segment->verb == PATH_MOVE || !writer->is_begun;
  if (segment->verb == PATH_LINE && !begins) {
    put_line(writer, spots[0]);
    return;
  }
  end_line(writer);
  if (begins && count) {
    put_points(writer, spots, 1, 'm');
    writer->start = spots[0];
  }
  if (segment->verb == PATH_CURVE) put_points(writer, spots, 3, 'c');
  if (segment->verb == PATH_CLOSE && writer->is_begun) {
    put_points(writer, NULL, 0, 'h');
    writer->at = writer->start;
  }
}

static void write_path(PdfContent *content, const Path *path, Matrix matrix) {
  PathWriter writer = {.content = content, .matrix = matrix};
  for (int i = 0; i < path->segments.count; i++)
    put_segment(&writer, &path->segments.items[i]);
  end_line(&writer);
}

/* Sides that are shared with other rectangles stay shared. */
static void write_rect(PdfContent *content, Rect rect, Matrix matrix) {
  Spot a = spot_at((Point){rect.x, rect.y}, matrix);
  Spot b = spot_at((Point){rect.x + rect.width, rect.y + rect.height}, matrix);
  char *at = content_room(content, 5 * PDF_NUMBER_BYTES);
  at = write_pair(at, MIN(a.x, b.x), MIN(a.y, b.y));
  at = write_pair(at, llabs(b.x - a.x), llabs(b.y - a.y));
  *at++ = 'r';
  *at++ = 'e';
  *at++ = '\n';
  content_wrote(content, at);
}

void content_path(PdfContent *content, const Path *path, Matrix matrix) {
  Rect rect;
  bool is_upright = matrix.xy == 0 && matrix.yx == 0;
  if (is_upright && path_is_rect(path, &rect))
    write_rect(content, rect, matrix);
  else
    write_path(content, path, matrix);
}

/* ---- Fills and strokes ---- */

static bool is_dashed(const Stroke *stroke) {
  return stroke && stroke->dash_count > 0;
}

/* Dashes begin where the path does, which `re` would not keep. */
static void put_outline(PdfContent *content, const Path *path,
                        const Stroke *stroke, Matrix matrix) {
  if (is_dashed(stroke))
    write_path(content, path, matrix);
  else
    content_path(content, path, matrix);
}

/* The same matrix in two steps: a change of shape without a change of size, so
 * that hundredths stay fine, after a change of size. */
typedef struct StrokeSpace {
  double scale; /* of widths and dashes */
  Matrix inner; /* of the path */
  Matrix outer; /* of all that is stroked; identity for most */
} StrokeSpace;

/* Lines keep one width all around where lengths and right angles stay. */
static StrokeSpace stroke_space(Matrix m) {
  double across = hypot(m.xx, m.yx), down = hypot(m.xy, m.yy);
  double askew = m.xx * m.xy + m.yx * m.yy;
  double scale = sqrt(fabs(m.xx * m.yy - m.xy * m.yx));
  double slack = 1e-6 * scale * scale;
  if (fabs(across * across - down * down) <= slack && fabs(askew) <= slack)
    return (StrokeSpace){.scale = scale, .inner = m};
  Matrix shape = {m.xx / scale, m.yx / scale, m.xy / scale,
                  m.yy / scale, m.x0,         m.y0};
  return (StrokeSpace){scale, matrix_scale(scale, scale), shape};
}

static void fill(PdfContent *content, const FrameItem *item, Matrix matrix) {
  bool is_saved = content_set_paint(content, &item->path.fill, matrix, false);
  content_end_text(content);
  content_path(content, item->path.path, matrix);
  content_add(content, S("f\n"));
  if (is_saved) content_restore(content);
}

static void put_change(PdfContent *content, Matrix matrix) {
  content_room(content, 6 * PDF_NUMBER_BYTES);
  pdf_put_matrix(&content->text, matrix);
  strbuf_add(&content->text, S(" cm\n"));
}

static void stroke(PdfContent *content, const FrameItem *item, Matrix matrix,
                   bool fills_too) {
  const Stroke *stroke = item->path.stroke;
  StrokeSpace space = stroke_space(matrix);
  bool is_saved = content_set_paint(content, &stroke->paint, matrix, true);
  content_end_text(content);
  bool is_changed = !matrix_is_identity(space.outer);
  if (is_changed) content_save(content);
  bool is_seen = content_set_line(content, stroke, space.scale);
  if (is_changed) put_change(content, space.outer);
  if (is_seen) {
    put_outline(content, item->path.path, stroke, space.inner);
    content_add(content, fills_too ? S("B\n") : S("S\n"));
  }
  if (is_changed) content_restore(content);
  if (is_saved) content_restore(content);
}

static bool is_opaque(const Paint *paint) {
  return paint->kind == PAINT_COLOR && paint->color.alpha >= 1;
}

/* Both at once look as one after the other where nothing shines through. */
void content_path_item(PdfContent *content, const FrameItem *item,
                       Matrix matrix) {
  const Stroke *line = item->path.stroke;
  bool is_filled = paint_is_seen(&item->path.fill);
  bool is_stroked = stroke_is_painted(line) && paint_is_seen(&line->paint);
  bool at_once = is_filled && is_stroked && !is_dashed(line) &&
                 is_opaque(&item->path.fill) && is_opaque(&line->paint);
  if (at_once)
    content_set_paint(content, &item->path.fill, matrix, false);
  else if (is_filled)
    fill(content, item, matrix);
  if (is_stroked) stroke(content, item, matrix, at_once);
}
