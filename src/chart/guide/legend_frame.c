/* What stands around the entries of a legend: its title and its box. */
#include <math.h>

#include "chart/guide/format.h"
#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/scene/record.h"

static int title_lines(Drawing *drawing, const Legend *legend,
                       const Str **lines) {
  Str unit = guide_unit(drawing, legend->scale, legend->def,
                        format_wish(drawing, &legend->properties));
  const json_t *stated = legend->title;
  if (!stated) stated = cascade_find(&legend->properties, "title");
  if (stated && !(unit.len && json_is_string(stated)))
    return cascade_lines(stated, drawing, lines);
  StrBuf words = {.arena = drawing->arena};
  if (stated) strbuf_add(&words, json_str(stated));
  for (int i = 0; !stated && i < legend->titles.count; i++)
    strbuf_addf(&words, "%s%.*s", i ? ", " : "", STR(legend->titles.items[i]));
  Str line = guide_title_with_unit(drawing->arena, strbuf_str(&words), unit);
  int count;
  *lines = str_lines(drawing->arena, line, &count);
  return line.len > 0 ? count : 0;
}

typedef struct TitleRoom {
  double width, height; /* of the title */
  double gap;
} TitleRoom;

static Str title_anchor(Drawing *drawing, const Legend *legend, bool at_side) {
  return cascade_str(&legend->properties, drawing, "titleAnchor",
                     at_side ? "middle" : "start");
}

static double anchor_share(Str anchor) {
  return str_is(anchor, "middle") ? .5 : str_is(anchor, "end") ? 1 : 0;
}

static double rounded(double number) {
  return floor(number + .5);
}

/* At a side the title stands in the middle of the entries, above and below them
 * at their start, unless `titleAnchor` says otherwise. */
static void anchor_title(Drawing *drawing, const Legend *legend, bool at_side,
                         double room, Label *label) {
  Str anchor = title_anchor(drawing, legend, at_side);
  bool middle = str_is(anchor, "middle"), end = str_is(anchor, "end");
  double along = rounded(room * anchor_share(anchor));
  label->baseline = BASELINE_TOP;
  if (at_side) {
    label->at.y += along;
    label->baseline = middle ? BASELINE_MIDDLE
                      : end  ? BASELINE_BOTTOM
                             : BASELINE_TOP;
  } else {
    label->at.x += along;
    label->align = middle ? ALIGN_CENTER : end ? ALIGN_RIGHT : ALIGN_LEFT;
  }
  label_align_read(cascade_str(&legend->properties, drawing, "titleAlign", ""),
                   &label->align);
  label_baseline_read(
      cascade_str(&legend->properties, drawing, "titleBaseline", ""),
      &label->baseline);
}

/* Sets the title beside the entries, which make room; it is centred on a strip
 * without its labels. Entries that are narrower than a title over or under them
 * are anchored like it. */
static void place_title(Drawing *drawing, const Legend *legend, TitleRoom room,
                        Group *entries, Label *label) {
  double body = entries->height > 0 ? entries->height : entries->bounds.y2;
  Str orient = cascade_str(&legend->properties, drawing, "titleOrient", "top");
  double width = entries->bounds.x2, height = entries->bounds.y2;
  bool left = str_is(orient, "left"), right = str_is(orient, "right");
  label->at = (Point){entries->x, entries->y};
  if (left) {
    entries->x += ceil(room.width) + room.gap;
  } else if (right) {
    label->at.x += ceil(width) + room.gap;
  } else if (str_is(orient, "bottom")) {
    label->at.y += ceil(height) + room.gap;
  } else {
    entries->y += room.height + room.gap;
  }
  bool at_side = left || right;
  anchor_title(
      drawing, legend, at_side,
      at_side ? fmax(ceil(body), room.height) : fmax(width, room.width), label);
  if (!at_side && room.width > width)
    entries->x += rounded((room.width - width) *
                          anchor_share(title_anchor(drawing, legend, false)));
}

/* The title, placed, with the entries moved to make room; no lines: none. */
static Label title_label(Drawing *drawing, const Legend *legend,
                         Group *entries) {
  Label label = {0};
  GuideText text = {drawing, &legend->properties, "title", "guide-title"};
  Lettering lettering = drawing_lettering(drawing);
  label.line_count = title_lines(drawing, legend, &label.lines);
  if (!label.line_count || !label.lines[0].len) return (Label){0};
  guide_label_style(&text, &label);
  Bounds box = label_bounds(&lettering, &label);
  TitleRoom room = {
      bounds_width(&box), bounds_height(&box),
      cascade_number(&legend->properties, drawing, "titlePadding", 5)};
  double padding = entries->x;
  place_title(drawing, legend, room, entries, &label);
  box = label_bounds(&lettering, &label);
  double shift = fmax(0, ceil(padding - box.x1));
  entries->x += shift;
  label.at.x += shift;
  return label;
}

/* The box around a legend, behind it. */
static Paints box_paints(Drawing *drawing, const Legend *legend) {
  const Cascade *properties = &legend->properties;
  Paints paints = paints_new();
  paints.fill = style_paint(drawing, cascade_find(properties, "fillColor"));
  paints.stroke = style_paint(drawing, cascade_find(properties, "strokeColor"));
  paints.stroke_width = cascade_number(properties, drawing, "strokeWidth", 1);
  style_dashes(drawing, cascade_find(properties, "strokeDash"), &paints);
  return paints;
}

static void draw_box(Drawing *drawing, const Legend *legend, Group *group) {
  Paints paints = box_paints(drawing, legend);
  double radius =
      cascade_number(&legend->properties, drawing, "cornerRadius", 0);
  double radii[4] = {radius, radius, radius, radius};
  double shift = paints_frame_shift(&paints);
  group_rect(
      group,
      bounds_of(shift, shift, group->width + shift, group->height + shift),
      radii, &paints);
}

void legend_finish(Drawing *drawing, const Legend *legend, Group *entries,
                   Group *group) {
  Lettering lettering = drawing_lettering(drawing);
  double padding = cascade_number(&legend->properties, drawing, "padding", 0);
  entries->x = entries->y = padding;
  Label title = title_label(drawing, legend, entries);
  Bounds all = bounds_moved(entries->bounds, entries->x, entries->y);
  if (title.line_count) bounds_union(&all, label_bounds(&lettering, &title));
  group->width = ceil(all.x2 + padding);
  group->height = ceil(all.y2 + padding);
  draw_box(drawing, legend, group);
  Bounds box = group->bounds;
  record_role(group, "legend-title");
  if (title.line_count) group_label(group, &lettering, &title);
  group_add(group, entries, "entries");
  group->bounds = box;
}
