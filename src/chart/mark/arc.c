/* Arcs: slices of pies and rings. */
#include <glib.h>
#include <math.h>

#include "chart/mark/outline.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

/* A text's angle or radius: the middle of what its stack or band covers. */
double polar_place(MarkSketch *sketch, Channel channel, int row) {
  const View *view = sketch->view;
  const ChannelDef *def = &view->encoding[channel];
  if (!def_has_field_or_datum(def))
    return channel_number(sketch, channel, row, NULL, 0);
  if (view->stack.offset != STACK_NONE && view->stack.channel == channel) {
    Span span = range_span(sketch, channel, row);
    return (span.start + span.end) / 2;
  }
  const ViewScale *scale = view->scales[channel];
  Value value = def_cell(sketch, def, row);
  if (!scale) return value_to_number(value);
  if (def->bin && !scale_type_is_discrete(scale->type)) {
    Span span = rect_span(sketch, channel, row);
    return (span.start + span.end) / 2;
  }
  return scale_position(&scale->scale, value) +
         scale_bandwidth(&scale->scale) / 2;
}

static double own(MarkSketch *sketch, const char *name, int row,
                  double fallback) {
  return property_number(sketch, name, row, fallback);
}

static double offset_of(MarkSketch *sketch, const char *name, int row) {
  return property_number(sketch, name, row, 0);
}

/* A channel's value or the mark's property; NaN: neither. */
static double stated(MarkSketch *sketch, Channel channel, int row) {
  const ChannelDef *def = &sketch->view->encoding[channel];
  return def->json ? channel_number(sketch, channel, row, NULL, 0)
                   : own(sketch, channel_name(channel), row, NAN);
}

static Span angles_of(MarkSketch *sketch, int row) {
  const ChannelDef *def = &sketch->view->encoding[CHANNEL_THETA];
  if (def_has_field_or_datum(def)) return rect_span(sketch, CHANNEL_THETA, row);
  double end = stated(sketch, CHANNEL_THETA, row);
  double start = stated(sketch, CHANNEL_THETA2, row);
  end = isnan(end) ? own(sketch, "endAngle", row, 2 * G_PI)
                   : end + offset_of(sketch, "thetaOffset", row);
  start = isnan(start) ? own(sketch, "startAngle", row, 0)
                       : start + offset_of(sketch, "theta2Offset", row);
  return (Span){start, end};
}

static Span radii_of(MarkSketch *sketch, int row) {
  const View *view = sketch->view;
  const ChannelDef *def = &view->encoding[CHANNEL_RADIUS];
  double start = stated(sketch, CHANNEL_RADIUS2, row);
  bool has_start = !isnan(start);
  start = has_start ? start + offset_of(sketch, "radius2Offset", row)
                    : own(sketch, "innerRadius", row, NAN);
  if (def_has_field_or_datum(def)) {
    Span span = rect_span(sketch, CHANNEL_RADIUS, row);
    if (!has_start && !isnan(start)) span.start = start;
    return span;
  }
  double end = stated(sketch, CHANNEL_RADIUS, row);
  if (isnan(end))
    end = own(sketch, "outerRadius", row, fmin(view->width, view->height) / 2);
  return (Span){isnan(start) ? 0 : start,
                end + offset_of(sketch, "radiusOffset", row)};
}

static void record_arc(Group *group, const ArcShape *arc,
                       const Paints *paints) {
  json_t *item = record_item(group, "arc", arc->center, paints);
  record_number(item, "startAngle", arc->start_angle);
  record_number(item, "endAngle", arc->end_angle);
  record_number(item, "innerRadius", arc->inner_radius);
  record_number(item, "outerRadius", arc->outer_radius);
}

void arcs_draw(MarkSketch *sketch) {
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Point at = {point_place(sketch, CHANNEL_X, i),
                point_place(sketch, CHANNEL_Y, i)};
    Span angles = angles_of(sketch, i), radii = radii_of(sketch, i);
    if (!isfinite(at.x + at.y + angles.start + angles.end + radii.start +
                  radii.end))
      continue;
    ArcShape arc = {.center = at,
                    .inner_radius = fmax(0, fmin(radii.start, radii.end)),
                    .outer_radius = fmax(0, fmax(radii.start, radii.end)),
                    .start_angle = angles.start,
                    .end_angle = angles.end};
    arc.pad_angle = property_number(sketch, "padAngle", i, 0);
    arc.corner_radius = property_number(sketch, "cornerRadius", i, 0);
    Path *path = path_new(sketch->drawing->arena);
    arc_outline_add(path, &arc);
    Paints paints = item_paints(sketch, i);
    Bounds before = sketch->group->bounds;
    group_path(sketch->group, path, &paints);
    if (arc.corner_radius <= 0 && arc.pad_angle <= 0) {
      sketch->group->bounds = before;
      bounds_union(&sketch->group->bounds,
                   bounds_grown(arc_bounds(&arc), paints_reach(&paints)));
    }
    record_arc(sketch->group, &arc, &paints);
  }
}
