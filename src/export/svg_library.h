/* librsvg, loaded when the first SVG picture is met: with it come thirty
 * libraries, half of the time that a small chart takes. Private to export/. */
#ifndef JIKJI_EXPORT_SVG_LIBRARY_H
#define JIKJI_EXPORT_SVG_LIBRARY_H

#include <librsvg/rsvg.h>

/* The functions of librsvg 2.52 under their names less "rsvg_". */
typedef struct SvgLibrary {
  __typeof__(rsvg_handle_new_from_data) *handle_new_from_data;
  __typeof__(rsvg_handle_set_dpi) *handle_set_dpi;
  __typeof__(rsvg_handle_get_intrinsic_dimensions)
      *handle_get_intrinsic_dimensions;
  __typeof__(rsvg_handle_get_intrinsic_size_in_pixels)
      *handle_get_intrinsic_size_in_pixels;
  __typeof__(rsvg_handle_render_document) *handle_render_document;
  __typeof__(g_object_unref) *object_unref;
} SvgLibrary;

/* NULL where this machine has none. Any thread may ask. */
const SvgLibrary *svg_library(void);

#endif
