#include "chart/guide/format.h"

#include <glib.h>
#include <math.h>

#include "base/number.h"
#include "korean/korean.h"

static bool is_own_type(Str type) {
  return !type.len || str_is(type, "number") || str_is(type, "time") ||
         str_is(type, "korean");
}

static bool allows_functions(const Drawing *drawing) {
  return json_is_true(json_object_get(drawing->config, "customFormatTypes"));
}

FormatWish format_wish(Drawing *drawing, const Cascade *properties) {
  FormatWish wish = {.type =
                         cascade_str(properties, drawing, "formatType", "")};
  if (!is_own_type(wish.type) && !allows_functions(drawing))
    return (FormatWish){0};
  const json_t *format = cascade_find(properties, "format");
  if (format && !json_is_null(format)) {
    Value value = json_is_expression(format)
                      ? drawing_value(drawing, format, NULL, 0)
                      : value_from_json(drawing->arena, format);
    if (value.kind == VALUE_STRING) wish.format = value_text(&value);
    if (value.kind == VALUE_OBJECT) wish.parts = value;
  }
  return wish;
}

static bool is_name(Str text) {
  for (int i = 0; i < text.len; i++)
    if (!g_ascii_isalnum(text.text[i]) && text.text[i] != '_') return false;
  return text.len > 0 && !g_ascii_isdigit(text.text[0]);
}

/* What a function of expressions makes of value and format. */
static ValueFormat call_format(Drawing *drawing, Str function, Value format) {
  ValueFormat made = {.call_format = format};
  if (!is_name(function)) return made;
  made.kind = VALUE_BY_CALL;
  Str text = str_format(drawing->arena, "%.*s(datum.value, datum.format)",
                        STR(function));
  made.call = expr_parse(drawing->arena, text, (Place){0}, drawing->diags);
  return made;
}

static Str call_text(Drawing *drawing, const ValueFormat *format, Value value) {
  ValueMember members[] = {{S("value"), value},
                           {S("format"), format->call_format}};
  Value datum = {.kind = VALUE_OBJECT, .len = 2, .members = members};
  if (!format->call) return (Str){0};
  return value_to_str(drawing->arena,
                      drawing_eval(drawing, format->call, datum));
}

Str time_unit_format(Drawing *drawing, const ChannelDef *def) {
  const TimeFormat overrides[] = {{S("year-month"), S("%b %Y ")},
                                  {S("year-month-date"), S("%b %d, %Y ")}};
  if (!def->time_unit.parts) return (Str){0};
  return time_unit_specifier(drawing->arena, def->time_unit, overrides, 2);
}

static bool is_temporal(const ChannelDef *def) {
  return def->type == TYPE_TEMPORAL || def->time_unit.parts;
}

static bool is_time_type(Str type) {
  return str_is(type, "time");
}

static Str config_text(const Drawing *drawing, const char *name) {
  return json_str(json_object_get(drawing->config, name));
}

/* One unit for all labels of a guide, by the greatest of the domain; the labels
 * leave it out, since it is stated once. */
static ValueFormat korean_format(const ViewScale *scale, Str format) {
  ValueFormat made = {.kind = VALUE_KOREAN, .specifier = format};
  Str suffix;
  if (!scale || !korean_format_is_auto(format, &suffix)) return made;
  double greatest = 0;
  const ValueList *domain = &scale->scale.domain;
  for (int i = 0; i < domain->count; i++)
    greatest = fmax(greatest, fabs(value_to_number(domain->items[i])));
  made.divisor = korean_unit(greatest, &made.unit);
  made.suffix = suffix;
  return made;
}

/* The names in the config of a default format and of its type. */
static const char *const number_defaults[] = {"numberFormat",
                                              "numberFormatType"};
static const char *const share_defaults[] = {"normalizedNumberFormat",
                                             "normalizedNumberFormatType"};
static const char *const time_defaults[] = {"timeFormat", "timeFormatType"};

/* What values without a format of their own take from the config, where that
 * has a format type. */
static FormatWish wish_or_config(const Drawing *drawing, const ChannelDef *def,
                                 FormatWish wish, bool normalized) {
  const char *const *names = normalized ? share_defaults : number_defaults;
  if (def->type == TYPE_TEMPORAL) names = time_defaults;
  if (wish.format.len || wish.type.len || wish.parts.kind == VALUE_OBJECT ||
      def->time_unit.parts ||
      (def->type != TYPE_QUANTITATIVE && def->type != TYPE_TEMPORAL))
    return wish;
  Str type = config_text(drawing, names[1]);
  if (!str_is(type, "korean") && !allows_functions(drawing)) return wish;
  wish.type = type;
  if (type.len) wish.format = config_text(drawing, names[0]);
  return wish;
}

Str guide_unit(Drawing *drawing, const ViewScale *scale, const ChannelDef *def,
               FormatWish wish) {
  wish = wish_or_config(drawing, def, wish, false);
  if (!str_is(wish.type, "korean")) return (Str){0};
  ValueFormat format = korean_format(scale, wish.format);
  return str_trim(str_join(drawing->arena, format.unit, format.suffix));
}

Str guide_title_with_unit(Arena *arena, Str title, Str unit) {
  if (!unit.len) return title;
  return str_format(arena, "%.*s (%.*s)", STR(title), STR(unit));
}

void value_format_keep_unit(Arena *arena, ValueFormat *format) {
  if (format->kind != VALUE_KOREAN || !(format->divisor > 0)) return;
  format->specifier = str_join(arena, format->unit, format->suffix);
  format->divisor = 0;
}

static Str number_default(const Drawing *drawing, bool normalized) {
  if (normalized) {
    Str format = config_text(drawing, "normalizedNumberFormat");
    if (format.len) return format;
  }
  return config_text(drawing, "numberFormat");
}

static bool is_normalized(const ViewScale *scale) {
  if (!scale || !scale->uses.count) return false;
  const ScaleUse *use = &scale->uses.items[0];
  return use->view->stack.offset == STACK_NORMALIZE &&
         use->view->stack.channel == use->def->channel;
}

/* Formats that functions make; false: the wish is for none. */
static bool function_format(Drawing *drawing, const ChannelDef *def,
                            FormatWish wish, ValueFormat *made) {
  if (wish.parts.kind == VALUE_OBJECT && is_temporal(def)) {
    *made = call_format(drawing, S("timeFormat"), wish.parts);
    return true;
  }
  if (is_own_type(wish.type)) return false;
  *made = call_format(drawing, wish.type, value_str(wish.format));
  return true;
}

ValueFormat guide_format(Drawing *drawing, const ViewScale *scale,
                         const ChannelDef *def, FormatWish wish,
                         const TickFormatRequest *request) {
  ValueFormat made;
  wish = wish_or_config(drawing, def, wish, is_normalized(scale));
  if (str_is(wish.type, "korean")) return korean_format(scale, wish.format);
  if (function_format(drawing, def, wish, &made)) return made;
  bool discrete =
      scale_type_is_discrete(scale->type) && scale->type != SCALE_BIN_ORDINAL;
  bool temporal = is_temporal(def) || is_time_type(wish.type);
  if (temporal) {
    Str specifier =
        wish.format.len ? wish.format : time_unit_format(drawing, def);
    if (!specifier.len && request->is_legend)
      specifier = config_text(drawing, "timeFormat");
    if (discrete || (specifier.len && !wish.type.len))
      return (ValueFormat){
          .kind = VALUE_AS_TIME,
          .specifier =
              specifier.len ? specifier : config_text(drawing, "timeFormat")};
  }
  Str specifier = wish.format;
  if (!specifier.len && !temporal && !discrete)
    specifier = number_default(drawing, is_normalized(scale));
  if (discrete)
    return (ValueFormat){.kind = specifier.len ? VALUE_AS_NUMBER : VALUE_PLAIN,
                         .specifier = specifier,
                         .bin_step = def->bin ? def->bins.step : 0};
  TickFormatRequest wanted = *request;
  wanted.locale = &drawing->locale;
  wanted.specifier = specifier;
  wanted.is_time = temporal && scale_type_is_temporal(scale->type) == false;
  return (ValueFormat){
      .kind = VALUE_BY_SCALE,
      .by_scale = scale_tick_format(drawing->arena, &scale->scale, &wanted)};
}

ValueFormat text_format(Drawing *drawing, const ChannelDef *def,
                        FormatWish wish) {
  wish = wish_or_config(drawing, def, wish, false);
  if (str_is(wish.type, "korean"))
    return (ValueFormat){.kind = VALUE_KOREAN, .specifier = wish.format};
  ValueFormat made;
  if (function_format(drawing, def, wish, &made)) return made;
  if (is_time_type(wish.type) || (is_temporal(def) && !wish.type.len)) {
    Str format = wish.format.len ? wish.format : time_unit_format(drawing, def);
    if (!format.len) format = config_text(drawing, "timeFormat");
    return (ValueFormat){.kind = VALUE_AS_TIME, .specifier = format};
  }
  if (wish.format.len)
    return (ValueFormat){.kind = VALUE_AS_NUMBER, .specifier = wish.format};
  bool number = def->type == TYPE_QUANTITATIVE || str_is(wish.type, "number");
  return (ValueFormat){.kind = number ? VALUE_AS_NUMBER : VALUE_PLAIN,
                       .specifier =
                           number ? number_default(drawing, false) : (Str){0}};
}

static Str plain_text(Drawing *drawing, Value value) {
  if (value.kind == VALUE_NULL) return S("null");
  if (value.kind == VALUE_UNDEFINED) return S("undefined");
  return value_to_str(drawing->arena, value);
}

static Str korean_text(Drawing *drawing, const ValueFormat *format,
                       double number) {
  Str text;
  Str specifier = format->specifier.len ? format->specifier : S("auto");
  if (format->divisor > 0) {
    number /= format->divisor;
    specifier = S(",");
  }
  return korean_number(drawing->arena, specifier, number, &text)
             ? text
             : number_text(drawing->arena, number);
}

/* "10 – 20" for the start of a bin. */
static Str bin_text(Drawing *drawing, const ValueFormat *format, double start) {
  ValueFormat plain = *format;
  plain.bin_step = 0;
  if (plain.kind == VALUE_PLAIN) plain.kind = VALUE_AS_NUMBER;
  Value end = value_number(start + format->bin_step);
  return str_format(
      drawing->arena, "%.*s \u2013 %.*s",
      STR(value_format_text(drawing, &plain, value_number(start))),
      STR(value_format_text(drawing, &plain, end)));
}

Str value_format_text(Drawing *drawing, const ValueFormat *format,
                      Value value) {
  if (format->bin_step > 0 && value.kind == VALUE_NUMBER &&
      isfinite(value.number))
    return bin_text(drawing, format, value.number);
  double number = value_to_number(value);
  bool none = value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
  Str text = {0};
  switch (format->kind) {
  case VALUE_AS_TIME:
    if (none || isnan(number)) return S("null");
    return format_time(drawing->arena, format->specifier, number,
                       &drawing->locale);
  case VALUE_AS_NUMBER:
    if (value.kind == VALUE_NULL) return S("null");
    if (none || isnan(number)) return S("NaN");
    if (format_number(drawing->arena, format->specifier, number,
                      &drawing->locale, &text))
      return text;
    return plain_text(drawing, value);
  case VALUE_KOREAN:
    if (none || isnan(number)) return plain_text(drawing, value);
    return korean_text(drawing, format, number);
  case VALUE_BY_CALL:
    return call_text(drawing, format, value);
  case VALUE_BY_SCALE:
    return tick_format_text(drawing->arena, &format->by_scale, value);
  default:
    return plain_text(drawing, value);
  }
}
