/* A view with its legends and title. */
#include "chart/guide/legend.h"
#include "chart/guide/title.h"
#include "chart/layout/layout.h"

void view_draw(Drawing *drawing, View *view) {
  Group *group = view->group = drawing_group(drawing);
  switch (view->kind) {
  case VIEW_FACET:
    facet_draw(drawing, view, group);
    break;
  case VIEW_CONCAT:
    concat_draw(drawing, view, group);
    break;
  default:
    plot_draw(drawing, view, group);
    break;
  }
  legends_draw(drawing, view, group);
  title_draw(drawing, view, group);
}
