/* Columns from another table, found by a key. */
#include "chart/check/property.h"
#include "chart/scale/key_index.h"
#include "chart/transform/step.h"

/* The other table and its rows by key; the last row of a key counts. */
typedef struct Lookup {
  Step *step;
  Step other; /* reads the other table */
  KeyIndex keys, texts;
  int *rows, *text_rows;
  Value otherwise;
  int *found; /* for each row of ours, a row of the other table or -1 */
} Lookup;

static void index_rows(Lookup *lookup, const Field *key) {
  Arena *scratch = lookup->step->scratch;
  int count = lookup->other.in->row_count;
  lookup->keys = key_index_new(scratch, 1);
  lookup->texts = key_index_new(scratch, 1);
  lookup->rows = arena_array(scratch, int, count);
  lookup->text_rows = arena_array(scratch, int, count);
  for (int row = 0; row < count; row++) {
    Value value = field_at(key, &lookup->other, row);
    lookup->rows[key_index_add(&lookup->keys, &value)] = row;
  }
}

/* Vega finds "1" where 1 is asked for, so what is not found as it is is sought
 * as text; this index is made when that happens first. */
static void index_texts(Lookup *lookup) {
  Arena *scratch = lookup->step->scratch;
  for (int i = 0; i < lookup->keys.count; i++) {
    Value key = lookup->keys.values.items[i];
    Value text = value_str(value_to_str(scratch, key));
    lookup->text_rows[key_index_add(&lookup->texts, &text)] = lookup->rows[i];
  }
}

static int row_for(Lookup *lookup, Value key) {
  int found = key_index_find(&lookup->keys, &key);
  if (found >= 0) return lookup->rows[found];
  if (!lookup->keys.count) return -1;
  if (!lookup->texts.count) index_texts(lookup);
  Value text = value_str(value_to_str(lookup->step->scratch, key));
  found = key_index_find(&lookup->texts, &text);
  return found < 0 ? -1 : lookup->text_rows[found];
}

static void add_field(Lookup *lookup, Table *table, const Field *field,
                      Str as) {
  Value *cells = step_column(lookup->step, table, as);
  for (int row = 0; row < table->row_count; row++)
    cells[row] = lookup->found[row] < 0
                     ? lookup->otherwise
                     : field_at(field, &lookup->other, lookup->found[row]);
}

static void add_rows(Lookup *lookup, Table *table) {
  Step *step = lookup->step;
  const json_t *param = json_object_get(lookup->other.json, "param");
  Str name = param ? json_str(param) : S("_lookup");
  Value *cells = step_column(step, table, step_as(step, 0, name));
  for (int row = 0; row < table->row_count; row++)
    cells[row] = lookup->found[row] < 0
                     ? lookup->otherwise
                     : table_row_object(step->chart, lookup->other.in,
                                        lookup->found[row]);
}

/* The rows of `data`, or those that the selection `param` selects. */
static bool find_other(Step *step, const json_t *from, Lookup *lookup) {
  const TransformContext *context = step->context;
  const json_t *data = json_object_get(from, "data");
  Str param = json_str(json_object_get(from, "param"));
  lookup->step = step;
  lookup->other = *step;
  lookup->other.json = from;
  lookup->other.in = step_table(step, 0);
  if (!data && param.len && context->find_selected) {
    const Table *selected = context->find_selected(context->owner, param);
    if (selected) lookup->other.in = selected;
    return true;
  }
  if (!data || !context->find_data)
    return step_refuse(step, "from", "an object with 'data' and 'key'");
  lookup->other.in = context->find_data(context->owner, data);
  return lookup->other.in != NULL;
}

static void find_rows(Lookup *lookup, const Field *by) {
  int rows = lookup->step->in->row_count;
  lookup->found = arena_array(lookup->step->scratch, int, rows);
  for (int row = 0; row < rows; row++)
    lookup->found[row] = row_for(lookup, field_at(by, lookup->step, row));
}

static const Table *lookup_apply(Step *step) {
  Lookup lookup;
  Field by, key;
  const json_t *from = json_object_get(step->json, "from");
  if (!step_field(step, "lookup", &by) || !find_other(step, from, &lookup) ||
      !step_field(&lookup.other, "key", &key))
    return NULL;
  const json_t *otherwise = json_object_get(step->json, "default");
  lookup.otherwise =
      otherwise ? value_from_json(step->chart, otherwise) : value_null();
  index_rows(&lookup, &key);
  find_rows(&lookup, &by);
  Table *table = step_extend(step);
  FieldList fields = step_fields(&lookup.other, "fields");
  for (int i = 0; i < fields.count; i++)
    add_field(&lookup, table, &fields.items[i],
              step_as(step, i, fields.items[i].name));
  if (!fields.count) add_rows(&lookup, table);
  return table;
}

static const PropertyGroup from_groups[] = {{OBJECT, "data", &kind_data, NULL},
                                            {TEXT, "key param", NULL, NULL},
                                            {LIST, "fields", NULL, NULL},
                                            {0}};
static const ObjectKind lookup_from = {.name = "a lookup's source",
                                       .groups = from_groups};
static const PropertyGroup lookup_groups[] = {
    {TEXT | LIST, "as", NULL, NULL},
    {ANYTHING, "default", NULL, NULL},
    {OBJECT, "from", &lookup_from, NULL},
    {TEXT, "lookup", NULL, NULL},
    {0}};
const Transform lookup_transform = {
    {.name = "a lookup transform", .groups = lookup_groups}, lookup_apply};
