/* Data and their formats. */
#include <stddef.h>

#include "chart/check/rules.h"

static const ObjectKind columns = {
    .name = "a list of columns", .is_open = true, .rule = rule_parse};

static const PropertyGroup format_groups[] = {
    {TEXT, "type", NULL, "json csv tsv dsv topojson"},
    {TEXT, "delimiter feature mesh property", NULL, NULL},
    {OBJECT | TEXT | FLAG, "parse", &columns, NULL},
    {0}};
static const ObjectKind format = {.name = "a data format",
                                  .groups = format_groups};

static const PropertyGroup sequence_groups[] = {
    {NUMBER, "start step stop", NULL, NULL}, {TEXT, "as", NULL, NULL}, {0}};
const ObjectKind kind_sequence = {.name = "a sequence",
                                  .groups = sequence_groups};

static const PropertyGroup graticule_groups[] = {
    {LIST, "extent extentMajor extentMinor step stepMajor stepMinor", NULL,
     NULL},
    {NUMBER, "precision", NULL, NULL},
    {0}};
static const ObjectKind graticule = {.name = "a graticule",
                                     .groups = graticule_groups};

static const PropertyGroup data_groups[] = {
    {TEXT, "name url", NULL, NULL},
    {OBJECT, "format", &format, NULL},
    {OBJECT, "sequence", &kind_sequence, NULL},
    {FLAG | OBJECT, "graticule", &graticule, NULL},
    {FLAG | OBJECT, "sphere", NULL, NULL},
    {ANYTHING, "values", NULL, NULL},
    {0}};
const ObjectKind kind_data = {.name = "data", .groups = data_groups};
