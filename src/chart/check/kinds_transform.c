/* Transforms: the key that names one chooses its table. Predicates. Unknown
 * operations are errors of the transforms themselves. */
#include <stddef.h>

#include "chart/check/rules.h"

static const PropertyGroup predicate_groups[] = {
    {LIST | EXPRESSION | OBJECT, "and or not", &kind_predicate, NULL},
    {TEXT, "field", NULL, NULL},
    {TEXT | OBJECT, "param", NULL, NULL},
    {TEXT | OBJECT, "timeUnit", NULL, NULL},
    {ANYTHING, "equal gt gte lt lte", NULL, NULL},
    {LIST, "oneOf range", NULL, NULL},
    {FLAG, "empty valid", NULL, NULL},
    {0}};
const ObjectKind kind_predicate = {
    .name = "a predicate", .groups = predicate_groups, .rule = rule_param_name};

static const PropertyGroup operation_groups[] = {
    {TEXT, "as field op", NULL, NULL}, {0}};
static const ObjectKind operation = {.name = "an aggregate",
                                     .groups = operation_groups};

static const PropertyGroup window_part_groups[] = {
    {TEXT, "as field op", NULL, NULL}, {NUMBER, "param", NULL, NULL}, {0}};
static const ObjectKind window_part = {.name = "a window's operation",
                                       .groups = window_part_groups};

static const PropertyGroup sort_groups[] = {
    {TEXT, "field", NULL, NULL}, {TEXT, "order", NULL, ORDERS}, {0}};
static const ObjectKind sort_part = {.name = "a sort field",
                                     .groups = sort_groups};

static const PropertyGroup from_groups[] = {{OBJECT, "data", &kind_data, NULL},
                                            {TEXT, "key param", NULL, NULL},
                                            {LIST, "fields", NULL, NULL},
                                            {0}};
static const ObjectKind lookup_from = {.name = "a lookup's source",
                                       .groups = from_groups};

static const PropertyGroup aggregate[] = {
    {OBJECTS, "aggregate", &operation, NULL},
    {LIST, "groupby", NULL, NULL},
    {0}};
static const PropertyGroup bin[] = {{TEXT | LIST, "as", NULL, NULL},
                                    {FLAG | OBJECT, "bin", &kind_bin, NULL},
                                    {TEXT, "field", NULL, NULL},
                                    {0}};
static const PropertyGroup calculate[] = {
    {TEXT, "as", NULL, NULL}, {EXPRESSION, "calculate", NULL, NULL}, {0}};
static const PropertyGroup density[] = {
    {NUMBER, "bandwidth maxsteps minsteps steps", NULL, NULL},
    {LIST, "as extent groupby", NULL, NULL},
    {FLAG, "counts cumulative", NULL, NULL},
    {TEXT, "density", NULL, NULL},
    {TEXT, "resolve", NULL, "independent shared"},
    {0}};
static const PropertyGroup extent[] = {{TEXT, "extent param", NULL, NULL}, {0}};
static const PropertyGroup filter[] = {
    {EXPRESSION | OBJECT, "filter", &kind_predicate, NULL}, {0}};
static const PropertyGroup flatten[] = {
    {LIST, "as flatten", NULL, NULL}, {TEXT, "index", NULL, NULL}, {0}};
static const PropertyGroup fold[] = {{LIST, "as fold", NULL, NULL}, {0}};
static const PropertyGroup impute[] = {
    {LIST, "frame groupby", NULL, NULL},
    {TEXT, "impute key", NULL, NULL},
    {LIST | OBJECT, "keyvals", &kind_sequence, NULL},
    {TEXT, "method", NULL, "value mean median max min"},
    {ANYTHING, "value", NULL, NULL},
    {0}};
static const PropertyGroup joinaggregate[] = {
    {OBJECTS, "joinaggregate", &operation, NULL},
    {LIST, "groupby", NULL, NULL},
    {0}};
static const PropertyGroup loess[] = {{LIST, "as groupby", NULL, NULL},
                                      {TEXT, "loess on", NULL, NULL},
                                      {NUMBER, "bandwidth", NULL, NULL},
                                      {0}};
static const PropertyGroup lookup[] = {{TEXT | LIST, "as", NULL, NULL},
                                       {ANYTHING, "default", NULL, NULL},
                                       {OBJECT, "from", &lookup_from, NULL},
                                       {TEXT, "lookup", NULL, NULL},
                                       {0}};
static const PropertyGroup quantile[] = {{LIST, "as groupby probs", NULL, NULL},
                                         {TEXT, "quantile", NULL, NULL},
                                         {NUMBER, "step", NULL, NULL},
                                         {0}};
static const PropertyGroup regression[] = {
    {LIST, "as extent groupby", NULL, NULL},
    {TEXT, "on regression", NULL, NULL},
    {TEXT, "method", NULL, "linear log exp pow quad poly"},
    {NUMBER, "order", NULL, NULL},
    {FLAG, "params", NULL, NULL},
    {0}};
static const PropertyGroup time_unit[] = {
    {TEXT, "as field", NULL, NULL},
    {TEXT | OBJECT, "timeUnit", NULL, NULL},
    {0}};
static const PropertyGroup sample[] = {{NUMBER, "sample", NULL, NULL}, {0}};
static const PropertyGroup stack[] = {
    {LIST, "groupby", NULL, NULL},   {OBJECTS, "sort", &sort_part, NULL},
    {TEXT | LIST, "as", NULL, NULL}, {TEXT, "offset", NULL, OFFSETS},
    {TEXT, "stack", NULL, NULL},     {0}};
static const PropertyGroup window[] = {{LIST, "frame groupby", NULL, NULL},
                                       {OBJECTS, "sort", &sort_part, NULL},
                                       {OBJECTS, "window", &window_part, NULL},
                                       {FLAG, "ignorePeers", NULL, NULL},
                                       {0}};
static const PropertyGroup pivot[] = {{TEXT, "pivot value", NULL, NULL},
                                      {LIST, "groupby", NULL, NULL},
                                      {NUMBER, "limit", NULL, NULL},
                                      {TEXT, "op", NULL, AGGREGATES},
                                      {0}};

/* The key that names a transform, and its table. */
static const struct {
  const char *key;
  ObjectKind kind;
} transforms[] = {
    {"aggregate", {.name = "an aggregate transform", .groups = aggregate}},
    {"bin", {.name = "a bin transform", .groups = bin}},
    {"calculate", {.name = "a calculate transform", .groups = calculate}},
    {"density", {.name = "a density transform", .groups = density}},
    {"extent", {.name = "an extent transform", .groups = extent}},
    {"filter", {.name = "a filter transform", .groups = filter}},
    {"flatten", {.name = "a flatten transform", .groups = flatten}},
    {"fold", {.name = "a fold transform", .groups = fold}},
    {"impute", {.name = "an impute transform", .groups = impute}},
    {"joinaggregate",
     {.name = "a joinaggregate transform", .groups = joinaggregate}},
    {"loess", {.name = "a loess transform", .groups = loess}},
    {"lookup", {.name = "a lookup transform", .groups = lookup}},
    {"quantile", {.name = "a quantile transform", .groups = quantile}},
    {"regression", {.name = "a regression transform", .groups = regression}},
    {"timeUnit", {.name = "a time unit transform", .groups = time_unit}},
    {"sample", {.name = "a sample transform", .groups = sample}},
    {"stack", {.name = "a stack transform", .groups = stack}},
    {"window", {.name = "a window transform", .groups = window}},
    {"pivot", {.name = "a pivot transform", .groups = pivot}},
};

/* Density and regression have an extent, too: they come first where both. */
static const ObjectKind *transform_chosen(const json_t *object) {
  const ObjectKind *found = NULL;
  for (size_t i = 0; i < sizeof transforms / sizeof *transforms; i++) {
    if (!json_object_get(object, transforms[i].key)) continue;
    bool weak = found && transforms[i].kind.groups == extent;
    if (!weak) found = &transforms[i].kind;
  }
  return found;
}
const ObjectKind kind_transform = {.name = "a transform",
                                   .choose = transform_chosen};
