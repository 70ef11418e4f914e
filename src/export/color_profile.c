/* Little CMS between pictures and sRGB. */
#include "export/color_profile.h"

#include <glib.h>
#include <lcms2.h>
#include <stdlib.h>

typedef struct Conversion {
  cmsHPROFILE from, to;
  cmsHTRANSFORM transform; /* NULL: not possible */
} Conversion;

static void close_conversion(Conversion *conversion) {
  if (conversion->transform) cmsDeleteTransform(conversion->transform);
  if (conversion->from) cmsCloseProfile(conversion->from);
  if (conversion->to) cmsCloseProfile(conversion->to);
}

/* A context of its own, so that a broken profile says nothing on the way and
 * threads share nothing. */
static Conversion open_conversion(Str profile, cmsColorSpaceSignature space,
                                  cmsUInt32Number format) {
  Conversion conversion = {
      .from = cmsOpenProfileFromMem(profile.text, (cmsUInt32Number)profile.len),
      .to = cmsCreate_sRGBProfile()};
  if (!conversion.from || cmsGetColorSpace(conversion.from) != space)
    return conversion;
  conversion.transform =
      cmsCreateTransform(conversion.from, format, conversion.to, TYPE_RGB_8,
                         INTENT_RELATIVE_COLORIMETRIC,
                         cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION);
  return conversion;
}

static cmsColorSpaceSignature space_of(Str profile) {
  cmsHPROFILE opened =
      cmsOpenProfileFromMem(profile.text, (cmsUInt32Number)profile.len);
  if (!opened) return 0;
  cmsColorSpaceSignature space = cmsGetColorSpace(opened);
  cmsCloseProfile(opened);
  return space;
}

static bool moves_a_color(cmsHTRANSFORM transform) {
  enum { STEPS = 6, ROUNDING = 3 };
  for (int i = 0; i < STEPS * STEPS * STEPS; i++) {
    unsigned char color[3] = {(unsigned char)(i % STEPS * 51),
                              (unsigned char)(i / STEPS % STEPS * 51),
                              (unsigned char)(i / STEPS / STEPS * 51)};
    unsigned char seen[3];
    cmsDoTransform(transform, color, seen, 1);
    for (int k = 0; k < 3; k++)
      if (abs(color[k] - seen[k]) > ROUNDING) return true;
  }
  return false;
}

bool profile_is_srgb(Str profile) {
  if (!profile.len) return true;
  cmsColorSpaceSignature space = space_of(profile);
  if (space == cmsSigGrayData || space == cmsSigCmykData) return false;
  Conversion conversion = open_conversion(profile, cmsSigRgbData, TYPE_RGB_8);
  bool is_srgb = !conversion.transform || !moves_a_color(conversion.transform);
  close_conversion(&conversion);
  return is_srgb;
}

static unsigned char straight(uint32_t pixel, int shift, uint32_t alpha) {
  uint32_t channel = pixel >> shift & 0xff;
  if (alpha == 0 || alpha == 0xff) return (unsigned char)channel;
  uint32_t value = (channel * 0xff + alpha / 2) / alpha;
  return (unsigned char)(value > 0xff ? 0xff : value);
}

static uint32_t premultiplied(const unsigned char *rgb, uint32_t alpha) {
  uint32_t pixel = alpha << 24;
  for (int k = 0; k < 3; k++)
    pixel |= (rgb[k] * alpha + 127) / 255 << (16 - 8 * k);
  return pixel;
}

/* Grey pictures come as three equal channels. */
static void convert_row(const Conversion *conversion, int channels,
                        bool has_alpha, uint32_t *pixels, int width,
                        unsigned char *from, unsigned char *to) {
  for (int x = 0; x < width; x++) {
    uint32_t alpha = has_alpha ? pixels[x] >> 24 : 0xff;
    for (int k = 0; k < channels; k++)
      from[x * channels + k] = straight(pixels[x], 16 - 8 * k, alpha);
  }
  cmsDoTransform(conversion->transform, from, to, (cmsUInt32Number)width);
  for (int x = 0; x < width; x++)
    pixels[x] = premultiplied(to + x * 3, has_alpha ? pixels[x] >> 24 : 0xff);
}

void profile_convert_surface(Str profile, cairo_surface_t *surface) {
  bool is_grey = space_of(profile) == cmsSigGrayData;
  Conversion conversion =
      open_conversion(profile, is_grey ? cmsSigGrayData : cmsSigRgbData,
                      is_grey ? TYPE_GRAY_8 : TYPE_RGB_8);
  cairo_format_t format = cairo_image_surface_get_format(surface);
  bool is_rows = format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24;
  if (conversion.transform && is_rows) {
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    unsigned char *rows = g_malloc((size_t)width * 6);
    cairo_surface_flush(surface);
    unsigned char *data = cairo_image_surface_get_data(surface);
    for (int y = 0; y < height; y++)
      convert_row(&conversion, is_grey ? 1 : 3, format == CAIRO_FORMAT_ARGB32,
                  (uint32_t *)(void *)(data + (size_t)y * stride), width, rows,
                  rows + (size_t)width * 3);
    cairo_surface_mark_dirty(surface);
    g_free(rows);
  }
  close_conversion(&conversion);
}

bool profile_convert_inks(Str profile, const unsigned char *inks,
                          uint32_t *pixels, int width, int height,
                          size_t stride) {
  Conversion conversion =
      open_conversion(profile, cmsSigCmykData, TYPE_CMYK_8_REV);
  bool is_possible = conversion.transform != NULL;
  unsigned char *row = is_possible ? g_malloc((size_t)width * 3) : NULL;
  for (int y = 0; is_possible && y < height; y++) {
    cmsDoTransform(conversion.transform, inks + (size_t)y * (size_t)width * 4,
                   row, (cmsUInt32Number)width);
    for (int x = 0; x < width; x++)
      pixels[(size_t)y * (stride / 4) + (size_t)x] =
          premultiplied(row + x * 3, 0xff);
  }
  g_free(row);
  close_conversion(&conversion);
  return is_possible;
}
