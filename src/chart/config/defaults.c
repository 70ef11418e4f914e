/* The defaults of Vega-Lite 6 and, below them, of Vega 6, as one config. What
 * stands under "builtin" are Vega's own defaults of marks, weaker than any
 * config of the author. */
#include "chart/config/cascade.h"

static const char vega_defaults[] =
    "{\"background\":\"white\",\"padding\":5,\"timeFormat\":\"%b %d, %Y\","
    "\"countTitle\":\"Count of "
    "Records\",\"lineBreak\":\"\\n\",\"normalizedNumberFormat\":\".0%\","
    "\"view\":{\"continuousWidth\":300,\"continuousHeight\":300,\"step\":20},"
    "\"mark\":{\"color\":\"#4c78a8\",\"timeUnitBandSize\":1,"
    "\"invalid\":\"break-paths-show-path-domains\"},"
    "\"bar\":{\"binSpacing\":1,\"continuousBandSize\":5,\"minBandSize\":0.25,"
    "\"timeUnitBandPosition\":0.5},"
    "\"rect\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,"
    "\"timeUnitBandPosition\":0.5},"
    "\"tick\":{\"binSpacing\":0,\"continuousBandSize\":5,\"minBandSize\":0.25,"
    "\"timeUnitBandPosition\":0.5,\"thickness\":1},"
    "\"rule\":{\"color\":\"black\"},\"text\":{\"color\":\"black\"},"
    "\"boxplot\":{\"size\":14,\"extent\":1.5,\"box\":{},"
    "\"median\":{\"color\":\"white\"},\"outliers\":{},\"rule\":{},"
    "\"ticks\":null},"
    "\"errorbar\":{\"center\":\"mean\",\"rule\":true,\"ticks\":false},"
    "\"errorband\":{\"band\":{\"opacity\":0.3},\"borders\":false},"
    "\"scale\":{\"pointPadding\":0.5,\"barBandPaddingInner\":0.1,"
    "\"rectBandPaddingInner\":0,\"tickBandPaddingInner\":0.25,"
    "\"bandWithNestedOffsetPaddingInner\":0.2,"
    "\"bandWithNestedOffsetPaddingOuter\":0.2,\"minBandSize\":2,"
    "\"minFontSize\":8,\"maxFontSize\":40,\"minOpacity\":0.3,"
    "\"maxOpacity\":0.8,\"minSize\":4,\"minStrokeWidth\":1,"
    "\"maxStrokeWidth\":4,\"quantileCount\":4,\"quantizeCount\":4,"
    "\"zero\":true},"
    "\"legend\":{\"orient\":\"right\",\"padding\":0,\"gridAlign\":\"each\","
    "\"columnPadding\":10,\"rowPadding\":2,"
    "\"gradientThickness\":16,\"gradientStrokeColor\":\"#ddd\","
    "\"gradientStrokeWidth\":0,\"gradientLabelOffset\":2,"
    "\"labelBaseline\":\"middle\",\"labelLimit\":160,\"labelOffset\":4,"
    "\"labelOverlap\":true,\"symbolLimit\":30,"
    "\"symbolSize\":100,\"symbolOffset\":0,\"symbolStrokeWidth\":1.5,"
    "\"symbolBaseStrokeColor\":\"#888\",\"titleLimit\":180,"
    "\"titleOrient\":\"top\",\"titlePadding\":5,"
    "\"gradientHorizontalMaxLength\":200,\"gradientHorizontalMinLength\":100,"
    "\"gradientVerticalMaxLength\":200,\"gradientVerticalMinLength\":64,"
    "\"layout\":{\"offset\":18,\"direction\":\"horizontal\",\"left\":"
    "{\"direction\":\"vertical\"},\"right\":{\"direction\":\"vertical\"}}},"
    "\"header\":{\"titlePadding\":10,\"labelPadding\":10},"
    "\"title\":{\"orient\":\"top\",\"offset\":4,"
    "\"subtitlePadding\":3},"
    "\"facet\":{\"spacing\":20},\"concat\":{\"spacing\":20},"
    "\"axis\":{\"minExtent\":0,\"maxExtent\":200,\"bandPosition\":0.5,"
    "\"domain\":true,\"domainWidth\":1,\"domainColor\":\"#888\","
    "\"gridWidth\":1,\"gridColor\":\"#ddd\",\"labels\":true,"
    "\"labelLimit\":180,\"labelOffset\":0,\"labelPadding\":2,"
    "\"ticks\":true,\"tickColor\":\"#888\",\"tickRound\":true,"
    "\"tickSize\":5,\"tickWidth\":1,\"titlePadding\":4},"
    "\"style\":{"
    "\"guide-label\":{\"fill\":\"#000\",\"fontSize\":10},"
    "\"guide-title\":{\"fill\":\"#000\",\"fontSize\":11,"
    "\"fontWeight\":\"bold\"},"
    "\"group-title\":{\"fill\":\"#000\",\"fontSize\":13,"
    "\"fontWeight\":\"bold\"},"
    "\"group-subtitle\":{\"fill\":\"#000\",\"fontSize\":12},"
    "\"cell\":{\"fill\":\"transparent\",\"stroke\":\"#ddd\"}},"
    "\"builtin\":{"
    "\"line\":{\"strokeWidth\":2},\"trail\":{\"size\":2},"
    "\"point\":{\"size\":30,\"strokeWidth\":2,\"shape\":\"circle\"},"
    "\"circle\":{\"size\":30,\"strokeWidth\":2},"
    "\"square\":{\"size\":30,\"strokeWidth\":2,\"shape\":\"square\"},"
    "\"text\":{\"fontSize\":11}}}";

json_t *config_vega(void) {
  return json_loads(vega_defaults, 0, NULL);
}

/* Merges `over` into `base`, objects member by member. */
static void merge(json_t *base, const json_t *over, int depth) {
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)over, name, value) {
    json_t *there = json_object_get(base, name);
    if (depth > 0 && json_is_object(there) && json_is_object(value))
      merge(there, value, depth - 1);
    else
      json_object_set_new(base, name, json_deep_copy(value));
  }
}

static void set_in(json_t *config, const char *group, const char *name,
                   json_t *value) {
  json_t *there = json_object_get(config, group);
  if (!json_is_object(there)) {
    there = json_object();
    json_object_set_new(config, group, there);
  }
  json_object_set_new(there, name, value);
}

/* `font` stands for the font of all texts, `fontSize` and `color: true` are
 * left to their own members. */
static void spread_font(json_t *config, const json_t *font) {
  static const char *const styles[] = {"guide-label", "guide-title",
                                       "group-title", "group-subtitle"};
  if (!json_is_string(font)) return;
  set_in(config, "text", "font", json_deep_copy(font));
  json_t *style = json_object_get(config, "style");
  for (int i = 0; i < 4; i++)
    set_in(style, styles[i], "font", json_deep_copy(font));
}

/* `layout` of legends is merged two levels deep, all else one. */
static void merge_config(json_t *base, const json_t *over) {
  if (!json_is_object(over)) return;
  spread_font(base, json_object_get(over, "font"));
  merge(base, over, 3);
}

const json_t *config_merge(Drawing *drawing, const json_t *spec_config) {
  json_t *config = drawing_keep(drawing, config_vega());
  if (drawing->request->theme == THEME_JIKJI) {
    double scale = drawing->request->type_scale;
    json_t *theme = config_jikji(scale > 0 ? scale : 1);
    merge_config(config, theme);
    json_decref(theme);
  }
  merge_config(config, drawing->request->config);
  merge_config(config, spec_config);
  return config;
}
