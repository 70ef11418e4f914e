/* Marks, composite marks and gradients. */
#include <stddef.h>
#include <string.h>

#include "chart/check/rules.h"

static const PropertyGroup stop_groups[] = {
    {NUMBER, "offset", NULL, NULL}, {COLOR, "color", NULL, NULL}, {0}};
static const ObjectKind gradient_stop = {.name = "a gradient's stop",
                                         .groups = stop_groups};

static const PropertyGroup gradient_groups[] = {
    {TEXT, "gradient", NULL, "linear radial"},
    {NUMBER, "x1 x2 y1 y2 r1 r2", NULL, NULL},
    {OBJECTS, "stops", &gradient_stop, NULL},
    {TEXT, "id", NULL, NULL},
    {0}};
const ObjectKind kind_gradient = {.name = "a gradient",
                                  .groups = gradient_groups};

static const PropertyGroup band_groups[] = {{NUMBER, "band", NULL, NULL}, {0}};
static const ObjectKind band = {.name = "a share of a band",
                                .groups = band_groups};

static const PropertyGroup tooltip_groups[] = {
    {TEXT, "content", NULL, "encoding data"}, {0}};
static const ObjectKind tooltip = {.name = "a tooltip",
                                   .groups = tooltip_groups};

#define INTERPOLATIONS                                                         \
  "basis basis-closed basis-open bundle cardinal cardinal-closed "             \
  "cardinal-open catmull-rom linear linear-closed monotone natural step "      \
  "step-after step-before"

static const PropertyGroup mark_groups[] = {
    {NUMBER,
     "angle bandSize binSpacing continuousBandSize cornerRadius "
     "cornerRadiusBottomLeft cornerRadiusBottomRight cornerRadiusEnd "
     "cornerRadiusTopLeft cornerRadiusTopRight dx dy endAngle fillOpacity "
     "fontSize innerRadius limit lineHeight minBandSize opacity outerRadius "
     "padAngle radius radius2 radius2Offset radiusOffset size startAngle "
     "strokeDashOffset strokeMiterLimit strokeOffset strokeOpacity "
     "strokeWidth tension theta theta2 theta2Offset thetaOffset thickness "
     "time timeUnitBandPosition timeUnitBandSize x2Offset xOffset y2Offset "
     "yOffset",
     NULL, NULL},
    {TEXT,
     "ariaRole ariaRoleDescription cursor description ellipsis font fontStyle "
     "href lineBreak shape type url",
     NULL, NULL},
    {TEXT | NUMBER, "fontWeight", NULL, NULL},
    {FLAG, "aria aspect clip filled order smooth", NULL, NULL},
    {COLOR | OBJECT, "color fill stroke", &kind_gradient, NULL},
    {NUMBER | OBJECT, "discreteBandSize height width", &band, NULL},
    {NUMBER | TEXT, "x x2", NULL, "width"},
    {NUMBER | TEXT, "y y2", NULL, "height"},
    {TEXT, "align", NULL, ALIGNS},
    {TEXT, "baseline", NULL, BASELINES},
    {TEXT, "blend", NULL,
     "color color-burn color-dodge darken difference exclusion hard-light hue "
     "lighten luminosity multiply overlay saturation screen soft-light"},
    {TEXT, "dir", NULL, "ltr rtl"},
    {TEXT, "interpolate", NULL, INTERPOLATIONS},
    {TEXT, "invalid", NULL,
     "filter show break-paths-filter-domains break-paths-show-domains "
     "break-paths-show-path-domains"},
    {TEXT, "orient", NULL, "horizontal vertical"},
    {TEXT, "strokeCap", NULL, "butt round square"},
    {TEXT, "strokeJoin", NULL, "bevel miter round"},
    {FLAG | OBJECT, "line", &kind_mark_config, NULL},
    {FLAG | OBJECT | TEXT, "point", &kind_mark_config, "transparent"},
    {LIST, "strokeDash", NULL, NULL},
    {TEXT | LIST, "style", NULL, NULL},
    {TEXT | LIST | NUMBER, "text", NULL, NULL},
    {ANYTHING, "tooltip", &tooltip, NULL},
    {0}};
const ObjectKind kind_mark_config = {
    .name = "a mark", .groups = mark_groups, .rule = rule_mark};

static const PropertyGroup boxplot_groups[] = {
    {FLAG | OBJECT, "box median outliers rule ticks", &kind_mark_config, NULL},
    {NUMBER | TEXT, "extent", NULL, "min-max"},
    {0}};
static const ObjectKind boxplot = {
    .name = "a boxplot", .base = &kind_mark_config, .groups = boxplot_groups};

static const PropertyGroup error_groups[] = {
    {FLAG | OBJECT, "band borders rule ticks", &kind_mark_config, NULL},
    {TEXT, "extent", NULL, "ci iqr stderr stdev"},
    {0}};
static const ObjectKind error_mark = {.name = "an error bar or band",
                                      .base = &kind_mark_config,
                                      .groups = error_groups};

static const ObjectKind *mark_chosen(const json_t *object) {
  const char *type = json_string_value(json_object_get(object, "type"));
  if (type && !strcmp(type, "boxplot")) return &boxplot;
  bool is_error =
      type && (!strcmp(type, "errorbar") || !strcmp(type, "errorband"));
  return is_error ? &error_mark : &kind_mark_config;
}
const ObjectKind kind_mark = {.name = "a mark", .choose = mark_chosen};
