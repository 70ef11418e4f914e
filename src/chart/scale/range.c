/* What the spec says of a range, to numbers and colours. */
#include <math.h>

#include "base/limits.h"
#include "chart/scale/kind.h"

enum { DEFAULT_CLASSES = 5 };

static bool has_scheme(const Scale *scale) {
  return scale->scheme || scale->scheme_list_count > 0;
}

bool scale_blends_colors(const Scale *scale) {
  unsigned traits = scale->kind->traits;
  return (traits & TRAIT_CONTINUOUS) && !(traits & TRAIT_TEMPORAL) &&
         scale->is_color && (has_scheme(scale) || scale->points.count <= 3);
}

/* Along the scheme, 0..1 being its extent. */
static Color scheme_blend(const Scale *scale, double t) {
  const double *extent = scale->scheme_extent;
  if (extent[0] != 0 || extent[1] != 0)
    t = extent[0] + t * (extent[1] - extent[0]);
  if (scale->scheme_list_count)
    return color_along(scale->scheme_list, scale->scheme_list_count, t,
                       scale->interpolation);
  if (scale->scheme->is_continuous) return scheme_at(scale->scheme, t);
  Arena scratch = {0};
  int count;
  const Color *colors = scheme_colors(&scratch, scale->scheme, &count);
  Color color = color_along(colors, count, t, scale->interpolation);
  arena_clear(&scratch);
  return color;
}

Color scale_blend(const Scale *scale, double t) {
  if (has_scheme(scale)) return scheme_blend(scale, scale->reverse ? 1 - t : t);
  return color_along(scale->colors.items, scale->colors.count, t,
                     scale->interpolation);
}

/* Into how many classes a scheme is cut. */
static int class_count(const Scale *scale) {
  int domain = scale->domain.count;
  double asked = scale->scheme_count;
  switch (scale->type) {
  case SCALE_THRESHOLD:
    return domain + 1;
  case SCALE_BIN_ORDINAL:
    return domain > 1 ? domain - 1 : 1;
  case SCALE_ORDINAL:
    return asked > 0 ? (int)asked : domain > 0 ? domain : DEFAULT_CLASSES;
  case SCALE_QUANTILE:
  case SCALE_QUANTIZE:
    return asked > 0 ? (int)asked : DEFAULT_CLASSES;
  default:
    return domain;
  }
}

static bool scheme_is_continuous(const Scale *scale) {
  return scale->scheme_list_count || scale->scheme->is_continuous;
}

/* A scheme's colours for a scale that has classes. */
static void cut_scheme(Arena *chart, Scale *scale) {
  int count = class_count(scale);
  if (count > LIMIT_MARKS) count = LIMIT_MARKS;
  if (scheme_is_continuous(scale)) {
    for (int i = 0; i < count; i++)
      list_add(chart, &scale->colors,
               scheme_blend(scale, (i + 1.0) / (count + 1)));
    return;
  }
  int known = scheme_color_count(scale->scheme);
  if (scale->type == SCALE_ORDINAL || count > known) count = known;
  for (int i = 0; i < count; i++)
    list_add(chart, &scale->colors, scheme_color(scale->scheme, i));
}

/* Colours where all of the range is, else none. */
static void read_colors(Arena *chart, Scale *scale) {
  for (int i = 0; i < scale->range.count; i++) {
    Value item = scale->range.items[i];
    Color color;
    if (item.kind != VALUE_STRING || !color_read(value_text(&item), &color)) {
      scale->colors.count = 0;
      return;
    }
    list_add(chart, &scale->colors, color);
  }
}

static void reverse_range(Arena *chart, Scale *scale) {
  ValueList turned = {0};
  for (int i = scale->range.count - 1; i >= 0; i--)
    list_add(chart, &turned, scale->range.items[i]);
  scale->range = turned;
}

static void reverse_colors(Scale *scale) {
  for (int i = 0, j = scale->colors.count - 1; i < j; i++, j--) {
    Color held = scale->colors.items[i];
    scale->colors.items[i] = scale->colors.items[j];
    scale->colors.items[j] = held;
  }
}

void range_prepare(Arena *chart, Scale *scale) {
  if (has_scheme(scale)) {
    scale->is_color = true;
    if (scale_blends_colors(scale)) return;
    cut_scheme(chart, scale);
    if (scale->reverse) reverse_colors(scale);
    return;
  }
  if (scale->reverse) reverse_range(chart, scale);
  for (int i = 0; i < scale->range.count; i++)
    list_add(chart, &scale->numbers, scale_input(scale->range.items[i]));
  read_colors(chart, scale);
  scale->is_color = scale->colors.count > 0;
}
