/* From a spec to a frame: the stages in order. */
#include "chart/chart.h"

#include <math.h>

#include "base/limits.h"
#include "chart/check/check.h"
#include "chart/config/cascade.h"
#include "chart/data/data.h"
#include "chart/data/facet_sort.h"
#include "chart/describe/describe.h"
#include "chart/domain/scale_calls.h"
#include "chart/domain/view_scale.h"
#include "chart/extension/extension.h"
#include "chart/extension/foot.h"
#include "chart/guide/axis.h"
#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/guide/title.h"
#include "chart/layout/autosize.h"
#include "chart/mark/project.h"
#include "chart/normalize/normalize.h"
#include "chart/params.h"
#include "chart/scene/record.h"
#include "chart/select/selection.h"
#include "chart/spec/read_view.h"
#include "chart/swatches.h"

/* ---- What expressions may name ---- */

/* The size of the plot at work. */
static bool size_value(const Drawing *drawing, Str name, Value *value) {
  bool is_width = str_is(name, "width");
  if (!drawing->sized || !(is_width || str_is(name, "height"))) return false;
  *value =
      value_number(is_width ? drawing->sized->width : drawing->sized->height);
  return true;
}

static bool find_name(void *owner, Str name, Value *value) {
  return param_value(owner, name, value) || size_value(owner, name, value);
}

static Str nearest_name(void *owner, Str name) {
  return param_nearest(owner, name);
}

static const Table *find_data(void *owner, const json_t *data) {
  return data_load(owner, data);
}

static void drawing_init(Drawing *drawing, Arena *arena,
                         const ChartRequest *request) {
  const json_t *spec = request->spec->root;
  *drawing = (Drawing){.arena = arena,
                       .request = request,
                       .tree = request->spec,
                       .datasets = json_object_get(spec, "datasets"),
                       .stage = 1};
  bool korean = str_is(request->language, "ko");
  drawing->scope = (ExprScope){.scratch = arena,
                               .find_name = find_name,
                               .nearest_name = nearest_name,
                               .call = scale_call,
                               .owner = drawing};
  drawing->locale =
      korean && request->theme == THEME_JIKJI ? locale_korean : locale_english;
}

static void drawing_connect(Drawing *drawing, FontSet *fonts, Diags *diags) {
  drawing->fonts = fonts;
  drawing->diags = diags;
  const json_t *spec = drawing->tree->root;
  drawing->config = config_merge(drawing, json_object_get(spec, "config"));
  const json_t *locale = json_object_get(drawing->config, "locale");
  if (locale)
    drawing->locale = locale_read(drawing->arena, locale, &drawing->locale);
  drawing->scope.locale = &drawing->locale;
  drawing->transforms = (TransformContext){.chart = drawing->arena,
                                           .diags = diags,
                                           .tree = drawing->tree,
                                           .scope = &drawing->scope,
                                           .find_data = find_data,
                                           .find_selected = selection_rows,
                                           .selection_holds = selection_holds,
                                           .owner = drawing};
  params_read(drawing, spec);
}

/* ---- Sizes of the whole ---- */

/* Lays a view out with the sizes wished for and draws it. */
static void draw_sized(Drawing *drawing, View *view, const SizeWish *wish) {
  drawing->mark_count = 0;
  sizes_set(drawing, view, wish);
  scales_prepare(drawing, view);
  drawing_use_scales(drawing, view);
  params_check(drawing);
  projections_set(drawing, view);
  view_draw(drawing, view);
  foot_draw(drawing, view);
}

/* Sum of the plots' widths in the widest row, which share what is to spare. */
static double plots_width(const View *view) {
  if (view_is_plot(view)) return view->width;
  int columns = view->columns > 0 ? view->columns : view->kids.count;
  double widest = 0, row = 0;
  for (int i = 0; i < view->kids.count; i++) {
    if (i % columns == 0) row = 0;
    row += plots_width(view->kids.items[i]);
    widest = fmax(widest, row);
  }
  return widest;
}

/* Draws again, a few times, until the outer size that the request asks for is
 * met. */
static void draw_requested(Drawing *drawing, View *view, Paddings padding) {
  SizeWish wish = {.width_factor = 1};
  double wide = drawing->request->fit_width,
         high = drawing->request->fit_height;
  bool common_width = view_common_size(view, CHANNEL_X) > 0;
  bool common_height = view_common_size(view, CHANNEL_Y) > 0;
  for (int i = 0; i < 3; i++) {
    Extent extent = extent_of(view);
    double spare_x = wide - (extent.width + padding.left + padding.right);
    double spare_y = high - (extent.height + padding.top + padding.bottom);
    bool fits_x = wide <= 0 || fabs(spare_x) < .01;
    bool fits_y = high <= 0 || !common_height || fabs(spare_y) < .01;
    if (fits_x && fits_y) break;
    double plots = plots_width(view);
    if (!fits_x && common_width)
      wish.fixed_width = fmax(20, view_common_size(view, CHANNEL_X) + spare_x);
    else if (!fits_x && plots > 0)
      wish.width_factor *= fmax(.05, (plots + spare_x) / plots);
    if (!fits_y)
      wish.fixed_height = fmax(20, view_common_size(view, CHANNEL_Y) + spare_y);
    draw_sized(drawing, view, &wish);
  }
}

static Extent draw_fitted(Drawing *drawing, View *view, Paddings padding) {
  SizeWish wish = {.width_factor = 1};
  Extent extent;
  draw_sized(drawing, view, &wish);
  if (drawing->request->fit_width > 0 || drawing->request->fit_height > 0) {
    draw_requested(drawing, view, padding);
    return extent_of(view);
  }
  if (autosize_settle(drawing, view, &padding, &wish, &extent))
    draw_sized(drawing, view, &wish);
  else
    extent = extent_of(view);
  return extent;
}

/* ---- The result ---- */

static void add_table(Arena *arena, Chart *chart, const Table *table) {
  for (int i = 0; i < chart->data.count; i++)
    if (chart->data.items[i] == table) return;
  list_add(arena, &chart->data, table);
}

/* A view without rows of its own has them in its parts. */
static void add_rows(Arena *arena, Chart *chart, const View *view) {
  const Table *rows = view->kind == VIEW_UNIT ? view->rows : view->source;
  if (rows && rows->columns.count) {
    add_table(arena, chart, rows);
    return;
  }
  for (int i = 0; i < view->kids.count; i++)
    add_rows(arena, chart, view->kids.items[i]);
}

static Str scene_of(Drawing *drawing, const View *view, double width,
                    double height) {
  const json_t *background = json_object_get(drawing->tree->root, "background");
  if (!background) background = json_object_get(drawing->config, "background");
  bool is_plot = view_is_plot(view);
  ScenePicture picture = {.width = width,
                          .height = height,
                          .view_width = is_plot ? view->width : 0,
                          .view_height = is_plot ? view->height : 0,
                          .background = json_str(background)};
  return record_scene(drawing->arena, view->group, &picture);
}

static Chart *chart_finish(Drawing *drawing, View *view, Paddings padding,
                           Extent extent) {
  double width = extent.width + padding.left + padding.right;
  double height = extent.height + padding.top + padding.bottom;
  if (drawing->request->fit_width > 0) width = drawing->request->fit_width;
  Chart *chart = arena_new(drawing->arena, Chart);
  if (width > LIMIT_PICTURE_SIDE_PX || height > LIMIT_PICTURE_SIDE_PX) {
    diag(drawing->diags, DIAG_CHART_LIMIT,
         drawing_place(drawing, view->spec, NULL),
         "the picture would be %.0f by %.0f, over %d a side", width, height,
         LIMIT_PICTURE_SIDE_PX);
    return NULL;
  }
  chart->frame = frame_new(drawing->arena, width, height);
  view->group->x = padding.left + extent.left;
  view->group->y = padding.top + extent.top;
  frame_add_group(chart->frame, view->group->frame,
                  matrix_move(view->group->x, view->group->y));
  chart->background = style_background(drawing);
  chart->title = title_text(drawing, view, "text");
  chart->subtitle = title_text(drawing, view, "subtitle");
  chart->alt = chart_describe(drawing, view);
  swatches_find(drawing, view, chart);
  const json_t *attach = extension_own(drawing, "attach");
  if (!json_is_false(attach)) add_rows(drawing->arena, chart, view);
  chart->scene = scene_of(drawing, view, width, height);
  return chart;
}

static Chart *draw_spec(Drawing *drawing, const ChartRequest *request) {
  if (!spec_check(drawing)) return NULL;
  const json_t *spec = spec_normalize(drawing, request->spec->root);
  View *view = spec ? view_read(drawing, spec, NULL) : NULL;
  if (view) selections_read(drawing, view);
  if (!view || !data_prepare(drawing, view, table_new(drawing->arena, 1)))
    return NULL;
  scales_resolve(drawing, view);
  scales_imply(drawing, view);
  invalid_filter(drawing, view);
  facets_sort(drawing, view);
  facets_prune(view);
  scales_domains(drawing, view);
  axes_resolve(drawing, view);
  legends_resolve(drawing, view);
  Paddings padding = paddings_read(drawing);
  Extent extent = draw_fitted(drawing, view, padding);
  return chart_finish(drawing, view, padding, extent);
}

Chart *chart_draw(Arena *arena, const ChartRequest *request, FontSet *fonts,
                  Diags *diags) {
  Drawing *drawing = arena_new(arena, Drawing);
  int first_message = diags->list.count;
  drawing_init(drawing, arena, request);
  drawing_connect(drawing, fonts, diags);
  Chart *chart = draw_spec(drawing, request);
  diags_settle(diags, first_message);
  return chart;
}
