/* Making and aligning the cells of a table. Private to article/. */
#ifndef JIKJI_ARTICLE_TABLE_BODY_H
#define JIKJI_ARTICLE_TABLE_BODY_H

#include "article/blocks.h"

TableBody *table_body_new(Arena *report, int columns, int heads);

/* A new row of empty cells at the end. */
TableRow *table_body_add(Arena *report, TableBody *body);

/* One run of text in a cell. */
void table_cell_set(Arena *report, TableCell *cell, Str text, Place place);

/* The bytes of a number with commas and a sign that the text starts with; 0:
 * none. */
int table_number_length(Str text);

/* Finishes all tables once their text is filled in: joins cells, shades them,
 * and gives columns without an alignment one by what their cells hold: numbers
 * on the decimal point; digits with a short counter (16위) at the right; else
 * the left. Leading EN SPACEs become the indent of a cell. */
void tables_finish(const Reading *reading);

#endif
