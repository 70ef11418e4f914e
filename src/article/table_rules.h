/* What attributes say of a table, whether it is written or comes from data.
 * Private to article/. */
#ifndef JIKJI_ARTICLE_TABLE_RULES_H
#define JIKJI_ARTICLE_TABLE_RULES_H

#include "article/table_body.h"

/* Attributes that every table takes, for lists of names. */
#define TABLE_ATTRIBUTES                                                       \
  "place", "caption", "source", "note", "unit", "alt", "align", "widths",      \
      "header", "heads", "row-heads", "shade", "merge", "rules"

/* A list of texts in an attribute: the next part up to the separator, trimmed;
 * false at the end. */
bool attribute_part(Str text, char separator, int *at, Str *part);
Place attribute_part_place(const Attribute *attribute, Str text, Str part);

/* Takes over what the attributes say of heads, alignment and widths, and keeps
 * the rest for table_finish. */
void table_rules_read(const Reading *reading, const Attributes *attributes,
                      TableBody *body);

/* header="구분|2018년 > 순위|2018년 > 점수": new heads, a group over the
 * columns that share its name. */
void table_heads_read(const Reading *reading, const Attribute *header,
                      TableBody *body);

/* The column that a head (or, in a table of data, its name) calls so; -1 after
 * an error. */
int table_column_named(const Reading *reading, const TableBody *body, Str name,
                       Place place);

/* Joins cells: << with the cell at its left, ^^ with the one above; merge="열"
 * equal neighbours in a column. A row of --- is a rule under the row above. */
void table_join(const Reading *reading, TableBody *body);

/* shade="열:0..100; 다른 열": the numbers of the columns as tints, light to
 * dark from the first bound to the last; without bounds from the least to the
 * greatest. */
void table_shade(const Reading *reading, TableBody *body);

#endif
