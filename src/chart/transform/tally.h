/* Summaries of values: Vega's aggregate operations. Private to transform/. */
#ifndef JIKJI_CHART_TRANSFORM_TALLY_H
#define JIKJI_CHART_TRANSFORM_TALLY_H

#include "chart/transform/step.h"

/* What is known of some values of a field after going through them once. */
typedef struct Tally {
  int rows, valid, missing;
  double sum, product, mean, deviation, step;
  Value least, greatest;       /* undefined: none yet */
  int least_row, greatest_row; /* -1: none */
} Tally;

void tally_init(Tally *tally);
void tally_add(Tally *tally, Value value, int row);
/* Takes back a value that was added. least and greatest are not mended; so
 * they say nothing once a value that equals them was removed. */
void tally_remove(Tally *tally, Value value);

typedef struct AggregateOp AggregateOp;

/* By name ("mean", "q1", ...); NULL: none. */
const AggregateOp *aggregate_op_find(Str name);
const char *const *aggregate_op_names(Arena *arena, int *count);

/* Whether a tally is enough to say the value (tallied), even when values were
 * removed from it (running). */
bool aggregate_op_is_running(const AggregateOp *op);
bool aggregate_op_is_tallied(const AggregateOp *op);

/* One operation on one field, and the column for its values. */
typedef struct Measure {
  const AggregateOp *op;
  bool has_field;
  Field field;
  Str as;
} Measure;
typedef List(Measure) MeasureList;

/* The measures of a list of {"op", "field", "as"}; false after an error. */
bool measures_read(const Step *step, const char *key, MeasureList *measures);

/* Reads one of them; false after an error. */
bool measure_read(const Step *step, const char *key, const json_t *json,
                  Measure *measure);

/* The value for rows of step->in. */
Value measure_value(const Measure *measure, const Step *step, const int *rows,
                    int count);
/* The value of a tallied operation. */
Value measure_of_tally(const Measure *measure, const Tally *tally);

#endif
