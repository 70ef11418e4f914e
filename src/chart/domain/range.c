/* Ranges: stated, or by channel, size and config; then the scale is prepared.
 */
#include <glib.h>
#include <math.h>

#include "base/limits.h"
#include "base/number.h"
#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

static void add_number(Drawing *drawing, Scale *scale, double number) {
  list_add(drawing->arena, &scale->range, value_number(number));
}

static void add_text(Drawing *drawing, Scale *scale, const char *text) {
  list_add(drawing->arena, &scale->range, value_str(str_from(text)));
}

static double property_number(Drawing *drawing, const ViewScale *scale,
                              const char *name, double fallback) {
  const json_t *json = scale_property(scale, name);
  if (!json) return fallback;
  double number = value_to_number(drawing_value(drawing, json, NULL, 0));
  return isnan(number) ? fallback : number;
}

static bool property_flag(Drawing *drawing, const ViewScale *scale,
                          const char *name) {
  const json_t *json = scale_property(scale, name);
  return json && value_to_boolean(drawing_value(drawing, json, NULL, 0));
}

/* A scheme by name, list or {"name", "count", "extent"}; false: none. */
static bool set_scheme(Drawing *drawing, Scale *scale, const json_t *json,
                       Place place) {
  const json_t *name = json_is_object(json) && !json_is_expression(json)
                           ? json_object_get(json, "name")
                           : json;
  const json_t *count = json_object_get(json, "count");
  const json_t *extent = json_object_get(json, "extent");
  if (json_is_number(count))
    scale->scheme_count =
        MIN(number_whole(json_number_value(count)), LIMIT_TICKS);
  if (json_array_size(extent) == 2)
    for (size_t i = 0; i < 2; i++)
      scale->scheme_extent[i] = json_number_value(json_array_get(extent, i));
  if (json_is_array(name)) {
    for (size_t i = 0; i < json_array_size(name); i++)
      list_add(drawing->arena, &scale->range,
               drawing_value(drawing, json_array_get(name, i), NULL, 0));
    return true;
  }
  Value text = drawing_value(drawing, name, NULL, 0);
  Str wanted = value_text(&text);
  scale->scheme = scheme_find(wanted);
  if (scale->scheme) return true;
  int known;
  const char *const *names = scheme_names(drawing->arena, &known);
  diag(drawing->diags, DIAG_CHART_BAD_VALUE, place,
       "'%.*s' is no colour scheme", STR(wanted));
  diag_hint_nearest(drawing->diags, wanted, names, known);
  return false;
}

/* The ranges that go by a name, and Vega-Lite's default schemes for them. */
static const struct {
  const char *name, *scheme;
} named_ranges[] = {{"category", "tableau10"},
                    {"ordinal", "blues"},
                    {"ramp", "blues"},
                    {"heatmap", "yellowgreenblue"},
                    {"diverging", "blueorange"}};

/* A named range of the config: a list, a scheme's name or a scheme object. */
static bool set_config_range(Drawing *drawing, Scale *scale, const char *name) {
  const json_t *range = config_find(drawing, "range", name);
  if (!range) return false;
  const json_t *scheme = json_object_get(range, "scheme");
  return set_scheme(drawing, scale, scheme ? scheme : range, (Place){0});
}

/* False: no range has the name. */
static bool set_named_range(Drawing *drawing, Scale *scale, Str name) {
  if (set_config_range(drawing, scale, str_c(drawing->arena, name)))
    return true;
  for (size_t i = 0; i < G_N_ELEMENTS(named_ranges); i++)
    if (str_is(name, named_ranges[i].name))
      scale->scheme = scheme_find(str_from(named_ranges[i].scheme));
  if (scale->scheme && str_is(name, "diverging")) {
    scale->scheme_extent[0] = 1;
    scale->scheme_extent[1] = 0;
  }
  return scale->scheme != NULL;
}

static void set_color_range(Drawing *drawing, ViewScale *view_scale) {
  const ScaleUse *use = &view_scale->uses.items[0];
  Scale *scale = &view_scale->scale;
  MarkType mark = use->view->mark;
  int which = mark == MARK_RECT || mark == MARK_GEOSHAPE ? 3 : 2;
  if (scale_property(view_scale, "domainMid")) which = 4;
  if (view_scale->type == SCALE_ORDINAL)
    which = use->def->type == TYPE_NOMINAL ? 0 : 1;
  set_named_range(drawing, scale, str_from(named_ranges[which].name));
}

/* The room along x or y for one symbol: a stated step, a bin; else infinite. */
static double room_along(const View *view, Channel channel) {
  bool is_x = channel == CHANNEL_X;
  const ViewScale *scale = view->scales[channel];
  const json_t *size = json_object_get(view->spec, is_x ? "width" : "height");
  const json_t *given = json_object_get(size, "step");
  if (!scale) return INFINITY;
  if (scale_type_is_discrete(scale->type)) {
    if (json_is_number(given)) return json_number_value(given);
    return INFINITY;
  }
  BinSteps bins = scale->scale.bin_steps;
  if (!scale->scale.has_bins || !(bins.step > 0) || !(bins.stop > bins.start))
    return INFINITY;
  return (is_x ? view->width : view->height) * bins.step /
         (bins.stop - bins.start);
}

/* The smaller room of x and y, else the config's step. */
static double smallest_step(Drawing *drawing, const View *view) {
  double step = fmin(room_along(view, CHANNEL_X), room_along(view, CHANNEL_Y));
  return isinf(step) ? config_number(drawing, "view", "step", 20) : step;
}

static double greatest_size(Drawing *drawing, const View *view) {
  double step = smallest_step(drawing, view), given;
  switch (view->mark) {
  case MARK_BAR:
  case MARK_TICK:
    given = config_number(drawing, "scale", "maxBandSize", NAN);
    return isnan(given) ? step - 1 : given;
  case MARK_LINE:
  case MARK_TRAIL:
  case MARK_RULE:
    return config_number(drawing, "scale", "maxStrokeWidth", 4);
  case MARK_TEXT:
    return config_number(drawing, "scale", "maxFontSize", 40);
  default:
    given = config_number(drawing, "scale", "maxSize", NAN);
    return isnan(given) ? .95 * step * .95 * step : given;
  }
}

static double least_size(Drawing *drawing, const View *view) {
  switch (view->mark) {
  case MARK_BAR:
  case MARK_TICK:
    return config_number(drawing, "scale", "minBandSize", 2);
  case MARK_LINE:
  case MARK_TRAIL:
  case MARK_RULE:
    return config_number(drawing, "scale", "minStrokeWidth", 1);
  case MARK_TEXT:
    return config_number(drawing, "scale", "minFontSize", 8);
  default:
    return config_number(drawing, "scale", "minSize", 4);
  }
}

static void set_symbols(Drawing *drawing, Scale *scale) {
  static const char *const symbols[] = {
      "circle",  "square",         "triangle-up",   "cross",
      "diamond", "triangle-right", "triangle-down", "triangle-left"};
  const json_t *range = config_find(drawing, "range", "symbol");
  if (json_is_array(range)) {
    set_config_range(drawing, scale, "symbol");
    return;
  }
  for (int i = 0; i < 8; i++)
    add_text(drawing, scale, symbols[i]);
}

static void set_dashes(Drawing *drawing, Scale *scale) {
  static const double dashes[5][4] = {
      {1, 0}, {4, 2}, {2, 1}, {1, 1}, {1, 2, 4, 2}};
  for (int i = 0; i < 5; i++) {
    int count = i == 4 ? 4 : 2;
    Value *items = arena_array(drawing->arena, Value, count);
    for (int j = 0; j < count; j++)
      items[j] = value_number(dashes[i][j]);
    Value list = {.kind = VALUE_ARRAY, .len = count, .items = items};
    list_add(drawing->arena, &scale->range, list);
  }
}

static void set_offset_range(Drawing *drawing, ViewScale *view_scale) {
  const View *view = view_scale->uses.items[0].view;
  bool is_x = view_scale->channel == CHANNEL_X_OFFSET;
  const ViewScale *outer = view->scales[is_x ? CHANNEL_X : CHANNEL_Y];
  Scale *scale = &view_scale->scale;
  double width = is_x ? view->width : view->height;
  if (outer && outer->type == SCALE_BAND) {
    width = scale_bandwidth(&outer->scale);
  } else if (outer) {
    const ChannelDef *def = outer->uses.items[0].def;
    const Column *start = table_find(view->rows, def->column);
    const Column *end = table_find(view->rows, def->column_end);
    double inner =
        config_number(drawing, "scale", "bandWithNestedOffsetPaddingInner", .2);
    double position = def_band_position(view, def);
    double shift = isnan(position) ? 0 : position - .5;
    if (start && end && view->rows->row_count)
      width = scale_position(&outer->scale, end->cells[0]) -
              scale_position(&outer->scale, start->cells[0]);
    add_number(drawing, scale, (inner / 2 + shift) * width);
    add_number(drawing, scale, (1 - inner / 2 + shift) * width);
    return;
  }
  add_number(drawing, scale, 0);
  add_number(drawing, scale, width);
}

static void set_default_range(Drawing *drawing, ViewScale *view_scale) {
  Scale *scale = &view_scale->scale;
  const View *view = view_scale->uses.items[0].view;
  bool discrete = scale_type_is_discrete(view_scale->type);
  double low = 0, high = 0;
  switch (view_scale->channel) {
  case CHANNEL_X:
    high = view->width;
    break;
  case CHANNEL_Y:
    low = discrete ? 0 : view->height;
    high = discrete ? view->height : 0;
    break;
  case CHANNEL_X_OFFSET:
  case CHANNEL_Y_OFFSET:
    set_offset_range(drawing, view_scale);
    return;
  case CHANNEL_THETA:
    high = 2 * G_PI;
    break;
  case CHANNEL_RADIUS:
    high = fmin(view->width, view->height) / 2;
    break;
  case CHANNEL_SHAPE:
    set_symbols(drawing, scale);
    return;
  case CHANNEL_STROKE_DASH:
    set_dashes(drawing, scale);
    return;
  case CHANNEL_SIZE:
    low = least_size(drawing, view);
    high = greatest_size(drawing, view);
    break;
  case CHANNEL_STROKE_WIDTH:
    low = config_number(drawing, "scale", "minStrokeWidth", 1);
    high = config_number(drawing, "scale", "maxStrokeWidth", 4);
    break;
  case CHANNEL_ANGLE:
    high = 360;
    break;
  case CHANNEL_OPACITY:
  case CHANNEL_FILL_OPACITY:
  case CHANNEL_STROKE_OPACITY:
    low = config_number(drawing, "scale", "minOpacity", .3);
    high = config_number(drawing, "scale", "maxOpacity", .8);
    break;
  default:
    set_color_range(drawing, view_scale);
    return;
  }
  add_number(drawing, scale,
             property_number(drawing, view_scale, "rangeMin", low));
  add_number(drawing, scale,
             property_number(drawing, view_scale, "rangeMax", high));
}

/* Classes of sizes: evenly spaced between the ends. */
static void spread_classes(Drawing *drawing, ViewScale *view_scale) {
  Scale *scale = &view_scale->scale;
  if (view_scale->channel != CHANNEL_SIZE || scale->range.count != 2 ||
      !scale_type_is_discretizing(view_scale->type) ||
      view_scale->type == SCALE_BIN_ORDINAL)
    return;
  bool by_rank = view_scale->type == SCALE_QUANTILE;
  int classes = view_scale->type == SCALE_THRESHOLD
                    ? scale->domain.count + 1
                    : MIN(number_whole(config_number(
                              drawing, "scale",
                              by_rank ? "quantileCount" : "quantizeCount", 4)),
                          LIMIT_TICKS);
  double low = scale->range.items[0].number,
         high = scale->range.items[1].number;
  scale->range.count = 0;
  for (int i = 0; i < classes; i++)
    add_number(drawing, scale, low + (high - low) * i / fmax(1, classes - 1));
}

static Value range_item(Drawing *drawing, const ViewScale *view_scale,
                        const json_t *json) {
  const View *view = view_scale->uses.items[0].view;
  if (json_is_string(json) && str_is(json_str(json), "width"))
    return value_number(view->width);
  if (json_is_string(json) && str_is(json_str(json), "height"))
    return value_number(view->height);
  return drawing_value(drawing, json, NULL, 0);
}

/* A stated range or scheme; false: none that is usable. */
static bool set_given_range(Drawing *drawing, ViewScale *view_scale) {
  Scale *scale = &view_scale->scale;
  const json_t *scheme = json_object_get(view_scale->given, "scheme");
  const json_t *range = json_object_get(view_scale->given, "range");
  Place place = drawing_place(
      drawing, json_object_get(view_scale->uses.items[0].def->json, "scale"),
      NULL);
  if (scheme) return set_scheme(drawing, scale, scheme, place);
  if (json_is_string(range))
    return set_named_range(drawing, scale, json_str(range)) ||
           set_scheme(drawing, scale, range, place);
  if (json_object_get(range, "scheme"))
    return set_scheme(drawing, scale, json_object_get(range, "scheme"), place);
  if (json_is_expression(range)) {
    Value value = drawing_value(drawing, range, NULL, 0);
    for (int i = 0; value.kind == VALUE_ARRAY && i < value.len; i++)
      list_add(drawing->arena, &scale->range, value.items[i]);
    return value.kind == VALUE_ARRAY;
  }
  for (size_t i = 0; i < json_array_size(range); i++)
    list_add(drawing->arena, &scale->range,
             range_item(drawing, view_scale, json_array_get(range, i)));
  return json_array_size(range) > 0;
}

static const struct {
  const char *name;
  TimePart part;
} intervals[] = {{"millisecond", TIME_MILLISECONDS},
                 {"second", TIME_SECONDS},
                 {"minute", TIME_MINUTES},
                 {"hour", TIME_HOURS},
                 {"day", TIME_DATE},
                 {"week", TIME_WEEK},
                 {"month", TIME_MONTH},
                 {"year", TIME_YEAR}};

TickCount tick_count_read(Drawing *drawing, const json_t *json) {
  TickCount count = {0};
  if (!json || json_is_null(json) || json_is_boolean(json)) return count;
  const json_t *interval = json_object_get(json, "interval");
  if (!interval && !json_is_string(json)) {
    Value value = drawing_value(drawing, json, NULL, 0);
    if (value.kind == VALUE_NUMBER)
      count = (TickCount){.wish = TICKS_COUNT, .count = value.number};
    return count;
  }
  Str name = json_str(interval ? interval : json);
  const json_t *step = json_object_get(json, "step");
  for (size_t i = 0; i < G_N_ELEMENTS(intervals); i++)
    if (str_is(name, intervals[i].name))
      return (TickCount){.wish = TICKS_INTERVAL,
                         .part = intervals[i].part,
                         .step = step ? json_number_value(step) : 1};
  return count;
}

static void set_nice(Drawing *drawing, ViewScale *view_scale) {
  const json_t *nice = scale_property(view_scale, "nice");
  Scale *scale = &view_scale->scale;
  if (!nice || json_is_false(nice) || json_is_null(nice)) return;
  if (json_is_true(nice)) {
    scale->nice = NICE_TRUE;
    return;
  }
  scale->nice_by = tick_count_read(drawing, nice);
  scale->nice = scale->nice_by.wish == TICKS_DEFAULT ? NICE_TRUE : NICE_BY;
}

static Value bound(Drawing *drawing, const ViewScale *view_scale,
                   const char *name) {
  const json_t *json = scale_property(view_scale, name);
  if (!json || json_is_null(json)) return (Value){0};
  return def_value(drawing, view_scale->uses.items[0].def, json);
}

static void set_padding(Drawing *drawing, ViewScale *view_scale) {
  Scale *scale = &view_scale->scale;
  double padding = property_number(drawing, view_scale, "padding", NAN);
  double inner = property_number(drawing, view_scale, "paddingInner", NAN);
  double outer = property_number(drawing, view_scale, "paddingOuter", NAN);
  if (scale_type_is_continuous(view_scale->type)) {
    if (!isnan(padding)) scale->domain_padding = padding;
    return;
  }
  if (!isnan(padding)) scale->padding_inner = scale->padding_outer = padding;
  if (!isnan(inner)) scale->padding_inner = inner;
  if (!isnan(outer)) scale->padding_outer = outer;
  scale->align = property_number(drawing, view_scale, "align", .5);
}

static void set_interpolation(ViewScale *view_scale) {
  const json_t *json = scale_property(view_scale, "interpolate");
  Scale *scale = &view_scale->scale;
  const json_t *type = json_object_get(json, "type");
  Str name = json_str(type ? type : json);
  if (!color_space_read(name, &scale->interpolation.space)) return;
  scale->has_interpolation = true;
  const json_t *gamma = json_object_get(json, "gamma");
  if (gamma) scale->interpolation.gamma = json_number_value(gamma);
}

static void set_bins(Drawing *drawing, ViewScale *view_scale) {
  const json_t *bins = scale_property(view_scale, "bins");
  Scale *scale = &view_scale->scale;
  const ChannelDef *def = view_scale->uses.items[0].def;
  const json_t *step = json_object_get(
      json_is_object(bins) ? bins : json_object_get(def->json, "bin"), "step");
  if (json_is_array(bins)) {
    scale->has_bins = true;
    for (size_t i = 0; i < json_array_size(bins); i++)
      list_add(drawing->arena, &scale->bins,
               json_number_value(json_array_get(bins, i)));
  } else if (!scale->has_bins && json_is_number(step) &&
             (def->is_binned || json_is_object(bins))) {
    scale->has_bins = true;
    scale->bin_steps = (BinSteps){NAN, NAN, json_number_value(step)};
  }
}

static void warn_of_log_zero(Drawing *drawing, const ViewScale *view_scale) {
  const ValueList *domain = &view_scale->scale.domain;
  if (view_scale->type != SCALE_LOG || domain->count < 2) return;
  double low = value_to_number(domain->items[0]);
  double high = value_to_number(domain->items[domain->count - 1]);
  if ((low > 0) == (high > 0) && low != 0 && high != 0) return;
  const ChannelDef *def = view_scale->uses.items[0].def;
  diag(drawing->diags, DIAG_CHART_LOG_ZERO,
       drawing_place(drawing, def->json, "scale"),
       "the domain of a log scale holds zero, which has no place on it");
  diag_hint(drawing->diags, "filter the values that are not over zero, or use "
                            "a linear or symlog scale");
}

/* A stated domain that no number falls into leaves nothing to see. */
static void warn_of_no_range(Drawing *drawing, const ViewScale *view_scale) {
  const Scale *scale = &view_scale->scale;
  const json_t *stated = scale_property(view_scale, "domain");
  if (!json_is_array(stated) || !scale_type_is_continuous(scale->type)) return;
  bool is_range = scale->points.count > 1;
  for (int i = 0; i < scale->points.count; i++)
    is_range = is_range && isfinite(scale->points.items[i]);
  if (is_range) return;
  const ChannelDef *def = view_scale->uses.items[0].def;
  diag(drawing->diags, DIAG_CHART_EMPTY_DOMAIN,
       drawing_place(drawing, json_object_get(def->json, "scale"), "domain"),
       "the domain of a %s scale has two numbers or more",
       scale_type_name(scale->type));
}

void range_set(Drawing *drawing, ViewScale *view_scale) {
  Scale *scale = &view_scale->scale;
  *scale = view_scale->collected;
  drawing->sized = view_scale->uses.items[0].view;
  set_interpolation(view_scale);
  if (!set_given_range(drawing, view_scale))
    set_default_range(drawing, view_scale);
  spread_classes(drawing, view_scale);
  set_padding(drawing, view_scale);
  set_nice(drawing, view_scale);
  set_bins(drawing, view_scale);
  scale->zero = property_flag(drawing, view_scale, "zero");
  scale->reverse = property_flag(drawing, view_scale, "reverse");
  scale->clamp = property_flag(drawing, view_scale, "clamp");
  scale->round = property_flag(drawing, view_scale, "round");
  scale->base = property_number(drawing, view_scale, "base", 10);
  scale->exponent = property_number(drawing, view_scale, "exponent", 1);
  scale->constant = property_number(drawing, view_scale, "constant", 1);
  scale->domain_min = bound(drawing, view_scale, "domainMin");
  scale->domain_max = bound(drawing, view_scale, "domainMax");
  scale->domain_mid = bound(drawing, view_scale, "domainMid");
  raw_domain_set(drawing, view_scale);
  warn_of_log_zero(drawing, view_scale);
  scale_prepare(drawing->arena, scale);
  warn_of_no_range(drawing, view_scale);
}
