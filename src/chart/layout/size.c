/* Sizes of plots, before anything is drawn. */
#include <math.h>

#include "base/limits.h"
#include "chart/layout/layout.h"
#include "chart/spec/read_view.h"

bool view_is_plot(const View *view) {
  return view->kind == VIEW_UNIT || view->kind == VIEW_LAYER;
}

/* The stated size, of the view or of the layer around it. */
static const json_t *stated_size(const View *view, const char *name) {
  for (; view; view = view->parent) {
    const json_t *size = json_object_get(view->spec, name);
    if (size) return size;
    if (!view->parent || view->parent->kind != VIEW_LAYER) return NULL;
  }
  return NULL;
}

static const View *first_unit_with(const View *view, Channel channel) {
  if (view->kind == VIEW_UNIT) return view->scales[channel] ? view : NULL;
  for (int i = 0; i < view->kids.count; i++) {
    const View *found = first_unit_with(view->kids.items[i], channel);
    if (found) return found;
  }
  return NULL;
}

static bool has_steps(const View *plot, Channel channel) {
  const View *unit = first_unit_with(plot, channel);
  const char *name = channel == CHANNEL_X ? "width" : "height";
  if (!unit || json_is_number(stated_size(unit, name))) return false;
  return scale_type_is_discrete(unit->scales[channel]->type);
}

double view_common_size(const View *view, Channel channel) {
  bool is_x = channel == CHANNEL_X;
  if (view_is_plot(view)) return is_x ? view->width : view->height;
  bool stacked = is_x ? view->columns == 1 : view->columns == 0;
  if (view->kind != VIEW_CONCAT || !stacked) return 0;
  double common = 0;
  for (int i = 0; i < view->kids.count; i++) {
    const View *kid = view->kids.items[i];
    if (!view_is_plot(kid) || has_steps(kid, channel)) return 0;
    double size = is_x ? kid->width : kid->height;
    if (i && size != common) return 0;
    common = size;
  }
  return common;
}

static double padding_of(const ViewScale *scale, const char *name,
                         double fallback) {
  const json_t *all = scale_property(scale, "padding");
  const json_t *own = scale_property(scale, name);
  if (json_is_number(own)) return json_number_value(own);
  return json_is_number(all) ? json_number_value(all) : fallback;
}

/* How many steps wide a discrete scale is. */
static double steps_of(const ViewScale *scale) {
  double inner = padding_of(scale, "paddingInner", 0);
  double outer = padding_of(scale, "paddingOuter", 0);
  if (scale->type == SCALE_POINT) inner = 1;
  return band_space(scale->scale.domain.count, inner, outer);
}

/* The width of a discrete scale by its step; a step for an offset is one of
 * the bands within. */
static double size_by_step(const View *view, Channel channel, double step,
                           const json_t *stated) {
  const ViewScale *scale = view->scales[channel];
  Channel nested = channel == CHANNEL_X ? CHANNEL_X_OFFSET : CHANNEL_Y_OFFSET;
  const ViewScale *inner = view->scales[nested];
  bool for_position =
      str_is(json_str(json_object_get(stated, "for")), "position");
  if (inner && scale_type_is_discrete(inner->type) && !for_position) {
    double band = padding_of(scale, "paddingInner", 0);
    step = steps_of(inner) * step / (1 - band);
  }
  return steps_of(scale) * step;
}

static double config_size(const Drawing *drawing, const char *name,
                          const char *older, double fallback) {
  return config_number(drawing, "view", name,
                       config_number(drawing, "view", older, fallback));
}

static double unit_size(Drawing *drawing, const View *view, Channel channel) {
  bool is_x = channel == CHANNEL_X;
  const ViewScale *scale = view->scales[channel];
  const json_t *stated = stated_size(view, is_x ? "width" : "height");
  const json_t *step = json_object_get(stated, "step");
  double continuous =
      config_size(drawing, is_x ? "continuousWidth" : "continuousHeight",
                  is_x ? "width" : "height", 300);
  double config_step = config_number(drawing, "view", "step", 20);
  if (stated && !json_is_number(stated) && !step && !json_is_string(stated)) {
    Value value = drawing_value(drawing, stated, NULL, 0);
    if (value.kind == VALUE_NUMBER) return value.number;
  }
  if (json_is_number(stated)) return json_number_value(stated);
  if (json_is_string(stated)) return continuous;
  if (!scale) {
    bool round = view->mark == MARK_ARC || view->mark == MARK_GEOSHAPE;
    for (int i = CHANNEL_LATITUDE; i <= CHANNEL_LONGITUDE2; i++)
      round |= view->encoding[i].json != NULL;
    if (round) return continuous;
    return json_is_number(step) ? json_number_value(step) : config_step;
  }
  if (!scale_type_is_discrete(scale->type)) return continuous;
  if (json_is_number(step))
    return size_by_step(view, channel, json_number_value(step), stated);
  const json_t *discrete =
      config_find(drawing, "view", is_x ? "discreteWidth" : "discreteHeight");
  if (json_is_number(discrete)) return json_number_value(discrete);
  step = json_object_get(discrete, "step");
  return size_by_step(view, channel,
                      step ? json_number_value(step) : config_step, discrete);
}

static const View *first_unit(const View *view) {
  while (view->kind != VIEW_UNIT && view->kids.count)
    view = view->kids.items[0];
  return view->kind == VIEW_UNIT ? view : NULL;
}

static void spread(View *view, double width, double height) {
  view->width = width;
  view->height = height;
  for (int i = 0; i < view->kids.count; i++)
    spread(view->kids.items[i], width, height);
}

/* A plot over the limit is told at once: its ticks would have no end. */
static double within_limit(Drawing *drawing, const View *view, double size) {
  if (size <= LIMIT_PICTURE_SIDE_PX) return fmax(0, size);
  diag(drawing->diags, DIAG_CHART_LIMIT,
       drawing_place(drawing, view->spec, NULL),
       "a plot would be %g a side, over %d", size, LIMIT_PICTURE_SIDE_PX);
  return 1;
}

static void set_plot_size(Drawing *drawing, View *view, const SizeWish *wish) {
  double size[2] = {0, 0};
  for (int i = CHANNEL_X; i <= CHANNEL_Y; i++) {
    const View *unit = first_unit_with(view, (Channel)i);
    if (!unit) unit = first_unit(view);
    size[i] = unit ? unit_size(drawing, unit, (Channel)i) : 0;
  }
  double width = size[0] * (wish->width_factor > 0 ? wish->width_factor : 1);
  if (wish->fixed_width > 0) width = wish->fixed_width;
  double height = wish->fixed_height > 0 ? wish->fixed_height : size[1];
  spread(view, within_limit(drawing, view, width),
         within_limit(drawing, view, height));
}

void sizes_set(Drawing *drawing, View *view, const SizeWish *wish) {
  if (view_is_plot(view)) {
    set_plot_size(drawing, view, wish);
    return;
  }
  for (int i = 0; i < view->kids.count; i++)
    sizes_set(drawing, view->kids.items[i], wish);
}
