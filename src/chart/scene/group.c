#include "chart/scene/group.h"

#include <math.h>

#include "chart/scene/record.h"

Group *group_new(Arena *arena) {
  Group *group = arena_new(arena, Group);
  group->bounds = bounds_empty();
  group->frame = frame_new(arena, 0, 0);
  return group;
}

FrameItem *group_add(Group *parent, const Group *child, const char *name) {
  record_child(parent, child, name);
  if (!child->frame->items.count && bounds_is_empty(&child->bounds))
    return NULL;
  FrameItem *item = frame_add_group(parent->frame, child->frame,
                                    matrix_move(child->x, child->y));
  item->group.name = str_from(name);
  bounds_union(&parent->bounds,
               bounds_moved(child->bounds, child->x, child->y));
  return item;
}

Paints paints_new(void) {
  return (Paints){
      .opacity = 1, .fill_opacity = 1, .stroke_opacity = 1, .stroke_width = 1};
}

static Paint faded(Paint paint, double opacity) {
  if (paint.kind == PAINT_COLOR) paint.color.alpha *= opacity;
  return paint;
}

bool paints_has_stroke(const Paints *paints) {
  return paints->stroke.kind != PAINT_NONE && paints->opacity != 0 &&
         paints->stroke_opacity != 0 && paints->stroke_width > 0;
}

double paints_frame_shift(const Paints *paints) {
  double width = paints->stroke_width;
  if (paints->stroke.kind == PAINT_NONE || width <= .5 || width >= 1.5)
    return 0;
  return .5 - fabs(width - 1);
}

Stroke paints_stroke(const Paints *paints) {
  Stroke stroke = {.width = paints->stroke_width,
                   .dashes = paints->dashes,
                   .dash_count = paints->dash_count,
                   .dash_offset = paints->dash_offset,
                   .cap = paints->cap,
                   .join = paints->join,
                   .miter_limit = paints->miter_limit};
  if (paints_has_stroke(paints))
    stroke.paint =
        faded(paints->stroke, paints->opacity * paints->stroke_opacity);
  return stroke;
}

Paint paints_fill(const Paints *paints) {
  return faded(paints->fill, paints->opacity * paints->fill_opacity);
}

/* How far a stroke reaches beyond an outline by Vega's reckoning: half its
 * width, and at the miters of paths as far as their limit, 4 where none is
 * stated. */
static double stroke_reach(const Paints *paints, bool has_miters) {
  if (!paints_has_stroke(paints)) return 0;
  bool miters = has_miters && paints->join == JOIN_MITER;
  double square = paints->cap == CAP_SQUARE ? 1.4142135623730951 : 1;
  double limit = paints->miter_limit > 0 ? paints->miter_limit : 4;
  return paints->stroke_width * .5 * (miters ? limit : square);
}

double paints_reach(const Paints *paints) {
  return stroke_reach(paints, true);
}

static Bounds bounds_of_rect(Rect rect) {
  return bounds_of(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height);
}

static bool is_seen(const Paint *paint) {
  return paint->kind != PAINT_NONE &&
         !(paint->kind == PAINT_COLOR && paint->color.alpha <= 0);
}

/* What of the paints shows; false: nothing. */
static bool find_seen(const Paints *paints, Paint *fill, Stroke *stroke) {
  *fill = paints_fill(paints);
  *stroke = paints_stroke(paints);
  if (!is_seen(fill)) *fill = (Paint){0};
  if (!is_seen(&stroke->paint)) *stroke = (Stroke){0};
  return fill->kind != PAINT_NONE || stroke->paint.kind != PAINT_NONE;
}

static void add_path(Group *group, const Path *path, const Paints *paints) {
  Paint fill;
  Stroke stroke;
  if (find_seen(paints, &fill, &stroke))
    frame_add_path(group->frame, path, fill, &stroke);
}

Imprint imprint_new(Arena *arena, Stamps *stamps, const Path *path,
                    const Paints *paints) {
  Imprint imprint = {.look = -1, .bounds = bounds_empty()};
  StampLook look = {.path = path};
  if (!path->segments.count) return imprint;
  if (find_seen(paints, &look.fill, &look.stroke)) {
    imprint.look = stamps->looks.count;
    list_add(arena, &stamps->looks, look);
  }
  Rect rect = path_bounds(path);
  if (!rect_is_empty(rect))
    imprint.bounds =
        bounds_grown(bounds_of_rect(rect), stroke_reach(paints, true));
  return imprint;
}

void group_stamp(Group *group, Stamps *stamps, const Imprint *imprint,
                 Point at) {
  Stamp stamp = {at, imprint->look};
  if (stamp.look >= 0) list_add(group->frame->arena, &stamps->list, stamp);
  if (!bounds_is_empty(&imprint->bounds))
    bounds_union(&group->bounds, bounds_moved(imprint->bounds, at.x, at.y));
}

void group_path(Group *group, const Path *path, const Paints *paints) {
  if (!path->segments.count) return;
  add_path(group, path, paints);
  Rect rect = path_bounds(path);
  if (rect_is_empty(rect)) return;
  bounds_union(&group->bounds,
               bounds_grown(bounds_of_rect(rect), stroke_reach(paints, true)));
}

void group_rect(Group *group, Bounds rect, const double radii[4],
                const Paints *paints) {
  Path *path = path_new(group->frame->arena);
  Rect box = {rect.x1, rect.y1, rect.x2 - rect.x1, rect.y2 - rect.y1};
  if (radii && (radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0))
    path_round_rect(path, box, radii);
  else
    path_rect(path, box);
  add_path(group, path, paints);
  record_rect(group, rect, radii, paints);
  bounds_union(&group->bounds, bounds_grown(rect, stroke_reach(paints, false)));
}

void group_rule(Group *group, Point from, Point to, const Paints *paints) {
  Path *path = path_new(group->frame->arena);
  path_move(path, from.x, from.y);
  path_line(path, to.x, to.y);
  add_path(group, path, paints);
  record_rule(group, from, to, paints);
  bounds_union(&group->bounds,
               bounds_grown(bounds_of(from.x, from.y, to.x, to.y),
                            stroke_reach(paints, false)));
}
