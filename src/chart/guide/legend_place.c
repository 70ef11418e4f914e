/* Where the legends of a view stand around it. */
#include <math.h>

#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/layout/layout.h"

typedef struct Placing {
  Drawing *drawing;
  const View *view;
  Str orient;
  double offset;
} Placing;

/* A member of config.legend.layout: that of the side, else of all sides. */
static const json_t *layout_member(const Placing *placing, const char *name) {
  const json_t *layout = config_find(placing->drawing, "legend", "layout");
  char *side = str_c(placing->drawing->arena, placing->orient);
  const json_t *own = json_object_get(json_object_get(layout, side), name);
  return own ? own : json_object_get(layout, name);
}

static double layout_number(const Placing *placing, const char *name,
                            double fallback) {
  return style_number(placing->drawing, layout_member(placing, name), fallback);
}

/* Where along a side its legends stand: from 0, its start, to 1. */
static double layout_share(const Placing *placing) {
  Str anchor = json_str(layout_member(placing, "anchor"));
  return str_is(anchor, "middle") ? .5 : str_is(anchor, "end") ? 1 : 0;
}

static double offset_of(const Placing *placing, const LegendSet *set) {
  double offset = NAN;
  for (int i = 0; i < set->legends.count; i++) {
    const Legend *legend = set->legends.items[i];
    if (!str_equal(legend_orient(placing->drawing, legend), placing->orient))
      continue;
    double own =
        cascade_number(&legend->properties, placing->drawing, "offset", NAN);
    offset = isnan(offset) ? own : fmax(offset, own);
  }
  return isnan(offset) ? layout_number(placing, "offset", 18) : offset;
}

/* The corner from which the legends of one side are laid out. */
static Point anchor_of(const Placing *placing, const Bounds *all) {
  const View *view = placing->view;
  Str orient = placing->orient;
  double offset = placing->offset;
  double width = bounds_width(all), height = bounds_height(all);
  double right = view->width > 0 ? view->width : 0;
  double share = layout_share(placing);
  double along_x = share * (right - width);
  double along_y = share * (fmax(0, view->height) - height);
  if (str_is(orient, "left"))
    return (Point){floor(view->x_bounds.x1) - offset - width, along_y};
  if (str_is(orient, "top"))
    return (Point){along_x, floor(view->y_bounds.y1) - offset - height};
  if (str_is(orient, "bottom"))
    return (Point){along_x, ceil(view->y_bounds.y2) + offset};
  if (str_is(orient, "top-left")) return (Point){offset, offset};
  if (str_is(orient, "top-right"))
    return (Point){right - offset - width, offset};
  if (str_is(orient, "bottom-left"))
    return (Point){offset, view->height - offset - height};
  if (str_is(orient, "bottom-right"))
    return (Point){right - offset - width, view->height - offset - height};
  return (Point){ceil(view->x_bounds.x2) + offset, along_y};
}

static void place_side(Placing *placing, const LegendSet *set, Group **drawn,
                       Group *group) {
  Group **groups =
      arena_array(placing->drawing->arena, Group *, set->legends.count);
  int count = 0;
  for (int i = 0; i < set->legends.count; i++)
    if (str_equal(legend_orient(placing->drawing, set->legends.items[i]),
                  placing->orient))
      groups[count++] = drawn[i];
  if (!count) return;
  placing->offset = offset_of(placing, set);
  bool column =
      str_is(json_str(layout_member(placing, "direction")), "vertical");
  double margin = layout_number(placing, "margin", 8);
  GridOptions options = {.columns = column ? 1 : count,
                         .align_columns = GRID_EACH,
                         .align_rows = GRID_EACH,
                         .column_padding = margin,
                         .row_padding = margin,
                         .flush = true};
  grid_arrange(placing->drawing, groups, count, &options);
  Bounds all = bounds_empty();
  for (int i = 0; i < count; i++) {
    bounds_add(&all, groups[i]->x, groups[i]->y);
    bounds_add(&all, groups[i]->x + groups[i]->width,
               groups[i]->y + groups[i]->height);
  }
  Point corner = anchor_of(placing, &all);
  for (int i = 0; i < count; i++) {
    groups[i]->x += floor(corner.x + .5);
    groups[i]->y += floor(corner.y + .5);
    group_add(group, groups[i], "legend");
  }
}

/* A legend that stands where it says: orient "none". */
static void place_free(Drawing *drawing, const Legend *legend, Group *drawn,
                       Group *group) {
  drawn->x = cascade_number(&legend->properties, drawing, "legendX", 0);
  drawn->y = cascade_number(&legend->properties, drawing, "legendY", 0);
  group_add(group, drawn, "legend");
}

void legends_draw(Drawing *drawing, View *view, Group *group) {
  static const char *const sides[] = {"left",        "right",       "top",
                                      "bottom",      "top-left",    "top-right",
                                      "bottom-left", "bottom-right"};
  const LegendSet *set = view->legends;
  if (!set || !set->legends.count) return;
  Group **drawn = arena_array(drawing->arena, Group *, set->legends.count);
  for (int i = 0; i < set->legends.count; i++) {
    const Legend *legend = set->legends.items[i];
    drawn[i] = legend_is_gradient(drawing, legend)
                   ? gradient_legend_draw(drawing, legend)
                   : symbol_legend_draw(drawing, legend);
    if (str_is(legend_orient(drawing, legend), "none"))
      place_free(drawing, legend, drawn[i], group);
  }
  for (int i = 0; i < 8; i++) {
    Placing placing = {drawing, view, str_from(sides[i]), 0};
    place_side(&placing, set, drawn, group);
  }
}
