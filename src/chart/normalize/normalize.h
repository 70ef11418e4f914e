/* A spec as written becomes one of four kinds of views only: units with a
 * simple mark, layers, facets and concatenations. Shorthands (row and column
 * channels, repeat, encodings of layers, overlays, composite marks) are written
 * out. The trees made are JSON, sharing what they do not change with the
 * author's, so that places stay known. */
#ifndef JIKJI_CHART_NORMALIZE_NORMALIZE_H
#define JIKJI_CHART_NORMALIZE_NORMALIZE_H

#include "chart/drawing.h"

/* The whole spec; NULL after an error. Lives as long as the chart. */
const json_t *spec_normalize(Drawing *drawing, const json_t *spec);

/* ---- Private to the folder ---- */

/* A unit whose mark stands for several: a new reference to what it becomes (a
 * layer, or a unit), which is normalised again; NULL: nothing to write out. */
typedef json_t *UnitExpansion(Drawing *drawing, const json_t *unit);
UnitExpansion boxplot_expand, errorbar_expand, errorband_expand, overlay_expand;

/* The repeated views of a `repeat`, as a concat or a layer. */
json_t *repeat_expand(Drawing *drawing, const json_t *spec);

/* A unit with row, column or facet channels, as a facet. */
json_t *facet_channels_expand(const json_t *unit);

/* The type of a unit's mark, and its properties without one (borrowed; NULL:
 * the mark is a mere name). */
Str mark_name(const json_t *unit);
const json_t *mark_object(const json_t *unit);

/* A new object with all members of both, those of `over` winning. */
json_t *json_merged(const json_t *base, const json_t *over);
/* A new object without the named members; names end with NULL. */
json_t *json_without(const json_t *object, const char *const *names);

#endif
