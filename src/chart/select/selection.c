/* What selections say of rows, scales and expressions. */
#include "chart/select/selection.h"

#include <math.h>

#include "chart/data/data.h"
#include "chart/params.h"

static const Selection *first_of(const Param *param) {
  return param->selections.count ? param->selections.items[0] : NULL;
}

const Selection *selection_find(const Drawing *drawing, Str name) {
  const Param *param = drawing_param(drawing, name);
  return param && param->is_selection ? first_of(param) : NULL;
}

/* ---- Rows ---- */

/* A row's value in the field: the start of its period where there is a time
 * unit, which rows that were summed up still have. */
static Value value_in(Drawing *drawing, Arena *scratch,
                      const SelectionField *field, const Table *table,
                      int row) {
  Value value = field_value(scratch, table, row, field->field);
  if (!field->unit.parts || field->unit.binned) return value;
  if (value.kind == VALUE_UNDEFINED) {
    Str name = time_unit_column(drawing->arena, field->unit, field->field);
    int column = table_find_index(table, name);
    return column < 0 ? value : table_cell(table, column, row);
  }
  double moment = value.number;
  if (value.kind == VALUE_STRING && !parse_date(value_text(&value), &moment))
    return (Value){0};
  return value_time(time_unit_floor(field->unit, moment));
}

static bool is_in_range(Value value, Value range) {
  if (range.kind != VALUE_ARRAY || range.len < 2) return false;
  double a = value_to_number(range.items[0]);
  double b = value_to_number(range.items[range.len - 1]);
  double number = value_to_number(value);
  return number >= fmin(a, b) && number <= fmax(a, b);
}

static bool is_among(Value value, Value wanted) {
  if (wanted.kind != VALUE_ARRAY) return value_equal(value, wanted);
  for (int i = 0; i < wanted.len; i++)
    if (value_equal(value, wanted.items[i])) return true;
  return false;
}

static bool tuple_holds(Drawing *drawing, const Selection *selection,
                        const SelectionTuple *tuple, const Table *table,
                        int row) {
  Arena scratch = {0};
  bool holds = true;
  for (int i = 0; holds && i < selection->fields.count; i++) {
    const SelectionField *field = &selection->fields.items[i];
    Value value = value_in(drawing, &scratch, field, table, row);
    holds = field->is_range ? is_in_range(value, tuple->values[i])
                            : is_among(value, tuple->values[i]);
  }
  arena_clear(&scratch);
  return holds;
}

static bool has_row(Drawing *drawing, const Selection *selection,
                    const Table *table, int row) {
  for (int i = 0; i < selection->tuples.count; i++)
    if (tuple_holds(drawing, selection, &selection->tuples.items[i], table,
                    row))
      return true;
  return false;
}

bool selection_holds(void *owner, Str name, bool when_empty, const Table *table,
                     int row) {
  Drawing *drawing = owner;
  const Param *param = drawing_param(drawing, name);
  Value value;
  if (param && !param->is_selection)
    return param_value(drawing, name, &value) && value_to_boolean(value);
  const Selection *selection = param ? first_of(param) : NULL;
  if (!selection || !selection->tuples.count) return when_empty;
  return has_row(drawing, selection, table, row);
}

/* The rows of the selection's view, or of the nearest one around it whose rows
 * are known already. */
static const Table *rows_around(const Selection *selection) {
  for (const View *view = selection->view; view; view = view->parent)
    if (view->raw) return view->raw;
  return NULL;
}

const Table *selection_rows(void *owner, Str name) {
  Drawing *drawing = owner;
  const Selection *selection = selection_find(drawing, name);
  const Table *table = selection ? rows_around(selection) : NULL;
  if (!table) return NULL;
  int *rows = arena_array(drawing->arena, int, table->row_count);
  int count = 0;
  for (int i = 0; i < table->row_count; i++)
    if (selection_holds(drawing, name, true, table, i)) rows[count++] = i;
  return table_rows(drawing->arena, table, rows, count);
}

/* ---- Values ---- */

/* All values of a field: the two ends of a range, or a list. */
static Value field_values(Drawing *drawing, const Selection *selection,
                          int index) {
  const SelectionTuple *tuples = selection->tuples.items;
  if (!selection->tuples.count) return (Value){0};
  if (selection->fields.items[index].is_range ||
      tuples[0].values[index].kind == VALUE_ARRAY)
    return tuples[0].values[index];
  int count = selection->tuples.count;
  Value *items = arena_array(drawing->arena, Value, count);
  for (int i = 0; i < count; i++)
    items[i] = tuples[i].values[index];
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

Value selection_value(Drawing *drawing, const Param *param) {
  const Selection *selection = first_of(param);
  Value object = {.kind = VALUE_OBJECT};
  if (!selection || !selection->tuples.count) return object;
  int count = selection->fields.count;
  ValueMember *members = arena_array(drawing->arena, ValueMember, count);
  for (int i = 0; i < count; i++)
    members[i] = (ValueMember){selection->fields.items[i].field,
                               field_values(drawing, selection, i)};
  object.members = members;
  object.len = count;
  return object;
}

/* ---- Scales ---- */

Value selection_domain(Drawing *drawing, const json_t *domain) {
  Str name = json_str(json_object_get(domain, "param"));
  const Selection *selection = selection_find(drawing, name);
  Str field = json_str(json_object_get(domain, "field"));
  Str encoding = json_str(json_object_get(domain, "encoding"));
  Channel channel = channel_read(encoding);
  for (int i = 0; selection && i < selection->fields.count; i++) {
    const SelectionField *own = &selection->fields.items[i];
    bool is_other = (field.len && !str_equal(field, own->field)) ||
                    (encoding.len && channel != own->channel);
    if (!is_other) return field_values(drawing, selection, i);
  }
  return (Value){0};
}

static int field_of(const Selection *selection, Channel channel) {
  for (int i = 0; i < selection->fields.count; i++)
    if (selection->fields.items[i].channel == channel) return i;
  return -1;
}

/* The selection that is bound to the scale of a unit's channel. Cells of a
 * facet are read from one spec. */
static const Selection *bound(const Drawing *drawing, const View *unit,
                              Channel channel) {
  for (int i = 0; i < drawing->params.count; i++) {
    const Param *param = &drawing->params.items[i];
    for (int j = 0; j < param->selections.count; j++) {
      const Selection *selection = param->selections.items[j];
      if (selection->binds_scales && selection->view->spec == unit->spec &&
          field_of(selection, channel) >= 0)
        return selection;
    }
  }
  return NULL;
}

Value selection_bound_domain(Drawing *drawing, const View *unit,
                             Channel channel) {
  const Selection *selection = bound(drawing, unit, channel);
  if (!selection) return (Value){0};
  return field_values(drawing, selection, field_of(selection, channel));
}

bool selection_moves(const Drawing *drawing, const View *unit,
                     Channel channel) {
  const json_t *scale = json_object_get(unit->encoding[channel].json, "scale");
  const json_t *domain = json_object_get(scale, "domain");
  return json_object_get(domain, "param") || bound(drawing, unit, channel);
}
