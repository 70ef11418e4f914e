/* Where readers of a PDF think that text stands. They go by a glyph's origin
 * and the advance that its font gives, so a bracket cut to half its width
 * seems to lie over its neighbours, and a thin gap between Hangul and a number
 * seems to be a word space. Private to export/. */
#ifndef JIKJI_EXPORT_TEXT_BOXES_H
#define JIKJI_EXPORT_TEXT_BOXES_H

#include <cairo.h>

#include "text/text.h"

/* Glyphs and clusters as cairo takes them. */
typedef struct TextClusters {
  List(cairo_glyph_t) glyphs;
  List(cairo_text_cluster_t) clusters; /* none: the text runs backward */
} TextClusters;

/* The run with its origin at `x`, `y`. A cluster whose box is not what it shows
 * becomes one with its neighbour in the word; beside a space, or at an end of
 * the run, a blank glyph ends its box. cairo writes the text of such clusters
 * as ActualText (ISO 32000-1, 14.9.4), whose box readers take from the first
 * glyph's origin to the last one's end. */
TextClusters text_clusters(Arena *scratch, const GlyphRun *run, double x,
                           double y);

#endif
