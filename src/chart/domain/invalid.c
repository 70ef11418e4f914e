/* Rows whose values no continuous scale can place. */
#include <math.h>

#include "chart/domain/view_scale.h"
#include "chart/spec/read_view.h"

static bool is_invalid(Value value) {
  if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED) return true;
  return !isfinite(value_to_number(value));
}

static bool def_is_invalid(const View *view, Channel channel, int row) {
  const ChannelDef *def = &view->encoding[channel];
  Channel of = channel_of_scale(channel);
  if (of == CHANNEL_NONE || of != channel || !def->column.len) return false;
  const ViewScale *scale = view->scales[of];
  if (!scale || !scale_type_is_continuous(scale->type)) return false;
  if (str_is(def->aggregate, "count")) return false;
  const Column *column = table_find(view->rows, def->column);
  return column && is_invalid(column->cells[row]);
}

bool row_is_invalid(const View *view, int row) {
  for (int i = 0; i < CHANNEL_COUNT; i++)
    if (def_is_invalid(view, (Channel)i, row)) return true;
  return false;
}

static bool is_path(MarkType mark) {
  return mark == MARK_LINE || mark == MARK_AREA || mark == MARK_TRAIL;
}

static void filter_unit(Drawing *drawing, View *view) {
  const json_t *json = mark_property(view, "invalid");
  Str mode = json_str(json);
  view->breaks_paths = str_starts(mode, S("break-paths"));
  bool keeps = json_is_null(json) || str_is(mode, "show");
  if (keeps || (is_path(view->mark) && view->breaks_paths)) {
    if (!str_is(mode, "break-paths-filter-domains")) return;
    view->filters_domain = true;
    return;
  }
  List(int) rows = {0};
  for (int i = 0; i < view->rows->row_count; i++)
    if (!row_is_invalid(view, i)) list_add(drawing->arena, &rows, i);
  if (rows.count == view->rows->row_count) return;
  view->rows = table_rows(drawing->arena, view->rows, rows.items, rows.count);
}

void invalid_filter(Drawing *drawing, View *view) {
  if (view->kind == VIEW_UNIT) filter_unit(drawing, view);
  for (int i = 0; i < view->kids.count; i++)
    invalid_filter(drawing, view->kids.items[i]);
}
