#include "chart/drawing.h"

#include <string.h>

#include <glib.h>

#include "base/calendar.h"
#include "base/number.h"
#include "chart/config/cascade.h"
#include "chart/scene/record.h"

static void release_json(void *json) {
  json_decref(json);
}

json_t *drawing_keep(Drawing *drawing, json_t *json) {
  if (json) arena_defer(drawing->arena, release_json, json);
  return json;
}

bool json_is_expression(const json_t *json) {
  return json_is_object(json) && json_object_size(json) == 1 &&
         (json_object_get(json, "expr") || json_object_get(json, "signal"));
}

json_t *drawing_copy(const Drawing *drawing, const json_t *object) {
  if (!json_is_object(object)) return json_object();
  json_t *copy = json_copy((json_t *)object);
  tree_place_copy(drawing->tree, copy, object);
  return copy;
}

Place drawing_place(const Drawing *drawing, const json_t *container,
                    const char *key) {
  return key ? tree_place(drawing->tree, container, key)
             : tree_place_of(drawing->tree, container);
}

Value drawing_eval(Drawing *drawing, const Expr *expr, Value datum) {
  ExprScope scope = drawing->scope;
  scope.scratch = drawing->arena;
  scope.datum = datum;
  return expr_eval(expr, &scope, drawing->diags);
}

Value drawing_eval_row(Drawing *drawing, const Expr *expr, const Table *table,
                       int row) {
  ExprScope scope = drawing->scope;
  scope.scratch = drawing->arena;
  scope.table = table;
  scope.row = row;
  return expr_eval(expr, &scope, drawing->diags);
}

void drawing_use_scales(Drawing *drawing, const struct View *view) {
  drawing->scaled = drawing->sized = view;
  drawing->stage++;
}

static const char *const month_names[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
static const char *const day_names[] = {"sunday",    "monday",   "tuesday",
                                        "wednesday", "thursday", "friday",
                                        "saturday"};

/* A number, or a name of which the first three letters count; -1: none. */
static int named_number(const json_t *json, const char *const *names,
                        int count) {
  if (json_is_number(json)) return number_whole(json_number_value(json));
  if (!json_is_string(json)) return -1;
  const char *text = json_string_value(json);
  if (strlen(text) < 3) return -1;
  for (int i = 0; i < count; i++)
    if (!g_ascii_strncasecmp(text, names[i], 3)) return i + 1;
  return -1;
}

static int part_of(const json_t *json, const char *name, int fallback) {
  const json_t *part = json_object_get(json, name);
  return json_is_number(part) ? number_whole(json_number_value(part))
                              : fallback;
}

bool date_time_read(const json_t *json, double *moment) {
  static const char *const parts[] = {
      "year",  "quarter", "month",   "date",         "day",
      "hours", "minutes", "seconds", "milliseconds", "utc"};
  const char *name;
  json_t *value;
  if (!json_is_object(json) || !json_object_size(json)) return false;
  json_object_foreach((json_t *)json, name, value) {
    bool known = false;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
      known |= !strcmp(name, parts[i]);
    if (!known) return false;
  }
  CivilTime civil = {.year = part_of(json, "year", 2012), .month = 1, .day = 1};
  int month = named_number(json_object_get(json, "month"), month_names, 12);
  if (month > 0) civil.month = month;
  int quarter = part_of(json, "quarter", 0);
  if (quarter > 0) civil.month = 3 * (quarter - 1) + 1;
  civil.day = part_of(json, "date", 1);
  const json_t *day = json_object_get(json, "day");
  if (day) {
    int weekday = named_number(day, day_names, 7);
    if (json_is_string(day)) weekday -= 1;
    civil.month = 1;
    civil.day = (weekday % 7) + 1;
  }
  civil.hour = part_of(json, "hours", 0);
  civil.minute = part_of(json, "minutes", 0);
  civil.second = part_of(json, "seconds", 0);
  civil.millisecond = part_of(json, "milliseconds", 0);
  *moment = calendar_milliseconds(civil);
  return true;
}

static Value eval_text(Drawing *drawing, const json_t *json, const Table *table,
                       int row) {
  const char *key = json_object_get(json, "expr") ? "expr" : "signal";
  Str text = json_str(json_object_get(json, key));
  const Expr *expr =
      expr_parse(drawing->arena, text,
                 tree_place_text(drawing->tree, json, key), drawing->diags);
  return expr ? drawing_eval_row(drawing, expr, table, row) : (Value){0};
}

Value drawing_value(Drawing *drawing, const json_t *json, const Table *table,
                    int row) {
  if (!json) return (Value){0};
  if (json_is_expression(json)) return eval_text(drawing, json, table, row);
  double moment;
  if (date_time_read(json, &moment)) return value_time(moment);
  return value_from_json(drawing->arena, json);
}

const Param *drawing_param(const Drawing *drawing, Str name) {
  for (int i = 0; i < drawing->params.count; i++)
    if (str_equal(drawing->params.items[i].name, name))
      return &drawing->params.items[i];
  return NULL;
}

Group *drawing_group(const Drawing *drawing) {
  Group *group = group_new(drawing->arena);
  if (drawing->request->wants_scene) group->record = record_new(drawing->arena);
  return group;
}

Lettering drawing_lettering(const Drawing *drawing) {
  return (Lettering){drawing->arena, drawing->fonts, drawing->diags};
}
