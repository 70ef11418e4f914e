#include "export/text_boxes.h"

#include <glib.h>
#include <string.h>

/* pdftotext takes a gap of a tenth of an em for a word space, and an overlap of
 * as much for another word. */
static const double slack = .085;

/* A cluster of the run: its glyphs, its text, its place on the line. */
typedef struct Box {
  int first, end;               /* glyphs */
  int bytes;                    /* of text */
  double left, right;           /* where it stands */
  double over_left, over_right; /* how far its font's box goes beyond that */
  bool is_space;
} Box;

typedef List(Box) BoxList;

static bool is_space_at(const GlyphRun *run, int byte) {
  if (byte >= run->text.len) return false;
  uint32_t c = str_next(run->text, &byte);
  return c == 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

/* From the pen's place at its first glyph to that after its last. */
static Box measure_box(const GlyphRun *run, int first, int end, double pen) {
  double em = run->size * (run->stretch > 0 ? run->stretch : 1);
  Box box = {.first = first, .end = end, .left = pen, .right = pen};
  double least = 0, most = 0;
  for (int i = first; i < end; i++) {
    const Glyph *glyph = &run->glyphs[i];
    double origin = box.right + (double)glyph->x_offset;
    double edge = origin + face_glyph_advance(run->face, glyph->id) * em;
    if (i == first) least = origin;
    most = edge;
    box.right += (double)glyph->advance;
  }
  box.over_left = box.left - least;
  box.over_right = most - box.right;
  return box;
}

/* Glyphs with the same cluster belong together; a cluster's text runs to where
 * the next one begins. Empty for text that runs backward. */
static BoxList find_boxes(Arena *scratch, const GlyphRun *run, double pen) {
  BoxList boxes = {0};
  int start = 0; /* byte where the cluster begins; the first takes the rest */
  for (int i = 0; i < run->glyph_count;) {
    int first = i, at = run->glyphs[i].cluster;
    while (i < run->glyph_count && run->glyphs[i].cluster == at)
      i++;
    int end = i < run->glyph_count ? run->glyphs[i].cluster : run->text.len;
    if (end <= start || end > run->text.len) return (BoxList){0};
    Box box = measure_box(run, first, i, pen);
    box.bytes = end - start;
    box.is_space = is_space_at(run, start);
    list_add(scratch, &boxes, box);
    pen = box.right;
    start = end;
  }
  return boxes;
}

/* A glyph without ink, and what who overlooks the replaced text gets for it. */
typedef struct Blank {
  uint32_t glyph; /* 0: the face has none */
  Str text;
  double width;
} Blank;

/* The ideographic space: its glyph is free to say that nothing is there, as the
 * one of the space is not. */
static Blank find_blank(const Face *face, double em) {
  Blank blank = {face_ideographic_space(face), S("\u200B"), 0};
  if (!blank.glyph || blank.glyph == face_space(face))
    blank = (Blank){face_space(face), S(" "), 0};
  blank.width = face_glyph_advance(face, blank.glyph) * em;
  return blank;
}

typedef struct BoxWriter {
  Arena *scratch;
  const GlyphRun *run;
  double y;
  Blank blank;
  int byte; /* of the run's text, where the coming cluster begins */
  TextParts *parts;
} BoxWriter;

static void add_glyph(const BoxWriter *writer, uint32_t glyph, double x,
                      double y) {
  cairo_glyph_t placed = {.index = glyph, .x = x, .y = y};
  list_add(writer->scratch, &list_last(writer->parts)->glyphs, placed);
}

static void add_glyphs(const BoxWriter *writer, const Box *box) {
  double pen = box->left;
  for (int i = box->first; i < box->end; i++) {
    const Glyph *glyph = &writer->run->glyphs[i];
    add_glyph(writer, glyph->id, pen + (double)glyph->x_offset,
              writer->y - (double)glyph->y_offset);
    pen += (double)glyph->advance;
  }
}

static TextPart *open_part(const BoxWriter *writer, bool is_replaced) {
  TextPart part = {.text = {.arena = writer->scratch},
                   .shown = {.arena = writer->scratch},
                   .is_replaced = is_replaced};
  list_add(writer->scratch, writer->parts, part);
  return list_last(writer->parts);
}

static void add_plain(StrBuf *plain, Str text) {
  static const char unbroken[] = "\u00A0";
  for (int at = 0; at < text.len;) {
    bool is_space = text.len - at >= 2 && !memcmp(text.text + at, unbroken, 2);
    int next = at + (is_space ? 2 : 1);
    strbuf_add(plain, is_space ? S(" ") : str_slice(text, at, next));
    at = next;
  }
}

static void write_box(BoxWriter *writer, const Box *box) {
  TextPart *part = list_last(writer->parts);
  Str text =
      str_slice(writer->run->text, writer->byte, writer->byte + box->bytes);
  writer->byte += box->bytes;
  int before = part->text.len;
  add_plain(&part->text, text);
  add_plain(&part->shown, text);
  add_glyphs(writer, box);
  cairo_text_cluster_t cluster = {part->text.len - before,
                                  box->end - box->first};
  list_add(writer->scratch, &part->clusters, cluster);
}

static void write_blank(const BoxWriter *writer, double x) {
  const Blank *blank = &writer->blank;
  if (!blank->glyph) return;
  TextPart *part = list_last(writer->parts);
  strbuf_add(&part->text, blank->text);
  add_glyph(writer, blank->glyph, x, writer->y);
  cairo_text_cluster_t cluster = {blank->text.len, 1};
  list_add(writer->scratch, &part->clusters, cluster);
}

/* Boxes [first, end) as one replaced part, blanks at its ends where asked
 * for. */
static void write_replaced(BoxWriter *writer, const Box *first, const Box *end,
                           bool starts_off, bool ends_off) {
  open_part(writer, true);
  if (starts_off) write_blank(writer, first->left);
  for (const Box *box = first; box < end; box++)
    write_box(writer, box);
  if (ends_off) write_blank(writer, end[-1].right - writer->blank.width);
}

static void write_single(BoxWriter *writer, const Box *box) {
  if (!writer->parts->count || list_last(writer->parts)->is_replaced)
    open_part(writer, false);
  write_box(writer, box);
}

/* Whether readers would take what stands between two boxes amiss: the first
 * reaches too far or not far enough, or the second begins too early. */
static bool clash(const Box *box, const Box *next, double most) {
  return ABS(box->over_right) > most || next->over_left > most;
}

static void write_boxes(BoxWriter *writer, const BoxList *boxes, double most) {
  for (int i = 0; i < boxes->count;) {
    const Box *first = &boxes->items[i];
    int end = i + 1;
    while (!first->is_space && end < boxes->count &&
           !boxes->items[end].is_space &&
           clash(&boxes->items[end - 1], &boxes->items[end], most))
      end++;
    const Box *last = &boxes->items[end - 1];
    bool starts_off = !first->is_space && first->over_left > most;
    bool ends_off = !last->is_space && ABS(last->over_right) > most;
    if (last > first || starts_off || ends_off)
      write_replaced(writer, first, last + 1, starts_off, ends_off);
    else
      write_single(writer, first);
    i = end;
  }
}

/* Glyphs alone, for text that runs backward. */
static void place_glyphs(const BoxWriter *writer, double pen) {
  open_part(writer, false);
  for (int i = 0; i < writer->run->glyph_count; i++) {
    const Glyph *glyph = &writer->run->glyphs[i];
    add_glyph(writer, glyph->id, pen + (double)glyph->x_offset,
              writer->y - (double)glyph->y_offset);
    pen += (double)glyph->advance;
  }
}

TextParts text_parts(Arena *scratch, const GlyphRun *run, double x, double y) {
  TextParts parts = {0};
  double em = run->size * (run->stretch > 0 ? run->stretch : 1);
  BoxWriter writer = {.scratch = scratch,
                      .run = run,
                      .y = y,
                      .blank = find_blank(run->face, em),
                      .parts = &parts};
  BoxList boxes = find_boxes(scratch, run, x);
  if (boxes.count && g_utf8_validate(run->text.text, run->text.len, NULL))
    write_boxes(&writer, &boxes, slack * em);
  else
    place_glyphs(&writer, x);
  return parts;
}

void text_part_merge(TextPart *part) {
  part->text = part->shown;
  part->clusters.items[0] =
      (cairo_text_cluster_t){part->text.len, part->glyphs.count};
  part->clusters.count = 1;
}
