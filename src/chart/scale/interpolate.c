/* Two colours and a fraction to the colour between, in the spaces of d3-color.
 */
#include "chart/scale/interpolate.h"

#include "base/number.h"
#include <math.h>

static const double TO_DEGREES = 57.29577951308232;
static const double TO_RADIANS = 0.017453292519943295;

/* Three channels of a colour in some space; the hue, in degrees, comes first
 * where the space has one. NaN: the colour leaves it open, as grey does its
 * hue. */
typedef struct Channels {
  double c[3];
} Channels;

/* ---- RGB and HSL ---- */

static Channels rgb_from(Color color) {
  return (Channels){{color.red, color.green, color.blue}};
}

static Color rgb_to(Channels rgb) {
  return (Color){rgb.c[0], rgb.c[1], rgb.c[2], 1};
}

static double hue_of(Color color, double high, double spread) {
  if (color.red == high)
    return (color.green - color.blue) / spread +
           (color.green < color.blue ? 6 : 0);
  if (color.green == high) return (color.blue - color.red) / spread + 2;
  return (color.red - color.green) / spread + 4;
}

static Channels hsl_from(Color color) {
  double low = fmin(color.red, fmin(color.green, color.blue));
  double high = fmax(color.red, fmax(color.green, color.blue));
  double spread = high - low, lightness = (high + low) / 2;
  if (spread == 0)
    return (Channels){
        {NAN, lightness > 0 && lightness < 1 ? 0 : NAN, lightness}};
  double saturation = spread / (lightness < 0.5 ? high + low : 2 - high - low);
  return (Channels){{hue_of(color, high, spread) * 60, saturation, lightness}};
}

static double hsl_channel(double hue, double low, double high) {
  hue -= 360 * floor(hue / 360);
  if (hue < 60) return low + (high - low) * hue / 60;
  if (hue < 180) return high;
  if (hue < 240) return low + (high - low) * (240 - hue) / 60;
  return low;
}

static Color hsl_to(Channels hsl) {
  bool grey = isnan(hsl.c[0]) || isnan(hsl.c[1]);
  double hue = isnan(hsl.c[0]) ? 0 : hsl.c[0];
  double saturation = grey ? 0 : hsl.c[1], lightness = hsl.c[2];
  double high =
      lightness + (lightness < 0.5 ? lightness : 1 - lightness) * saturation;
  double low = 2 * lightness - high;
  return (Color){hsl_channel(hue + 120, low, high), hsl_channel(hue, low, high),
                 hsl_channel(hue + 240, low, high), 1};
}

/* ---- CIELAB (D50) and its polar form ---- */

static const double WHITE_X = 0.96422, WHITE_Z = 0.82521;

static double to_linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92
                            : pow((channel + 0.055) / 1.055, 2.4);
}

static double from_linear(double light) {
  return light <= 0.0031308 ? 12.92 * light
                            : 1.055 * pow(light, 1 / 2.4) - 0.055;
}

static double lab_curve(double t) {
  return t > 216.0 / 24389 ? pow(t, 1.0 / 3) : t * 841 / 108 + 4.0 / 29;
}

static double lab_curve_back(double t) {
  return t > 6.0 / 29 ? t * t * t : (t - 4.0 / 29) * 108 / 841;
}

static Channels lab_from(Color color) {
  double r = to_linear(color.red), g = to_linear(color.green),
         b = to_linear(color.blue);
  double y = lab_curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
  double x = y, z = y;
  if (!(r == g && g == b)) {
    x = lab_curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X);
    z = lab_curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z);
  }
  return (Channels){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static Color lab_to(Channels lab) {
  double y = (lab.c[0] + 16) / 116;
  double x = WHITE_X * lab_curve_back(y + lab.c[1] / 500);
  double z = WHITE_Z * lab_curve_back(y - lab.c[2] / 200);
  y = lab_curve_back(y);
  return (Color){from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                 from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                 from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), 1};
}

static Channels hcl_from(Color color) {
  Channels lab = lab_from(color);
  double l = lab.c[0], a = lab.c[1], b = lab.c[2];
  if (a == 0 && b == 0) return (Channels){{NAN, 0 < l && l < 100 ? 0 : NAN, l}};
  double hue = atan2(b, a) * TO_DEGREES;
  return (Channels){{hue < 0 ? hue + 360 : hue, hypot(a, b), l}};
}

static Color hcl_to(Channels hcl) {
  double hue = hcl.c[0] * TO_RADIANS, chroma = hcl.c[1];
  if (isnan(hue) || isnan(chroma)) return lab_to((Channels){{hcl.c[2], 0, 0}});
  return lab_to((Channels){{hcl.c[2], cos(hue) * chroma, sin(hue) * chroma}});
}

/* ---- Cubehelix (Green 2011) ---- */

static const double CUBE_A = -0.14861, CUBE_B = 1.78277, CUBE_C = -0.29227,
                    CUBE_D = -0.90649, CUBE_E = 1.97294;

static Channels cubehelix_from(Color color) {
  double ed = CUBE_E * CUBE_D, eb = CUBE_E * CUBE_B;
  double bc_da = CUBE_B * CUBE_C - CUBE_D * CUBE_A;
  double l = (bc_da * color.blue + ed * color.red - eb * color.green) /
             (bc_da + ed - eb);
  double bl = color.blue - l;
  double k = (CUBE_E * (color.green - l) - CUBE_C * bl) / CUBE_D;
  double saturation = sqrt(k * k + bl * bl) / (CUBE_E * l * (1 - l));
  double hue = NAN;
  if (saturation != 0 && !isnan(saturation))
    hue = atan2(k, bl) * TO_DEGREES - 120;
  return (Channels){{hue < 0 ? hue + 360 : hue, saturation, l}};
}

static Color cubehelix_to(Channels helix) {
  double hue = isnan(helix.c[0]) ? 0 : (helix.c[0] + 120) * TO_RADIANS;
  double l = helix.c[2];
  double amplitude = isnan(helix.c[1]) ? 0 : helix.c[1] * l * (1 - l);
  double c = cos(hue), s = sin(hue);
  return (Color){l + amplitude * (CUBE_A * c + CUBE_B * s),
                 l + amplitude * (CUBE_C * c + CUBE_D * s),
                 l + amplitude * CUBE_E * c, 1};
}

/* ---- The spaces ---- */

typedef enum HuePath { NO_HUE, HUE_SHORTER, HUE_AS_IS } HuePath;

typedef struct SpaceKind {
  const char *name;
  Channels (*from)(Color color);
  Color (*to)(Channels channels);
  HuePath hue;
} SpaceKind;

static const SpaceKind spaces[] = {
    [SPACE_RGB] = {"rgb", rgb_from, rgb_to, NO_HUE},
    [SPACE_LAB] = {"lab", lab_from, lab_to, NO_HUE},
    [SPACE_HCL] = {"hcl", hcl_from, hcl_to, HUE_SHORTER},
    [SPACE_HCL_LONG] = {"hcl-long", hcl_from, hcl_to, HUE_AS_IS},
    [SPACE_HSL] = {"hsl", hsl_from, hsl_to, HUE_SHORTER},
    [SPACE_HSL_LONG] = {"hsl-long", hsl_from, hsl_to, HUE_AS_IS},
    [SPACE_CUBEHELIX] = {"cubehelix", cubehelix_from, cubehelix_to,
                         HUE_SHORTER},
    [SPACE_CUBEHELIX_LONG] = {"cubehelix-long", cubehelix_from, cubehelix_to,
                              HUE_AS_IS},
};

bool color_space_read(Str name, ColorSpace *space) {
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (str_is(name, spaces[i].name)) {
      *space = (ColorSpace)i;
      return true;
    }
  return false;
}

/* Between two channels; one that a colour leaves open is the other's. */
static double channel_between(double from, double to, double t) {
  double distance = to - from;
  if (isnan(distance) || distance == 0) return isnan(from) ? to : from;
  return from + t * distance;
}

static double hue_between(double from, double to, double t) {
  double distance = to - from;
  if (isnan(distance) || distance == 0) return isnan(from) ? to : from;
  if (fabs(distance) > 180) distance -= 360 * floor(distance / 360 + 0.5);
  return from + t * distance;
}

static double gamma_between(double from, double to, double t, double gamma) {
  if (gamma == 1 || from == to) return channel_between(from, to, t);
  double low = pow(from, gamma), high = pow(to, gamma);
  return pow(low + t * (high - low), 1 / gamma);
}

Color color_between(Color from, Color to, double t, Interpolation by) {
  const SpaceKind *space = &spaces[by.space];
  double gamma = by.gamma > 0 ? by.gamma : 1;
  Channels a = space->from(from), b = space->from(to), mixed;
  bool is_rgb = by.space == SPACE_RGB;
  bool is_helix = space->from == cubehelix_from;
  for (int i = 0; i < 3; i++)
    mixed.c[i] = is_rgb
                     ? gamma_between(a.c[i], b.c[i], t, gamma)
                     : channel_between(a.c[i], b.c[i],
                                       is_helix && i == 2 ? pow(t, gamma) : t);
  if (space->hue == HUE_SHORTER) mixed.c[0] = hue_between(a.c[0], b.c[0], t);
  Color color = space->to(mixed);
  color.alpha = channel_between(from.alpha, to.alpha, t);
  return color_rounded(color);
}

Color color_along(const Color *colors, int count, double t, Interpolation by) {
  if (count == 1) return colors[0];
  double at = t * (count - 1);
  int i = (int)fmax(0, fmin(count - 2, floor(at)));
  return color_between(colors[i], colors[i + 1], at - i, by);
}

static double rounded(double channel) {
  double whole = floor(channel * 255 + 0.5);
  return whole > 0 ? fmin(whole, 255) / 255 : 0;
}

Color color_rounded(Color color) {
  double alpha = isnan(color.alpha) ? 1 : fmax(0, fmin(1, color.alpha));
  return (Color){rounded(color.red), rounded(color.green), rounded(color.blue),
                 alpha};
}

static Str hex_text(Arena *arena, int rgb) {
  enum { LENGTH = 7 };
  char *text = arena_array(arena, char, LENGTH + 1);
  text[0] = '#';
  for (int i = LENGTH - 1; i > 0; i--, rgb >>= 4)
    text[i] = "0123456789abcdef"[rgb & 15];
  return (Str){text, LENGTH};
}

Str color_text(Arena *arena, Color color) {
  Color whole = color_rounded(color);
  int red = (int)lround(whole.red * 255),
      green = (int)lround(whole.green * 255),
      blue = (int)lround(whole.blue * 255);
  if (whole.alpha >= 1) return hex_text(arena, red << 16 | green << 8 | blue);
  Str alpha = number_text(arena, whole.alpha);
  return str_format(arena, "rgba(%d, %d, %d, %.*s)", red, green, blue,
                    STR(alpha));
}
