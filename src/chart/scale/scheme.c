/* A scheme's name to its colours. */
#include "chart/scale/scheme.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "chart/scale/interpolate.h"
#include "chart/scale/scheme_colors.h"

const Scheme *scheme_find(Str name) {
  for (int i = 0; i < scheme_table_count; i++) {
    const char *known = scheme_table[i].name;
    if ((int)strlen(known) == name.len &&
        !g_ascii_strncasecmp(known, name.text, (gsize)name.len))
      return &scheme_table[i];
  }
  return NULL;
}

int scheme_color_count(const Scheme *scheme) {
  return (int)strlen(scheme->hex) / 6;
}

Color scheme_color(const Scheme *scheme, int index) {
  unsigned rgb = 0;
  for (int i = 0; i < 6; i++)
    rgb = rgb * 16 + (unsigned)g_ascii_xdigit_value(scheme->hex[index * 6 + i]);
  return color_rgb(rgb);
}

const Color *scheme_colors(Arena *arena, const Scheme *scheme, int *count) {
  *count = scheme_color_count(scheme);
  Color *colors = arena_array(arena, Color, *count);
  for (int i = 0; i < *count; i++)
    colors[i] = scheme_color(scheme, i);
  return colors;
}

Color scheme_at(const Scheme *scheme, double t) {
  int last = scheme_color_count(scheme) - 1;
  double at = t * last;
  int i = (int)fmax(0, fmin(last - 1, floor(at)));
  return color_between(scheme_color(scheme, i), scheme_color(scheme, i + 1),
                       at - i, (Interpolation){SPACE_RGB, 1});
}

const char *const *scheme_names(Arena *arena, int *count) {
  const char **names = arena_array(arena, const char *, scheme_table_count);
  for (int i = 0; i < scheme_table_count; i++)
    names[i] = scheme_table[i].name;
  *count = scheme_table_count;
  return names;
}
