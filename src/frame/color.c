/* A CSS colour in, its sRGB value out. */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/color_names.h"
#include "base/number.h"
#include "frame/frame.h"

enum { COLOR_TEXT_MAX = 80 };

Color color_rgb(unsigned rgb) {
  return (Color){(rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                 (rgb & 0xff) / 255.0, 1};
}

Color color_with_alpha(Color color, double alpha) {
  color.alpha = alpha;
  return color;
}

bool paint_is_gradient(const Paint *paint) {
  return paint->kind == PAINT_LINEAR || paint->kind == PAINT_RADIAL;
}

bool stroke_is_painted(const Stroke *stroke) {
  return stroke && stroke->paint.kind != PAINT_NONE && stroke->width > 0;
}

Paint paint_color(Color color) {
  return (Paint){.kind = PAINT_COLOR, .color = color};
}

static double limited(double value) {
  return fmax(0, fmin(1, value));
}

/* #rgb, #rgba, #rrggbb, #rrggbbaa. */
static bool read_hex(const char *digits, Color *color) {
  int len = (int)strlen(digits);
  if (len != 3 && len != 4 && len != 6 && len != 8) return false;
  int width = len <= 4 ? 1 : 2;
  double parts[4] = {0, 0, 0, 1};
  for (int i = 0; i < len / width; i++) {
    int high = g_ascii_xdigit_value(digits[i * width]);
    int low = g_ascii_xdigit_value(digits[i * width + width - 1]);
    if (high < 0 || low < 0) return false;
    parts[i] = (high * 16 + low) / 255.0;
  }
  *color = (Color){parts[0], parts[1], parts[2], parts[3]};
  return true;
}

static int compare_name(const void *name, const void *entry) {
  return strcmp(name, ((const ColorName *)entry)->name);
}

static bool read_name(const char *name, Color *color) {
  if (!strcmp(name, "transparent")) {
    *color = (Color){0};
    return true;
  }
  const ColorName *found = bsearch(name, color_names, (size_t)color_name_count,
                                   sizeof *color_names, compare_name);
  if (found) *color = color_rgb(found->rgb);
  return found != NULL;
}

typedef struct Component {
  double value;
  char unit; /* '%', 'd'egrees, 'r'adians, 't'urns, 'g'radians, or 0 */
} Component;

static bool read_component(char *text, Component *component) {
  static const struct {
    const char *ending;
    char unit;
  } units[] = {
      {"%", '%'}, {"deg", 'd'}, {"grad", 'g'}, {"rad", 'r'}, {"turn", 't'}};
  component->unit = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
    if (!g_str_has_suffix(text, units[i].ending)) continue;
    text[strlen(text) - strlen(units[i].ending)] = '\0';
    component->unit = units[i].unit;
    break;
  }
  return number_read(str_from(text), &component->value) &&
         isfinite(component->value);
}

/* The 3 or 4 components between the brackets; their count, or 0. */
static int read_components(char *text, Component components[4]) {
  char *close = strchr(text, ')');
  if (!close || close[1]) return 0;
  *close = '\0';
  int count = 0;
  char *rest = text, *word;
  while ((word = strtok_r(rest, ", \t\n/", &rest))) {
    if (count == 4 || !read_component(word, &components[count])) return 0;
    count++;
  }
  return count >= 3 ? count : 0;
}

static double alpha_of(const Component *components, int count) {
  if (count < 4) return 1;
  double alpha = components[3].value;
  return limited(components[3].unit == '%' ? alpha / 100 : alpha);
}

static Color color_from_rgb(const Component *components, int count) {
  double parts[3];
  for (int i = 0; i < 3; i++)
    parts[i] =
        limited(components[i].value / (components[i].unit == '%' ? 100 : 255));
  return (Color){parts[0], parts[1], parts[2], alpha_of(components, count)};
}

static double hue_degrees(Component hue) {
  switch (hue.unit) {
  case 'r':
    return hue.value * 180 / G_PI;
  case 't':
    return hue.value * 360;
  case 'g':
    return hue.value * 0.9;
  default:
    return hue.value;
  }
}

/* One of red, green, blue (CSS Color 4, 7.1: f(0), f(8), f(4)). */
static double from_hsl(double n, double hue, double saturation, double light) {
  double k = fmod(n + hue / 30, 12);
  double chroma = saturation * fmin(light, 1 - light);
  return light - chroma * fmax(-1, fmin(fmin(k - 3, 9 - k), 1));
}

static Color color_from_hsl(const Component *components, int count) {
  double hue = fmod(hue_degrees(components[0]), 360);
  if (hue < 0) hue += 360;
  double saturation = limited(components[1].value / 100);
  double light = limited(components[2].value / 100);
  return (Color){
      from_hsl(0, hue, saturation, light), from_hsl(8, hue, saturation, light),
      from_hsl(4, hue, saturation, light), alpha_of(components, count)};
}

static bool read_function(char *text, Color *color) {
  char *open = strchr(text, '(');
  *open = '\0';
  Component components[4];
  int count = read_components(open + 1, components);
  if (!count) return false;
  if (!strcmp(text, "rgb") || !strcmp(text, "rgba"))
    *color = color_from_rgb(components, count);
  else if (!strcmp(text, "hsl") || !strcmp(text, "hsla"))
    *color = color_from_hsl(components, count);
  else
    return false;
  return true;
}

bool color_read(Str text, Color *color) {
  Str trimmed = str_trim(text);
  if (!trimmed.len || trimmed.len > COLOR_TEXT_MAX) return false;
  char lower[COLOR_TEXT_MAX + 1] = {0};
  for (int i = 0; i < trimmed.len; i++)
    lower[i] = g_ascii_tolower(trimmed.text[i]);
  if (lower[0] == '#') return read_hex(lower + 1, color);
  if (strchr(lower, '(')) return read_function(lower, color);
  return read_name(lower, color);
}
