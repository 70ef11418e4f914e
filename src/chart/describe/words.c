#include <math.h>

#include "base/calendar.h"
#include "base/number.h"
#include "chart/describe/telling.h"
#include "chart/domain/view_scale.h"
#include "chart/guide/format.h"
#include "chart/guide/title.h"
#include "chart/mark/project.h"
#include "chart/spec/read_view.h"
#include "korean/korean.h"

/* ---- Kinds of charts ---- */

typedef struct KindRow {
  const char *style; /* of composite marks: "boxplot-box"; or NULL */
  MarkType mark;
  const char *korean, *english;
} KindRow;

static const KindRow kinds[] = {
    {"boxplot", MARK_BAR, "상자 그림", "Box plot"},
    {"errorband", MARK_AREA, "오차 띠 그림", "Error bands"},
    {"errorbar", MARK_RULE, "오차 막대 그림", "Error bars"},
    {NULL, MARK_ARC, "원그림", "Pie chart"},
    {NULL, MARK_AREA, "영역 그림", "Area chart"},
    {NULL, MARK_BAR, "막대그림", "Bar chart"},
    {NULL, MARK_CIRCLE, "점그림", "Dot plot"},
    {NULL, MARK_GEOSHAPE, "지도", "Map"},
    {NULL, MARK_IMAGE, "그림 모음", "Chart of pictures"},
    {NULL, MARK_LINE, "꺾은선 그림", "Line chart"},
    {NULL, MARK_POINT, "점그림", "Dot plot"},
    {NULL, MARK_RECT, "열지도", "Heat map"},
    {NULL, MARK_RULE, "선그림", "Chart of rules"},
    {NULL, MARK_SQUARE, "점그림", "Dot plot"},
    {NULL, MARK_TEXT, "글자 그림", "Chart of words"},
    {NULL, MARK_TICK, "눈금 그림", "Strip plot"},
    {NULL, MARK_TRAIL, "꺾은선 그림", "Line chart"},
};

static bool is_of(const KindRow *row, const View *unit) {
  if (!row->style) return row->mark == unit->mark;
  Str style = json_str(json_object_get(unit->mark_json, "style"));
  return str_starts(style, str_from(row->style));
}

Str kind_word(const Telling *telling, const View *unit) {
  if (unit && view_has_geo_places(unit))
    return telling->is_korean ? S("지도") : S("Map");
  for (size_t i = 0; unit && i < sizeof kinds / sizeof *kinds; i++)
    if (is_of(&kinds[i], unit))
      return str_from(telling->is_korean ? kinds[i].korean : kinds[i].english);
  return telling->is_korean ? S("그림") : S("Chart");
}

/* ---- Names ---- */

static Str stated_title(const Telling *telling, const ChannelDef *def) {
  static const char *const guides[] = {"axis", "legend", "header"};
  const Str *lines;
  const json_t *title = json_object_get(def->json, "title");
  for (int i = 0; i < 3 && !json_is_string(title); i++)
    title = json_object_get(json_object_get(def->json, guides[i]), "title");
  int count = title && !json_is_null(title)
                  ? cascade_lines(title, telling->drawing, &lines)
                  : 0;
  return count ? lines[0] : (Str){0};
}

static const struct {
  const char *aggregate;
  Phrase phrase;
} aggregates[] = {
    {"mean", PHRASE_MEAN},         {"average", PHRASE_MEAN},
    {"sum", PHRASE_SUM},           {"median", PHRASE_MEDIAN},
    {"min", PHRASE_LEAST},         {"max", PHRASE_GREATEST},
    {"distinct", PHRASE_DISTINCT},
};

Str def_words(const Telling *telling, const ChannelDef *def) {
  Str title = stated_title(telling, def);
  if (title.len) return title;
  if (str_is(def->aggregate, "count"))
    return SENTENCE(telling, PHRASE_COUNT_OF_ROWS, title);
  ChannelDef plain = *def;
  plain.aggregate = (Str){0};
  plain.bin = NULL;
  plain.time_unit.parts = 0;
  Str field = def_title(telling->drawing, &plain);
  for (size_t i = 0; i < sizeof aggregates / sizeof *aggregates; i++)
    if (str_is(def->aggregate, aggregates[i].aggregate))
      return SENTENCE(telling, aggregates[i].phrase, field);
  return def->bin ? SENTENCE(telling, PHRASE_BINS, field) : field;
}

/* ---- Values ---- */

/* How a moment is written, from coarse to fine. */
typedef struct MomentRow {
  unsigned parts;
  const char *korean, *english;
} MomentRow;

static const MomentRow moments[] = {
    {TIME_YEAR, "%Y년", "%Y"},
    {TIME_QUARTER, "%q분기", "Q%q"},
    {TIME_YEAR | TIME_QUARTER, "%Y년 %q분기", "Q%q %Y"},
    {TIME_MONTH, "%-m월", "%B"},
    {TIME_YEAR | TIME_MONTH, "%Y년 %-m월", "%B %Y"},
    {TIME_DAY, "%A", "%A"},
    {TIME_DATE, "%-d일", "%-d"},
    {TIME_MONTH | TIME_DATE, "%-m월 %-d일", "%B %-d"},
    {TIME_YEAR | TIME_MONTH | TIME_DATE, "%Y년 %-m월 %-d일", "%B %-d, %Y"},
    {TIME_HOURS, "%-H시", "%H:00"},
    {TIME_HOURS | TIME_MINUTES, "%-H시 %-M분", "%H:%M"},
};

static const MomentRow whole_moment = {0, "%Y년 %-m월 %-d일 %-H시 %-M분",
                                       "%B %-d, %Y, %H:%M"};

static const MomentRow *moment_row(unsigned parts) {
  for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
    if (moments[i].parts == parts) return &moments[i];
  return NULL;
}

/* The parts that a moment without a unit has, zeros left out. */
static unsigned parts_of(double moment) {
  CivilTime civil = calendar_civil(moment);
  if (civil.hour || civil.minute || civil.second) return 0;
  if (civil.day > 1) return TIME_YEAR | TIME_MONTH | TIME_DATE;
  return civil.month > 1 ? TIME_YEAR | TIME_MONTH : TIME_YEAR;
}

/* All moments of a scale are written to the same part. */
static unsigned parts_among(const Telling *telling, const ChannelDef *def,
                            double moment) {
  unsigned parts = parts_of(moment);
  const ViewScale *scale =
      telling->unit ? telling->unit->scales[def->channel] : NULL;
  for (int i = 0; scale && i < scale->scale.domain.count; i++) {
    double end = value_to_number(scale->scale.domain.items[i]);
    unsigned needed = isfinite(end) ? parts_of(end) : parts;
    if (!needed || !parts) return 0;
    parts |= needed;
  }
  return parts;
}

static Str moment_words(const Telling *telling, const ChannelDef *def,
                        double moment) {
  unsigned parts = def->time_unit.parts ? def->time_unit.parts
                                        : parts_among(telling, def, moment);
  const MomentRow *row = &whole_moment;
  if (!moment_row(parts)) parts = parts_among(telling, def, moment);
  if (moment_row(parts)) row = moment_row(parts);
  const Locale *locale = telling->is_korean ? &locale_korean : &locale_english;
  return format_time(telling->arena,
                     str_from(telling->is_korean ? row->korean : row->english),
                     moment, locale);
}

bool def_is_year(const ChannelDef *def, double number) {
  static const char *const names[] = {"year", "Year", "해",
                                      "연도", "년도", "년"};
  bool is_whole = number == floor(number) && number >= 1000 && number < 3000;
  for (size_t i = 0; is_whole && i < sizeof names / sizeof *names; i++)
    if (str_is(def->field, names[i])) return true;
  return false;
}

/* At most some three digits that matter. */
static double rounded(double number) {
  if (number == 0 || !isfinite(number)) return number;
  double digits = fmax(0, 2 - floor(log10(fabs(number))));
  double power = pow(10, fmin(digits, 12));
  return floor(number * power + .5) / power;
}

static Str number_words(const Telling *telling, double number) {
  Str text;
  double shown = rounded(number);
  if (telling->is_korean &&
      korean_number(telling->arena, S("auto"), shown, &text))
    return text;
  if (format_number(telling->arena, S(",~r"), shown, &locale_english, &text) &&
      fabs(shown) < 1e15 && fabs(shown) >= 1e-6)
    return text;
  return number_text(telling->arena, shown);
}

static Str quantity_words(const Telling *telling, const ChannelDef *def,
                          double number) {
  if (def_is_year(def, number))
    return str_format(telling->arena, telling->is_korean ? "%.0f년" : "%.0f",
                      number);
  Str low = number_words(telling, number);
  if (!def->bin || !(def->bins.step > 0)) return low;
  return str_format(
      telling->arena, telling->is_korean ? "%.*s~%.*s" : "%.*s\u2013%.*s",
      STR(low), STR(number_words(telling, number + def->bins.step)));
}

/* The text of a format of its own, where the axis or legend states one. */
static bool stated_format(const Telling *telling, const ChannelDef *def,
                          Value value, Str *text) {
  Cascade own = {0};
  cascade_add(&own, json_object_get(def->json, "axis"));
  cascade_add(&own, json_object_get(def->json, "legend"));
  cascade_add(&own, def->json);
  FormatWish wish = format_wish(telling->drawing, &own);
  bool is_stated = str_is(wish.type, "korean") ||
                   (wish.format.len && def->type == TYPE_QUANTITATIVE &&
                    str_find_char(wish.format, '%') >= 0);
  if (!is_stated) return false;
  ValueFormat format = text_format(telling->drawing, def, wish);
  *text = value_format_text(telling->drawing, &format, value);
  return true;
}

Str value_words(const Telling *telling, const ChannelDef *def, Value value) {
  Str text;
  bool is_moment = def->type == TYPE_TEMPORAL || def->time_unit.parts ||
                   value.kind == VALUE_TIME;
  double number = value_to_number(value);
  if (is_moment && isfinite(number)) return moment_words(telling, def, number);
  if (value.kind == VALUE_NUMBER && stated_format(telling, def, value, &text))
    return text;
  if (value.kind == VALUE_NUMBER) return quantity_words(telling, def, number);
  return value_to_str(telling->arena, value);
}

Str list_words(const Telling *telling, const Str *words, int count, int most) {
  StrBuf list = {.arena = telling->arena};
  int shown = count > most ? most : count;
  for (int i = 0; i < shown; i++)
    strbuf_addf(&list, "%s%.*s", i ? ", " : "", STR(words[i]));
  if (shown == count) return strbuf_str(&list);
  Str more = str_format(telling->arena, "%d", count - shown);
  return SENTENCE(telling, PHRASE_MORE, strbuf_str(&list), more);
}
