/* Where readers of a PDF think that text stands. They go by a glyph's origin
 * and the advance that its font gives, so a bracket cut to half its width
 * seems to lie over its neighbours, and a thin gap between Hangul and a number
 * seems to be a word space. Private to export/. */
#ifndef JIKJI_EXPORT_TEXT_BOXES_H
#define JIKJI_EXPORT_TEXT_BOXES_H

#include <cairo.h>

#include "text/text.h"

/* A stretch of a run as cairo takes it. */
typedef struct TextPart {
  List(cairo_glyph_t) glyphs;
  List(cairo_text_cluster_t) clusters; /* none: the text runs backward */
  StrBuf text;                         /* of the clusters */
  StrBuf shown;     /* the author's, without the text of blanks */
  bool is_replaced; /* readers must be told `shown`: the boxes mislead */
} TextPart;

typedef List(TextPart) TextParts;

/* The run with its origin at `x`, `y`. What stands beside a cluster whose box
 * is not what it shows makes one replaced part with it, up to the word's end;
 * beside a space, or at an end of the run, a blank glyph ends the box. Readers
 * take the box of a replaced text (ISO 32000-1, 14.9.4) from the first glyph's
 * origin to the last one's end. No-break spaces are written as spaces: they
 * have one glyph, which knows one text, and readers search for that. */
TextParts text_parts(Arena *scratch, const GlyphRun *run, double x, double y);

/* All of the part as one cluster: cairo itself then replaces its text. */
void text_part_merge(TextPart *part);

#endif
