/* A picture file in, its kind and natural size out; whatever cannot be shown
 * later is an error here. */
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "export/export.h"
#include "export/picture.h"
#include "export/svg_library.h"

/* Pictures that do not say how dense they are: CSS pixels. */
static const double default_ppi = 96;

typedef struct PictureSize {
  double width_px, height_px, ppi_x, ppi_y;
} PictureSize;

static unsigned big_endian(Str bytes, int at) {
  unsigned value = 0;
  for (int i = 0; i < 4 && at + i < bytes.len; i++)
    value = value << 8 | (unsigned char)bytes.text[at + i];
  return value;
}

/* Chunks of PNG (PNG, 5.3) up to the pixels. */
static bool png_size(Str bytes, PictureSize *size) {
  enum { FIRST_CHUNK = 8, CHUNK_FRAME = 12, METRE = 1 };
  if (bytes.len < FIRST_CHUNK + CHUNK_FRAME + 13) return false;
  size->width_px = big_endian(bytes, 16);
  size->height_px = big_endian(bytes, 20);
  for (int at = FIRST_CHUNK; at + CHUNK_FRAME <= bytes.len;) {
    unsigned len = big_endian(bytes, at);
    Str type = str_slice(bytes, at + 4, at + 8);
    if (len > (unsigned)(bytes.len - at - CHUNK_FRAME)) break;
    if (str_is(type, "IDAT")) break;
    if (str_is(type, "pHYs") && len == 9 && bytes.text[at + 16] == METRE) {
      size->ppi_x = big_endian(bytes, at + 8) * 0.0254;
      size->ppi_y = big_endian(bytes, at + 12) * 0.0254;
    }
    at += CHUNK_FRAME + (int)len;
  }
  return true;
}

static bool jpeg_size(Str bytes, PictureSize *size) {
  JpegHead head;
  if (!jpeg_head_read(bytes, &head)) return false;
  bool lies = head.orientation >= 5;
  *size = (PictureSize){
      lies ? head.height : head.width, lies ? head.width : head.height,
      lies ? head.ppi_y : head.ppi_x, lies ? head.ppi_x : head.ppi_y};
  return true;
}

static bool svg_size(Str bytes, PictureSize *size) {
  const SvgLibrary *svg = svg_library();
  if (!svg) return false;
  Arena scratch = {0};
  Str text = picture_svg_without_links(&scratch, bytes);
  RsvgHandle *handle = svg->handle_new_from_data((const guint8 *)text.text,
                                                 (gsize)text.len, NULL);
  arena_clear(&scratch);
  if (!handle) return false;
  svg->handle_set_dpi(handle, default_ppi);
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box = {0};
  svg->handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height,
                                       &height, &has_box, &box);
  if (!svg->handle_get_intrinsic_size_in_pixels(handle, &size->width_px,
                                                &size->height_px)) {
    size->width_px = has_box ? box.width : 300; /* as CSS 2.2, 10.3.2 */
    size->height_px = has_box ? box.height : 150;
  }
  svg->object_unref(handle);
  return true;
}

typedef struct KindReader {
  ImageKind kind;
  const char *name;
  bool (*size)(Str bytes, PictureSize *size);
} KindReader;

static const KindReader readers[] = {
    {IMAGE_PNG, "PNG", png_size},
    {IMAGE_JPEG, "JPEG", jpeg_size},
    {IMAGE_SVG, "SVG", svg_size},
};

static const KindReader *find_reader(Str bytes) {
  if (str_starts(bytes, S("\x89PNG\r\n\x1a\n"))) return &readers[0];
  if (str_starts(bytes, S("\xff\xd8\xff"))) return &readers[1];
  Str head = str_slice(bytes, 0, bytes.len < 4096 ? bytes.len : 4096);
  return str_find(head, S("<svg")) >= 0 || str_find(head, S(":svg")) >= 0
             ? &readers[2]
             : NULL;
}

static bool is_readable(const Image *image) {
  if (image->kind == IMAGE_SVG) return true; /* its size was read by librsvg */
  Picture picture = picture_open(image);
  if (picture.surface) cairo_surface_destroy(picture.surface);
  return picture.surface != NULL;
}

static double points(double pixels, double ppi) {
  return pixels * 72 / (ppi > 1 ? ppi : default_ppi);
}

/* Sides that say nothing, or more than memory holds. */
static bool is_usable(const PictureSize *size) {
  return size->width_px > 0 && size->height_px > 0 &&
         size->width_px <= LIMIT_PICTURE_SIDE_PX &&
         size->height_px <= LIMIT_PICTURE_SIDE_PX &&
         size->width_px * size->height_px <= LIMIT_PICTURE_PIXELS;
}

const Image *image_read(Arena *arena, Str path, Place asked, Diags *diags) {
  Str bytes;
  if (!file_read(arena, path, LIMIT_FILE_BYTES, asked, diags, &bytes))
    return NULL;
  const KindReader *reader = find_reader(bytes);
  if (!reader) {
    diag(diags, DIAG_EXPORT_PICTURE, asked, "'%.*s' is no picture jikji knows",
         STR(path));
    diag_hint(diags, "PNG, JPEG and SVG files can be placed");
    return NULL;
  }
  PictureSize size = {0};
  if (!reader->size(bytes, &size)) {
    diag(diags, DIAG_EXPORT_PICTURE, asked, "'%.*s' is a broken %s file",
         STR(path), reader->name);
    return NULL;
  }
  if (!is_usable(&size)) {
    diag(diags, DIAG_EXPORT_PICTURE, asked,
         "'%.*s' has %.0f x %.0f pixels, which cannot be shown", STR(path),
         size.width_px, size.height_px);
    diag_hint(diags, "a side has 1 to %d pixels", LIMIT_PICTURE_SIDE_PX);
    return NULL;
  }
  Image *image = arena_new(arena, Image);
  *image = (Image){.kind = reader->kind,
                   .bytes = bytes,
                   .width = points(size.width_px, size.ppi_x),
                   .height = points(size.height_px, size.ppi_y)};
  if (is_readable(image)) return image;
  diag(diags, DIAG_EXPORT_PICTURE, asked, "'%.*s' is a broken %s file",
       STR(path), reader->name);
  return NULL;
}
