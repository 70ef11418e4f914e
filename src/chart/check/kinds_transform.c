/* What transforms share, and predicates; each transform says itself what its
 * entry may hold. Unknown operations are errors of the transforms themselves.
 */
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
const ObjectKind kind_operation = {.name = "an aggregate",
                                   .groups = operation_groups};

static const PropertyGroup sort_groups[] = {
    {TEXT, "field", NULL, NULL}, {TEXT, "order", NULL, ORDERS}, {0}};
const ObjectKind kind_sort_field = {.name = "a sort field",
                                    .groups = sort_groups};

const ObjectKind kind_transform = {.name = "a transform",
                                   .choose = transform_object_kind};
