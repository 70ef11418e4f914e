/* A normalised spec becomes a tree of views. */
#ifndef JIKJI_CHART_SPEC_READ_VIEW_H
#define JIKJI_CHART_SPEC_READ_VIEW_H

#include "chart/spec/view.h"

/* Reads a view and the views in it; the cells of facets come later, from the
 * data. NULL after an error. */
View *view_read(Drawing *drawing, const json_t *spec, View *parent);

/* Reads a definition of a channel. */
ChannelDef channel_def_read(Drawing *drawing, const json_t *json,
                            Channel channel);

/* Reads a unit's encoding into view->encoding, details, orders, tooltips. */
void encoding_read(Drawing *drawing, View *view);

/* "bar" to its type; false: none. And back. */
bool mark_type_read(Str name, MarkType *type);
const char *mark_type_name(MarkType type);

/* Which way a unit's mark runs; after its encoding was read. */
Orient mark_orient(Drawing *drawing, const View *view);

/* Whether a definition is a quantity that is not binned. */
bool def_is_measure(const ChannelDef *def);
bool def_has_field_or_datum(const ChannelDef *def);
bool def_is_discrete(const ChannelDef *def); /* nominal, ordinal, or binned */

/* The words for a definition without a title of its own: "Mean of people",
 * "age (binned)". */
Str def_title(Drawing *drawing, const ChannelDef *def);

/* A property of the mark as its cascade says, with a row's expressions. */
const json_t *mark_property(const View *view, const char *name);
/* What styles and the config alone say: a few sizes of bands count there only.
 */
const json_t *mark_config(const View *view, const char *name);
double mark_number(Drawing *drawing, const View *view, const char *name,
                   double fallback);

#endif
