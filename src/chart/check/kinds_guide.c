/* Axes, legends, headers, titles. */
#include <stddef.h>

#include "chart/check/rules.h"

#define INTERVALS "millisecond second minute hour day week month year"

static const PropertyGroup interval_groups[] = {
    {TEXT, "interval", NULL, INTERVALS}, {NUMBER, "step", NULL, NULL}, {0}};
static const ObjectKind interval = {.name = "a time interval",
                                    .groups = interval_groups};

/* {"condition": ..., "value": ...} of single ticks and labels. */
static const PropertyGroup conditional_groups[] = {
    {OBJECT | LIST, "condition", &kind_condition_list, NULL},
    {ANYTHING, "value", NULL, NULL},
    {0}};
static const ObjectKind conditional = {.name = "a conditional value",
                                       .groups = conditional_groups};

static const ObjectKind format_parts = {.name = "a time format",
                                        .is_open = true};
const ObjectKind kind_format = {.name = "a time format", .is_open = true};

static const PropertyGroup axis_groups[] = {
    {NUMBER,
     "bandPosition domainDashOffset domainOpacity domainWidth labelAngle "
     "labelFlushOffset labelLimit labelLineHeight labelSeparation maxExtent "
     "minExtent offset position tickMinStep titleAngle titleFontSize "
     "titleLimit titleLineHeight titleOpacity titlePadding titleX titleY "
     "translate zindex",
     NULL, NULL},
    {NUMBER | OBJECT,
     "gridDashOffset gridOpacity gridWidth labelFontSize labelOffset "
     "labelOpacity labelPadding tickDashOffset tickOffset tickOpacity tickSize "
     "tickWidth",
     &conditional, NULL},
    {FLAG, "aria domain grid labels tickExtra tickRound ticks", NULL, NULL},
    {TEXT, "description formatType titleFont titleFontStyle", NULL, NULL},
    {EXPRESSION, "labelExpr", NULL, NULL},
    {COLOR, "domainColor titleColor", NULL, NULL},
    {COLOR | OBJECT, "gridColor labelColor tickColor", &conditional, NULL},
    {TEXT | OBJECT, "labelFont labelFontStyle", &conditional, NULL},
    {TEXT | OBJECT, "format", &format_parts, NULL},
    {TEXT | NUMBER, "titleFontWeight", NULL, NULL},
    {TEXT | NUMBER | OBJECT, "labelFontWeight", &conditional, NULL},
    {TEXT, "domainCap gridCap tickCap", NULL, "butt round square"},
    {TEXT | OBJECT, "labelAlign", &conditional, ALIGNS},
    {TEXT | OBJECT, "labelBaseline", &conditional, BASELINES},
    {TEXT, "titleAlign", NULL, ALIGNS},
    {TEXT, "titleBaseline", NULL, BASELINES},
    {TEXT, "titleAnchor", NULL, ANCHORS},
    {TEXT, "orient", NULL, ORIENTS},
    {TEXT, "tickBand", NULL, "center extent"},
    {FLAG | NUMBER, "labelBound labelFlush", NULL, NULL},
    {FLAG | TEXT, "labelOverlap", NULL, "parity greedy"},
    {NUMBER | TEXT | OBJECT, "tickCount", &interval, INTERVALS},
    {LIST | OBJECT, "domainDash gridDash tickDash", &conditional, NULL},
    {LIST, "values", NULL, NULL},
    {TEXT | LIST, "style title", NULL, NULL},
    {OBJECT, "encoding", NULL, NULL},
    {0}};
const ObjectKind kind_axis = {
    .name = "an axis", .groups = axis_groups, .rule = rule_format};

static const PropertyGroup axis_config_groups[] = {
    {FLAG, "disable", NULL, NULL}, {0}};
const ObjectKind kind_axis_config = {.name = "the axes' config",
                                     .base = &kind_axis,
                                     .groups = axis_config_groups};

static const PropertyGroup legend_groups[] = {
    {NUMBER,
     "clipHeight columnPadding columns cornerRadius gradientLength "
     "gradientOpacity gradientStrokeWidth gradientThickness labelFontSize "
     "labelLimit labelOffset labelOpacity labelPadding labelSeparation legendX "
     "legendY offset padding rowPadding symbolDashOffset symbolLimit "
     "symbolOffset symbolOpacity symbolSize symbolStrokeWidth tickMinStep "
     "titleFontSize titleLimit titleLineHeight titleOpacity titlePadding "
     "zindex",
     NULL, NULL},
    {TEXT,
     "description formatType labelFont labelFontStyle symbolType titleFont "
     "titleFontStyle",
     NULL, NULL},
    {EXPRESSION, "labelExpr", NULL, NULL},
    {COLOR,
     "fillColor gradientStrokeColor labelColor strokeColor symbolFillColor "
     "symbolStrokeColor titleColor",
     NULL, NULL},
    {FLAG, "aria", NULL, NULL},
    {TEXT, "labelAlign titleAlign", NULL, ALIGNS},
    {TEXT, "labelBaseline titleBaseline", NULL, BASELINES},
    {TEXT, "titleAnchor", NULL, ANCHORS},
    {TEXT, "titleOrient", NULL, ORIENTS},
    {TEXT, "orient", NULL,
     ORIENTS " top-left top-right bottom-left bottom-right none"},
    {TEXT, "direction", NULL, "horizontal vertical"},
    {TEXT, "type", NULL, "symbol gradient"},
    {TEXT, "gridAlign", NULL, "all each none"},
    {TEXT | NUMBER, "labelFontWeight titleFontWeight", NULL, NULL},
    {FLAG | TEXT, "labelOverlap", NULL, "parity greedy"},
    {TEXT | OBJECT, "format", &format_parts, NULL},
    {NUMBER | TEXT | OBJECT, "tickCount", &interval, INTERVALS},
    {LIST, "symbolDash values", NULL, NULL},
    {TEXT | LIST, "title", NULL, NULL},
    {OBJECT, "encoding", NULL, NULL},
    {0}};
const ObjectKind kind_legend = {
    .name = "a legend", .groups = legend_groups, .rule = rule_format};

static const PropertyGroup legend_config_groups[] = {
    {FLAG, "disable", NULL, NULL},
    {NUMBER,
     "gradientHorizontalMaxLength gradientHorizontalMinLength "
     "gradientLabelLimit gradientLabelOffset gradientVerticalMaxLength "
     "gradientVerticalMinLength strokeWidth unselectedOpacity",
     NULL, NULL},
    {COLOR, "symbolBaseFillColor symbolBaseStrokeColor", NULL, NULL},
    {TEXT, "gradientDirection symbolDirection", NULL, "horizontal vertical"},
    {LIST, "strokeDash", NULL, NULL},
    {OBJECT, "layout", NULL, NULL},
    {0}};
const ObjectKind kind_legend_config = {.name = "the legends' config",
                                       .base = &kind_legend,
                                       .groups = legend_config_groups};

static const PropertyGroup header_groups[] = {
    {NUMBER,
     "labelAngle labelFontSize labelLimit labelLineHeight labelPadding "
     "titleAngle titleFontSize titleLimit titleLineHeight titlePadding",
     NULL, NULL},
    {TEXT, "formatType labelFont labelFontStyle titleFont titleFontStyle", NULL,
     NULL},
    {EXPRESSION, "labelExpr", NULL, NULL},
    {COLOR, "labelColor titleColor", NULL, NULL},
    {TEXT, "labelAlign titleAlign", NULL, ALIGNS},
    {TEXT, "labelBaseline titleBaseline", NULL, BASELINES},
    {TEXT, "labelAnchor titleAnchor", NULL, ANCHORS},
    {TEXT, "labelOrient orient titleOrient", NULL, ORIENTS},
    {TEXT | NUMBER, "labelFontWeight titleFontWeight", NULL, NULL},
    {TEXT | OBJECT, "format", &format_parts, NULL},
    {FLAG, "labels", NULL, NULL},
    {TEXT | LIST, "title", NULL, NULL},
    {0}};
const ObjectKind kind_header = {
    .name = "a header", .groups = header_groups, .rule = rule_format};
const ObjectKind kind_header_config = {.name = "the headers' config",
                                       .base = &kind_header};

static const PropertyGroup title_groups[] = {
    {NUMBER,
     "angle dx dy fontSize limit lineHeight offset subtitleFontSize "
     "subtitleLineHeight subtitlePadding zindex",
     NULL, NULL},
    {TEXT, "font fontStyle subtitleFont subtitleFontStyle", NULL, NULL},
    {COLOR, "color subtitleColor", NULL, NULL},
    {TEXT | NUMBER, "fontWeight subtitleFontWeight", NULL, NULL},
    {TEXT, "align", NULL, ALIGNS},
    {TEXT, "baseline", NULL, BASELINES},
    {TEXT, "anchor", NULL, ANCHORS},
    {TEXT, "orient", NULL, ORIENTS " none"},
    {TEXT, "frame", NULL, "bounds group"},
    {FLAG, "aria", NULL, NULL},
    {TEXT | LIST, "style subtitle text", NULL, NULL},
    {0}};
const ObjectKind kind_title = {.name = "a title", .groups = title_groups};
const ObjectKind kind_title_config = {.name = "the titles' config",
                                      .base = &kind_title};
