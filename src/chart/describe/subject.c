/* What a unit shows, and its axes. */
#include "chart/describe/telling.h"
#include "chart/domain/view_scale.h"
#include "chart/mark/project.h"
#include "chart/spec/read_view.h"

static const ChannelDef *field_of(const View *unit, Channel channel) {
  const ChannelDef *def = &unit->encoding[channel];
  return def->has_field ? def : NULL;
}

static bool is_part(const View *unit, const char *composite) {
  Str style = json_str(json_object_get(unit->mark_json, "style"));
  return str_starts(style, str_from(composite));
}

static Str subject_of_values(Telling *telling, const View *unit,
                             const Readings *shown) {
  Str value = def_words(telling, shown->value);
  if (!shown->along) return SENTENCE(telling, PHRASE_SPREAD, value);
  Str along = def_words(telling, shown->along);
  if (is_part(unit, "boxplot") || unit->mark == MARK_TICK)
    return SENTENCE(telling, PHRASE_SPREAD_BY, value, along);
  bool both = def_is_measure(shown->along) && !unit_runs(unit);
  bool runs = unit_runs(unit);
  if (!shown->series)
    return SENTENCE(telling,
                    both   ? PHRASE_RELATION
                    : runs ? PHRASE_ALONG
                           : PHRASE_BY,
                    value, along);
  Str series = def_words(telling, shown->series);
  return SENTENCE(telling,
                  both   ? PHRASE_RELATION_EACH
                  : runs ? PHRASE_ALONG_EACH
                         : PHRASE_BY_EACH,
                  value, along, series);
}

static Str subject_of_map(Telling *telling, const View *unit) {
  const ChannelDef *color = color_def(unit);
  if (!color) return SENTENCE(telling, PHRASE_MAP_PLAIN, S(""));
  return SENTENCE(telling, PHRASE_MAP, def_words(telling, color));
}

static Str subject_of_cells(Telling *telling, const Readings *shown) {
  return SENTENCE(telling, PHRASE_CELLS, def_words(telling, shown->value),
                  def_words(telling, shown->along),
                  def_words(telling, shown->series));
}

static Str subject_of_places(Telling *telling, const View *unit) {
  const ChannelDef *x = field_of(unit, CHANNEL_X),
                   *y = field_of(unit, CHANNEL_Y);
  if (x && y)
    return SENTENCE(telling, PHRASE_PAIRS, def_words(telling, x),
                    def_words(telling, y));
  if (!x && !y) return (Str){0};
  return SENTENCE(telling, PHRASE_SPREAD, def_words(telling, x ? x : y));
}

static Str subject_of(Telling *telling, const View *unit) {
  Readings shown = readings_of(telling, unit);
  if (view_has_geo_places(unit))
    return SENTENCE(telling, PHRASE_MAP_PLACES,
                    str_format(telling->arena, "%d", unit->rows->row_count));
  if (unit->mark == MARK_GEOSHAPE) return subject_of_map(telling, unit);
  if (unit->mark == MARK_RECT && shown.value && shown.along && shown.series)
    return subject_of_cells(telling, &shown);
  if (unit->mark == MARK_ARC && shown.value && shown.along)
    return SENTENCE(telling, PHRASE_SHARES, def_words(telling, shown.value),
                    def_words(telling, shown.along));
  if (shown.value && unit->mark != MARK_RECT)
    return subject_of_values(telling, unit, &shown);
  return subject_of_places(telling, unit);
}

bool tell_subject(Telling *telling, const View *unit) {
  Str sentence = subject_of(telling, unit);
  return !sentence.len || tell(telling, sentence);
}

/* ---- Axes ---- */

static Str axis_range(Telling *telling, const ViewScale *scale,
                      const ChannelDef *def, Str axis) {
  const ValueList *domain = &scale->scale.domain;
  ChannelDef plain = *def;
  plain.bin = NULL;
  Str name = def_words(telling, def);
  Str low = value_words(telling, &plain, domain->items[0]);
  Str high = value_words(telling, &plain, domain->items[domain->count - 1]);
  bool turned = json_is_true(scale_property(scale, "reverse"));
  bool is_log = scale->type == SCALE_LOG || scale->type == SCALE_SYMLOG;
  Phrase side = scale->channel == CHANNEL_X ? PHRASE_RIGHT : PHRASE_TOP;
  if (turned)
    return SENTENCE(telling, PHRASE_AXIS_TURNED, axis, name, low, high,
                    SENTENCE(telling, side, S("")));
  return SENTENCE(telling, is_log ? PHRASE_AXIS_RANGE_LOG : PHRASE_AXIS_RANGE,
                  axis, name, low, high);
}

static void tell_axis(Telling *telling, const View *unit, Channel channel) {
  const ChannelDef *def = &unit->encoding[channel];
  const ViewScale *scale = unit->scales[channel];
  if (!def->has_field || !scale || !scale->scale.domain.count) return;
  const ValueList *domain = &scale->scale.domain;
  Str axis = SENTENCE(
      telling, channel == CHANNEL_X ? PHRASE_HORIZONTAL : PHRASE_VERTICAL,
      S(""));
  if (!scale_type_is_discrete(scale->type) && domain->count > 1) {
    tell(telling, axis_range(telling, scale, def, axis));
    return;
  }
  Str count = str_format(telling->arena, "%d", domain->count);
  tell(telling, SENTENCE(telling, PHRASE_AXIS_KINDS, axis,
                         def_words(telling, def), count));
}

static void tell_series(Telling *telling, const View *unit) {
  enum { NAMED = 6 };
  const ChannelDef *color = color_def(unit);
  if (!color) return;
  const ViewScale *scale = unit->scales[color->channel];
  bool is_axis = str_equal(color->field, unit->encoding[CHANNEL_X].field) ||
                 str_equal(color->field, unit->encoding[CHANNEL_Y].field);
  if (!scale || !scale_type_is_discrete(scale->type) || is_axis) return;
  const ValueList *domain = &scale->scale.domain;
  if (domain->count < 2 || unit->mark == MARK_ARC) return;
  if (unit_runs(unit) && domain->count <= SERIES_TOLD) return;
  if (domain->count > NAMED) {
    Str count = str_format(telling->arena, "%d", domain->count);
    tell(telling, SENTENCE(telling, PHRASE_SERIES_MANY, count));
    return;
  }
  Str *names = arena_array(telling->arena, Str, domain->count);
  for (int i = 0; i < domain->count; i++)
    names[i] = value_words(telling, color, domain->items[i]);
  Str list = list_words(telling, names, domain->count, NAMED);
  tell(telling, SENTENCE(telling, PHRASE_SERIES, list));
}

void tell_axes(Telling *telling, const View *unit) {
  tell_axis(telling, unit, CHANNEL_X);
  tell_axis(telling, unit, CHANNEL_Y);
  tell_series(telling, unit);
}
