/* Specs: views of every composition, params, projections, what jikji adds. */
#include <stddef.h>

#include "chart/check/rules.h"

static const PropertyGroup padding_groups[] = {
    {NUMBER, "left top right bottom", NULL, NULL}, {0}};
const ObjectKind kind_padding = {.name = "padding", .groups = padding_groups};

static const PropertyGroup autosize_groups[] = {
    {TEXT, "type", NULL, "pad none fit fit-x fit-y"},
    {TEXT, "contains", NULL, "content padding"},
    {FLAG, "resize", NULL, NULL},
    {0}};
const ObjectKind kind_autosize = {.name = "autosize",
                                  .groups = autosize_groups};

static const PropertyGroup size_groups[] = {
    {NUMBER, "step", NULL, NULL}, {TEXT, "for", NULL, "position offset"}, {0}};
static const ObjectKind size = {
    .name = "a size", .groups = size_groups, .rule = rule_size};

static const PropertyGroup both_ways_groups[] = {
    {ANYTHING, "row column", NULL, NULL}, {0}};
static const ObjectKind both_ways = {.name = "rows and columns",
                                     .groups = both_ways_groups};

static const PropertyGroup frame_groups[] = {
    {NUMBER,
     "cornerRadius fillOpacity opacity strokeDashOffset strokeMiterLimit "
     "strokeOpacity strokeWidth",
     NULL, NULL},
    {COLOR | OBJECT, "fill stroke", &kind_gradient, NULL},
    {TEXT, "cursor", NULL, NULL},
    {TEXT, "strokeCap", NULL, "butt round square"},
    {TEXT, "strokeJoin", NULL, "bevel miter round"},
    {LIST, "strokeDash", NULL, NULL},
    {TEXT | LIST, "style", NULL, NULL},
    {0}};
const ObjectKind kind_frame = {.name = "a view's background",
                               .groups = frame_groups};

static const PropertyGroup projection_groups[] = {
    {NUMBER,
     "clipAngle coefficient distance fraction lobes parallel pointRadius "
     "precision radius ratio scale spacing tilt",
     NULL, NULL},
    {LIST, "center clipExtent extent parallels rotate size translate", NULL,
     NULL},
    {FLAG, "reflectX reflectY", NULL, NULL},
    {ANYTHING, "fit", NULL, NULL},
    {TEXT, "type", NULL, NULL},
    {0}};
const ObjectKind kind_projection = {.name = "a projection",
                                    .groups = projection_groups};

/* ---- Params ---- */

static const PropertyGroup brush_groups[] = {
    {NUMBER, "fillOpacity strokeDashOffset strokeOpacity strokeWidth", NULL,
     NULL},
    {TEXT, "cursor", NULL, NULL},
    {COLOR, "fill stroke", NULL, NULL},
    {LIST, "strokeDash", NULL, NULL},
    {0}};
static const ObjectKind brush = {.name = "a selection's mark",
                                 .groups = brush_groups};

static const PropertyGroup select_groups[] = {
    {TEXT, "type", NULL, "point interval"},
    {LIST, "encodings fields", NULL, NULL},
    {FLAG, "nearest", NULL, NULL},
    {TEXT, "resolve", NULL, "global union intersect"},
    {OBJECT, "mark", &brush, NULL},
    {ANYTHING, "clear on toggle translate zoom", NULL, NULL},
    {0}};
static const ObjectKind selection = {.name = "a selection",
                                     .groups = select_groups};

static const PropertyGroup param_groups[] = {
    {TEXT, "name description", NULL, NULL},
    {EXPRESSION, "expr", NULL, NULL},
    {TEXT | OBJECT, "bind", NULL, NULL},
    {TEXT | OBJECT, "select", &selection, "point interval"},
    {FLAG, "react", NULL, NULL},
    {LIST, "views", NULL, NULL},
    {ANYTHING, "value", NULL, NULL},
    {0}};
static const ObjectKind param = {
    .name = "a param", .groups = param_groups, .rule = rule_param};

/* ---- Composition ---- */

static const PropertyGroup resolved_groups[] = {
    {TEXT,
     "x y xOffset yOffset theta radius color fill stroke opacity fillOpacity "
     "strokeOpacity strokeWidth strokeDash size shape angle time",
     NULL, "shared independent"},
    {0}};
static const ObjectKind resolved_channels = {.name = "the channels with scales",
                                             .groups = resolved_groups};
static const PropertyGroup resolve_groups[] = {
    {OBJECT, "axis legend scale", &resolved_channels, NULL}, {0}};
static const ObjectKind resolve = {.name = "resolve", .groups = resolve_groups};

static const PropertyGroup repeat_groups[] = {
    {LIST, "row column layer", NULL, NULL}, {0}};
static const ObjectKind repeat = {.name = "a repeat", .groups = repeat_groups};

static const PropertyGroup view_groups[] = {
    {TEXT, "name description", NULL, NULL},
    {TEXT | LIST | OBJECT, "title", &kind_title, NULL},
    {OBJECT, "data", &kind_data, NULL},
    {OBJECTS, "transform", &kind_transform, NULL},
    {OBJECTS, "params", &param, NULL},
    {TEXT | OBJECT, "mark", &kind_mark, NULL},
    {OBJECT, "encoding", &kind_encoding, NULL},
    {OBJECT, "projection", &kind_projection, NULL},
    {OBJECT, "view", &kind_frame, NULL},
    {NUMBER | TEXT | OBJECT, "width height", &size, "container"},
    {OBJECTS, "layer concat hconcat vconcat", &kind_view, NULL},
    {OBJECT, "facet", &kind_facet_mapping, NULL},
    {LIST | OBJECT, "repeat", &repeat, NULL},
    {OBJECT, "spec", &kind_view, NULL},
    {OBJECT, "resolve", &resolve, NULL},
    {TEXT | OBJECT, "align", &both_ways, "all each none"},
    {TEXT, "bounds", NULL, "full flush"},
    {FLAG | OBJECT, "center", &both_ways, NULL},
    {NUMBER | OBJECT, "spacing", &both_ways, NULL},
    {NUMBER, "columns", NULL, NULL},
    {0}};
const ObjectKind kind_view = {
    .name = "a view", .groups = view_groups, .rule = rule_view};

/* ---- The whole ---- */

static const PropertyGroup end_labels_groups[] = {
    {TEXT, "at", NULL, "start end"},
    {EXPRESSION, "text", NULL, NULL},
    {COLOR, "color", NULL, NULL},
    {TEXT, "font fontStyle", NULL, NULL},
    {NUMBER, "gap fontSize limit lineHeight opacity", NULL, NULL},
    {NUMBER | TEXT, "fontWeight", NULL, NULL},
    {FLAG, "legend", NULL, NULL},
    {LIST, "views", NULL, NULL},
    {0}};
static const ObjectKind end_labels = {
    .name = "endLabels", .groups = end_labels_groups, .rule = rule_named_views};

static const PropertyGroup ties_groups[] = {
    {NUMBER, "offset", NULL, NULL}, {LIST, "views", NULL, NULL}, {0}};
static const ObjectKind ties = {
    .name = "ties", .groups = ties_groups, .rule = rule_named_views};

static const PropertyGroup jikji_groups[] = {
    {TEXT, "source note", NULL, NULL},
    {FLAG | OBJECT | LIST, "endLabels", &end_labels, NULL},
    {FLAG | OBJECT | LIST, "ties", &ties, NULL},
    {FLAG | LIST, "wrap", NULL, NULL},
    {FLAG, "attach", NULL, NULL},
    {0}};
static const ObjectKind jikji = {
    .name = "usermeta.jikji", .groups = jikji_groups, .rule = rule_extensions};

static const PropertyGroup usermeta_groups[] = {{OBJECT, "jikji", &jikji, NULL},
                                                {0}};
static const ObjectKind usermeta = {
    .name = "usermeta", .groups = usermeta_groups, .is_open = true};

static const ObjectKind datasets = {.name = "datasets", .is_open = true};

static const PropertyGroup spec_groups[] = {
    {TEXT, "$schema", NULL, NULL},
    {COLOR, "background", NULL, NULL},
    {TEXT | OBJECT, "autosize", &kind_autosize, "pad none fit fit-x fit-y"},
    {NUMBER | OBJECT, "padding", &kind_padding, NULL},
    {OBJECT, "config", &kind_config, NULL},
    {OBJECT, "datasets", &datasets, NULL},
    {OBJECT, "usermeta", &usermeta, NULL},
    {0}};
const ObjectKind kind_spec = {.name = "a Vega-Lite spec",
                              .base = &kind_view,
                              .groups = spec_groups,
                              .rule = rule_schema};
