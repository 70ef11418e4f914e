/* A scale's values to the words of its labels. */
#include <math.h>

#include "base/number.h"
#include "chart/scale/kind.h"
#include "chart/scale/specifier.h"

double log_tick_limit(const Scale *scale, TickCount count, int ticks) {
  return fmax(1, scale->base * tick_count_number(count) / ticks);
}

bool log_tick_is_shown(const Scale *scale, double limit, double value) {
  double base = scale->base;
  double power = floor(log(value) / log(base) + 0.5);
  double leading = value / pow(base, power);
  if (leading * base < base - 0.5) leading *= base;
  return leading <= limit;
}

/* ---- Choosing a format ---- */

static TickFormat time_format(const Scale *scale, Str specifier) {
  return (TickFormat){
      .scale = scale, .kind = FORMAT_TIME, .specifier = specifier};
}

/* Precise enough to tell neighbours apart that are `step` away from each other
 * (Vega's formatSpan). */
static TickFormat span_format(Arena *arena, const Scale *scale, Str specifier,
                              double step, double largest) {
  NumberFormat number = specifier_for_step(
      arena, specifier.len ? specifier : S(",f"), step, largest);
  return (TickFormat){.scale = scale,
                      .kind = FORMAT_NUMBER,
                      .specifier = number.specifier,
                      .factor = number.factor,
                      .suffix = number.suffix};
}

static TickFormat domain_format(Arena *arena, const Scale *scale, Str specifier,
                                double count) {
  double low = 0, high = 0;
  if (scale->points.count) {
    low = scale->points.items[0];
    high = *list_last(&scale->points);
  }
  return span_format(arena, scale, specifier, tick_step(low, high, count),
                     fmax(fabs(low), fabs(high)));
}

/* Quantile and quantize: by the narrowest class, ten times finer. */
static TickFormat class_format(Arena *arena, const Scale *scale,
                               Str specifier) {
  const double *ends = scale->cuts.items;
  int count = scale->cuts.count;
  if (scale->type == SCALE_QUANTIZE) {
    ends = scale->points.items;
    count = scale->points.count;
  }
  double narrowest = count > 1 ? ends[1] - ends[0] : count ? ends[0] : NAN;
  for (int i = 1; i < count; i++)
    narrowest = fmin(narrowest, ends[i] - ends[i - 1]);
  return span_format(arena, scale, specifier, tick_step(0, narrowest, 30),
                     fabs(narrowest));
}

static TickFormat log_format(Arena *arena, const Scale *scale,
                             const TickFormatRequest *request) {
  TickFormat format = {.scale = scale, .kind = FORMAT_FLOAT};
  format.specifier =
      specifier_for_floats(arena, request->specifier, &format.trims_zeros);
  if (request->all_labels || scale->has_bins) return format;
  int ticks = scale_ticks(arena, scale, request->count).count;
  format.filters_log = true;
  format.log_limit = log_tick_limit(scale, request->count, ticks);
  return format;
}

static bool has_number_ticks(const Scale *scale) {
  return scale->kind->ticks || scale->type == SCALE_BIN_ORDINAL;
}

static TickFormat choose_format(Arena *arena, const Scale *scale,
                                const TickFormatRequest *request) {
  bool classed = scale->type == SCALE_QUANTILE || scale->type == SCALE_QUANTIZE;
  if (request->is_legend && classed && !request->is_time)
    return class_format(arena, scale, request->specifier);
  if (request->is_time || scale_type_is_temporal(scale->type))
    return time_format(scale, request->specifier);
  if (scale->type == SCALE_LOG) return log_format(arena, scale, request);
  if (has_number_ticks(scale))
    return domain_format(arena, scale, request->specifier,
                         tick_count_number(request->count));
  TickFormat format = {.scale = scale, .kind = FORMAT_PLAIN};
  if (request->specifier.len) {
    format.kind = FORMAT_NUMBER;
    format.specifier = request->specifier;
  }
  return format;
}

TickFormat scale_tick_format(Arena *arena, const Scale *scale,
                             const TickFormatRequest *request) {
  TickFormat format = choose_format(arena, scale, request);
  format.locale = request->locale;
  return format;
}

/* ---- Writing ---- */

/* Without the zeros that end the digits after the decimal point. */
static Str without_zeros(Arena *arena, Str text, Str decimal) {
  int point = str_find(text, decimal);
  if (point < 0) return text;
  int end = str_find_char(text, 'e');
  if (end <= 0) {
    end = text.len;
    while (end > point &&
           !(text.text[end - 1] >= '0' && text.text[end - 1] <= '9'))
      end--;
  }
  int kept = end;
  while (kept > point + decimal.len && text.text[kept - 1] == '0')
    kept--;
  if (kept == point + decimal.len) kept = point;
  return str_join(arena, str_slice(text, 0, kept),
                  str_slice(text, end, text.len));
}

static Str number_label(Arena *arena, const TickFormat *format, double number) {
  const Locale *locale = format->locale ? format->locale : &locale_english;
  if (format->factor > 0) number *= format->factor;
  Str text;
  if (!format_number(arena, format->specifier, number, locale, &text))
    return number_text(arena, number);
  if (format->suffix.len) text = str_join(arena, text, format->suffix);
  return format->trims_zeros ? without_zeros(arena, text, locale->decimal)
                             : text;
}

Str tick_format_text(Arena *arena, const TickFormat *format, Value value) {
  if (format->kind == FORMAT_PLAIN) return value_to_str(arena, value);
  double number = value.kind == VALUE_NULL ? 0 : value_to_number(value);
  if (format->kind == FORMAT_TIME)
    return format_time(arena, format->specifier, number,
                       format->locale ? format->locale : &locale_english);
  if (format->filters_log &&
      !log_tick_is_shown(format->scale, format->log_limit, number))
    return (Str){0};
  return number_label(arena, format, number);
}

Str tick_format_range(Arena *arena, const TickFormat *format, double low,
                      double high) {
  Str from = isfinite(low) ? tick_format_text(arena, format, value_number(low))
                           : (Str){0};
  Str to = isfinite(high) ? tick_format_text(arena, format, value_number(high))
                          : (Str){0};
  if (from.len && to.len)
    return str_format(arena, "%.*s – %.*s", STR(from), STR(to));
  if (to.len) return str_format(arena, "< %.*s", STR(to));
  return str_format(arena, "≥ %.*s", STR(from));
}
