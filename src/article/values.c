/* `values:`: a cell of a table, an aggregate, an expression or a literal. */
#include "article/values.h"

#include <string.h>

#include "article/aggregate.h"
#include "article/front_matter.h"
#include "expr/expr.h"

typedef enum ValueState {
  VALUE_NEW,
  VALUE_ACTIVE, /* being worked out: asking again is a cycle */
  VALUE_DONE,
  VALUE_FAILED
} ValueState;

typedef struct NamedValue {
  const char *name;
  const json_t *json;
  ValueState state;
  Value value;
} NamedValue;

typedef struct Values {
  const Reading *reading;
  List(NamedValue) list;
  List(const char *) names; /* for hints */
  Value params;             /* an object */
  bool failed;              /* a value asked for just now has failed */
} Values;

/* -- Parameters -- */

static bool is_given(const ArticleRequest *request, const char *name) {
  for (int i = 0; i < request->param_count; i++)
    if (str_is(request->params[i].name, name)) return true;
  return false;
}

static void read_params(Reading *reading) {
  const json_t *defaults =
      json_object_get(reading->article->front->root, "params");
  const ArticleRequest *request = reading->request;
  List(ValueMember) members = {0};
  for (int i = 0; i < request->param_count; i++)
    list_add(reading->report, &members, request->params[i]);
  const char *name;
  json_t *json;
  json_object_foreach((json_t *)defaults, name, json) {
    if (is_given(request, name)) continue;
    list_add(reading->report, &members,
             ((ValueMember){str_from(name),
                            value_from_json(reading->report, json)}));
  }
  Value params = {.kind = VALUE_OBJECT, .len = members.count};
  params.members = members.items;
  reading->values->params = params;
}

/* -- Looking names up -- */

static NamedValue *find(Values *values, Str name) {
  for (int i = 0; i < values->list.count; i++)
    if (str_is(name, values->list.items[i].name)) return &values->list.items[i];
  return NULL;
}

static void work_out(Values *values, NamedValue *named);

static bool find_name(void *owner, Str name, Value *value) {
  Values *values = owner;
  if (str_is(name, "params")) {
    *value = values->params;
    return true;
  }
  NamedValue *named = find(values, name);
  if (!named) return false;
  work_out(values, named);
  if (named->state == VALUE_FAILED) values->failed = true;
  *value = named->value;
  return true;
}

static ExprScope scope_of(Values *values) {
  return (ExprScope){.scratch = values->reading->report,
                     .locale = &locale_korean,
                     .find_name = find_name,
                     .owner = values};
}

/* -- Kinds of values -- */

static Place member_place(const Values *values, const NamedValue *named,
                          const char *key) {
  return tree_place(values->reading->article->front, named->json, key);
}

static bool evaluate(Values *values, Str text, Place place, ExprScope *scope,
                     Value *value) {
  const Reading *reading = values->reading;
  int errors = reading->diags->error_count;
  const Expr *expr = expr_parse(reading->report, text, place, reading->diags);
  if (!expr) return false;
  *value = expr_eval(expr, scope, reading->diags);
  return reading->diags->error_count == errors && !values->failed;
}

/* A field that a filter reads and the table lacks is an error. */
typedef struct FieldCheck {
  const Reading *reading;
  const Table *table;
} FieldCheck;

static void check_field(void *owner, Str name, Place place) {
  const FieldCheck *check = owner;
  if (table_find_index(check->table, name) >= 0) return;
  Diags *diags = check->reading->diags;
  diag(diags, DIAG_ARTICLE_NO_COLUMN, place, "the table has no column '%.*s'",
       STR(name));
  diag_hint_nearest(diags, name,
                    table_names(check->reading->report, check->table),
                    check->table->columns.count);
}

static const Expr *parse_filter(const Reading *reading, const Table *table,
                                Str filter, Place place) {
  const Expr *expr = expr_parse(reading->report, filter, place, reading->diags);
  if (!expr) return NULL;
  int errors = reading->diags->error_count;
  FieldCheck check = {reading, table};
  expr_fields(expr, check_field, &check);
  if (reading->diags->error_count > errors) return NULL;
  return expr_bind(reading->report, expr, table);
}

bool values_filter(const Reading *reading, const Table *table, Str filter,
                   Place place, RowList *rows) {
  Values *values = reading->values;
  const Expr *expr = NULL;
  if (filter.len) {
    expr = parse_filter(reading, table, filter, place);
    if (!expr) return false;
  }
  ExprScope scope = scope_of(values);
  scope.table = table;
  values->failed = false;
  int errors = reading->diags->error_count;
  for (int row = 0; row < table->row_count; row++) {
    scope.row = row;
    if (expr && !value_to_boolean(expr_eval(expr, &scope, reading->diags)))
      continue;
    if (reading->diags->error_count > errors) return false;
    list_add(reading->report, rows, row);
  }
  return reading->diags->error_count == errors && !values->failed;
}

/* Without an aggregate exactly one row must be left. */
static bool one_cell(Values *values, const NamedValue *named,
                     const ValueField *field, const RowList *rows,
                     Value *value) {
  Diags *diags = values->reading->diags;
  if (rows->count == 1) {
    *value = table_cell(field->table, field->column, rows->items[0]);
    return true;
  }
  const char *at = json_object_get(named->json, "filter") ? "filter" : "data";
  if (rows->count == 0)
    diag(diags, DIAG_ARTICLE_VALUE, member_place(values, named, at),
         "no row is left for the value '%s'", named->name);
  else
    diag(diags, DIAG_ARTICLE_VALUE, member_place(values, named, at),
         "%d rows are left for the value '%s'", rows->count, named->name);
  diag_hint(diags, "exactly one row must be left, or give an aggregate");
  return false;
}

static bool from_table(Values *values, const NamedValue *named, Value *value) {
  static const char *const keys[] = {"data", "filter", "field", "aggregate"};
  const Reading *reading = values->reading;
  front_check_keys(reading, named->json, keys, 4);
  const Table *table = front_table(reading, named->json, "data");
  if (!table) return false;
  Str aggregate = json_str(json_object_get(named->json, "aggregate"));
  ValueField field = {.table = table, .column = -1};
  if (json_object_get(named->json, "field") || !str_is(aggregate, "count")) {
    field.column = front_column(reading, named->json, "field", table);
    if (field.column < 0) return false;
  }
  RowList rows = {0};
  Str filter = json_str(json_object_get(named->json, "filter"));
  Place place = front_text_place(reading, named->json, "filter");
  if (!values_filter(reading, table, filter, place, &rows)) return false;
  if (aggregate.len == 0) return one_cell(values, named, &field, &rows, value);
  if (aggregate_rows(aggregate, &field, &rows, value)) return true;
  diag(reading->diags, DIAG_ARTICLE_VALUE,
       member_place(values, named, "aggregate"), "'%.*s' is no aggregate",
       STR(aggregate));
  aggregate_hint(reading->diags, aggregate);
  return false;
}

static bool from_expression(Values *values, const NamedValue *named,
                            Value *value) {
  static const char *const keys[] = {"expr"};
  front_check_keys(values->reading, named->json, keys, 1);
  Str text = json_str(json_object_get(named->json, "expr"));
  Place place = front_text_place(values->reading, named->json, "expr");
  ExprScope scope = scope_of(values);
  return evaluate(values, text, place, &scope, value);
}

static bool from_json(Values *values, const NamedValue *named, Value *value) {
  if (json_is_object(named->json) && json_object_get(named->json, "expr"))
    return from_expression(values, named, value);
  if (json_is_object(named->json)) return from_table(values, named, value);
  *value = value_from_json(values->reading->report, named->json);
  return true;
}

static void work_out(Values *values, NamedValue *named) {
  const Reading *reading = values->reading;
  if (named->state == VALUE_DONE || named->state == VALUE_FAILED) return;
  if (named->state == VALUE_ACTIVE) {
    const json_t *all =
        json_object_get(reading->article->front->root, "values");
    diag(reading->diags, DIAG_ARTICLE_VALUE,
         tree_place_key(reading->article->front, all, named->name),
         "the value '%s' depends on itself", named->name);
    named->state = VALUE_FAILED;
    return;
  }
  bool outer = values->failed;
  values->failed = false;
  named->state = VALUE_ACTIVE;
  Value value = {0};
  bool done = from_json(values, named, &value);
  if (named->state == VALUE_FAILED) done = false;
  named->value = value;
  named->state = done ? VALUE_DONE : VALUE_FAILED;
  values->failed = outer;
}

/* -- Doors -- */

void values_read(Reading *reading) {
  Values *values = arena_new(reading->report, Values);
  values->reading = reading;
  reading->values = values;
  read_params(reading);
  const json_t *all = json_object_get(reading->article->front->root, "values");
  const char *name;
  json_t *json;
  json_object_foreach((json_t *)all, name, json) {
    list_add(reading->report, &values->list,
             ((NamedValue){.name = name, .json = json}));
    list_add(reading->report, &values->names, name);
  }
}

void values_check(const Reading *reading) {
  for (int i = 0; i < reading->values->list.count; i++)
    work_out(reading->values, &reading->values->list.items[i]);
}

static bool is_name(Str text) {
  for (int i = 0; i < text.len; i++) {
    char c = text.text[i];
    bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
    if (!is_word) return false;
  }
  return !(text.text[0] >= '0' && text.text[0] <= '9');
}

static bool unknown_name(const Reading *reading, Str name, Place place) {
  diag(reading->diags, DIAG_ARTICLE_UNKNOWN_VALUE, place,
       "no value is called '%.*s'", STR(name));
  diag_hint_nearest(reading->diags, name, reading->values->names.items,
                    reading->values->names.count);
  return false;
}

bool values_evaluate(const Reading *reading, Str expression, Place place,
                     Value *value) {
  Values *values = reading->values;
  values->failed = false;
  NamedValue *named = find(values, expression);
  if (named) {
    work_out(values, named);
    *value = named->value;
    return named->state == VALUE_DONE;
  }
  if (is_name(expression) && !str_is(expression, "params") &&
      !str_is(expression, "true") && !str_is(expression, "false"))
    return unknown_name(reading, expression, place);
  ExprScope scope = scope_of(values);
  return evaluate(values, expression, place, &scope, value);
}
