/* What a unit's encoding implies: raw rows -> bins and time units -> sort
 * indices -> aggregation -> imputation -> stacks -> the rows of the marks. */
#include "chart/data/data.h"
#include "chart/spec/read_view.h"

typedef struct Step {
  Drawing *drawing;
  View *view;
  Table *table;
  json_t *ops, *groupby;
} Step;

static void prepare_def(void *owner, ChannelDef *def) {
  Step *step = owner;
  def_prepare(step->drawing, step->view, step->table, def);
}

const json_t *def_class_order(const ChannelDef *def) {
  const json_t *sort = json_object_get(def->json, "sort");
  const json_t *domain =
      json_object_get(json_object_get(def->json, "scale"), "domain");
  if (sort || !channel_is_color(def->channel)) return NULL;
  return json_is_array(domain) ? domain : NULL;
}

/* {"field": ...} of a sort that no row has. */
static void check_sort_field(const Step *step, const ChannelDef *def) {
  const json_t *sort = json_object_get(def->json, "sort");
  Str field = json_str(json_object_get(sort, "field"));
  bool is_path = str_find_char(field, '.') >= 0 ||
                 str_find_char(field, '[') >= 0 ||
                 str_find_char(field, '\\') >= 0;
  if (!field.len || is_path || !step->table->row_count ||
      table_find(step->table, field))
    return;
  Drawing *drawing = step->drawing;
  diag(drawing->diags, DIAG_CHART_NO_FIELD,
       drawing_place(drawing, sort, "field"), "the data have no field '%.*s'",
       STR(field));
  diag_hint_nearest(drawing->diags, field,
                    table_names(drawing->arena, step->table),
                    step->table->columns.count);
}

static void add_sort_index(void *owner, ChannelDef *def) {
  Step *step = owner;
  check_sort_field(step, def);
  const json_t *order = def_class_order(def);
  if (order && def->column.len && def_is_discrete(def))
    def->sort_index = sort_index_column(step->drawing, step->table, def, order);
}

static void find_aggregate(void *owner, ChannelDef *def) {
  if (def->aggregate.len) *(bool *)owner = true;
}

bool view_is_aggregated(View *view) {
  bool aggregated = false;
  view_visit_defs(view, find_aggregate, &aggregated);
  return aggregated;
}

static json_t *json_text(Str text) {
  return json_stringn(text.text, (size_t)text.len);
}

static void group_by(Step *step, Str column) {
  if (!column.len || !table_find(step->table, column)) return;
  json_t *path = json_text(column_path(step->drawing->arena, column));
  for (size_t i = 0; i < json_array_size(step->groupby); i++)
    if (json_equal(json_array_get(step->groupby, i), path)) {
      json_decref(path);
      return;
    }
  json_array_append_new(step->groupby, path);
}

static void add_operation(Step *step, Str op, Str column, Str as) {
  json_t *entry = json_object();
  json_object_set_new(entry, "op", json_text(op));
  if (column.len)
    json_object_set_new(entry, "field",
                        json_text(column_path(step->drawing->arena, column)));
  json_object_set_new(entry, "as", json_text(as));
  json_array_append_new(step->ops, entry);
}

static void collect_def(void *owner, ChannelDef *def) {
  Step *step = owner;
  Arena *arena = step->drawing->arena;
  if (!def->aggregate.len) {
    group_by(step, def->column);
    group_by(step, def->column_end);
    group_by(step, def->sort_index);
    return;
  }
  if (str_is(def->aggregate, "count")) {
    def->column = S("__count");
    add_operation(step, S("count"), (Str){0}, def->column);
    return;
  }
  Str of = def->aggregate_field.len ? def->aggregate_field : def->column;
  def->column = str_format(arena, "%.*s_%.*s", STR(def->aggregate), STR(of));
  add_operation(step, def->aggregate, of, def->column);
}

/* The mean of a measure's group, say, wants its error beside it: columns that
 * transforms and sorts name are kept where the table has them. */
static bool aggregate_rows(Step *step, const Table **table) {
  step->ops = json_array();
  step->groupby = json_array();
  view_visit_defs(step->view, collect_def, step);
  json_t *entry =
      json_pack("{s:o,s:o}", "aggregate", step->ops, "groupby", step->groupby);
  drawing_keep(step->drawing, entry);
  return transform_apply(&step->drawing->transforms, entry, table);
}

/* argmin and argmax give whole rows; their fields are read out of them. */
static void read_arg_field(void *owner, ChannelDef *def) {
  Step *step = owner;
  if (!def->aggregate_field.len) return;
  Arena *arena = step->drawing->arena;
  Str name =
      str_format(arena, "%.*s of %.*s", STR(def->field), STR(def->column));
  if (!table_find(step->table, name)) {
    Str path =
        str_format(arena, "%.*s['%.*s']", STR(column_path(arena, def->column)),
                   STR(def->field));
    Value *cells = table_add(arena, step->table, name)->cells;
    for (int i = 0; i < step->table->row_count; i++)
      cells[i] = field_value(arena, step->table, i, path);
  }
  def->column = name;
}

bool unit_prepare(Drawing *drawing, View *view) {
  Step step = {drawing, view, table_extended(drawing->arena, view->raw), NULL,
               NULL};
  view_visit_defs(view, prepare_def, &step);
  view_visit_defs(view, add_sort_index, &step);
  view->raw = step.table;
  const Table *rows = step.table;
  view->is_aggregated = view_is_aggregated(view);
  if (view->is_aggregated) {
    if (!aggregate_rows(&step, &rows)) return false;
    step.table = table_extended(drawing->arena, rows);
    view_visit_defs(view, read_arg_field, &step);
    rows = step.table;
  }
  if (!impute_prepare(drawing, view, &rows)) return false;
  if (!stack_prepare(drawing, view, &rows)) return false;
  view->rows = rows;
  return true;
}
