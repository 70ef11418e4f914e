/* Encodings: the definitions of channels and what stands in them. */
#include <stddef.h>

#include "chart/check/rules.h"

/* ---- Parts of definitions ---- */

static const PropertyGroup bin_groups[] = {
    {NUMBER, "anchor base maxbins minstep step", NULL, NULL},
    {FLAG, "binned nice", NULL, NULL},
    {LIST, "divide steps", NULL, NULL},
    {LIST | OBJECT, "extent", NULL, NULL},
    {0}};
const ObjectKind kind_bin = {
    .name = "bin", .groups = bin_groups, .rule = rule_bin};

static const PropertyGroup time_unit_groups[] = {
    {TEXT, "unit", NULL, NULL},
    {NUMBER, "maxbins step", NULL, NULL},
    {FLAG, "binned utc", NULL, NULL},
    {0}};
static const ObjectKind time_unit = {.name = "a time unit",
                                     .groups = time_unit_groups};

static const PropertyGroup impute_groups[] = {
    {LIST, "frame", NULL, NULL},
    {LIST | OBJECT, "keyvals", &kind_sequence, NULL},
    {TEXT, "method", NULL, "value mean median max min"},
    {ANYTHING, "value", NULL, NULL},
    {0}};
static const ObjectKind impute = {.name = "impute", .groups = impute_groups};

static const PropertyGroup sort_groups[] = {
    {TEXT | OBJECT, "field", NULL, NULL},
    {TEXT, "op", NULL, AGGREGATES},
    {TEXT, "order", NULL, ORDERS},
    {TEXT, "encoding", NULL, NULL},
    {0}};
const ObjectKind kind_sort = {.name = "a sort", .groups = sort_groups};

static const PropertyGroup best_groups[] = {
    {TEXT | OBJECT, "argmax argmin", NULL, NULL}, {0}};
static const ObjectKind best = {.name = "an aggregate", .groups = best_groups};

/* ---- Definitions ---- */

static const PropertyGroup field_groups[] = {
    {TEXT | OBJECT, "field", NULL, NULL},
    {TEXT | OBJECT, "aggregate", &best, NULL},
    {FLAG | OBJECT | TEXT, "bin", &kind_bin, "binned"},
    {TEXT | OBJECT, "timeUnit", &time_unit, NULL},
    {TEXT | LIST, "title", NULL, NULL},
    {TEXT, "type", NULL, NULL},
    {NUMBER, "bandPosition", NULL, NULL},
    {ANYTHING, "datum value", NULL, NULL},
    {0}};
static const ObjectKind field = {
    .name = "a channel", .groups = field_groups, .rule = rule_definition};

static const PropertyGroup position_groups[] = {
    {OBJECT, "axis", &kind_axis, NULL},
    {OBJECT, "impute", &impute, NULL},
    {OBJECT, "scale", &kind_scale, NULL},
    {TEXT | LIST | OBJECT, "sort", &kind_sort, NULL},
    {FLAG | TEXT, "stack", NULL, OFFSETS},
    {0}};
static const ObjectKind position = {
    .name = "a position channel", .base = &field, .groups = position_groups};

static const PropertyGroup condition_groups[] = {
    {EXPRESSION | OBJECT, "test", &kind_predicate, NULL},
    {TEXT | OBJECT, "param", NULL, NULL},
    {FLAG, "empty", NULL, NULL},
    {OBJECT, "legend", &kind_legend, NULL},
    {OBJECT, "scale", &kind_scale, NULL},
    {TEXT | LIST | OBJECT, "sort", &kind_sort, NULL},
    {TEXT, "formatType", NULL, NULL},
    {TEXT | OBJECT, "format", &kind_format, NULL},
    {ANYTHING, "selection", NULL, NULL},
    {0}};
const ObjectKind kind_condition_list = {.name = "a condition",
                                        .base = &field,
                                        .groups = condition_groups,
                                        .rule = rule_condition};

static const PropertyGroup property_groups[] = {
    {OBJECT | LIST, "condition", &kind_condition_list, NULL},
    {OBJECT, "legend", &kind_legend, NULL},
    {OBJECT, "scale", &kind_scale, NULL},
    {TEXT | LIST | OBJECT, "sort", &kind_sort, NULL},
    {0}};
static const ObjectKind mark_property = {.name = "a mark property channel",
                                         .base = &field,
                                         .groups = property_groups};

static const PropertyGroup offset_groups[] = {
    {OBJECT, "scale", &kind_scale, NULL},
    {TEXT | LIST | OBJECT, "sort", &kind_sort, NULL},
    {0}};
static const ObjectKind offset = {
    .name = "an offset channel", .base = &field, .groups = offset_groups};

static const PropertyGroup text_groups[] = {
    {OBJECT | LIST, "condition", &kind_condition_list, NULL},
    {TEXT, "formatType", NULL, NULL},
    {TEXT | OBJECT, "format", &kind_format, NULL},
    {0}};
static const ObjectKind text = {.name = "a text channel",
                                .base = &field,
                                .groups = text_groups,
                                .rule = rule_format};

static const PropertyGroup order_groups[] = {
    {OBJECT | LIST, "condition", &kind_condition_list, NULL},
    {TEXT, "sort", NULL, ORDERS},
    {0}};
static const ObjectKind order = {
    .name = "the order channel", .base = &field, .groups = order_groups};

static const PropertyGroup time_groups[] = {
    {OBJECT, "scale", &kind_scale, NULL},
    {TEXT | LIST | OBJECT, "sort", &kind_sort, NULL},
    {FLAG, "rescale", NULL, NULL},
    {0}};
static const ObjectKind time_channel = {
    .name = "the time channel", .base = &field, .groups = time_groups};

static const PropertyGroup both_ways_groups[] = {
    {ANYTHING, "row column", NULL, NULL}, {0}};
static const ObjectKind both_ways = {.name = "rows and columns",
                                     .groups = both_ways_groups};

static const PropertyGroup facet_groups[] = {
    {OBJECT, "header", &kind_header, NULL},
    {TEXT | LIST | OBJECT, "sort", &kind_sort, NULL},
    {TEXT | OBJECT, "align", &both_ways, "all each none"},
    {TEXT, "bounds", NULL, "full flush"},
    {FLAG | OBJECT, "center", &both_ways, NULL},
    {NUMBER | OBJECT, "spacing", &both_ways, NULL},
    {NUMBER, "columns", NULL, NULL},
    {0}};
static const ObjectKind facet = {
    .name = "a facet channel", .base = &field, .groups = facet_groups};

/* ---- The channels; those unknown are told where encodings are read ---- */

static const PropertyGroup encoding_groups[] = {
    {OBJECT, "x y", &position, NULL},
    {OBJECT, "theta radius", &position, NULL},
    {OBJECT,
     "x2 y2 theta2 radius2 latitude longitude latitude2 longitude2 xError "
     "xError2 yError yError2",
     &field, NULL},
    {OBJECT, "xOffset yOffset", &offset, NULL},
    {OBJECT,
     "color fill stroke opacity fillOpacity strokeOpacity strokeWidth "
     "strokeDash size shape angle",
     &mark_property, NULL},
    {OBJECT, "text href url description", &text, NULL},
    {OBJECT | OBJECTS, "tooltip", &text, NULL},
    {OBJECT | OBJECTS, "order", &order, NULL},
    {OBJECT | OBJECTS, "detail", &field, NULL},
    {OBJECT, "key", &field, NULL},
    {OBJECT, "time", &time_channel, NULL},
    {OBJECT, "row column facet", &facet, NULL},
    {0}};
const ObjectKind kind_encoding = {
    .name = "an encoding", .groups = encoding_groups, .is_open = true};

static const PropertyGroup mapping_groups[] = {
    {OBJECT, "row column", &facet, NULL}, {0}};
const ObjectKind kind_facet_mapping = {
    .name = "a facet", .base = &facet, .groups = mapping_groups};
