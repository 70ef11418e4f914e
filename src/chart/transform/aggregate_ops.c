/* The aggregate operations: a table, and what each says of some rows. */
#include <math.h>

#include "chart/scale/key_index.h"
#include "chart/transform/statistics.h"
#include "chart/transform/tally.h"

typedef enum OpNature {
  OP_RUNNING, /* by a tally, and values may be taken back */
  OP_TALLIED, /* by a tally of values that stay */
  OP_WHOLE    /* by all values together */
} OpNature;

struct AggregateOp {
  const char *name;
  OpNature nature;
  Value (*of_tally)(const Tally *tally);
  Value (*of_rows)(const Field *field, const Step *step, const int *rows,
                   int count);
};

/* ---- By a tally ---- */

/* Undefined unless there are `least` valid values. */
static Value number_if(const Tally *tally, int least, double number) {
  return tally->valid >= least ? value_number(number) : (Value){0};
}

static Value count_of(const Tally *tally) {
  return value_number(tally->rows);
}

static Value valid_of(const Tally *tally) {
  return value_number(tally->valid);
}

static Value missing_of(const Tally *tally) {
  return value_number(tally->missing);
}

static Value sum_of(const Tally *tally) {
  return number_if(tally, 1, tally->sum);
}

static Value product_of(const Tally *tally) {
  return number_if(tally, 1, tally->product);
}

static Value mean_of(const Tally *tally) {
  return number_if(tally, 1, tally->mean);
}

static double squares(const Tally *tally) {
  return tally->deviation > 0 || isnan(tally->deviation) ? tally->deviation : 0;
}

static Value variance_of(const Tally *tally) {
  return number_if(tally, 2, squares(tally) / (tally->valid - 1));
}

static Value variancep_of(const Tally *tally) {
  return number_if(tally, 1, squares(tally) / tally->valid);
}

static Value stdev_of(const Tally *tally) {
  return number_if(tally, 2, sqrt(squares(tally) / (tally->valid - 1)));
}

static Value stdevp_of(const Tally *tally) {
  return number_if(tally, 1, sqrt(squares(tally) / tally->valid));
}

static Value stderr_of(const Tally *tally) {
  double count = tally->valid;
  return number_if(tally, 2, sqrt(squares(tally) / (count * (count - 1))));
}

static Value min_of(const Tally *tally) {
  return tally->least;
}

static Value max_of(const Tally *tally) {
  return tally->greatest;
}

/* ---- By all values ---- */

static Numbers numbers_of(const Field *field, const Step *step, const int *rows,
                          int count) {
  Numbers numbers = {0};
  list_reserve(step->scratch, &numbers, count);
  for (int i = 0; i < count; i++) {
    Value value = field_at(field, step, rows[i]);
    if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL ||
        (value.kind == VALUE_STRING && !value.len))
      continue;
    double number = value_to_number(value);
    if (!isnan(number)) list_add(step->scratch, &numbers, number);
  }
  return numbers;
}

static Value quantile_value(const Field *field, const Step *step,
                            const int *rows, int count, double p) {
  Numbers numbers = numbers_of(field, step, rows, count);
  numbers_sort(&numbers);
  return numbers.count ? value_number(quantile_of(&numbers, p)) : (Value){0};
}

static Value median_of(const Field *field, const Step *step, const int *rows,
                       int count) {
  return quantile_value(field, step, rows, count, 0.5);
}

static Value q1_of(const Field *field, const Step *step, const int *rows,
                   int count) {
  return quantile_value(field, step, rows, count, 0.25);
}

static Value q3_of(const Field *field, const Step *step, const int *rows,
                   int count) {
  return quantile_value(field, step, rows, count, 0.75);
}

static Value interval_end(const Field *field, const Step *step, const int *rows,
                          int count, int end) {
  Numbers numbers = numbers_of(field, step, rows, count);
  double interval[2];
  if (!mean_interval(&numbers, interval)) return (Value){0};
  return value_number(interval[end]);
}

static Value ci0_of(const Field *field, const Step *step, const int *rows,
                    int count) {
  return interval_end(field, step, rows, count, 0);
}

static Value ci1_of(const Field *field, const Step *step, const int *rows,
                    int count) {
  return interval_end(field, step, rows, count, 1);
}

static Value distinct_of(const Field *field, const Step *step, const int *rows,
                         int count) {
  Arena scratch = {0};
  KeyIndex index = key_index_new(&scratch, 1);
  for (int i = 0; i < count; i++) {
    Value value = field_at(field, step, rows[i]);
    key_index_add(&index, &value);
  }
  Value distinct = value_number(index.count);
  arena_clear(&scratch);
  return distinct;
}

static Value values_of(const Field *field, const Step *step, const int *rows,
                       int count) {
  (void)field;
  Value *items = arena_array(step->chart, Value, count);
  for (int i = 0; i < count; i++)
    items[i] = table_row_object(step->chart, step->in, rows[i]);
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

static Tally tally_of(const Field *field, const Step *step, const int *rows,
                      int count) {
  Tally tally;
  tally_init(&tally);
  for (int i = 0; i < count; i++)
    tally_add(&tally, field_at(field, step, rows[i]), rows[i]);
  return tally;
}

static Value row_or_nothing(const Step *step, int row) {
  if (row < 0) return (Value){.kind = VALUE_OBJECT};
  return table_row_object(step->chart, step->in, row);
}

static Value argmin_of(const Field *field, const Step *step, const int *rows,
                       int count) {
  return row_or_nothing(step, tally_of(field, step, rows, count).least_row);
}

static Value argmax_of(const Field *field, const Step *step, const int *rows,
                       int count) {
  return row_or_nothing(step, tally_of(field, step, rows, count).greatest_row);
}

/* ---- The table ---- */

static const AggregateOp ops[] = {
    {"count", OP_RUNNING, count_of, NULL},
    {"valid", OP_RUNNING, valid_of, NULL},
    {"missing", OP_RUNNING, missing_of, NULL},
    {"sum", OP_RUNNING, sum_of, NULL},
    {"product", OP_RUNNING, product_of, NULL},
    {"mean", OP_RUNNING, mean_of, NULL},
    {"average", OP_RUNNING, mean_of, NULL},
    {"variance", OP_RUNNING, variance_of, NULL},
    {"variancep", OP_RUNNING, variancep_of, NULL},
    {"stdev", OP_RUNNING, stdev_of, NULL},
    {"stdevp", OP_RUNNING, stdevp_of, NULL},
    {"stderr", OP_RUNNING, stderr_of, NULL},
    {"min", OP_TALLIED, min_of, NULL},
    {"max", OP_TALLIED, max_of, NULL},
    {"argmin", OP_WHOLE, NULL, argmin_of},
    {"argmax", OP_WHOLE, NULL, argmax_of},
    {"distinct", OP_WHOLE, NULL, distinct_of},
    {"median", OP_WHOLE, NULL, median_of},
    {"q1", OP_WHOLE, NULL, q1_of},
    {"q3", OP_WHOLE, NULL, q3_of},
    {"ci0", OP_WHOLE, NULL, ci0_of},
    {"ci1", OP_WHOLE, NULL, ci1_of},
    {"values", OP_WHOLE, NULL, values_of},
};

enum { OP_COUNT = sizeof ops / sizeof *ops };

const AggregateOp *aggregate_op_find(Str name) {
  for (int i = 0; i < OP_COUNT; i++)
    if (str_is(name, ops[i].name)) return &ops[i];
  return NULL;
}

const char *const *aggregate_op_names(Arena *arena, int *count) {
  const char **names = arena_array(arena, const char *, OP_COUNT);
  for (int i = 0; i < OP_COUNT; i++)
    names[i] = ops[i].name;
  *count = OP_COUNT;
  return names;
}

bool aggregate_op_is_running(const AggregateOp *op) {
  return op->nature == OP_RUNNING;
}

bool aggregate_op_is_tallied(const AggregateOp *op) {
  return op->nature != OP_WHOLE;
}

Value measure_of_tally(const Measure *measure, const Tally *tally) {
  return measure->op->of_tally(tally);
}

Value measure_value(const Measure *measure, const Step *step, const int *rows,
                    int count) {
  const AggregateOp *op = measure->op;
  if (op->of_rows) return op->of_rows(&measure->field, step, rows, count);
  if (op->of_tally == count_of) return value_number(count);
  Tally tally = tally_of(&measure->field, step, rows, count);
  return op->of_tally(&tally);
}
