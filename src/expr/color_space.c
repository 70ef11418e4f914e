/* sRGB, HSL, CIE L*a*b* and its polar form, after d3-color. */
#include "expr/color_space.h"

#include <math.h>

static const double WHITE_X = 0.96422, WHITE_Z = 0.82521; /* D50; Y is 1 */

static double linear(double channel) {
  channel /= 255;
  return channel <= 0.04045 ? channel / 12.92
                            : pow((channel + 0.055) / 1.055, 2.4);
}

static double gamma_encoded(double value) {
  return 255 * (value <= 0.0031308 ? 12.92 * value
                                   : 1.055 * pow(value, 1 / 2.4) - 0.055);
}

static double cube_root(double value) {
  const double knee = 6.0 / 29;
  return value > knee * knee * knee ? cbrt(value)
                                    : value / (3 * knee * knee) + 4.0 / 29;
}

static double cube(double value) {
  const double knee = 6.0 / 29;
  return value > knee ? value * value * value
                      : 3 * knee * knee * (value - 4.0 / 29);
}

static SpaceColor rgb_to_lab(SpaceColor rgb) {
  double r = linear(rgb.part[0]), g = linear(rgb.part[1]),
         b = linear(rgb.part[2]);
  double y = cube_root(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
  double x = y, z = y;
  if (r != g || g != b) {
    x = cube_root((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X);
    z = cube_root((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z);
  }
  return (SpaceColor){{116 * y - 16, 500 * (x - y), 200 * (y - z)},
                      rgb.opacity};
}

static SpaceColor lab_to_rgb(SpaceColor lab) {
  double y = (lab.part[0] + 16) / 116;
  double x = isnan(lab.part[1]) ? y : y + lab.part[1] / 500;
  double z = isnan(lab.part[2]) ? y : y - lab.part[2] / 200;
  x = WHITE_X * cube(x);
  y = cube(y);
  z = WHITE_Z * cube(z);
  return (SpaceColor){
      {gamma_encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
       gamma_encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
       gamma_encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)},
      lab.opacity};
}

static SpaceColor lab_to_hcl(SpaceColor lab) {
  double l = lab.part[0], a = lab.part[1], b = lab.part[2];
  if (a == 0 && b == 0)
    return (SpaceColor){{NAN, 0 < l && l < 100 ? 0 : NAN, l}, lab.opacity};
  double hue = atan2(b, a) * 180 / M_PI;
  return (SpaceColor){{hue < 0 ? hue + 360 : hue, sqrt(a * a + b * b), l},
                      lab.opacity};
}

static SpaceColor hcl_to_lab(SpaceColor hcl) {
  double hue = hcl.part[0] * M_PI / 180;
  if (isnan(hue)) return (SpaceColor){{hcl.part[2], 0, 0}, hcl.opacity};
  return (SpaceColor){
      {hcl.part[2], cos(hue) * hcl.part[1], sin(hue) * hcl.part[1]},
      hcl.opacity};
}

static SpaceColor rgb_to_hsl(SpaceColor rgb) {
  double r = rgb.part[0] / 255, g = rgb.part[1] / 255, b = rgb.part[2] / 255;
  double low = fmin(r, fmin(g, b)), high = fmax(r, fmax(g, b));
  double width = high - low, light = (high + low) / 2;
  if (!(width > 0))
    return (SpaceColor){{NAN, light > 0 && light < 1 ? 0 : NAN, light},
                        rgb.opacity};
  double hue = r == high   ? (g - b) / width + (g < b ? 6 : 0)
               : g == high ? (b - r) / width + 2
                           : (r - g) / width + 4;
  double saturation = width / (light < 0.5 ? high + low : 2 - high - low);
  return (SpaceColor){{hue * 60, saturation, light}, rgb.opacity};
}

static double hsl_channel(double hue, double low, double high) {
  hue = fmod(fmod(hue, 360) + 360, 360);
  if (hue < 60) return 255 * (low + (high - low) * hue / 60);
  if (hue < 180) return 255 * high;
  if (hue < 240) return 255 * (low + (high - low) * (240 - hue) / 60);
  return 255 * low;
}

static SpaceColor hsl_to_rgb(SpaceColor hsl) {
  double hue = hsl.part[0], saturation = hsl.part[1], light = hsl.part[2];
  if (isnan(hue) || isnan(saturation)) hue = saturation = 0;
  double high = light + (light < 0.5 ? light : 1 - light) * saturation;
  double low = 2 * light - high;
  return (SpaceColor){{hsl_channel(hue + 120, low, high),
                       hsl_channel(hue, low, high),
                       hsl_channel(hue - 120, low, high)},
                      hsl.opacity};
}

SpaceColor color_to_rgb(ColorSpace space, SpaceColor color) {
  switch (space) {
  case SPACE_HSL:
    return hsl_to_rgb(color);
  case SPACE_LAB:
    return lab_to_rgb(color);
  case SPACE_HCL:
    return lab_to_rgb(hcl_to_lab(color));
  default:
    return color;
  }
}

SpaceColor color_from_rgb(ColorSpace space, SpaceColor rgb) {
  switch (space) {
  case SPACE_HSL:
    return rgb_to_hsl(rgb);
  case SPACE_LAB:
    return rgb_to_lab(rgb);
  case SPACE_HCL:
    return lab_to_hcl(rgb_to_lab(rgb));
  default:
    return rgb;
  }
}
