/* Reading an entry of a transform array, and making the table it asks for. */
#include "chart/transform/step.h"

#include <math.h>
#include <string.h>

#include "base/limits.h"

Place step_place(const Step *step, const char *key) {
  if (!step->context->tree) return (Place){0};
  return tree_place(step->context->tree, step->json, key);
}

const Table *step_refuse(const Step *step, const char *key, const char *what) {
  diag(step->context->diags, DIAG_CHART_BAD_SPEC, step_place(step, key),
       "'%s' of the transform must be %s", key, what);
  return NULL;
}

const Table *step_too_many(const Step *step, const char *key) {
  diag(step->context->diags, DIAG_CHART_LIMIT, step_place(step, key),
       "the transform '%s' would make more than %d rows", key,
       LIMIT_TABLE_ROWS);
  return NULL;
}

bool step_is_affordable(const Step *step, const char *key, double visits,
                        const char *hint) {
  if (visits <= LIMIT_TRANSFORM_VISITS) return true;
  diag(step->context->diags, DIAG_CHART_LIMIT, step_place(step, key),
       "the transform '%s' would look at rows more than %d times", key,
       LIMIT_TRANSFORM_VISITS);
  diag_hint(step->context->diags, "%s", hint);
  return false;
}

/* ---- Fields ---- */

static bool is_plain(Str path) {
  for (int i = 0; i < path.len; i++)
    if (strchr(".[]\\'\"", path.text[i])) return false;
  return true;
}

/* The name that a path without steps into objects stands for: "a\\.b" is the
 * column "a.b". False: it has steps. */
static bool unescape(Arena *arena, Str path, Str *name) {
  StrBuf buf = {.arena = arena};
  for (int i = 0; i < path.len; i++) {
    if (path.text[i] == '\\' && i + 1 < path.len)
      i++;
    else if (path.text[i] == '.' || path.text[i] == '[')
      return false;
    strbuf_add(&buf, str_slice(path, i, i + 1));
  }
  *name = strbuf_str(&buf);
  return true;
}

static void warn_missing(const Step *step, Str name, Place place) {
  if (!step->in->row_count) return;
  diag(step->context->diags, DIAG_CHART_NO_FIELD, place,
       "the data have no field '%.*s'", STR(name));
  diag_hint_nearest(step->context->diags, name,
                    table_names(step->scratch, step->in),
                    step->in->columns.count);
}

static void warn_field(void *owner, Str name, Place place) {
  const Step *step = owner;
  if (!table_find(step->in, name)) warn_missing(step, name, place);
}

void step_warn_fields(const Step *step, const Expr *expr) {
  expr_fields(expr, warn_field, (void *)step);
}

/* The first name of a path with steps: "a" of "a.b" and of "a[0]". */
static Str first_name(Str path) {
  int end = 0;
  while (end < path.len && !strchr(".[", path.text[end]))
    end++;
  return str_slice(path, 0, end);
}

Field field_find(const Step *step, Str path, Place place) {
  Field field = {.name = path, .path = path};
  bool flat = is_plain(path) || unescape(step->chart, path, &field.name);
  const Column *column = table_find(step->in, field.name);
  if (!flat && table_find(step->in, first_name(path))) {
    field.is_nested = true;
    return field;
  }
  if (column)
    field.cells = column->cells;
  else if (!flat && (path.text[0] == '[' || str_find_char(path, '\\') >= 0))
    field.is_nested = true;
  else
    warn_missing(step, field.name, place);
  return field;
}

Value field_at(const Field *field, const Step *step, int row) {
  if (field->cells) return field->cells[row];
  if (!field->is_nested) return (Value){0};
  return field_value(step->chart, step->in, row, field->path);
}

double field_number(const Field *field, const Step *step, int row) {
  Value value = field_at(field, step, row);
  if (value.kind == VALUE_NUMBER || value.kind == VALUE_TIME)
    return value.number;
  return value_to_number(value);
}

bool step_field(const Step *step, const char *key, Field *field) {
  const json_t *name = json_object_get(step->json, key);
  if (!json_is_string(name)) return step_refuse(step, key, "a field's name");
  *field = field_find(step, json_str(name), step_place(step, key));
  return true;
}

FieldList step_fields(const Step *step, const char *key) {
  FieldList fields = {0};
  const json_t *names = json_object_get(step->json, key);
  Place place = step_place(step, key);
  if (json_is_string(names))
    list_add(step->scratch, &fields, field_find(step, json_str(names), place));
  size_t i;
  const json_t *name;
  json_array_foreach(names, i, name) {
    if (!json_is_string(name)) {
      step_refuse(step, key, "a list of field names");
      continue;
    }
    list_add(step->scratch, &fields, field_find(step, json_str(name), place));
  }
  return fields;
}

/* ---- Other members ---- */

Str step_text(const Step *step, const char *key, Str otherwise) {
  const json_t *value = json_object_get(step->json, key);
  return json_is_string(value) ? json_str(value) : otherwise;
}

double step_number(const Step *step, const char *key, double otherwise) {
  const json_t *value = json_object_get(step->json, key);
  return json_is_number(value) ? json_number_value(value) : otherwise;
}

bool step_flag(const Step *step, const char *key, bool otherwise) {
  const json_t *value = json_object_get(step->json, key);
  return json_is_boolean(value) ? json_is_true(value) : otherwise;
}

bool step_pair(const Step *step, const char *key, double pair[2]) {
  const json_t *list = json_object_get(step->json, key);
  if (json_array_size(list) != 2) return false;
  for (size_t i = 0; i < 2; i++) {
    const json_t *item = json_array_get(list, i);
    if (!json_is_number(item)) return false;
    pair[i] = json_number_value(item);
  }
  return true;
}

Str step_as(const Step *step, int index, Str otherwise) {
  const json_t *as = json_object_get(step->json, "as");
  if (json_is_array(as))
    as = json_array_get(as, (size_t)index);
  else if (index > 0)
    as = NULL;
  return json_is_string(as) ? json_str(as) : otherwise;
}

/* ---- Tables ---- */

Table *step_table(const Step *step, int row_count) {
  return table_new(step->chart, row_count);
}

Table *step_extend(const Step *step) {
  Table *table = step_table(step, step->in->row_count);
  table->source = step->in->source;
  table->row_offsets = step->in->row_offsets;
  for (int i = 0; i < step->in->columns.count; i++)
    list_add(step->chart, &table->columns, step->in->columns.items[i]);
  return table;
}

Value *step_column(const Step *step, Table *table, Str name) {
  int known = table_find_index(table, name);
  if (known < 0) return table_add(step->chart, table, name)->cells;
  Value *cells = arena_array(step->chart, Value, table->row_count);
  table->columns.items[known].cells = cells;
  return cells;
}
