#include "chart/guide/title.h"

#include <math.h>

#include "chart/extension/extension.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"

static double anchor_share(Str anchor) {
  return str_is(anchor, "start") ? 0 : str_is(anchor, "end") ? 1 : .5;
}

static LabelAlign anchor_align(Str anchor) {
  return str_is(anchor, "start") ? ALIGN_LEFT
         : str_is(anchor, "end") ? ALIGN_RIGHT
                                 : ALIGN_CENTER;
}

static const json_t *text_of(const View *view, const char *part) {
  const json_t *title = json_object_get(view->spec, "title");
  if (!json_is_object(title) || json_is_expression(title))
    return part[0] == 't' ? title : NULL;
  return json_object_get(title, part);
}

Str title_text(Drawing *drawing, const View *view, const char *part) {
  const Str *lines;
  int count = cascade_lines(text_of(view, part), drawing, &lines);
  StrBuf text = {.arena = drawing->arena};
  for (int i = 0; i < count; i++)
    strbuf_addf(&text, "%s%.*s", i ? " " : "", STR(lines[i]));
  return strbuf_str(&text);
}

static double height_of(const Lettering *lettering, const Label *label) {
  Bounds box = label_bounds(lettering, label);
  return bounds_height(&box);
}

static double width_of(const Lettering *lettering, const Label *label) {
  Bounds box = label_bounds(lettering, label);
  return bounds_width(&box);
}

/* Where a text of a given extent goes, beside the bounds. */
static Point beside(const TitlePlan *plan, Bounds around, Bounds line,
                    Point extent) {
  double share = anchor_share(plan->anchor);
  double x = line.x1 + share * (line.x2 - line.x1);
  double y = line.y2 - share * (line.y2 - line.y1);
  if (str_is(plan->orient, "bottom"))
    return (Point){x, around.y2 + plan->offset};
  if (str_is(plan->orient, "left"))
    return (Point){around.x1 - extent.x - plan->offset, y};
  if (str_is(plan->orient, "right"))
    return (Point){around.x2 + extent.x + plan->offset,
                   line.y1 + share * (line.y2 - line.y1)};
  return (Point){x, around.y1 - extent.y - plan->offset};
}

/* The lines of a plan in their style, broken to the limit (a subtitle's is the
 * title's) or, without one, to the width they stand over. */
static Label styled_label(Drawing *drawing, const TitlePlan *plan,
                          Bounds around) {
  Label label = {.lines = plan->lines, .line_count = plan->line_count};
  GuideText text = {drawing, plan->properties, plan->prefix, plan->style};
  guide_label_style(&text, &label);
  bool is_level = str_is(plan->orient, "top") || str_is(plan->orient, "bottom");
  bool is_subtitle = str_is(str_from(plan->prefix), "subtitle");
  if (is_subtitle)
    label.limit = cascade_number(plan->properties, drawing, "limit", 0);
  const char *kind = is_subtitle || !plan->prefix[0] ? "title" : "header";
  if (!is_level || !extension_wraps(drawing, kind)) return label;
  Lettering lettering = drawing_lettering(drawing);
  double room = label.limit > 0 ? label.limit : bounds_width(&around);
  if (room > 0) label_wrap(&lettering, &label, room);
  return label;
}

void title_place(Drawing *drawing, const TitlePlan *plan, Bounds around,
                 Group *group) {
  Lettering lettering = drawing_lettering(drawing);
  Label label = styled_label(drawing, plan, around);
  bool left = str_is(plan->orient, "left");
  bool right = str_is(plan->orient, "right");
  label.angle = !isnan(plan->angle) ? plan->angle : left ? -90 : right ? 90 : 0;
  label.align = anchor_align(plan->anchor);
  label.baseline = BASELINE_TOP;
  if (plan->has_align) label.align = plan->align;
  if (plan->has_baseline) label.baseline = plan->baseline;
  Bounds line =
      plan->by_bounds ? around : bounds_of(0, 0, group->width, group->height);
  Point extent = {width_of(&lettering, &label), height_of(&lettering, &label)};
  label.at = beside(plan, around, line, extent);
  label.dx = plan->dx;
  label.dy = plan->dy;
  record_role(group, "title-text");
  group_label(group, &lettering, &label);
}

/* A text's extent where its place is 0, with the baseline at the top: what
 * Vega rounds may begin a pixel above. */
static Bounds unplaced(Drawing *drawing, const TitlePlan *plan, Bounds around) {
  Lettering lettering = drawing_lettering(drawing);
  Label label = styled_label(drawing, plan, around);
  label.baseline = BASELINE_TOP;
  return label_bounds(&lettering, &label);
}

/* The subtitle begins below the height of the title; both together stand above
 * the view by the height that they have together. */
static void stack_above(Drawing *drawing, TitlePlan *plan, TitlePlan *sub,
                        Bounds around, double padding) {
  Bounds title = unplaced(drawing, plan, around);
  Bounds below = unplaced(drawing, sub, around);
  double step = bounds_height(&title) + padding;
  double height =
      fmax(title.y2, below.y2 + step) - fmin(title.y1, below.y1 + step);
  sub->offset = plan->offset + height - step - bounds_height(&below);
  plan->offset += height - bounds_height(&title);
}

static void draw_both(Drawing *drawing, TitlePlan *plan, const Str *sub_lines,
                      int sub_count, Group *group) {
  Bounds around = group->bounds;
  if (!sub_count) {
    title_place(drawing, plan, around, group);
    return;
  }
  double padding =
      cascade_number(plan->properties, drawing, "subtitlePadding", 3);
  TitlePlan sub = *plan;
  sub.lines = sub_lines;
  sub.line_count = sub_count;
  sub.prefix = "subtitle";
  sub.style = "group-subtitle";
  if (str_is(plan->orient, "bottom")) {
    title_place(drawing, plan, around, group);
    sub.offset = padding;
    title_place(drawing, &sub, group->bounds, group);
    return;
  }
  stack_above(drawing, plan, &sub, around, padding);
  title_place(drawing, &sub, around, group);
  title_place(drawing, plan, around, group);
}

/* The named style of a title's text: its own, the last of several. */
static const char *style_of(const json_t *title) {
  const json_t *style = json_object_get(title, "style");
  size_t count = json_array_size(style);
  if (count) style = json_array_get(style, count - 1);
  return json_is_string(style) ? json_string_value(style) : "group-title";
}

void title_draw(Drawing *drawing, const View *view, Group *group) {
  const json_t *json = json_object_get(view->spec, "title");
  const Str *lines, *sub_lines;
  int count = cascade_lines(text_of(view, "text"), drawing, &lines);
  int sub_count = cascade_lines(text_of(view, "subtitle"), drawing, &sub_lines);
  bool outermost = !view->parent;
  if (!count || (outermost && drawing->request->omit_title)) return;
  Cascade properties = {0};
  cascade_add(&properties, json);
  cascade_add_styles(&properties, drawing, json_object_get(json, "style"));
  cascade_add_config(&properties, drawing, "title");
  bool plot = view->kind == VIEW_UNIT || view->kind == VIEW_LAYER;
  TitlePlan plan = {
      .properties = &properties,
      .prefix = "",
      .style = style_of(json),
      .lines = lines,
      .line_count = count,
      .orient = cascade_str(&properties, drawing, "orient", "top"),
      .anchor = cascade_str(&properties, drawing, "anchor", "middle"),
      .offset = cascade_number(&properties, drawing, "offset", 4),
      .angle = cascade_number(&properties, drawing, "angle", NAN),
      .dx = cascade_number(&properties, drawing, "dx", 0),
      .dy = cascade_number(&properties, drawing, "dy", 0)};
  bool has_anchor = cascade_find(&properties, "anchor") != NULL;
  if (!plot && !has_anchor) plan.anchor = S("start");
  Str frame = cascade_str(&properties, drawing, "frame", "");
  plan.by_bounds = frame.len ? str_is(frame, "bounds")
                             : !plot || !str_is(plan.anchor, "middle");
  Cascade own = {0};
  cascade_add(&own, json);
  plan.has_align =
      label_align_read(cascade_str(&own, drawing, "align", ""), &plan.align);
  plan.has_baseline = label_baseline_read(
      cascade_str(&own, drawing, "baseline", ""), &plan.baseline);
  draw_both(drawing, &plan, sub_lines, sub_count, group);
}
