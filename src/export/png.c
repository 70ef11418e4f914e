/* A frame in, a PNG file out: cairo paints, the chunks are our own (cairo's
 * writer knows no resolution and is three times slower). */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "base/limits.h"
#include "export/deflate.h"
#include "export/draw.h"
#include "export/export.h"

typedef struct Raster {
  cairo_surface_t *surface;
  int width, height, stride; /* stride in bytes */
  const unsigned char *pixels;
  bool has_alpha;
} Raster;

static void release_surface(void *surface) {
  cairo_surface_destroy(surface);
}

static void release_cairo(void *cairo) {
  cairo_destroy(cairo);
}

static bool is_too_big(double width, double height) {
  return !(width <= LIMIT_PICTURE_SIDE_PX && height <= LIMIT_PICTURE_SIDE_PX &&
           width * height <= LIMIT_PICTURE_PIXELS);
}

static double pixel_count(double length, double scale) {
  return fmax(1, ceil(length * scale - 1e-6));
}

static cairo_t *open_cairo(Arena *scratch, Raster *raster, double scale) {
  raster->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32,
                                               raster->width, raster->height);
  arena_defer(scratch, release_surface, raster->surface);
  cairo_t *cairo = cairo_create(raster->surface);
  arena_defer(scratch, release_cairo, cairo);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cairo, options);
  cairo_font_options_destroy(options);
  cairo_scale(cairo, scale, scale);
  return cairo;
}

static const uint32_t *pixel_row(const Raster *raster, size_t y) {
  return (const uint32_t *)(const void *)(raster->pixels +
                                          y * (size_t)raster->stride);
}

static bool is_opaque(const Raster *raster) {
  const uint32_t opaque = 0xff000000u;
  for (int y = 0; y < raster->height; y++) {
    const uint32_t *row = pixel_row(raster, (size_t)y);
    uint32_t all = opaque;
    for (int x = 0; x < raster->width; x++)
      all &= row[x];
    if (all != opaque) return false;
  }
  return true;
}

static bool paint(Arena *scratch, const Frame *frame,
                  const PictureOptions *options, Diags *diags, Raster *raster) {
  double scale = options->scale > 0 ? options->scale : 1;
  double width = pixel_count(frame->width, scale);
  double height = pixel_count(frame->height, scale);
  if (is_too_big(width, height)) {
    diag(diags, DIAG_EXPORT_SIZE, (Place){0},
         "a picture of %.0f x %.0f pixels is too big", width, height);
    diag_hint(diags, "a side has at most %d pixels, a picture %d",
              LIMIT_PICTURE_SIDE_PX, LIMIT_PICTURE_PIXELS);
    return false;
  }
  raster->width = (int)width;
  raster->height = (int)height;
  cairo_t *cairo = open_cairo(scratch, raster, scale);
  if (options->background.alpha > 0) {
    Paint background = paint_color(options->background);
    draw_paint(cairo, &background);
    cairo_paint(cairo);
  }
  Drawing drawing = {.cairo = cairo, .scratch = scratch};
  draw_frame(&drawing, frame);
  if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS)
    return diag(diags, DIAG_EXPORT_LIBRARY, (Place){0},
                "cairo cannot draw the picture: %s",
                cairo_status_to_string(cairo_status(cairo)));
  cairo_surface_flush(raster->surface);
  raster->stride = cairo_image_surface_get_stride(raster->surface);
  raster->pixels = cairo_image_surface_get_data(raster->surface);
  raster->has_alpha = options->background.alpha < 1 && !is_opaque(raster);
  return true;
}

static unsigned char straight(uint32_t value, uint32_t alpha) {
  if (!alpha) return 0;
  return (unsigned char)((value * 255 + alpha / 2) / alpha & 0xff);
}

static void put_colors(unsigned char *out, const uint32_t *row, int width) {
  for (int x = 0; x < width; x++, out += 3) {
    out[0] = (unsigned char)(row[x] >> 16);
    out[1] = (unsigned char)(row[x] >> 8);
    out[2] = (unsigned char)row[x];
  }
}

/* cairo's colours are multiplied by their alpha, those of PNG are not. */
static void put_colors_and_alpha(unsigned char *out, const uint32_t *row,
                                 int width) {
  for (int x = 0; x < width; x++, out += 4) {
    uint32_t alpha = row[x] >> 24;
    out[0] = straight(row[x] >> 16 & 0xff, alpha);
    out[1] = straight(row[x] >> 8 & 0xff, alpha);
    out[2] = straight(row[x] & 0xff, alpha);
    out[3] = (unsigned char)alpha;
  }
}

/* A row like the one above is said to be no different from it, others are left
 * as they are (filters 2 and 0 of PNG, 9.2): charts, which are flat areas and
 * thin lines, are smallest so. */
static Str filter_rows(Arena *scratch, const Raster *raster) {
  enum { AS_IT_IS = 0, LESS_ABOVE = 2 };
  size_t width = (size_t)raster->width, height = (size_t)raster->height;
  size_t row_bytes = width * (raster->has_alpha ? 4 : 3) + 1;
  unsigned char *bytes = arena_alloc(scratch, row_bytes * height);
  const uint32_t *above = NULL;
  for (size_t y = 0; y < height; y++) {
    const uint32_t *row = pixel_row(raster, y);
    unsigned char *out = bytes + y * row_bytes;
    bool is_same = above && !memcmp(row, above, width * sizeof *row);
    *out++ = is_same ? LESS_ABOVE : AS_IT_IS;
    above = row;
    if (is_same) continue; /* the differences are zero, as the memory is */
    if (raster->has_alpha)
      put_colors_and_alpha(out, row, raster->width);
    else
      put_colors(out, row, raster->width);
  }
  return (Str){(const char *)bytes, (int)(row_bytes * height)};
}

static void add_u32(StrBuf *file, uint32_t value) {
  char bytes[4] = {(char)(value >> 24), (char)(value >> 16), (char)(value >> 8),
                   (char)value};
  strbuf_add(file, (Str){bytes, 4});
}

static void add_chunk(StrBuf *file, const char *type, Str data) {
  add_u32(file, (uint32_t)data.len);
  strbuf_add(file, (Str){type, 4});
  strbuf_add(file, data);
  uint32_t crc = crc32_bytes(0, (Str){type, 4});
  add_u32(file, crc32_bytes(crc, data));
}

static void add_head(Arena *scratch, StrBuf *file, const Raster *raster) {
  StrBuf head = {.arena = scratch};
  add_u32(&head, (uint32_t)raster->width);
  add_u32(&head, (uint32_t)raster->height);
  char rest[5] = {8, raster->has_alpha ? 6 : 2, 0, 0, 0};
  strbuf_add(&head, (Str){rest, 5});
  add_chunk(file, "IHDR", strbuf_str(&head));
}

static void add_resolution(Arena *scratch, StrBuf *file,
                           const PictureOptions *options) {
  double scale = options->scale > 0 ? options->scale : 1;
  double ppi = options->ppi > 0 ? options->ppi : 72 * scale;
  uint32_t per_metre = (uint32_t)fmin(round(ppi / 0.0254), 1e9);
  StrBuf data = {.arena = scratch};
  add_u32(&data, per_metre);
  add_u32(&data, per_metre);
  strbuf_add(&data, (Str){"\1", 1});
  add_chunk(file, "pHYs", strbuf_str(&data));
}

/* International text (PNG, 11.3.4.5), as titles are UTF-8. */
static void add_text(Arena *scratch, StrBuf *file, const char *keyword,
                     Str language, Str text) {
  if (!text.len) return;
  StrBuf data = {.arena = scratch};
  strbuf_add(&data, (Str){keyword, (int)strlen(keyword) + 1});
  strbuf_add(&data, (Str){"\0\0", 2});
  strbuf_add(&data, language);
  strbuf_add(&data, (Str){"\0\0", 2});
  strbuf_add(&data, text);
  add_chunk(file, "iTXt", strbuf_str(&data));
}

static Str write_file(Arena *arena, Arena *scratch, const Raster *raster,
                      const PictureOptions *options) {
  StrBuf file = {.arena = arena};
  strbuf_add(&file, S("\x89PNG\r\n\x1a\n"));
  add_head(scratch, &file, raster);
  add_chunk(&file, "sRGB", (Str){"\0", 1});
  add_resolution(scratch, &file, options);
  add_text(scratch, &file, "Title", options->language, options->title);
  add_text(scratch, &file, "Description", options->language,
           options->description);
  add_chunk(&file, "IDAT",
            deflate_pixels(scratch, filter_rows(scratch, raster)));
  add_chunk(&file, "IEND", (Str){"", 0});
  return strbuf_str(&file);
}

bool export_png(Arena *arena, const Frame *frame, const PictureOptions *options,
                Diags *diags, Str *bytes) {
  Arena scratch = {0};
  Raster raster = {0};
  bool painted = paint(&scratch, frame, options, diags, &raster);
  if (painted) *bytes = write_file(arena, &scratch, &raster, options);
  arena_clear(&scratch);
  return painted;
}
