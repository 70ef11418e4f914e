/* Defaults of the look, and the text styles made of them. */
#include "page/style.h"

#include <math.h>

double points_of_mm(double millimetres) {
  return millimetres * 72 / 25.4;
}

static void set_type(Style *style) {
  style->serif = S("Noto Serif CJK KR, serif");
  style->sans = S("Noto Sans CJK KR, sans-serif");
  style->mono = S("monospace");
  style->body = (TypeSize){10.5, 16.8};
  style->title = (TypeSize){30, 38};
  style->subtitle = (TypeSize){14, 21};
  style->chapter = (TypeSize){20, 28};
  style->section = (TypeSize){14, 21};
  style->subsection = (TypeSize){11.5, 17};
  style->caption = (TypeSize){9, 13.5};
  style->table = (TypeSize){9, 13.5};
  style->note = (TypeSize){8, 12};
  style->footnote = (TypeSize){8.5, 12.6};
  style->running_head = (TypeSize){8.5, 12.6};
  style->quote = (TypeSize){10, 16};
  style->code = (TypeSize){8.5, 12.6};
  style->panel_value = (TypeSize){26, 32};
  style->panel_unit = (TypeSize){11, 16};
  style->panel_text = (TypeSize){9, 13.5};
}

static void set_colors(Style *style) {
  style->ink = color_rgb(0x1A1A1A);
  style->accent = color_rgb(0x0B3D6B);
  style->second_accent = color_rgb(0xC2410C);
  style->grey = color_rgb(0x595959);
  style->context = color_rgb(0x8A8A8A);
  style->rule = color_rgb(0xD9D9D9);
  style->fill = color_rgb(0xF3F5F7);
  style->shade = color_rgb(0x0B3D6B);
  style->paper = color_rgb(0xFFFFFF);
}

Style style_default(void) {
  Style style = {.page_width = 595.276,
                 .page_height = 841.89,
                 .margin_top = points_of_mm(28),
                 .margin_right = points_of_mm(27),
                 .margin_bottom = points_of_mm(30),
                 .margin_left = points_of_mm(27),
                 .indent = 1,
                 .form = paragraph_form(BREAK_WORDS_OR_SYLLABLES),
                 .block_gap = 12.6,
                 .chapter_lines = 2,
                 .page_slack = 1,
                 .picture_scale = 1,
                 .hair_rule = .25,
                 .thin_rule = .4,
                 .title_rule = .75,
                 .thick_rule = 1,
                 .accent_rule = 2,
                 .cell_gap = 1,
                 .cell_space = 3,
                 .footnote_rule = 1.0 / 3,
                 .float_share = .6,
                 .notes_under_tables = true,
                 .note_pattern = S("1)")};
  set_type(&style);
  set_colors(&style);
  return style;
}

Style style_turned(const Style *style) {
  if (style->page_width > style->page_height) return *style;
  Style turned = *style;
  turned.page_width = style->page_height;
  turned.page_height = style->page_width;
  return turned;
}

double style_measure(const Style *style) {
  return style->page_width - style->margin_left - style->margin_right;
}

double style_baseline(TypeSize type) {
  static const double em_ascent = .88;
  return (type.leading - type.size) / 2 + type.size * em_ascent;
}

double style_text_height(const Style *style) {
  double height = style->page_height - style->margin_top - style->margin_bottom;
  return floor(height / style->body.leading + 1e-6) * style->body.leading;
}

TextStyle style_serif(const Style *style, double size) {
  return (TextStyle){.family = style->serif, .size = size};
}

TextStyle style_sans(const Style *style, double size, int weight) {
  return (TextStyle){.family = style->sans, .size = size, .weight = weight};
}

ParagraphStyle style_body(const Style *style, double measure) {
  TextStyle text = style_serif(style, style->body.size);
  text.tracking = style->form.tracking;
  text.stretch = style->form.glyph_width;
  return (ParagraphStyle){.text = text,
                          .color = style->ink,
                          .emphasis_family = style->sans,
                          .code_family = style->mono,
                          .link_color = style->accent,
                          .measure = measure,
                          .leading = style->body.leading,
                          .indent = style->indent * style->body.size,
                          .align = style->align,
                          .form = style->form};
}

ParagraphStyle style_sans_lines(const Style *style, TypeSize type, int weight,
                                double measure) {
  ParagraphStyle lines = style_body(style, measure);
  lines.text = style_sans(style, type.size, weight);
  lines.emphasis_family = style->serif;
  lines.leading = type.leading;
  lines.indent = 0;
  lines.align = LINES_LEFT;
  lines.form.break_unit = BREAK_WORDS;
  return lines;
}
