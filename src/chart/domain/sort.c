/* The order of discrete domains, as all uses of a scale together ask. */
#include <glib.h>
#include <stdlib.h>

#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

typedef struct SortKey {
  Value value, by;
  int index;
} SortKey;

static int compare_up(const void *a, const void *b) {
  const SortKey *first = a, *second = b;
  int order = value_compare(first->by, second->by);
  return order ? order : first->index - second->index;
}

static int compare_down(const void *a, const void *b) {
  const SortKey *first = a, *second = b;
  int order = value_compare(second->by, first->by);
  return order ? order : first->index - second->index;
}

/* What one use of a scale asks for. */
typedef enum WishKind {
  WISH_NONE, /* as the values come */
  WISH_UP,
  WISH_DOWN,
  WISH_LIST,
  WISH_BY
} WishKind;

typedef struct SortBy {
  Str field, op, order;
} SortBy;

typedef struct SortWish {
  WishKind kind;
  const ChannelDef *def;
  const json_t *list;
  SortBy by;
} SortWish;

typedef List(SortWish) SortWishes;

/* -- By a field -- */

/* Field and operation that a sort definition names; false: none. */
static bool sort_by_encoding(const ScaleUse *use, Str channel_text,
                             SortBy *by) {
  Channel channel = channel_read(channel_text);
  if (channel == CHANNEL_NONE) return false;
  const ChannelDef *def = &use->view->encoding[channel];
  if (!def->has_field) return false;
  by->field = def->field;
  if (def->aggregate.len) by->op = def->aggregate;
  return true;
}

static bool sort_by_read(const ScaleUse *use, SortBy *by) {
  const json_t *sort = json_object_get(use->def->json, "sort");
  *by = (SortBy){.op = S("min"), .order = S("ascending")};
  if (use->view->stack.offset != STACK_NONE) by->op = S("sum");
  if (json_is_string(sort)) {
    Str text = json_str(sort);
    if (str_starts(text, S("-"))) {
      by->order = S("descending");
      text = str_slice(text, 1, text.len);
    }
    return sort_by_encoding(use, text, by);
  }
  if (!json_is_object(sort)) return false;
  Str order = json_str(json_object_get(sort, "order"));
  Str op = json_str(json_object_get(sort, "op"));
  Str encoding = json_str(json_object_get(sort, "encoding"));
  if (order.len) by->order = order;
  if (encoding.len) return sort_by_encoding(use, encoding, by);
  by->field = json_str(json_object_get(sort, "field"));
  if (op.len) by->op = op;
  return by->field.len || str_is(by->op, "count");
}

/* The rows of all uses with the two columns that a sort reads. */
static const Table *gather_sort(Drawing *drawing, const ViewScale *scale,
                                Str field) {
  int rows = 0, at = 0;
  for (int i = 0; i < scale->uses.count; i++)
    rows += scale->uses.items[i].view->raw->row_count;
  Table *table = table_new(drawing->arena, rows);
  table_add(drawing->arena, table, S("key"));
  table_add(drawing->arena, table, S("by"));
  for (int i = 0; i < scale->uses.count; i++) {
    const ScaleUse *use = &scale->uses.items[i];
    const Column *key = table_find(use->view->raw, use->def->column);
    for (int j = 0; j < use->view->raw->row_count; j++, at++) {
      if (!key) continue;
      table->columns.items[0].cells[at] = key->cells[j];
      if (field.len)
        table->columns.items[1].cells[at] =
            field_value(drawing->arena, use->view->raw, j, field);
    }
  }
  return table;
}

static void sort_by_field(Drawing *drawing, ViewScale *scale, SortBy by) {
  const Table *table = gather_sort(drawing, scale, by.field);
  json_t *entry = drawing_keep(
      drawing, json_pack("{s:[{s:s%,s:s,s:s}],s:[s]}", "aggregate", "op",
                         by.op.text, (size_t)by.op.len, "field", "by", "as",
                         "place", "groupby", "key"));
  if (!transform_apply(&drawing->transforms, entry, &table)) return;
  const Column *keys = table_find(table, S("key"));
  const Column *places = table_find(table, S("place"));
  ValueList *domain = &scale->scale.domain;
  SortKey *order = arena_array(drawing->arena, SortKey, domain->count);
  for (int i = 0; i < domain->count; i++) {
    order[i] = (SortKey){domain->items[i], value_null(), i};
    for (int j = 0; keys && places && j < table->row_count; j++)
      if (value_equal(keys->cells[j], order[i].value))
        order[i].by = places->cells[j];
  }
  qsort(order, (size_t)domain->count, sizeof *order,
        str_is(by.order, "descending") ? compare_down : compare_up);
  for (int i = 0; i < domain->count; i++)
    domain->items[i] = order[i].value;
}

/* -- By lists and values -- */

static int list_place(Drawing *drawing, const SortWish *wish, Value value) {
  int length = (int)json_array_size(wish->list), at = 0;
  while (at < length &&
         !value_equal(def_value(drawing, wish->def,
                                json_array_get(wish->list, (size_t)at)),
                      value))
    at++;
  return at;
}

/* A value stands where the list that has it first puts it. */
static void sort_by_lists(Drawing *drawing, ViewScale *scale,
                          const SortWishes *wishes) {
  ValueList *domain = &scale->scale.domain;
  SortKey *order = arena_array(drawing->arena, SortKey, domain->count);
  for (int i = 0; i < domain->count; i++) {
    int least = list_place(drawing, &wishes->items[0], domain->items[i]);
    for (int j = 1; j < wishes->count; j++)
      least =
          MIN(least, list_place(drawing, &wishes->items[j], domain->items[i]));
    order[i] = (SortKey){domain->items[i], value_number(least), i};
  }
  qsort(order, (size_t)domain->count, sizeof *order, compare_up);
  for (int i = 0; i < domain->count; i++)
    domain->items[i] = order[i].value;
}

static void sort_by_value(Drawing *drawing, ViewScale *scale, bool down) {
  ValueList *domain = &scale->scale.domain;
  SortKey *order = arena_array(drawing->arena, SortKey, domain->count);
  for (int i = 0; i < domain->count; i++)
    order[i] = (SortKey){domain->items[i], domain->items[i], i};
  qsort(order, (size_t)domain->count, sizeof *order,
        down ? compare_down : compare_up);
  for (int i = 0; i < domain->count; i++)
    domain->items[i] = order[i].value;
}

/* Offsets stand in the order of the colours where both show the same field. */
static const json_t *color_order(const ScaleUse *use) {
  if (!channel_is_offset(use->def->channel)) return NULL;
  for (int i = CHANNEL_COLOR; i <= CHANNEL_STROKE; i++) {
    const ChannelDef *def = &use->view->encoding[i];
    const json_t *scale = json_object_get(def->json, "scale");
    const json_t *domain = json_object_get(scale, "domain");
    if (str_equal(def->column, use->def->column) && json_is_array(domain))
      return domain;
  }
  return NULL;
}

/* -- Wishes -- */

static SortWish wish_of(const ScaleUse *use) {
  const json_t *sort = json_object_get(use->def->json, "sort");
  const json_t *list = json_is_array(sort) ? sort : NULL;
  if (!sort) list = color_order(use);
  SortWish wish = {.kind = WISH_UP, .def = use->def, .list = list};
  if (list)
    wish.kind = WISH_LIST;
  else if (json_is_null(sort))
    wish.kind = WISH_NONE;
  else if (sort_by_read(use, &wish.by))
    wish.kind = WISH_BY;
  else if (str_is(json_str(sort), "descending"))
    wish.kind = WISH_DOWN;
  return wish;
}

static bool same_wish(const SortWish *a, const SortWish *b) {
  if (a->kind != b->kind) return false;
  if (a->kind == WISH_BY)
    return str_equal(a->by.field, b->by.field) &&
           str_equal(a->by.op, b->by.op) && str_equal(a->by.order, b->by.order);
  return a->kind == WISH_UP || str_equal(a->def->column, b->def->column);
}

/* Of what has a field: data alone keep the order in which they are written; x2
 * goes by what x says. */
static SortWishes gather_wishes(Drawing *drawing, const ViewScale *scale) {
  SortWishes wishes = {0};
  for (int i = 0; i < scale->uses.count; i++) {
    const ScaleUse *use = &scale->uses.items[i];
    Channel channel = use->def->channel;
    SortWish wish = wish_of(use);
    bool decides = use->def->has_field && channel_of_scale(channel) == channel;
    if (decides && wish.kind != WISH_NONE)
      list_add(drawing->arena, &wishes, wish);
  }
  return wishes;
}

/* Where uses ask for different things, that one stands which is the only one to
 * name an operation, if all go by something; else the values' own order. */
static SortWish settle(const SortWishes *wishes) {
  const SortWish *first = &wishes->items[0], *named = NULL;
  int named_count = 0;
  bool differ = false, all_by = true;
  for (int i = 0; i < wishes->count; i++) {
    const SortWish *wish = &wishes->items[i];
    differ |= !same_wish(first, wish);
    all_by &= wish->kind != WISH_UP;
    bool names = wish->kind == WISH_BY && !str_is(wish->by.op, "min");
    if (!names || (named && same_wish(named, wish))) continue;
    named = wish;
    named_count++;
  }
  if (!differ) return *first;
  if (all_by && named_count == 1) return *named;
  return (SortWish){.kind = WISH_UP};
}

void domain_sort(Drawing *drawing, ViewScale *scale) {
  SortWishes wishes = gather_wishes(drawing, scale);
  if (!wishes.count) return;
  SortWish wish = settle(&wishes);
  if (wish.kind == WISH_LIST)
    sort_by_lists(drawing, scale, &wishes);
  else if (wish.kind == WISH_BY)
    sort_by_field(drawing, scale, wish.by);
  else
    sort_by_value(drawing, scale, wish.kind == WISH_DOWN);
}
