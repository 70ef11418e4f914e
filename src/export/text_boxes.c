#include "export/text_boxes.h"

#include <glib.h>

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

typedef struct BoxWriter {
  Arena *scratch;
  const GlyphRun *run;
  double y;
  uint32_t blank; /* glyph of a space; 0: the face has none */
  double blank_width;
  TextClusters *text;
} BoxWriter;

static void add_glyph(const BoxWriter *writer, uint32_t glyph, double x,
                      double y) {
  cairo_glyph_t placed = {.index = glyph, .x = x, .y = y};
  list_add(writer->scratch, &writer->text->glyphs, placed);
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

/* Boxes [first, end) as one cluster, blanks at its ends where asked for. */
static void write_cluster(const BoxWriter *writer, const Box *first,
                          const Box *end, bool starts_off, bool ends_off) {
  int before = writer->text->glyphs.count;
  int bytes = 0;
  if (starts_off && writer->blank)
    add_glyph(writer, writer->blank, first->left, writer->y);
  for (const Box *box = first; box < end; box++) {
    add_glyphs(writer, box);
    bytes += box->bytes;
  }
  if (ends_off && writer->blank)
    add_glyph(writer, writer->blank, end[-1].right - writer->blank_width,
              writer->y);
  cairo_text_cluster_t cluster = {bytes, writer->text->glyphs.count - before};
  list_add(writer->scratch, &writer->text->clusters, cluster);
}

/* Whether readers would take what stands between two boxes amiss: the first
 * reaches too far or not far enough, or the second begins too early. */
static bool clash(const Box *box, const Box *next, double most) {
  return ABS(box->over_right) > most || next->over_left > most;
}

static void write_boxes(const BoxWriter *writer, const BoxList *boxes,
                        double most) {
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
    write_cluster(writer, first, last + 1, starts_off, ends_off);
    i = end;
  }
}

/* Glyphs alone, for text that runs backward. */
static void place_glyphs(const BoxWriter *writer, double pen) {
  for (int i = 0; i < writer->run->glyph_count; i++) {
    const Glyph *glyph = &writer->run->glyphs[i];
    add_glyph(writer, glyph->id, pen + (double)glyph->x_offset,
              writer->y - (double)glyph->y_offset);
    pen += (double)glyph->advance;
  }
}

TextClusters text_clusters(Arena *scratch, const GlyphRun *run, double x,
                           double y) {
  TextClusters text = {0};
  double em = run->size * (run->stretch > 0 ? run->stretch : 1);
  BoxWriter writer = {.scratch = scratch,
                      .run = run,
                      .y = y,
                      .blank = face_space(run->face),
                      .text = &text};
  writer.blank_width = face_glyph_advance(run->face, writer.blank) * em;
  BoxList boxes = find_boxes(scratch, run, x);
  if (boxes.count)
    write_boxes(&writer, &boxes, slack * em);
  else
    place_glyphs(&writer, x);
  return text;
}
