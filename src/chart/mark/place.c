/* Where a row's item stands: points, ranges, bands and bins. */
#include <glib.h>
#include <math.h>

#include "chart/mark/project.h"
#include "chart/spec/read_view.h"

static double plot_size(const MarkSketch *sketch, Channel channel) {
  return channel == CHANNEL_X || channel == CHANNEL_X2 ? sketch->view->width
                                                       : sketch->view->height;
}

static const ViewScale *scale_of(const MarkSketch *sketch, Channel channel) {
  Channel of = channel_of_scale(channel);
  return of == CHANNEL_NONE ? NULL : sketch->view->scales[of];
}

static const char *offset_name(Channel channel) {
  switch (channel) {
  case CHANNEL_X:
    return "xOffset";
  case CHANNEL_Y:
    return "yOffset";
  case CHANNEL_X2:
    return "x2Offset";
  case CHANNEL_Y2:
    return "y2Offset";
  case CHANNEL_THETA:
    return "thetaOffset";
  case CHANNEL_RADIUS:
    return "radiusOffset";
  case CHANNEL_THETA2:
    return "theta2Offset";
  case CHANNEL_RADIUS2:
    return "radius2Offset";
  default:
    return "offset";
  }
}

static Channel offset_channel(Channel channel) {
  return channel == CHANNEL_X   ? CHANNEL_X_OFFSET
         : channel == CHANNEL_Y ? CHANNEL_Y_OFFSET
                                : CHANNEL_NONE;
}

double place_offset(MarkSketch *sketch, Channel channel, int row,
                    bool centers) {
  Channel nested = offset_channel(channel);
  const ChannelDef *def =
      nested == CHANNEL_NONE ? NULL : &sketch->view->encoding[nested];
  if (def && def_has_field_or_datum(def)) {
    const ViewScale *scale = sketch->view->scales[nested];
    Value value = def_cell(sketch, def, row);
    if (!scale) return value_to_number(value);
    double at = scale_position(&scale->scale, value);
    return centers ? at + scale_bandwidth(&scale->scale) / 2 : at;
  }
  if (def && def->json && def->value)
    return channel_number(sketch, nested, row, NULL, 0);
  return property_number(sketch, offset_name(channel), row, 0);
}

/* A value as a place: "width" and "height" are the plot's. */
static double value_place(MarkSketch *sketch, Channel channel, Value value) {
  if (value.kind == VALUE_STRING) {
    if (str_is(value_text(&value), "width")) return sketch->view->width;
    if (str_is(value_text(&value), "height")) return sketch->view->height;
  }
  (void)channel;
  return value_to_number(value);
}

static double interpolated(const ViewScale *scale, Value start, Value end,
                           double position) {
  if (start.kind == VALUE_NULL || start.kind == VALUE_UNDEFINED) return NAN;
  double from = value_to_number(start), to = value_to_number(end);
  if (isnan(to)) return scale_position(&scale->scale, start);
  return scale_number(&scale->scale, from + position * (to - from));
}

static Value cell_named(const MarkSketch *sketch, Str column, int row) {
  int index = table_find_index(sketch->rows, column);
  return index < 0 ? (Value){0} : table_cell(sketch->rows, index, row);
}

/* The place of a field or datum, without offsets: the value's side of stacks,
 * the middle of bands, bins and (where asked for) time periods. */
static double def_place(MarkSketch *sketch, const ChannelDef *def, int row,
                        double band) {
  const ViewScale *scale = scale_of(sketch, def->channel);
  const View *view = sketch->view;
  Value value = def_cell(sketch, def, row);
  if (!scale) return value_to_number(value);
  if (view->stack.offset != STACK_NONE && view->stack.channel == def->channel) {
    Value end = cell_named(sketch, view->stack.end, row);
    double position = isnan(band) ? 1 : band;
    const json_t *own = json_object_get(def->json, "bandPosition");
    if (json_is_number(own)) position = json_number_value(own);
    if (position == 1) return scale_position(&scale->scale, end);
    return interpolated(scale, cell_named(sketch, view->stack.start, row), end,
                        position);
  }
  Value output;
  if (invalid_output(sketch->drawing, view, def, value, &output))
    return value_to_number(output);
  if (scale_type_is_discrete(scale->type)) {
    const json_t *own = json_object_get(def->json, "bandPosition");
    double at = scale_position(&scale->scale, value);
    double position = !isnan(band)          ? band
                      : json_is_number(own) ? json_number_value(own)
                                            : .5;
    return at + scale_bandwidth(&scale->scale) * position;
  }
  double position = isnan(band) ? def_band_position(view, def) : band;
  Channel second = channel_second(def->channel);
  if (def->is_binned && second != CHANNEL_NONE &&
      view->encoding[second].has_field)
    return interpolated(scale, value,
                        def_cell(sketch, &view->encoding[second], row),
                        isnan(position) ? .5 : position);
  bool timed = def->time_unit.parts && def->type == TYPE_TEMPORAL;
  if (def->column_end.len && (def->bin || timed) && !isnan(position) &&
      position > 0)
    return interpolated(scale, value, cell_named(sketch, def->column_end, row),
                        position);
  return scale_position(&scale->scale, value);
}

/* The mark's own x, y, ...; NaN: none. */
static double property_place(MarkSketch *sketch, Channel channel, int row) {
  Value value = property_value(sketch, channel_name(channel), row);
  return value.kind == VALUE_UNDEFINED ? NAN
                                       : value_place(sketch, channel, value);
}

static double datum_or_value(MarkSketch *sketch, Channel channel, int row,
                             double band) {
  const ChannelDef *def = &sketch->view->encoding[channel];
  if (def_has_field_or_datum(def)) return def_place(sketch, def, row, band);
  if (def->json) {
    Value value = channel_value(sketch, channel, row);
    if (value.kind != VALUE_UNDEFINED)
      return value_place(sketch, channel, value);
  }
  return property_place(sketch, channel, row);
}

/* Whether an offset channel places items within the bands of x or y. */
static bool is_nested(const MarkSketch *sketch, Channel channel) {
  Channel nested = offset_channel(channel);
  return nested != CHANNEL_NONE &&
         def_has_field_or_datum(&sketch->view->encoding[nested]);
}

/* The place on x or y of a row's longitude and latitude. */
static double map_place(MarkSketch *sketch, Channel channel, int row,
                        bool second) {
  Point at = geo_place(sketch, row, second);
  return channel == CHANNEL_X ? at.x : at.y;
}

/* How far a point that ties with others is moved off them. */
static double tie_shift(const View *view, Channel channel, int row) {
  bool flat = view->orient == ORIENT_HORIZONTAL;
  if (!view->tie_shifts || channel != (flat ? CHANNEL_X : CHANNEL_Y)) return 0;
  return view->tie_shifts[row];
}

double point_place(MarkSketch *sketch, Channel channel, int row) {
  if (view_has_geo_places(sketch->view))
    return map_place(sketch, channel, row, false) +
           place_offset(sketch, channel, row, true);
  double place = datum_or_value(sketch, channel, row,
                                is_nested(sketch, channel) ? 0 : NAN);
  const ChannelDef *def = &sketch->view->encoding[channel];
  if (isnan(place) && !def->has_field) place = plot_size(sketch, channel) / 2;
  return place + place_offset(sketch, channel, row, true) +
         tie_shift(sketch->view, channel, row);
}

/* Zero's place, or the domain's start (or end) where it has no zero. */
static double zero_place(const MarkSketch *sketch, Channel channel, bool max) {
  const ViewScale *scale = scale_of(sketch, channel);
  double size = plot_size(sketch, channel);
  bool is_y = channel == CHANNEL_Y;
  if (!scale || scale_type_is_discrete(scale->type))
    return max == is_y ? 0 : size;
  const ValueList *domain = &scale->scale.domain;
  if (!domain->count) return is_y ? size : 0;
  double first = value_to_number(domain->items[0]);
  double last = value_to_number(domain->items[domain->count - 1]);
  bool has_zero = fmin(first, last) <= 0 && fmax(first, last) >= 0 &&
                  scale->type != SCALE_LOG &&
                  !scale_type_is_temporal(scale->type);
  if (has_zero) return scale_number(&scale->scale, 0);
  return scale_number(&scale->scale, max ? last : first);
}

static bool is_stacked(const MarkSketch *sketch, Channel channel) {
  return sketch->view->stack.offset != STACK_NONE &&
         sketch->view->stack.channel == channel;
}

bool has_second_end(const MarkSketch *sketch, Channel channel) {
  Channel second = channel_second(channel);
  return is_stacked(sketch, channel) || sketch->view->encoding[second].json ||
         mark_property(sketch->view, channel_name(second));
}

/* The mark's width or height in pixels; NaN: none, or a share of the band. */
static double size_property(MarkSketch *sketch, Channel channel, int row) {
  const char *name = channel == CHANNEL_X ? "width" : "height";
  return property_number(sketch, name, row, NAN);
}

/* Where a mark of a stated size stands by its `align` or `baseline`: -1 after
 * its place, 1 before it, 0 about it. */
static int alignment(MarkSketch *sketch, Channel channel, int row) {
  Value align =
      property_value(sketch, channel == CHANNEL_X ? "align" : "baseline", row);
  Str name = value_text(&align);
  if (str_is(name, "left") || str_is(name, "top")) return -1;
  return str_is(name, "right") || str_is(name, "bottom") ? 1 : 0;
}

static Span aligned(double at, double size, int alignment) {
  double start = at - size * (1 + alignment) / 2;
  return (Span){start, start + size};
}

Span range_span(MarkSketch *sketch, Channel channel, int row) {
  if (view_has_geo_places(sketch->view))
    return (Span){map_place(sketch, channel, row, true),
                  map_place(sketch, channel, row, false)};
  Channel second = channel_second(channel);
  const ChannelDef *def = &sketch->view->encoding[channel];
  double end = datum_or_value(sketch, channel, row, NAN), start;
  double offset = place_offset(sketch, channel, row, true);
  double second_offset = 0;
  if (isnan(end) && !def->has_field) end = zero_place(sketch, channel, true);
  if (is_stacked(sketch, channel)) {
    const ViewScale *scale = scale_of(sketch, channel);
    Value from = cell_named(sketch, sketch->view->stack.start, row);
    start = scale ? scale_position(&scale->scale, from) : value_to_number(from);
    second_offset = offset;
  } else {
    start = datum_or_value(sketch, second, row, NAN);
    if (!isnan(start))
      second_offset = property_number(sketch, offset_name(second), row, 0);
    double size = size_property(sketch, channel, row);
    if (isnan(start) && !isnan(size) && channel_is_position(channel))
      return aligned(end + offset, size, alignment(sketch, channel, row));
    if (isnan(start)) start = zero_place(sketch, channel, false);
  }
  return (Span){start + second_offset, end + offset};
}

/* The share of a band that the mark's size asks for; 1 by default. */
static double band_share(const MarkSketch *sketch, const ChannelDef *def,
                         Channel channel) {
  const View *view = sketch->view;
  const char *name = channel == CHANNEL_X ? "width" : "height";
  const json_t *size = mark_property(view, name);
  if (!size) size = mark_config(view, "discreteBandSize");
  const json_t *band = json_object_get(size, "band");
  if (json_is_number(band)) return json_number_value(band);
  if (def->time_unit.parts && !def->bin) {
    const json_t *share = mark_config(view, "timeUnitBandSize");
    if (json_is_number(share)) return json_number_value(share);
  }
  return 1;
}

static double axis_translate(const MarkSketch *sketch, const ChannelDef *def) {
  const json_t *own =
      json_object_get(json_object_get(def->json, "axis"), "translate");
  (void)sketch;
  return json_is_number(own) ? json_number_value(own) : .5;
}

static void move_period(const MarkSketch *sketch, const ChannelDef *def,
                        Value *from, Value *to) {
  double start = value_to_number(*from), end = value_to_number(*to);
  if (from->kind == VALUE_NULL || !isfinite(start + end)) return;
  def_move_period(sketch->view, def, &start, &end);
  *from = value_time(start);
  *to = value_time(end);
}

/* A number that styles and the config say of the marks, but no mark itself. */
static double config_of_mark(MarkSketch *sketch, const char *name,
                             double fallback) {
  const json_t *json = mark_config(sketch->view, name);
  return json_is_number(json) ? json_number_value(json) : fallback;
}

/* Bins and time periods on a continuous scale: from edge to edge, less the
 * space between, but never thinner than the least size. */
static Span bin_span(MarkSketch *sketch, const ChannelDef *def, int row) {
  Channel channel = def->channel, second = channel_second(channel);
  const ViewScale *scale = scale_of(sketch, channel);
  Value from = def_cell(sketch, def, row);
  Value to = cell_named(sketch, def->column_end, row);
  if (def->is_binned) {
    const ChannelDef *other = &sketch->view->encoding[second];
    const json_t *step =
        json_object_get(json_object_get(def->json, "bin"), "step");
    if (!def_has_field_or_datum(other) && !json_is_number(step))
      return (Span){NAN, NAN}; /* nothing says where bins end */
    to = def_has_field_or_datum(other)
             ? def_cell(sketch, other, row)
             : value_number(value_to_number(from) + json_number_value(step));
  }
  double share = (1 - band_share(sketch, def, channel)) / 2;
  double whole =
      fabs(interpolated(scale, from, to, 1) - interpolated(scale, from, to, 0));
  if (def->time_unit.parts) move_period(sketch, def, &from, &to);
  double start = interpolated(scale, from, to, share);
  double end = interpolated(scale, from, to, 1 - share);
  if (!channel_is_position(channel)) return (Span){start, end};
  double spacing = property_number(sketch, "binSpacing", row, 0) / 2;
  double least = config_of_mark(sketch, "minBandSize", 0);
  double inset = whole < least ? -.5 * (least - whole) : spacing;
  double sign = channel == CHANNEL_X ? 1 : -1;
  if (json_is_true(scale_property(scale, "reverse"))) sign = -sign;
  double translate = axis_translate(sketch, def);
  double offset = place_offset(sketch, channel, row, true);
  double second_offset =
      property_number(sketch, offset_name(second), row, offset);
  return (Span){start + sign * inset + second_offset + translate,
                end - sign * inset + offset + translate};
}

/* The size of a bar's other side where no band gives it. */
static double loose_size(MarkSketch *sketch, Channel channel) {
  const View *view = sketch->view;
  const ViewScale *scale = scale_of(sketch, channel);
  const ChannelDef *def = &view->encoding[channel];
  if (scale && scale->type == SCALE_POINT) {
    double step = scale_step(&scale->scale);
    return step > 2 ? step - 2 : step;
  }
  if (scale) {
    double own = config_of_mark(sketch, "continuousBandSize", NAN);
    if (!isnan(own)) return own;
  }
  if (!def_has_field_or_datum(def)) {
    const char *name = view->mark == MARK_TICK  ? "tickBandPaddingInner"
                       : view->mark == MARK_BAR ? "barBandPaddingInner"
                                                : "rectBandPaddingInner";
    double padding = config_number(sketch->drawing, "scale", name, 0);
    return (1 - padding) * plot_size(sketch, channel);
  }
  return config_number(sketch->drawing, "view", "step", 20) - 2;
}

static bool runs_along(const View *view, Channel channel) {
  if (view->mark == MARK_TICK)
    return view->orient ==
           (channel == CHANNEL_Y ? ORIENT_VERTICAL : ORIENT_HORIZONTAL);
  return view->mark == MARK_BAR &&
         view->orient ==
             (channel == CHANNEL_X ? ORIENT_VERTICAL : ORIENT_HORIZONTAL);
}

/* A size that the mark or the size channel states; NaN: none. */
static double stated_size(MarkSketch *sketch, Channel channel, int row) {
  double size = size_property(sketch, channel, row);
  if (!isnan(size)) return size;
  if (!runs_along(sketch->view, channel)) return NAN;
  return channel_number(sketch, CHANNEL_SIZE, row, "size", NAN);
}

static Span band_span(MarkSketch *sketch, const ChannelDef *def, int row) {
  Channel channel = def->channel;
  const ViewScale *scale = scale_of(sketch, channel);
  Channel nested = offset_channel(channel);
  const ViewScale *inner =
      nested == CHANNEL_NONE ? NULL : sketch->view->scales[nested];
  if (inner && !def_has_field_or_datum(&sketch->view->encoding[nested]))
    inner = NULL;
  const ViewScale *banded = inner ? inner : scale;
  double size = stated_size(sketch, channel, row);
  double share = band_share(sketch, def, channel);
  double least = config_of_mark(sketch, "minBandSize", 0);
  bool has_field = def_has_field_or_datum(def);
  if (isnan(size) && scale && scale_type_is_discrete(scale->type))
    size = config_of_mark(sketch, "discreteBandSize", NAN);
  if (isnan(size) && banded && banded->type == SCALE_BAND) {
    double width = scale_bandwidth(&banded->scale);
    double start = has_field ? def_place(sketch, def, row, (1 - share) / 2) : 0;
    if (isnan(start)) start = 0; /* of a value that the domain lacks */
    start += place_offset(sketch, channel, row, false);
    return (Span){start, start + fmax(least, width * share)};
  }
  if (isnan(size)) size = loose_size(sketch, channel);
  int side = alignment(sketch, channel, row);
  double at = has_field ? def_place(sketch, def, row, inner || side ? 0 : NAN)
                        : datum_or_value(sketch, channel, row, NAN);
  if (isnan(at) && !has_field) at = plot_size(sketch, channel) / 2;
  at += place_offset(sketch, channel, row, true);
  return aligned(at, size, side);
}

/* Ticks of categories or bins go through the plot where nothing says how far
 * they reach. */
static bool goes_through(const View *view, Channel channel) {
  if (view->mark != MARK_TICK || view->encoding[channel].json ||
      !runs_along(view, channel))
    return false;
  const ChannelDef *across =
      &view->encoding[channel == CHANNEL_X ? CHANNEL_Y : CHANNEL_X];
  return across->has_field && (across->bin || def_is_discrete(across));
}

Span rect_span(MarkSketch *sketch, Channel channel, int row) {
  const View *view = sketch->view;
  if (goes_through(view, channel)) return (Span){0, plot_size(sketch, channel)};
  const ChannelDef *def = &view->encoding[channel];
  const ChannelDef *second = &view->encoding[channel_second(channel)];
  const ViewScale *scale = scale_of(sketch, channel);
  bool discrete = scale && scale_type_is_discrete(scale->type);
  bool periods =
      def->bin || def->is_binned || (def->time_unit.parts && !second->json);
  Channel nested = offset_channel(channel);
  bool offset = nested != CHANNEL_NONE && view->encoding[nested].json;
  if (def->has_field && periods && scale && !discrete && !offset &&
      isnan(stated_size(sketch, channel, row)))
    return bin_span(sketch, def, row);
  bool has = def_has_field_or_datum(def);
  if (((has && discrete) || runs_along(view, channel)) && !second->json &&
      channel_is_position(channel))
    return band_span(sketch, def, row);
  if (has && discrete && !second->json) {
    double start = def_place(sketch, def, row, 0);
    return (Span){start, start + scale_bandwidth(&scale->scale)};
  }
  return range_span(sketch, channel, row);
}
