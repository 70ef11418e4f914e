/* Arrays in cells to rows: one row for each item; several fields side by side.
 */
#include "base/limits.h"
#include "chart/check/property.h"
#include "chart/transform/step.h"

/* A value that is no array stands for one item, a missing one for none. */
static int item_count(Value value) {
  if (value.kind == VALUE_ARRAY) return value.len;
  return value.kind != VALUE_UNDEFINED && value.kind != VALUE_NULL;
}

static Value item_at(Value value, int index) {
  if (index >= item_count(value)) return value_null();
  Value item = value.kind == VALUE_ARRAY ? value.items[index] : value;
  return item.kind == VALUE_UNDEFINED ? value_null() : item;
}

typedef struct FlatRow {
  int row, index;
} FlatRow;
typedef List(FlatRow) FlatRows;

static bool list_rows(Step *step, const FieldList *fields, FlatRows *flat) {
  for (int row = 0; row < step->in->row_count; row++) {
    int longest = 0;
    for (int i = 0; i < fields->count; i++) {
      int items = item_count(field_at(&fields->items[i], step, row));
      if (items > longest) longest = items;
    }
    if (flat->count > LIMIT_TABLE_ROWS - longest) return false;
    for (int index = 0; index < longest; index++)
      list_add(step->scratch, flat, ((FlatRow){row, index}));
  }
  return true;
}

static const Table *flatten_apply(Step *step) {
  FieldList fields = step_fields(step, "flatten");
  if (!fields.count)
    return step_refuse(step, "flatten", "a list of field names");
  FlatRows flat = {0};
  if (!list_rows(step, &fields, &flat)) return step_too_many(step, "flatten");
  int *sources = arena_array(step->scratch, int, flat.count);
  for (int i = 0; i < flat.count; i++)
    sources[i] = flat.items[i].row;
  Table *table = table_rows(step->chart, step->in, sources, flat.count);
  for (int f = 0; f < fields.count; f++) {
    const Field *field = &fields.items[f];
    Value *cells = step_column(step, table, step_as(step, f, field->name));
    for (int i = 0; i < flat.count; i++)
      cells[i] = item_at(field_at(field, step, flat.items[i].row),
                         flat.items[i].index);
  }
  Str index = step_text(step, "index", (Str){0});
  Value *indices = index.len ? step_column(step, table, index) : NULL;
  for (int i = 0; indices && i < flat.count; i++)
    indices[i] = value_number(flat.items[i].index);
  return table;
}

static const PropertyGroup flatten_groups[] = {
    {LIST, "as flatten", NULL, NULL}, {TEXT, "index", NULL, NULL}, {0}};
const Transform flatten_transform = {
    {.name = "a flatten transform", .groups = flatten_groups}, flatten_apply};
