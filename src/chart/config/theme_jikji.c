/* The look of printed reports: one family, few lines, horizontal grid only,
 * titles at the left, value-axis titles upright at the axis's head. */
#include "chart/config/cascade.h"

static const char theme[] =
    "{\"background\":\"white\",\"padding\":6,"
    "\"font\":\"Noto Sans CJK KR\","
    "\"view\":{\"stroke\":null,\"continuousWidth\":440,"
    "\"continuousHeight\":220},"
    "\"mark\":{\"color\":\"#0072B2\"},"
    "\"line\":{\"strokeWidth\":1.5,\"strokeJoin\":\"round\"},"
    "\"point\":{\"size\":30,\"filled\":true,\"opacity\":1},"
    "\"circle\":{\"size\":30,\"opacity\":1},"
    "\"square\":{\"size\":30,\"opacity\":1},"
    "\"rule\":{\"color\":\"#1A1A1A\",\"strokeWidth\":0.75},"
    "\"text\":{\"color\":\"#1A1A1A\",\"fontSize\":8.5},"
    "\"axis\":{\"domainColor\":\"#595959\",\"domainWidth\":0.75,"
    "\"tickColor\":\"#595959\",\"tickWidth\":0.75,\"tickSize\":4,"
    "\"gridColor\":\"#D9D9D9\",\"gridWidth\":0.5,\"labelAngle\":0,"
    "\"labelPadding\":3,\"titlePadding\":6,\"labelOverlap\":\"greedy\"},"
    "\"axisX\":{\"grid\":false},"
    "\"axisY\":{\"domain\":false,\"ticks\":false,\"titleAngle\":0,"
    "\"titleAlign\":\"left\",\"titleAnchor\":\"end\","
    "\"titleBaseline\":\"bottom\"},"
    "\"axisYBand\":{\"domain\":true},\"axisYPoint\":{\"domain\":true},"
    "\"legend\":{\"orient\":\"top\",\"offset\":9,\"symbolSize\":45,"
    "\"titleFontSize\":8.5},"
    "\"header\":{\"titleFontSize\":9,\"labelFontSize\":9,"
    "\"labelFontWeight\":\"bold\",\"labelAnchor\":\"start\"},"
    "\"title\":{\"anchor\":\"start\",\"frame\":\"bounds\",\"offset\":8},"
    "\"scale\":{\"barBandPaddingInner\":0.35},"
    "\"range\":{\"category\":[\"#0072B2\",\"#D55E00\",\"#007A5A\","
    "\"#8A4F9E\",\"#1A1A1A\"],\"heatmap\":\"cividis\",\"ramp\":\"cividis\"},"
    "\"style\":{"
    "\"guide-label\":{\"fill\":\"#1A1A1A\",\"fontSize\":8.5},"
    "\"guide-title\":{\"fill\":\"#595959\",\"fontSize\":8.5,"
    "\"fontWeight\":\"normal\"},"
    "\"group-title\":{\"fill\":\"#1A1A1A\",\"fontSize\":11,"
    "\"fontWeight\":\"bold\"},"
    "\"group-subtitle\":{\"fill\":\"#595959\",\"fontSize\":9}}}";

static void scale_sizes(json_t *config, double by) {
  const char *name;
  json_t *value;
  json_object_foreach(config, name, value) {
    if (json_is_object(value))
      scale_sizes(value, by);
    else if (json_is_number(value) && str_ends(str_from(name), S("ontSize")))
      json_object_set_new(config, name,
                          json_real(json_number_value(value) * by));
  }
}

json_t *config_jikji(double type_scale) {
  json_t *config = json_loads(theme, 0, NULL);
  if (type_scale != 1) scale_sizes(config, type_scale);
  return config;
}
