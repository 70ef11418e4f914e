#include "chart/swatches.h"

#include "chart/domain/view_scale.h"

/* Channels by which categories can be told apart without their colours. */
static const Channel telling[] = {
    CHANNEL_X,     CHANNEL_Y,        CHANNEL_X_OFFSET, CHANNEL_Y_OFFSET,
    CHANNEL_SHAPE, CHANNEL_SIZE,     CHANNEL_TEXT,     CHANNEL_STROKE_DASH,
    CHANNEL_ROW,   CHANNEL_COLUMN,   CHANNEL_FACET,    CHANNEL_STROKE_WIDTH,
    CHANNEL_URL,   CHANNEL_LATITUDE, CHANNEL_THETA,    CHANNEL_ANGLE,
};

static bool tells(const ChannelDef *def, Str field) {
  return def->has_field && str_equal(def->field, field);
}

static bool is_told_by_unit(const View *unit, Str field) {
  for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
    if (tells(&unit->encoding[telling[i]], field)) return true;
  return false;
}

static bool is_told_by_facet(const View *view, Str field) {
  for (; view; view = view->parent)
    if (view->kind == VIEW_FACET &&
        (tells(&view->facet.row, field) || tells(&view->facet.column, field) ||
         tells(&view->facet.wrap, field)))
      return true;
  return false;
}

/* Labels of another layer say the category as well. */
static bool is_told_by_text(const View *view, Str field) {
  if (view->kind == VIEW_UNIT)
    return tells(&view->encoding[CHANNEL_TEXT], field);
  for (int i = 0; i < view->kids.count; i++)
    if (is_told_by_text(view->kids.items[i], field)) return true;
  return false;
}

static bool is_known(const Chart *chart, Str field, Str label) {
  for (int i = 0; i < chart->swatches.count; i++)
    if (str_equal(chart->swatches.items[i].field, field) &&
        str_equal(chart->swatches.items[i].label, label))
      return true;
  return false;
}

static void add_scale(Drawing *drawing, const View *unit, const ChannelDef *def,
                      const ViewScale *scale, Chart *chart) {
  bool is_alone =
      !is_told_by_unit(unit, def->field) && !is_told_by_facet(unit, def->field);
  for (const View *view = unit->parent; is_alone && view; view = view->parent)
    if (view->kind == VIEW_LAYER) is_alone = !is_told_by_text(view, def->field);
  const ValueList *domain = &scale->scale.domain;
  for (int i = 0; i < domain->count; i++) {
    ChartSwatch swatch = {.field = def->field, .is_alone = is_alone};
    swatch.label = value_to_str(drawing->arena, domain->items[i]);
    if (is_known(chart, swatch.field, swatch.label) ||
        !scale_color(&scale->scale, domain->items[i], &swatch.color))
      continue;
    list_add(drawing->arena, &chart->swatches, swatch);
  }
}

static void find_in_unit(Drawing *drawing, const View *unit, Chart *chart) {
  static const Channel colors[] = {CHANNEL_COLOR, CHANNEL_FILL, CHANNEL_STROKE};
  for (size_t i = 0; i < sizeof colors / sizeof *colors; i++) {
    const ChannelDef *def = &unit->encoding[colors[i]];
    const ViewScale *scale = unit->scales[colors[i]];
    if (def->has_field && def->type == TYPE_NOMINAL && scale &&
        scale_type_is_discrete(scale->type))
      add_scale(drawing, unit, def, scale, chart);
  }
}

void swatches_find(Drawing *drawing, const View *view, Chart *chart) {
  if (view->kind == VIEW_UNIT) find_in_unit(drawing, view, chart);
  for (int i = 0; i < view->kids.count; i++)
    swatches_find(drawing, view->kids.items[i], chart);
}
