/* The pixels of PNG and JPEG files, as cairo surfaces. */
#include "export/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

typedef struct PngBytes {
  Str bytes;
  int at;
} PngBytes;

static cairo_status_t read_bytes(void *closure, unsigned char *data,
                                 unsigned length) {
  PngBytes *source = closure;
  if (length > (unsigned)(source->bytes.len - source->at))
    return CAIRO_STATUS_READ_ERROR;
  memcpy(data, source->bytes.text + source->at, length);
  source->at += (int)length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *settled(cairo_surface_t *surface) {
  if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) return surface;
  cairo_surface_destroy(surface);
  return NULL;
}

static Picture open_png(Str bytes) {
  PngBytes source = {bytes, 0};
  cairo_surface_t *surface =
      settled(cairo_image_surface_create_from_png_stream(read_bytes, &source));
  if (!surface) return (Picture){0};
  return (Picture){surface, cairo_image_surface_get_width(surface),
                   cairo_image_surface_get_height(surface), (Matrix){0}};
}

static void copy_row(const guint8 *from, int channels, uint32_t *to,
                     int width) {
  for (int x = 0; x < width; x++, from += channels)
    to[x] = 0xff000000u | (uint32_t)from[0] << 16 | (uint32_t)from[1] << 8 |
            from[2];
}

static cairo_surface_t *surface_from_pixbuf(const GdkPixbuf *pixbuf) {
  int width = gdk_pixbuf_get_width(pixbuf);
  int height = gdk_pixbuf_get_height(pixbuf);
  cairo_surface_t *surface =
      settled(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  if (!surface) return NULL;
  unsigned char *pixels = cairo_image_surface_get_data(surface);
  size_t stride = (size_t)cairo_image_surface_get_stride(surface);
  const guint8 *from = gdk_pixbuf_read_pixels(pixbuf);
  size_t from_stride = (size_t)gdk_pixbuf_get_rowstride(pixbuf);
  for (int y = 0; y < height; y++)
    copy_row(from + (size_t)y * from_stride, gdk_pixbuf_get_n_channels(pixbuf),
             (uint32_t *)(void *)(pixels + (size_t)y * stride), width);
  cairo_surface_mark_dirty(surface);
  return surface;
}

static cairo_surface_t *decode_jpeg(Str bytes) {
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type("jpeg", NULL);
  if (!loader) return NULL;
  bool is_whole = gdk_pixbuf_loader_write(loader, (const guchar *)bytes.text,
                                          (gsize)bytes.len, NULL);
  is_whole = gdk_pixbuf_loader_close(loader, NULL) && is_whole;
  GdkPixbuf *pixbuf = is_whole ? gdk_pixbuf_loader_get_pixbuf(loader) : NULL;
  cairo_surface_t *surface = pixbuf ? surface_from_pixbuf(pixbuf) : NULL;
  g_object_unref(loader);
  return surface;
}

/* A surface of the right size whose pixels nobody reads: cairo's PDF writer
 * takes the attached file instead. */
static cairo_surface_t *wrap_jpeg(Str bytes, const JpegHead *head) {
  cairo_surface_t *surface = settled(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, head->width, head->height));
  if (surface)
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
                                (const unsigned char *)bytes.text,
                                (unsigned long)bytes.len, NULL, NULL);
  return surface;
}

/* EXIF 2.3, 4.6.4: which corner of the pixels is the seen picture's first. */
static Matrix turn_of(const JpegHead *head) {
  double w = head->width, h = head->height;
  const Matrix turns[] = {
      [1] = {1, 0, 0, 1, 0, 0},   [2] = {-1, 0, 0, 1, w, 0},
      [3] = {-1, 0, 0, -1, w, h}, [4] = {1, 0, 0, -1, 0, h},
      [5] = {0, 1, 1, 0, 0, 0},   [6] = {0, 1, -1, 0, h, 0},
      [7] = {0, -1, -1, 0, h, w}, [8] = {0, -1, 1, 0, 0, w},
  };
  return turns[head->orientation];
}

Picture jpeg_turned(const JpegHead *head) {
  bool lies = head->orientation >= 5;
  return (Picture){.width = lies ? head->height : head->width,
                   .height = lies ? head->width : head->height,
                   .turn = turn_of(head)};
}

static Picture open_jpeg(Str bytes, bool keep) {
  JpegHead head;
  if (!jpeg_head_read(bytes, &head)) return (Picture){0};
  bool fits_pdf = head.components == 1 || head.components == 3;
  Picture picture = jpeg_turned(&head);
  picture.surface =
      keep && fits_pdf ? wrap_jpeg(bytes, &head) : decode_jpeg(bytes);
  return picture;
}

Picture picture_open(const Image *image, bool keep_jpeg) {
  return image->kind == IMAGE_PNG ? open_png(image->bytes)
                                  : open_jpeg(image->bytes, keep_jpeg);
}

static bool is_name_end(Str svg, int at) {
  return at >= svg.len || strchr(" \t\r\n/>", svg.text[at]);
}

/* Whether an element of that name, or its end, starts at `at`. */
static bool is_element(Str svg, int at, const char *name) {
  if (svg.text[at] != '<') return false;
  at += at + 1 < svg.len && svg.text[at + 1] == '/' ? 2 : 1;
  Str rest = str_slice(svg, at, svg.len);
  int len = (int)strlen(name);
  return str_starts(rest, (Str){name, len}) && is_name_end(rest, len);
}

/* "<text/>": the tag that starts at `at` ends itself. */
static bool is_empty_element(Str svg, int at) {
  for (at++; at < svg.len && svg.text[at] != '<'; at++)
    if (svg.text[at] == '>') return svg.text[at - 1] == '/';
  return false;
}

Str picture_svg_without_links(Arena *arena, Str svg) {
  StrBuf plain = {.arena = arena};
  int kept = 0, text_depth = 0;
  for (int at = 0; at + 1 < svg.len; at++) {
    if (svg.text[at] != '<') continue;
    bool is_end = svg.text[at + 1] == '/';
    if (is_element(svg, at, "text") && !is_empty_element(svg, at))
      text_depth += is_end ? -1 : 1;
    if (!is_element(svg, at, "a")) continue;
    int name = at + (is_end ? 2 : 1);
    strbuf_add(&plain, str_slice(svg, kept, name));
    strbuf_add_c(&plain, text_depth > 0 ? "tspan" : "g");
    kept = name + 1;
  }
  if (kept == 0) return svg;
  strbuf_add(&plain, str_slice(svg, kept, svg.len));
  return strbuf_str(&plain);
}
