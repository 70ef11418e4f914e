/* A moment to the start and the end of the period that holds it. */
#include "chart/scale/time_unit.h"

#include <math.h>

#include "chart/check/property.h"
#include "chart/transform/step.h"

/* A cell as a moment; text as Date.parse reads it. NaN: none. */
static double moment_of(Value value) {
  if (value.kind == VALUE_NUMBER || value.kind == VALUE_TIME)
    return value.number;
  double moment = NAN;
  if (value.kind == VALUE_STRING) parse_date(value_text(&value), &moment);
  return moment;
}

static bool refuse_unit(const Step *step, Str name) {
  static const char *const names[] = {
      "year",      "quarter",     "month",         "week",
      "date",      "day",         "dayofyear",     "hours",
      "minutes",   "seconds",     "milliseconds",  "yearquarter",
      "yearmonth", "yearweek",    "yearmonthdate", "yeardayofyear",
      "monthdate", "hoursminutes"};
  diag(step->context->diags, DIAG_CHART_BAD_SPEC, step_place(step, "timeUnit"),
       "there is no time unit '%.*s'", STR(name));
  diag_hint_nearest(step->context->diags, name, names,
                    sizeof names / sizeof *names);
  return false;
}

/* Without a unit: the one that gives at most `maxbins` periods. */
static TimeUnit unit_by_extent(const Step *step, const Field *field,
                               double maxbins) {
  double low = INFINITY, high = -INFINITY;
  for (int row = 0; row < step->in->row_count; row++) {
    double moment = moment_of(field_at(field, step, row));
    low = fmin(low, moment);
    high = fmax(high, moment);
  }
  if (!(low <= high)) return (TimeUnit){.parts = TIME_YEAR};
  return time_unit_for_extent(low, high, maxbins);
}

static bool read_unit(const Step *step, const Field *field, TimeUnit *unit) {
  const json_t *json = json_object_get(step->json, "timeUnit");
  const json_t *name =
      json_is_object(json) ? json_object_get(json, "unit") : json;
  if (!json_is_object(json) && !json_is_string(json))
    return step_refuse(step, "timeUnit", "a time unit's name or an object");
  if (!name) {
    double maxbins = json_number_value(json_object_get(json, "maxbins"));
    *unit = unit_by_extent(step, field, maxbins);
  } else if (!time_unit_read(json_str(name), unit)) {
    return refuse_unit(step, json_str(name));
  }
  if (json_is_number(json_object_get(json, "step")))
    unit->step = json_number_value(json_object_get(json, "step"));
  unit->utc |= json_is_true(json_object_get(json, "utc"));
  unit->binned |= json_is_true(json_object_get(json, "binned"));
  return true;
}

static const Table *time_unit_apply(Step *step) {
  Field field;
  TimeUnit unit = {0};
  if (!step_field(step, "field", &field)) return NULL;
  if (!read_unit(step, &field, &unit)) return NULL;
  Str as = step_as(step, 0,
                   str_format(step->chart, "%.*s_%.*s",
                              STR(time_unit_name(step->scratch, unit)),
                              STR(field.name)));
  Str end = str_format(step->chart, "%.*s_end", STR(as));
  Table *table = step_extend(step);
  Value *starts = step_column(step, table, as);
  Value *ends = step_column(step, table, step_as(step, 1, end));
  for (int row = 0; row < table->row_count; row++) {
    Value value = field_at(&field, step, row);
    if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED) {
      starts[row] = ends[row] = value_null();
      continue;
    }
    double start = moment_of(value);
    if (!unit.binned) start = time_unit_floor(unit, start);
    starts[row] = value_time(start);
    ends[row] = value_time(time_unit_next(unit, start));
  }
  return table;
}

static const PropertyGroup time_unit_groups[] = {
    {TEXT, "as field", NULL, NULL},
    {TEXT | OBJECT, "timeUnit", NULL, NULL},
    {0}};
const Transform time_unit_transform = {
    {.name = "a time unit transform", .groups = time_unit_groups},
    time_unit_apply};
