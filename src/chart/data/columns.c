/* Definitions get their columns: nested fields read out, bins and time units
 * worked out. */
#include <glib.h>
#include <math.h>

#include "chart/data/data.h"
#include "expr/expr.h"

Str column_path(Arena *arena, Str name) {
  StrBuf path = {.arena = arena};
  for (int i = 0; i < name.len; i++) {
    char c = name.text[i];
    if (c == '.' || c == '[' || c == ']' || c == '\\' || c == '\'' || c == '"')
      strbuf_add_c(&path, "\\");
    strbuf_add(&path, str_slice(name, i, i + 1));
  }
  return strbuf_str(&path);
}

void view_visit_defs(View *view, VisitDef *visit, void *owner) {
  ChannelDefList *lists[] = {&view->details, &view->orders, &view->tooltips};
  for (int i = 0; i < CHANNEL_COUNT; i++) {
    ChannelDef *def = &view->encoding[i];
    if (def->has_field) visit(owner, def);
    if (def->conditional) visit(owner, def->conditional);
  }
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < lists[i]->count; j++)
      if (lists[i]->items[j].has_field) visit(owner, &lists[i]->items[j]);
}

/* Warns, once per chart and field, of a field that no row has. */
static void check_field(Drawing *drawing, const Table *table,
                        const ChannelDef *def) {
  if (!table->row_count) return;
  DiagSeverity severity =
      drawing->diags->strict_data ? DIAG_ERROR : DIAG_WARNING;
  diag_as(drawing->diags, severity, DIAG_CHART_NO_FIELD,
          drawing_place(drawing, def->json, "field"),
          "the data have no field '%.*s'", STR(def->field));
  diag_hint_nearest(drawing->diags, def->field,
                    table_names(drawing->arena, table), table->columns.count);
}

/* Reads a nested field out into a column of its own. */
static Str read_out(Drawing *drawing, Table *table, const ChannelDef *def) {
  Str name = str_format(drawing->arena, "%.*s\u200B", STR(def->field));
  StrBuf plain = {.arena = drawing->arena};
  for (int i = 0; i < name.len; i++)
    strbuf_add(&plain, name.text[i] == '.' || name.text[i] == '[' ||
                               name.text[i] == ']' || name.text[i] == '\\' ||
                               name.text[i] == '\'' || name.text[i] == '"'
                           ? S("_")
                           : str_slice(name, i, i + 1));
  name = strbuf_str(&plain);
  if (table_find(table, name)) return name;
  Value *cells = arena_array(drawing->arena, Value, table->row_count);
  bool found = false;
  for (int i = 0; i < table->row_count; i++) {
    cells[i] = field_value(drawing->arena, table, i, def->field);
    found |= cells[i].kind != VALUE_UNDEFINED;
  }
  if (!found) check_field(drawing, table, def);
  table_add(drawing->arena, table, name)->cells = cells;
  if (def->type == TYPE_TEMPORAL || def->time_unit.parts)
    column_parse_for(drawing, table, name, TYPE_TEMPORAL, NULL);
  return name;
}

static double maxbins_of(Channel channel) {
  switch (channel) {
  case CHANNEL_ROW:
  case CHANNEL_COLUMN:
  case CHANNEL_SIZE:
  case CHANNEL_COLOR:
  case CHANNEL_FILL:
  case CHANNEL_STROKE:
  case CHANNEL_STROKE_WIDTH:
  case CHANNEL_OPACITY:
  case CHANNEL_FILL_OPACITY:
  case CHANNEL_STROKE_OPACITY:
  case CHANNEL_SHAPE:
    return 6;
  case CHANNEL_STROKE_DASH:
    return 4;
  default:
    return 10;
  }
}

static CellExtent cell_extent(Drawing *drawing, const Column *column,
                              int row_count) {
  for (int i = 0; i < drawing->extents.count; i++)
    if (drawing->extents.items[i].cells == column->cells)
      return drawing->extents.items[i];
  CellExtent extent = {column->cells, INFINITY, -INFINITY};
  domain_add_extent(&extent.low, &extent.high, column->cells, row_count);
  list_add(drawing->arena, &drawing->extents, extent);
  return extent;
}

BinSteps def_bin_steps(Drawing *drawing, const ChannelDef *def,
                       const Column *column, int row_count) {
  BinRequest request = bin_request_read(drawing->arena, def->bin);
  if (!json_object_get(def->bin, "maxbins") &&
      !json_object_get(def->bin, "step"))
    request.maxbins = maxbins_of(def->channel);
  if (isnan(request.low) || isnan(request.high)) {
    CellExtent extent = cell_extent(drawing, column, row_count);
    if (extent.low > extent.high) return (BinSteps){0};
    request.low = extent.low;
    request.high = extent.high;
  }
  return bin_steps(&request);
}

/* A name that two definitions share where they ask for the same bins. */
static Str bin_name(Drawing *drawing, const ChannelDef *def, Str field) {
  char *text =
      json_dumps(def->bin, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
  Str name = str_format(drawing->arena, "bin_%s_%g_%.*s", text,
                        maxbins_of(def->channel), STR(field));
  free(text);
  StrBuf plain = {.arena = drawing->arena};
  for (int i = 0; i < name.len; i++)
    strbuf_add(&plain, g_ascii_isalnum(name.text[i]) || (name.text[i] & 0x80) ||
                               name.text[i] == ' '
                           ? str_slice(name, i, i + 1)
                           : S("_"));
  return strbuf_str(&plain);
}

/* The rows whose extent bins cut up. In layers they are those before the
 * layer's own transforms, in facets those of all cells, as Vega-Lite moves bins
 * up to where views share them. */
static const Table *bin_rows(const View *view, const Table *table, Str field) {
  const Table *rows = table;
  for (; view->parent; view = view->parent) {
    bool shares = !json_object_get(view->spec, "data");
    bool transforms = json_object_get(view->spec, "transform") != NULL;
    bool layered = view->parent->kind == VIEW_LAYER;
    bool faceted = view->parent->kind == VIEW_FACET;
    if (!shares || !(layered || (faceted && !transforms))) break;
    const Table *above = faceted ? view->parent->raw : view->source;
    if (!table_find(above, field)) break;
    rows = above;
    if (transforms) break;
  }
  return rows;
}

static void add_bins(Drawing *drawing, const View *view, Table *table,
                     ChannelDef *def, Str field) {
  Str name = bin_name(drawing, def, field);
  Str end_name = str_format(drawing->arena, "%.*s_end", STR(name));
  int rows = table->row_count;
  const Column *column = table_find(table, field);
  const Table *basis = bin_rows(view, table, field);
  def->bins =
      def_bin_steps(drawing, def, table_find(basis, field), basis->row_count);
  def->column = name;
  def->column_end = end_name;
  if (table_find(table, name)) return;
  Value *from = column->cells;
  Value *starts = table_add(drawing->arena, table, name)->cells;
  Value *ends = table_add(drawing->arena, table, end_name)->cells;
  for (int i = 0; i < rows; i++) {
    starts[i] = ends[i] = value_null();
    if (from[i].kind == VALUE_NULL || from[i].kind == VALUE_UNDEFINED) continue;
    double start = bin_floor(def->bins, value_to_number(from[i]));
    if (!isfinite(start)) continue;
    starts[i] = value_number(start);
    ends[i] = value_number(start + def->bins.step);
  }
}

/* Whether the ends of periods that stand in the data are worked out: for marks
 * that reach to them, and where a position within the period is stated. */
static bool needs_ends(const View *view, const ChannelDef *def) {
  if (json_number_value(json_object_get(def->json, "bandPosition")) != 0)
    return true;
  return view->kind == VIEW_UNIT &&
         (view->mark == MARK_BAR || view->mark == MARK_RECT ||
          view->mark == MARK_TICK);
}

Str time_unit_column(Arena *arena, TimeUnit unit, Str field) {
  if (unit.binned) return field;
  return str_format(arena, "%.*s%g_%.*s", STR(time_unit_name(arena, unit)),
                    unit.step, STR(field));
}

static void add_time_unit(Drawing *drawing, const View *view, Table *table,
                          ChannelDef *def, Str field) {
  TimeUnit unit = def->time_unit;
  Str words = time_unit_name(drawing->arena, unit);
  Str name = time_unit_column(drawing->arena, unit, field);
  Str end_name =
      str_format(drawing->arena, "%.*s_%.*s_end", STR(words), STR(field));
  def->column = name;
  if (unit.binned && !needs_ends(view, def)) return;
  def->column_end = end_name;
  if (table_find(table, end_name)) return;
  const Column *column = table_find(table, field);
  Value *from = column->cells, *starts = from;
  if (!unit.binned) starts = table_add(drawing->arena, table, name)->cells;
  Value *ends = table_add(drawing->arena, table, end_name)->cells;
  for (int i = 0; i < table->row_count; i++) {
    bool known = from[i].kind == VALUE_TIME || from[i].kind == VALUE_NUMBER;
    double at = known ? value_to_number(from[i]) : NAN;
    double start = unit.binned ? at : time_unit_floor(unit, at);
    if (!unit.binned)
      starts[i] = isnan(start) ? value_null() : value_time(start);
    ends[i] =
        isnan(start) ? value_null() : value_time(time_unit_next(unit, start));
  }
}

void def_prepare(Drawing *drawing, const View *view, Table *table,
                 ChannelDef *def) {
  if (!def->field.len) return;
  Str field = def->field;
  if (!table_find(table, field)) field = read_out(drawing, table, def);
  def->column = field;
  def->column_end = (Str){0};
  if (def->bin) add_bins(drawing, view, table, def, field);
  if (def->time_unit.parts) add_time_unit(drawing, view, table, def, field);
}

Str sort_index_column(Drawing *drawing, Table *table, const ChannelDef *def,
                      const json_t *order) {
  Str name = str_format(drawing->arena, "_%s_%.*s_sort_index",
                        channel_name(def->channel), STR(def->column));
  if (table_find(table, name)) return name;
  Value *cells = table_add(drawing->arena, table, name)->cells;
  const Column *column = table_find(table, def->column);
  int count = (int)json_array_size(order);
  Value *values = arena_array(drawing->arena, Value, count);
  for (int i = 0; i < count; i++)
    values[i] =
        drawing_value(drawing, json_array_get(order, (size_t)i), NULL, 0);
  for (int i = 0; column && i < table->row_count; i++) {
    int at = 0;
    while (at < count && !value_equal(values[at], column->cells[i]))
      at++;
    cells[i] = value_number(at);
  }
  return name;
}
