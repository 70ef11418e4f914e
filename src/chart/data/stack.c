/* Stacks and imputation, by Vega-Lite's rules of what is stacked. */
#include "chart/data/data.h"
#include "chart/spec/read_view.h"

static json_t *json_column(Drawing *drawing, Str column) {
  Str path = column_path(drawing->arena, column);
  return json_stringn(path.text, (size_t)path.len);
}

static json_t *json_text(Str text) {
  return json_stringn(text.text, (size_t)text.len);
}

static bool has_scale_type_but_linear(const ChannelDef *def) {
  Str type =
      json_str(json_object_get(json_object_get(def->json, "scale"), "type"));
  return type.len && !str_is(type, "linear");
}

static bool is_default_stack(const ChannelDef *def) {
  return !json_object_get(def->json, "stack");
}

static bool can_stack(const View *view, const ChannelDef *def) {
  (void)view;
  if (!def_is_measure(def) || !def->has_field) return false;
  return is_default_stack(def) ? !has_scale_type_but_linear(def) : true;
}

/* Which of x and y (theta and radius) is stacked: Vega-Lite's
 * potentialStackedChannel. */
static Channel stacked_channel(const View *view, Channel first,
                               Channel second) {
  const ChannelDef *x = &view->encoding[first];
  const ChannelDef *y = &view->encoding[second];
  bool x_measures = x->has_field && def_is_measure(x);
  bool y_measures = y->has_field && def_is_measure(y);
  bool polar = first == CHANNEL_THETA;
  bool solid = !polar && (view->mark == MARK_BAR || view->mark == MARK_AREA);
  if (x_measures && y_measures) {
    Channel by_orient = view->orient == ORIENT_VERTICAL ? second : first;
    if (polar || view->orient == ORIENT_NONE) by_orient = first;
    if (!is_default_stack(x) && is_default_stack(y)) return first;
    if (!is_default_stack(y) && is_default_stack(x)) return second;
    if (x->aggregate.len != 0 && y->aggregate.len == 0) return first;
    if (y->aggregate.len != 0 && x->aggregate.len == 0) return second;
    return by_orient;
  }
  if (x_measures)
    return solid && view->orient == ORIENT_VERTICAL ? CHANNEL_NONE : first;
  if (y_measures)
    return solid && view->orient == ORIENT_HORIZONTAL ? CHANNEL_NONE : second;
  return CHANNEL_NONE;
}

static bool is_stackable(MarkType mark) {
  return mark == MARK_ARC || mark == MARK_BAR || mark == MARK_AREA ||
         mark == MARK_RULE || mark == MARK_POINT || mark == MARK_CIRCLE ||
         mark == MARK_SQUARE || mark == MARK_LINE || mark == MARK_TEXT ||
         mark == MARK_TICK;
}

static StackOffset offset_of(const View *view, const ChannelDef *def) {
  const json_t *stack = json_object_get(def->json, "stack");
  if (json_is_true(stack)) return STACK_ZERO;
  Str name = json_str(stack);
  if (str_is(name, "zero")) return STACK_ZERO;
  if (str_is(name, "center")) return STACK_CENTER;
  if (str_is(name, "normalize")) return STACK_NORMALIZE;
  if (stack) return STACK_NONE;
  bool solid = view->mark == MARK_BAR || view->mark == MARK_AREA ||
               view->mark == MARK_ARC;
  return solid ? STACK_ZERO : STACK_NONE;
}

typedef struct Groups {
  Drawing *drawing;
  View *view;
  Str dimension, offset;        /* columns stacked within, not by */
  json_t *fields, *sort_orders; /* by which: columns, their order */
  json_t *sort_fields;
  const char *order;
  int count;
} Groups;

static bool contains(const json_t *list, const json_t *item) {
  for (size_t i = 0; i < json_array_size(list); i++)
    if (json_equal(json_array_get(list, i), item)) return true;
  return false;
}

static void stack_by(void *owner, ChannelDef *def) {
  Groups *groups = owner;
  if (def->channel < CHANNEL_COLOR || def->channel == CHANNEL_TOOLTIP ||
      def->aggregate.len || !def->column.len)
    return;
  if (str_equal(def->column, groups->dimension) ||
      str_equal(def->column, groups->offset))
    return;
  groups->count++;
  json_t *column = json_column(groups->drawing, def->column);
  if (contains(groups->fields, column)) {
    json_decref(column);
    return;
  }
  json_array_append(groups->fields, column);
  if (def->sort_index.len) {
    json_decref(column);
    column = json_column(groups->drawing, def->sort_index);
  }
  json_array_append_new(groups->sort_fields, column);
  json_array_append_new(groups->sort_orders, json_string(groups->order));
}

/* Sort entries of the stack: the order channel, else what it is stacked by. */
static json_t *sort_of(const Groups *groups) {
  json_t *sort = json_array();
  const View *view = groups->view;
  bool by_order = false;
  for (int i = 0; i < view->orders.count; i++) {
    const ChannelDef *def = &view->orders.items[i];
    if (!def->column.len) continue;
    Str order = json_str(json_object_get(def->json, "sort"));
    by_order = true;
    json_array_append_new(
        sort, json_pack("{s:o,s:o}", "field",
                        json_column(groups->drawing, def->column), "order",
                        json_text(order.len ? order : S("ascending"))));
  }
  for (size_t i = 0; !by_order && i < json_array_size(groups->sort_fields); i++)
    json_array_append_new(
        sort,
        json_pack("{s:O,s:O}", "field", json_array_get(groups->sort_fields, i),
                  "order", json_array_get(groups->sort_orders, i)));
  return sort;
}

static bool impute_zeros(Groups *groups, const Stack *stack,
                         const ChannelDef *def, const Table **table) {
  if (stack->dimension == CHANNEL_NONE || !json_array_size(groups->fields))
    return true;
  json_t *entry = json_object();
  json_object_set_new(entry, "impute",
                      json_column(groups->drawing, def->column));
  json_object_set_new(entry, "key",
                      json_column(groups->drawing, groups->dimension));
  json_object_set(entry, "groupby", groups->fields);
  json_object_set_new(entry, "value", json_integer(0));
  drawing_keep(groups->drawing, entry);
  return transform_apply(&groups->drawing->transforms, entry, table);
}

/* Lines and areas over bins stand at the bins' middles. */
static void use_middles(Drawing *drawing, ChannelDef *def,
                        const Table **table) {
  if (!def->bin || !def->column_end.len) return;
  Table *copy = table_extended(drawing->arena, *table);
  Str name = str_format(drawing->arena, "%.*s_mid", STR(def->column));
  const Column *start = table_find(copy, def->column);
  const Column *end = table_find(copy, def->column_end);
  if (!start || !end) return;
  Value *from = start->cells, *to = end->cells;
  Value *cells = table_add(drawing->arena, copy, name)->cells;
  for (int i = 0; i < copy->row_count; i++)
    cells[i] = from[i].kind == VALUE_NUMBER
                   ? value_number((from[i].number + to[i].number) / 2)
                   : value_null();
  def->column = name;
  def->column_end = (Str){0};
  *table = copy;
}

static bool apply_stack(Groups *groups, Stack *stack, ChannelDef *def,
                        const Table **table) {
  static const char *const offsets[] = {"", "zero", "center", "normalize"};
  Arena *arena = groups->drawing->arena;
  stack->start = str_format(arena, "%.*s_start", STR(def->column));
  stack->end = str_format(arena, "%.*s_end", STR(def->column));
  json_t *groupby = json_array();
  if (groups->dimension.len)
    json_array_append_new(groupby,
                          json_column(groups->drawing, groups->dimension));
  if (groups->offset.len)
    json_array_append_new(groupby,
                          json_column(groups->drawing, groups->offset));
  json_t *entry =
      json_pack("{s:o,s:o,s:o,s:s,s:[o,o]}", "stack",
                json_column(groups->drawing, def->column), "groupby", groupby,
                "sort", sort_of(groups), "offset", offsets[stack->offset], "as",
                json_text(stack->start), json_text(stack->end));
  drawing_keep(groups->drawing, entry);
  return transform_apply(&groups->drawing->transforms, entry, table);
}

bool stack_prepare(Drawing *drawing, View *view, const Table **table) {
  view->stack = (Stack){.channel = CHANNEL_NONE, .dimension = CHANNEL_NONE};
  if (!is_stackable(view->mark)) return true;
  Channel channel = stacked_channel(view, CHANNEL_X, CHANNEL_Y);
  if (channel == CHANNEL_NONE)
    channel = stacked_channel(view, CHANNEL_THETA, CHANNEL_RADIUS);
  if (channel == CHANNEL_NONE) return true;
  ChannelDef *def = &view->encoding[channel];
  Channel second = channel_second(channel);
  if (!can_stack(view, def) || def_has_field_or_datum(&view->encoding[second]))
    return true;
  StackOffset offset = offset_of(view, def);
  if (offset == STACK_NONE) return true;
  static const Channel across[] = {CHANNEL_Y, CHANNEL_X};
  Channel dimension = channel <= CHANNEL_Y       ? across[channel]
                      : channel == CHANNEL_THETA ? CHANNEL_RADIUS
                                                 : CHANNEL_THETA;
  Stack *stack = &view->stack;
  Stack wanted = {
      .offset = offset, .channel = channel, .dimension = CHANNEL_NONE};
  Groups groups = {.drawing = drawing, .view = view};
  ChannelDef *other = &view->encoding[dimension];
  if (other->column.len && !str_equal(other->column, def->column)) {
    wanted.dimension = dimension;
    groups.dimension = other->column;
  }
  Channel offset_channel =
      dimension == CHANNEL_X ? CHANNEL_X_OFFSET : CHANNEL_Y_OFFSET;
  groups.offset = view->encoding[offset_channel].column;
  if (str_equal(groups.offset, def->column)) groups.offset = (Str){0};
  groups.order = channel == CHANNEL_Y ? "descending" : "ascending";
  groups.fields = drawing_keep(drawing, json_array());
  groups.sort_fields = drawing_keep(drawing, json_array());
  groups.sort_orders = drawing_keep(drawing, json_array());
  view_visit_defs(view, stack_by, &groups);
  if (view->is_aggregated && groups.count == 0) return true;
  *stack = wanted;
  const json_t *impute = json_object_get(def->json, "impute");
  stack->imputes = (view->mark == MARK_LINE || view->mark == MARK_AREA) &&
                   !json_is_null(impute);
  if (stack->imputes) {
    if (stack->dimension != CHANNEL_NONE) {
      use_middles(drawing, other, table);
      groups.dimension = other->column;
    }
    if (!impute_zeros(&groups, stack, def, table)) return false;
  }
  return apply_stack(&groups, stack, def, table);
}
