/* Fonts and shaping: text becomes glyph runs. The door of text/. */
#ifndef JIKJI_TEXT_TEXT_H
#define JIKJI_TEXT_TEXT_H

#include "base/diag.h"

/* One font file's face, opened once per FontSet. */
typedef struct Face Face;

typedef struct FaceInfo {
  Str family, style;   /* "Noto Serif CJK KR", "Bold" */
  Str version, sha256; /* of the file, as locked */
  Str path;
  int index;  /* in a collection */
  int weight; /* 400, 700 */
  bool is_pinned;
  double ascent, descent; /* of the em, both positive */
  double units_per_em;
} FaceInfo;

const FaceInfo *face_info(const Face *face);

/* The native handles that export/ draws and subsets with. Borrowed. */
struct _cairo_font_face *face_cairo(const Face *face);
struct hb_face_t *face_harfbuzz(const Face *face);

/* The pinned faces of fonts/fonts.lock (and, where asked for, the system's).
 * Belongs to one thread. */
typedef struct FontSet FontSet;

typedef struct FontOptions {
  Str folder;        /* holds fonts.lock */
  bool system_faces; /* a family that is not pinned may come from the system */
  bool warn_system;  /* ... with a warning that another machine may differ */
} FontOptions;

/* Opens the faces; a missing file, or one that is not the lock's by its size,
 * names, version and own checksum, is an error. (Summing 90 MB of fonts in
 * every run would take longer than all the rest: that is fonts_verify.) NULL
 * after an error. Released with the arena. */
FontSet *fonts_open(Arena *arena, const FontOptions *options, Diags *diags);

/* Compares the sha256 of every pinned file with the lock's; about 0.3 s. False
 * after an error. */
bool fonts_verify(const FontSet *fonts, Diags *diags);

/* Another FontSet over the same faces for another thread; cheap. The first
 * one's arena must outlive it. */
FontSet *fonts_share(Arena *arena, const FontSet *fonts);

/* Every pinned face, in the lock's order. */
int fonts_face_count(const FontSet *fonts);
const Face *fonts_face(const FontSet *fonts, int index);
bool face_covers(const Face *face, uint32_t code_point);

/* How a stretch of text is to be set. {0} with a size is serif, regular. */
typedef struct TextStyle {
  Str family;      /* a CSS-like list: "Noto Serif CJK KR, serif"; generic
                      serif, sans-serif and monospace are pinned faces */
  double size;     /* em, in points */
  int weight;      /* 0 and 400 regular; 700 bold */
  bool italic;     /* only where a face has it; Hangul stays upright */
  double tracking; /* added after each cluster, in em */
  double stretch;  /* 장평: horizontal scale, 0 means 1 */
  Str language;    /* "ko" (also when empty), "en" */
  bool tabular;    /* digits of one width */
} TextStyle;

/* One glyph at the run's size. Advance and offsets are in points, x to the
 * right, y up, the horizontal scale already in them. */
typedef struct Glyph {
  uint32_t id;
  float advance;
  float x_offset, y_offset;
  int cluster; /* byte in the run's text where its cluster begins */
} Glyph;

/* Glyphs of one face and size in one direction, and the text they show. */
typedef struct GlyphRun {
  const Face *face;
  double size;
  double stretch;
  Str text; /* the bytes that these glyphs show */
  Glyph *glyphs;
  int glyph_count;
  Str language;
  int span; /* which of the spans that were shaped it belongs to */
} GlyphRun;

/* A stretch of one style in a paragraph. `place` is where text stands in the
 * author's file, for messages about characters. */
typedef struct TextSpan {
  Str text;
  const TextStyle *style;
  Place place;
} TextSpan;

typedef struct ShapedText {
  GlyphRun *runs; /* in reading order */
  int run_count;
  double width; /* sum of the advances */
} ShapedText;

/* Itemises the spans as one paragraph (so that punctuation goes to the face of
 * the Hangul before it), falls back among the faces, shapes. A character that
 * no face has is an error that names it and the faces tried. The result is
 * always usable. */
ShapedText *text_shape(FontSet *fonts, Arena *arena, const TextSpan *spans,
                       int span_count, Diags *diags);

/* One style, one line: for labels. */
ShapedText *text_shape_label(FontSet *fonts, Arena *arena, Str text,
                             const TextStyle *style, Place place, Diags *diags);

/* The width that text_shape_label would have; remembers what it measured. */
double text_width(FontSet *fonts, Str text, const TextStyle *style);

/* The ink of a glyph at size 1, relative to its origin, y up. */
typedef struct GlyphInk {
  double x_min, x_max, y_min, y_max;
} GlyphInk;
GlyphInk face_glyph_ink(const Face *face, uint32_t glyph);

/* The advance that the font gives a glyph, at size 1. */
double face_glyph_advance(const Face *face, uint32_t glyph);

/* The glyph of U+0020; 0: the face has none. */
uint32_t face_space(const Face *face);

/* The glyph of U+3000, an em wide and without ink; 0: the face has none. */
uint32_t face_ideographic_space(const Face *face);

#endif
