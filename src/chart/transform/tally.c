/* Values to their count, sum, mean and spread, one at a time. */
#include "chart/transform/tally.h"

#include <math.h>

void tally_init(Tally *tally) {
  *tally = (Tally){.product = 1, .least_row = -1, .greatest_row = -1};
}

/* As JavaScript's <: text with text, else by number. */
static bool is_less(Value a, Value b) {
  if (a.kind == VALUE_STRING && b.kind == VALUE_STRING)
    return str_compare(value_text(&a), value_text(&b)) < 0;
  return value_to_number(a) < value_to_number(b);
}

static bool is_missing(Value value) {
  return value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL ||
         (value.kind == VALUE_STRING && !value.len);
}

static bool is_nan(Value value) {
  return (value.kind == VALUE_NUMBER || value.kind == VALUE_TIME) &&
         isnan(value.number);
}

static double number_of(Value value) {
  if (value.kind == VALUE_NUMBER || value.kind == VALUE_TIME)
    return value.number;
  return value_to_number(value);
}

static void add_extremes(Tally *tally, Value value, int row) {
  if (tally->least_row < 0 || is_less(value, tally->least)) {
    tally->least = value;
    tally->least_row = row;
  }
  if (tally->greatest_row < 0 || is_less(tally->greatest, value)) {
    tally->greatest = value;
    tally->greatest_row = row;
  }
}

/* Mean and squared deviations by Welford's updates, as Vega keeps them. */
void tally_add(Tally *tally, Value value, int row) {
  tally->rows++;
  if (is_missing(value)) {
    tally->missing++;
    return;
  }
  if (is_nan(value)) return;
  double number = number_of(value);
  tally->valid++;
  tally->sum += number;
  tally->product *= number;
  tally->step = number - tally->mean;
  tally->mean += tally->step / tally->valid;
  tally->deviation += tally->step * (number - tally->mean);
  add_extremes(tally, value, row);
}

void tally_remove(Tally *tally, Value value) {
  tally->rows--;
  if (is_missing(value)) {
    tally->missing--;
    return;
  }
  if (is_nan(value)) return;
  double number = number_of(value);
  tally->valid--;
  tally->sum -= number;
  tally->product /= number;
  tally->step = number - tally->mean;
  tally->mean -= tally->valid ? tally->step / tally->valid : tally->mean;
  tally->deviation -= tally->step * (number - tally->mean);
}
