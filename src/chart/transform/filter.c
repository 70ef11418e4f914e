/* The rows for which a predicate holds. */
#include "chart/check/property.h"
#include "chart/transform/step.h"

/* Nothing is left: a field that is not there may be why. */
static void warn_of_fields(const Step *step) {
  const json_t *text = json_object_get(step->json, "filter");
  if (!json_is_string(text)) return;
  const Expr *expr = expr_parse(step->scratch, json_str(text),
                                place_inside_quotes(step_place(step, "filter")),
                                step->context->diags);
  if (expr) step_warn_fields(step, expr);
}

static const Table *filter_apply(Step *step) {
  const Predicate *predicate =
      predicate_read(step->context, json_object_get(step->json, "filter"),
                     step_place(step, "filter"));
  if (!predicate) return NULL;
  int rows = step->in->row_count, kept = 0;
  int *chosen = arena_array(step->scratch, int, rows);
  for (int row = 0; row < rows; row++)
    if (predicate_holds(predicate, step->context, step->in, row))
      chosen[kept++] = row;
  if (rows && !kept) warn_of_fields(step);
  if (kept == rows) return step->in;
  return table_rows(step->chart, step->in, chosen, kept);
}

static const PropertyGroup filter_groups[] = {
    {EXPRESSION | OBJECT, "filter", &kind_predicate, NULL}, {0}};
const Transform filter_transform = {
    {.name = "a filter transform", .groups = filter_groups}, filter_apply};
