/* Text becomes numbers and moments where the chart uses it as such: as
 * Vega-Lite does, and nowhere else. */
#include "chart/data/data.h"
#include "chart/spec/read_view.h"

Table *table_extended(Arena *arena, const Table *table) {
  Table *copy = arena_new(arena, Table);
  *copy = *table;
  copy->columns.items = NULL;
  copy->columns.count = copy->columns.capacity = 0;
  for (int i = 0; i < table->columns.count; i++)
    list_add(arena, &copy->columns, table->columns.items[i]);
  return copy;
}

static bool needs_parsing(const Column *column, int row_count, FieldType type) {
  for (int i = 0; i < row_count; i++) {
    ValueKind kind = column->cells[i].kind;
    if (kind == VALUE_STRING) return true;
    if (type == TYPE_TEMPORAL && kind == VALUE_NUMBER) return true;
  }
  return false;
}

static bool is_blank(Value value) {
  return value.kind != VALUE_STRING || str_trim(value_text(&value)).len == 0;
}

/* Says where text stands among numbers; words that mean "none" count too. */
static void report_bad(Drawing *drawing, const Table *table,
                       const Column *column, int row, bool is_date,
                       Place asked) {
  Place place = table->source ? table_place(table, row, column->name) : asked;
  DiagSeverity severity =
      drawing->diags->strict_data ? DIAG_ERROR : DIAG_WARNING;
  Str text = value_to_str(drawing->arena, column->cells[row]);
  diag_as(drawing->diags, severity, DIAG_CHART_TEXT_IN_NUMBERS, place,
          "'%.*s' in column '%.*s' is no %s", STR(text), STR(column->name),
          is_date ? "date" : "number");
  diag_hint(drawing->diags,
            "leave the cell empty, or use the field as nominal or ordinal");
}

void column_parse_for(Drawing *drawing, Table *table, Str name, FieldType type,
                      const Place *asked) {
  int index = table_find_index(table, name), first_bad = -1;
  if (index < 0) return;
  Column *column = &table->columns.items[index];
  Column before = *column;
  if (!needs_parsing(column, table->row_count, type)) return;
  column->cells = arena_array(drawing->arena, Value, table->row_count);
  for (int i = 0; i < table->row_count; i++)
    column->cells[i] = before.cells[i];
  bool is_date = type == TYPE_TEMPORAL;
  int bad = column_parse(drawing->arena, column, table->row_count,
                         is_date ? S("date") : S("number"), &first_bad);
  if (bad <= 0 || !asked) return;
  for (int i = first_bad; i < table->row_count; i++) {
    if (is_blank(before.cells[i])) continue;
    double number = value_to_number(column->cells[i]);
    if (number == number) continue;
    report_bad(drawing, table, &before, i, is_date, *asked);
    return;
  }
}

typedef struct Uses {
  Drawing *drawing;
  Table *table;
  bool is_filtered; /* rows may go before they are used */
} Uses;

/* Rows that a filter may take away are nobody's fault, unless every cell of a
 * report's data must be right. */
static bool tells(const Uses *uses) {
  return !uses->is_filtered || uses->drawing->diags->strict_data;
}

static bool takes_numbers(const ChannelDef *def) {
  static const char *const ops[] = {"count", "valid", "missing", "distinct"};
  if (def->type != TYPE_QUANTITATIVE) return false;
  for (int i = 0; i < 4; i++)
    if (str_is(def->aggregate, ops[i])) return false;
  return true;
}

static void parse_def(void *owner, ChannelDef *def) {
  Uses *uses = owner;
  if (!def->field.len) return;
  Place place = drawing_place(uses->drawing, def->json, "field");
  const Place *asked = tells(uses) ? &place : NULL;
  if (def->type == TYPE_TEMPORAL || def->time_unit.parts)
    column_parse_for(uses->drawing, uses->table, def->field, TYPE_TEMPORAL,
                     asked);
  else if (takes_numbers(def))
    column_parse_for(uses->drawing, uses->table, def->field, TYPE_QUANTITATIVE,
                     asked);
}

/* The first value that a field predicate compares with. */
static const json_t *compared(const json_t *predicate) {
  static const char *const names[] = {"equal", "lt",    "lte",  "gt",
                                      "gte",   "range", "oneOf"};
  for (int i = 0; i < 7; i++) {
    const json_t *found = json_object_get(predicate, names[i]);
    if (json_is_array(found)) found = json_array_get(found, 0);
    if (found) return found;
  }
  return NULL;
}

static void parse_predicate(Uses *uses, const json_t *predicate, int depth) {
  static const char *const lists[] = {"and", "or"};
  if (depth > 16 || !json_is_object(predicate)) return;
  parse_predicate(uses, json_object_get(predicate, "not"), depth + 1);
  for (int i = 0; i < 2; i++) {
    const json_t *list = json_object_get(predicate, lists[i]);
    for (size_t j = 0; j < json_array_size(list); j++)
      parse_predicate(uses, json_array_get(list, j), depth + 1);
  }
  Str field = json_str(json_object_get(predicate, "field"));
  const json_t *with = compared(predicate);
  double moment;
  if (!field.len || !with) return;
  Place place = drawing_place(uses->drawing, predicate, "field");
  const Place *asked = tells(uses) ? &place : NULL;
  if (json_object_get(predicate, "timeUnit") || date_time_read(with, &moment))
    column_parse_for(uses->drawing, uses->table, field, TYPE_TEMPORAL, asked);
  else if (json_is_number(with))
    column_parse_for(uses->drawing, uses->table, field, TYPE_QUANTITATIVE,
                     asked);
}

static void parse_transforms(Uses *uses, const json_t *list) {
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *entry = json_array_get(list, i);
    parse_predicate(uses, json_object_get(entry, "filter"), 0);
    if (json_object_get(entry, "timeUnit"))
      column_parse_for(uses->drawing, uses->table,
                       json_str(json_object_get(entry, "field")), TYPE_TEMPORAL,
                       NULL);
  }
}

static bool has_filter(const json_t *transforms) {
  for (size_t i = 0; i < json_array_size(transforms); i++)
    if (json_object_get(json_array_get(transforms, i), "filter")) return true;
  return false;
}

static void parse_uses(Uses *uses, const View *view) {
  const json_t *transforms = json_object_get(view->spec, "transform");
  bool was_filtered = uses->is_filtered;
  uses->is_filtered |= has_filter(transforms);
  parse_transforms(uses, transforms);
  if (view->kind == VIEW_UNIT) view_visit_defs((View *)view, parse_def, uses);
  for (int i = 0; i < view->kids.count; i++) {
    const View *kid = view->kids.items[i];
    if (!json_object_get(kid->spec, "data")) parse_uses(uses, kid);
  }
  if (view->kind == VIEW_FACET) {
    parse_def(uses, (ChannelDef *)&view->facet.row);
    parse_def(uses, (ChannelDef *)&view->facet.column);
    parse_def(uses, (ChannelDef *)&view->facet.wrap);
    View *kid = view_read(uses->drawing, json_object_get(view->spec, "spec"),
                          (View *)view);
    if (kid) parse_uses(uses, kid);
  }
  uses->is_filtered = was_filtered;
}

const Table *data_parse_by_use(Drawing *drawing, const View *view,
                               const Table *table) {
  Uses uses = {drawing, table_extended(drawing->arena, table), false};
  parse_uses(&uses, view);
  return uses.table;
}
