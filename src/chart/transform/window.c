/* Values that depend on the rows around a row: running sums, ranks. */
#include "chart/transform/window.h"
#include "chart/check/property.h"

#include <math.h>

typedef struct Windowing {
  Step *step;
  List(WindowMeasure) measures;
  SortOrder order;
  bool ignores_peers;
  double before, after; /* of the frame; infinite: to the end */
  int *peer_start, *peer_end;
  double visits; /* of rows, by aggregates that go through their frame */
} Windowing;

/* ---- Reading ---- */

static bool refuse_op(const Step *step, const json_t *json, Str op) {
  enum { ROOM = 64 };
  const char *names[ROOM];
  int count = window_op_names(names, ROOM), more;
  const char *const *aggregates = aggregate_op_names(step->scratch, &more);
  for (int i = 0; i < more && count < ROOM; i++)
    names[count++] = aggregates[i];
  Place place = step_place(step, "window");
  if (step->context->tree) place = tree_place(step->context->tree, json, "op");
  diag(step->context->diags, DIAG_CHART_BAD_SPEC, place,
       "there is no window operation '%.*s'", STR(op));
  diag_hint_nearest(step->context->diags, op, names, count);
  return false;
}

static bool read_op(const Step *step, const json_t *json,
                    WindowMeasure *measure) {
  const json_t *field = json_object_get(json, "field");
  if (json_is_string(field))
    measure->aggregate.field =
        field_find(step, json_str(field), step_place(step, "window"));
  else if (window_op_needs_field(measure->op))
    return step_refuse(step, "window", "a list of operations with a 'field'");
  if (window_op_needs_parameter(measure->op) && !(measure->parameter > 0))
    return step_refuse(step, "window",
                       "a list of operations with a 'param' above zero");
  return true;
}

static bool read_measure(const Step *step, const json_t *json,
                         WindowMeasure *measure) {
  Str op = json_str(json_object_get(json, "op"));
  const json_t *parameter = json_object_get(json, "param");
  *measure = (WindowMeasure){.op = window_op_find(op), .as = op};
  measure->parameter =
      json_is_number(parameter) ? json_number_value(parameter) : NAN;
  const json_t *as = json_object_get(json, "as");
  if (measure->op) {
    if (!read_op(step, json, measure)) return false;
  } else if (!aggregate_op_find(op)) {
    return refuse_op(step, json, op);
  } else {
    if (!measure_read(step, "window", json, &measure->aggregate)) return false;
    measure->as = measure->aggregate.as;
  }
  if (json_is_string(as)) measure->as = json_str(as);
  return true;
}

static void read_frame(Windowing *windowing) {
  const json_t *frame = json_object_get(windowing->step->json, "frame");
  const json_t *low = json_array_get(frame, 0),
               *high = json_array_get(frame, 1);
  windowing->before = json_is_number(low) ? json_number_value(low) : -INFINITY;
  windowing->after = json_is_number(high) ? json_number_value(high)
                     : json_is_null(high) ? INFINITY
                                          : 0;
}

static bool read_window(Windowing *windowing) {
  Step *step = windowing->step;
  const json_t *list = json_object_get(step->json, "window");
  if (!json_is_array(list))
    return step_refuse(step, "window", "a list of {\"op\", \"field\", \"as\"}");
  bool is_good = true;
  size_t i;
  const json_t *item;
  json_array_foreach(list, i, item) {
    WindowMeasure measure;
    if (read_measure(step, item, &measure))
      list_add(step->scratch, &windowing->measures, measure);
    else
      is_good = false;
  }
  windowing->order = step_sort(step, "sort");
  windowing->ignores_peers = step_flag(step, "ignorePeers", false);
  read_frame(windowing);
  return is_good;
}

/* ---- Frames ---- */

static void find_peers(Windowing *windowing, const int *rows, int count) {
  bool sorted = windowing->order.keys.count > 0;
  for (int i = 0; i < count; i++) {
    bool is_peer = sorted && i > 0 &&
                   !sort_compare(&windowing->order, rows[i - 1], rows[i]);
    windowing->peer_start[i] = is_peer ? windowing->peer_start[i - 1] : i;
  }
  for (int i = count - 1; i >= 0; i--) {
    bool is_last = i + 1 == count || windowing->peer_start[i + 1] == i + 1;
    windowing->peer_end[i] = is_last ? i + 1 : windowing->peer_end[i + 1];
  }
}

static int limited(double at, int count) {
  return (int)fmax(0, fmin(count, at));
}

static void set_frame(const Windowing *windowing, Window *window) {
  int count = window->count;
  window->start = limited(window->index + windowing->before, count);
  window->end = limited(window->index + windowing->after + 1, count);
  if (windowing->ignores_peers) return;
  if (window->start < count) window->start = window->peer_start[window->start];
  if (window->end > 0) window->end = window->peer_end[window->end - 1];
}

/* ---- Aggregates of a frame ---- */

/* Moves the tally's rows to the frame, which only moves forward. */
static void tally_move(const Measure *measure, const Window *window,
                       WindowState *state) {
  for (; state->tally_end < window->end; state->tally_end++) {
    int row = window->rows[state->tally_end];
    tally_add(&state->tally, field_at(&measure->field, window->step, row), row);
  }
  while (state->tally_start < window->start &&
         state->tally_start < state->tally_end) {
    int row = window->rows[state->tally_start++];
    tally_remove(&state->tally, field_at(&measure->field, window->step, row));
  }
}

static Value whole_value(Windowing *windowing, const Measure *measure,
                         const Window *window, WindowState *state) {
  int start = window->start, end = window->end > start ? window->end : start;
  bool is_known = window->index > 0 && start == state->tally_start &&
                  end == state->tally_end;
  if (is_known) return state->value;
  windowing->visits += end - start;
  state->tally_start = start;
  state->tally_end = end;
  state->value =
      measure_value(measure, window->step, &window->rows[start], end - start);
  return state->value;
}

/* By a tally that grows and shrinks with the frame where that will do. */
static Value frame_value(Windowing *windowing, const Measure *measure,
                         const Window *window, WindowState *state) {
  bool grows =
      aggregate_op_is_tallied(measure->op) && windowing->before == -INFINITY;
  if (!grows && !aggregate_op_is_running(measure->op))
    return whole_value(windowing, measure, window, state);
  if (window->index == 0) tally_init(&state->tally);
  tally_move(measure, window, state);
  return measure_of_tally(measure, &state->tally);
}

static bool fill_group(Windowing *windowing, Value **columns, const int *rows,
                       int count) {
  find_peers(windowing, rows, count);
  for (int m = 0; m < windowing->measures.count; m++) {
    const WindowMeasure *measure = &windowing->measures.items[m];
    Window window = {windowing->step,     rows, count, windowing->peer_start,
                     windowing->peer_end, 0,    0,     0};
    WindowState state = {0};
    for (; window.index < count; window.index++) {
      set_frame(windowing, &window);
      columns[m][rows[window.index]] =
          measure->op
              ? window_op_value(measure, &window, &state)
              : frame_value(windowing, &measure->aggregate, &window, &state);
      if (!step_is_affordable(windowing->step, "window", windowing->visits,
                              "narrow the frame, or use sum, mean or count"))
        return false;
    }
  }
  return true;
}

static const Table *window_apply(Step *step) {
  Windowing windowing = {.step = step};
  if (!read_window(&windowing)) return NULL;
  FieldList by = step_fields(step, "groupby");
  Groups groups = groups_make(step, &by);
  int rows = step->in->row_count;
  windowing.peer_start = arena_array(step->scratch, int, rows);
  windowing.peer_end = arena_array(step->scratch, int, rows);
  Table *table = step_extend(step);
  Value **columns =
      arena_array(step->scratch, Value *, windowing.measures.count);
  for (int i = 0; i < windowing.measures.count; i++)
    columns[i] = step_column(step, table, windowing.measures.items[i].as);
  for (int group = 0; group < groups.count; group++) {
    int *first = &groups.rows[groups.starts[group]];
    int count = groups.starts[group + 1] - groups.starts[group];
    sort_rows(&windowing.order, first, count);
    if (!fill_group(&windowing, columns, first, count)) return NULL;
  }
  return table;
}

static const PropertyGroup window_part_groups[] = {
    {TEXT, "as field op", NULL, NULL}, {NUMBER, "param", NULL, NULL}, {0}};
static const ObjectKind window_part = {.name = "a window's operation",
                                       .groups = window_part_groups};
static const PropertyGroup window_groups[] = {
    {LIST, "frame groupby", NULL, NULL},
    {OBJECTS, "sort", &kind_sort_field, NULL},
    {OBJECTS, "window", &window_part, NULL},
    {FLAG, "ignorePeers", NULL, NULL},
    {0}};
const Transform window_transform = {
    {.name = "a window transform", .groups = window_groups}, window_apply};
