/* Operations that look at the rows around a row. Private to transform/. */
#ifndef JIKJI_CHART_TRANSFORM_WINDOW_H
#define JIKJI_CHART_TRANSFORM_WINDOW_H

#include "chart/transform/tally.h"

/* The rows of one group in order, and where the window is. Peers are rows that
 * the sort order does not tell apart. */
typedef struct Window {
  const Step *step;
  const int *rows;
  int count;
  const int *peer_start, *peer_end; /* by index; each row its own peer where
                                       there is no order */
  int index;                        /* of the row whose value is asked for */
  int start, end;                   /* the frame: start <= i < end */
} Window;

/* What an operation keeps from row to row of a group. */
typedef struct WindowState {
  int rank, last_peer, next_index;
  Value value;
  Tally tally;
  int tally_start, tally_end; /* the rows that the tally holds */
} WindowState;

typedef struct WindowOp WindowOp;

/* One operation, its field and the column for its values. */
typedef struct WindowMeasure {
  const WindowOp *op; /* NULL: an aggregate of the frame */
  Measure aggregate;  /* its field is that of window operations, too */
  double parameter;   /* NaN: none */
  Str as;
} WindowMeasure;

const WindowOp *window_op_find(Str name);
int window_op_names(const char *names[], int room);
bool window_op_needs_field(const WindowOp *op);
/* The parameter must be a number above zero. */
bool window_op_needs_parameter(const WindowOp *op);

Value window_op_value(const WindowMeasure *measure, const Window *window,
                      WindowState *state);

#endif
