#include "chart/mark/mark.h"

#include "base/limits.h"
#include "chart/geo/projection.h"
#include "chart/select/selection.h"
#include "chart/spec/read_view.h"

#define MARK_ROW(type, name, draw) [MARK_##type] = draw,
static MarkDraw *const marks[MARK_TYPE_COUNT] = {
#include "chart/mark/mark_rows.inc"
};
#undef MARK_ROW

/* Whether a line, area or trail is one path for each of several groups. */
static bool has_path_groups(View *view) {
  if (view->mark != MARK_LINE && view->mark != MARK_AREA &&
      view->mark != MARK_TRAIL)
    return false;
  if (view->details.count) return true;
  for (int i = CHANNEL_COLOR; i <= CHANNEL_ANGLE; i++) {
    const ChannelDef *def = &view->encoding[i];
    if (def->has_field && !def->aggregate.len) return true;
  }
  return false;
}

/* Maps of a stated scale reach beyond the plot, as do marks where a selection
 * says what part of the data shows. */
static bool is_clipped(Drawing *drawing, const View *view) {
  const json_t *clip = mark_property(view, "clip");
  if (clip) return value_to_boolean(drawing_value(drawing, clip, NULL, 0));
  if (view->projection) return view->projection->is_fixed;
  return selection_moves(drawing, view, CHANNEL_X) ||
         selection_moves(drawing, view, CHANNEL_Y);
}

/* Adds the drawn marks to the plot; clipped ones count nothing in its bounds.
 */
static void add_marks(const MarkSketch *sketch, Group *group) {
  const View *view = sketch->view;
  Arena *arena = sketch->drawing->arena;
  Group *marks_group = sketch->group;
  bool clipped = is_clipped(sketch->drawing, view);
  if (clipped)
    marks_group->bounds = marks_group->frame->items.count
                              ? bounds_of(0, 0, 0, 0)
                              : bounds_empty();
  if (!marks_group->frame->items.count) return;
  const char *name =
      str_c(arena, str_format(arena, "mark %s", mark_type_name(view->mark)));
  FrameItem *item = group_add(group, marks_group, name);
  if (!item || !clipped) return;
  Path *clip = path_new(arena);
  path_rect(clip, (Rect){0, 0, view->width, view->height});
  item->group.clip = clip;
}

void marks_draw(Drawing *drawing, View *view, Group *group) {
  MarkSketch sketch = {.drawing = drawing,
                       .view = view,
                       .group = drawing_group(drawing),
                       .rows = view->rows};
  if (view->breaks_paths) sketch.invalid = rows_find_invalid(drawing, view);
  drawing->mark_count += view->rows->row_count;
  if (drawing->mark_count > LIMIT_MARKS) {
    diag(drawing->diags, DIAG_CHART_LIMIT,
         drawing_place(drawing, view->spec, "mark"),
         "a chart has at most %d marks", LIMIT_MARKS);
    return;
  }
  marks[view->mark](&sketch);
  view->path_bounds = bounds_empty();
  add_marks(&sketch, group);
  if (has_path_groups(view)) view->path_bounds = sketch.group->bounds;
}
