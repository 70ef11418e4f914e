/* Text marks. */
#include <math.h>

#include "chart/extension/extension.h"
#include "chart/guide/format.h"
#include "chart/guide/style.h"
#include "chart/mark/mark.h"
#include "chart/spec/read_view.h"

static Str property_str(MarkSketch *sketch, const char *name, int row,
                        const char *fallback) {
  Value value = property_value(sketch, name, row);
  return value.kind == VALUE_STRING ? value_text(&value) : str_from(fallback);
}

static ValueFormat format_of(MarkSketch *sketch, const ChannelDef *def) {
  Cascade own = {0};
  cascade_add(&own, def->json);
  return text_format(sketch->drawing, def, format_wish(sketch->drawing, &own));
}

/* A text as lines, broken where the mark or the config says. */
static const Str *broken(MarkSketch *sketch, Str text, int *count) {
  const Drawing *drawing = sketch->drawing;
  const json_t *own = mark_property(sketch->view, "lineBreak");
  const json_t *config = json_object_get(drawing->config, "lineBreak");
  const Str *lines;
  *count =
      text_lines_by(drawing->arena, text, json_str(own ? own : config), &lines);
  return lines;
}

/* A value as lines: an array is one line for each item. */
static const Str *lines_of(MarkSketch *sketch, Value value, int *count) {
  Arena *arena = sketch->drawing->arena;
  *count = 0;
  if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL) return NULL;
  if (value.kind != VALUE_ARRAY)
    return broken(sketch, value_to_str(arena, value), count);
  Str *lines = arena_array(arena, Str, value.len);
  for (int i = 0; i < value.len; i++)
    lines[i] = value_to_str(arena, value.items[i]);
  *count = value.len;
  return lines;
}

/* How the channel's values are written, and those of its condition. */
typedef struct TextFormats {
  ValueFormat own, conditional;
} TextFormats;

static TextFormats read_formats(MarkSketch *sketch) {
  const ChannelDef *def = &sketch->view->encoding[CHANNEL_TEXT];
  TextFormats formats = {.own = format_of(sketch, def)};
  if (def->conditional)
    formats.conditional = format_of(sketch, def->conditional);
  return formats;
}

static const Str *text_lines(MarkSketch *sketch, const TextFormats *formats,
                             int row, int *count) {
  const ChannelDef *own = &sketch->view->encoding[CHANNEL_TEXT];
  *count = 0;
  if (!own->json)
    return lines_of(sketch, property_value(sketch, "text", row), count);
  Value value = channel_value(sketch, CHANNEL_TEXT, row);
  const ChannelDef *def = channel_shown_def(sketch, CHANNEL_TEXT, row);
  if (!def || value.kind == VALUE_ARRAY) return lines_of(sketch, value, count);
  const ValueFormat *format =
      def == own ? &formats->own : &formats->conditional;
  int end = table_find_index(sketch->rows, def->column_end);
  if (def->bin && end >= 0 && value.kind == VALUE_NUMBER) {
    Value to = table_cell(sketch->rows, end, row);
    Str text =
        str_format(sketch->drawing->arena, "%.*s \u2013 %.*s",
                   STR(value_format_text(sketch->drawing, format, value)),
                   STR(value_format_text(sketch->drawing, format, to)));
    return broken(sketch, text, count);
  }
  return broken(sketch, value_format_text(sketch->drawing, format, value),
                count);
}

static void set_style(MarkSketch *sketch, int row, Label *label) {
  Drawing *drawing = sketch->drawing;
  label->style.family = property_str(sketch, "font", row, "sans-serif");
  label->style.size = channel_number(sketch, CHANNEL_SIZE, row, "fontSize", 11);
  if (sketch->view->encoding[CHANNEL_SIZE].json == NULL)
    label->style.size = property_number(sketch, "size", row, label->style.size);
  label->style.weight =
      style_weight(drawing, mark_property(sketch->view, "fontWeight"));
  Str slant = property_str(sketch, "fontStyle", row, "");
  label->style.italic = str_is(slant, "italic") || str_is(slant, "oblique");
  label->style.language = drawing->request->language;
  label->limit = property_number(sketch, "limit", row, 0);
  label->line_height = property_number(sketch, "lineHeight", row, 0);
  label->ellipsis = property_str(sketch, "ellipsis", row, "");
  label->dx = property_number(sketch, "dx", row, 0);
  label->dy = property_number(sketch, "dy", row, 0);
  label->angle = channel_number(sketch, CHANNEL_ANGLE, row, "angle", 0);
  label->align = ALIGN_CENTER;
  label->baseline = BASELINE_MIDDLE;
  label_align_read(property_str(sketch, "align", row, ""), &label->align);
  label_baseline_read(property_str(sketch, "baseline", row, ""),
                      &label->baseline);
}

/* A text on a circle: theta from 12 o'clock, radius from the place. */
static void move_polar(MarkSketch *sketch, int row, Label *label) {
  const ChannelDef *theta = &sketch->view->encoding[CHANNEL_THETA];
  const ChannelDef *radius = &sketch->view->encoding[CHANNEL_RADIUS];
  bool by_radius = radius->json || mark_property(sketch->view, "radius");
  if (!theta->json && !by_radius) return;
  double angle = property_number(sketch, "theta", row, 0);
  double away = property_number(sketch, "radius", row, 0);
  if (theta->json) angle = polar_place(sketch, CHANNEL_THETA, row);
  if (radius->json) away = polar_place(sketch, CHANNEL_RADIUS, row);
  away += property_number(sketch, "radiusOffset", row, 0);
  angle += property_number(sketch, "thetaOffset", row, 0);
  label->at.x += away * sin(angle);
  label->at.y -= away * cos(angle);
}

static Color ink_of(const Paints *paints) {
  Paint fill = paints_fill(paints);
  return fill.kind == PAINT_COLOR ? fill.color : (Color){0};
}

void texts_draw(MarkSketch *sketch) {
  Lettering lettering = drawing_lettering(sketch->drawing);
  TextFormats formats = read_formats(sketch);
  bool wraps = extension_wraps(sketch->drawing, "text");
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Label label = {.opacity = 1};
    label.lines = text_lines(sketch, &formats, i, &label.line_count);
    if (!label.line_count) continue;
    label.at = (Point){point_place(sketch, CHANNEL_X, i),
                       point_place(sketch, CHANNEL_Y, i)};
    set_style(sketch, i, &label);
    move_polar(sketch, i, &label);
    if (!isfinite(label.at.x + label.at.y) || !(label.style.size > 0)) continue;
    Paints paints = item_paints(sketch, i);
    label.color = ink_of(&paints);
    label.place = drawing_place(sketch->drawing, sketch->view->spec, "mark");
    if (wraps && label.limit > 0) label_wrap(&lettering, &label, label.limit);
    group_label(sketch->group, &lettering, &label);
  }
}
