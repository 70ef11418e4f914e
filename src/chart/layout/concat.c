/* Views side by side or under each other. */
#include "chart/layout/layout.h"

/* Vega counts a group's stroke around all that the group holds. */
static void count_stroke(View *view) {
  if (view_is_plot(view))
    view->group->bounds =
        bounds_grown(view->group->bounds, view->frame_stroke / 2);
}

void concat_draw(Drawing *drawing, View *view, Group *group) {
  int count = view->kids.count;
  Group **groups = arena_array(drawing->arena, Group *, count);
  for (int i = 0; i < count; i++) {
    View *kid = view->kids.items[i];
    view_draw(drawing, kid);
    count_stroke(kid);
    groups[i] = kid->group;
  }
  GridOptions options = grid_options_read(drawing, view);
  grid_arrange(drawing, groups, count, &options);
  for (int i = 0; i < count; i++)
    group_add(group, groups[i], "view");
  view->x_bounds = view->y_bounds = group->bounds;
}
