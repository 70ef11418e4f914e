#include "chart/layout/autosize.h"

#include <math.h>

#include "chart/guide/style.h"

Paddings paddings_read(Drawing *drawing) {
  const json_t *own = json_object_get(drawing->tree->root, "padding");
  const json_t *json = own ? own : json_object_get(drawing->config, "padding");
  if (!json_is_object(json) || json_is_expression(json)) {
    double all = style_number(drawing, json, 5);
    return (Paddings){all, all, all, all};
  }
  return (Paddings){json_number_value(json_object_get(json, "left")),
                    json_number_value(json_object_get(json, "top")),
                    json_number_value(json_object_get(json, "right")),
                    json_number_value(json_object_get(json, "bottom"))};
}

Extent extent_of(const View *view) {
  const Bounds *bounds = &view->group->bounds;
  double width = view_is_plot(view) ? view->width : 0;
  double height = view_is_plot(view) ? view->height : 0;
  Extent extent = {.left = fmax(0, ceil(-bounds->x1)),
                   .top = fmax(0, ceil(-bounds->y1))};
  extent.width = extent.left + width + fmax(0, ceil(bounds->x2 - width));
  extent.height = extent.top + height + fmax(0, ceil(bounds->y2 - height));
  return extent;
}

typedef struct Autosize {
  bool fits_x, fits_y, is_none;
  bool contains_padding; /* the stated size counts it */
} Autosize;

static const ViewScale *scale_in(const View *view, Channel channel) {
  if (view->scales[channel]) return view->scales[channel];
  for (int i = 0; i < view->kids.count; i++) {
    const ViewScale *scale = scale_in(view->kids.items[i], channel);
    if (scale) return scale;
  }
  return NULL;
}

/* Whether the plot is as wide as the steps of a discrete scale. */
static bool is_stepped(const View *view, Channel channel) {
  const json_t *size =
      json_object_get(view->spec, channel == CHANNEL_X ? "width" : "height");
  if (json_is_number(size) || json_is_string(size)) return false;
  const ViewScale *scale = scale_in(view, channel);
  return json_object_get(size, "step") ||
         (scale && scale_type_is_discrete(scale->type));
}

static bool is_container(const View *view, const char *name) {
  return json_is_string(json_object_get(view->spec, name));
}

static Autosize autosize_read(const Drawing *drawing, const View *view) {
  const json_t *json = json_object_get(drawing->tree->root, "autosize");
  if (!json) json = json_object_get(drawing->config, "autosize");
  Str type =
      json_str(json_is_object(json) ? json_object_get(json, "type") : json);
  Str contains = json_str(json_object_get(json, "contains"));
  Autosize autosize = {.fits_x = str_is(type, "fit") || str_is(type, "fit-x"),
                       .fits_y = str_is(type, "fit") || str_is(type, "fit-y"),
                       .is_none = str_is(type, "none"),
                       .contains_padding = str_is(contains, "padding")};
  if (!type.len && view_is_plot(view)) {
    autosize.fits_x = is_container(view, "width");
    autosize.fits_y = is_container(view, "height");
    autosize.contains_padding = true;
  }
  if (!view_is_plot(view)) return autosize;
  autosize.fits_x &= !is_stepped(view, CHANNEL_X);
  autosize.fits_y &= !is_stepped(view, CHANNEL_Y);
  return autosize;
}

bool autosize_settle(const Drawing *drawing, const View *view,
                     const Paddings *padding, SizeWish *wish, Extent *extent) {
  Autosize autosize = autosize_read(drawing, view);
  double plot_width = view_common_size(view, CHANNEL_X);
  double plot_height = view_common_size(view, CHANNEL_Y);
  autosize.fits_x &= plot_width > 0;
  autosize.fits_y &= plot_height > 0;
  autosize.is_none &= view_is_plot(view);
  if (!autosize.fits_x && !autosize.fits_y && !autosize.is_none) return false;
  bool inside = autosize.contains_padding;
  double width = plot_width - (inside ? padding->left + padding->right : 0);
  double height = plot_height - (inside ? padding->top + padding->bottom : 0);
  *extent = extent_of(view);
  if (autosize.is_none) {
    *extent = (Extent){0, 0, width, height};
    return true;
  }
  if (autosize.fits_x) {
    wish->fixed_width = fmax(1, width - (extent->width - plot_width));
    extent->width = width;
  }
  if (autosize.fits_y) {
    wish->fixed_height = fmax(1, height - (extent->height - plot_height));
    extent->height = height;
  }
  return true;
}
