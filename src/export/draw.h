/* Frames onto pixels, by cairo. Private to export/. */
#ifndef JIKJI_EXPORT_DRAW_H
#define JIKJI_EXPORT_DRAW_H

#include <cairo.h>

#include "frame/frame.h"

typedef struct Drawing {
  cairo_t *cairo;
  Arena *scratch;
} Drawing;

/* Draws all of the frame with its origin at the current one. */
void draw_frame(Drawing *drawing, const Frame *frame);

/* Lower parts, one file each. */
void draw_path(cairo_t *cairo, const Path *path);    /* sets the current path */
void draw_paint(cairo_t *cairo, const Paint *paint); /* sets the source */
void draw_path_item(cairo_t *cairo, const FrameItem *item);
/* The same, for paths that may be long. */
void draw_path_any(Drawing *drawing, const FrameItem *item);
void draw_stamps(Drawing *drawing, const Stamps *stamps);
void draw_glyphs(Drawing *drawing, const FrameItem *item);
void draw_image(Drawing *drawing, const FrameItem *item);

cairo_matrix_t draw_matrix(Matrix matrix);

#endif
