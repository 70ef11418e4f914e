#include "chart/mark/mark.h"

#include <assert.h>

#include "base/limits.h"
#include "chart/geo/projection.h"
#include "chart/spec/read_view.h"

typedef struct MarkRow {
  MarkType type;
  MarkDraw *draw;
} MarkRow;

static const MarkRow marks[] = {
    {MARK_ARC, arcs_draw},           {MARK_AREA, areas_draw},
    {MARK_BAR, bars_draw},           {MARK_CIRCLE, points_draw},
    {MARK_GEOSHAPE, geoshapes_draw}, {MARK_IMAGE, images_draw},
    {MARK_LINE, lines_draw},         {MARK_POINT, points_draw},
    {MARK_RECT, rects_draw},         {MARK_RULE, rules_draw},
    {MARK_SQUARE, points_draw},      {MARK_TEXT, texts_draw},
    {MARK_TICK, ticks_draw},         {MARK_TRAIL, trails_draw},
};

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

/* Maps of a stated scale reach beyond the plot. */
static bool is_clipped(const View *view) {
  const json_t *clip = mark_property(view, "clip");
  if (!clip && view->projection) return view->projection->is_fixed;
  return json_is_true(clip);
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
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (marks[i].type != view->mark) continue;
    marks[i].draw(&sketch);
    char *name = str_c(drawing->arena, str_format(drawing->arena, "mark %s",
                                                  mark_type_name(view->mark)));
    Bounds drawn = sketch.group->bounds;
    bool clipped = is_clipped(view);
    view->path_bounds = bounds_empty();
    if (has_path_groups(view)) view->path_bounds = drawn;
    if (clipped) sketch.group->bounds = bounds_empty();
    FrameItem *item = NULL;
    if (sketch.group->frame->items.count) {
      sketch.group->bounds = clipped ? bounds_of(0, 0, 0, 0) : drawn;
      item = group_add(group, sketch.group, name);
    }
    if (item && clipped) {
      Path *clip = path_new(drawing->arena);
      path_rect(clip, (Rect){0, 0, view->width, view->height});
      item->group.clip = clip;
    }
    return;
  }
  assert(false && "every mark has a row");
}
