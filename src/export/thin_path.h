/* Long outlines made short for pixels. Private to export/. */
#ifndef JIKJI_EXPORT_THIN_PATH_H
#define JIKJI_EXPORT_THIN_PATH_H

#include "frame/path.h"

/* Paths of fewer segments are drawn as they are. */
enum { PATH_LONG = 5000 };

/* A path that covers the same pixels: of points that follow each other within
 * an eighth of a pixel across, the first, the outermost two and the last (M4;
 * Jugel and others, 2014). Curves stay. `to_pixels` takes the path's
 * coordinates to the raster's. */
Path *path_thin(Arena *arena, const Path *path, Matrix to_pixels);

#endif
