/* Labels: lines of text at a point, measured and cut as Vega does. */
#include <math.h>

#include "chart/scene/record.h"

bool label_align_read(Str name, LabelAlign *align) {
  static const char *const names[] = {"left", "center", "right"};
  for (int i = 0; i < 3; i++) {
    if (!str_is(name, names[i])) continue;
    *align = (LabelAlign)i;
    return true;
  }
  return false;
}

bool label_baseline_read(Str name, LabelBaseline *baseline) {
  static const char *const names[] = {"alphabetic", "top",      "middle",
                                      "bottom",     "line-top", "line-bottom"};
  for (int i = 0; i < 6; i++) {
    if (!str_is(name, names[i])) continue;
    *baseline = (LabelBaseline)i;
    return true;
  }
  return false;
}

static double line_height(const Label *label) {
  return label->line_height > 0 ? label->line_height : label->style.size + 2;
}

/* From the given point down to the alphabetic baseline of the first line, in
 * whole pixels (vega-scenegraph's text offsets). */
static double baseline_offset(const Label *label) {
  double size = label->style.size, height = line_height(label);
  switch (label->baseline) {
  case BASELINE_TOP:
    return floor(.79 * size + .5);
  case BASELINE_MIDDLE:
    return floor(.30 * size + .5);
  case BASELINE_BOTTOM:
    return floor(-.21 * size + .5);
  case BASELINE_LINE_TOP:
    return floor(.29 * size + .5 * height + .5);
  case BASELINE_LINE_BOTTOM:
    return floor(.29 * size - .5 * height + .5);
  default:
    return 0;
  }
}

/* Byte offset after the first `count` characters. */
static int offset_of(Str text, int count) {
  int offset = 0;
  while (count-- > 0 && offset < text.len)
    str_next(text, &offset);
  return offset;
}

/* The line without space around it, cut with an ellipsis where it is wider
 * than the limit. */
static Str line_shown(const Lettering *lettering, const Label *label,
                      Str line) {
  const TextStyle *style = &label->style;
  line = str_trim(line);
  if (!(label->limit > 0) ||
      text_width(lettering->fonts, line, style) <= label->limit)
    return line;
  Str dots = label->ellipsis.len ? label->ellipsis : S("\u2026");
  double room = label->limit - text_width(lettering->fonts, dots, style);
  int low = 0, high = str_length(line);
  while (low < high) {
    int middle = 1 + (low + high) / 2;
    if (middle > high) middle = high;
    Str part = str_slice(line, 0, offset_of(line, middle));
    if (text_width(lettering->fonts, part, style) < room)
      low = middle;
    else
      high = middle - 1;
  }
  return str_join(lettering->arena, str_slice(line, 0, offset_of(line, low)),
                  dots);
}

double label_width(const Lettering *lettering, const Label *label) {
  double width = 0;
  for (int i = 0; i < label->line_count; i++) {
    Str line = line_shown(lettering, label, label->lines[i]);
    width = fmax(width, text_width(lettering->fonts, line, &label->style));
  }
  return width;
}

Bounds label_bounds(const Lettering *lettering, const Label *label) {
  double size = label->style.size;
  if (size <= 0 || label->line_count == 0) return bounds_empty();
  double width = label_width(lettering, label);
  double height = size + line_height(label) * (label->line_count - 1);
  double x = label->at.x + label->dx;
  double y =
      label->at.y + label->dy + baseline_offset(label) - floor(.8 * size + .5);
  if (label->align == ALIGN_CENTER) x -= width / 2;
  if (label->align == ALIGN_RIGHT) x -= width;
  return bounds_rotated((Bounds){x, y, x + width, y + height}, label->angle,
                        label->at);
}

static void add_line(Group *group, const Lettering *lettering,
                     const Label *label, int index) {
  Str line = line_shown(lettering, label, label->lines[index]);
  if (!line.len) return;
  ShapedText *shaped =
      text_shape_label(lettering->fonts, lettering->arena, line, &label->style,
                       label->place, lettering->diags);
  double x = label->dx;
  if (label->align == ALIGN_CENTER) x -= shaped->width / 2;
  if (label->align == ALIGN_RIGHT) x -= shaped->width;
  double y = label->dy + baseline_offset(label) + index * line_height(label);
  Color color =
      color_with_alpha(label->color, label->color.alpha * label->opacity);
  if (label->angle == 0) {
    Point at = {label->at.x + x, label->at.y + y};
    frame_add_text(group->frame, shaped, at, color, (Tag){0});
    return;
  }
  Matrix turn = matrix_rotate(label->angle);
  for (int i = 0; i < shaped->run_count; i++) {
    const GlyphRun *run = &shaped->runs[i];
    Point from = matrix_apply(turn, (Point){x, y});
    Point at = {label->at.x + from.x, label->at.y + from.y};
    frame_add_glyphs(group->frame, run, at, color)->glyphs.angle = label->angle;
    for (int j = 0; j < run->glyph_count; j++)
      x += (double)run->glyphs[j].advance;
  }
}

void group_label(Group *group, const Lettering *lettering, const Label *label) {
  if (label->style.size <= 0) return;
  Bounds bounds = label_bounds(lettering, label);
  bounds_union(&group->bounds, bounds);
  record_label(group, label, bounds);
  if (label->opacity <= 0) return;
  for (int i = 0; i < label->line_count; i++)
    add_line(group, lettering, label, i);
}
