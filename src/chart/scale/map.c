/* Values of the domain to values of the range, and back. */
#include <math.h>

#include "chart/scale/kind.h"

static double normalized(double low, double high, double value) {
  double span = high - low;
  if (span == 0) return 0.5;
  return (value - low) / span;
}

Stretch stretch_find(const double *points, int count, double value) {
  bool descends = points[count - 1] < points[0];
  int i = 0;
  if (count > 2) {
    int low = 1, high = count - 1;
    while (low < high) {
      int middle = low + (high - low) / 2;
      double point = points[descends ? count - 1 - middle : middle];
      if (point <= value)
        low = middle + 1;
      else
        high = middle;
    }
    i = low - 1;
  }
  Stretch stretch = {i, i + 1, 0};
  if (descends) stretch = (Stretch){count - 1 - i, count - 2 - i, 0};
  stretch.t = normalized(points[stretch.from], points[stretch.to], value);
  return stretch;
}

static double between(double from, double to, double t) {
  return from * (1 - t) + to * t;
}

static double clamped(const Scale *scale, double value, int count) {
  if (!scale->clamp || !count) return value;
  double a = scale->points.items[0], b = scale->points.items[count - 1];
  return fmax(fmin(a, b), fmin(fmax(a, b), value));
}

static int shared_count(const Scale *scale, int range_count) {
  int count = scale->points.count;
  return range_count < count ? range_count : count;
}

double scale_number(const Scale *scale, double number) {
  if (scale->type == SCALE_IDENTITY || isnan(number)) return number;
  int count = shared_count(scale, scale->numbers.count);
  if (count < 2 || !scale->kind->lift) return NAN;
  double lifted = scale->kind->lift(scale, clamped(scale, number, count));
  Stretch at = stretch_find(scale->lifted.items, count, lifted);
  double place =
      between(scale->numbers.items[at.from], scale->numbers.items[at.to], at.t);
  return scale->round ? floor(place + 0.5) : place;
}

/* ---- Discrete ---- */

static double band_position(const Scale *scale, Value value) {
  int index = scale_index_find(scale, value);
  if (index < 0) return NAN;
  bool descends = scale->numbers.count &&
                  *list_last(&scale->numbers) < scale->numbers.items[0];
  int place = descends ? scale->domain.count - 1 - index : index;
  return scale->start + scale->step * place;
}

static int range_index(const Scale *scale, Value value, int count) {
  int index = scale->kind->class_of(scale, value);
  if (index < 0 || !count) return -1;
  bool cycles =
      scale->type == SCALE_ORDINAL || scale->type == SCALE_BIN_ORDINAL;
  if (cycles) return index % count;
  return index < count ? index : -1;
}

static bool is_band(const Scale *scale) {
  return scale->type == SCALE_BAND || scale->type == SCALE_POINT;
}

double scale_position(const Scale *scale, Value value) {
  if (is_band(scale)) return band_position(scale, value);
  if (!scale->kind->class_of) return scale_number(scale, scale_input(value));
  int index = range_index(scale, value, scale->numbers.count);
  return index < 0 ? NAN : scale->numbers.items[index];
}

/* ---- Colours ---- */

/* d3's sequential: straight from end to end. */
static double sequential_fraction(const Scale *scale, double lifted) {
  double from = scale->lifted.items[0], to = *list_last(&scale->lifted);
  return from == to ? 0.5 : (lifted - from) / (to - from);
}

/* d3's diverging: the middle of the domain is the middle of the colours. */
static double diverging_fraction(const Scale *scale, double lifted) {
  const double *d = scale->lifted.items;
  double sign = d[1] < d[0] ? -1 : 1;
  double span = sign * lifted < sign * d[1] ? d[1] - d[0] : d[2] - d[1];
  return 0.5 + (span == 0 ? 0 : (lifted - d[1]) * 0.5 / span);
}

/* Longer domains: evenly spaced. */
static double piecewise_fraction(const Scale *scale, double lifted) {
  int count = scale->lifted.count;
  Stretch at = stretch_find(scale->lifted.items, count, lifted);
  return between(at.from, at.to, at.t) / (count - 1);
}

double color_fraction(const Scale *scale, double value) {
  int count = scale->lifted.count;
  if (!count || !scale->kind->lift) return NAN;
  double lifted = scale->kind->lift(scale, value);
  double t = count == 3  ? diverging_fraction(scale, lifted)
             : count > 3 ? piecewise_fraction(scale, lifted)
                         : sequential_fraction(scale, lifted);
  return scale->clamp ? fmax(0, fmin(1, t)) : t;
}

static bool blended_color(const Scale *scale, double number, Color *color) {
  double t = color_fraction(scale, number);
  if (isnan(t) ||
      (!scale->colors.count && !scale->scheme && !scale->scheme_list_count))
    return false;
  *color = scale_blend(scale, t);
  return true;
}

static bool piecewise_color(const Scale *scale, double number, Color *color) {
  int count = shared_count(scale, scale->colors.count);
  if (count < 2) return false;
  double lifted = scale->kind->lift(scale, clamped(scale, number, count));
  Stretch at = stretch_find(scale->lifted.items, count, lifted);
  *color =
      color_between(scale->colors.items[at.from], scale->colors.items[at.to],
                    at.t, scale->interpolation);
  return true;
}

bool scale_color(const Scale *scale, Value value, Color *color) {
  if (!scale->is_color) return false;
  if (scale->kind->class_of) {
    int index = range_index(scale, value, scale->colors.count);
    if (index >= 0) *color = scale->colors.items[index];
    return index >= 0;
  }
  double number = scale_input(value);
  if (isnan(number)) return false;
  if (scale_blends_colors(scale)) return blended_color(scale, number, color);
  return piecewise_color(scale, number, color);
}

Value scale_map(Arena *scratch, const Scale *scale, Value value) {
  if (scale->kind->class_of && !is_band(scale) && scale->range.count) {
    int index = range_index(scale, value, scale->range.count);
    return index < 0 ? (Value){0} : scale->range.items[index];
  }
  Color color;
  if (scale_color(scale, value, &color))
    return value_str(color_text(scratch, color));
  if (scale->is_color) return (Value){0};
  double place = scale_position(scale, value);
  return isnan(place) ? (Value){0} : value_number(place);
}

/* ---- Back ---- */

static Value invert_band(const Scale *scale, double position) {
  int count = scale->domain.count;
  if (!count || isnan(position)) return (Value){0};
  double low = scale->numbers.count ? scale->numbers.items[0] : 0;
  double high = scale->numbers.count ? *list_last(&scale->numbers) : 1;
  bool descends = high < low;
  if (position < scale->start || position > (descends ? low : high))
    return (Value){0};
  int index =
      scale->step > 0 ? (int)floor((position - scale->start) / scale->step) : 0;
  if (index >= count) index = count - 1;
  double into = position - (scale->start + scale->step * index);
  if (into > scale->bandwidth + 1e-10) return (Value){0};
  return scale->domain.items[descends ? count - 1 - index : index];
}

Value scale_invert(const Scale *scale, double position) {
  if (is_band(scale)) return invert_band(scale, position);
  if (scale->type == SCALE_IDENTITY) return value_number(position);
  int count = shared_count(scale, scale->numbers.count);
  if (!scale->kind->ground || count < 2 || isnan(position)) return (Value){0};
  Stretch at = stretch_find(scale->numbers.items, count, position);
  double lifted =
      between(scale->lifted.items[at.from], scale->lifted.items[at.to], at.t);
  double value = clamped(scale, scale->kind->ground(scale, lifted), count);
  if (scale_type_is_temporal(scale->type))
    return value_time(floor(value + 0.5));
  return value_number(value);
}

/* ---- Fractions of legends ---- */

double scale_fraction(const Scale *scale, double value) {
  if (!scale->lifted.count) return 0.5;
  double from = scale->lifted.items[0], to = *list_last(&scale->lifted);
  if (!isfinite(to - from) || to == from) return 0.5;
  int count = scale->points.count;
  double lifted = scale->kind->lift(scale, clamped(scale, value, count));
  return (lifted - from) / (to - from);
}

double scale_label_fraction(const Scale *scale, double value) {
  int count = scale->points.count;
  if (!count) return 0.5;
  double low = scale->points.items[0], high = scale->points.items[count - 1];
  if (scale->type == SCALE_THRESHOLD) {
    double margin = count > 1 ? (high - low) / (count - 1) : 0.1;
    low -= margin;
    high += margin;
  }
  return (value - low) / (high - low);
}
