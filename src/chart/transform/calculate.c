/* An expression to a column of its values. */
#include "chart/check/property.h"
#include "chart/transform/step.h"

static const Table *calculate_apply(Step *step) {
  const TransformContext *context = step->context;
  const json_t *text = json_object_get(step->json, "calculate");
  if (!json_is_string(text))
    return step_refuse(step, "calculate", "an expression");
  const Expr *expr = expr_parse(
      step->chart, json_str(text),
      place_inside_quotes(step_place(step, "calculate")), context->diags);
  if (!expr) return NULL;
  Str as = step_text(step, "as", (Str){0});
  if (!as.len) return step_refuse(step, "as", "the new field's name");
  step_warn_fields(step, expr);
  Table *table = step_extend(step);
  ExprScope scope = {0};
  if (context->scope) scope = *context->scope;
  scope.scratch = step->chart;
  scope.table = step->in;
  Value *cells = step_column(step, table, as);
  for (scope.row = 0; scope.row < table->row_count; scope.row++)
    cells[scope.row] = expr_eval(expr, &scope, context->diags);
  return table;
}

static const PropertyGroup calculate_groups[] = {
    {TEXT, "as", NULL, NULL}, {EXPRESSION, "calculate", NULL, NULL}, {0}};
const Transform calculate_transform = {
    {.name = "a calculate transform", .groups = calculate_groups},
    calculate_apply};
