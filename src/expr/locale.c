/* Vega's locale config: {"number": {...}, "time": {...}}, with the names of
 * d3's locale files. */
#include "base/tree.h"
#include "expr/expr.h"

static void read_text(Arena *arena, const json_t *json, const char *name,
                      Str *text) {
  const json_t *value = json_object_get(json, name);
  if (json_is_string(value)) *text = str_copy(arena, json_str(value));
}

static void read_texts(Arena *arena, const json_t *json, const char *name,
                       Str *texts, size_t count) {
  const json_t *list = json_object_get(json, name);
  if (json_array_size(list) != count) return;
  for (size_t i = 0; i < count; i++)
    texts[i] = str_copy(arena, json_str(json_array_get(list, i)));
}

static void read_grouping(const json_t *json, Locale *locale) {
  const json_t *list = json_object_get(json, "grouping");
  if (!json_is_array(list)) return;
  locale->grouping_count = 0;
  for (size_t i = 0; i < json_array_size(list) && i < 8; i++) {
    json_int_t size = json_integer_value(json_array_get(list, i));
    locale->grouping[locale->grouping_count++] =
        size > 0 && size < 1000 ? (int)size : 1000;
  }
}

static void read_number(Arena *arena, const json_t *json, Locale *locale) {
  read_text(arena, json, "decimal", &locale->decimal);
  read_text(arena, json, "thousands", &locale->thousands);
  read_text(arena, json, "percent", &locale->percent);
  read_text(arena, json, "minus", &locale->minus);
  read_text(arena, json, "nan", &locale->nan);
  read_texts(arena, json, "currency", locale->currency, 2);
  read_texts(arena, json, "numerals", locale->numerals, 10);
  if (json_array_size(json_object_get(json, "numerals")) == 10)
    locale->has_numerals = true;
  read_grouping(json, locale);
}

static void read_time(Arena *arena, const json_t *json, Locale *locale) {
  read_text(arena, json, "dateTime", &locale->date_time);
  read_text(arena, json, "date", &locale->date);
  read_text(arena, json, "time", &locale->time);
  read_texts(arena, json, "periods", locale->periods, 2);
  read_texts(arena, json, "days", locale->days, 7);
  read_texts(arena, json, "shortDays", locale->short_days, 7);
  read_texts(arena, json, "months", locale->months, 12);
  read_texts(arena, json, "shortMonths", locale->short_months, 12);
}

Locale locale_read(Arena *arena, const json_t *json, const Locale *base) {
  Locale locale = *locale_or_english(base);
  read_number(arena, json_object_get(json, "number"), &locale);
  read_time(arena, json_object_get(json, "time"), &locale);
  return locale;
}
