/* Scales and schemes. */
#include <stddef.h>

#include "chart/check/property.h"

static const PropertyGroup scheme_groups[] = {{TEXT, "name", NULL, NULL},
                                              {NUMBER, "count", NULL, NULL},
                                              {LIST, "extent", NULL, NULL},
                                              {0}};
const ObjectKind kind_scheme = {.name = "a scheme", .groups = scheme_groups};

static const PropertyGroup bins_groups[] = {
    {NUMBER, "start step stop", NULL, NULL}, {0}};
static const ObjectKind bins = {.name = "a scale's bins",
                                .groups = bins_groups};

static const PropertyGroup domain_groups[] = {
    {LIST, "unionWith", NULL, NULL},
    {TEXT, "param field encoding", NULL, NULL},
    /* A moment. */
    {NUMBER | TEXT,
     "year quarter month date day hours minutes seconds milliseconds", NULL,
     NULL},
    {FLAG, "utc", NULL, NULL},
    {0}};
static const ObjectKind domain = {.name = "a scale's domain",
                                  .groups = domain_groups};

static const PropertyGroup range_groups[] = {
    {TEXT, "field", NULL, NULL}, {NUMBER, "step", NULL, NULL}, {0}};
static const ObjectKind range = {.name = "a scale's range",
                                 .groups = range_groups};

static const PropertyGroup interpolate_groups[] = {
    {TEXT, "type", NULL, "rgb cubehelix cubehelix-long"},
    {NUMBER, "gamma", NULL, NULL},
    {0}};
static const ObjectKind interpolate = {.name = "an interpolation",
                                       .groups = interpolate_groups};

static const PropertyGroup nice_groups[] = {
    {TEXT, "interval", NULL, NULL}, {NUMBER, "step", NULL, NULL}, {0}};
static const ObjectKind nice = {.name = "a time interval",
                                .groups = nice_groups};

#define SCALE_ROW(type, name, kind) name " "
static const char scale_types[] =
#include "chart/scale/scale_rows.inc"
    ;
#undef SCALE_ROW

static const PropertyGroup scale_groups[] = {
    {NUMBER,
     "align base constant domainMid exponent padding paddingInner paddingOuter",
     NULL, NULL},
    {FLAG, "clamp reverse round zero", NULL, NULL},
    {NUMBER | TEXT | OBJECT, "domainMax domainMin", &domain, NULL},
    {NUMBER | TEXT, "rangeMax rangeMin", NULL, NULL},
    {LIST | OBJECT, "bins", &bins, NULL},
    {LIST | OBJECT | TEXT, "domain", &domain, "unaggregated"},
    {OBJECT | LIST, "domainRaw", NULL, NULL},
    {LIST | OBJECT | TEXT, "range", &range, NULL},
    {TEXT | OBJECT | LIST, "scheme", &kind_scheme, NULL},
    {TEXT | OBJECT, "interpolate", &interpolate, NULL},
    {FLAG | NUMBER | TEXT | OBJECT, "nice", &nice, NULL},
    {TEXT, "type", NULL, scale_types},
    {0}};
const ObjectKind kind_scale = {.name = "a scale", .groups = scale_groups};
