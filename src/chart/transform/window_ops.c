/* The window operations: ranks, neighbours, ends of the frame. */
#include <math.h>

#include "chart/transform/window.h"

struct WindowOp {
  const char *name;
  bool needs_field, needs_parameter;
  Value (*value)(const WindowMeasure *measure, const Window *window,
                 WindowState *state);
};

static Value field_value_at(const WindowMeasure *measure, const Window *window,
                            int index) {
  return field_at(&measure->aggregate.field, window->step, window->rows[index]);
}

static bool starts_peers(const Window *window) {
  return window->peer_start[window->index] == window->index;
}

static Value row_number(const WindowMeasure *measure, const Window *window,
                        WindowState *state) {
  (void)measure, (void)state;
  return value_number(window->index + 1);
}

static int rank_at(const Window *window) {
  return window->peer_start[window->index] + 1;
}

static Value rank(const WindowMeasure *measure, const Window *window,
                  WindowState *state) {
  (void)measure, (void)state;
  return value_number(rank_at(window));
}

static Value dense_rank(const WindowMeasure *measure, const Window *window,
                        WindowState *state) {
  (void)measure;
  if (starts_peers(window)) state->rank++;
  return value_number(state->rank);
}

static Value percent_rank(const WindowMeasure *measure, const Window *window,
                          WindowState *state) {
  (void)measure, (void)state;
  return value_number((rank_at(window) - 1.0) / (window->count - 1));
}

/* As in Vega, the first row never counts its peers. */
static double cumulative_share(const Window *window, WindowState *state) {
  if (state->last_peer < window->index)
    state->last_peer = window->peer_end[window->index] - 1;
  return (1.0 + state->last_peer) / window->count;
}

static Value cume_dist(const WindowMeasure *measure, const Window *window,
                       WindowState *state) {
  (void)measure;
  return value_number(cumulative_share(window, state));
}

static Value ntile(const WindowMeasure *measure, const Window *window,
                   WindowState *state) {
  return value_number(
      ceil(measure->parameter * cumulative_share(window, state)));
}

static double distance_of(const WindowMeasure *measure) {
  return isnan(measure->parameter) || measure->parameter == 0
             ? 1
             : measure->parameter;
}

static Value neighbour(const WindowMeasure *measure, const Window *window,
                       double at) {
  if (!(at >= 0 && at < window->count)) return value_null();
  return field_value_at(measure, window, (int)at);
}

static Value lag(const WindowMeasure *measure, const Window *window,
                 WindowState *state) {
  (void)state;
  return neighbour(measure, window, window->index - distance_of(measure));
}

static Value lead(const WindowMeasure *measure, const Window *window,
                  WindowState *state) {
  (void)state;
  return neighbour(measure, window, window->index + distance_of(measure));
}

static Value first_value(const WindowMeasure *measure, const Window *window,
                         WindowState *state) {
  (void)state;
  if (window->start >= window->count) return (Value){0};
  return field_value_at(measure, window, window->start);
}

static Value last_value(const WindowMeasure *measure, const Window *window,
                        WindowState *state) {
  (void)state;
  if (window->end < 1) return (Value){0};
  return field_value_at(measure, window, window->end - 1);
}

static Value nth_value(const WindowMeasure *measure, const Window *window,
                       WindowState *state) {
  (void)state;
  double at = window->start + measure->parameter - 1;
  if (!(at < window->end)) return value_null();
  return neighbour(measure, window, at);
}

static bool is_null(Value value) {
  return value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
}

static Value prev_value(const WindowMeasure *measure, const Window *window,
                        WindowState *state) {
  Value value = field_value_at(measure, window, window->index);
  if (!is_null(value)) state->value = value;
  return is_null(state->value) ? value_null() : state->value;
}

static Value next_value(const WindowMeasure *measure, const Window *window,
                        WindowState *state) {
  if (window->index < state->next_index) return state->value;
  int at = window->index;
  state->value = value_null();
  while (at < window->count && is_null(field_value_at(measure, window, at)))
    at++;
  if (at < window->count) state->value = field_value_at(measure, window, at);
  state->next_index = at + 1;
  return state->value;
}

static const WindowOp ops[] = {
    {"row_number", false, false, row_number},
    {"rank", false, false, rank},
    {"dense_rank", false, false, dense_rank},
    {"percent_rank", false, false, percent_rank},
    {"cume_dist", false, false, cume_dist},
    {"ntile", false, true, ntile},
    {"lag", true, false, lag},
    {"lead", true, false, lead},
    {"first_value", true, false, first_value},
    {"last_value", true, false, last_value},
    {"nth_value", true, true, nth_value},
    {"prev_value", true, false, prev_value},
    {"next_value", true, false, next_value},
};

enum { OP_COUNT = sizeof ops / sizeof *ops };

const WindowOp *window_op_find(Str name) {
  for (int i = 0; i < OP_COUNT; i++)
    if (str_is(name, ops[i].name)) return &ops[i];
  return NULL;
}

int window_op_names(const char *names[], int room) {
  int count = OP_COUNT < room ? OP_COUNT : room;
  for (int i = 0; i < count; i++)
    names[i] = ops[i].name;
  return count;
}

bool window_op_needs_field(const WindowOp *op) {
  return op->needs_field;
}

bool window_op_needs_parameter(const WindowOp *op) {
  return op->needs_parameter;
}

Value window_op_value(const WindowMeasure *measure, const Window *window,
                      WindowState *state) {
  return measure->op->value(measure, window, state);
}
