/* Colours of pictures that say what they mean, as sRGB (ICC.1). Private to
 * export/. */
#ifndef JIKJI_EXPORT_COLOR_PROFILE_H
#define JIKJI_EXPORT_COLOR_PROFILE_H

#include <cairo.h>

#include "base/str.h"

/* Whether the profile is sRGB or as good as: no colour moves by more than what
 * rounding does. Also true of what is no profile that pictures can have. */
bool profile_is_srgb(Str profile);

/* Converts an image surface in place, its alpha kept. A profile of other than
 * grey or RGB leaves it alone. */
void profile_convert_surface(Str profile, cairo_surface_t *surface);

/* One row of CMYK, 255 being no ink, to cairo's RGB. False: the profile is not
 * one of four inks; nothing was written. */
bool profile_convert_inks(Str profile, const unsigned char *inks,
                          uint32_t *pixels, int width, int height,
                          size_t stride);

#endif
