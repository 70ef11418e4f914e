/* PNG and JPEG files in, image objects out (ISO 32000-1, 8.9.5). What PDF can
 * hold as it is keeps its own bytes. */
#include "export/pdf/document.h"
#include "export/picture.h"

/* ---- Pixels ---- */

static unsigned char straight(uint32_t pixel, int shift, uint32_t alpha) {
  uint32_t value = pixel >> shift & 0xff;
  if (alpha == 0xff) return (unsigned char)value;
  if (alpha == 0) return 0;
  value = (value * 0xff + alpha / 2) / alpha;
  return (unsigned char)MIN(value, 0xff);
}

typedef struct PixelRows {
  int width, height;
  size_t stride;
  const unsigned char *data;
  bool has_alpha;
  bool is_grey, is_opaque;
} PixelRows;

static uint32_t pixel_at(const PixelRows *rows, int x, int y) {
  const unsigned char *row = rows->data + (size_t)y * rows->stride;
  uint32_t pixel = ((const uint32_t *)(const void *)row)[x];
  return rows->has_alpha ? pixel : pixel | 0xff000000u;
}

static PixelRows read_rows(cairo_surface_t *surface) {
  cairo_surface_flush(surface);
  PixelRows rows = {.width = cairo_image_surface_get_width(surface),
                    .height = cairo_image_surface_get_height(surface),
                    .stride = (size_t)cairo_image_surface_get_stride(surface),
                    .data = cairo_image_surface_get_data(surface),
                    .has_alpha = cairo_image_surface_get_format(surface) ==
                                 CAIRO_FORMAT_ARGB32,
                    .is_grey = true,
                    .is_opaque = true};
  for (int y = 0; y < rows.height; y++) {
    for (int x = 0; x < rows.width; x++) {
      uint32_t pixel = pixel_at(&rows, x, y);
      uint32_t red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff;
      rows.is_opaque &= pixel >> 24 == 0xff;
      rows.is_grey &= red == green && green == (pixel & 0xff);
    }
  }
  return rows;
}

/* The bytes of the channels at these shifts of a pixel. */
static Str channel_bytes(Arena *scratch, const PixelRows *rows,
                         const int *shifts, int count) {
  int size = rows->width * rows->height;
  char *bytes = arena_alloc_array(scratch, size, (size_t)count);
  char *out = bytes;
  for (int y = 0; y < rows->height; y++) {
    for (int x = 0; x < rows->width; x++) {
      uint32_t pixel = pixel_at(rows, x, y);
      for (int i = 0; i < count; i++)
        *out++ = shifts[i] == 24
                     ? (char)(pixel >> 24)
                     : (char)straight(pixel, shifts[i], pixel >> 24);
    }
  }
  return (Str){bytes, size * count};
}

static void put_head(StrBuf *entries, int width, int height, bool is_grey) {
  strbuf_addf(entries,
              "/Type/XObject/Subtype/Image/Width %d/Height %d"
              "/BitsPerComponent 8/ColorSpace/%s",
              width, height, is_grey ? "DeviceGray" : "DeviceRGB");
}

void pdf_set_pixels(PdfDocument *document, int number,
                    cairo_surface_t *surface) {
  static const int alpha[] = {24}, grey[] = {0}, colors[] = {16, 8, 0};
  Arena scratch = {0};
  PixelRows rows = read_rows(surface);
  StrBuf entries = {.arena = &scratch}, mask = {.arena = &scratch};
  put_head(&entries, rows.width, rows.height, rows.is_grey);
  if (!rows.is_opaque) {
    put_head(&mask, rows.width, rows.height, true);
    int covers = pdf_add_stream(&document->writer, strbuf_str(&mask),
                                channel_bytes(&scratch, &rows, alpha, 1));
    pdf_put_reference(&entries, "/SMask", covers);
  }
  pdf_set_stream(&document->writer, number, strbuf_str(&entries),
                 rows.is_grey ? channel_bytes(&scratch, &rows, grey, 1)
                              : channel_bytes(&scratch, &rows, colors, 3));
  arena_clear(&scratch);
}

/* ---- Files ---- */

/* From the unit square to the pixels, to how they are seen, to the unit square
 * with y down. */
static Matrix seen_matrix(const Picture *picture, double width, double height) {
  Matrix pixels = {width, 0, 0, -height, 0, height};
  Matrix seen = matrix_multiply(pixels, picture->turn);
  return matrix_multiply(
      seen, matrix_scale(1.0 / picture->width, 1.0 / picture->height));
}

static PdfPicture add_jpeg(PdfDocument *document, const Image *image,
                           const JpegHead *head) {
  StrBuf entries = {.arena = document->scratch};
  put_head(&entries, head->width, head->height, head->components == 1);
  strbuf_add(&entries, S("/Filter/DCTDecode"));
  int number = pdf_reserve(&document->writer);
  pdf_set_packed(&document->writer, number, strbuf_str(&entries), image->bytes);
  Picture picture = jpeg_turned(head);
  return (PdfPicture){.number = number,
                      .matrix =
                          seen_matrix(&picture, head->width, head->height)};
}

static PdfPicture add_png(PdfDocument *document, const PngStream *png) {
  StrBuf entries = {.arena = document->scratch};
  strbuf_addf(&entries,
              "/Type/XObject/Subtype/Image/Width %d/Height %d"
              "/BitsPerComponent %d/Filter/FlateDecode/DecodeParms"
              "<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>",
              png->width, png->height, png->bits, png->channels, png->bits,
              png->width);
  if (png->palette.len) {
    strbuf_addf(&entries, "/ColorSpace[/Indexed/DeviceRGB %d",
                png->palette.len / 3 - 1);
    pdf_put_bytes(&entries, png->palette);
    strbuf_add(&entries, S("]"));
  } else {
    strbuf_add_c(&entries, png->channels == 1 ? "/ColorSpace/DeviceGray"
                                              : "/ColorSpace/DeviceRGB");
  }
  int number = pdf_reserve(&document->writer);
  pdf_set_packed(&document->writer, number, strbuf_str(&entries), png->packed);
  return (PdfPicture){.number = number, .matrix = {1, 0, 0, -1, 0, 1}};
}

static PdfPicture add_pixels(PdfDocument *document, const Image *image) {
  Picture picture = picture_open(image);
  if (!picture.surface) return (PdfPicture){0};
  int number = pdf_reserve(&document->writer);
  pdf_set_pixels(document, number, picture.surface);
  double width = cairo_image_surface_get_width(picture.surface);
  double height = cairo_image_surface_get_height(picture.surface);
  cairo_surface_destroy(picture.surface);
  return (PdfPicture){.number = number,
                      .matrix = seen_matrix(&picture, width, height)};
}

PdfPicture pdf_add_raster(PdfDocument *document, const Image *image) {
  Arena scratch = {0};
  JpegHead head;
  PngStream png;
  PdfPicture picture;
  if (image->kind == IMAGE_JPEG && jpeg_stands_as_is(image->bytes, &head))
    picture = add_jpeg(document, image, &head);
  else if (image->kind == IMAGE_PNG &&
           png_stands_as_is(&scratch, image->bytes, &png))
    picture = add_png(document, &png);
  else
    picture = add_pixels(document, image);
  arena_clear(&scratch);
  return picture;
}
