/* Rows whose values no continuous scale can place. */
#include <math.h>

#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

/* What `invalid` of a mark asks for. */
typedef struct InvalidMode {
  bool breaks_paths; /* paths keep such rows, and stop there */
  bool shows;        /* marks keep them, at zero or the domain's start */
  bool in_domains;   /* scales count what else such rows hold */
} InvalidMode;

static bool is_invalid(Value value) {
  if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED) return true;
  return !isfinite(value_to_number(value));
}

/* The entry of config.scale.invalid for a channel; NULL: none. */
static const json_t *channel_output(const Drawing *drawing, Channel channel) {
  return json_object_get(config_find(drawing, "scale", "invalid"),
                         channel_name(channel));
}

/* The scale that cannot place the value of a definition; NULL: it can. */
static const ViewScale *refusing_scale(const View *view, const ChannelDef *def,
                                       Value value) {
  Channel of = channel_of_scale(def->channel);
  if (of == CHANNEL_NONE || !def->column.len) return NULL;
  if (str_is(def->aggregate, "count")) return NULL;
  const ViewScale *scale = view->scales[of];
  if (!scale) return NULL;
  bool numeric =
      scale_type_is_continuous(scale->type) || scale->type == SCALE_QUANTILE ||
      scale->type == SCALE_QUANTIZE || scale->type == SCALE_THRESHOLD;
  return numeric && is_invalid(value) ? scale : NULL;
}

static void find_invalid(const Drawing *drawing, const View *view,
                         Channel channel, bool *invalid) {
  const ChannelDef *def = &view->encoding[channel];
  if (channel_of_scale(channel) != channel || !def->column.len) return;
  const Column *column = table_find(view->rows, def->column);
  if (!column || channel_output(drawing, channel)) return;
  for (int i = 0; i < view->rows->row_count; i++)
    if (is_invalid(column->cells[i]) &&
        refusing_scale(view, def, column->cells[i]))
      invalid[i] = true;
}

bool *rows_find_invalid(Drawing *drawing, const View *view) {
  bool *invalid = arena_array(drawing->arena, bool, view->rows->row_count);
  for (int i = 0; i < CHANNEL_COUNT; i++)
    find_invalid(drawing, view, (Channel)i, invalid);
  return invalid;
}

/* The place, size or colour of zero; of the domain's start where zero lies
 * outside. */
static Value zero_or_least(Arena *arena, const Scale *scale) {
  const ValueList *domain = &scale->domain;
  if (!domain->count) return (Value){0};
  double first = value_to_number(domain->items[0]);
  double last = value_to_number(domain->items[domain->count - 1]);
  bool has_zero = fmin(first, last) <= 0 && fmax(first, last) >= 0;
  return scale_map(arena, scale, has_zero ? value_number(0) : domain->items[0]);
}

bool invalid_output(Drawing *drawing, const View *view, const ChannelDef *def,
                    Value value, Value *output) {
  const ViewScale *scale = refusing_scale(view, def, value);
  if (!scale) return false;
  const json_t *stated = channel_output(drawing, def->channel);
  const json_t *fixed = json_object_get(stated, "value");
  if (!stated && !view->shows_invalid) return false;
  *output = fixed ? drawing_value(drawing, fixed, NULL, 0)
                  : zero_or_least(drawing->arena, &scale->scale);
  return true;
}

static bool is_path(MarkType mark) {
  return mark == MARK_LINE || mark == MARK_AREA || mark == MARK_TRAIL;
}

/* Vega-Lite's documentation, "Invalid Data Modes". */
static InvalidMode mode_of(const View *view) {
  const json_t *json = mark_property(view, "invalid");
  Str name = json_str(json);
  bool path = is_path(view->mark);
  if (json_is_null(json) || str_is(name, "show"))
    return (InvalidMode){.shows = true, .in_domains = true};
  if (str_is(name, "filter")) return (InvalidMode){0};
  if (str_is(name, "break-paths-filter-domains"))
    return (InvalidMode){.breaks_paths = path};
  if (str_is(name, "break-paths-show-domains"))
    return (InvalidMode){.breaks_paths = path, .in_domains = true};
  return (InvalidMode){.breaks_paths = path, .in_domains = path};
}

static const Table *valid_rows(Drawing *drawing, const View *view) {
  List(int) rows = {0};
  const bool *invalid = rows_find_invalid(drawing, view);
  for (int i = 0; i < view->rows->row_count; i++)
    if (!invalid[i]) list_add(drawing->arena, &rows, i);
  if (rows.count == view->rows->row_count) return view->rows;
  return table_rows(drawing->arena, view->rows, rows.items, rows.count);
}

static void filter_unit(Drawing *drawing, View *view) {
  InvalidMode mode = mode_of(view);
  view->breaks_paths = mode.breaks_paths;
  view->shows_invalid = mode.shows;
  view->domain_rows = view->rows;
  bool keeps = mode.shows || mode.breaks_paths;
  if (keeps && mode.in_domains) return;
  const Table *valid = valid_rows(drawing, view);
  if (!mode.in_domains) view->domain_rows = valid;
  if (!keeps) view->rows = valid;
}

void invalid_filter(Drawing *drawing, View *view) {
  if (view->kind == VIEW_UNIT) filter_unit(drawing, view);
  for (int i = 0; i < view->kids.count; i++)
    invalid_filter(drawing, view->kids.items[i]);
}
