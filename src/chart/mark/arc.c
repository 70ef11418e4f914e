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
  return scale_position(&scale->scale, value) +
         scale_bandwidth(&scale->scale) / 2;
}

static double own(MarkSketch *sketch, const char *name, const char *other,
                  int row, double fallback) {
  double number = property_number(sketch, name, row, NAN);
  return isnan(number) ? property_number(sketch, other, row, fallback) : number;
}

static Span angles_of(MarkSketch *sketch, int row) {
  const ChannelDef *def = &sketch->view->encoding[CHANNEL_THETA];
  if (def_has_field_or_datum(def)) return rect_span(sketch, CHANNEL_THETA, row);
  double end = def->json ? channel_number(sketch, CHANNEL_THETA, row, NULL, 0)
                         : own(sketch, "theta", "endAngle", row, 2 * G_PI);
  double start = sketch->view->encoding[CHANNEL_THETA2].json
                     ? channel_number(sketch, CHANNEL_THETA2, row, NULL, 0)
                     : own(sketch, "theta2", "startAngle", row, 0);
  return (Span){start, end};
}

static Span radii_of(MarkSketch *sketch, int row) {
  const View *view = sketch->view;
  const ChannelDef *def = &view->encoding[CHANNEL_RADIUS];
  double inner = own(sketch, "radius2", "innerRadius", row, NAN);
  if (def_has_field_or_datum(def)) {
    Span span = rect_span(sketch, CHANNEL_RADIUS, row);
    if (!isnan(inner) && !view->encoding[CHANNEL_RADIUS2].json)
      span.start = inner;
    return span;
  }
  double outer = def->json
                     ? channel_number(sketch, CHANNEL_RADIUS, row, NULL, 0)
                     : own(sketch, "outerRadius", "radius", row,
                           fmin(view->width, view->height) / 2);
  return (Span){(isnan(inner) ? 0 : inner) +
                    property_number(sketch, "radius2Offset", row, 0),
                outer + property_number(sketch, "radiusOffset", row, 0)};
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
    group_path(sketch->group, path, &paints);
    record_arc(sketch->group, &arc, &paints);
  }
}
