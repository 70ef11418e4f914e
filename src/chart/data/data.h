/* From the files and values that a spec names to the rows that its marks draw.
 */
#ifndef JIKJI_CHART_DATA_DATA_H
#define JIKJI_CHART_DATA_DATA_H

#include "chart/spec/view.h"

/* Loads, transforms and groups the rows of a view and of those in it; makes
 * the cells of facets. False after an error. */
bool data_prepare(Drawing *drawing, View *view, const Table *inherited);

/* ---- Private to the folder ---- */

/* The table of a `data` object; NULL after an error. */
const Table *data_load(Drawing *drawing, const json_t *data);
/* The rows that the spec or the report calls so; NULL: nothing. */
const Table *data_find(Drawing *drawing, Str name);

/* A copy in which the columns that the view and those in it use as quantities
 * or moments are numbers and moments. */
const Table *data_parse_by_use(Drawing *drawing, const View *view,
                               const Table *table);
/* The same for one column. */
void column_parse_for(Drawing *drawing, Table *table, Str name, FieldType type,
                      const Place *asked);

/* A copy that may get more columns; cells are shared. */
Table *table_extended(Arena *arena, const Table *table);

/* Gives a definition its column: nested paths are read out, bins and time units
 * worked out, into columns added to the table. */
void def_prepare(Drawing *drawing, const View *view, Table *table,
                 ChannelDef *def);

/* The name of the column that def_prepare gives the periods of a field. */
Str time_unit_column(Arena *arena, TimeUnit unit, Str field);

/* Bins, time units, aggregates, imputation and stacks of a unit's encoding:
 * raw to rows. */
bool unit_prepare(Drawing *drawing, View *view);

/* Whether any definition of a unit has an aggregate. */
bool view_is_aggregated(View *view);

/* The order of the classes where a list gives one: a sort array, or the domain
 * of a colour scale; else NULL. */
const json_t *def_class_order(const ChannelDef *def);

/* The steps after aggregation; tables in, tables out. */
bool impute_prepare(Drawing *drawing, View *view, const Table **table);
bool stack_prepare(Drawing *drawing, View *view, const Table **table);

/* Splits a facet's rows: makes a view for each cell and prepares it. */
bool facet_prepare(Drawing *drawing, View *view);

/* Takes out the cells of facets, and whole rows and columns of them, in which
 * no mark has a row left after invalid values were filtered. */
void facets_prune(View *view);

/* A column's name as a field path: dots and brackets escaped. */
Str column_path(Arena *arena, Str name);

/* Calls visit for each definition of a unit that has a field, those of
 * conditions, details, orders and tooltips too. */
typedef void VisitDef(void *owner, ChannelDef *def);
void view_visit_defs(View *view, VisitDef *visit, void *owner);

/* The bins of a definition with `bin`, from the values of its field; step 0
 * where there are none. */
BinSteps def_bin_steps(Drawing *drawing, const ChannelDef *def,
                       const Column *column, int row_count);

/* The position of each value in a sort array, as a column; its name. */
Str sort_index_column(Drawing *drawing, Table *table, const ChannelDef *def,
                      const json_t *order);

#endif
