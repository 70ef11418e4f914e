#include "chart/extension/end_labels.h"

#include <math.h>
#include <stdlib.h>

#include "chart/extension/extension.h"
#include "chart/extension/series.h"
#include "chart/extension/spread.h"
#include "chart/guide/format.h"
#include "chart/guide/style.h"
#include "chart/spec/read_view.h"
#include "frame/vision.h"

/* Units: from the end to the label, further where hairlines lead to it; how far
 * a label may be moved without one; between labels, of the size of type. */
static const double gap_plain = 8, leader = 12, unled = 4, pitch = 1.15;

/* The labels of one request in one plot. */
typedef struct EndLabel {
  Label label;
  Point end; /* of the line */
  int order;
  bool runs_down; /* the line runs along y */
} EndLabel;

typedef struct EndLabels {
  Drawing *drawing;
  const json_t *wish; /* NULL: all by default */
  Cascade look;
  const Expr *text; /* NULL: the series' name */
  bool at_start;
  List(EndLabel) labels;
} EndLabels;

static bool is_path(MarkType mark) {
  return mark == MARK_LINE || mark == MARK_AREA || mark == MARK_TRAIL;
}

/* ---- What a label says ---- */

static Str series_name(MarkSketch *sketch, int row) {
  Drawing *drawing = sketch->drawing;
  const ChannelDef *def = series_def(sketch->view);
  bool runs_down = sketch->view->orient == ORIENT_HORIZONTAL;
  if (!def)
    return def_title(
        drawing, &sketch->view->encoding[runs_down ? CHANNEL_X : CHANNEL_Y]);
  ValueFormat format = text_format(drawing, def, (FormatWish){0});
  return value_format_text(drawing, &format, def_cell(sketch, def, row));
}

static Str label_text(const EndLabels *labels, MarkSketch *sketch, int row) {
  if (!labels->text) return series_name(sketch, row);
  Value value =
      drawing_eval_row(labels->drawing, labels->text, sketch->rows, row);
  if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED)
    return (Str){0};
  return value_to_str(labels->drawing->arena, value);
}

/* The colour of the mark, as dark (or, on a dark ground, as light) as text must
 * be to be read. */
static Color readable(Color color, Color ground) {
  enum { STEPS = 20 };
  static const double asked = 4.5;
  Color toward = color_contrast(color_rgb(0), ground) > asked
                     ? color_rgb(0)
                     : color_rgb(0xFFFFFF);
  Color shown = color;
  shown.alpha = 1;
  for (int i = 1; i <= STEPS && color_contrast(shown, ground) < asked; i++) {
    double share = (double)i / STEPS;
    shown.red = color.red + (toward.red - color.red) * share;
    shown.green = color.green + (toward.green - color.green) * share;
    shown.blue = color.blue + (toward.blue - color.blue) * share;
  }
  return shown;
}

static void color_label(const EndLabels *labels, MarkSketch *sketch, int row,
                        Label *label) {
  Drawing *drawing = labels->drawing;
  if (cascade_find(&labels->look, "color")) return;
  Paints paints = item_paints(sketch, row);
  Paint paint = sketch->view->mark == MARK_LINE ? paints.stroke : paints.fill;
  if (paint.kind != PAINT_COLOR) return;
  Color ground = style_background(drawing);
  if (ground.alpha < 1) ground = color_rgb(0xFFFFFF);
  label->color = readable(paint.color, ground);
}

/* ---- Where it stands ---- */

/* The end of a path: of an area, the middle between its edges. */
static Point path_point(MarkSketch *sketch, int row) {
  Point at = {point_place(sketch, CHANNEL_X, row),
              point_place(sketch, CHANNEL_Y, row)};
  if (sketch->view->mark != MARK_AREA) return at;
  bool flat = sketch->view->orient == ORIENT_HORIZONTAL;
  Span span = range_span(sketch, flat ? CHANNEL_X : CHANNEL_Y, row);
  *(flat ? &at.x : &at.y) = (span.start + span.end) / 2;
  return at;
}

/* The row of a path's last (first) point that has a place; -1: none. */
static int end_row(const EndLabels *labels, MarkSketch *sketch,
                   const PathRows *path, Point *end) {
  for (int i = 0; i < path->count; i++) {
    int row = path->rows[labels->at_start ? i : path->count - 1 - i];
    *end = path_point(sketch, row);
    if (isfinite(end->x + end->y)) return row;
  }
  return -1;
}

static void add_label(EndLabels *labels, MarkSketch *sketch,
                      const PathRows *path) {
  Drawing *drawing = labels->drawing;
  EndLabel made = {.order = labels->labels.count};
  int row = end_row(labels, sketch, path, &made.end);
  if (row < 0) return;
  Str text = label_text(labels, sketch, row);
  if (!text.len) return;
  Label *label = &made.label;
  GuideText look = {drawing, &labels->look, "", "guide-label"};
  guide_label_style(&look, label);
  label->lines = str_lines(drawing->arena, text, &label->line_count);
  label->place = drawing_place(drawing, labels->wish, NULL);
  color_label(labels, sketch, row, label);
  made.runs_down = sketch->view->orient == ORIENT_HORIZONTAL;
  bool before = labels->at_start;
  if (made.runs_down) {
    label->align = ALIGN_CENTER;
    label->baseline = before ? BASELINE_BOTTOM : BASELINE_TOP;
  } else {
    label->align = before ? ALIGN_RIGHT : ALIGN_LEFT;
    label->baseline = BASELINE_MIDDLE;
  }
  list_add(drawing->arena, &labels->labels, made);
}

static double *across(const EndLabel *label, Point *point) {
  return label->runs_down ? &point->x : &point->y;
}

static int compare_labels(const void *a, const void *b) {
  const EndLabel *first = a, *second = b;
  if (first->runs_down != second->runs_down)
    return first->runs_down - second->runs_down;
  double one = first->runs_down ? first->end.x : first->end.y;
  double other = second->runs_down ? second->end.x : second->end.y;
  if (one != other) return one < other ? -1 : 1;
  return first->order - second->order;
}

/* What a label takes of the way along which labels are spread. */
static double room_of(const EndLabels *labels, const EndLabel *label) {
  Lettering lettering = drawing_lettering(labels->drawing);
  Bounds box = label_bounds(&lettering, &label->label);
  double size = label->label.style.size;
  if (label->runs_down) return bounds_width(&box) + size / 2;
  return bounds_height(&box) + size * (pitch - 1);
}

/* Sets `at` of the labels from `start` on, which run alike. */
static void place_labels(EndLabels *labels, int start, int count) {
  Arena *arena = labels->drawing->arena;
  EndLabel *items = labels->labels.items + start;
  double *places = arena_array(arena, double, count), most = 0;
  double *rooms = arena_array(arena, double, count);
  for (int i = 0; i < count; i++) {
    places[i] = *across(&items[i], &items[i].end);
    rooms[i] = room_of(labels, &items[i]);
  }
  spread_apart(arena, places, rooms, count);
  for (int i = 0; i < count; i++)
    most = fmax(most, fabs(places[i] - *across(&items[i], &items[i].end)));
  double gap = style_number(labels->drawing,
                            json_object_get(labels->wish, "gap"), gap_plain);
  if (most > unled) gap += leader;
  for (int i = 0; i < count; i++) {
    Label *label = &items[i].label;
    double out = labels->at_start ? -gap : gap;
    label->at = items[i].end;
    *across(&items[i], &label->at) = places[i];
    *(items[i].runs_down ? &label->at.y : &label->at.x) += out;
  }
}

/* A hairline from the end of the line to a label that had to move. */
static void draw_leader(const EndLabels *labels, const EndLabel *label,
                        Group *group) {
  static const double from_end = 5, to_label = 2;
  Point from = label->end, to = label->label.at;
  double moved = *across(label, &to) - *across(label, &from);
  if (fabs(moved) <= unled) return;
  double side = labels->at_start ? -1 : 1;
  *(label->runs_down ? &from.y : &from.x) += side * from_end;
  *(label->runs_down ? &to.y : &to.x) -= side * to_label;
  Paints paints = paints_new();
  paints.stroke = paint_color(color_rgb(0x949494));
  paints.stroke_width = .5;
  group_rule(group, from, to, &paints);
}

/* ---- All of a plot ---- */

static EndLabels read_labels(Drawing *drawing, const json_t *wish) {
  EndLabels labels = {.drawing = drawing, .wish = wish};
  cascade_add(&labels.look, wish);
  labels.at_start = str_is(json_str(json_object_get(wish, "at")), "start");
  Str text = json_str(json_object_get(wish, "text"));
  if (text.len)
    labels.text =
        expr_parse(drawing->arena, text, tree_place_text(drawing->tree, wish, "text"),
                   drawing->diags);
  return labels;
}

static void draw_request(Drawing *drawing, View *plot, const json_t *wish,
                         Group *group) {
  EndLabels labels = read_labels(drawing, wish);
  UnitList units = plot_units(drawing->arena, plot);
  for (int i = 0; i < units.count; i++) {
    View *unit = units.items[i];
    if (!is_path(unit->mark) || !extension_wants(wish, unit)) continue;
    drawing_use_scales(drawing, unit);
    MarkSketch sketch = {.drawing = drawing, .view = unit, .rows = unit->rows};
    PathRowsList paths = path_groups(&sketch);
    for (int j = 0; j < paths.count; j++)
      add_label(&labels, &sketch, &paths.items[j]);
  }
  if (!labels.labels.count) return;
  EndLabel *items = labels.labels.items;
  int count = labels.labels.count, across_count = 0;
  qsort(items, (size_t)count, sizeof *items, compare_labels);
  while (across_count < count && !items[across_count].runs_down)
    across_count++;
  place_labels(&labels, 0, across_count);
  place_labels(&labels, across_count, count - across_count);
  Lettering lettering = drawing_lettering(drawing);
  for (int i = 0; i < count; i++)
    draw_leader(&labels, &items[i], group);
  for (int i = 0; i < count; i++)
    group_label(group, &lettering, &items[i].label);
}

void end_labels_draw(Drawing *drawing, View *plot, Group *group) {
  const json_t *wishes = extension_find(drawing, "endLabels");
  int count = extension_count(wishes);
  if (!count) return;
  Group *labels = drawing_group(drawing);
  for (int i = 0; i < count; i++)
    draw_request(drawing, plot, extension_item(wishes, i), labels);
  group_add(group, labels, "end labels");
  bounds_union(&plot->x_bounds, labels->bounds);
  bounds_union(&plot->y_bounds, labels->bounds);
}

/* ---- Legends ---- */

static bool names_series(const json_t *wish, const View *view, Str field) {
  if (view->kind == VIEW_UNIT) {
    const ChannelDef *def = series_def(view);
    return is_path(view->mark) && extension_wants(wish, view) && def &&
           str_equal(def->field, field);
  }
  for (int i = 0; i < view->kids.count; i++)
    if (names_series(wish, view->kids.items[i], field)) return true;
  return false;
}

bool end_labels_replace(const Drawing *drawing, const View *unit,
                        const ChannelDef *def) {
  const json_t *wishes = extension_find(drawing, "endLabels");
  const View *plot = unit;
  while (plot->parent && plot->parent->kind == VIEW_LAYER)
    plot = plot->parent;
  for (int i = 0; i < extension_count(wishes); i++) {
    const json_t *wish = extension_item(wishes, i);
    if (json_is_true(json_object_get(wish, "legend"))) continue;
    if (names_series(wish, plot, def->field)) return true;
  }
  return false;
}
