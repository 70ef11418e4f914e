/* Where readers of a PDF think that text stands. They go by a glyph's origin
 * and the advance that its font gives, so a bracket cut to half its width
 * seems to lie over its neighbours, and a thin gap between Hangul and a number
 * seems to be a word space. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_TEXT_BOXES_H
#define JIKJI_EXPORT_PDF_TEXT_BOXES_H

#include "export/pdf/fonts.h"

/* A cluster of the run: its glyphs, its text, its place on the line. */
typedef struct TextBox {
  int first, end; /* glyphs */
  Str text;
  double left, right;           /* where it stands, from the run's origin */
  double over_left, over_right; /* how far its font's box goes beyond that */
  bool is_space;
} TextBox;

/* Boxes that are shown alike. */
typedef struct TextPart {
  int first, end;
  bool is_replaced; /* readers must be told its text: the boxes mislead */
  bool begins_blank, ends_blank; /* a blank glyph begins, ends its box */
} TextPart;

/* {.arena = a} is an empty one, to be used for one run after the other. */
typedef struct TextBoxes {
  Arena *arena;
  List(int) glyphs;    /* of the run, as indices of the font's */
  List(TextBox) boxes; /* in the order of the glyphs */
  List(TextPart) parts;
  double blank_width; /* of the font's blank glyph, in this run */
} TextBoxes;

/* What stands beside a cluster whose box is not what it shows makes one
 * replaced part with it, up to the word's end; beside a space, or at an end of
 * the run, a blank glyph ends the box. Readers take the box of a replaced text
 * (ISO 32000-1, 14.9.4) from the first glyph's origin to the last one's end.
 * Text that runs backward is one plain part; where glyphs and text do not stand
 * in order, all of the run is one box. */
void text_boxes_find(TextBoxes *boxes, PdfFont *font, const GlyphRun *run);

/* What a box is read as. No-break spaces are read as spaces: they have one
 * glyph, which knows one text, and readers search for that. */
Str text_box_plain(Arena *scratch, const TextBox *box);

#endif
