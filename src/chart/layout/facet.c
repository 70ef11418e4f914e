/* Facets: cells in rows and columns, with headers and shared axes outside. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "chart/guide/axis.h"
#include "chart/guide/format.h"
#include "chart/guide/style.h"
#include "chart/guide/title.h"
#include "chart/layout/layout.h"
#include "chart/spec/read_view.h"

typedef struct FacetSketch {
  Drawing *drawing;
  View *view;
  Group *group;
  int rows, columns; /* of the grid as laid out */
} FacetSketch;

/* The first plot of a cell that has an axis of the channel. */
static const Axis *axis_of(const View *cell, Channel channel) {
  for (int i = 0; cell->axes && i < cell->axes->axes.count; i++)
    if (cell->axes->axes.items[i]->channel == channel)
      return cell->axes->axes.items[i];
  return NULL;
}

/* Shared axes leave their cells for the facet's edge; grids stay. */
static void move_axes_out(const View *view) {
  for (int i = 0; i < view->kids.count; i++) {
    const View *cell = view->kids.items[i];
    for (int j = 0; cell->axes && j < cell->axes->axes.count; j++) {
      Axis *axis = cell->axes->axes.items[j];
      if (view_shares(view, "axis", axis->channel)) axis->is_in_header = true;
    }
  }
}

/* Header properties: own, of the channel's config, of all headers'. */
static Cascade header_properties(const FacetSketch *sketch,
                                 const ChannelDef *def) {
  const char *name = def->channel == CHANNEL_ROW      ? "headerRow"
                     : def->channel == CHANNEL_COLUMN ? "headerColumn"
                                                      : "headerFacet";
  Cascade cascade = {0};
  cascade_add(&cascade, json_object_get(def->json, "header"));
  cascade_add_config(&cascade, sketch->drawing, name);
  cascade_add_config(&cascade, sketch->drawing, "header");
  return cascade;
}

static bool has_header(const ChannelDef *def) {
  return def->has_field && !json_is_null(json_object_get(def->json, "header"));
}

static Str bin_text(const FacetSketch *sketch, const ChannelDef *def,
                    Value value) {
  double start = value_to_number(value);
  Str low = {0}, high = {0};
  if (value.kind == VALUE_NULL || isnan(start)) return S("null");
  format_number(sketch->drawing->arena, S(""), start, NULL, &low);
  format_number(sketch->drawing->arena, S(""), start + def->bins.step, NULL,
                &high);
  return str_format(sketch->drawing->arena, "%.*s \u2013 %.*s", STR(low),
                    STR(high));
}

/* Vega-Lite puts the words for a label into the expression's text as they are,
 * a plain value's without brackets around them. */
static Str label_expression(Arena *arena, Str text, bool is_plain) {
  static const char words[] =
      "isValid(datum.value) ? datum.value : \"\"+datum.value";
  StrBuf whole = {.arena = arena};
  for (int found;
       is_plain && (found = str_find(text, S("datum.label"))) >= 0;) {
    strbuf_add(&whole, str_slice(text, 0, found));
    strbuf_add_c(&whole, words);
    text = str_slice(text, found + (int)strlen("datum.label"), text.len);
  }
  strbuf_add(&whole, text);
  return strbuf_str(&whole);
}

/* A value's label, its lines apart by "\n". */
static Str header_text(const FacetSketch *sketch, const ChannelDef *def,
                       const Cascade *properties, Value value) {
  Drawing *drawing = sketch->drawing;
  ValueFormat format =
      text_format(drawing, def, format_wish(drawing, properties));
  Str text = def->bin ? bin_text(sketch, def, value)
                      : value_format_text(drawing, &format, value);
  const json_t *expr_text = cascade_find(properties, "labelExpr");
  if (!json_is_string(expr_text)) return text;
  bool is_plain = !def->bin && format.kind == VALUE_PLAIN;
  const Expr *expr = expr_parse(
      drawing->arena,
      label_expression(drawing->arena, json_str(expr_text), is_plain),
      cascade_text_place(properties, drawing, "labelExpr"), drawing->diags);
  ValueMember *members = arena_array(drawing->arena, ValueMember, 2);
  members[0] = (ValueMember){S("label"), value_str(text)};
  members[1] = (ValueMember){S("value"), value};
  Value datum = {.kind = VALUE_OBJECT, .len = 2, .members = members};
  if (!expr) return text;
  return value_lines(drawing->arena, drawing_eval(drawing, expr, datum));
}

/* Vega-Lite's alignment of a header with an angle of its own. */
static void align_header(TitlePlan *plan, double angle, bool vertical) {
  if (isnan(angle)) return;
  angle = fmod(fmod(angle, 360) + 360, 360);
  plan->angle = angle;
  plan->has_baseline = true;
  if (vertical) {
    bool flat = angle <= 45 || 315 <= angle || (135 <= angle && angle <= 225);
    plan->baseline = flat                            ? BASELINE_MIDDLE
                     : (45 <= angle && angle <= 135) ? BASELINE_TOP
                                                     : BASELINE_BOTTOM;
    if (fmod(angle + 90, 180) != 0 && !plan->has_align) {
      plan->has_align = true;
      plan->align = 90 < angle && angle < 270 ? ALIGN_LEFT : ALIGN_RIGHT;
    }
    return;
  }
  bool turned = (45 < angle && angle < 135) || (225 < angle && angle < 315);
  plan->baseline = turned                        ? BASELINE_MIDDLE
                   : angle <= 45 || 315 <= angle ? BASELINE_BOTTOM
                                                 : BASELINE_TOP;
  if (fmod(angle, 180) != 0 && !plan->has_align) {
    plan->has_align = true;
    plan->align = 0 < angle && angle < 180 ? ALIGN_RIGHT : ALIGN_LEFT;
  }
}

/* Whether labels or the title of a header are asked to stand at a side. */
static bool is_at(const FacetSketch *sketch, const ChannelDef *def,
                  const char *part, const char *side) {
  char name[24];
  g_snprintf(name, sizeof name, "%sOrient", part);
  Cascade properties = header_properties(sketch, def);
  Str orient = cascade_str(&properties, sketch->drawing, name, "");
  if (!orient.len)
    orient = cascade_str(&properties, sketch->drawing, "orient", "");
  return str_is(orient, side);
}

static TitlePlan label_plan(const FacetSketch *sketch, const ChannelDef *def,
                            const Cascade *properties) {
  Drawing *drawing = sketch->drawing;
  bool row = def->channel == CHANNEL_ROW;
  Str orient = cascade_str(properties, drawing, "orient", row ? "left" : "top");
  TitlePlan plan = {
      .properties = properties,
      .prefix = "label",
      .style = "guide-label",
      .orient = cascade_str(properties, drawing, "labelOrient",
                            str_c(drawing->arena, orient)),
      .anchor = cascade_str(properties, drawing, "labelAnchor", "middle"),
      .offset = cascade_number(properties, drawing, "labelPadding", 10),
      .angle = NAN};
  plan.has_align = label_align_read(
      cascade_str(properties, drawing, "labelAlign", ""), &plan.align);
  align_header(&plan, cascade_number(properties, drawing, "labelAngle", NAN),
               row);
  plan.has_baseline |= label_baseline_read(
      cascade_str(properties, drawing, "labelBaseline", ""), &plan.baseline);
  return plan;
}

static void draw_label(const FacetSketch *sketch, const ChannelDef *def,
                       Value value, Group *group) {
  Cascade properties = header_properties(sketch, def);
  bool wraps = def->channel == CHANNEL_FACET; /* which has labels in any case */
  if (!has_header(def) ||
      !(wraps || cascade_flag(&properties, sketch->drawing, "labels", true)))
    return;
  TitlePlan plan = label_plan(sketch, def, &properties);
  Str text = header_text(sketch, def, &properties, value);
  plan.lines = str_lines(sketch->drawing->arena, text, &plan.line_count);
  Bounds around = bounds_of(0, 0, group->width, group->height);
  bounds_union(&around, group->bounds);
  title_place(sketch->drawing, &plan, around, group);
}

/* A header or footer beside a cell: as long as its plot; at the middle of what
 * it draws where the cell is no single plot. */
static Group *header_new(const FacetSketch *sketch, const View *cell,
                         bool vertical) {
  Group *group = drawing_group(sketch->drawing);
  const Group *drawn = cell->group;
  bool plot = view_is_plot(cell);
  double x = plot ? 0 : (drawn->bounds.x1 + drawn->bounds.x2) / 2;
  double y = plot ? 0 : (drawn->bounds.y1 + drawn->bounds.y2) / 2;
  if (vertical)
    group->height = cell->height;
  else
    group->width = cell->width;
  group->x = drawn->x + x;
  group->y = drawn->y + y;
  group->bounds = bounds_of(0, 0, group->width, group->height);
  return group;
}

static void draw_axis(const FacetSketch *sketch, const View *cell,
                      Channel channel, AxisOrient side, Group *group) {
  const Axis *axis = axis_of(cell, channel);
  if (!axis || !axis->is_in_header || axis->orient != side) return;
  AxisSpace space = {channel == CHANNEL_X ? cell->width : 0,
                     channel == CHANNEL_Y ? cell->height : 0};
  axis_draw(sketch->drawing, axis, space, group);
}

/* With scales of their own, cells without rows are left out. */
static bool is_left_out(const View *view, const View *cell) {
  return cell->source->row_count == 0 &&
         (!view_shares(view, "scale", CHANNEL_X) ||
          !view_shares(view, "scale", CHANNEL_Y));
}

/* The cell that a header stands beside: of those `step` apart from the first
 * one, the first that is drawn. */
static View *cell_for_header(const FacetSketch *sketch, int first, int step) {
  const View *view = sketch->view;
  for (int i = first; i < view->kids.count; i += step) {
    if (!is_left_out(view, view->kids.items[i])) return view->kids.items[i];
    if (step == 1 && (i + 1) % sketch->columns == 0) break;
  }
  return NULL;
}

typedef struct Edges {
  Bounds grid; /* of all cells */
  double left, top, right, bottom;
} Edges;

static void draw_row_sides(const FacetSketch *sketch, Edges *edges) {
  const Facet *facet = &sketch->view->facet;
  double left = fmin(0, floor(edges->grid.x1)), outer = left;
  double right = fmax(0, ceil(edges->grid.x2)), far = right;
  for (int r = 0; r < sketch->rows; r++) {
    View *cell = cell_for_header(sketch, r * sketch->columns, 1);
    if (!cell) continue;
    Group *header = header_new(sketch, cell, true);
    draw_axis(sketch, cell, CHANNEL_Y, AXIS_LEFT, header);
    bool labelled = facet->row.has_field && r < facet->rows.count;
    bool beyond = labelled && is_at(sketch, &facet->row, "label", "right");
    if (labelled && !beyond)
      draw_label(sketch, &facet->row, facet->rows.items[r], header);
    header->x = left;
    group_add(sketch->group, header, "row header");
    outer = fmin(outer, floor(header->x + header->bounds.x1));
    Group *footer = header_new(sketch, cell, true);
    draw_axis(sketch, cell, CHANNEL_Y, AXIS_RIGHT, footer);
    if (beyond) draw_label(sketch, &facet->row, facet->rows.items[r], footer);
    footer->x = right;
    if (footer->frame->items.count)
      group_add(sketch->group, footer, "row footer");
    far = fmax(far, ceil(footer->x + footer->bounds.x2));
  }
  edges->left = outer;
  edges->right = far;
}

static void draw_column_sides(const FacetSketch *sketch, Edges *edges) {
  const Facet *facet = &sketch->view->facet;
  double top = fmin(0, floor(edges->grid.y1)), outer = top;
  double bottom = fmax(0, ceil(edges->grid.y2)), far = bottom;
  for (int c = 0; c < sketch->columns; c++) {
    View *cell = cell_for_header(sketch, c, sketch->columns);
    if (!cell) continue;
    Group *header = header_new(sketch, cell, false);
    draw_axis(sketch, cell, CHANNEL_X, AXIS_TOP, header);
    bool labelled = facet->column.has_field && c < facet->columns.count;
    bool below = labelled && is_at(sketch, &facet->column, "label", "bottom");
    if (labelled && !below)
      draw_label(sketch, &facet->column, facet->columns.items[c], header);
    header->y = top;
    group_add(sketch->group, header, "column header");
    outer = fmin(outer, floor(header->y + header->bounds.y1));
    Group *footer = header_new(sketch, cell, false);
    draw_axis(sketch, cell, CHANNEL_X, AXIS_BOTTOM, footer);
    if (below)
      draw_label(sketch, &facet->column, facet->columns.items[c], footer);
    footer->y = bottom;
    if (footer->frame->items.count)
      group_add(sketch->group, footer, "column footer");
    far = fmax(far, ceil(footer->y + footer->bounds.y2));
  }
  edges->top = outer;
  edges->bottom = far;
}

static const ChannelDef *facet_def(const View *view, Channel channel) {
  if (view->kind != VIEW_FACET) return NULL;
  const ChannelDef *def =
      channel == CHANNEL_ROW ? &view->facet.row : &view->facet.column;
  return def->has_field ? def : NULL;
}

/* Whether the facet around the view has the channel, too, and names both. */
static bool is_named_outside(const View *view, Channel channel) {
  return view->parent && facet_def(view->parent, channel);
}

static int own_title_lines(const FacetSketch *sketch, const ChannelDef *def,
                           const Str **lines) {
  Cascade properties = header_properties(sketch, def);
  const json_t *stated = json_object_get(def->json, "title");
  if (!stated) stated = cascade_find(&properties, "title");
  if (stated) return cascade_lines(stated, sketch->drawing, lines);
  Str *words = arena_new(sketch->drawing->arena, Str);
  *words = def_title(sketch->drawing, def);
  *lines = words;
  return words->len > 0;
}

/* A title, with that of a facet inside over the same channel after it. */
static int title_lines(const FacetSketch *sketch, const View *view,
                       const ChannelDef *def, const Str **lines) {
  const View *inside = view->kids.count ? view->kids.items[0] : NULL;
  const ChannelDef *inner = inside ? facet_def(inside, def->channel) : NULL;
  int count = own_title_lines(sketch, def, lines);
  const Str *more;
  if (!inner || !title_lines(sketch, inside, inner, &more)) return count;
  if (!count) {
    *lines = more;
    return 1;
  }
  Str *joined = arena_new(sketch->drawing->arena, Str);
  *joined = str_format(sketch->drawing->arena, "%.*s / %.*s", STR((*lines)[0]),
                       STR(more[0]));
  *lines = joined;
  return 1;
}

/* The field's name over the columns or beside the rows. */
static void draw_title(const FacetSketch *sketch, const ChannelDef *def,
                       const Edges *edges) {
  Drawing *drawing = sketch->drawing;
  Cascade properties = header_properties(sketch, def);
  const Str *lines;
  int count = title_lines(sketch, sketch->view, def, &lines);
  if (!has_header(def) || !count || !lines[0].len) return;
  bool row = def->channel == CHANNEL_ROW, wrap = def->channel == CHANNEL_FACET;
  bool below = !row && is_at(sketch, def, "title", "bottom");
  bool beyond = row && is_at(sketch, def, "title", "right");
  TitlePlan plan = {
      .properties = &properties,
      .prefix = "title",
      .style = "guide-title",
      .lines = lines,
      .line_count = count,
      .orient = beyond  ? S("right")
                : row   ? S("left")
                : below ? S("bottom")
                        : S("top"),
      .anchor = cascade_str(&properties, drawing, "titleAnchor", "middle"),
      .offset = cascade_number(&properties, drawing, "titlePadding", 10),
      .angle = NAN};
  plan.has_align = label_align_read(
      cascade_str(&properties, drawing, "titleAlign", ""), &plan.align);
  align_header(&plan, cascade_number(&properties, drawing, "titleAngle", NAN),
               row);
  plan.has_baseline |= label_baseline_read(
      cascade_str(&properties, drawing, "titleBaseline", ""), &plan.baseline);
  Group *group = drawing_group(drawing);
  double share = str_is(plan.anchor, "start") ? 0
                 : str_is(plan.anchor, "end") ? 1
                                              : .5;
  const Bounds *grid = &edges->grid;
  double gap = wrap ? 0 : 10;
  if (row) {
    group->x = beyond ? edges->right + gap : edges->left - gap;
    group->y = floor(grid->y2 - share * bounds_height(grid) + .5);
  } else {
    group->x = floor(grid->x1 + share * bounds_width(grid) + .5);
    group->y = below ? edges->bottom + gap : edges->top - gap;
  }
  title_place(drawing, &plan, bounds_of(0, 0, 0, 0), group);
  group_add(sketch->group, group, "facet title");
}

static void draw_cells(FacetSketch *sketch, Edges *edges) {
  View *view = sketch->view;
  int count = view->kids.count;
  Group **groups = arena_array(sketch->drawing->arena, Group *, count);
  for (int i = 0; i < count; i++) {
    View *cell = view->kids.items[i];
    if (is_left_out(view, cell)) {
      groups[i] = cell->group = drawing_group(sketch->drawing);
      continue;
    }
    view_draw(sketch->drawing, cell);
    if (view->facet.wrap.has_field)
      draw_label(sketch, &view->facet.wrap, view->facet.columns.items[i],
                 cell->group);
    if (view_is_plot(cell))
      cell->group->bounds =
          bounds_grown(cell->group->bounds, cell->frame_stroke / 2);
    groups[i] = cell->group;
  }
  GridOptions options = grid_options_read(sketch->drawing, view);
  edges->grid = grid_arrange(sketch->drawing, groups, count, &options);
  for (int i = 0; i < count; i++)
    group_add(sketch->group, groups[i], "cell");
}

void facet_draw(Drawing *drawing, View *view, Group *group) {
  FacetSketch sketch = {.drawing = drawing, .view = view, .group = group};
  int count = view->kids.count;
  sketch.columns =
      view->columns > 0 && view->columns < count ? view->columns : count;
  if (!count) return;
  sketch.rows = (count + sketch.columns - 1) / sketch.columns;
  Edges edges = {0};
  move_axes_out(view);
  draw_cells(&sketch, &edges);
  draw_row_sides(&sketch, &edges);
  draw_column_sides(&sketch, &edges);
  const Facet *facet = &view->facet;
  if (facet->row.has_field && !is_named_outside(view, CHANNEL_ROW))
    draw_title(&sketch, &facet->row, &edges);
  if (facet->column.has_field && !is_named_outside(view, CHANNEL_COLUMN))
    draw_title(&sketch, &facet->column, &edges);
  if (facet->wrap.has_field) draw_title(&sketch, &facet->wrap, &edges);
  view->x_bounds = view->y_bounds = group->bounds;
}
