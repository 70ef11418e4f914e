/* The pixels of PNG and JPEG files, as cairo surfaces. */
#include "export/picture.h"

#include <glib.h>
#include <string.h>
#include <turbojpeg.h>

#include "export/color_profile.h"

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
  Arena scratch = {0};
  Str profile = png_profile(&scratch, bytes);
  if (!profile_is_srgb(profile)) profile_convert_surface(profile, surface);
  arena_clear(&scratch);
  return (Picture){surface, cairo_image_surface_get_width(surface),
                   cairo_image_surface_get_height(surface), (Matrix){0}};
}

/* Without a profile: what is left of white behind each ink. 255 is none. */
static void mix_row(const unsigned char *inks, uint32_t *pixels, int width) {
  for (int x = 0; x < width; x++, inks += 4) {
    uint32_t black = inks[3];
    pixels[x] = 0xff000000u | inks[0] * black / 255 << 16 |
                inks[1] * black / 255 << 8 | inks[2] * black / 255;
  }
}

static void mix_inks(const unsigned char *inks, const JpegHead *head,
                     Str profile, unsigned char *pixels, size_t stride) {
  if (profile_convert_inks(profile, inks, (uint32_t *)(void *)pixels,
                           head->width, head->height, stride))
    return;
  for (int y = 0; y < head->height; y++)
    mix_row(inks + (size_t)head->width * 4 * (size_t)y,
            (uint32_t *)(void *)(pixels + (size_t)y * stride), head->width);
}

static bool decode_inks(tjhandle decoder, Str bytes, const JpegHead *head,
                        Str profile, unsigned char *pixels, size_t stride) {
  size_t size = (size_t)head->width * 4 * (size_t)head->height;
  unsigned char *inks = g_try_malloc(size);
  if (!inks) return false;
  bool is_whole = tjDecompress2(decoder, (const unsigned char *)bytes.text,
                                (unsigned long)bytes.len, inks, head->width, 0,
                                head->height, TJPF_CMYK, 0) == 0;
  for (size_t i = 0; is_whole && !head->is_adobe && i < size; i++)
    inks[i] = (unsigned char)(0xff - inks[i]);
  if (is_whole) mix_inks(inks, head, profile, pixels, stride);
  g_free(inks);
  return is_whole;
}

static cairo_surface_t *decode_jpeg(Str bytes, const JpegHead *head,
                                    Str profile) {
  enum {
    CAIRO_ORDER = G_BYTE_ORDER == G_LITTLE_ENDIAN ? TJPF_BGRX : TJPF_XRGB
  };
  cairo_surface_t *surface = settled(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, head->width, head->height));
  tjhandle decoder = tjInitDecompress();
  if (!surface || !decoder) return NULL;
  unsigned char *pixels = cairo_image_surface_get_data(surface);
  int stride = cairo_image_surface_get_stride(surface);
  bool is_whole =
      head->components == 4
          ? decode_inks(decoder, bytes, head, profile, pixels, (size_t)stride)
          : tjDecompress2(decoder, (const unsigned char *)bytes.text,
                          (unsigned long)bytes.len, pixels, head->width, stride,
                          head->height, CAIRO_ORDER, 0) == 0;
  tjDestroy(decoder);
  cairo_surface_mark_dirty(surface);
  if (is_whole && head->components != 4 && !profile_is_srgb(profile))
    profile_convert_surface(profile, surface);
  if (is_whole) return surface;
  cairo_surface_destroy(surface);
  return NULL;
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

bool jpeg_stands_as_is(Str bytes, JpegHead *head) {
  if (!jpeg_head_read(bytes, head) || !head->is_plain ||
      (head->components != 1 && head->components != 3))
    return false;
  Arena scratch = {0};
  bool is_srgb = profile_is_srgb(jpeg_profile(&scratch, bytes));
  arena_clear(&scratch);
  return is_srgb;
}

static Picture open_jpeg(Str bytes) {
  JpegHead head;
  if (!jpeg_head_read(bytes, &head)) return (Picture){0};
  Arena scratch = {0};
  Picture picture = jpeg_turned(&head);
  picture.surface = decode_jpeg(bytes, &head, jpeg_profile(&scratch, bytes));
  arena_clear(&scratch);
  return picture;
}

Picture picture_open(const Image *image) {
  return image->kind == IMAGE_PNG ? open_png(image->bytes)
                                  : open_jpeg(image->bytes);
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
