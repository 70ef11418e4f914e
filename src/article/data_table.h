/* Rows and columns of the report's data as the cells of a table. Private to
 * article/. */
#ifndef JIKJI_ARTICLE_DATA_TABLE_H
#define JIKJI_ARTICLE_DATA_TABLE_H

#include "article/directive.h"

/* Attributes that name the data, for lists of names. */
#define DATA_ATTRIBUTES "data", "columns", "format", "filter", "limit"

/* The cells that data=, columns=, format=, filter= and limit= ask for, under
 * one head row of the columns' names. NULL after an error. */
TableBody *data_table_read(const Reading *reading, const Div *div);

#endif
