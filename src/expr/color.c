/* Colour functions. A colour is an object with the coordinates of its space and
 * an opacity; value_color writes it for CSS. */
#include <math.h>

#include "base/number.h"
#include "expr/color_space.h"
#include "expr/functions.h"

static const char *const coordinates[][3] = {[SPACE_RGB] = {"r", "g", "b"},
                                             [SPACE_HSL] = {"h", "s", "l"},
                                             [SPACE_LAB] = {"l", "a", "b"},
                                             [SPACE_HCL] = {"h", "c", "l"}};

enum { SPACE_COUNT = 4 };

static bool read_coordinates(Value object, ColorSpace space,
                             SpaceColor *color) {
  for (int i = 0; i < 3; i++) {
    const Value *part = value_member(object, str_from(coordinates[space][i]));
    if (!part) return false;
    color->part[i] = value_to_number(*part);
  }
  const Value *opacity = value_member(object, S("opacity"));
  color->opacity = opacity ? value_to_number(*opacity) : 1;
  return true;
}

/* A colour object of any space, or CSS text, as sRGB. */
static bool read_color(Value value, SpaceColor *rgb) {
  if (value.kind == VALUE_STRING)
    return space_color_read(value_text(&value), rgb);
  for (int space = 0; space < SPACE_COUNT; space++) {
    SpaceColor color;
    if (!read_coordinates(value, (ColorSpace)space, &color)) continue;
    *rgb = color_to_rgb((ColorSpace)space, color);
    return true;
  }
  return false;
}

static Value color_object(Call *call, ColorSpace space, SpaceColor color) {
  ValueMember *members = arena_array(call->scratch, ValueMember, 4);
  for (int i = 0; i < 3; i++)
    members[i] = (ValueMember){str_from(coordinates[space][i]),
                               value_number(color.part[i])};
  members[3] = (ValueMember){S("opacity"), value_number(color.opacity)};
  return (Value){.kind = VALUE_OBJECT, .len = 4, .members = members};
}

static Value make_color(Call *call) {
  ColorSpace space = (ColorSpace)call->function->detail;
  SpaceColor color = {{NAN, NAN, NAN}, 1};
  if (call->count < 3) {
    SpaceColor rgb = color;
    read_color(call_argument(call, 0), &rgb);
    return color_object(call, space, color_from_rgb(space, rgb));
  }
  for (int i = 0; i < 3; i++)
    color.part[i] = call_number(call, i);
  if (call_has(call, 3)) color.opacity = call_number(call, 3);
  return color_object(call, space, color);
}

/* WCAG 2.0's relative luminance. */
static double luminance_of(Value value) {
  static const double weights[] = {0.2126, 0.7152, 0.0722};
  SpaceColor rgb = {{NAN, NAN, NAN}, 1};
  double sum = 0;
  read_color(value, &rgb);
  for (int i = 0; i < 3; i++) {
    double channel = rgb.part[i] / 255;
    sum +=
        weights[i] * (channel <= 0.03928 ? channel / 12.92
                                         : pow((channel + 0.055) / 1.055, 2.4));
  }
  return sum;
}

static Value luminance(Call *call) {
  return value_number(luminance_of(call_argument(call, 0)));
}

static Value contrast(Call *call) {
  double a = luminance_of(call_argument(call, 0));
  double b = luminance_of(call_argument(call, 1));
  return value_number((fmax(a, b) + 0.05) / (fmin(a, b) + 0.05));
}

static int channel_byte(double channel) {
  if (!(channel > 0)) return 0;
  return channel > 255 ? 255 : (int)floor(channel + 0.5);
}

bool value_color(Arena *arena, Value value, Str *css) {
  SpaceColor rgb;
  if (value.kind != VALUE_OBJECT || !read_color(value, &rgb)) return false;
  int r = channel_byte(rgb.part[0]), g = channel_byte(rgb.part[1]),
      b = channel_byte(rgb.part[2]);
  double opacity = isnan(rgb.opacity) ? 1 : fmax(0, fmin(1, rgb.opacity));
  *css = opacity == 1 ? str_format(arena, "rgb(%d, %d, %d)", r, g, b)
                      : str_format(arena, "rgba(%d, %d, %d, %.*s)", r, g, b,
                                   STR(number_text(arena, opacity)));
  return true;
}

static const ExprFunction functions[] = {
    {"contrast", 2, -1, contrast, 0},
    {"hcl", 1, -1, make_color, SPACE_HCL},
    {"hsl", 1, -1, make_color, SPACE_HSL},
    {"lab", 1, -1, make_color, SPACE_LAB},
    {"luminance", 1, -1, luminance, 0},
    {"rgb", 1, -1, make_color, SPACE_RGB},
};

const FunctionTable color_functions = {functions,
                                       sizeof functions / sizeof *functions};
