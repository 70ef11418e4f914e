/* Rules of channels' definitions, formats and marks. */
#include "chart/check/rules.h"
#include "chart/normalize/normalize.h"
#include "chart/params.h"
#include "chart/spec/channel_marks.h"
#include "expr/expr.h"
#include "korean/korean.h"

static void tell(Drawing *drawing, const json_t *object, const char *key,
                 const char *message) {
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, object, key), "%s", message);
}

/* ---- Definitions ---- */

void rule_definition(Drawing *drawing, const json_t *object) {
  const json_t *aggregate = json_object_get(object, "aggregate");
  bool counts = str_is(json_str(aggregate), "count");
  if (!json_object_size(object)) {
    tell(drawing, object, NULL, "this says nothing");
    diag_hint(drawing->diags, "give it a \"field\", a \"datum\" or a "
                              "\"value\"");
  }
  if (json_is_string(aggregate) && !counts && !json_object_get(object, "field"))
    tell(drawing, object, "aggregate",
         "an aggregate other than count needs a \"field\"");
}

void rule_condition(Drawing *drawing, const json_t *object) {
  bool decides = json_object_get(object, "test") ||
                 json_object_get(object, "param") ||
                 json_object_get(object, "selection");
  if (!decides)
    tell(drawing, object, NULL, "a condition needs a \"test\" or a \"param\"");
  rule_param_name(drawing, object);
}

void rule_param_name(Drawing *drawing, const json_t *object) {
  Str name = json_str(json_object_get(object, "param"));
  const json_t *shared = json_object_get(drawing->config, "params");
  if (!name.len || drawing_param(drawing, name) || shared) return;
  diag(drawing->diags, DIAG_CHART_BAD_SPEC,
       drawing_place(drawing, object, "param"), "no param is called '%.*s'",
       STR(name));
  Str nearest = param_nearest(drawing, name);
  if (nearest.len)
    diag_hint(drawing->diags, "did you mean '%.*s'?", STR(nearest));
}

void rule_bin(Drawing *drawing, const json_t *object) {
  static const char *const steps[] = {"maxbins", "step", "minstep"};
  for (int i = 0; i < 3; i++) {
    const json_t *value = json_object_get(object, steps[i]);
    if (!json_is_number(value) || json_number_value(value) > 0) continue;
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, object, steps[i]), "'%s' must be over zero",
         steps[i]);
  }
}

/* ---- Formats ---- */

/* With customFormatTypes a function of expressions may be a type. */
static bool is_format_type(const Drawing *drawing, Str type) {
  bool is_own = !type.len || str_is(type, "number") || str_is(type, "time") ||
                str_is(type, "korean");
  const json_t *custom = json_object_get(drawing->config, "customFormatTypes");
  return is_own || (json_is_true(custom) && expr_has_function(type));
}

static bool check_format_type(Drawing *drawing, const json_t *object) {
  static const char *const types[] = {"number", "time", "korean"};
  Str type = json_str(json_object_get(object, "formatType"));
  if (is_format_type(drawing, type)) return true;
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, object, "formatType"),
       "'%.*s' is no type of format", STR(type));
  diag_hint(drawing->diags, "one of: number time korean, or a function where "
                            "config.customFormatTypes is true");
  diag_hint_nearest(drawing->diags, type, types, 3);
  return false;
}

/* A format that might be one of time is left alone: anything may stand there
 * between the signs. */
void rule_format(Drawing *drawing, const json_t *object) {
  const json_t *format = json_object_get(object, "format");
  Str text = json_str(format),
      type = json_str(json_object_get(object, "formatType"));
  if (!check_format_type(drawing, object) || !text.len) return;
  bool is_number = !type.len || str_is(type, "number");
  Str written;
  bool is_korean = str_is(type, "korean");
  if (!is_korean && !is_number) return;
  bool is_format = is_korean
                       ? korean_number(drawing->arena, text, 1, &written)
                       : format_number(drawing->arena, text, 1, NULL, &written);
  bool may_be_time = !type.len && str_find_char(text, '%') >= 0;
  if (is_format || may_be_time) return;
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, object, "format"), "'%.*s' is no %s format",
       STR(text), is_korean ? "Korean" : "number");
  diag_hint(drawing->diags, is_korean ? "such as '만 명', '.1억', 'auto'"
                                      : "such as ',d', '.1f', '%%', '~s'");
}

/* ---- Marks ---- */

static const char *const shapes[] = {
    "circle",         "square",      "cross",         "diamond",
    "triangle",       "triangle-up", "triangle-down", "triangle-left",
    "triangle-right", "arrow",       "wedge",         "stroke"};

enum { SHAPE_COUNT = sizeof shapes / sizeof *shapes };

static void check_shape(Drawing *drawing, const json_t *object,
                        const char *key) {
  const json_t *value = json_object_get(object, key);
  Str shape = json_str(value);
  bool known = !shape.len || shape.text[0] == 'M' || shape.text[0] == 'm';
  for (int i = 0; i < SHAPE_COUNT; i++)
    known |= str_is(shape, shapes[i]);
  if (known) return;
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, object, key), "'%.*s' is no shape", STR(shape));
  diag_hint(drawing->diags, "circle, square, cross, diamond, triangle-up, "
                            "-down, -left, -right, arrow, wedge, stroke, or "
                            "the path of an SVG");
  diag_hint_nearest(drawing->diags, shape, shapes, SHAPE_COUNT);
}

void rule_mark(Drawing *drawing, const json_t *object) {
  check_shape(drawing, object, "shape");
}

/* ---- Columns ---- */

void rule_parse(Drawing *drawing, const json_t *object) {
  static const char *const types[] = {"number", "date", "boolean", "string"};
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)object, name, value) {
    Str type = json_str(value);
    bool known = !type.len || str_starts(type, S("date:")) ||
                 str_starts(type, S("utc:"));
    for (int i = 0; i < 4; i++)
      known |= str_is(type, types[i]);
    if (known) continue;
    diag(drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(drawing, object, name), "'%.*s' is no type of a column",
         STR(type));
    diag_hint(drawing->diags,
              "one of: number, date, date:'%%Y', utc:'%%Y', boolean, string");
  }
}

/* ---- Channels of a view ---- */

typedef struct ChannelCheck {
  Drawing *drawing;
  const json_t *view, *layer; /* layer: the nearest around, or NULL */
  const json_t *encoding, *def;
  const char *name;
  Channel channel;
} ChannelCheck;

/* Whether the view's mark, or the points on its line, draw by a channel. */
static bool serves_view(const ChannelCheck *check) {
  const json_t *view = check->view;
  if (channel_serves_mark(check->channel, mark_name(view), check->encoding))
    return true;
  const json_t *point = json_object_get(json_object_get(view, "mark"), "point");
  const char *mark = str_c(check->drawing->arena, mark_name(view));
  if (!point)
    point =
        json_object_get(json_object_get(check->drawing->config, mark), "point");
  return point &&
         channel_serves_mark(check->channel, S("point"), check->encoding);
}

static void check_use(const ChannelCheck *check) {
  Channel channel = check->channel;
  bool is_facet = channel == CHANNEL_ROW || channel == CHANNEL_COLUMN ||
                  channel == CHANNEL_FACET;
  Place place =
      tree_place_key(check->drawing->tree, check->encoding, check->name);
  if (!serves_view(check))
    diag(check->drawing->diags, DIAG_CHART_UNUSED_CHANNEL, place,
         "the mark '%.*s' cannot use the channel '%s'; it is ignored",
         STR(mark_name(check->view)), check->name);
  if (check->layer && is_facet)
    diag(check->drawing->diags, DIAG_CHART_UNUSED_CHANNEL, place,
         "one of several layers cannot be faceted; put '%s' into \"facet\" "
         "around them",
         check->name);
}

/* x2 says where what starts at x ends. */
static void check_first_end(const ChannelCheck *check) {
  static const Channel firsts[] = {CHANNEL_X, CHANNEL_Y, CHANNEL_THETA,
                                   CHANNEL_RADIUS};
  if (check->layer) return;
  for (int i = 0; i < 4; i++) {
    const char *first = channel_name(firsts[i]);
    if (channel_second(firsts[i]) != check->channel ||
        json_object_get(check->encoding, first))
      continue;
    diag(check->drawing->diags, DIAG_CHART_UNUSED_CHANNEL,
         tree_place_key(check->drawing->tree, check->encoding, check->name),
         "'%s' has a meaning only with '%s'", check->name, first);
  }
}

static void check_color(const ChannelCheck *check, const json_t *object,
                        const char *key) {
  const json_t *value = json_object_get(object, key);
  Color color;
  bool is_list = json_is_array(value);
  size_t count = is_list ? json_array_size(value) : 1;
  if (json_is_number(value))
    diag(check->drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(check->drawing, object, key), "a number is no colour");
  for (size_t i = 0; i < count; i++) {
    Str text = json_str(is_list ? json_array_get(value, i) : value);
    if (!text.len || str_is(text, "none") || color_read(text, &color)) continue;
    diag(check->drawing->diags, DIAG_CHART_BAD_VALUE,
         is_list ? tree_place_item(check->drawing->tree, value, (int)i)
                 : drawing_place(check->drawing, object, key),
         "'%.*s' is no colour", STR(text));
  }
}

static void check_colors(const ChannelCheck *check) {
  if (!channel_is_color(check->channel)) return;
  const json_t *scale = json_object_get(check->def, "scale");
  const json_t *condition = json_object_get(check->def, "condition");
  check_color(check, check->def, "value");
  check_color(check, condition, "value");
  for (size_t i = 0; i < json_array_size(condition); i++)
    check_color(check, json_array_get(condition, i), "value");
  if (json_is_array(json_object_get(scale, "range")))
    check_color(check, scale, "range");
}

/* "descending", "x", "-y". */
static void check_sort(const ChannelCheck *check) {
  static const char *const orders[] = {"ascending", "descending"};
  Str sort = json_str(json_object_get(check->def, "sort"));
  if (!sort.len || str_is(sort, orders[0]) || str_is(sort, orders[1])) return;
  Str name = sort.text[0] == '-' ? str_slice(sort, 1, sort.len) : sort;
  if (channel_read(name) != CHANNEL_NONE) return;
  diag(check->drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(check->drawing, check->def, "sort"), "'%.*s' is no order",
       STR(sort));
  diag_hint(check->drawing->diags,
            "\"ascending\", \"descending\", a channel such as \"-y\", "
            "{\"field\": ...} or a list of values");
  diag_hint_nearest(check->drawing->diags, sort, orders, 2);
}

static void check_text(const ChannelCheck *check) {
  if (!json_is_string(check->def)) return;
  diag(check->drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(check->drawing, check->encoding, check->name),
       "'%s' takes an object", check->name);
  diag_hint(check->drawing->diags, "write {\"field\": \"%.*s\"}",
            STR(json_str(check->def)));
}

void channels_check(Drawing *drawing, const json_t *view, const json_t *layer) {
  ChannelCheck check = {.drawing = drawing, .view = view, .layer = layer};
  check.encoding = json_object_get(view, "encoding");
  json_t *def;
  json_object_foreach((json_t *)check.encoding, check.name, def) {
    check.channel = channel_read(str_from(check.name));
    check.def = def;
    if (check.channel == CHANNEL_NONE || json_is_null(def)) continue;
    check_use(&check);
    check_first_end(&check);
    check_colors(&check);
    check_sort(&check);
    check_text(&check);
    if (check.channel == CHANNEL_SHAPE) check_shape(drawing, def, "value");
  }
}
