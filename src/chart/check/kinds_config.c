/* The config. */
#include <stddef.h>

#include "chart/check/property.h"

static const PropertyGroup number_locale_groups[] = {
    {TEXT, "decimal minus nan percent thousands", NULL, NULL},
    {LIST, "currency grouping numerals", NULL, NULL},
    {0}};
static const ObjectKind number_locale = {.name = "a number locale",
                                         .groups = number_locale_groups};

static const PropertyGroup time_locale_groups[] = {
    {LIST, "days months periods shortDays shortMonths", NULL, NULL},
    {TEXT, "date dateTime time", NULL, NULL},
    {0}};
static const ObjectKind time_locale = {.name = "a time locale",
                                       .groups = time_locale_groups};

static const PropertyGroup locale_groups[] = {
    {OBJECT, "number", &number_locale, NULL},
    {OBJECT, "time", &time_locale, NULL},
    {0}};
static const ObjectKind locale = {.name = "a locale", .groups = locale_groups};

static const PropertyGroup scale_groups[] = {
    {NUMBER,
     "animationDuration bandPaddingInner bandPaddingOuter "
     "bandWithNestedOffsetPaddingInner bandWithNestedOffsetPaddingOuter "
     "barBandPaddingInner continuousPadding framesPerSecond maxBandSize "
     "maxFontSize maxOpacity maxSize maxStrokeWidth minBandSize minFontSize "
     "minOpacity minSize minStrokeWidth offsetBandPaddingInner "
     "offsetBandPaddingOuter pointPadding quantileCount quantizeCount "
     "rectBandPaddingInner tickBandPaddingInner",
     NULL, NULL},
    {FLAG, "clamp round useUnaggregatedDomain xReverse zero", NULL, NULL},
    {OBJECT, "invalid", NULL, NULL},
    {0}};
static const ObjectKind scale = {.name = "the scales' config",
                                 .groups = scale_groups};

static const PropertyGroup range_groups[] = {
    {LIST | OBJECT | TEXT, "category diverging heatmap ordinal ramp symbol",
     NULL, NULL},
    {0}};
static const ObjectKind range = {
    .name = "the ranges' config", .groups = range_groups, .is_open = true};

static const PropertyGroup view_groups[] = {
    {NUMBER, "continuousHeight continuousWidth step height width", NULL, NULL},
    {NUMBER | OBJECT, "discreteHeight discreteWidth", NULL, NULL},
    {FLAG, "clip", NULL, NULL},
    {0}};
static const ObjectKind view = {
    .name = "the views' config", .base = &kind_frame, .groups = view_groups};

static const PropertyGroup composition_groups[] = {
    {NUMBER, "columns spacing", NULL, NULL}, {0}};
static const ObjectKind composition = {.name = "the config of compositions",
                                       .groups = composition_groups};

static const PropertyGroup box_parts[] = {
    {FLAG | OBJECT, "box median outliers rule ticks", &kind_mark_config, NULL},
    {NUMBER | TEXT, "extent", NULL, "min-max"},
    {0}};
static const ObjectKind boxplot = {.name = "the boxplots' config",
                                   .base = &kind_mark_config,
                                   .groups = box_parts};

static const PropertyGroup error_parts[] = {
    {FLAG | OBJECT, "band borders rule ticks", &kind_mark_config, NULL},
    {TEXT, "extent", NULL, "ci iqr stderr stdev"},
    {0}};
static const ObjectKind error_mark = {.name =
                                          "the config of error bars and bands",
                                      .base = &kind_mark_config,
                                      .groups = error_parts};

static const PropertyGroup any_style_groups[] = {
    {FLAG, "disable domain grid labels ticks", NULL, NULL},
    {TEXT, "orient", NULL, ORIENTS " horizontal vertical"},
    {0}};
/* A style serves marks, axes, titles and frames alike. */
static const ObjectKind style = {.name = "a style",
                                 .base = &kind_axis,
                                 .groups = any_style_groups,
                                 .is_open = true};
static const ObjectKind styles = {.name = "styles", .members = &style};

static const PropertyGroup formats_groups[] = {
    {TEXT,
     "normalizedNumberFormat normalizedNumberFormatType numberFormat "
     "numberFormatType timeFormat timeFormatType",
     NULL, NULL},
    {0}};
static const ObjectKind formats = {.name = "the tooltips' config",
                                   .groups = formats_groups};

static const PropertyGroup config_groups[] = {
    {COLOR, "background", NULL, NULL},
    {TEXT,
     "countTitle font lineBreak normalizedNumberFormat "
     "normalizedNumberFormatType numberFormat numberFormatType timeFormat "
     "timeFormatType",
     NULL, NULL},
    {TEXT, "fieldTitle", NULL, "verbal functional plain"},
    {FLAG, "aria", NULL, NULL},
    {FLAG | OBJECT, "customFormatTypes", NULL, NULL},
    {TEXT | OBJECT, "autosize", &kind_autosize, "pad none fit fit-x fit-y"},
    {NUMBER | OBJECT, "padding", &kind_padding, NULL},
    {OBJECTS, "params", NULL, NULL},
    {OBJECT,
     "axis axisBand axisBottom axisDiscrete axisLeft axisPoint "
     "axisQuantitative axisRight axisTemporal axisTop axisX axisXBand "
     "axisXDiscrete axisXPoint axisXQuantitative axisXTemporal axisY axisYBand "
     "axisYDiscrete axisYPoint axisYQuantitative axisYTemporal",
     &kind_axis_config, NULL},
    {OBJECT,
     "arc area bar circle geoshape image line mark point rect rule square text "
     "tick trail",
     &kind_mark_config, NULL},
    {OBJECT, "boxplot", &boxplot, NULL},
    {OBJECT, "errorband errorbar", &error_mark, NULL},
    {OBJECT, "header headerColumn headerFacet headerRow", &kind_header_config,
     NULL},
    {OBJECT, "legend", &kind_legend_config, NULL},
    {OBJECT, "title", &kind_title_config, NULL},
    {OBJECT, "concat facet", &composition, NULL},
    {OBJECT, "locale", &locale, NULL},
    {OBJECT, "projection", &kind_projection, NULL},
    {OBJECT, "range", &range, NULL},
    {OBJECT, "scale", &scale, NULL},
    {OBJECT, "selection events", NULL, NULL},
    {OBJECT, "style", &styles, NULL},
    {OBJECT, "tooltipFormat", &formats, NULL},
    {OBJECT, "view", &view, NULL},
    {0}};
const ObjectKind kind_config = {.name = "the config", .groups = config_groups};
