#include "chart/scene/record.h"

#include <math.h>
#include <string.h>

static void release_record(void *thing) {
  Record *record = thing;
  json_decref(record->marks);
  json_decref(record->frame);
}

Record *record_new(Arena *arena) {
  Record *record = arena_new(arena, Record);
  record->marks = json_array();
  record->frame = json_object();
  arena_defer(arena, release_record, record);
  return record;
}

/* ---- Marks ---- */

void record_role(Group *group, const char *role) {
  group->role = role;
  if (group->record) group->record->open = NULL;
}

static json_t *mark_new(const char *type, const char *role) {
  json_t *mark = json_object();
  json_object_set_new(mark, "type", json_string(type));
  json_object_set_new(mark, "role", json_string(role ? role : "mark"));
  json_object_set_new(mark, "items", json_array());
  return mark;
}

void record_begin(Group *group, const char *type) {
  if (!group->record) return;
  json_t *mark = mark_new(type, group->role);
  json_array_append_new(group->record->marks, mark);
  group->record->open = mark;
}

static bool has_text(const json_t *object, const char *name, const char *text) {
  const json_t *value = json_object_get(object, name);
  return value && !strcmp(json_string_value(value), text);
}

/* ---- Items ---- */

/* A whole number as such, others to 0.01. */
static json_t *number_json(double value) {
  double rounded = floor(value * 100 + .5) / 100;
  if (!isfinite(rounded)) return json_null();
  if (rounded == floor(rounded) && fabs(rounded) < 1e15)
    return json_integer((json_int_t)rounded);
  return json_real(rounded);
}

void record_number(json_t *item, const char *name, double value) {
  if (item) json_object_set_new(item, name, number_json(value));
}

void record_text(json_t *item, const char *name, Str text) {
  if (item)
    json_object_set_new(item, name, json_stringn(text.text, (size_t)text.len));
}

void record_bounds(json_t *item, Bounds bounds) {
  if (!item) return;
  json_t *list = json_array();
  double sides[] = {bounds.x1, bounds.y1, bounds.x2, bounds.y2};
  for (int i = 0; i < 4; i++)
    json_array_append_new(list, number_json(sides[i]));
  json_object_set_new(item, "bounds", list);
}

static int byte_of(double part) {
  return (int)(fmin(1, fmax(0, part)) * 255 + .5);
}

static json_t *color_json(Color color) {
  if (color.alpha <= 0) return json_string("transparent");
  int red = byte_of(color.red), green = byte_of(color.green);
  int blue = byte_of(color.blue);
  return color.alpha >= 1 ? json_sprintf("#%02x%02x%02x", red, green, blue)
                          : json_sprintf("#%02x%02x%02x%02x", red, green, blue,
                                         byte_of(color.alpha));
}

static json_t *paint_json(const Paint *paint) {
  if (paint->kind == PAINT_COLOR) return color_json(paint->color);
  json_t *stops = json_array();
  for (int i = 0; i < paint->gradient->stop_count; i++) {
    const GradientStop *at = &paint->gradient->stops[i];
    json_t *stop = json_object();
    record_number(stop, "offset", at->offset);
    json_object_set_new(stop, "color", color_json(at->color));
    json_array_append_new(stops, stop);
  }
  json_t *gradient = json_object();
  const char *kind = paint->kind == PAINT_RADIAL ? "radial" : "linear";
  json_object_set_new(gradient, "gradient", json_string(kind));
  json_object_set_new(gradient, "stops", stops);
  return gradient;
}

static void add_other_than(json_t *item, const char *name, double value,
                           double usual) {
  if (value != usual) record_number(item, name, value);
}

static void add_paints(json_t *item, const Paints *paints) {
  if (paints->fill.kind != PAINT_NONE)
    json_object_set_new(item, "fill", paint_json(&paints->fill));
  add_other_than(item, "opacity", paints->opacity, 1);
  add_other_than(item, "fillOpacity", paints->fill_opacity, 1);
  if (paints->stroke.kind == PAINT_NONE) return;
  json_object_set_new(item, "stroke", paint_json(&paints->stroke));
  record_number(item, "strokeWidth", paints->stroke_width);
  add_other_than(item, "strokeOpacity", paints->stroke_opacity, 1);
  if (!paints->dash_count) return;
  json_t *dashes = json_array();
  for (int i = 0; i < paints->dash_count; i++)
    json_array_append_new(dashes, number_json(paints->dashes[i]));
  json_object_set_new(item, "strokeDash", dashes);
}

json_t *record_item(Group *group, const char *type, Point at,
                    const Paints *paints) {
  if (!group->record) return NULL;
  if (!group->record->open || !has_text(group->record->open, "type", type))
    record_begin(group, type);
  json_t *item = json_object();
  record_number(item, "x", at.x);
  record_number(item, "y", at.y);
  if (paints) add_paints(item, paints);
  json_array_append_new(json_object_get(group->record->open, "items"), item);
  return item;
}

/* ---- The primitives' items ---- */

void record_rect(Group *group, Bounds box, const double radii[4],
                 const Paints *paints) {
  static const char *const names[] = {
      "cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
      "cornerRadiusBottomLeft"};
  json_t *item = record_item(group, "rect", (Point){box.x1, box.y1}, paints);
  if (!item) return;
  record_number(item, "width", box.x2 - box.x1);
  record_number(item, "height", box.y2 - box.y1);
  for (int i = 0; radii && i < 4; i++)
    add_other_than(item, names[i], radii[i], 0);
}

void record_rule(Group *group, Point from, Point to, const Paints *paints) {
  json_t *item = record_item(group, "rule", from, paints);
  if (!item) return;
  if (to.x != from.x) record_number(item, "x2", to.x);
  if (to.y != from.y) record_number(item, "y2", to.y);
}

static json_t *lines_json(const Label *label) {
  if (label->line_count == 1)
    return json_stringn(label->lines[0].text, (size_t)label->lines[0].len);
  json_t *list = json_array();
  for (int i = 0; i < label->line_count; i++)
    json_array_append_new(
        list, json_stringn(label->lines[i].text, (size_t)label->lines[i].len));
  return list;
}

void record_label(Group *group, const Label *label, Bounds bounds) {
  static const char *const aligns[] = {"left", "center", "right"};
  static const char *const baselines[] = {
      "alphabetic", "top", "middle", "bottom", "line-top", "line-bottom"};
  json_t *item = record_item(group, "text", label->at, NULL);
  if (!item) return;
  json_object_set_new(item, "text", lines_json(label));
  json_object_set_new(item, "align", json_string(aligns[label->align]));
  json_object_set_new(item, "baseline",
                      json_string(baselines[label->baseline]));
  record_text(item, "font", label->style.family);
  record_number(item, "fontSize", label->style.size);
  add_other_than(item, "fontWeight", label->style.weight, 400);
  add_other_than(item, "dx", label->dx, 0);
  add_other_than(item, "dy", label->dy, 0);
  add_other_than(item, "angle", label->angle, 0);
  add_other_than(item, "limit", label->limit, 0);
  add_other_than(item, "opacity", label->opacity, 1);
  json_object_set_new(item, "fill", color_json(label->color));
  record_bounds(item, bounds);
}

void record_frame(Group *group, const Paints *paints) {
  if (!group->record) return;
  record_number(group->record->frame, "width", group->width);
  record_number(group->record->frame, "height", group->height);
  add_paints(group->record->frame, paints);
}

/* ---- Groups in groups ---- */

/* The roles of groups that Vega has, too. */
static const struct {
  const char *name, *role;
} roles[] = {{"axis", "axis"},
             {"grid", "axis"},
             {"cell", "scope"},
             {"view", "scope"},
             {"row header", "row-header"},
             {"row footer", "row-footer"},
             {"column header", "column-header"},
             {"column footer", "column-footer"},
             {"legend", "legend"},
             {"entries", "legend-entry"},
             {"entry", "scope"}};

static const char *role_of(const char *name) {
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (!strcmp(roles[i].name, name)) return roles[i].role;
  return NULL;
}

static void move_member(json_t *item, const char *name, double by) {
  const json_t *value = json_object_get(item, name);
  if (value) record_number(item, name, json_number_value(value) + by);
}

static void move_item(json_t *item, double x, double y) {
  move_member(item, "x", x);
  move_member(item, "x2", x);
  move_member(item, "y", y);
  move_member(item, "y2", y);
  json_t *bounds = json_object_get(item, "bounds");
  for (size_t i = 0; i < json_array_size(bounds); i++) {
    double side = json_number_value(json_array_get(bounds, i));
    json_array_set_new(bounds, i, number_json(side + (i % 2 ? y : x)));
  }
}

static void splice_marks(Group *parent, const Group *child) {
  size_t i, j;
  json_t *mark, *item;
  json_array_foreach(child->record->marks, i, mark) {
    json_array_foreach(json_object_get(mark, "items"), j, item)
        move_item(item, child->x, child->y);
    json_array_append(parent->record->marks, mark);
  }
  parent->record->open = NULL;
}

/* The open mark where it holds groups of the role, else a new one. */
static json_t *group_mark(Record *record, const char *role) {
  json_t *open = record->open;
  if (open && has_text(open, "type", "group") && has_text(open, "role", role))
    return open;
  json_t *mark = mark_new("group", role);
  json_array_append_new(record->marks, mark);
  return record->open = mark;
}

void record_child(Group *parent, const Group *child, const char *name) {
  if (!parent->record || !child->record) return;
  const char *role = role_of(name);
  if (!role) {
    splice_marks(parent, child);
    return;
  }
  json_t *item = json_object();
  record_number(item, "x", child->x);
  record_number(item, "y", child->y);
  json_object_update(item, child->record->frame);
  json_object_set(item, "marks", child->record->marks);
  json_t *mark = group_mark(parent->record, role);
  json_array_append_new(json_object_get(mark, "items"), item);
}
