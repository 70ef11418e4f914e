/* Domains: what specs state, else the values of all uses, in order. */
#include <math.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/number.h"
#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

/* "mon" and "jan" where the time unit is of days or months. */
static bool named_moment(Drawing *drawing, const ChannelDef *def,
                         const json_t *json, double *moment) {
  unsigned parts = def->time_unit.parts;
  const char *name = parts == TIME_DAY     ? "day"
                     : parts == TIME_MONTH ? "month"
                                           : NULL;
  if (!name) return false;
  json_t *date = drawing_keep(drawing, json_pack("{s:O}", name, json));
  if (!date_time_read(date, moment)) return false;
  *moment = time_unit_floor(def->time_unit, *moment);
  return true;
}

Value def_value(Drawing *drawing, const ChannelDef *def, const json_t *json) {
  Value value = drawing_value(drawing, json, NULL, 0);
  bool temporal = def->type == TYPE_TEMPORAL || def->time_unit.parts;
  double moment;
  if (!temporal) return value;
  if (value.kind == VALUE_STRING && named_moment(drawing, def, json, &moment))
    return value_time(moment);
  if (value.kind == VALUE_STRING && parse_date(value_text(&value), &moment))
    return value_time(moment);
  if (value.kind == VALUE_NUMBER) {
    if (def->time_unit.parts == TIME_YEAR)
      return value_time(calendar_milliseconds((CivilTime){
          .year = number_whole(value.number), .month = 1, .day = 1}));
    if (def->time_unit.parts == TIME_MONTH)
      return value_time(calendar_milliseconds((CivilTime){
          .year = 2012, .month = number_whole(value.number), .day = 1}));
    return value_time(value.number);
  }
  return value;
}

static void add_value(Drawing *drawing, ViewScale *scale, Value value) {
  if (scale_type_is_discrete(scale->type))
    domain_add_distinct(drawing->arena, &scale->scale.domain, &value, 1);
  else
    list_add(drawing->arena, &scale->scale.domain, value);
}

/* Adds the values of a column. */
static void add_column(Drawing *drawing, ViewScale *scale, const View *view,
                       Str name) {
  const Column *column = table_find(view->domain_rows, name);
  if (!column) return;
  int rows = view->domain_rows->row_count;
  const Value *cells = column->cells;
  if (scale_type_is_discrete(scale->type) || scale->type == SCALE_QUANTILE) {
    for (int i = 0; scale->type == SCALE_QUANTILE && i < rows; i++)
      list_add(drawing->arena, &scale->scale.domain, cells[i]);
    if (scale->type != SCALE_QUANTILE)
      domain_add_distinct(drawing->arena, &scale->scale.domain, cells, rows);
    return;
  }
  double low = INFINITY, high = -INFINITY;
  if (!domain_add_extent(&low, &high, cells, rows)) return;
  add_value(drawing, scale, value_number(low));
  add_value(drawing, scale, value_number(high));
}

static void add_raw_extent(Drawing *drawing, ViewScale *scale,
                           const ScaleUse *use) {
  const Column *column = table_find(use->view->raw, use->def->field);
  double low = INFINITY, high = -INFINITY;
  if (!column ||
      !domain_add_extent(&low, &high, column->cells, use->view->raw->row_count))
    return;
  add_value(drawing, scale, value_number(low));
  add_value(drawing, scale, value_number(high));
}

static void add_bins(Drawing *drawing, ViewScale *scale, const ScaleUse *use) {
  BinSteps bins = use->def->bins;
  if (!(bins.step > 0)) return;
  if (!scale->scale.has_bins) {
    scale->scale.has_bins = true;
    scale->scale.bin_steps = bins;
  }
  if (scale->type == SCALE_BIN_ORDINAL) return;
  add_value(drawing, scale, value_number(bins.start));
  add_value(drawing, scale, value_number(bins.stop));
}

/* Time periods from start to end; those of bars and rects that stand off their
 * middle are moved. */
static void add_periods(Drawing *drawing, ViewScale *scale,
                        const ScaleUse *use) {
  const View *view = use->view;
  const ChannelDef *def = use->def;
  const Column *start = table_find(view->domain_rows, def->column);
  const Column *end = table_find(view->domain_rows, def->column_end);
  double position = def_band_position(view, def);
  bool solid = view->mark == MARK_BAR || view->mark == MARK_RECT ||
               view->mark == MARK_TICK || view->mark == MARK_IMAGE;
  if (!solid || position == .5 || !start || !end) {
    add_column(drawing, scale, view, def->column);
    add_column(drawing, scale, view, def->column_end);
    return;
  }
  for (int i = 0; i < view->domain_rows->row_count; i++) {
    double from = value_to_number(start->cells[i]);
    double to = value_to_number(end->cells[i]);
    if (!isfinite(from + to)) continue;
    def_move_period(view, def, &from, &to);
    add_value(drawing, scale, value_number(from));
    add_value(drawing, scale, value_number(to));
  }
}

/* Whether the domain of an aggregate is that of the values it is made of. */
static bool counts_all_values(const Drawing *drawing, const ViewScale *scale,
                              const ChannelDef *def) {
  static const char *const ops[] = {"mean", "average", "median", "q1",
                                    "q3",   "min",     "max"};
  const json_t *domain = json_object_get(scale->given, "domain");
  bool asked = domain ? str_is(json_str(domain), "unaggregated")
                      : json_is_true(config_find(drawing, "scale",
                                                 "useUnaggregatedDomain"));
  for (size_t i = 0; asked && i < sizeof ops / sizeof *ops; i++)
    if (str_is(def->aggregate, ops[i])) return true;
  return false;
}

/* What one use contributes where no domain is stated. */
static void add_use(Drawing *drawing, ViewScale *scale, const ScaleUse *use) {
  const View *view = use->view;
  const ChannelDef *def = use->def;
  bool discrete = scale_type_is_discrete(scale->type);
  if (def->datum) {
    add_value(drawing, scale, def_value(drawing, def, def->datum));
    return;
  }
  if (view->stack.offset != STACK_NONE && view->stack.channel == def->channel) {
    if (view->stack.offset == STACK_NORMALIZE) {
      add_value(drawing, scale, value_number(0));
      add_value(drawing, scale, value_number(1));
      return;
    }
    add_column(drawing, scale, view, view->stack.start);
    add_column(drawing, scale, view, view->stack.end);
    return;
  }
  if (def->bin && (!discrete || scale->type == SCALE_BIN_ORDINAL)) {
    add_bins(drawing, scale, use);
    return;
  }
  if (counts_all_values(drawing, scale, def)) {
    add_raw_extent(drawing, scale, use);
    return;
  }
  if (!discrete && def->time_unit.parts && def_has_band_end(view, def)) {
    add_periods(drawing, scale, use);
    return;
  }
  add_column(drawing, scale, view, def->column);
}

/* A stated domain. True: it stands alone. Where an expression has no value for
 * a discrete scale, the scale takes values as they come. */
static bool add_given(Drawing *drawing, ViewScale *scale) {
  const json_t *domain = json_object_get(scale->given, "domain");
  const json_t *more = json_object_get(domain, "unionWith");
  const ChannelDef *def = scale->uses.items[0].def;
  const json_t *list = more ? more : domain;
  if (json_is_expression(domain)) {
    Value value = drawing_value(drawing, domain, NULL, 0);
    for (int i = 0; value.kind == VALUE_ARRAY && i < value.len; i++)
      list_add(drawing->arena, &scale->scale.domain, value.items[i]);
    return value.kind == VALUE_ARRAY &&
           (value.len || !scale_type_is_discrete(scale->type));
  }
  for (size_t i = 0; i < json_array_size(list); i++)
    list_add(drawing->arena, &scale->scale.domain,
             def_value(drawing, def, json_array_get(list, i)));
  return json_is_array(domain) && json_array_size(domain);
}

/* A continuous domain of many pairs becomes their extent. */
static void reduce_extent(ViewScale *scale) {
  ValueList *domain = &scale->scale.domain;
  double low = INFINITY, high = -INFINITY;
  if (!domain_add_extent(&low, &high, domain->items, domain->count)) return;
  domain->items[0] = value_number(low);
  domain->items[1] = value_number(high);
  domain->count = 2;
}

static void collect(Drawing *drawing, ViewScale *scale) {
  scale->scale = scale_new(scale->type);
  if (add_given(drawing, scale)) {
    for (int i = 0; i < scale->uses.count; i++)
      if (scale->uses.items[i].def->bin && !scale->scale.has_bins) {
        scale->scale.has_bins = scale->uses.items[i].def->bins.step > 0;
        scale->scale.bin_steps = scale->uses.items[i].def->bins;
      }
    return;
  }
  for (int i = 0; i < scale->uses.count; i++)
    add_use(drawing, scale, &scale->uses.items[i]);
  if (scale->type == SCALE_BIN_ORDINAL || scale->type == SCALE_QUANTILE) return;
  bool comes = json_is_expression(json_object_get(scale->given, "domain"));
  if (scale_type_is_discrete(scale->type) && comes) return;
  if (scale_type_is_discrete(scale->type))
    domain_sort(drawing, scale);
  else if (scale->scale.domain.count > 1)
    reduce_extent(scale);
}

/* Cells of a facet for which there are no rows are blank by intention. */
static bool is_in_empty_cell(const View *view) {
  for (; view->parent; view = view->parent)
    if (view->parent->kind == VIEW_FACET)
      return view->source && view->source->row_count == 0;
  return false;
}

/* A scale without any value leaves its part of the picture blank: say so,
 * unless an error told already why the data are gone. */
static void warn_of_nothing(Drawing *drawing, const ViewScale *scale) {
  const ChannelDef *def = scale->uses.items[0].def;
  if (drawing->diags->error_count) return;
  if (scale->scale.domain.count || scale->scale.has_bins) return;
  const View *view = scale->uses.items[0].view;
  bool is_look =
      !channel_is_position(scale->channel) && !channel_is_polar(scale->channel);
  if (is_in_empty_cell(view)) return;
  if (is_look && view->rows && view->rows->row_count) return;
  diag(drawing->diags, DIAG_CHART_EMPTY_DOMAIN,
       drawing_place(drawing, def->json, def->field.len ? "field" : NULL),
       "there is no value to draw for %s", channel_name(scale->channel));
  diag_hint(drawing->diags, "the data are empty, or filters and invalid values "
                            "left no row");
}

void domain_collect(Drawing *drawing, ViewScale *scale) {
  collect(drawing, scale);
  warn_of_nothing(drawing, scale);
  scale->collected = scale->scale;
}

static void visit_scales(Drawing *drawing, View *view,
                         void (*visit)(Drawing *, ViewScale *)) {
  for (int i = 0; i < CHANNEL_COUNT; i++) {
    ViewScale *scale = view->scales[i];
    if (!scale || (view->parent && view->parent->scales[i] == scale)) continue;
    visit(drawing, scale);
  }
  for (int i = 0; i < view->kids.count; i++)
    visit_scales(drawing, view->kids.items[i], visit);
}

void scales_domains(Drawing *drawing, View *view) {
  visit_scales(drawing, view, domain_collect);
}

void scales_prepare(Drawing *drawing, View *view) {
  visit_scales(drawing, view, range_set);
}
