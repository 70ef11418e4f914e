#include "export/pdf/text_boxes.h"

#include <math.h>

/* pdftotext takes a gap of a tenth of an em for a word space, and an overlap of
 * as much for another word. */
static const double slack = .085;

static bool is_space(Str text) {
  int at = 0;
  uint32_t c = str_next(text, &at);
  return c == 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

static void find_glyphs(TextBoxes *boxes, PdfFont *font, const GlyphRun *run) {
  boxes->glyphs.count = 0;
  list_reserve(boxes->arena, &boxes->glyphs, run->glyph_count);
  for (int i = 0; i < run->glyph_count; i++)
    boxes->glyphs.items[i] = pdf_font_index(font, run->glyphs[i].id);
  boxes->glyphs.count = run->glyph_count;
}

/* From the pen's place at its first glyph to that after its last. */
static TextBox measure(const TextBoxes *boxes, const PdfFont *font,
                       const GlyphRun *run, int first, int end, double pen) {
  double unit = run->size * (run->stretch > 0 ? run->stretch : 1) / 1000;
  TextBox box = {.first = first, .end = end, .left = pen, .right = pen};
  double least = 0, most = 0;
  for (int i = first; i < end; i++) {
    const Glyph *glyph = &run->glyphs[i];
    double origin = box.right + (double)glyph->x_offset;
    if (i == first) least = origin;
    int index = boxes->glyphs.items[i];
    most = origin + font->glyphs.items[index].outline.width * unit;
    box.right += (double)glyph->advance;
  }
  box.over_left = box.left - least;
  box.over_right = most - box.right;
  return box;
}

/* Glyphs with the same cluster belong together. */
static void find_boxes(TextBoxes *boxes, const PdfFont *font,
                       const GlyphRun *run) {
  double pen = 0;
  for (int i = 0; i < run->glyph_count;) {
    int first = i, cluster = run->glyphs[i].cluster;
    while (i < run->glyph_count && run->glyphs[i].cluster == cluster)
      i++;
    TextBox box = measure(boxes, font, run, first, i, pen);
    list_add(boxes->arena, &boxes->boxes, box);
    pen = box.right;
  }
}

/* A cluster's text goes on to where the next one in the text begins; the first
 * one in the text takes what stands before it. False: the clusters are in no
 * order. */
static bool give_texts(TextBoxes *boxes, const GlyphRun *run, bool backward) {
  int count = boxes->boxes.count, start = 0;
  for (int i = 0; i < count; i++) {
    TextBox *box = &boxes->boxes.items[backward ? count - 1 - i : i];
    int next = backward ? count - 2 - i : i + 1;
    int end = i + 1 < count
                  ? run->glyphs[boxes->boxes.items[next].first].cluster
                  : run->text.len;
    if (end <= start || end > run->text.len) return false;
    box->text = str_slice(run->text, start, end);
    box->is_space = is_space(box->text);
    start = end;
  }
  return true;
}

static void add_part(TextBoxes *boxes, TextPart part) {
  TextPart *last = boxes->parts.count ? list_last(&boxes->parts) : NULL;
  if (last && !last->is_replaced && !part.is_replaced)
    last->end = part.end;
  else
    list_add(boxes->arena, &boxes->parts, part);
}

/* Whether readers would take what stands between two boxes amiss: the first
 * reaches too far or not far enough, or the second begins too early. */
static bool clash(const TextBox *box, const TextBox *next, double most) {
  return fabs(box->over_right) > most || next->over_left > most;
}

static void part_boxes(TextBoxes *boxes, double most) {
  const TextBox *all = boxes->boxes.items;
  for (int i = 0; i < boxes->boxes.count;) {
    const TextBox *first = &all[i];
    int end = i + 1;
    while (!first->is_space && end < boxes->boxes.count && !all[end].is_space &&
           clash(&all[end - 1], &all[end], most))
      end++;
    const TextBox *last = &all[end - 1];
    TextPart part = {.first = i, .end = end};
    part.begins_blank = !first->is_space && first->over_left > most;
    part.ends_blank = !last->is_space && fabs(last->over_right) > most;
    part.is_replaced = last > first || part.begins_blank || part.ends_blank;
    add_part(boxes, part);
    i = end;
  }
}

void text_boxes_find(TextBoxes *boxes, PdfFont *font, const GlyphRun *run) {
  double em = run->size * (run->stretch > 0 ? run->stretch : 1);
  boxes->boxes.count = boxes->parts.count = 0;
  boxes->blank_width = font->blank ? font->blank_width * em / 1000 : 0;
  find_glyphs(boxes, font, run);
  find_boxes(boxes, font, run);
  if (give_texts(boxes, run, false)) {
    part_boxes(boxes, slack * em);
    return;
  }
  if (!give_texts(boxes, run, true)) {
    TextBox whole = {.end = run->glyph_count, .text = run->text};
    whole.right = list_last(&boxes->boxes)->right;
    boxes->boxes.count = 0;
    list_add(boxes->arena, &boxes->boxes, whole);
  }
  add_part(boxes, (TextPart){.end = boxes->boxes.count});
}

/* Where the next U+00A0 begins; the text's length: nowhere. */
static int find_unbroken(Str text, int at) {
  while (at < text.len && (text.text[at] != '\xC2' || at + 1 == text.len ||
                           text.text[at + 1] != '\xA0'))
    at++;
  return at;
}

Str text_box_plain(Arena *scratch, const TextBox *box) {
  Str text = box->text;
  int at = find_unbroken(text, 0), kept = 0;
  if (at == text.len) return text;
  StrBuf plain = {.arena = scratch};
  for (; at < text.len; at = find_unbroken(text, kept)) {
    strbuf_add(&plain, str_slice(text, kept, at));
    strbuf_add(&plain, S(" "));
    kept = at + 2;
  }
  strbuf_add(&plain, str_slice(text, kept, text.len));
  return strbuf_str(&plain);
}
