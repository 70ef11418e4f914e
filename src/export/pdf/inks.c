/* Pictures of four inks, which come from inside SVG files: librsvg hands their
 * bytes on. A file whose output intent is sRGB may not hold them (ISO 19005-2,
 * 6.2.4.3). */
#include "export/pdf/document.h"
#include "export/picture.h"

static Str rgb_bytes(Arena *scratch, cairo_surface_t *surface) {
  int width = cairo_image_surface_get_width(surface);
  int height = cairo_image_surface_get_height(surface);
  size_t stride = (size_t)cairo_image_surface_get_stride(surface);
  const unsigned char *data = cairo_image_surface_get_data(surface);
  char *bytes = arena_alloc_array(scratch, width * height, 3);
  char *out = bytes;
  for (int y = 0; y < height; y++) {
    const uint32_t *row =
        (const uint32_t *)(const void *)(data + (size_t)y * stride);
    for (int x = 0; x < width; x++)
      for (int shift = 16; shift >= 0; shift -= 8)
        *out++ = (char)(row[x] >> shift & 0xff);
  }
  return (Str){bytes, width * height * 3};
}

bool pdf_copy_inks(PdfDocument *document, const PdfObject *object, int copy) {
  if (!str_is(pdf_dictionary_find(object->value, "ColorSpace"), "/DeviceCMYK"))
    return false;
  Image image = {.kind = IMAGE_JPEG, .bytes = object->stream};
  Picture picture = picture_open(&image, false);
  if (!picture.surface) return false;
  Str entries = str_format(document->scratch,
                           "/Type/XObject/Subtype/Image/Width %d/Height %d"
                           "/ColorSpace/DeviceRGB/BitsPerComponent 8",
                           cairo_image_surface_get_width(picture.surface),
                           cairo_image_surface_get_height(picture.surface));
  pdf_set_stream(&document->writer, copy, entries,
                 rgb_bytes(document->scratch, picture.surface));
  cairo_surface_destroy(picture.surface);
  return true;
}
