/* Adds the rows that a series lacks, and fills in their values. */
#include <math.h>

#include "base/limits.h"
#include "chart/check/property.h"
#include "chart/scale/key_index.h"
#include "chart/transform/tally.h"

/* A row to be added: a group without the key. */
typedef struct Gap {
  int group, key;
} Gap;

typedef struct Imputing {
  Step *step;
  Field field, key;
  FieldList by;
  Groups groups;
  KeyIndex keys;
  List(Gap) gaps;
  Value value;               /* of what is added, until a method says more */
  const AggregateOp *method; /* NULL: the value stays */
} Imputing;

/* {"start", "stop", "step"} or a list, before the keys of the data. */
static bool add_key_values(Imputing *imputing) {
  const json_t *json = json_object_get(imputing->step->json, "keyvals");
  size_t i;
  const json_t *item;
  json_array_foreach(json, i, item) {
    Value key = value_from_json(imputing->step->chart, item);
    key_index_add(&imputing->keys, &key);
  }
  if (!json_is_object(json)) return true;
  double start = json_number_value(json_object_get(json, "start"));
  double stop = json_number_value(json_object_get(json, "stop"));
  double by = json_number_value(json_object_get(json, "step"));
  if (by == 0) by = 1;
  double count = ceil((stop - start) / by);
  if (count > LIMIT_TABLE_ROWS) return false;
  for (int at = 0; at < count; at++) {
    Value key = value_number(start + at * by);
    key_index_add(&imputing->keys, &key);
  }
  return true;
}

static int *index_keys(Imputing *imputing) {
  Step *step = imputing->step;
  int *key_of = arena_array(step->scratch, int, step->in->row_count);
  for (int row = 0; row < step->in->row_count; row++) {
    Value key = field_at(&imputing->key, step, row);
    key_of[row] = key_index_add(&imputing->keys, &key);
  }
  return key_of;
}

/* False: too many. */
static bool find_gaps(Imputing *imputing, const int *key_of) {
  const Groups *groups = &imputing->groups;
  Arena *scratch = imputing->step->scratch;
  int *seen_in = arena_array(scratch, int, imputing->keys.count);
  for (int group = 0; group < groups->count; group++) {
    for (int i = groups->starts[group]; i < groups->starts[group + 1]; i++)
      seen_in[key_of[groups->rows[i]]] = group + 1;
    for (int key = 0; key < imputing->keys.count; key++) {
      if (seen_in[key] == group + 1) continue;
      if (imputing->gaps.count >= LIMIT_TABLE_ROWS) return false;
      list_add(scratch, &imputing->gaps, ((Gap){group, key}));
    }
  }
  return true;
}

static Value *column_cells(const Table *table, Str name) {
  int at = table_find_index(table, name);
  return at < 0 ? NULL : table->columns.items[at].cells;
}

/* The rows as they are, then the added ones with key and value. */
static Table *extended_rows(Imputing *imputing) {
  Step *step = imputing->step;
  int before = step->in->row_count, added = imputing->gaps.count;
  Table *table = step_table(step, before + added);
  for (int i = 0; i < step->in->columns.count; i++) {
    const Column *column = &step->in->columns.items[i];
    Value *cells = step_column(step, table, column->name);
    for (int row = 0; row < before; row++)
      cells[row] = column->cells[row];
  }
  if (!added) return table;
  Value *keys = column_cells(table, imputing->key.name);
  Value *values = column_cells(table, imputing->field.name);
  if (!values) values = step_column(step, table, imputing->field.name);
  for (int i = 0; i < added; i++) {
    int key = imputing->gaps.items[i].key;
    if (keys) keys[before + i] = imputing->keys.values.items[key];
    values[before + i] = imputing->value;
  }
  return table;
}

static void fill_groups(Imputing *imputing, Table *table) {
  const Groups *groups = &imputing->groups;
  int before = imputing->step->in->row_count;
  for (int f = 0; f < imputing->by.count; f++) {
    const Field *field = &imputing->by.items[f];
    int at = table_find_index(table, field->name);
    if (at < 0) continue;
    for (int i = 0; i < imputing->gaps.count; i++) {
      int first = groups->rows[groups->starts[imputing->gaps.items[i].group]];
      table->columns.items[at].cells[before + i] =
          field_at(field, imputing->step, first);
    }
  }
}

/* The frame's ends around `i` of `count` rows. */
static void frame_around(const Step *step, int i, int count, int *start,
                         int *end) {
  const json_t *frame = json_object_get(step->json, "frame");
  const json_t *low = json_array_get(frame, 0),
               *high = json_array_get(frame, 1);
  *start = 0;
  *end = count;
  if (json_is_number(low))
    *start = (int)fmax(0, fmin(count, i + json_number_value(low)));
  if (json_is_number(high))
    *end = (int)fmax(0, fmin(count, i + json_number_value(high) + 1));
}

/* Filling nulls by the rows around them. */
typedef struct Filling {
  Step step; /* reads the extended table */
  Measure measure;
  Value *filled;
  double visits;
} Filling;

static void fill_group_by_method(Filling *filling, const int *rows, int count) {
  int known_start = -1, known_end = -1;
  Value known = {0};
  for (int i = 0; i < count; i++) {
    Value value = field_at(&filling->measure.field, &filling->step, rows[i]);
    filling->filled[rows[i]] = value;
    if (value.kind != VALUE_NULL) continue;
    int start, end;
    frame_around(&filling->step, i, count, &start, &end);
    if (end < start) end = start;
    if (start != known_start || end != known_end) {
      known = measure_value(&filling->measure, &filling->step, &rows[start],
                            end - start);
      filling->visits += end - start;
    }
    known_start = start;
    known_end = end;
    filling->filled[rows[i]] = known;
  }
}

/* Values that are null become the method's value of the rows around them. */
static bool fill_by_method(Imputing *imputing, Table *table) {
  Filling filling = {.step = *imputing->step};
  filling.step.in = table;
  filling.measure = (Measure){.op = imputing->method, .has_field = true};
  filling.measure.field =
      field_find(&filling.step, imputing->field.path, (Place){0});
  filling.filled = arena_array(filling.step.chart, Value, table->row_count);
  FieldList by = step_fields(&filling.step, "groupby");
  Groups groups = groups_make(&filling.step, &by);
  for (int group = 0; group < groups.count; group++) {
    int start = groups.starts[group];
    fill_group_by_method(&filling, &groups.rows[start],
                         groups.starts[group + 1] - start);
    if (!step_is_affordable(imputing->step, "impute", filling.visits,
                            "narrow the frame"))
      return false;
  }
  int at = table_find_index(table, imputing->field.name);
  if (at >= 0) table->columns.items[at].cells = filling.filled;
  return true;
}

static bool read_method(Imputing *imputing) {
  Step *step = imputing->step;
  Str name = step_text(step, "method", S("value"));
  const json_t *value = json_object_get(step->json, "value");
  imputing->value =
      value ? value_from_json(step->chart, value) : value_number(0);
  if (str_is(name, "value")) return true;
  imputing->value = value_null();
  bool known = str_is(name, "mean") || str_is(name, "median") ||
               str_is(name, "min") || str_is(name, "max");
  if (!known)
    return step_refuse(step, "method",
                       "'value', 'mean', 'median', 'min' or 'max'");
  imputing->method = aggregate_op_find(name);
  return true;
}

static const Table *impute_apply(Step *step) {
  Imputing imputing = {.step = step};
  if (!step_field(step, "impute", &imputing.field) ||
      !step_field(step, "key", &imputing.key) || !read_method(&imputing))
    return NULL;
  imputing.by = step_fields(step, "groupby");
  imputing.groups = groups_make(step, &imputing.by);
  imputing.keys = key_index_new(step->scratch, 1);
  if (!add_key_values(&imputing)) return step_too_many(step, "impute");
  if (!find_gaps(&imputing, index_keys(&imputing)))
    return step_too_many(step, "impute");
  Table *table = extended_rows(&imputing);
  fill_groups(&imputing, table);
  if (imputing.method && !fill_by_method(&imputing, table)) return NULL;
  return table;
}

static const PropertyGroup impute_groups[] = {
    {LIST, "frame groupby", NULL, NULL},
    {TEXT, "impute key", NULL, NULL},
    {LIST | OBJECT, "keyvals", &kind_sequence, NULL},
    {TEXT, "method", NULL, "value mean median max min"},
    {ANYTHING, "value", NULL, NULL},
    {0}};
const Transform impute_transform = {
    {.name = "an impute transform", .groups = impute_groups}, impute_apply};
