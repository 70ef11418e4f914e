/* What tables of properties cannot say: rules between them. Private to check/.
 */
#ifndef JIKJI_CHART_CHECK_RULES_H
#define JIKJI_CHART_CHECK_RULES_H

#include "chart/check/property.h"

/* Each looks at one object of its kind and tells what is wrong with it. */
typedef void ObjectRule(Drawing *drawing, const json_t *object);

/* ---- Views (rules_view.c) ---- */
ObjectRule rule_schema;      /* names Vega-Lite, not Vega */
ObjectRule rule_view;        /* compositions hold views; sizes are over zero */
ObjectRule rule_size;        /* steps are over zero */
ObjectRule rule_param;       /* has a name */
ObjectRule rule_named_views; /* names views that are there */
ObjectRule rule_extensions;  /* labels at the ends of lines need lines */

/* ---- Definitions and guides (rules_encoding.c) ---- */
ObjectRule rule_definition; /* says something; aggregates have fields */
ObjectRule rule_condition;  /* has a test or a param */
ObjectRule rule_param_name; /* names a param that is there */
ObjectRule rule_bin;        /* steps are over zero */
ObjectRule rule_format;     /* is a format of its type */
ObjectRule rule_mark;       /* shapes that there are */
ObjectRule rule_parse;      /* types of columns */

/* The channels of a view that has a mark. `layer` is the nearest layer around
 * it, or NULL; its encoding counts for the views in it. */
void channels_check(Drawing *drawing, const json_t *view, const json_t *layer);

#endif
