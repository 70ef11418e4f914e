/* What the data of a unit say: level 2 and 3 of a description. */
#include <math.h>

#include "chart/describe/telling.h"
#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

enum { VALUES_LISTED = 6, SHARES_LISTED = 5 };

/* ---- Lines: from where to where ---- */

/* Rising means nothing where small values stand at the far end. */
static bool is_turned(const Readings *readings) {
  const ViewScale *scale = readings->unit->scales[readings->value->channel];
  return scale && json_is_true(scale_property(scale, "reverse"));
}

static Str run_sentence(Telling *telling, const Readings *readings,
                        const Reading *first, const Reading *last) {
  Str from = reading_place(telling, readings, first);
  Str to = reading_place(telling, readings, last);
  Str start = reading_value(telling, readings, first);
  Str end = reading_value(telling, readings, last);
  bool named = readings->series != NULL;
  Str name = named ? reading_series(telling, readings, first) : (Str){0};
  if (first->value == last->value)
    return named ? SENTENCE(telling, PHRASE_SERIES_STAYED, name, from, to, end)
                 : SENTENCE(telling, PHRASE_STAYED, from, to, end);
  Phrase phrase = is_turned(readings)          ? PHRASE_CHANGED
                  : first->value < last->value ? PHRASE_ROSE
                                               : PHRASE_FELL;
  if (!named) return SENTENCE(telling, phrase, from, start, to, end);
  phrase += PHRASE_SERIES_ROSE - PHRASE_ROSE;
  return SENTENCE(telling, phrase, name, from, start, to, end);
}

/* The end of the run of one series that starts at `start`. */
static int run_end(const Readings *readings, int start) {
  int end = start;
  while (end < readings->count &&
         readings->items[end].series == readings->items[start].series)
    end++;
  return end;
}

static void tell_between(Telling *telling, const Readings *readings) {
  const Reading *ends[] = {&readings->items[0],
                           &readings->items[readings->count - 1]};
  for (int greatest = 1; greatest >= 0; greatest--) {
    const Reading *extreme = reading_extreme(readings, greatest);
    if (extreme->value == ends[0]->value || extreme->value == ends[1]->value)
      continue;
    tell(telling, SENTENCE(telling, greatest ? PHRASE_PEAK : PHRASE_TROUGH,
                           reading_value(telling, readings, extreme),
                           reading_place(telling, readings, extreme)));
  }
}

/* Of many series the two that end highest and lowest. */
static void tell_ends(Telling *telling, const Readings *readings) {
  const Reading *most = NULL, *least = NULL;
  double place = -INFINITY;
  for (int i = 0; i < readings->count; i++)
    place = fmax(place, readings->items[i].at);
  for (int i = 0; i < readings->count; i++) {
    const Reading *reading = &readings->items[i];
    if (reading->at != place) continue;
    if (!most || reading->value > most->value) most = reading;
    if (!least || reading->value < least->value) least = reading;
  }
  if (!most || most == least) return;
  tell(telling,
       SENTENCE(telling, PHRASE_ENDS, reading_place(telling, readings, most),
                reading_series(telling, readings, most),
                reading_value(telling, readings, most),
                reading_series(telling, readings, least),
                reading_value(telling, readings, least)));
}

static void tell_runs(Telling *telling, const Readings *readings) {
  if (readings->series_count > SERIES_TOLD) {
    tell_ends(telling, readings);
    return;
  }
  for (int start = 0, end; start < readings->count; start = end) {
    end = run_end(readings, start);
    if (end - start < 2) continue;
    tell(telling, run_sentence(telling, readings, &readings->items[start],
                               &readings->items[end - 1]));
  }
  if (readings->series_count == 1) tell_between(telling, readings);
}

/* ---- Bars, cells, slices ---- */

static void tell_extremes(Telling *telling, const Readings *readings) {
  const Reading *most = reading_extreme(readings, true);
  const Reading *least = reading_extreme(readings, false);
  Str high = reading_value(telling, readings, most);
  Str low = reading_value(telling, readings, least);
  if (most->value == least->value) {
    tell(telling, SENTENCE(telling, PHRASE_ONE, high));
    return;
  }
  if (!readings->along) {
    tell(telling, SENTENCE(telling, PHRASE_VALUES, low, high));
    return;
  }
  Str most_place = reading_place(telling, readings, most);
  Str least_place = reading_place(telling, readings, least);
  tell(telling,
       readings->series
           ? SENTENCE(telling, PHRASE_MOST_LEAST_EACH, high, most_place,
                      reading_series(telling, readings, most), low, least_place,
                      reading_series(telling, readings, least))
           : SENTENCE(telling, PHRASE_MOST_LEAST, most_place, high, least_place,
                      low));
}

/* "가 38", "2020(38)": two numbers side by side are kept apart. */
static Str pair_words(const Telling *telling, Str place, Str value) {
  char last = place.len ? place.text[place.len - 1] : ' ';
  bool is_number = last >= '0' && last <= '9';
  return str_format(telling->arena, is_number ? "%.*s(%.*s)" : "%.*s %.*s",
                    STR(place), STR(value));
}

static void tell_list(Telling *telling, const Readings *readings) {
  Str *words = arena_array(telling->arena, Str, readings->count);
  for (int i = 0; i < readings->count; i++) {
    const Reading *reading = &readings->items[i];
    words[i] = pair_words(telling, reading_place(telling, readings, reading),
                          reading_value(telling, readings, reading));
  }
  Str list = list_words(telling, words, readings->count, readings->count);
  tell(telling, SENTENCE(telling, PHRASE_LIST, list));
}

static void tell_amounts(Telling *telling, const Readings *readings) {
  bool is_short =
      readings->count <= VALUES_LISTED && !readings->series && readings->along;
  if (is_short)
    tell_list(telling, readings);
  else
    tell_extremes(telling, readings);
}

static void tell_shares(Telling *telling, const Readings *readings) {
  double whole = 0;
  for (int i = 0; i < readings->count; i++)
    whole += fmax(0, readings->items[i].value);
  if (!(whole > 0) || !readings->along) return;
  Str *words = arena_array(telling->arena, Str, readings->count);
  for (int i = 0; i < readings->count; i++)
    words[i] =
        str_format(telling->arena, "%.*s %.0f%%",
                   STR(reading_place(telling, readings, &readings->items[i])),
                   100 * fmax(0, readings->items[i].value) / whole);
  Str list = list_words(telling, words, readings->count, SHARES_LISTED);
  tell(telling, SENTENCE(telling, PHRASE_LIST, list));
}

/* ---- Points ---- */

/* Pearson's coefficient of the two measures; NaN: there is none. */
static double correlation(const Readings *readings) {
  int column = table_find_index(readings->unit->rows, readings->along->column);
  double n = 0, sum_x = 0, sum_y = 0, xx = 0, yy = 0, xy = 0;
  for (int i = 0; column >= 0 && i < readings->count; i++) {
    const Reading *reading = &readings->items[i];
    Value cell = table_cell(readings->unit->rows, column, reading->row);
    double x = value_to_number(cell), y = reading->value;
    if (cell.kind == VALUE_NULL || !isfinite(x)) continue;
    n++;
    sum_x += x;
    sum_y += y;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  double spread = (xx - sum_x * sum_x / n) * (yy - sum_y * sum_y / n);
  return n > 2 && spread > 0 ? (xy - sum_x * sum_y / n) / sqrt(spread) : NAN;
}

static void tell_cloud(Telling *telling, const Readings *readings) {
  static const double telling_coefficient = .5;
  tell(telling, SENTENCE(telling, PHRASE_POINTS,
                         str_format(telling->arena, "%d", readings->count)));
  double r = correlation(readings);
  if (!(fabs(r) >= telling_coefficient)) return;
  tell(telling, SENTENCE(telling, r > 0 ? PHRASE_RISES_WITH : PHRASE_FALLS_WITH,
                         def_words(telling, readings->value),
                         def_words(telling, readings->along)));
}

/* ---- By the kind of mark ---- */

static bool is_composite(const View *unit) {
  Str style = json_str(json_object_get(unit->mark_json, "style"));
  return str_starts(style, S("boxplot")) || str_starts(style, S("error"));
}

void tell_facts(Telling *telling, const View *unit) {
  Readings readings = readings_of(telling, unit);
  if (!unit->rows->row_count) {
    tell(telling, SENTENCE(telling, PHRASE_EMPTY, S("")));
    return;
  }
  if (!readings.count || is_composite(unit)) return;
  bool is_cloud =
      !unit_runs(unit) && readings.along && def_is_measure(readings.along);
  if (!is_cloud) readings_sort(&readings);
  switch (unit->mark) {
  case MARK_ARC:
    tell_shares(telling, &readings);
    break;
  case MARK_RECT:
  case MARK_GEOSHAPE:
    tell_extremes(telling, &readings);
    break;
  default:
    if (unit_runs(unit))
      tell_runs(telling, &readings);
    else if (is_cloud)
      tell_cloud(telling, &readings);
    else
      tell_amounts(telling, &readings);
  }
}
