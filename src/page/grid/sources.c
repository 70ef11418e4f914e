/* What stands under a table, in one piece or, where it is long, line by line.
 */
#include "page/grid/grid.h"

/* Fewer lines are kept in one piece. */
static const int kept_lines = 6;

/* A line, from the top left of all that stands under the table. */
typedef struct SourceLine {
  Frame *frame;
  double x, y;
} SourceLine;

typedef List(SourceLine) SourceLines;

static bool is_stack(const Frame *frame) {
  for (int i = 0; i < frame->items.count; i++)
    if (frame->items.items[i].kind != FRAME_GROUP) return false;
  return frame->items.count > 0;
}

static void gather_lines(Arena *report, Frame *frame, double x, double y,
                         SourceLines *lines) {
  if (!is_stack(frame)) {
    list_add(report, lines, ((SourceLine){frame, x, y}));
    return;
  }
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *group = &frame->items.items[i];
    const Matrix *matrix = &group->group.matrix;
    gather_lines(report, group->group.frame, x + matrix->x0, y + matrix->y0,
                 lines);
  }
}

/* A break leaves two lines at least on either side. */
static int line_penalty(int before, int count) {
  return before == 1 || before == count - 1 ? FLOW_NEVER : FLOW_COST_ROW;
}

void grid_add_sources(Grid *grid, BlockPlace *place, Frame *sources) {
  const Style *style = &grid->setting->style;
  if (sources->height <= kept_lines * style->note.leading + .5) {
    flow_add_box(place->flow, sources, place->x);
    return;
  }
  SourceLines lines = {0};
  gather_lines(grid->setting->paragraph.report, sources, 0, 0, &lines);
  for (int i = 0; i < lines.count; i++) {
    const SourceLine *line = &lines.items[i];
    if (i) flow_add_penalty(place->flow, line_penalty(i, lines.count));
    flow_add_box(place->flow, line->frame, place->x + line->x);
  }
}
