/* The rows for which a predicate holds. */
#include "chart/transform/step.h"

const Table *filter_apply(Step *step) {
  const Predicate *predicate =
      predicate_read(step->context, json_object_get(step->json, "filter"),
                     step_place(step, "filter"));
  if (!predicate) return NULL;
  int rows = step->in->row_count, kept = 0;
  int *chosen = arena_array(step->scratch, int, rows);
  for (int row = 0; row < rows; row++)
    if (predicate_holds(predicate, step->context, step->in, row))
      chosen[kept++] = row;
  if (kept == rows) return step->in;
  return table_rows(step->chart, step->in, chosen, kept);
}
